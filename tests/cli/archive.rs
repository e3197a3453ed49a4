//! `check` on an archive that was never checked: baselines, changed lines, chosen rules, counts instead of findings.

use std::process::Command;

use crate::folder::{CLEAN, Folder, WRONG_DAY, WRONG_WEEKDAY, rules, texts};

/// Two old faults on the same words.
const OLD: &str = "बैठक अाज हुई।\nसभा अाज होगी।\n";

#[test]
fn a_baseline_keeps_what_was_there_quiet_whatever_is_written_above_it() {
    let folder = Folder::with(&[("desk/a.txt", OLD), ("desk/b.txt", WRONG_WEEKDAY)]);
    let said = folder.run(&["check", "--write-baseline", "base.json", "desk"]);
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    let with_baseline = ["--baseline", "base.json", "desk"];
    assert!(folder.findings(&with_baseline).is_empty());
    assert_eq!(folder.run(&[&["check"], &with_baseline[..]].concat()).code, 0);

    folder.put("desk/a.txt", format!("{CLEAN}{OLD}पुल अाज खुलेगा।\n{WRONG_DAY}"));
    let found = folder.findings(&with_baseline);
    assert_eq!(texts(&found), ["अाज", "31 अप्रैल"], "one more than there were, and a new one");
    assert_eq!(found[0]["start"]["line"], CLEAN.lines().count() + 3, "the last of equals is the new one");
}

#[test]
fn a_baseline_holds_from_any_folder_and_for_articles_not_given_again() {
    let folder = Folder::with(&[("desk/a.txt", OLD), ("desk/b.txt", WRONG_WEEKDAY), ("base/.keep", "")]);
    assert_eq!(folder.run(&["check", "--write-baseline", "base/known.json", "desk"]).code, 0);
    // Written anew for one article, it keeps what it knew of the other, but not of one that is gone
    folder.put("desk/a.txt", CLEAN);
    assert_eq!(folder.run(&["check", "--write-baseline", "base/known.json", "desk/a.txt"]).code, 0);
    assert!(folder.findings(&["--baseline", "base/known.json", "./desk/../desk/b.txt"]).is_empty());
    std::fs::remove_file(folder.0.path().join("desk/b.txt")).unwrap();
    let said = folder.run(&["check", "--baseline", "base/known.json", "desk"]);
    assert_eq!(said.code, 0);
    assert!(said.sentence().contains("1 of its articles is gone"), "{}", said.err);
    assert_eq!(folder.run(&["check", "--write-baseline", "base/known.json", "desk"]).code, 0);
    let written = std::fs::read_to_string(folder.0.path().join("base/known.json")).unwrap();
    assert!(!written.contains("b.txt"), "{written}");
}

#[test]
fn what_a_baseline_holds_back_makes_room_for_what_is_new() {
    let many = "बैठक अाज हुई।\n".repeat(150);
    let folder = Folder::with(&[("a.txt", &many)]);
    assert_eq!(folder.run(&["check", "--write-baseline", "known.json", "a.txt"]).code, 0);
    folder.put("a.txt", format!("{many}सभा अाज होगी।\n"));
    let found = folder.findings(&["--locale", "en", "--baseline", "known.json", "a.txt"]);
    assert_eq!(found.len(), 1);
    assert!(!found[0]["message"].as_str().unwrap().contains("more marks"), "{}", found[0]["message"]);
}

#[test]
fn a_file_that_is_no_baseline_gets_a_sentence_and_stays_as_it_is() {
    let later = "{\"vartani-baseline\": 7, \"articles\": []}\n";
    let folder = Folder::with(&[("a.txt", OLD), ("notes.txt", "कुछ और\n"), ("later.json", later)]);
    for option in ["--baseline", "--write-baseline"] {
        folder.run(&["check", option, "notes.txt", "a.txt"]).is_trouble(&[
            "notes.txt:1",
            "no baseline",
            "another name",
        ]);
        folder.run(&["check", option, "later.json", "a.txt"]).is_trouble(&[
            "later.json",
            "version 7",
            "delete it",
        ]);
    }
    assert_eq!(std::fs::read_to_string(folder.0.path().join("later.json")).unwrap(), later);
    folder.run(&["check", "--baseline", "none.json", "a.txt"]).is_trouble(&["none.json", "no such file"]);
}

