//! The newsroom of the folder that is served holds, and what changes in it holds soon after.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Server, WRONG_DAY, program};

fn rules(server: &Server, request: Value) -> Vec<String> {
    let answer = server.check(request);
    let found = answer["diagnostics"].as_array().unwrap();
    found.iter().map(|found| found["rule"].as_str().unwrap().to_owned()).collect()
}

/// Asks until the answer is what is wanted; a server looks at its files every other second.
fn soon(mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never is");
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn its_configuration_holds_also_when_it_changes() {
    let server = Server::of(&[("vartani.toml", "[rules]\n\"date/weekday\" = \"off\"\n")], &[]);
    let config = server.folder.path().join("vartani.toml");
    let text = json!({ "text": WRONG_DAY });
    assert_eq!(rules(&server, text.clone()), [""; 0]);
    std::fs::write(&config, "[rules]\n\"date/weekday\" = \"error\"\n").unwrap();
    soon(|| server.check(text.clone())["diagnostics"][0]["severity"] == "error");
    // A broken one is told, and the last that was whole holds
    std::fs::write(&config, "[rules]\n\"date/weekdya\" = \"error\"\n").unwrap();
    soon(|| server.check(text.clone())["faults"][0]["line"] == 2);
    let answer = server.check(text.clone());
    assert_eq!(answer["diagnostics"][0]["severity"], "error");
    assert!(answer["faults"][0]["file"].as_str().unwrap().ends_with("vartani.toml"), "{answer}");
    std::fs::remove_file(&config).unwrap();
    soon(|| server.check(text.clone())["diagnostics"][0]["severity"] == "warning");
}

#[test]
fn one_that_is_written_later_is_found() {
    let server = Server::start(&[]);
    let text = json!({ "text": WRONG_DAY });
    assert_eq!(rules(&server, text.clone()), ["date/weekday"]);
    std::fs::write(server.folder.path().join("vartani.toml"), "[rules]\n\"date/weekday\" = \"off\"\n")
        .unwrap();
    soon(|| rules(&server, text.clone()).is_empty());
}

#[test]
fn a_folder_is_served_by_name_and_a_broken_newsroom_is_not() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("desh")).unwrap();
    std::fs::write(folder.path().join("desh/vartani.toml"), "[rules]\n\"date/weekday\" = \"off\"\n").unwrap();
    let root = folder.path().join("desh");
    let server = Server::start(&["--root", root.to_str().unwrap()]);
    assert_eq!(rules(&server, json!({ "text": WRONG_DAY })), [""; 0]);
    std::fs::write(folder.path().join("vartani.toml"), "rules = 7\n").unwrap();
    let output = program(folder.path(), &["--listen", "127.0.0.1:0"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("vartani.toml:1:") && output.stdout.is_empty(), "{said}");
}

#[test]
fn a_file_that_it_extends_holds_also_when_it_changes() {
    let house = "[rules]\n\"date/weekday\" = \"off\"\n";
    let files = [("vartani.toml", "extends = \"house.toml\"\n"), ("house.toml", house)];
    let server = Server::of(&files, &[]);
    let path = server.folder.path().join("house.toml");
    let text = json!({ "text": WRONG_DAY });
    assert_eq!(rules(&server, text.clone()), [""; 0]);
    std::fs::write(&path, "[rules]\n\"date/weekday\" = \"hint\"\n").unwrap();
    soon(|| server.check(text.clone())["diagnostics"][0]["severity"] == "hint");
    std::fs::write(&path, "\n[rules]\n\"date/weekday\" = \"hnit\"\n").unwrap();
    soon(|| server.check(text.clone())["faults"][0]["line"] == 3);
    let answer = server.check(text);
    assert_eq!(answer["diagnostics"][0]["severity"], "hint", "the last that was whole holds");
    assert!(answer["faults"][0]["file"].as_str().unwrap().ends_with("house.toml"), "{answer}");
}
