//! `check --statistics`: how many findings there are, by rule and by file, instead of the findings.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::checked::{Checked, Count, Report};
use crate::newsroom::Locale;
use crate::text::printable;

/// A long table of files is nobody's news: those with the most findings, at most so many.
const MAX_FILES: usize = 20;

pub struct Statistics {
    locale: Locale,
    tally: Tally,
}

impl Statistics {
    pub fn new(locale: Locale) -> Statistics {
        Statistics { locale, tally: Tally::default() }
    }
}

impl Report for Statistics {
    fn article(&mut self, checked: &Checked) -> String {
        self.tally.add(checked);
        String::new()
    }

    fn end(&mut self, _: &Count) -> String {
        self.tally.by_rule(self.locale) + &self.tally.by_file(self.locale)
    }
}

/// Findings counted by rule and by file.
#[derive(Default)]
pub struct Tally {
    by_rule: BTreeMap<String, (usize, usize)>,
    by_file: Vec<(String, usize)>,
}

impl Tally {
    /// Counts the findings of an article.
    pub fn add(&mut self, checked: &Checked) {
        let mut here: BTreeMap<&str, usize> = BTreeMap::new();
        checked.marks.iter().for_each(|mark| *here.entry(mark.code()).or_default() += 1);
        for (rule, marks) in here {
            let (all, articles) = self.by_rule.entry(rule.to_owned()).or_default();
            (*all, *articles) = (*all + marks, *articles + 1);
        }
        if !checked.marks.is_empty() {
            self.by_file.push((checked.path.display().to_string(), checked.marks.len()));
        }
    }

    /// The number of articles with findings.
    pub fn articles(&self) -> usize {
        self.by_file.len()
    }

    /// A line a rule, the most frequent first: how often, in how many articles.
    pub fn by_rule(&self, locale: Locale) -> String {
        let mut rules: Vec<_> = self.by_rule.iter().collect();
        rules.sort_by_key(|(rule, (marks, _))| (std::cmp::Reverse(*marks), *rule));
        if rules.is_empty() {
            return String::new();
        }
        let head = match locale {
            Locale::Hi => "  निशान    ख़बरें  नियम\n",
            Locale::En => "  marks  articles  rule\n",
        };
        rules.iter().fold(head.to_owned(), |mut table, (rule, (marks, articles))| {
            let _ = writeln!(table, "{marks:>7}  {articles:>8}  {rule}");
            table
        })
    }

    /// A line a file, those with the most findings first, and how many more files have some.
    pub fn by_file(&self, locale: Locale) -> String {
        let mut files: Vec<_> = self.by_file.iter().collect();
        files.sort_by_key(|(path, marks)| (std::cmp::Reverse(*marks), path.as_str()));
        let mut table = String::new();
        for (path, marks) in files.iter().take(MAX_FILES) {
            let _ = writeln!(table, "{marks:>7}  {}", printable(path));
        }
        let further = files.len().saturating_sub(MAX_FILES);
        if further > 0 {
            let _ = match locale {
                Locale::Hi => writeln!(table, "         और {further} फ़ाइलें"),
                Locale::En => writeln!(table, "         and {further} more files"),
            };
        }
        if table.is_empty() { table } else { format!("\n{table}") }
    }
}
