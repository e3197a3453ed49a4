//! `completions` and `man`: for shells and readers of manual pages.

use crate::folder::Folder;

#[test]
fn shells_get_their_completions() {
    let folder = Folder::with(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = folder.run(&["completions", shell]);
        assert_eq!((said.code, said.err.as_str(), said.out.contains("vartani")), (0, "", true), "{shell}");
        assert!(said.out.contains("inspect") && said.out.contains("fail-on"), "{shell}");
    }
    assert_eq!(folder.run(&["completions", "dos"]).code, 2);
}

#[test]
fn packages_get_a_manual_page_for_each_command() {
    let folder = Folder::with(&[("man/.keep", "")]);
    let said = folder.run(&["man", "--out", "man"]);
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    let page = std::fs::read_to_string(folder.0.path().join("man/vartani-check.1")).unwrap();
    assert!(page.contains(".TH") && page.contains("write\\-baseline"), "{page}");
    for name in ["vartani.1", "vartani-actors-import.1"] {
        assert!(folder.0.path().join("man").join(name).exists(), "{name}");
    }
    folder.run(&["man", "--out", "none"]).is_trouble(&["vartani", "none"]);
}
