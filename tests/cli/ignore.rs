//! What is not to be marked: comments in articles, and `[[ignore]]` in `vartani.toml`.

use crate::folder::{Folder, WRONG_DAY, WRONG_WEEKDAY, rules, texts};

#[test]
fn a_comment_keeps_check_silent_for_the_next_paragraph() {
    let text = format!("<!-- vartani: ignore date/weekday; पुराना पत्र -->\n{WRONG_WEEKDAY}\n{WRONG_WEEKDAY}",);
    let folder = Folder::with(&[("a.md", &text), ("a.txt", &text)]);
    assert_eq!(rules(&folder.findings(&["a.md"])), ["date/weekday"], "{text}");
    assert_eq!(rules(&folder.findings(&["a.txt"])), ["date/weekday", "date/weekday"], "it would be printed");
    let folder = Folder::with(&[("a.md", &format!("<!-- vartani: off date/weekdy -->\n\n{WRONG_WEEKDAY}"))]);
    assert_eq!(rules(&folder.findings(&["a.md"])), ["text/ignore", "date/weekday"]);
    folder.put("vartani.toml", "[rules]\n\"text/ignore\" = \"off\"\n");
    assert_eq!(rules(&folder.findings(&["a.md"])), ["date/weekday"]);
}

#[test]
fn what_is_ignored_in_files_on_words_or_of_a_rule() {
    let text = format!("{WRONG_WEEKDAY}{WRONG_DAY}मंत्री ने ने कहा।\n");
    let folder = Folder::with(&[("a.txt", &text), ("archive/b.txt", &text)]);
    let found = folder.findings(&["."]);
    assert_eq!(found.len(), 6);
    let ignored = "[[ignore]]\npath = \"archive/\"\nrule = \"date/weekday\"\n\n[[ignore]]\ntext = \"ने ने\"\n";
    folder.put("vartani.toml", ignored);
    assert_eq!(rules(&folder.findings(&["a.txt"])), ["date/weekday", "date/impossible"]);
    assert_eq!(rules(&folder.findings(&["archive"])), ["date/impossible"]);
    folder.put("vartani.toml", "[[ignore]]\npath = \"/a.txt\"\n");
    assert_eq!(texts(&folder.findings(&["a.txt"])), [""; 0]);
    assert_eq!(folder.findings(&["archive/b.txt"]).len(), 3);
}

#[test]
fn a_table_that_cannot_be_meant_is_said() {
    for (table, place) in [
        ("[[ignore]]\npath = \"a.txt\"\nrule = \"date/weekdy\"\n", "vartani.toml:3:8"),
        ("[[ignore]]\nrule = \"date/weekday\"\n", "vartani.toml:2:8"),
        ("[[ignore]]\n", "vartani.toml:1:1"),
        ("[[ignore]]\npath = \"a[.txt\"\n", "vartani.toml:2:8"),
        ("[[ignore]]\nfile = \"a.txt\"\n", "vartani.toml:2:1"),
    ] {
        let folder = Folder::with(&[("a.txt", WRONG_WEEKDAY), ("vartani.toml", table)]);
        folder.run(&["check", "a.txt"]).is_trouble(&[place]);
    }
}

#[test]
fn what_is_ignored_is_not_fixed() {
    let folder = Folder::with(&[("a.txt", "बैठक अाज हुई। मेला अाज है।\n")]);
    folder.put("vartani.toml", "[[ignore]]\npath = \"a.txt\"\ntext = \"अाज\"\n");
    assert_eq!(folder.run(&["check", "--fix", "a.txt"]).code, 0);
    let left = std::fs::read_to_string(folder.0.path().join("a.txt")).unwrap();
    assert_eq!(left, "बैठक अाज हुई। मेला अाज है।\n");
}
