//! The command line as programs and newsrooms rely on it: the contracts of DESIGN.md on the real binary.
#![cfg(feature = "cli")]

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command as Process, Stdio};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A folder with articles, and what vartani says in it.
struct Folder(TempDir);

/// What a run said and how it ended.
struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Folder {
    fn with(files: &[(&str, &str)]) -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        for (name, text) in files {
            folder.put(name, text);
        }
        folder
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &[&str], stdin: &str) -> Said {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("vartani"));
        command.current_dir(self.0.path()).env("RUST_BACKTRACE", "1").args(arguments);
        let output = command.write_stdin(stdin).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let said = Said {
            code: output.status.code().expect("it ends by itself"),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        assert!(!said.err.contains("panicked"), "{arguments:?}: {}", said.err);
        assert!(!said.err.contains("stack backtrace"), "{arguments:?}: {}", said.err);
        said
    }

    /// `check --format json` with its lines read; the exit code is not looked at.
    fn findings(&self, arguments: &[&str]) -> Vec<Value> {
        self.run(&[&["check", "--format", "json"], arguments].concat()).lines()
    }
}

impl Said {
    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
    }

    /// The one sentence on stderr.
    #[track_caller]
    fn sentence(&self) -> &str {
        let sentence = self.err.trim_end();
        assert!(sentence.starts_with("vartani: "), "{sentence}");
        assert_eq!(sentence.lines().count(), 1, "one sentence, not {sentence}");
        sentence
    }

    /// A usage, configuration or I/O error: exit code 2 and one sentence that holds all of `parts`.
    #[track_caller]
    fn is_trouble(&self, parts: &[&str]) {
        assert_eq!(self.code, 2, "{}{}", self.out, self.err);
        let sentence = self.sentence();
        for part in parts {
            assert!(sentence.contains(part), "“{part}” is not in: {sentence}");
        }
    }
}

/// The values of one field in all findings.
fn field<'a>(lines: &'a [Value], name: &str) -> Vec<&'a str> {
    lines.iter().map(|line| line[name].as_str().unwrap()).collect()
}

fn texts(lines: &[Value]) -> Vec<&str> {
    field(lines, "text")
}

fn rules(lines: &[Value]) -> Vec<&str> {
    field(lines, "rule")
}

/// The keys of an object in alphabetical order.
fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

const WRONG_DAY: &str = "सुनवाई 31 अप्रैल को होगी।\n";
const WRONG_WEEKDAY: &str = "बैठक बुधवार (13 मार्च 2025) को हुई।\n";
const CLEAN: &str = "मुंबई में दिन भर बारिश हुई और लोकल ट्रेनें देर से चलीं।\n";

// check --format json

#[test]
fn a_finding_is_one_line_with_every_field() {
    let folder = Folder::with(&[("a.txt", "धूप निकली।\n😀 सुनवाई 31 अप्रैल को होगी।\n")]);
    let said = folder.run(&["check", "--format", "json", "--locale", "en", "a.txt"]);
    assert_eq!((said.code, said.err.as_str(), said.out.matches('\n').count()), (1, "", 1));
    let line = &said.lines()[0];
    let all = ["end", "fixes", "message", "path", "related", "rule", "severity", "span", "start", "text"];
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

// Exit codes

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
fn trouble_outweighs_findings() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    let said = folder.run(&["check", "--format", "json", "--fail-on", "never", "a.txt", "ग़ायब.txt"]);
    said.is_trouble(&["ग़ायब.txt", "no such file"]);
    assert_eq!(texts(&said.lines()), ["31 अप्रैल"], "the other file is checked");
}

// Bad input

#[test]
fn a_file_that_is_not_there_is_one_sentence() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    folder.run(&["check", "ग़ायब.txt"]).is_trouble(&["ग़ायब.txt", "no such file", "check the path"]);
    folder.run(&["check", "a.txt/b.txt"]).is_trouble(&["a.txt/b.txt", "no such file", "check the path"]);
    folder.run(&["inspect", "ग़ायब.txt"]).is_trouble(&["ग़ायब.txt", "no such file", "check the path"]);
    folder.run(&["compare", "--pairs", "pairs.tsv"]).is_trouble(&["pairs.tsv", "no such file"]);
    folder.run(&["check", "--config", "x.toml", "a.txt"]).is_trouble(&["x.toml", "no such file"]);
    folder.run(&["inspect", "."]).is_trouble(&["this is a folder", "name a file"]);
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_is_one_sentence() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("b.txt", WRONG_DAY)]);
    let path = folder.0.path().join("a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // root reads everything
    }
    let said = folder.run(&["check", "--format", "json", "."]);
    said.is_trouble(&["a.txt", "permissions"]);
    assert_eq!(field(&said.lines(), "path"), ["./b.txt"]);
}

