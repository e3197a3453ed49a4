//! Diagnostics that are alike: of one name, or of one rule and the same words.

use crate::diagnostics::{Diagnostic, Snapshot};

/// The rule that finds the spellings of one name.
pub(super) const INCONSISTENT: &str = "spelling/inconsistent";

/// The diagnostics of an article that are like this one, itself included, with their numbers.
pub(super) fn alike<'a>(
    snapshot: &'a Snapshot,
    diagnostic: &'a Diagnostic,
) -> impl Iterator<Item = (usize, &'a Diagnostic)> {
    let written = |one: &Diagnostic| one.span.of(&snapshot.text);
    let is_like = move |other: &Diagnostic| {
        other.code() == diagnostic.code()
            // One spelling is kept of one name, so what is kept tells which name it is
            && (diagnostic.rule == INCONSISTENT || written(other) == written(diagnostic))
            && first_fix(other).eq(first_fix(diagnostic))
    };
    snapshot.diagnostics().iter().enumerate().filter(move |(_, other)| is_like(other))
}

/// What the first fix of a diagnostic writes.
fn first_fix(diagnostic: &Diagnostic) -> impl Iterator<Item = &str> {
    diagnostic.fixes.first().into_iter().flat_map(|fix| fix.edits.iter().map(|(_, text)| text.as_str()))
}
