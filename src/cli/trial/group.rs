//! Marks gathered by rule and marked text, told as they come and counted at the end.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use serde_json::json;

use super::Form;
use crate::diagnostics::{Diagnostic, Snapshot};
use crate::newsroom::Locale;
use crate::text::{Span, printable, sample};

/// Maximum number of texts in the table for people.
const MAX_ROWS: usize = 100;

/// Whether a mark is new under what is tried, or no longer there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It is new.
    Appears,
    /// It is no longer there.
    Goes,
}

/// A mark in an archive.
pub struct Mark {
    path: PathBuf,
    line: usize,
    column: usize,
    code: String,
    text: String,
    fix: Option<String>,
    /// The text around it, with ⟦ and ⟧ at the mark.
    sample: String,
    change: Change,
}

/// What is counted of one text that a rule marks.
#[derive(Clone, Debug, Default)]
struct Tally {
    marks: usize,
    articles: usize,
    last: Option<PathBuf>,
    fix: Option<String>,
}

/// All marks by change, rule and text.
pub struct Groups {
    form: Form,
    locale: Locale,
    tallies: FxHashMap<(Change, String, String), Tally>,
}

impl Mark {
    /// A mark of an article.
    pub fn of(path: &Path, snapshot: &Snapshot, mark: &Diagnostic, change: Change) -> Mark {
        let at = snapshot.lines.position(&snapshot.text, mark.span.start as usize);
        let fix = mark.fixes.first().and_then(|fix| fix.edits.first());
        Mark {
            path: path.to_owned(),
            line: at.line,
            column: at.column,
            code: mark.code().to_owned(),
            text: mark.span.of(&snapshot.text).to_owned(),
            fix: fix.map(|(_, text)| text.clone()),
            sample: sample(&snapshot.text, line_of(&snapshot.text, mark.span), mark.span),
            change,
        }
    }
}

impl Groups {
    /// No marks yet.
    pub fn new(form: Form, locale: Locale) -> Groups {
        Groups { form, locale, tallies: FxHashMap::default() }
    }

    /// Whether there are no marks.
    pub fn is_empty(&self) -> bool {
        self.tallies.is_empty()
    }

    /// What is printed of the marks of an article.
    pub fn add(&mut self, marks: Vec<Mark>) -> String {
        let mut out = String::new();
        for mark in marks {
            let key = (mark.change, mark.code.clone(), mark.text.clone());
            let tally = self.tallies.entry(key).or_default();
            let is_first = tally.marks == 0;
            tally.marks += 1;
            if tally.last.as_ref() != Some(&mark.path) {
                tally.articles += 1;
                tally.last = Some(mark.path.clone());
            }
            tally.fix = tally.fix.take().or_else(|| mark.fix.clone());
            match self.form {
                Form::Human if is_first => out.push_str(&self.line(&mark)),
                Form::Human => {}
                Form::Json => {
                    let line = json!({
                        "path": mark.path.display().to_string(), "line": mark.line, "column": mark.column,
                        "rule": mark.code, "text": mark.text, "fix": mark.fix, "sample": mark.sample,
                        "change": word(mark.change),
                    });
                    let _ = writeln!(out, "{line}");
                }
            }
        }
        out
    }

    /// What is printed behind all marks of so many articles.
    pub fn end(&self, articles: usize) -> String {
        let mut rows: Vec<_> = self.tallies.iter().collect();
        rows.sort_by(|(a, one), (b, other)| (a.0, other.marks, *a).cmp(&(b.0, one.marks, *b)));
        match self.form {
            Form::Json => rows.iter().fold(String::new(), |mut out, ((change, rule, text), tally)| {
                let line = json!({
                    "rule": rule, "text": text, "fix": tally.fix, "change": word(*change),
                    "marks": tally.marks, "articles": tally.articles,
                });
                let _ = writeln!(out, "{line}");
                out
            }),
            Form::Human => self.table(&rows, articles),
        }
    }

    fn line(&self, mark: &Mark) -> String {
        let sign = if mark.change == Change::Appears { '+' } else { '-' };
        let line = format!(
            "{sign} {}:{}:{}: [{}] {}",
            mark.path.display(),
            mark.line,
            mark.column,
            mark.code,
            mark.sample
        );
        format!("{}\n", printable(&line))
    }

    fn table(&self, rows: &[(&(Change, String, String), &Tally)], articles: usize) -> String {
        let mut out = String::new();
        if !rows.is_empty() {
            out.push_str(match self.locale {
                Locale::Hi => "\n   बार  ख़बरें  नियम और शब्द\n",
                Locale::En => "\n times  articles  rule and text\n",
            });
        }
        for ((change, rule, text), tally) in rows.iter().take(MAX_ROWS) {
            let sign = if *change == Change::Appears { '+' } else { '-' };
            let fix = tally.fix.as_ref().map_or(String::new(), |fix| format!(" → {fix}"));
            let text = printable(&format!("[{rule}] {text}{fix}")).into_owned();
            let _ = writeln!(out, "{sign}{:>5}  {:>8}  {text}", tally.marks, tally.articles);
        }
        let more = rows.len().saturating_sub(MAX_ROWS);
        let sum = |wanted: Change| {
            rows.iter()
                .filter(|((change, ..), _)| *change == wanted)
                .map(|(_, tally)| tally.marks)
                .sum::<usize>()
        };
        let (new, gone) = (sum(Change::Appears), sum(Change::Goes));
        if more > 0 {
            let _ = match self.locale {
                Locale::Hi => writeln!(out, "{more} शब्द और"),
                Locale::En => writeln!(out, "{more} texts more"),
            };
        }
        let _ = match self.locale {
            Locale::Hi => writeln!(out, "{articles} ख़बरें पढ़ी गईं; नए निशान: {new}, हटे निशान: {gone}"),
            Locale::En => {
                writeln!(out, "{articles} articles read; marks that appear: {new}, that go: {gone}")
            }
        };
        out
    }
}

fn word(change: Change) -> &'static str {
    match change {
        Change::Appears => "appears",
        Change::Goes => "goes",
    }
}

/// The lines of a mark.
fn line_of(text: &str, span: Span) -> Span {
    let (start, end) = (span.start as usize, span.end as usize);
    let from = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let to = text[end..].find(['\n', '\r']).map_or(text.len(), |at| end + at);
    Span::new(from, to)
}
