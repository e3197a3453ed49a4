//! `explain` and `rules`: the documentation of rules.

use crate::folder::Folder;

#[test]
fn every_listed_rule_can_be_explained_in_both_languages() {
    let folder = Folder::with(&[]);
    let list = folder.run(&["rules", "--locale", "en"]);
    assert_eq!((list.code, list.err.as_str()), (0, ""));
    assert!(list.out.lines().count() >= 8);
    for line in list.out.lines() {
        let (code, severity) = {
            let mut words = line.split_whitespace();
            (words.next().unwrap(), words.next().unwrap())
        };
        assert!(["off", "hint", "information", "warning", "error"].contains(&severity), "{line}");
        let hindi = folder.run(&["explain", code]);
        let english = folder.run(&["explain", code, "--locale", "en"]);
        assert_eq!((hindi.code, english.code), (0, 0));
        assert!(hindi.out.starts_with(code) && hindi.out.contains("## क्यों"), "{}", hindi.out);
        assert!(english.out.starts_with(code) && english.out.contains("## Why"), "{}", english.out);
        assert!(!hindi.out.contains("## Why") && !english.out.contains("## क्यों"));
    }
    assert_ne!(list.out, folder.run(&["rules"]).out, "the list is in Hindi by itself");
}

#[test]
fn a_rule_that_is_not_there_is_one_sentence() {
    let folder = Folder::with(&[]);
    folder.run(&["explain", "date/wochentag"]).is_trouble(&["date/wochentag", "vartani rules"]);
    for (typed, meant) in [
        ("weekday", "date/weekday"),
        ("date/weekdy", "date/weekday"),
        ("Date/Weekday", "date/weekday"),
        ("weekdays", "date/weekday"),
        ("text/weekday", "date/weekday"),
        ("quote", "text/quotes"),
        ("text/qoutes", "text/quotes"),
        ("inconsistant", "spelling/inconsistent"),
        ("spelling/inconsistency", "spelling/inconsistent"),
        ("repeated_word", "text/repeated-word"),
        ("imposible", "date/impossible"),
    ] {
        folder.run(&["explain", typed]).is_trouble(&[typed, &format!("did you mean {meant}?")]);
    }
    for typed in ["", " ", "/", "a", "date", "date/", "text/", "spelling", "spelling/english", "लेख"] {
        let said = folder.run(&["explain", typed]);
        said.is_trouble(&[&format!("\"{typed}\""), "`vartani rules` lists them"]);
        assert!(!said.err.contains("did you mean"), "{}", said.err);
    }
}
