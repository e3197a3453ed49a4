//! One document as blocks of prose.

use std::ops::{Deref, Range};
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

/// A paragraph or what else stands by itself on the page, where it stands in the document.
#[derive(Clone, Debug)]
pub struct Block {
    /// Offset of the block in the document; the prose's way back starts here.
    pub start: u32,
    body: Arc<BlockBody>,
}

/// What a block is, wherever it stands: the same as long as nobody writes in it.
#[derive(Clone, Debug)]
pub struct BlockBody {
    /// What kind of block.
    pub kind: BlockKind,
    /// The text to read.
    pub prose: Prose,
    /// Words, numbers and marks of the prose.
    pub tokens: Box<[Token]>,
    /// Sentences, as ranges of `tokens`.
    pub sentences: Box<[Range<usize>]>,
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

impl Deref for Block {
    type Target = BlockBody;

    fn deref(&self) -> &BlockBody {
        &self.body
    }
}

impl Block {
    /// A block that starts at byte `start` of the document, with its words yet to be read.
    pub(super) fn new(kind: BlockKind, start: usize, prose: Prose, is_value: bool) -> Block {
        let prose = not_prose::without_addresses(&prose).unwrap_or(prose);
        let body = BlockBody { kind, prose, tokens: Box::default(), sentences: Box::default(), is_value };
        Block { start: start as u32, body: Arc::new(body) }
    }

    /// The same block at another byte of the document.
    pub(super) fn at(&self, start: usize) -> Block {
        Block { start: start as u32, body: self.body.clone() }
    }

    /// Finds the words and sentences of the prose.
    pub(super) fn read(&mut self) {
        let tokens = tokens(self.text());
        let sentences = sentences(self.text(), &tokens);
        let body = Arc::make_mut(&mut self.body);
        (body.tokens, body.sentences) = (tokens.into(), sentences.into());
    }

    /// Takes over what another block is made of, if that is the same, and tells whether it is.
    pub(super) fn take_over(&mut self, other: &Block) -> bool {
        if self.shares_prose(other) {
            return true;
        }
        if self.kind != other.kind || self.is_value != other.is_value || self.prose != other.prose {
            return false;
        }
        self.body = other.body.clone();
        true
    }

    /// Whether the two are one block, before and after a change elsewhere.
    pub fn shares_prose(&self, other: &Block) -> bool {
        Arc::ptr_eq(&self.body, &other.body)
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
