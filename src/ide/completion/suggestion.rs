//! What is suggested, and for what.

use crate::newsroom::{Kind, Newsroom};
use crate::text::Span;

/// Something to put at the caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What the list shows.
    pub label: String,
    /// What goes into the document.
    pub insert: String,
    /// The bytes of the document that it replaces.
    pub replace: Span,
    /// What sort of thing it is.
    pub kind: SuggestionKind,
    /// One line on it.
    pub detail: String,
}

/// What sort of thing is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A name.
    Name(Kind),
    /// A date.
    Date,
    /// A key of `vartani.toml`, or a table.
    Key,
    /// A value in `vartani.toml`.
    Value,
}

/// Why a list of suggestions is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Somebody is typing. What is suggested only continues the word, and nothing is suggested where the word may
    /// be done: a word in Devanagari that Hindi knows, in any of its forms. Sounds are heard in Latin letters only.
    Typing,
    /// Somebody wants a list. It has all that may be meant, by letter and by ear.
    Asked,
}

/// Maximum length of a list.
pub const MAX_SUGGESTIONS: usize = 50;

/// Words that end at the caret.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    /// As it stands.
    pub text: &'a str,
    /// Its bytes of the document.
    pub span: Span,
    /// Whether its last letter is Devanagari.
    pub is_devanagari: bool,
}

/// A word more common than this is being written for itself: में, कहा, पर.
const COMMON_PER_MILLION: f32 = 300.0;

impl Typed<'_> {
    /// Whether it is written for itself.
    pub fn is_common(&self, newsroom: &Newsroom) -> bool {
        self.is_devanagari && newsroom.lexicon.per_million(self.text) > COMMON_PER_MILLION
    }
}