#[test]
fn a_file_that_is_not_utf_8_is_one_sentence_with_its_line() {
    let folder = Folder::with(&[("b.txt", WRONG_DAY)]);
    folder.put("a.txt", b"\xe0\xa4\xaa\xe0\xa4\xb9\xe0\xa4\xb2\xe0\xa4\xbe\nd` \xe0\xa4 x\n");
    let said = folder.run(&["check", "--format", "json", "."]);
    said.is_trouble(&["a.txt:2", "not UTF-8", "save it as UTF-8"]);
    assert_eq!(field(&said.lines(), "path"), ["./b.txt"]);
    folder.run(&["inspect", "a.txt"]).is_trouble(&["a.txt:2", "not UTF-8"]);
}

#[test]
fn a_file_in_utf_16_is_called_by_its_name() {
    let folder = Folder::with(&[("b.txt", WRONG_DAY)]);
    let text = "\u{FEFF}सुनवाई 31 अप्रैल को होगी।";
    folder.put("le.txt", text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    folder.put("be.txt", text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>());
    for name in ["le.txt", "be.txt"] {
        let said = folder.run(&["check", "--format", "json", name, "b.txt"]);
        said.is_trouble(&[name, "UTF-16", "save it as UTF-8"]);
        assert_eq!(field(&said.lines(), "path"), ["b.txt"]);
    }
}

#[test]
fn a_byte_order_mark_and_an_empty_file_are_no_trouble() {
    let folder = Folder::with(&[("empty.txt", ""), ("mark.txt", "\u{FEFF}सुनवाई 31 अप्रैल को होगी।")]);
    let said = folder.run(&["check", "--format", "json", "empty.txt", "mark.txt"]);
    assert_eq!((said.code, said.err.as_str(), texts(&said.lines())), (1, "", vec!["31 अप्रैल"]));
    assert_eq!(said.lines()[0]["span"]["start"], 22, "bytes count from the beginning of the file");
}

#[test]
fn a_fault_in_the_configuration_has_line_and_column() {
    for (config, place, word) in [
        ("locale = \"hi\"\ncolour = \"red\"\n", "vartani.toml:2:1:", "colour"),
        ("[spelling]\nprefers = []\n", "vartani.toml:2:1:", "prefers"),
        ("fail-on = \"loud\"\n", "vartani.toml:1:11:", "loud"),
        ("[rules]\n\"text/quotes\" = \"loud\"\n", "vartani.toml:2:17:", "loud"),
        ("[rules]\n\"text/qoutes\" = \"off\"\n", "vartani.toml:2:1:", "text/qoutes"),
        ("skip = [\"ठीक\", \"[\"]\n", "vartani.toml:1:16:", "skip"),
        ("[spelling\n", "vartani.toml:1:10:", ""),
    ] {
        let folder = Folder::with(&[("a.txt", CLEAN), ("vartani.toml", config)]);
        folder.run(&["check", "a.txt"]).is_trouble(&[place, word]);
        folder.run(&["inspect", "a.txt"]).is_trouble(&[place, word]);
    }
}

#[test]
fn a_pattern_that_is_none_is_told_where_it_stands() {
    let config = "locale = \"hi\"\nexclude = [\"drafts/\", \"[पुराने\"]\n";
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("vartani.toml", config)]);
    for arguments in [&["check", "a.txt"][..], &["check", "."], &["inspect", "a.txt"]] {
        let said = folder.run(arguments);
        said.is_trouble(&["vartani.toml:2:23: ", "`exclude`", "\"[पुराने\"", "check its brackets"]);
        assert!(!said.err.contains('!'), "{}", said.err);
    }
    folder.put("vartani.toml", "exclude = [\"[\", \"{\", \"ठीक\"]\n");
    let said = folder.run(&["check", "."]);
    assert_eq!((said.code, said.err.lines().count()), (2, 2), "{}", said.err);
    assert!(said.err.contains("vartani.toml:1:12: ") && said.err.contains("vartani.toml:1:17: "));
    folder.put("vartani.toml", "exclude = \"drafts/\"\n");
    folder.run(&["check", "."]).is_trouble(&["vartani.toml:1:11: "]);
}

