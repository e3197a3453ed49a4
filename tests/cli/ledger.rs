//! What writers did with marks, by rule.

use crate::folder::Folder;

fn ledger(lines: &[(&str, &str, usize)]) -> String {
    let all =
        lines.iter().map(|(rule, answer, times)| format!("2026-03-12\t{rule}\t{answer}\n").repeat(*times));
    format!("# vartani ledger 1\n{}", all.collect::<String>())
}

#[test]
fn rules_that_are_right_too_seldom_come_first() {
    let lines = [
        ("date/weekday", "accepted", 19),
        ("date/weekday", "ignored", 1),
        ("spelling/latin", "accepted", 4),
        ("spelling/latin", "right", 8),
        ("style/mritak", "ignored", 2),
    ];
    let folder = Folder::with(&[
        ("desk/ledger.tsv", &ledger(&lines)),
        ("vartani.toml", "[ledger]\nfile = \"desk/ledger.tsv\"\n"),
    ]);
    let said = folder.run(&["ledger", "--locale", "en"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let lines: Vec<&str> = said.out.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "       4       0       8  33  spelling/latin            ← right too seldom",
            "      19       1       0  95  date/weekday",
            "       0       2       0   0  style/mritak",
        ]
    );
    let json = folder.run(&["ledger", "--format", "json", "desk/ledger.tsv"]).lines();
    assert_eq!(
        (json[0]["rule"].as_str(), json[0]["seldom_right"].as_bool()),
        (Some("spelling/latin"), Some(true))
    );
}

#[test]
fn a_newsroom_without_a_ledger_and_a_file_that_is_none_get_a_sentence() {
    let folder = Folder::with(&[("a.txt", "बैठक हुई।\n"), ("vartani.toml", "locale = \"hi\"\n")]);
    folder.run(&["ledger"]).is_trouble(&["keeps no ledger", "[ledger]"]);
    folder.run(&["ledger", "a.txt"]).is_trouble(&["a.txt", "not a ledger"]);
    folder.run(&["ledger", "none.tsv"]).is_trouble(&["none.tsv", "no such file"]);
    folder.put("vartani.toml", "[ledger]\nfile = \"../ledger.tsv\"\n");
    folder.run(&["check", "a.txt"]).is_trouble(&[
        "vartani.toml:2:8:",
        "`ledger`",
        "leads out of this folder",
    ]);
    let broken = format!("{}\nकुछ और\n", ledger(&[("date/weekday", "accepted", 1)]));
    folder.put("ledger.tsv", broken);
    folder.run(&["ledger", "ledger.tsv"]).is_trouble(&["ledger.tsv", "passed over: 1"]);
}
