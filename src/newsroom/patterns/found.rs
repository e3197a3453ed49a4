//! What a pattern matches in a text.

use crate::text::Span;

/// What a pattern matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The number of the pattern.
    pub pattern: usize,
    /// What it matches.
    pub span: Span,
    /// What may be written instead, the best first.
    pub replacements: Vec<String>,
}