#[test]
fn a_configuration_or_actor_file_that_is_not_utf_8_is_one_sentence_with_its_line() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    folder.put("vartani.toml", b"locale = \"hi\"\n# \xe0\xa4 x\n");
    for arguments in [&["check", "a.txt"][..], &["check", "."], &["inspect", "a.txt"]] {
        folder.run(arguments).is_trouble(&["vartani.toml:2: ", "not UTF-8", "save it as UTF-8"]);
    }
    folder.put("vartani.toml", "actors = [\"हमारे.toml\"]\n");
    folder.put("हमारे.toml", b"\n\n# \xe0\xa4 x\n");
    let said = folder.run(&["check", "--format", "json", "."]);
    said.is_trouble(&["हमारे.toml:3: ", "not UTF-8", "save it as UTF-8", "vartani.toml"]);
    assert_eq!(texts(&said.lines()), ["31 अप्रैल"], "the article is checked");
}

#[test]
fn a_broken_newsroom_is_told_once_however_its_articles_are_named() {
    let folder =
        Folder::with(&[("a.txt", WRONG_DAY), ("खेल/b.txt", WRONG_DAY), ("vartani.toml", "locale = \"fr\"\n")]);
    for arguments in [&["check", "."][..], &["check", ".", "खेल"], &["check", "a.txt", "खेल", "./खेल/b.txt"]]
    {
        folder.run(arguments).is_trouble(&["vartani.toml:1:10:", "fr"]);
    }
    folder.put("x.toml", "colour = 3\n");
    folder.run(&["check", "--config", "x.toml", ".", "खेल"]).is_trouble(&["x.toml:1:1:", "colour"]);
}

#[test]
fn a_broken_newsroom_does_not_stop_the_others() {
    let folder = Folder::with(&[
        ("टूटा/a.txt", WRONG_DAY),
        ("टूटा/b.txt", WRONG_DAY),
        ("टूटा/vartani.toml", "locale = \"fr\"\n"),
        ("ठीक/a.txt", WRONG_DAY),
    ]);
    let said = folder.run(&["check", "--format", "json", "टूटा/a.txt", "टूटा/b.txt", "ठीक/a.txt"]);
    said.is_trouble(&["vartani.toml:1:10:", "fr"]);
    assert_eq!(field(&said.lines(), "path"), ["ठीक/a.txt"]);
}

#[test]
fn an_actor_file_that_is_missing_or_broken_is_told_and_the_article_is_checked() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("vartani.toml", "actors = [\"हमारे.toml\"]\n")]);
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    said.is_trouble(&["हमारे.toml", "no such file", "check the path", "vartani.toml"]);
    assert_eq!(texts(&said.lines()), ["31 अप्रैल"]);

    folder
        .put("हमारे.toml", "[asha]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\nage = 7\n");
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    said.is_trouble(&["हमारे.toml:5:1:", "asha", "age"]);
    assert_eq!(texts(&said.lines()), ["31 अप्रैल"]);

    folder.put("हमारे.toml", "[asha\n");
    folder.run(&["check", "a.txt"]).is_trouble(&["हमारे.toml:1:"]);
}

#[test]
fn bad_arguments_are_exit_code_2_and_say_what_to_write() {
    let folder = Folder::with(&[("a.txt", CLEAN)]);
    for (arguments, part) in [
        (&["check", "--dateline", "2025-02-30", "a.txt"][..], "2025-03-12"),
        (&["inspect", "--dateline", "12 मार्च", "a.txt"], "2025-03-12"),
        (&["check", "--fail-on", "loud", "a.txt"], "never"),
        (&["check", "--format", "xml", "a.txt"], "json"),
        (&["check", "--jobs", "0", "a.txt"], "--jobs"),
        (&["check"], "PATHS"),
        (&["compare", "हिंदी"], "2 values"),
        (&["chek", "a.txt"], "check"),
        (&[], "check"),
    ] {
        let said = folder.run(arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}");
        assert!(said.err.contains(part), "{arguments:?}: {}", said.err);
    }
    let said = folder.run(&["--version"]);
    assert_eq!((said.code, said.out.starts_with("vartani ")), (0, true));
    assert_eq!(folder.run(&["--help"]).code, 0);
}

