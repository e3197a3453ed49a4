//! Every expression of time in `tests/dates/` is found and means what its line says.
//!
//! A line is an article; `⟦…⟧` is each expression that must be found, and nothing else may be. Behind `→`
//! stand their TIMEX3 values in order, separated by ` ; `; ` mod=AFTER` behind a value asks for the modifier too. `@` sets the
//! dateline for the lines below. In `kinds/`, one file for each kind of expression, a line that begins with `?` is not
//! read as it says yet.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::{Article, Format};

/// How many lines of `kinds/` are known to be missed.
const KNOWN_MISSES: usize = 36;

/// An expression and its value.
type Told = (String, String);

/// A line of a file: where it is, the article, and what must be found in it.
struct Case {
    place: String,
    text: String,
    hints: DateHints,
    wanted: Vec<Told>,
    is_known_miss: bool,
}

/// The article without marks, and what was marked.
fn unmarked(marked: &str) -> (String, Vec<String>) {
    let mut found = Vec::new();
    for part in marked.split('⟦').skip(1) {
        found.push(part.split('⟧').next().unwrap_or_default().to_owned());
    }
    (marked.replace(['⟦', '⟧'], ""), found)
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(Path::new(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn cases(folder: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    for path in files(folder) {
        let mut hints = DateHints::default();
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            if let Some(date) = line.strip_prefix('@') {
                hints.given = date.trim().parse().ok();
                continue;
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (line, is_known_miss) = line.strip_prefix("? ").map_or((line, false), |line| (line, true));
            let (marked, values) = line.split_once(" → ").unwrap_or((line, ""));
            let (text, expected) = unmarked(marked);
            let wanted = expected.into_iter().zip(values.split(" ; ").map(str::to_owned)).collect();
            let place = format!("{}:{}", path.display(), number + 1);
            cases.push(Case { place, text, hints, wanted, is_known_miss });
        }
    }
    cases
}

/// The lines of the tables of `docs/dates.md`, in which expressions stand in bold.
fn cases_of_page() -> Vec<Case> {
    let hints = DateHints { given: "2025-03-12".parse().ok(), ..DateHints::default() };
    let page = fs::read_to_string("docs/dates.md").unwrap();
    let rows = page.lines().enumerate().filter(|(_, line)| line.starts_with("| ") && line.contains("**"));
    rows.map(|(number, row)| {
        let [_, sentence, value] = row.trim_matches('|').split(" | ").collect::<Vec<_>>()[..] else {
            panic!("not three columns: {row}")
        };
        let marked = sentence.trim().replacen("**", "⟦", 1).replacen("**", "⟧", 1);
        let (text, expected) = unmarked(&marked);
        let value = value.trim().trim_matches('`').to_owned();
        let wanted = expected.into_iter().map(|marked| (marked, value.clone())).collect();
        let place = format!("docs/dates.md:{}", number + 1);
        Case { place, text, hints, wanted, is_known_miss: false }
    })
    .collect()
}

/// What is found in the article of a case, with modifiers where the case asks for them.
fn found(reader: &mut Reader, case: &Case) -> Vec<Told> {
    let article = Article::parse(&case.text, Format::Plain);
    let reading = reader.read(&article, &case.text, case.hints);
    let told = reading.times.iter().enumerate().map(|(number, time)| {
        let asks = case.wanted.get(number).is_some_and(|(_, value)| value.contains(" mod="));
        let modifier = time.expression.modifier.filter(|_| asks);
        let modifier = modifier.map_or(String::new(), |found| format!(" mod={}", found.as_timex()));
        let text = time.expression.span.of(article.blocks[time.block].text()).to_owned();
        (text, time.timex.clone() + &modifier)
    });
    told.collect()
}

#[test]
fn the_page_on_dates_tells_what_is_read() {
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
    let cases = cases_of_page();
    assert!(cases.len() > 60, "{} lines", cases.len());
    for case in cases {
        assert_eq!(found(&mut reader, &case), case.wanted, "{}", case.place);
    }
}

#[test]
fn expressions_are_found_and_mean_what_they_say() {
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
    let mut failures = Vec::new();
    let mut misses = 0;
    for case in cases("tests/dates").into_iter().chain(cases("tests/dates/kinds")) {
        let found = found(&mut reader, &case);
        misses += usize::from(case.is_known_miss);
        match (found == case.wanted, case.is_known_miss) {
            (false, false) => failures.push(format!("{}: {found:?}, not {:?}", case.place, case.wanted)),
            (true, true) => failures.push(format!("{}: is read by now; take the ? away", case.place)),
            _ => {}
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
    assert_eq!(misses, KNOWN_MISSES, "lines of kinds/ that are not read yet");
}
