//! Every rule on sentences as they stand in the paper, with the fault marked inside them.
//!
//! `tests/rules/<family>-<name>.txt` holds the cases of a rule. A line is an article; `¶` starts a new
//! paragraph in it. `⟦…⟧` is what the rule marks, and nothing else; a line without marks is a case for
//! silence. After `→` stands the article with the first fix of every mark applied. `@ 2025-03-12` sets
//! the dateline for the lines below it (`@` alone takes it away), `~ spelling.nasal = "pancham"` the house style (a line of
//! `vartani.toml`; `~` alone takes it away), `# …` is a comment.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use vartani::diagnostics::{Diagnostic, diagnose};
use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::rules::{Check, RULES};
use vartani::text::Format;

/// An article with its expected marks as byte ranges, and what the fixes make of it.
struct Case {
    line: usize,
    text: String,
    marks: Vec<(usize, usize)>,
    fixed: Option<String>,
}

impl Case {
    fn parse(line: usize, written: &str) -> Case {
        let (article, fixed) = match written.split_once('→') {
            Some((article, fixed)) => (article, Some(fixed.trim().replace('¶', "\n"))),
            None => (written, None),
        };
        let (mut text, mut marks, mut open) = (String::new(), Vec::new(), 0);
        for c in article.trim().chars() {
            match c {
                '⟦' => open = text.len(),
                '⟧' => marks.push((open, text.len())),
                '¶' => text.push('\n'),
                c => text.push(c),
            }
        }
        Case { line, text, marks, fixed }
    }
}

/// The article with the first fix of every mark applied, from the end to the beginning.
fn fixed(text: &str, marks: &[&Diagnostic]) -> String {
    let mut edits: Vec<_> =
        marks.iter().filter_map(|mark| mark.fixes.first()).flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|(span, _)| std::cmp::Reverse(*span));
    edits.dedup();
    edits.iter().fold(text.to_owned(), |mut text, (span, insert)| {
        text.replace_range(span.range(), insert);
        text
    })
}

#[test]
fn every_rule_speaks_and_is_silent_where_it_should() {
    let of_style = |line: &str| {
        let config = Config::parse(line, |_| true).expect("a line of vartani.toml");
        Reader::new(Arc::new(Newsroom::shipped(config)))
    };
    let mut failures = Vec::new();
    // What `diagnostics` looks for is no matter of single sentences
    for rule in RULES.iter().filter(|rule| !matches!(rule.check, Check::Elsewhere)) {
        let mut reader = of_style("");
        let path = Path::new("tests/rules").join(format!("{}.txt", rule.code.replace('/', "-")));
        let cases = fs::read_to_string(&path)
            .unwrap_or_else(|_| panic!("{} has no cases in {}", rule.code, path.display()));
        let (mut hints, mut spoken, mut silent) = (DateHints::default(), 0, 0);
        for (number, line) in cases.lines().enumerate() {
            match line.trim() {
                "" => continue,
                comment if comment.starts_with('#') => continue,
                config if config.starts_with('~') => {
                    reader = of_style(config[1..].trim());
                    continue;
                }
                date if date.starts_with('@') => {
                    hints.given = date[1..].trim().parse().ok();
                    continue;
                }
                _ => {}
            }
            let case = Case::parse(number + 1, line);
            let marks = diagnose(&case.text, Format::Plain, &mut reader, hints);
            let of_rule: Vec<_> = marks.iter().filter(|mark| mark.rule == rule.code).collect();
            let found: Vec<_> =
                of_rule.iter().map(|mark| (mark.span.start as usize, mark.span.end as usize)).collect();
            if found != case.marks {
                let texts = |spans: &[(usize, usize)]| {
                    spans.iter().map(|&(s, e)| case.text[s..e].to_owned()).collect::<Vec<_>>()
                };
                failures.push(format!(
                    "{}:{}: marked {:?}, not {:?}",
                    path.display(),
                    case.line,
                    texts(&found),
                    texts(&case.marks)
                ));
            } else if let Some(expected) = &case.fixed
                && fixed(&case.text, &of_rule) != *expected
            {
                failures.push(format!(
                    "{}:{}: fixed to “{}”",
                    path.display(),
                    case.line,
                    fixed(&case.text, &of_rule)
                ));
            }
            *(if case.marks.is_empty() { &mut silent } else { &mut spoken }) += 1;
        }
        if spoken == 0 || silent < spoken {
            failures.push(format!(
                "{}: {spoken} cases for speaking, {silent} for silence: silence is the better half",
                path.display()
            ));
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn every_class_of_spelling_has_an_article() {
    use vartani::reading::spelling::{CLASSES, VETOES};
    let cases = fs::read_to_string("tests/rules/spelling-inconsistent.txt").expect("the file is there");
    // What looks the same is another rule's, and words written apart are for `compare`
    let elsewhere = ["joiner", "same-look", "joined", "hyphen", "middle-name", "name-order"];
    let classes = CLASSES.iter().map(|row| row.id.to_owned()).filter(|id| !elsewhere.contains(&id.as_str()));
    for id in classes.chain(VETOES.iter().map(|row| format!("veto:{}", row.id))) {
        assert!(cases.lines().any(|line| line == format!("# {id}")), "no article for {id}");
    }
}
