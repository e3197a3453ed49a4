//! `init`: the first `vartani.toml`.

use std::fs;
use std::path::Path;

use crate::folder::{Folder, WRONG_DAY, texts};

#[test]
fn init_writes_once_and_never_over_what_is_there() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    let said = folder.run(&["init"]);
    assert_eq!((said.code, said.err.as_str(), said.out.contains("vartani.toml")), (0, "", true));
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["31 अप्रैल"], "the template changes nothing");
    folder.put("vartani.toml", "locale = \"en\"\n");
    folder.run(&["init"]).is_trouble(&["vartani.toml", "exists already"]);
    assert_eq!(fs::read_to_string(folder.0.path().join("vartani.toml")).unwrap(), "locale = \"en\"\n");
    folder.run(&["init", "ग़ायब"]).is_trouble(&["ग़ायब", "check the path"]);
    assert!(!Path::new(&folder.0.path().join("ग़ायब")).exists());
}

#[test]
fn a_house_style_is_proposed_from_what_an_archive_does() {
    let folder = Folder::with(&[(
        "b.jsonl",
        "{\"title\": \"हिंदी दिवस\", \"text\": \"बच्चे शाम को गए।\"}\nयह JSON नहीं है\n",
    )]);
    for number in 0..12 {
        folder.put(&format!("archive/{number}.txt"), "हिंदी दिवस पर 40 बच्चे गए। मास्को में ठंडा मौसम है।\n");
    }
    folder.put("archive/x.txt", "मॉस्को में १२ बच्चे गये।\n");
    let said = folder.run(&["init", "--from-archive", "archive", "b.jsonl"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("made of 14 articles"), "{}", said.out);
    assert!(said.err.contains("could not be read: 1"), "a broken line is told: {}", said.err);
    let text = std::fs::read_to_string(folder.0.path().join("vartani.toml")).unwrap();
    assert!(text.contains("\nnasal = \"anusvara\"           # 100 %: anusvara 25\n"), "{text}");
    assert!(text.contains("\n  \"मास्को\",                # मास्को 12 / मॉस्को 1\n"), "{text}");
    assert!(
        text.contains("\n# digits = \"ascii\"           # 92 %: ascii 12, devanagari 1\n"),
        "too few: {text}"
    );
    folder.run(&["init", "--from-archive", "archive"]).is_trouble(&["exists already"]);
    let empty = folder.run(&["init", ".cache", "--from-archive", "no-such-folder"]);
    assert_eq!(empty.code, 2, "{}", empty.err);
}
