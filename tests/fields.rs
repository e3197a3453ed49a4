//! Headline, standfirst, captions and descriptions are read with the text, wherever a document keeps them; a finding says
//! in which of them it stands.
//!
//! `tests/fields.txt` holds documents, one a line, behind their format; `¶` starts a new line in it. `⟦…⟧` is what is marked,
//! and behind ` → ` are the rules and fields in their order. Nothing else is marked.

use std::fs;
use std::sync::Arc;

use vartani::diagnostics::{apply_fixes, diagnose};
use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::Format;

fn reader() -> Reader {
    Reader::new(Arc::new(Newsroom::shipped(Config::default())))
}

fn hints() -> DateHints {
    DateHints { given: "2025-03-12".parse().ok(), ..DateHints::default() }
}

#[test]
fn a_finding_says_in_which_field_it_stands() {
    let mut reader = reader();
    let mut failures = Vec::new();
    let mut cases = 0;
    let file = fs::read_to_string("tests/fields.txt").expect("the file is there");
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (format, document) = line.split_once(' ').expect("a format and a document");
        let (document, wanted) = document.split_once(" → ").unwrap_or((document, ""));
        let format = Format::of_extension(format).expect("a format");
        let document = document.replace('¶', "\n");
        let marked = document.split('⟦').skip(1).filter_map(|rest| Some(rest.split_once('⟧')?.0));
        let expected: Vec<String> =
            marked.zip(wanted.split(", ")).map(|(text, wanted)| format!("{wanted} {text}")).collect();
        let text = document.replace(['⟦', '⟧'], "");
        let found = diagnose(&text, format, &mut reader, hints());
        let found =
            found.iter().map(|one| format!("{} {} {}", one.rule, one.field.name(), one.span.of(&text)));
        let found: Vec<String> = found.collect();
        if found != expected {
            failures.push(format!("{format:?} {text}\n    wanted {expected:?}\n    found  {found:?}"));
        }
        cases += 1;
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
    assert!(cases >= 30, "{cases} cases");
}

#[test]
fn a_fix_keeps_front_matter_and_attributes_what_they_are() {
    let (mut reader, day) = (reader(), hints());
    for (format, text, after) in [
        ("md", "---\ntitle: अाज बैठक\n---\nबैठक हुई।\n", "---\ntitle: आज बैठक\n---\nबैठक हुई।\n"),
        ("md", "---\ntitle: \"\\u0905ाज अाज\"\n---\n", "---\ntitle: \"\\u0905ाज आज\"\n---\n"),
        ("md", "+++\ntitle = 'अाज बैठक'\n+++\n", "+++\ntitle = 'आज बैठक'\n+++\n"),
        ("md", "{\n\"title\": \"अाज बैठक\"\n}\nबैठक।\n", "{\n\"title\": \"आज बैठक\"\n}\nबैठक।\n"),
        ("html", "<meta name=description content='अाज बैठक'>", "<meta name=description content='आज बैठक'>"),
        // What the parser would read otherwise
        (
            "md",
            "---\ntitle: अत: बैठक टली\n---\nअत: बैठक टली।\n",
            "---\ntitle: अत: बैठक टली\n---\nअतः बैठक टली।\n",
        ),
    ] {
        let format = Format::of_extension(format).expect("a format");
        let found = diagnose(text, format, &mut reader, day);
        assert_eq!(apply_fixes(text, found, format, &mut reader, day).text, after);
    }
}

#[test]
fn no_fix_writes_what_would_end_a_value() {
    let (mut reader, day) = (reader(), hints());
    let text = "---\ntitle: सचिव ने कहा\nsummary: बैठक 5 से 7.30 तक\n---\n";
    for one in diagnose(text, Format::Markdown, &mut reader, day) {
        for (_, insert) in one.fixes.iter().flat_map(|fix| &fix.edits) {
            assert!(!insert.contains([':', '"', '#']), "{insert}");
        }
    }
}
