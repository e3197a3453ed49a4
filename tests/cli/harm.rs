//! What is in a folder that somebody else has filled harms neither the machine nor the text.
#![cfg(unix)]

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::folder::{CLEAN, Folder, WRONG_DAY, texts};

/// A fault with a safe fix.
const FIXABLE: &str = "बैठक अाज हुई।\n";

const NAMES: &str = "[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\n";

fn vartani(folder: &Folder) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("vartani"));
    command.current_dir(folder.0.path()).env("XDG_CACHE_HOME", folder.cache());
    command
}

fn make_pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_link_planted_where_the_new_file_would_be_is_not_followed() {
    let folder = Folder::with(&[("desk/a.txt", FIXABLE), ("secret", "as it was")]);
    let script = "ln -s ../secret a.txt.$$.new; exec \"$0\" check --fix a.txt";
    let program = assert_cmd::cargo::cargo_bin!("vartani");
    let mut command = Command::new("sh");
    command.current_dir(folder.0.path().join("desk")).arg("-c").arg(script).arg(program);
    assert_eq!(command.output().unwrap().status.code(), Some(0));
    let read = |name: &str| fs::read_to_string(folder.0.path().join(name)).unwrap();
    assert_eq!((read("secret").as_str(), read("desk/a.txt").as_str()), ("as it was", "बैठक आज हुई।\n"));
}

