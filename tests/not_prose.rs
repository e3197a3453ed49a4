//! What is no prose is not read, not marked and not rewritten, in whatever format it stands.
//!
//! `tests/not-prose.txt` holds documents, one a line, behind their format (`txt`, `md`, `html`, or `*` for each of them);
//! `¶` starts a new line in it. `⟦…⟧` is what some rule marks, and nothing else may be marked by any rule.

use std::fs;
use std::sync::Arc;

use vartani::diagnostics::{apply_fixes, diagnose};
use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::Format;

/// The formats that a case is for.
fn formats(written: &str) -> Vec<Format> {
    match written {
        "*" => vec![Format::Plain, Format::Markdown, Format::Html],
        ending => vec![Format::of_extension(ending).unwrap_or_else(|| panic!("{ending} is no format"))],
    }
}

#[test]
fn addresses_and_markup_are_left_alone() {
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
    let hints = DateHints { given: "2025-03-12".parse().ok(), ..DateHints::default() };
    let mut failures = Vec::new();
    let (mut cases, mut spoken) = (0, 0);
    let file = fs::read_to_string("tests/not-prose.txt").expect("the file is there");
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (written, document) = line.split_once(' ').expect("a format and a document");
        let document = document.replace('¶', "\n");
        let expected: Vec<&str> =
            document.split('⟦').skip(1).filter_map(|rest| Some(rest.split_once('⟧')?.0)).collect();
        let text = document.replace(['⟦', '⟧'], "");
        for format in formats(written) {
            let marks = diagnose(&text, format, &mut reader, hints);
            let found: Vec<&str> = marks.iter().map(|mark| mark.span.of(&text)).collect();
            if found != expected {
                let rules: Vec<&str> = marks.iter().map(|mark| mark.rule).collect();
                failures.push(format!("{format:?} {text}\n    marked {found:?} by {rules:?}"));
            }
            if expected.is_empty() {
                let fixed = apply_fixes(&text, marks, format, &mut reader, hints);
                assert_eq!(fixed.text, text);
            }
            cases += 1;
            spoken += usize::from(!expected.is_empty());
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
    assert!(cases >= 80 && spoken >= 20, "{cases} cases, {spoken} of them marked");
}
