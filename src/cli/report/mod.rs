//! What `check` prints: one small file per format.

mod human;
mod json;

use std::path::PathBuf;

use super::arguments::{Colour, Format};
use crate::desk::Mark;
use crate::newsroom::{Locale, Severity};

/// An article with its marks.
pub struct Checked {
    pub path: PathBuf,
    pub text: String,
    pub marks: Vec<Mark>,
    /// The language of its messages.
    pub locale: Locale,
    /// Whether a mark is so grave that the run fails.
    pub fails: bool,
}

/// A form of report. Articles come in the order of their paths.
pub trait Report {
    /// What is printed for an article.
    fn article(&mut self, checked: &Checked) -> String;

    /// What is printed at the end.
    fn end(&mut self, count: &Count) -> String;
}

/// The report in a format; `locale` is that of what is said of all articles together.
pub fn report(format: Format, colour: Colour, locale: Locale) -> Box<dyn Report> {
    match format {
        Format::Human => Box::new(human::Human::new(colour, locale)),
        Format::Json => Box::new(json::Json),
    }
}

/// How much was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Articles read.
    pub articles: usize,
    /// Marks by severity, from hint to error.
    pub marks: [usize; 4],
    /// Articles with a mark so grave that the run fails.
    pub failing: usize,
}

impl Count {
    pub fn add(&mut self, checked: &Checked) {
        self.articles += 1;
        self.failing += usize::from(checked.fails);
        for mark in &checked.marks {
            self.marks[mark.severity as usize] += 1;
        }
    }
}

/// The name of a severity in JSON and in configuration.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Hint => "hint",
        Severity::Information => "information",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
