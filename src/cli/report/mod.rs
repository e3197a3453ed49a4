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
}

/// A form of report. Articles come in the order of their paths.
pub trait Report {
    /// What is printed for an article.
    fn article(&mut self, checked: &Checked) -> String;

    /// What is printed at the end.
    fn end(&mut self, count: &Count) -> String;
}

/// The report in a format.
pub fn report(format: Format, colour: Colour, locale: Locale) -> Box<dyn Report> {
    match format {
        Format::Human => Box::new(human::Human::new(colour, locale)),
        Format::Json => Box::new(json::Json::new(locale)),
    }
}

/// How much was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Articles read.
    pub articles: usize,
    /// Marks by severity, from hint to error.
    pub marks: [usize; 4],
}

impl Count {
    pub fn add(&mut self, checked: &Checked) {
        self.articles += 1;
        for mark in &checked.marks {
            self.marks[mark.severity as usize] += 1;
        }
    }

    /// The number of marks of this severity or a graver one.
    pub fn at_least(&self, least: Severity) -> usize {
        self.marks[least as usize..].iter().sum()
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
