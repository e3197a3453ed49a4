//! One document as blocks of prose.

use std::ops::Range;
use std::sync::Arc;

use super::field::{self, Field};
use super::{Prose, Span, StatedDay, Token, not_prose, sentences, tokens};

/// One document: its blocks in order.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Paragraphs, headings, list items, table cells … in the order of the document.
    pub blocks: Vec<Block>,
    /// The span of the front matter's text between its fences, where the document has one.
    pub front_matter: Option<Span>,
    /// The days that the document gives of itself beside its text, in its order.
    pub stated: Vec<StatedDay>,
    /// The desk that the document says it is from.
    pub desk: Option<String>,
}

/// A paragraph or what else stands by itself on the page.
#[derive(Clone, Debug)]
pub struct Block {
    /// What kind of block.
    pub kind: BlockKind,
    /// Offset of the block in the document; the prose's way back starts here.
    pub start: u32,
    /// The text to read.
    pub prose: Arc<Prose>,
    /// Words, numbers and marks of the prose.
    pub tokens: Arc<[Token]>,
    /// Sentences, as ranges of `tokens`.
    pub sentences: Arc<[Range<usize>]>,
    /// Whether it is a value of front matter or of an attribute, where not every character may stand.
    pub is_value: bool,
}

/// What a block is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A headline of level 1 to 6.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// A cell of a table.
    Cell,
    /// What belongs to the article but not to its running text: a standfirst, a caption.
    Field(Field),
}

impl Block {
    /// A block that starts at byte `start` of the document, with its words yet to be read.
    pub(super) fn new(kind: BlockKind, start: usize, prose: Prose) -> Block {
        let prose = Arc::new(not_prose::without_addresses(&prose).unwrap_or(prose));
        Block {
            kind,
            start: start as u32,
            prose,
            tokens: Arc::default(),
            sentences: Arc::default(),
            is_value: false,
        }
    }

    /// Finds the words and sentences of the prose.
    pub(super) fn read(&mut self) {
        let tokens = tokens(self.text());
        self.sentences = sentences(self.text(), &tokens).into();
        self.tokens = tokens.into();
    }

    /// Takes over what another block is made of, if that is the same, and tells whether it is.
    pub(super) fn take_over(&mut self, other: &Block) -> bool {
        if self.shares_prose(other) {
            return true;
        }
        if self.kind != other.kind || self.is_value != other.is_value || self.prose != other.prose {
            return false;
        }
        *self = Block { start: self.start, ..other.clone() };
        true
    }

    /// Whether the two are one block, before and after a change elsewhere.
    pub fn shares_prose(&self, other: &Block) -> bool {
        self.kind == other.kind && self.is_value == other.is_value && Arc::ptr_eq(&self.prose, &other.prose)
    }

    /// Which part of the article it is.
    pub fn field(&self) -> Field {
        match self.kind {
            BlockKind::Field(field) => field,
            BlockKind::Heading(1) => Field::Headline,
            _ => Field::Body,
        }
    }

    /// Whether it stands beside the running text, as a standfirst or a caption does.
    pub fn is_beside_text(&self) -> bool {
        matches!(self.kind, BlockKind::Field(_))
    }

    /// The prose.
    pub fn text(&self) -> &str {
        self.prose.text()
    }

    /// The text of a token.
    pub fn word(&self, token: Token) -> &str {
        token.span.of(self.prose.text())
    }

    /// Where a span of the prose stands in the document.
    pub fn to_document(&self, span: Span) -> Span {
        self.shifted(self.prose.to_source(span))
    }

    /// Where the whole block stands in the document.
    pub fn document_span(&self) -> Span {
        self.to_document(Span::new(0, self.text().len()))
    }

    /// Where a span of the prose stands in the document, if it can be replaced there without touching markup.
    pub fn to_editable(&self, span: Span) -> Option<Span> {
        self.prose.to_verbatim_source(span).map(|source| self.shifted(source))
    }

    /// Like [`Block::to_editable`], if `text` may stand there: what would end or change the value of an attribute or
    /// of front matter may not, unless it stood there before.
    pub fn to_replaceable(&self, span: Span, text: &str) -> Option<Span> {
        let (old, place) = (span.of(self.text()), self.to_editable(span)?);
        let is_new = |c: char| !old.contains(c);
        let fits = !self.is_value || !text.chars().any(|c| field::is_syntax(c) && is_new(c));
        fits.then_some(place)
    }

    fn shifted(&self, source: Span) -> Span {
        Span { start: self.start + source.start, end: self.start + source.end }
    }
}
