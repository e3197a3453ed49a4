//! `check --format json`: the fields, the order, and which articles there are.

use std::fs;
use std::process::Command as Process;

use crate::folder::{Folder, WRONG_DAY, WRONG_WEEKDAY, field, keys, rules, texts};

#[test]
fn a_finding_is_one_line_with_every_field() {
    let folder = Folder::with(&[("a.txt", "धूप निकली।\n😀 सुनवाई 31 अप्रैल को होगी।\n")]);
    let said = folder.run(&["check", "--format", "json", "--locale", "en", "a.txt"]);
    assert_eq!((said.code, said.err.as_str(), said.out.matches('\n').count()), (1, "", 1));
    let line = &said.lines()[0];
    let all =
        ["end", "field", "fixes", "message", "path", "related", "rule", "severity", "span", "start", "text"];
    assert!(all.iter().all(|key| keys(line).contains(key)), "{line}");
    assert_eq!(
        (line["path"].as_str(), line["rule"].as_str(), line["severity"].as_str()),
        (Some("a.txt"), Some("date/impossible"), Some("error"))
    );
    assert_eq!(line["message"], "there is no 31 April: the month has 30 days; check the date");
    assert_eq!(line["text"], "31 अप्रैल");
    assert_eq!(line["related"], serde_json::json!([]));
    assert_eq!(line["fixes"][0]["safe"], false);
    assert!(line["fixes"][0]["title"].as_str().is_some_and(|title| title.contains("30")));
    let edits = serde_json::json!([{"span": {"start": 53, "end": 55}, "insert": "30"}]);
    assert_eq!(line["fixes"][0]["edits"], edits, "the 31 becomes 30");
}

#[test]
fn spans_are_bytes_and_columns_are_characters_after_devanagari_and_an_emoji() {
    // 29 bytes of the first line, 😀 of four, a space, six letters of three bytes, a space
    let folder = Folder::with(&[("a.txt", "धूप निकली।\n😀 सुनवाई 31 अप्रैल को होगी।\n")]);
    let line = &folder.findings(&["a.txt"])[0];
    assert_eq!(line["span"], serde_json::json!({"start": 53, "end": 74}));
    assert_eq!(line["start"], serde_json::json!({"line": 2, "column": 10}));
    assert_eq!(line["end"], serde_json::json!({"line": 2, "column": 19}));
}

#[test]
fn lines_may_end_as_on_windows() {
    let folder = Folder::with(&[("a.txt", "धूप निकली।\r\n\r\n😀 सुनवाई 31 अप्रैल को होगी।\r\n")]);
    let line = &folder.findings(&["a.txt"])[0];
    assert_eq!(line["start"], serde_json::json!({"line": 3, "column": 10}));
    assert_eq!(line["span"], serde_json::json!({"start": 56, "end": 77}));
}

#[test]
fn the_other_places_of_a_name_are_told() {
    let folder = Folder::with(&[("a.txt", "मॉस्को शांत है। मॉस्को तैयार है। मास्को चुप है।\n")]);
    let found = folder.findings(&["--locale", "en", "a.txt"]);
    assert_eq!((rules(&found), texts(&found)), (vec!["spelling/inconsistent"], vec!["मास्को"]));
    let places = serde_json::json!([
        {"span": {"start": 0, "end": 18}, "message": "“मॉस्को” here"},
        {"span": {"start": 42, "end": 60}, "message": "“मॉस्को” here"},
    ]);
    assert_eq!(found[0]["related"], places);
    assert_eq!(found[0]["fixes"][0]["edits"][0]["insert"], "मॉस्को");
}

#[test]
fn findings_come_by_path_and_then_by_position() {
    let two = "सुनवाई 31 अप्रैल को होगी। परीक्षा 31 जून को है।\n";
    let folder = Folder::with(&[("ख/२.txt", two), ("क.txt", two), ("ख/१.txt", two)]);
    let found = folder.findings(&["."]);
    let places: Vec<_> =
        found.iter().map(|line| (line["path"].as_str().unwrap(), line["text"].as_str().unwrap())).collect();
    assert_eq!(
        places,
        [
            ("./क.txt", "31 अप्रैल"),
            ("./क.txt", "31 जून"),
            ("./ख/१.txt", "31 अप्रैल"),
            ("./ख/१.txt", "31 जून"),
            ("./ख/२.txt", "31 अप्रैल"),
            ("./ख/२.txt", "31 जून"),
        ]
    );
}