// The newsroom's choices

#[test]
fn the_newsroom_decides_once_for_all() {
    let text = "मॉस्को शांत है। मॉस्को तैयार है। मास्को चुप है।\n";
    let folder = Folder::with(&[("a.txt", text)]);
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["मास्को"], "the majority decides");
    folder.put("vartani.toml", "[spelling]\nprefer = [\"मास्को\"]\n");
    let found = folder.findings(&["a.txt"]);
    assert_eq!(texts(&found), ["मॉस्को", "मॉस्को"]);
    assert_eq!(found[0]["fixes"][0]["edits"][0]["insert"], "मास्को");
    folder.put("vartani.toml", "[spelling]\naccept = [\"मास्को\"]\n");
    assert_eq!(texts(&folder.findings(&["a.txt"])), [""; 0]);
}

#[test]
fn a_newsrooms_own_actors_outweigh_the_majority_and_those_that_ship() {
    let own = "[moscow]\nkind = \"place\"\nname = \"मास्को\"\nalone = true\nlatin = \"Moscow\"\n";
    let text = "मॉस्को शांत है। मॉस्को तैयार है। मास्को चुप है। वार्ता Moscow में है।\n";
    let folder = Folder::with(&[
        ("a.txt", text),
        ("नाम/हमारे.toml", own),
        ("vartani.toml", "actors = [\"नाम/हमारे.toml\"]\n"),
    ]);
    let found = folder.findings(&["--locale", "en", "a.txt"]);
    assert_eq!(texts(&found), ["मॉस्को", "मॉस्को", "Moscow"]);
    assert!(found[0]["message"].as_str().unwrap().contains("your actor file has it"));
    assert_eq!(found[2]["fixes"][0]["edits"][0]["insert"], "मास्को");
}

#[test]
fn a_newsrooms_own_actor_is_known_to_nobody_else() {
    let own = "[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\n";
    let text = "सरपंच Asha Devi ने गाँव के चौपाल पर बैठक बुलाई।\n";
    let folder = Folder::with(&[
        ("a/a.txt", text),
        ("b/a.txt", text),
        ("a/own.toml", own),
        ("a/vartani.toml", "actors = [\"own.toml\"]\n"),
    ]);
    let found = folder.findings(&["."]);
    assert_eq!((field(&found, "path"), texts(&found)), (vec!["./a/a.txt"], vec!["Asha Devi"]));
}

#[test]
fn what_stays_in_latin_letters_is_left_alone() {
    let folder = Folder::with(&[("a.txt", "Kyiv ने प्रस्ताव का समर्थन किया। Moscow ने इससे इनकार किया।\n")]);
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["Kyiv", "Moscow"]);
    folder.put("vartani.toml", "[spelling]\nkeep-latin = [\"Kyiv\"]\n");
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["Moscow"]);
}

#[test]
fn a_rule_can_be_off_or_graver_or_calmer() {
    let folder = Folder::with(&[("a.txt", WRONG_WEEKDAY)]);
    for (level, severity, code) in [
        ("error", "error", 1),
        ("warning", "warning", 1),
        ("information", "information", 0),
        ("hint", "hint", 0),
    ] {
        folder.put("vartani.toml", format!("[rules]\n\"date/weekday\" = \"{level}\"\n"));
        let said = folder.run(&["check", "--format", "json", "a.txt"]);
        assert_eq!((field(&said.lines(), "severity"), said.code), (vec![severity], code));
    }
    folder.put("vartani.toml", "[rules]\n\"date/weekday\" = \"off\"\n");
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
}

#[test]
fn the_newsroom_says_what_fails_and_the_command_line_overrules_it() {
    let folder = Folder::with(&[("a.txt", WRONG_WEEKDAY), ("vartani.toml", "fail-on = \"error\"\n")]);
    assert_eq!(folder.run(&["check", "a.txt"]).code, 0);
    assert_eq!(folder.run(&["check", "--fail-on", "warning", "a.txt"]).code, 1);
    folder.put("vartani.toml", "fail-on = \"never\"\n");
    let said = folder.run(&["check", "--format", "json", "a.txt"]);
    assert_eq!((said.code, said.err.as_str(), rules(&said.lines())), (0, "", vec!["date/weekday"]));
    assert_eq!(folder.run(&["check", "--fail-on", "warning", "a.txt"]).code, 1);
    folder.put("vartani.toml", "fail-on = \"off\"\n");
    folder.run(&["check", "a.txt"]).is_trouble(&["vartani.toml:1:11:", "off", "error or never"]);
}

