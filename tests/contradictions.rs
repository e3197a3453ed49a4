//! Contradictions planted in sentences of news, each with its lawful twin: nearly all are found, and hardly a twin is marked.
//!
//! A line of `contradictions.tsv` is a kind, the day of the article, a sentence that is right, and the same with a fault.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use vartani::diagnostics::diagnose;
use vartani::newsroom::{Config, Newsroom, Severity};
use vartani::reading::{DateHints, Reader};
use vartani::text::Format;

/// Of a hundred faults, those that must be found.
const FOUND_OF_HUNDRED: usize = 92;
/// Of a thousand lawful twins, those that may be marked.
const MARKED_OF_THOUSAND: usize = 5;

#[test]
fn planted_contradictions_are_found_and_their_twins_are_not() {
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
    let rows = fs::read_to_string("tests/contradictions.tsv").unwrap();
    let (mut kinds, mut missed, mut marked) = (BTreeMap::new(), Vec::new(), Vec::new());
    for row in rows.lines().skip(1) {
        let [kind, date, lawful, planted] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four columns: {row}")
        };
        let hints = DateHints { given: date.parse().ok(), ..DateHints::default() };
        let mut is_marked = |text: &str| {
            let found = diagnose(text, Format::Plain, &mut reader, hints);
            found.iter().any(|mark| mark.rule.starts_with("date/") && mark.severity >= Severity::Warning)
        };
        let (found, planted_of_kind) = kinds.entry(kind.to_owned()).or_insert((0, 0));
        *planted_of_kind += 1;
        if is_marked(planted) {
            *found += 1;
        } else {
            missed.push(format!("{date} {planted}"));
        }
        if is_marked(lawful) {
            marked.push(format!("{date} {lawful}"));
        }
    }
    let planted: usize = kinds.values().map(|(_, planted)| planted).sum();
    assert!(planted >= 300, "{planted} faults");
    assert!(missed.len() * 100 <= planted * (100 - FOUND_OF_HUNDRED), "{kinds:?} missed: {missed:#?}");
    assert!(marked.len() * 1000 <= planted * MARKED_OF_THOUSAND, "marked: {marked:#?}");
    for (kind, (found, planted)) in &kinds {
        assert!(found * 10 >= planted * 9, "{kind}: {found} of {planted}");
    }
}
