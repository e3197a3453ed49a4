//! `completions`: for shells.

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
