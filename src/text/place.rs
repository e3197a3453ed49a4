//! A stretch of one block.

use super::span::Span;

/// A stretch of prose of one block of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The number of the block.
    pub block: usize,
    /// The bytes of its prose.
    pub span: Span,
}
