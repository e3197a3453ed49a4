//! Every expression of time in `tests/dates/` is found and means what its line says.
//!
//! A line is an article; `⟦…⟧` is each expression that must be found, and nothing else may be. Behind `→`
//! stand their TIMEX3 values in order, separated by ` ; `; ` mod=AFTER` behind a value asks for the modifier too. `@` sets the
//! dateline for the lines below.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::{Article, Format};

/// The article without marks, and what was marked.
fn unmarked(marked: &str) -> (String, Vec<String>) {
    let mut found = Vec::new();
    for part in marked.split('⟦').skip(1) {
        found.push(part.split('⟧').next().unwrap_or_default().to_owned());
    }
    (marked.replace(['⟦', '⟧'], ""), found)
}

#[test]
fn expressions_are_found_and_mean_what_they_say() {
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
    let mut failures = Vec::new();
    let mut files: Vec<_> =
        fs::read_dir(Path::new("tests/dates")).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for path in files {
        let mut hints = DateHints::default();
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            if let Some(date) = line.strip_prefix('@') {
                hints.given = date.trim().parse().ok();
                continue;
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (marked, values) = line.split_once(" → ").unwrap_or((line, ""));
            let (text, expected) = unmarked(marked);
            let article = Article::parse(&text, Format::Plain);
            let reading = reader.read(&article, &text, hints);
            let wanted: Vec<_> = expected.into_iter().zip(values.split(" ; ").map(str::to_owned)).collect();
            let found: Vec<_> = reading
                .times
                .iter()
                .enumerate()
                .map(|(number, time)| {
                    let asks = wanted.get(number).is_some_and(|(_, value)| value.contains(" mod="));
                    let modifier = time.expression.modifier.filter(|_| asks);
                    (
                        time.expression.span.of(article.blocks[time.block].text()).to_owned(),
                        time.timex.clone()
                            + &modifier.map_or(String::new(), |found| format!(" mod={}", found.as_timex())),
                    )
                })
                .collect();
            if found != wanted {
                failures.push(format!("{}:{}: {found:?}, not {wanted:?}", path.display(), number + 1));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}