#[test]
fn each_newsroom_says_what_fails_in_its_own_articles() {
    let folder = Folder::with(&[
        ("क/vartani.toml", "fail-on = \"never\"\n"),
        ("क/a.txt", WRONG_DAY),
        ("ख/vartani.toml", "fail-on = \"error\"\n"),
        ("ख/a.txt", WRONG_WEEKDAY),
    ]);
    assert_eq!(
        folder.run(&["check", "."]).code,
        0,
        "an error where nothing fails, a warning where errors do"
    );
    assert_eq!(folder.run(&["check", "--fail-on", "error", "."]).code, 1, "the command line holds for all");
    folder.put("ग/a.txt", WRONG_WEEKDAY);
    assert_eq!(folder.run(&["check", "."]).code, 1, "a newsroom without a choice fails from warning on");
}

#[test]
fn each_newsroom_speaks_its_own_language() {
    let folder = Folder::with(&[
        ("क/vartani.toml", "locale = \"en\"\n"),
        ("क/a.txt", WRONG_DAY),
        ("ख/vartani.toml", "locale = \"hi\"\n"),
        ("ख/a.txt", WRONG_DAY),
    ]);
    let hindi = |arguments: &[&str]| -> Vec<bool> {
        let found = folder.findings(arguments);
        field(&found, "message").iter().map(|message| message.contains("कैलेंडर में नहीं है")).collect()
    };
    assert_eq!(hindi(&["ख", "क"]), [false, true]);
    assert_eq!(hindi(&["--locale", "hi", "."]), [true, true]);
    assert_eq!(hindi(&["--locale", "en", "."]), [false, false]);

    let out = |arguments: &[&str]| folder.run(&[&["check"], arguments].concat()).out;
    let both = out(&["ख", "क"]);
    assert!(both.contains("error[date/impossible]") && both.contains("ग़लती[date/impossible]"), "{both}");
    assert!(both.contains("fix: ") && both.contains("सुधार: "), "{both}");
    assert!(both.ends_with("2 articles: 2 errors, 0 warnings, 0 information, 0 hints\n"), "{both}");
    assert!(out(&["ख"]).ends_with("1 लेख: 1 ग़लती, 0 चेतावनियाँ, 0 सूचनाएँ, 0 संकेत\n"));
    assert!(out(&["--locale", "hi", "."]).contains("2 लेख: "), "the count is in the language asked for");
}

#[test]
fn the_newsroom_speaks_hindi_unless_it_says_otherwise() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY)]);
    let message = |arguments: &[&str]| folder.findings(arguments)[0]["message"].as_str().unwrap().to_owned();
    assert!(message(&["a.txt"]).contains("कैलेंडर में नहीं है"));
    folder.put("vartani.toml", "locale = \"en\"\n");
    assert!(message(&["a.txt"]).starts_with("there is no 31 April"));
    assert!(message(&["--locale", "hi", "a.txt"]).contains("कैलेंडर में नहीं है"));
}

#[test]
fn the_nearest_configuration_upwards_is_in_force() {
    let folder = Folder::with(&[
        ("vartani.toml", "[rules]\n\"date/impossible\" = \"off\"\n"),
        ("a.txt", WRONG_DAY),
        ("राज्य/बिहार/a.txt", WRONG_DAY),
        ("खेल/vartani.toml", "[rules]\n\"date/impossible\" = \"hint\"\n"),
        ("खेल/क्रिकेट/a.txt", WRONG_DAY),
    ]);
    let found = folder.findings(&["."]);
    assert_eq!(field(&found, "path"), ["./खेल/क्रिकेट/a.txt"], "the upper one is off");
    assert_eq!(field(&found, "severity"), ["hint"]);
}

#[test]
fn a_configuration_on_the_command_line_is_the_only_one() {
    let folder = Folder::with(&[
        ("vartani.toml", "[rules]\n\"date/impossible\" = \"off\"\n"),
        ("सख़्त.toml", "[rules]\n\"date/impossible\" = \"warning\"\n"),
        ("a.txt", WRONG_DAY),
    ]);
    assert_eq!(field(&folder.findings(&["--config", "सख़्त.toml", "a.txt"]), "severity"), ["warning"]);
}

