//! What a hover shows.

use crate::text::Span;

/// A card in Markdown on words of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The bytes of the document that it is about.
    pub span: Span,
    /// What it says.
    pub markdown: String,
}
