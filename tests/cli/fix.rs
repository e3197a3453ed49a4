//! `check --fix` and `check --diff`: the fixes that cannot change the meaning, made or shown.

use std::fs;
use std::process::Command as Process;

use crate::folder::{CLEAN, Folder, WRONG_DAY, rules};

/// A byte order mark and Windows line ends; two faults with a safe fix, one without, no line end at the end.
const BEFORE: &str = "\u{FEFF}बैठक अाज हुई।\r\nउन्हें दु:ख है।\r\nसुनवाई 31 अप्रैल को होगी।";
const AFTER: &str = "\u{FEFF}बैठक आज हुई।\r\nउन्हें दुःख है।\r\nसुनवाई 31 अप्रैल को होगी।";

impl Folder {
    fn get(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }
}

#[test]
fn safe_fixes_are_made_and_the_rest_is_reported() {
    let folder = Folder::with(&[("a.txt", BEFORE), ("b.txt", CLEAN)]);
    let said = folder.run(&["check", "--fix", "."]);
    assert_eq!((said.code, said.err.as_str()), (1, ""), "31 April is still there");
    assert!(said.out.contains("date/impossible") && !said.out.contains("spelling/encoding"), "{}", said.out);
    assert!(said.out.contains("\n1 ख़बर में 2 पक्के सुधार हुए।\n"), "{}", said.out);
    assert_eq!((folder.get("a.txt").as_str(), folder.get("b.txt").as_str()), (AFTER, CLEAN));
    assert_eq!(fs::read_dir(folder.0.path()).unwrap().count(), 2, "nothing else is left behind");
}

#[test]
fn what_is_not_shown_is_mended_too() {
    let folder = Folder::with(&[("a.txt", &"बैठक अाज हुई।\n".repeat(1500))]);
    let said = folder.run(&["check", "--fix", "a.txt"]);
    assert!(said.out.contains("1500 पक्के सुधार"), "{}", said.out);
    assert_eq!(folder.get("a.txt"), "बैठक आज हुई।\n".repeat(1500));
}

#[test]
fn mending_twice_changes_nothing() {
    let folder = Folder::with(&[("a.txt", BEFORE)]);
    folder.run(&["check", "--fix", "a.txt"]);
    let written = || fs::metadata(folder.0.path().join("a.txt")).unwrap().modified().unwrap();
    let first = written();
    let said = folder.run(&["check", "--fix", "--locale", "en", "a.txt"]);
    assert_eq!((folder.get("a.txt").as_str(), written()), (AFTER, first), "it is not even written");
    assert!(said.out.contains("no safe fixes found\n"), "{}", said.out);
}

#[test]
fn programs_get_what_is_left() {
    let folder = Folder::with(&[("a.txt", BEFORE), ("b.txt", "बैठक अाज हुई।\n")]);
    let said = folder.run(&["check", "--fix", "--format", "json", "."]);
    assert_eq!((said.code, rules(&said.lines())), (1, vec!["date/impossible"]));
    let start = AFTER.find("31").unwrap();
    assert_eq!(said.lines()[0]["span"]["start"], start, "where it stands in the mended file");
    let said = folder.run(&["check", "--fix", "b.txt"]);
    assert_eq!(said.code, 0, "what was mended fails no run");
}

#[test]
#[cfg(unix)]
fn permissions_and_a_link_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = Folder::with(&[("मूल/a.txt", BEFORE)]);
    let file = folder.0.path().join("मूल/a.txt");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).unwrap();
    symlink("मूल/a.txt", folder.0.path().join("link.txt")).unwrap();
    assert_eq!(folder.run(&["check", "--fix", "link.txt"]).code, 1);
    assert_eq!(folder.get("मूल/a.txt"), AFTER);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o7777, 0o664);
    assert!(fs::symlink_metadata(folder.0.path().join("link.txt")).unwrap().is_symlink());
}

#[test]
fn what_cannot_be_written_is_one_sentence_and_stays_as_it_was() {
    let folder = Folder::with(&[("a.txt", BEFORE), ("b.txt", BEFORE)]);
    let path = folder.0.path().join("a.txt");
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    folder.run(&["check", "--fix", "."]).is_trouble(&["a.txt", "may not be written", "permissions"]);
    assert_eq!((folder.get("a.txt").as_str(), folder.get("b.txt").as_str()), (BEFORE, AFTER));
    let said = folder.run_with(&["check", "--fix", "-"], BEFORE);
    said.is_trouble(&["--fix", "standard input", "--diff"]);
    #[cfg(unix)]
    folder.run_with(&["check", "--fix", "/dev/stdin"], BEFORE).is_trouble(&[
        "/dev/stdin",
        "not a regular file",
        "--diff",
    ]);
}

#[test]
fn a_diff_shows_the_fixes_makes_none_and_can_be_applied() {
    let folder = Folder::with(&[("राज्य/a.txt", BEFORE), ("b.txt", WRONG_DAY)]);
    let said = folder.run(&["check", "--diff", "."]);
    assert_eq!((said.code, said.err.as_str()), (1, ""), "exit codes are those of check");
    assert_eq!(
        said.out,
        "--- a/राज्य/a.txt\n+++ b/राज्य/a.txt\n@@ -1,3 +1,3 @@\n\
         -\u{FEFF}बैठक अाज हुई।\r\n-उन्हें दु:ख है।\r\n+\u{FEFF}बैठक आज हुई।\r\n+उन्हें दुःख है।\r\n \
         सुनवाई 31 अप्रैल को होगी।\n\\ No newline at end of file\n"
    );
    assert_eq!(folder.get("राज्य/a.txt"), BEFORE);
    let Ok(git) = Process::new("git").arg("--version").output() else { return };
    assert!(git.status.success());
    folder.put("fixes.diff", said.out);
    let applied =
        Process::new("git").args(["apply", "fixes.diff"]).current_dir(folder.0.path()).output().unwrap();
    assert!(applied.status.success(), "{}", String::from_utf8_lossy(&applied.stderr));
    assert_eq!(folder.get("राज्य/a.txt"), AFTER);
}

#[test]
fn a_diff_of_standard_input_and_of_clean_copy() {
    let folder = Folder::with(&[("a.txt", CLEAN)]);
    let said = folder.run_with(&["check", "--diff", "-"], "बैठक अाज हुई।");
    let expected = "--- a/-\n+++ b/-\n@@ -1 +1 @@\n-बैठक अाज हुई।\n\\ No newline at end of file\n\
                    +बैठक आज हुई।\n\\ No newline at end of file\n";
    assert_eq!((said.code, said.out.as_str()), (1, expected));
    let said = folder.run(&["check", "--diff", "a.txt"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    for arguments in
        [&["check", "--diff", "--fix", "a.txt"][..], &["check", "--diff", "--format", "json", "a.txt"]]
    {
        assert_eq!(folder.run(arguments).code, 2);
    }
}
