//! What a report is made of.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diagnostics::Diagnostic;
use crate::newsroom::Locale;
use crate::rules::{Message, UnknownOffice};

/// An article with its marks.
pub struct Checked {
    pub path: PathBuf,
    pub text: String,
    pub marks: Vec<Diagnostic>,
    /// The language of its messages.
    pub locale: Locale,
    /// Whether a mark is so grave that the run fails.
    pub fails: bool,
    /// The offices in it whose titles could not be judged.
    pub unknown_offices: BTreeSet<UnknownOffice>,
    /// The text after its safe fixes, where these are to be shown.
    pub fixed: Option<String>,
    /// The copy with comments that was written.
    pub copy: Option<PathBuf>,
    /// What of the file could not be read.
    pub faults: Vec<Message>,
    /// How many fixes were made in the file: `text` and `marks` are what is there since.
    pub fixes: usize,
}

impl Checked {
    /// The marks that are shown; the last of a rule tells of those that are not.
    pub fn shown(&self) -> impl Iterator<Item = &Diagnostic> {
        self.marks.iter().filter(|mark| mark.is_shown)
    }
}

/// A form of report. Articles come in the order of their paths.
pub trait Report {
    /// What is printed for an article.
    fn article(&mut self, checked: &Checked) -> String;

    /// What is printed at the end.
    fn end(&mut self, count: &Count) -> String;

    /// Whether the end also tells people what could not be judged, which else stands on standard error.
    fn is_for_people(&self) -> bool {
        false
    }
}

/// How much was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Articles read.
    pub articles: usize,
    /// Marks by severity, from hint to error.
    pub marks: [usize; 4],
    /// Articles with a mark so grave that the run fails.
    pub failing: usize,
    /// Articles in which fixes were made.
    pub fixed: usize,
    /// Fixes that were made.
    pub fixes: usize,
    /// The offices whose titles could not be judged.
    pub unknown_offices: BTreeSet<UnknownOffice>,
    /// Whether something could not be read or written, and is not in the report.
    pub trouble: bool,
}

impl Count {
    pub fn add(&mut self, checked: &Checked) {
        self.articles += 1;
        self.failing += usize::from(checked.fails);
        self.fixed += usize::from(checked.fixes > 0);
        self.fixes += checked.fixes;
        self.unknown_offices.extend(checked.unknown_offices.iter().cloned());
        for mark in &checked.marks {
            self.marks[mark.severity as usize] += 1;
        }
    }
}

/// A path as services of the web name it: from the folder one works in if it is below, with `/`.
pub fn in_repository(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let path =
        path.strip_prefix(here).or_else(|_| path.strip_prefix(".")).unwrap_or(path).display().to_string();
    if cfg!(windows) { path.replace('\\', "/") } else { path }
}