#[test]
fn a_folder_gives_its_articles_but_not_what_is_excluded_or_ignored() {
    let folder = Folder::with(&[
        ("vartani.toml", "exclude = [\"drafts/\", \"*.tmp.txt\"]\n"),
        (".gitignore", "old/\n"),
        (".ignore", "notes.md\n"),
        ("a.txt", WRONG_DAY),
        ("b.md", WRONG_DAY),
        ("c.html", "<p>सुनवाई 31 अप्रैल को होगी।</p>"),
        ("d.tmp.txt", WRONG_DAY),
        ("drafts/e.txt", WRONG_DAY),
        ("old/f.txt", WRONG_DAY),
        ("notes.md", WRONG_DAY),
        ("table.csv", WRONG_DAY),
        (".hidden/g.txt", WRONG_DAY),
    ]);
    assert_eq!(field(&folder.findings(&["."]), "path"), ["./a.txt", "./b.md", "./c.html"]);
    assert_eq!(field(&folder.findings(&["old/f.txt", "table.csv"]), "path"), ["old/f.txt", "table.csv"]);
}

#[test]
fn what_is_excluded_is_told_from_the_folder_of_the_configuration() {
    let folder = Folder::with(&[
        ("desk/vartani.toml", "exclude = [\"/drafts\", \"राज्य/*/पुराने/\"]\n"),
        ("desk/a.txt", WRONG_DAY),
        ("desk/drafts/a.txt", WRONG_DAY),
        ("desk/खेल/drafts/a.txt", WRONG_DAY),
        ("desk/राज्य/बिहार/पुराने/a.txt", WRONG_DAY),
        ("desk/राज्य/बिहार/a.txt", WRONG_DAY),
        ("drafts/a.txt", WRONG_DAY),
    ]);
    let paths = |arguments: &[&str]| -> Vec<String> {
        field(&folder.findings(arguments), "path").into_iter().map(str::to_owned).collect()
    };
    let desk = ["a.txt", "खेल/drafts/a.txt", "राज्य/बिहार/a.txt"];
    let under = |root: &str| desk.map(|path| format!("{root}{path}"));
    assert_eq!(paths(&["desk"]), under("desk/"));
    assert_eq!(paths(&["drafts/../desk"]), under("drafts/../desk/"));
    let whole = folder.0.path().join("desk");
    assert_eq!(paths(&[whole.to_str().unwrap()]), under(&format!("{}/", whole.display())));
    assert_eq!(paths(&["."]), [&under("./desk/")[..], &["./drafts/a.txt".to_owned()]].concat());
    assert_eq!(paths(&["desk/राज्य/बिहार"]), ["desk/राज्य/बिहार/a.txt"]);
    assert_eq!(paths(&["desk/drafts"]), [""; 0], "a folder that is excluded has no articles");
    assert_eq!(paths(&["desk/drafts/a.txt"]), ["desk/drafts/a.txt"], "a file that is named is read");
}

#[test]
fn each_newsroom_excludes_for_itself() {
    let folder = Folder::with(&[
        ("vartani.toml", "exclude = [\"*.tmp.txt\", \"!रखें.tmp.txt\", \"पुराना/\"]\n"),
        ("a.tmp.txt", WRONG_DAY),
        ("रखें.tmp.txt", WRONG_DAY),
        ("खेल/vartani.toml", "exclude = [\"b.txt\"]\n"),
        ("खेल/a.tmp.txt", WRONG_DAY),
        ("खेल/b.txt", WRONG_DAY),
        ("पुराना/vartani.toml", ""),
        ("पुराना/c.txt", WRONG_DAY),
    ]);
    assert_eq!(field(&folder.findings(&["."]), "path"), ["./खेल/a.tmp.txt", "./रखें.tmp.txt"]);
    folder.put("पसंद.toml", "exclude = [\"खेल/\"]\n");
    assert_eq!(
        field(&folder.findings(&["--config", "पसंद.toml", "."]), "path"),
        ["./a.tmp.txt", "./पुराना/c.txt", "./रखें.tmp.txt"]
    );
}

