//! vartani holds its own Hindi to what it asks of others: every sentence of its code and of its editors is checked with
//! [`STYLE`].

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use regex::Regex;
use vartani::diagnostics::diagnose;
use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::Format;

/// How vartani itself writes.
const STYLE: &str = r#"
[spelling]
nasal = "anusvara"
chandrabindu = "keep"
nukta = "keep"
glide = "e"
visarga = "keep"
reph = "single"
[text]
digits = "ascii"
"#;

/// Files whose sentences show spellings side by side, outside of quotation marks.
const SHOWN: [&str; 3] =
    ["src/ide/completion/settings.rs", "src/reading/spelling/class.rs", "src/reading/spelling/veto.rs"];

/// Minimum number of words in Hindi of a sentence; what is shorter is a name or a label.
const MIN_WORDS: usize = 4;

#[test]
fn every_sentence_of_its_own_is_without_a_mark() {
    let mut files = Vec::new();
    collect(Path::new("src"), "rs", &mut files);
    files.extend(
        ["editors/vscode/package.nls.json", "editors/vscode/l10n/bundle.l10n.hi.json"].map(PathBuf::from),
    );
    let config = Config::parse(STYLE, |_| true).expect("the style is a configuration");
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(config)));
    let mut marked = Vec::new();
    let mut count = 0;
    for path in files.iter().filter(|path| !SHOWN.iter().any(|shown| path.ends_with(shown))) {
        for sentence in sentences(&fs::read_to_string(path).unwrap()) {
            count += 1;
            for mark in diagnose(&sentence, Format::Plain, &mut reader, DateHints::default()) {
                marked.push(format!(
                    "{}: {sentence}\n    {}: {}",
                    path.display(),
                    mark.rule,
                    mark.message.en
                ));
            }
        }
    }
    assert!(count > 250, "only {count} sentences were found");
    assert!(marked.is_empty(), "\n{}\n", marked.join("\n"));
}

/// The sentences in Hindi among the string literals of a file, without its comments and unit tests. What stands in
/// quotation marks is an example, what stands in brackets is left out, and what is filled in becomes a number.
fn sentences(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let comment = Regex::new(r"(?m)^\s*//.*$").unwrap();
    let literal = Regex::new(r#""((?:[^"\\]|\\.)*)""#).unwrap();
    let quoted = Regex::new(r#"“[^”]*”|\\"[^"\\]*\\""#).unwrap();
    let (bracketed, filled) = (Regex::new(r" ?\([^)]*\)").unwrap(), Regex::new(r"\{[^}]*\}").unwrap());
    let word = Regex::new(r"[\u{900}-\u{97F}]+").unwrap();
    let source = comment.replace_all(source, "");
    let literals = literal.captures_iter(&source).map(|found| found[1].to_owned());
    let hindi = literals.filter(|text| word.find_iter(text).count() >= MIN_WORDS);
    hindi
        .map(|text| {
            let text = bracketed.replace_all(&text, "");
            let text = quoted.replace_all(&text, "“X”");
            filled.replace_all(&text, "5").replace("\\n", "\n")
        })
        .collect()
}

fn collect(folder: &Path, extension: &str, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, extension, out);
        } else if path.extension().is_some_and(|found| found == extension) && !path.ends_with("tests.rs") {
            out.push(path);
        }
    }
}
