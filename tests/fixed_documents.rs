//! What `--fix` makes of real documents: it writes only words that are known, and brings nothing new to light.
//!
//! The corpus is no part of the project. `VARTANI_CORPUS` names its folder; without one there is nothing to test.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vartani::diagnostics::{Diagnostic, apply_fixes, diagnose};
use vartani::newsroom::{Config, Newsroom, gazetteer};
use vartani::reading::{DateHints, Reader};
use vartani::text::{Format, Script, TokenKind, tokens};

/// A document with its format and its day.
struct Document {
    text: String,
    format: Format,
    hints: DateHints,
}

/// The folder of the corpus, if there is one.
fn corpus() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/eval");
    let folder = std::env::var_os("VARTANI_CORPUS").map_or(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

/// The documents of the news and the cases.
fn documents(folder: &Path) -> Vec<Document> {
    let mut out = Vec::new();
    let news = std::fs::read_to_string(folder.join("news-ccbysa.jsonl")).expect("the news are there");
    for line in news.lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("a document a line");
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        out.push(Document { text, format: Format::Plain, hints: DateHints::default() });
    }
    let cases = std::fs::read_to_string(folder.join("cases-dev.tsv")).unwrap_or_default();
    for row in cases.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let hints = DateHints { given: columns[1].parse().ok(), ..DateHints::default() };
        let format = Format::of_extension(columns[2]).unwrap_or_default();
        out.push(Document { text: columns[3].replace("\\n", "\n"), format, hints });
    }
    out
}

/// The words of Hindi in a text.
fn words(text: &str) -> HashSet<&str> {
    let hindi = tokens(text).into_iter().filter(|token| token.kind == TokenKind::Word(Script::Devanagari));
    hindi.map(|token| token.span.of(text)).collect()
}

/// How often each rule marks each text.
fn marks<'a>(diagnostics: &'a [Diagnostic], text: &'a str) -> HashMap<(&'a str, &'a str), usize> {
    let mut out = HashMap::new();
    for one in diagnostics {
        *out.entry((one.rule, one.span.of(text))).or_default() += 1;
    }
    out
}

#[test]
fn fixing_writes_known_words_and_brings_nothing_new() {
    let Some(folder) = corpus() else {
        return eprintln!("skipped: there is no corpus; VARTANI_CORPUS names its folder");
    };
    let newsroom = Arc::new(Newsroom::shipped(Config::default()));
    let mut reader = Reader::new(newsroom.clone());
    let (mut fixed_documents, mut fixes, mut new_words) = (0, 0, 0);
    let mut failures = Vec::new();
    let documents = documents(&folder);
    for Document { text, format, hints } in &documents {
        let before = diagnose(text, *format, &mut reader, *hints);
        let fixed = apply_fixes(text, before.clone(), *format, &mut reader, *hints);
        if fixed.fixes == 0 {
            continue;
        }
        fixed_documents += 1;
        fixes += fixed.fixes;
        let old = words(text);
        for word in words(&fixed.text).difference(&old) {
            new_words += 1;
            let walk = newsroom.walk(&newsroom.start(), &gazetteer::key(word));
            let is_name = !newsroom.names(&walk).is_empty() || !newsroom.walk(&walk, " ").is_empty();
            if newsroom.lexicon.per_million(word) == 0.0 && !is_name {
                failures.push(format!("writes {word}, which nobody knows"));
            }
        }
        let had = marks(&before, text);
        let of_rule = |all: &[Diagnostic], rule| all.iter().filter(|one| one.rule == rule).count();
        for (mark, count) in marks(&fixed.diagnostics, &fixed.text) {
            // A fault that was there stays the same fault where a word of it was fixed: 32 जूलाई, 32 जुलाई
            let is_rewritten = words(mark.1).difference(&old).next().is_some()
                && of_rule(&fixed.diagnostics, mark.0) <= of_rule(&before, mark.0);
            if count > had.get(&mark).copied().unwrap_or_default() && !is_rewritten {
                failures
                    .push(format!("{mark:?} is new in {}", fixed.text.lines().next().unwrap_or_default()));
            }
        }
    }
    eprintln!(
        "{} documents, {fixed_documents} of them fixed, {fixes} fixes, {new_words} words written",
        documents.len()
    );
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}