#[test]
fn what_the_newsroom_skips_is_not_marked() {
    let text = "सुनवाई [[31 अप्रैल]] को, परीक्षा 31 जून को है।\n";
    let folder = Folder::with(&[("a.txt", text), ("vartani.toml", "skip = ['\\[\\[.*?\\]\\]']\n")]);
    assert_eq!(texts(&folder.findings(&["a.txt"])), ["31 जून"]);
}

#[test]
fn the_dateline_comes_from_front_matter_opening_option_or_file_name_in_that_order() {
    let weekday = "बैठक बुधवार (13 मार्च) को होगी।\n";
    let folder = Folder::with(&[
        ("plain.txt", weekday),
        ("2025-03-12-baithak.txt", weekday),
        ("front.md", &format!("---\ndate: 2024-03-12\n---\n\n{weekday}")),
    ]);
    let count = |arguments: &[&str]| folder.findings(arguments).len();
    assert_eq!(count(&["plain.txt"]), 0, "no dateline, no opinion");
    assert_eq!(count(&["2025-03-12-baithak.txt"]), 1, "13 March 2025 is a Thursday");
    assert_eq!(count(&["--dateline", "2025-03-12", "plain.txt"]), 1);
    assert_eq!(
        count(&["--dateline", "2024-03-12", "2025-03-12-baithak.txt"]),
        0,
        "in 2024 it was a Wednesday"
    );
    assert_eq!(count(&["--dateline", "2025-03-12", "front.md"]), 0, "the article itself knows best");
}

// For people

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

// inspect

