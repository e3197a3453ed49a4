//! One place where the characters of a text are not what they seem: what `spelling/encoding` gathers.

use super::Message;
use crate::text::Span;

/// What is wrong with the characters of a place.
#[derive(Clone, Debug)]
pub(super) struct Flaw {
    /// What is marked.
    pub span: Span,
    /// What kind of fault it is.
    pub kind: FlawKind,
    /// What has happened.
    pub message: Message,
    /// Where text is replaced, and by what; the likeliest first.
    pub repairs: Vec<(Span, String)>,
    /// Whether the first repair is certain.
    pub is_certain: bool,
}

/// Kinds of fault, as far as an article that is full of them is one finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FlawKind {
    /// A slip of the keys.
    Typed,
    /// Two signs or letters that are drawn as one: a slip of the keys, or all that a keyboard or converter knows.
    Pieced,
    /// What a converter or a PDF leaves.
    Broken,
    /// Text for an old font.
    Font,
}

impl Flaw {
    /// A flaw of a span with what it is to be replaced by.
    pub fn new(
        span: Span,
        kind: FlawKind,
        message: Message,
        repair: Option<String>,
        is_certain: bool,
    ) -> Flaw {
        let repairs = repair.map(|repair| (span, repair)).into_iter().collect();
        Flaw { span, kind, message, repairs, is_certain }
    }
}