#[test]
fn files_that_are_named_come_by_path_too_and_standard_input_first() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("b.txt", WRONG_DAY), ("+c.txt", WRONG_DAY)]);
    let said = folder.run_with(&["check", "--format", "json", "b.txt", "a.txt", "-", "+c.txt"], WRONG_DAY);
    assert_eq!(field(&said.lines(), "path"), ["-", "+c.txt", "a.txt", "b.txt"]);
}

#[test]
fn a_file_named_twice_is_checked_once() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("मसौदे/b.txt", WRONG_DAY)]);
    assert_eq!(folder.findings(&["a.txt", "a.txt"]).len(), 1);
    let whole = folder.0.path().join("a.txt");
    let found = folder.findings(&["a.txt", "./a.txt", "मसौदे/../a.txt", whole.to_str().unwrap()]);
    assert_eq!(field(&found, "path"), ["a.txt"], "under the name it had first");
    assert_eq!(field(&folder.findings(&[".", "मसौदे/b.txt", "मसौदे"]), "path"), ["./a.txt", "./मसौदे/b.txt"]);
}

#[test]
fn the_order_is_the_same_for_one_job_and_for_four() {
    let folder = Folder::with(&[]);
    for number in 0..60 {
        let names = ["मॉस्को", "कीव", "पेरिस"][number % 3];
        folder.put(
            &format!("{number:03}.txt"),
            format!("{names} में बैठक 31 अप्रैल को है। {WRONG_WEEKDAY}").repeat(1 + number % 5),
        );
    }
    let one = folder.run(&["check", "--format", "json", "--jobs", "1", "."]);
    let four = folder.run(&["check", "--format", "json", "--jobs", "4", "."]);
    assert!(one.out.lines().count() >= 60);
    assert_eq!(one.out, four.out);
}

#[test]
fn standard_input_is_an_article_too() {
    let folder = Folder::with(&[]);
    let said = folder.run_with(&["check", "--format", "json", "-"], WRONG_DAY);
    assert_eq!((said.code, field(&said.lines(), "path")), (1, vec!["-"]));
}

#[test]
#[cfg(unix)]
fn a_stream_of_the_system_is_an_article_of_the_newsroom_one_works_in() {
    let folder = Folder::with(&[("vartani.toml", "[rules]\n\"date/impossible\" = \"hint\"\n")]);
    let said = folder.run_with(&["check", "--format", "json", "/dev/stdin"], WRONG_DAY);
    assert_eq!((said.code, said.err.as_str(), field(&said.lines(), "path")), (0, "", vec!["/dev/stdin"]));
    assert_eq!(field(&said.lines(), "severity"), ["hint"]);
    let said = folder.run_with(&["inspect", "/dev/stdin"], WRONG_DAY);
    assert_eq!((said.code, said.lines()[0]["kind"].as_str()), (0, Some("dateline")));
}

#[test]
#[cfg(unix)]
fn a_named_pipe_is_an_article_too() {
    let folder = Folder::with(&[]);
    let pipe = folder.0.path().join("pipe.md");
    assert!(Process::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::thread::spawn(move || fs::write(pipe, "`31 अप्रैल`\n\nसुनवाई 31 जून को होगी।\n"));
    let said = folder.run(&["check", "--format", "json", "pipe.md"]);
    assert_eq!((said.code, said.err.as_str(), texts(&said.lines())), (1, "", vec!["31 जून"]));
}

#[test]
fn markup_is_not_prose() {
    let folder = Folder::with(&[
        ("a.html", "<p class=\"31 अप्रैल\">सुनवाई <b>31</b> अप्रैल को होगी।</p><!-- 31 जून -->\n"),
        ("b.md", "# ख़बर\n\n`31 अप्रैल`\n\nसुनवाई **31 अप्रैल** को होगी।\n"),
    ]);
    let found = folder.findings(&["."]);
    assert_eq!(texts(&found), ["31</b> अप्रैल", "31 अप्रैल"]);
    assert_eq!(found[1]["start"], serde_json::json!({"line": 5, "column": 10}));
}