#[test]
fn inspect_prints_what_was_understood_in_order() {
    let article = "नई दिल्ली, 12 मार्च 2025 (भाषा)। व्लादिमीर पुतिन ने बुधवार को कहा कि वार्ता 14-16 मार्च को होगी। \
                   नुगरोहो बोले। नुग्रोहो हँसे। नुगरोहो लौटे।\n";
    let folder = Folder::with(&[("a.txt", article)]);
    let said = folder.run(&["inspect", "a.txt"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let lines = said.lines();
    let expected = [
        serde_json::json!({"kind": "dateline", "place": "नई दिल्ली", "date": "2025-03-12", "source": "opening",
            "span": {"start": 0, "end": 50}}),
        serde_json::json!({"kind": "actor", "text": "नई दिल्ली", "span": {"start": 0, "end": 25},
            "id": "new-delhi", "name": "नई दिल्ली", "role": null}),
        serde_json::json!({"kind": "time", "text": "12 मार्च 2025", "span": {"start": 27, "end": 50}, "class": "date",
            "timex": "2025-03-12", "start": "2025-03-12", "end": "2025-03-13"}),
        serde_json::json!({"kind": "actor", "text": "व्लादिमीर पुतिन", "span": {"start": 69, "end": 112},
            "id": "vladimir-putin", "name": "व्लादिमीर पुतिन", "role": "रूस के राष्ट्रपति"}),
        serde_json::json!({"kind": "time", "text": "बुधवार", "span": {"start": 120, "end": 138}, "class": "weekday",
            "timex": "2025-03-12", "start": "2025-03-12", "end": "2025-03-13"}),
        serde_json::json!({"kind": "time", "text": "14-16 मार्च", "span": {"start": 182, "end": 203}, "class": "range",
            "timex": "2025-03-14/2025-03-16", "start": "2025-03-14", "end": "2025-03-17"}),
        serde_json::json!({"kind": "name", "text": "नुगरोहो", "span": {"start": 227, "end": 248},
            "preferred": "नुगरोहो", "variants": ["नुग्रोहो"]}),
        serde_json::json!({"kind": "name", "text": "नुग्रोहो", "span": {"start": 265, "end": 289},
            "preferred": "नुगरोहो", "variants": ["नुग्रोहो"]}),
        serde_json::json!({"kind": "name", "text": "नुगरोहो", "span": {"start": 306, "end": 327},
            "preferred": "नुगरोहो", "variants": ["नुग्रोहो"]}),
    ];
    for (line, expected) in lines.iter().zip(&expected) {
        assert_eq!(line, expected);
    }
    assert_eq!(lines.len(), expected.len());
}

#[test]
fn a_dateline_says_where_its_date_is_from() {
    let folder = Folder::with(&[
        ("plain.txt", CLEAN),
        ("2025-03-12.txt", CLEAN),
        ("front.md", "---\ndate: 2025-03-12\n---\n\nबारिश हुई।\n"),
    ]);
    let dateline = |arguments: &[&str]| folder.run(&[&["inspect"], arguments].concat()).lines()[0].clone();
    let unknown = serde_json::json!({"kind": "dateline", "place": null, "date": null, "source": null});
    assert_eq!(dateline(&["plain.txt"]), unknown);
    for (arguments, source) in [
        (&["2025-03-12.txt"][..], "file-name"),
        (&["front.md"], "front-matter"),
        (&["--dateline", "2025-03-12", "plain.txt"], "given"),
    ] {
        let line = dateline(arguments);
        assert_eq!((line["date"].as_str(), line["source"].as_str()), (Some("2025-03-12"), Some(source)));
    }
}

#[test]
fn a_time_without_a_dateline_keeps_its_gaps() {
    let folder = Folder::with(&[]);
    let said = folder.run_with(&["inspect", "-"], "परीक्षा 14 मार्च को और नतीजा मई 2024 में आया।\n");
    let times: Vec<_> = said.lines().into_iter().filter(|line| line["kind"] == "time").collect();
    let known = |line: &Value| [line["timex"].clone(), line["start"].clone(), line["end"].clone()];
    assert_eq!(known(&times[0]), [Value::from("XXXX-03-14"), Value::Null, Value::Null]);
    assert_eq!(
        known(&times[1]).map(|v| v.as_str().unwrap().to_owned()),
        ["2024-05", "2024-05-01", "2024-06-01"]
    );
}

// compare

#[test]
fn compare_answers_a_pair_in_five_columns() {
    let folder = Folder::with(&[]);
    let said = folder.run(&["compare", "मॉस्को", "मास्को"]);
    let columns: Vec<&str> = said.out.trim_end().split('\t').collect();
    assert_eq!((said.code, said.err.as_str(), columns.len()), (0, "", 5));
    assert_eq!(columns[..3], ["मॉस्को", "मास्को", "same"]);
    assert!((0.0..=1.0).contains(&columns[3].parse::<f32>().unwrap()));
    assert!(!columns[4].is_empty());
    let said = folder.run(&["compare", "ऑस्ट्रिया", "पेरिस"]);
    assert_eq!((said.code, said.out.split('\t').nth(2)), (0, Some("different")), "an answer is no failure");
}

#[test]
fn compare_answers_a_file_or_standard_input_line_by_line() {
    let pairs = "हिन्दी\tहिंदी\nदिन\tदीन\n";
    let folder = Folder::with(&[("pairs.tsv", pairs)]);
    let file = folder.run(&["compare", "--pairs", "pairs.tsv"]);
    let stdin = folder.run_with(&["compare", "--pairs", "-"], pairs);
    assert_eq!(file.out, stdin.out);
    let verdicts: Vec<_> = file.out.lines().map(|line| line.split('\t').nth(2).unwrap()).collect();
    assert_eq!(verdicts, ["same", "different"]);
}

#[test]
fn compare_answers_a_bad_line_in_its_place_and_tells_it() {
    let folder = Folder::with(&[]);
    let said = folder.run_with(&["compare", "--pairs", "-"], "क\tक\nअकेला\nख\tख\n");
    said.is_trouble(&["line 2", "tab"]);
    assert_eq!(said.out.lines().count(), 3);
    assert!(said.out.lines().nth(1).unwrap().starts_with("अकेला\t\tdifferent\t0.000\terror:"));
}

#[test]
fn compare_says_same_exactly_where_check_speaks_of_one_name() {
    for (a, b) in [("नुगरोहो", "नुग्रोहो"), ("टकाहाशी", "ताकाहाशी"), ("नुगरोहो", "नगाहो")]
    {
        let folder = Folder::with(&[("a.txt", &format!("{a} आए। {a} बोले। {b} लौटे।\n"))]);
        let same = folder.run(&["compare", a, b]).out.split('\t').nth(2) == Some("same");
        assert_eq!(folder.findings(&["a.txt"]).len(), usize::from(same), "{a} / {b}");
    }
}

// explain, rules, init, completions

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
fn shells_get_their_completions() {
    let folder = Folder::with(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = folder.run(&["completions", shell]);
        assert_eq!((said.code, said.err.as_str(), said.out.contains("vartani")), (0, "", true), "{shell}");
        assert!(said.out.contains("inspect") && said.out.contains("fail-on"), "{shell}");
    }
    assert_eq!(folder.run(&["completions", "dos"]).code, 2);
}