#[test]
fn a_fix_takes_setuid_away() {
    let folder = Folder::with(&[("a.txt", FIXABLE)]);
    let path = folder.0.path().join("a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o6664)).unwrap();
    assert_eq!(folder.run(&["check", "--fix", "a.txt"]).code, 0);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o664);
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_killed_while_it_writes_leaves_nothing_behind() {
    let folder = Folder::with(&[("vartani.toml", "actors = [\"names.toml\"]\n"), ("names.toml", NAMES)]);
    make_pipe(&folder.0.path().join("rows.tsv"));
    let mut command = vartani(&folder);
    command.args(["actors", "import", "rows.tsv", "--retrieved", "2025-03-12", "--source", "desk"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut rows = OpenOptions::new().write(true).open(folder.0.path().join("rows.tsv")).unwrap();
    rows.write_all("name\tlatin\nमोहन जोशी\tMohan Joshi\n".as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(500));
    child.kill().unwrap();
    child.wait().unwrap();
    fs::remove_file(folder.0.path().join("rows.tsv")).unwrap();
    let mut left: Vec<_> =
        fs::read_dir(folder.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["names.toml", "vartani.toml"]);
    assert_eq!(fs::read_to_string(folder.0.path().join("names.toml")).unwrap(), NAMES);
}

#[test]
fn actors_are_read_from_below_the_folder_only() {
    let folder = Folder::with(&[("desk/a.txt", WRONG_DAY), ("names.toml", NAMES)]);
    let desk = folder.0.path().join("desk");
    symlink("../names.toml", desk.join("link.toml")).unwrap();
    symlink("/dev", desk.join("devices")).unwrap();
    let whole = folder.0.path().join("names.toml").display().to_string();
    for (name, why) in [
        ("/dev/zero", "absolute path"),
        ("/dev/stdin", "absolute path"),
        ("/proc/self/environ", "absolute path"),
        (&whole, "absolute path"),
        ("../names.toml", "leads out"),
        ("../../../../../../etc/passwd", "leads out"),
        ("\\\\\\\\server\\\\share\\\\names.toml", "another machine"),
        ("//server/share/names.toml", "another machine"),
        ("link.toml", "is a link"),
        ("devices/zero", "is a link"),
    ] {
        folder.put("desk/vartani.toml", format!("actors = [\"{name}\"]\n"));
        let begun = Instant::now();
        let said = folder.run(&["check", "--format", "json", "desk"]);
        said.is_trouble(&["desk/vartani.toml:1:11: ", "`actors`", why, "it was not read"]);
        assert_eq!(texts(&said.lines()), ["31 अप्रैल"], "the article is checked");
        assert!(begun.elapsed() < Duration::from_secs(20), "{name}");
        let said = folder.run(&[
            "actors",
            "add",
            "मोहन जोशी",
            "--latin",
            "Mohan Joshi",
            "--config",
            "desk/vartani.toml",
        ]);
        assert_eq!(said.code, 2, "{name}: {}{}", said.out, said.err);
    }
    assert_eq!(fs::read_to_string(folder.0.path().join("names.toml")).unwrap(), NAMES, "never written");
}

#[test]
fn a_pipe_in_the_workspace_is_not_waited_for() {
    let folder = Folder::with(&[("a.txt", WRONG_DAY), ("vartani.toml", "actors = [\"pipe.toml\"]\n")]);
    make_pipe(&folder.0.path().join("pipe.toml"));
    make_pipe(&folder.0.path().join("pipe.txt"));
    let said = folder.run(&["check", "--format", "json", "."]);
    said.is_trouble(&["pipe.toml", "not a regular file", "not read"]);
    assert_eq!(texts(&said.lines()), ["31 अप्रैल"]);
}

#[test]
fn the_user_may_allow_a_folder_of_actors() {
    let folder = Folder::with(&[
        ("desk/vartani.toml", "actors = [\"../names/own.toml\"]\n"),
        ("desk/a.txt", "सरपंच Asha Devi ने गाँव के चौपाल पर बैठक बुलाई।\n"),
        ("names/own.toml", NAMES),
    ]);
    let allowed = folder.0.path().join("names").canonicalize().unwrap();
    folder.put("user/vartani/config.toml", format!("actor-folders = [\"{}\"]\n", allowed.display()));
    let run = |user: &str| {
        let mut command = vartani(&folder);
        command.env("XDG_CONFIG_HOME", folder.0.path().join(user));
        command.args(["check", "--format", "json", "desk"]).output().unwrap()
    };
    let said = run("user");
    assert_eq!(String::from_utf8_lossy(&said.stderr), "");
    assert!(String::from_utf8_lossy(&said.stdout).contains("आशा देवी"));
    assert_eq!(run("nobody").status.code(), Some(2));
    folder.put("user/vartani/config.toml", "actor-folders = [\"names\"]\n");
    assert!(String::from_utf8_lossy(&run("user").stderr).contains("config.toml:1:1: `actor-folders`"));
}

#[test]
fn a_full_disk_is_an_error_of_every_command_and_format() {
    let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else { return };
    let folder = Folder::with(&[
        ("a.txt", WRONG_DAY),
        ("b.txt", FIXABLE),
        ("names.toml", NAMES),
        ("pairs.tsv", "हिन्दी\tहिंदी\n"),
    ]);
    let formats = ["human", "json", "github", "gitlab", "sarif"];
    let mut commands: Vec<Vec<&str>> =
        formats.iter().map(|format| vec!["check", "--format", format, "."]).collect();
    commands.extend([
        vec!["check", "--diff", "."],
        vec!["inspect", "a.txt"],
        vec!["compare", "हिन्दी", "हिंदी"],
        vec!["compare", "--pairs", "pairs.tsv"],
        vec!["explain", "date/impossible"],
        vec!["rules"],
        vec!["actors", "list"],
        vec!["actors", "show", "आशा देवी", "--config", "vartani.toml"],
        vec!["actors", "check", "names.toml"],
        vec!["completions", "bash"],
        vec!["--help"],
        vec!["--version"],
    ]);
    folder.put("vartani.toml", "actors = [\"names.toml\"]\n");
    for arguments in commands {
        let said = vartani(&folder).args(&arguments).stdout(full.try_clone().unwrap()).output().unwrap();
        let err = String::from_utf8(said.stderr).unwrap();
        assert_eq!(said.status.code(), Some(2), "{arguments:?}: {err}");
        assert!(err.contains("could not be written") && err.contains("disk is full"), "{arguments:?}: {err}");
        assert_eq!(err.lines().count(), 1, "{arguments:?}: {err}");
    }
    // Where complaints cannot be written either, the exit code still tells
    let mut command = vartani(&folder);
    let said = command.args(["check", "ग़ायब.txt"]).stdout(full.try_clone().unwrap()).stderr(full).status();
    assert_eq!(said.unwrap().code(), Some(2));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::with(&[("a.txt", &WRONG_DAY.repeat(3000))]);
    for arguments in [&["check", "--format", "json", "."][..], &["rules"], &["inspect", "a.txt"]] {
        let mut child =
            vartani(&folder).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let said = child.wait_with_output().unwrap();
        assert_eq!((said.status.code(), String::from_utf8_lossy(&said.stderr).as_ref()), (Some(0), ""));
    }
}

#[test]
fn names_and_keys_from_a_workspace_stay_in_their_line() {
    let name = "a\n::error::b\u{1b}[2J\u{202E}.txt";
    let folder = Folder::with(&[("b.txt", CLEAN), ("vartani.toml", "\"x\\n::error::y\\u001b[2J\" = 1\n")]);
    let is_safe = |text: &str| {
        assert!(!text.lines().any(|line| line.trim_start().starts_with("::error::")), "{text:?}");
        assert!(!text.contains(['\u{1b}', '\u{202E}']), "{text:?}");
    };
    is_safe(&folder.run(&["check", "b.txt"]).err);
    is_safe(&folder.run(&["check", name]).err);
    is_safe(&folder.run(&["check", "--fail-on", name, "b.txt"]).err);
    fs::remove_file(folder.0.path().join("vartani.toml")).unwrap();
    folder.put(name, WRONG_DAY);
    let said = folder.run(&["check", "."]);
    is_safe(&said.out);
    assert!(said.out.contains("a\\n::error::b\\u{1b}[2J\\u{202e}.txt:1:8"), "{}", said.out);
    let said = folder.run(&["check", "--format", "github", "."]);
    assert_eq!(said.out.lines().count(), 1, "{}", said.out);
    folder.put(name, b"\xFF");
    let said = folder.run(&["check", "--format", "github", "."]);
    is_safe(&said.err);
    folder.put("names.toml", "[\"a\\n::error::b\\u001b[2J\"]\nkind = \"x\"\n");
    let said = folder.run(&["actors", "check", "names.toml"]);
    is_safe(&said.out);
    is_safe(&said.err);
}

#[test]
fn a_diff_of_a_file_with_an_odd_name_can_be_applied() {
    let folder = Folder::with(&[("ख़बर\n\"1\"\\.txt", FIXABLE)]);
    let said = folder.run(&["check", "--diff", "."]);
    assert!(said.out.starts_with("--- \"a/ख़बर\\n\\\"1\\\"\\\\.txt\"\n"), "{}", said.out);
    folder.put("fixes.diff", said.out);
    let Ok(applied) = Command::new("git").args(["apply", "fixes.diff"]).current_dir(folder.0.path()).output()
    else {
        return;
    };
    assert!(applied.status.success(), "{}", String::from_utf8_lossy(&applied.stderr));
}

#[test]
fn the_users_dictionary_accepts_words_and_names_bad_lines() {
    let folder = Folder::with(&[("a.txt", "राज्य में स्थिती सामान्य है। यहाँ अतिथी आए।\n")]);
    folder.put("user/vartani/dictionary.txt", "# मेरे शब्द\nदो शब्द\nस्थिती\n");
    let run = |user: &str| {
        let mut command = vartani(&folder);
        command.env("XDG_CONFIG_HOME", folder.0.path().join(user));
        command.args(["check", "--format", "json", "a.txt"]).output().unwrap()
    };
    let (with, without) = (run("user"), run("nobody"));
    let (said, before) = (String::from_utf8_lossy(&with.stdout), String::from_utf8_lossy(&without.stdout));
    assert!(before.contains("\"text\":\"स्थिती\"") && before.contains("\"text\":\"अतिथी\""));
    assert!(!said.contains("\"text\":\"स्थिती\"") && said.contains("\"text\":\"अतिथी\""));
    assert!(String::from_utf8_lossy(&with.stderr).contains("dictionary.txt:2:1: this is more than one word"));
}

#[test]
fn what_the_newsroom_has_decided_outlives_the_users_dictionary() {
    let folder = Folder::with(&[
        ("vartani.toml", "[spelling]\nprefer = [\"मॉस्को\"]\navoid = { \"कलकत्ता\" = \"कोलकाता\" }\n"),
        ("a.txt", "मास्को में धूप है और कलकत्ता में वर्षा। राज्य में स्थिती सामान्य है।\n"),
    ]);
    folder.put("user/vartani/dictionary.txt", "मास्को\nकलकत्ता\nस्थिती\n");
    let mut command = vartani(&folder);
    command.env("XDG_CONFIG_HOME", folder.0.path().join("user"));
    let said = command.args(["check", "--format", "json", "a.txt"]).output().unwrap();
    let said = String::from_utf8_lossy(&said.stdout);
    let marks: Vec<serde_json::Value> =
        said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let marks: Vec<_> = marks.iter().map(|mark| (mark["rule"].as_str(), mark["text"].as_str())).collect();
    let house = Some("spelling/house");
    assert_eq!(marks, [(house, Some("मास्को")), (house, Some("कलकत्ता"))]);
}
