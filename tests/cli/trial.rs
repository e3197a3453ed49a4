//! `vartani try`: a rule or a house style on an archive.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

const STYLE: &str = "[[pattern]]\nname = \"mritak\"\nwords = [\"मरने वाला\"]\nreplacement = \"मृतक\"\n";

fn archive() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("2025-03-10-a.txt", "मरने वालों की सूची जारी हुई।\n");
    write("2025-03-12-b.txt", "एक मरने वाला बिजनौर का था। मरने वालों में दो बच्चे हैं।\n");
    write("2025-03-11-c.txt", "मंत्री ने ने कहा कि पुल खुल गया।\n");
    write("style.toml", STYLE);
    write("other.toml", "[[pattern]]\nname = \"pul\"\nwords = [\"पुल\"]\nmessage = \"देखें\"\n");
    folder
}

/// What `vartani try` prints in English, and its exit code.
fn tried(folder: &Path, arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("vartani"));
    let run = command.current_dir(folder).arg("try").args(arguments).args(["--locale", "en", "--on", "."]);
    let output = run.output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn a_house_style_shows_what_it_changes_with_the_newest_first() {
    let (out, code) = tried(archive().path(), &["style.toml"]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(code, Some(1), "{out}");
    assert!(lines[0].starts_with("+ ./2025-03-12-b.txt:1:4: [style/mritak] एक ⟦मरने वाला⟧"), "{out}");
    assert!(out.contains("+    2         2  [style/mritak] मरने वालों → मृतकों\n"), "{out}");
    assert!(out.ends_with("3 articles read; marks that appear: 3, that go: 0\n"), "{out}");
}

#[test]
fn two_house_styles_show_what_appears_and_what_goes() {
    let (out, _) = tried(archive().path(), &["style.toml", "--against", "other.toml"]);
    assert!(out.contains("- ./2025-03-11-c.txt:1:21: [style/pul]"), "{out}");
    assert!(out.ends_with("marks that appear: 3, that go: 1\n"), "{out}");
}

#[test]
fn a_rule_shows_what_it_marks() {
    let folder = archive();
    let (out, code) = tried(folder.path(), &["text/repeated-word", "--format", "json"]);
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines.len(), code), (2, Some(1)), "{out}");
    assert_eq!((&lines[0]["rule"], &lines[1]["marks"]), (&"text/repeated-word".into(), &1.into()));
    fs::write(folder.path().join("vartani.toml"), STYLE).unwrap();
    let (out, _) = tried(folder.path(), &["style/mritak"]);
    assert!(out.ends_with("marks that appear: 3, that go: 0\n"), "{out}");
}

#[test]
fn what_there_is_not_is_said() {
    let folder = archive();
    for wanted in ["style/mritk", "date/weekdy", "no.toml"] {
        let (out, code) = tried(folder.path(), &[wanted]);
        assert_eq!((out.as_str(), code), ("", Some(2)), "{wanted}");
    }
    fs::write(folder.path().join("broken.toml"), "[[pattern]]\nname = \"a\"\n").unwrap();
    assert_eq!(tried(folder.path(), &["broken.toml"]).1, Some(2));
}

#[test]
fn every_line_of_json_lines_is_an_article() {
    let folder = archive();
    let lines = "{\"id\": \"क-1\", \"text\": \"मरने वालों की सूची जारी हुई।\"}\n{\"text\": \"पुल खुल गया।\"}\nयह JSON नहीं\n";
    fs::write(folder.path().join("export.jsonl"), lines).unwrap();
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("vartani"));
    let run = command.current_dir(folder.path()).args([
        "try",
        "style.toml",
        "--locale",
        "en",
        "--on",
        "export.jsonl",
    ]);
    let output = run.output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(out.starts_with("+ क-1:"), "{out}");
    assert!(out.ends_with("2 articles read; marks that appear: 1, that go: 0\n"), "{out}");
    assert!(err.contains("export.jsonl:3"), "{err}");
    assert_eq!(output.status.code(), Some(2), "a line that cannot be read is told");
}
