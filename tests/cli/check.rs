//! `check`: exit codes, and what people see.

use std::io::Read as _;
use std::process::{Command as Process, Stdio};

use crate::folder::{CLEAN, Folder, WRONG_DAY, WRONG_WEEKDAY, texts};

#[test]
fn the_exit_code_is_0_for_clean_copy_and_1_for_a_warning() {
    let folder = Folder::with(&[("a.txt", CLEAN), ("b.txt", WRONG_WEEKDAY)]);
    assert_eq!(folder.run(&["check", "a.txt"]).code, 0);
    assert_eq!(folder.run(&["check", "b.txt"]).code, 1);
    assert_eq!(folder.run(&["check", "."]).code, 1);
}

#[test]
fn fail_on_sets_the_least_severity_that_fails() {
    let latin = "Kyiv ने प्रस्ताव का समर्थन किया।\n";
    let folder =
        Folder::with(&[("info.txt", latin), ("warning.txt", WRONG_WEEKDAY), ("error.txt", WRONG_DAY)]);
    let code = |least: &str, file: &str| folder.run(&["check", "--fail-on", least, file]).code;
    let files = ["info.txt", "warning.txt", "error.txt"];
    assert_eq!(files.map(|file| code("hint", file)), [1, 1, 1]);
    assert_eq!(files.map(|file| code("information", file)), [1, 1, 1]);
    assert_eq!(files.map(|file| code("warning", file)), [0, 1, 1]);
    assert_eq!(files.map(|file| code("error", file)), [0, 0, 1]);
    assert_eq!(files.map(|file| code("never", file)), [0, 0, 0]);
    assert_eq!(files.map(|file| folder.run(&["check", file]).code), [0, 1, 1], "warning is the default");
}

#[test]
fn of_thousands_of_faults_a_hundred_of_a_rule_are_shown_and_the_rest_counted() {
    let text = "बैठक अाज में में हुई।\n".repeat(3000) + &WRONG_DAY.repeat(300);
    let folder = Folder::with(&[("a.txt", &text)]);
    let said = folder.run(&["check", "--locale", "en", "--format", "json", "a.txt"]);
    let (lines, code) = (said.lines(), said.code);
    let of = |rule: &str| lines.iter().filter(|line| line["rule"] == rule).collect::<Vec<_>>();
    for rule in ["spelling/encoding", "text/repeated-word"] {
        let marks = of(rule);
        let number_of_more = marks
            .iter()
            .map(|mark| mark["message"].as_str().unwrap().contains("; 2900 more marks of this rule"));
        assert_eq!(number_of_more.collect::<Vec<_>>(), [vec![false; 99], vec![true]].concat(), "{rule}");
        assert_eq!(marks[99]["start"]["line"], 100, "the first hundred are shown");
    }
    assert_eq!((of("date/impossible").len(), code), (300, 1), "errors are all shown");

    let said = folder.run(&["check", "a.txt"]);
    assert!(said.out.contains("इसी नियम के 2900 निशान और हैं, यहाँ नहीं दिखाए गए।"));
    assert!(said.out.contains("6000 "), "the sum is of all: {}", said.out.lines().last().unwrap());
}

#[test]
fn pieced_words_are_settled_where_an_article_has_several() {
    let read = |folder: &Folder| std::fs::read_to_string(folder.0.path().join("a.txt")).unwrap();
    let one = Folder::with(&[("a.txt", "सभा में उसकाे फूल मिले।\n")]);
    assert_eq!(one.run(&["check", "--fix", "a.txt"]).code, 1);
    assert_eq!(read(&one), "सभा में उसकाे फूल मिले।\n", "का or को: nobody knows");
    let many = Folder::with(&[("a.txt", "सभा में उसकाे फूल मिले।\nलाेग जनता काे सुनने आए।\n")]);
    many.run(&["check", "--fix", "a.txt"]);
    assert_eq!(read(&many), "सभा में उसको फूल मिले।\nलोग जनता को सुनने आए।\n");
}

