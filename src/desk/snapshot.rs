//! An article at one moment, with everything that is known of it.

use std::sync::Arc;

use super::review::{Mark, review_read, without_skipped};
use super::{Lines, Position};
use crate::newsroom::Newsroom;
use crate::reading::{DateHints, Dateline, Mention, Reader, TimeMention, Variants};
use crate::text::{Article, Format, Span};

/// An article at one moment, read and marked. It never changes, and is shared by `Arc`: whatever an
/// editor asks is answered from one snapshot. Spans of its parts are in the prose of their block
/// ([`Snapshot::span`] brings them to the document); spans of `marks` are in the document.
#[derive(Debug)]
pub struct Snapshot {
    /// The document.
    pub text: Arc<str>,
    /// How it is marked up.
    pub format: Format,
    /// Its blocks.
    pub article: Article,
    /// Where its lines begin.
    pub lines: Lines,
    /// The newsroom it was read for.
    pub newsroom: Arc<Newsroom>,
    /// Place and date it is written from.
    pub dateline: Dateline,
    /// Who is mentioned, in order.
    pub mentions: Vec<Mention>,
    /// The times it mentions, in order.
    pub times: Vec<TimeMention>,
    /// The names it spells in more than one way.
    pub variants: Vec<Variants>,
    /// What the rules found, in order.
    pub marks: Vec<Mark>,
}

impl Snapshot {
    /// Reads and marks a document.
    pub fn take(text: Arc<str>, format: Format, reader: &mut Reader, hints: DateHints) -> Snapshot {
        let newsroom = reader.newsroom().clone();
        let document = without_skipped(&text, &newsroom);
        let article = Article::parse(&document, format);
        let reading = reader.read(&article, &document, hints);
        let marks = review_read(&document, &reading);
        let (dateline, mentions, times, variants) =
            (reading.dateline, reading.mentions, reading.times, reading.variants);
        let lines = Lines::of(&text);
        drop(document);
        Snapshot { text, format, article, lines, newsroom, dateline, mentions, times, variants, marks }
    }

    /// Where a span of a block's prose stands in the document.
    pub fn span(&self, block: usize, span: Span) -> Span {
        self.article.blocks[block].to_document(span)
    }

    /// The mention at byte `offset` of the document, its last byte's end included.
    pub fn mention_at(&self, offset: usize) -> Option<&Mention> {
        self.mentions.iter().find(|mention| touches(self.span(mention.block, mention.span), offset))
    }

    /// The time at byte `offset` of the document.
    pub fn time_at(&self, offset: usize) -> Option<&TimeMention> {
        self.times.iter().find(|time| touches(self.span(time.block, time.expression.span), offset))
    }

    /// The variants with a spelling at byte `offset` of the document.
    pub fn variants_at(&self, offset: usize) -> Option<&Variants> {
        let places = |variants: &Variants| {
            variants.spellings.iter().flat_map(|s| s.places.clone()).collect::<Vec<_>>()
        };
        self.variants.iter().find(|variants| {
            places(variants).into_iter().any(|(block, span)| touches(self.span(block, span), offset))
        })
    }

    /// Line and column of a byte, as people count.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }
}

/// Whether a caret at `offset` touches the span.
fn touches(span: Span, offset: usize) -> bool {
    (span.start as usize..=span.end as usize).contains(&offset)
}
