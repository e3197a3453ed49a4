//! What `check` leaves out of what it finds: what a baseline has, and what stands on lines that did not change.

use std::path::Path;

use super::arguments::Check;
use super::baseline::Baseline;
use super::changed_lines::ChangedLines;
use super::failure::Failure;
use crate::diagnostics::Diagnostic;
use crate::text::{Lines, Span};

/// What is left out.
#[derive(Debug, Default)]
pub struct Filter {
    pub baseline: Option<Baseline>,
    changed: Option<ChangedLines>,
}

impl Filter {
    /// What the command line says is to be left out.
    ///
    /// # Errors
    /// The baseline cannot be read, or git does not tell what changed.
    pub fn asked(arguments: &Check) -> Result<Filter, Failure> {
        let baseline = arguments.baseline.as_deref().map(Baseline::read).transpose()?;
        let changed = arguments.changed_since.as_deref().map(ChangedLines::since).transpose()?;
        Ok(Filter { baseline, changed })
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.baseline.is_none() && self.changed.is_none()
    }

    /// Whether a finding of a rule is wanted, for those of an article in their order.
    pub fn wants<'a>(&'a self, article: &'a Path, text: &'a str) -> impl FnMut(&str, Span) -> bool + 'a {
        let mut is_new = self.baseline.as_ref().map(|baseline| baseline.news(article, text));
        let changed = self.changed.as_ref().and_then(|changed| changed.of(article));
        let changed = changed.map(|changed| (changed, Lines::of(text)));
        move |rule, span| {
            let is_new = is_new.as_mut().is_none_or(|is_new| is_new(rule, span));
            let is_changed = changed.as_ref().is_none_or(|(changed, lines)| {
                let [first, last] = [span.start, span.end].map(|at| lines.number(at as usize) + 1);
                changed.iter().any(|changed| changed.start <= last && first < changed.end)
            });
            is_new && is_changed
        }
    }

    /// The findings of an article that are wanted.
    pub fn of(&self, article: &Path, text: &str, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if !self.is_empty() {
            let mut wants = self.wants(article, text);
            found.retain(|found| wants(found.code(), found.span));
        }
        found
    }
}