#[test]
fn trouble_outweighs_findings() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    let said = folder.run(&["check", "--format", "json", "--fail-on", "never", "a.txt", "ग़ायब.txt"]);
    said.is_trouble(&["ग़ायब.txt", "no such file"]);
    assert_eq!(texts(&said.lines()), ["31 अप्रैल"], "the other file is checked");
}

#[test]
fn a_pipe_gets_no_colour_codes() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    let said = folder.run(&["check", "a.txt"]);
    assert!(!said.out.contains('\u{1b}') && !said.err.contains('\u{1b}'));
    assert!(said.out.contains("a.txt:1:8") && said.out.contains("31 अप्रैल"), "{}", said.out);
    assert!(folder.run(&["check", "--color", "always", "a.txt"]).out.contains("\u{1b}["));
    assert!(!folder.run(&["check", "--color", "never", "a.txt"]).out.contains('\u{1b}'));
    assert!(!folder.run(&["rules"]).out.contains('\u{1b}'));
    let json = folder.run(&["check", "--color", "always", "--format", "json", "a.txt"]);
    assert!(!json.out.contains('\u{1b}'));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::with(&[("a.txt", &WRONG_DAY.repeat(4000))]);
    let commands: [&[&str]; 3] =
        [&["check", "a.txt"], &["check", "--format", "json", "a.txt"], &["inspect", "a.txt"]];
    for arguments in commands {
        let mut child = Process::new(assert_cmd::cargo::cargo_bin!("vartani"))
            .current_dir(folder.0.path())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0; 16];
        let mut stdout = child.stdout.take().unwrap();
        stdout.read_exact(&mut first).unwrap();
        drop(stdout);
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert!(output.status.code().is_some_and(|code| code < 2), "{arguments:?}: {}", output.status);
    }
}

#[test]
fn offices_that_nobody_has_looked_up_are_counted_in_one_sentence() {
    const NAMES: &str = "[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\n\
        roles = [{ title = \"भूटान के राजदूत\", en = \"ambassador\", office = \"BT/ambassador\", from = \"2020\", \
        checked = \"2021-05-01\" }]\n";
    let article = "थिंपू, 12 मार्च 2022 (भाषा)। भूटान के राजदूत आशा देवी ने कहा। भूटान के राजदूत आशा देवी लौटीं।\n";
    let folder = Folder::with(&[
        ("vartani.toml", "actors = [\"names.toml\"]\n"),
        ("names.toml", NAMES),
        ("a.txt", article),
        ("b.txt", article),
    ]);
    let sentence = "1 पद की जाँच नहीं हो सकी: उसकी जानकारी 1 मई 2021 तक की है।";
    let said = folder.run(&["check", "a.txt", "b.txt"]);
    assert_eq!(
        (said.code, said.out.matches(sentence).count(), said.err.as_str()),
        (0, 1, ""),
        "{}",
        said.out
    );
    let said = folder.run(&["check", "--format", "json", "a.txt", "b.txt"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert_eq!(said.err, "vartani: 1 office could not be judged: it is known up to 1 May 2021\n");
    let off = "actors = [\"names.toml\"]\n[rules]\n\"actor/title\" = \"off\"\n";
    folder.put("vartani.toml", off);
    assert!(!folder.run(&["check", "a.txt"]).out.contains("जाँच नहीं हो सकी"));
}

#[test]
fn titles_on_record_are_marked_where_that_is_asked_for() {
    let article = "मॉस्को, 12 मार्च 2025 (भाषा)। रूसी राष्ट्रपति व्लादिमीर पुतिन ने कहा।\n";
    let folder = Folder::with(&[("a.txt", article)]);
    assert_eq!(folder.findings(&["a.txt"]), Vec::<serde_json::Value>::new());
    let said = folder.run(&["check", "--verified", "--format", "json", "--locale", "en", "a.txt"]);
    let lines = said.lines();
    assert_eq!((said.code, lines.len()), (0, 1), "a hint is no failure");
    assert_eq!((&lines[0]["rule"], &lines[0]["severity"]), (&"actor/verified".into(), &"hint".into()));
    assert_eq!(lines[0]["message"], "on record: व्लादिमीर पुतिन held this office on 12 March 2025");
}