/// A repository of git with a first commit of what is there; `None` where git is missing, which is said.
fn commit(folder: &Folder) -> Option<()> {
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(folder.0.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null");
        git.args(["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]);
        git.args(arguments).output()
    };
    if git(&["--version"]).is_err() {
        eprintln!("skipped: git is not installed");
        return None;
    }
    for arguments in [&["init", "--quiet"][..], &["add", "."], &["commit", "--quiet", "-m", "एक"]] {
        assert!(git(arguments).unwrap().status.success(), "git {arguments:?}");
    }
    Some(())
}

#[test]
fn only_findings_on_changed_lines_and_in_new_files_are_told() {
    let folder = Folder::with(&[("a.txt", OLD), ("राज्य \"१\".txt", OLD), ("b.txt", WRONG_WEEKDAY)]);
    let Some(()) = commit(&folder) else { return };
    let since = ["--changed-since", "HEAD", "."];
    assert!(folder.findings(&since).is_empty());
    folder.put("a.txt", format!("{WRONG_DAY}{OLD}"));
    folder.put("राज्य \"१\".txt", OLD.replace("सभा", "रैली"));
    folder.put("नया.txt", WRONG_WEEKDAY);
    let found = folder.findings(&since);
    let told: Vec<_> =
        found.iter().map(|line| (line["path"].as_str().unwrap(), line["text"].as_str().unwrap())).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!((told[0], told[2]), (("./a.txt", "31 अप्रैल"), ("./राज्य \"१\".txt", "अाज")));
    assert_eq!(told[1].0, "./नया.txt");
}

#[test]
fn a_revision_that_git_does_not_know_gets_a_sentence() {
    let folder = Folder::with(&[("a.txt", OLD)]);
    let Some(()) = commit(&folder) else { return };
    folder.run(&["check", "--changed-since", "v9", "a.txt"]).is_trouble(&["v9", "no such revision"]);
    folder.run(&["check", "--changed-since=--output=x", "a.txt"]).is_trouble(&["no such revision"]);
    assert!(!folder.0.path().join("x").exists());
}

#[test]
fn a_folder_without_git_gets_a_sentence() {
    let folder = Folder::with(&[("a.txt", OLD)]);
    folder.run(&["check", "--changed-since", "HEAD", "a.txt"]).is_trouble(&["--changed-since"]);
}

/// As the checkouts of many CI services are.
#[test]
fn a_shallow_clone_gets_a_sentence_that_says_how_to_get_the_history() {
    let folder = Folder::with(&[("desk/a.txt", OLD)]);
    let Some(()) = commit(&folder) else { return };
    folder.put("desk/a.txt", CLEAN);
    let Some(()) = commit(&folder) else { return };
    let whole = format!("file://{}", folder.0.path().display());
    let clone = Folder::with(&[]);
    let cloned = Command::new("git")
        .current_dir(clone.0.path())
        .args(["clone", "--quiet", "--depth", "1", &whole, "."])
        .output();
    assert!(cloned.unwrap().status.success());
    let since = ["check", "--changed-since", "HEAD~1", "desk"];
    clone.run(&since).is_trouble(&["HEAD~1", "shallow", "git fetch --unshallow", "fetch-depth: 0"]);
}

#[test]
fn rules_are_chosen_by_code_and_by_family() {
    let text = format!("दु:ख की बात है।\n{WRONG_DAY}बैठक कल होगी।\n");
    let folder = Folder::with(&[("a.txt", &text)]);
    assert_eq!(rules(&folder.findings(&["--select", "date/impossible", "a.txt"])), ["date/impossible"]);
    let of_dates = folder.findings(&["--select", "date", "a.txt"]);
    assert_eq!(rules(&of_dates), ["date/impossible", "date/relative"], "one that is off is switched on");
    let others = folder.findings(&["--ignore", "date,text/danda", "a.txt"]);
    assert_eq!(rules(&others), ["spelling/encoding"]);
    let said = folder.run(&["check", "--select", "date/weekdy", "a.txt"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("did you mean date/weekday?"), "{}", said.err);
}

#[test]
fn statistics_count_instead_of_showing() {
    let folder = Folder::with(&[("a.txt", OLD), ("b.txt", &format!("{OLD}{WRONG_DAY}"))]);
    let said = folder.run(&["check", "--statistics", "--locale", "en", "."]);
    assert_eq!(said.code, 1);
    let expected = "  marks  articles  rule\n      4         2  spelling/encoding\n      1         1  date/impossible\n\n      \
                    3  ./b.txt\n      2  ./a.txt\n";
    assert_eq!(said.out, expected);
}

#[test]
fn quiet_leaves_out_the_closing_line_and_many_articles_end_with_a_table() {
    let folder = Folder::with(&[]);
    for number in 0..10 {
        folder.put(&format!("{number}.txt"), OLD);
    }
    let said = folder.run(&["check", "--locale", "en", "."]);
    assert!(
        said.out.contains("     20        10  spelling/encoding\n\n10 articles: 20 warnings"),
        "{}",
        said.out
    );
    let said = folder.run(&["check", "--quiet", "0.txt"]);
    assert!(!said.out.contains("ख़बर:") && said.out.contains("spelling/encoding"), "{}", said.out);
}
