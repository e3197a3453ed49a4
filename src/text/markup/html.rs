//! HTML: what a browser shows as text, less code.
//!
//! Not a tree: prose needs to know which tags split blocks, which split nothing and whose content is
//! no prose ([`element`]). Tag soup reads as a browser would show it, near enough.

pub(super) mod element;
#[cfg(test)]
mod tests;
mod tokens;

use std::ops::Range;

use self::element::{Element, Skip, Trace};
use self::tokens::Piece;
use super::page::Page;
use crate::text::{Article, BlockKind};

/// How far up an end tag looks for its start tag. Real articles nest less; broken ones stay linear.
const REACH: usize = 64;

pub(super) fn parse(text: &str) -> Article {
    let mut page = Page::new();
    read(text, 0, BlockKind::Paragraph, &mut page);
    Article { blocks: page.into_blocks(), front_matter: None }
}

/// Reads HTML that stands at byte `offset` of the document, inside a block of kind `outer`.
pub(super) fn read(html: &str, offset: usize, outer: BlockKind, page: &mut Page) {
    page.begin(outer);
    let mut reader = Reader { page, outer, open: Vec::new(), skip: None };
    tokens::read(html, |piece| match piece {
        Piece::Text(..) | Piece::Reference(..) if reader.skip.is_some() => {}
        Piece::Text(text, at) => reader.page.text(text, offset + at),
        Piece::Reference(text, source) => {
            reader.page.decoded(text, offset + source.start..offset + source.end);
        }
        Piece::Start(name, closes_itself, source) => {
            reader.start(name, offset + source.start..offset + source.end);
            if closes_itself {
                reader.end(name);
            }
        }
        Piece::End(name) => reader.end(name),
    });
    page.begin(outer);
}

struct Reader<'p> {
    page: &'p mut Page,
    outer: BlockKind,
    /// The open block elements, and the kind of the text in each.
    open: Vec<(Vec<u8>, BlockKind)>,
    skip: Option<Skip>,
}

impl Reader<'_> {
    fn start(&mut self, name: &[u8], source: Range<usize>) {
        let element = Element::of(name);
        if self.skips(element) {
            if let Some(skip) = &mut self.skip {
                skip.start(name);
            }
            return;
        }
        match element {
            Element::Inline | Element::Unknown => {}
            Element::Block(kind) => self.open(name, kind),
            Element::Break => self.page.line_break(source),
            Element::Object => self.page.object(source),
            Element::Code => {
                self.page.object(source);
                self.skip = Some(Skip::from(name));
            }
            Element::Skipped(trace) => {
                match trace {
                    Trace::Nothing => {}
                    Trace::Object => self.page.object(source),
                    Trace::Boundary => self.page.begin(self.kind()),
                }
                self.skip = Some(Skip::from(name));
            }
        }
    }

    fn end(&mut self, name: &[u8]) {
        let element = Element::of(name);
        if self.skips(element) {
            if self.skip.as_mut().is_some_and(|skip| skip.ends_with(name)) {
                self.skip = None;
            }
        } else if let Element::Block(_) = element {
            self.close(name);
        }
    }

    /// Whether `element` stands in content that is skipped. Code that was never closed ends here.
    fn skips(&mut self, element: Element) -> bool {
        if let Element::Block(_) | Element::Skipped(Trace::Boundary) = element {
            self.skip.take_if(|skip| skip.is_inline());
        }
        self.skip.is_some()
    }

    fn open(&mut self, name: &[u8], kind: Option<BlockKind>) {
        if name != b"div" {
            // nothing but phrases may stand in a headline: it was never closed
            while matches!(self.open.last(), Some((_, BlockKind::Heading(_)))) {
                self.open.pop();
            }
        }
        let kind = kind.unwrap_or(self.kind());
        // often left open, and no other block may stand in them
        if !matches!(name, b"p" | b"hr") {
            self.open.push((name.to_vec(), kind));
        }
        self.page.begin(kind);
    }

    fn close(&mut self, name: &[u8]) {
        let near = self.open.iter().rev().take(REACH);
        if let Some(above) = near.map(|(open, _)| open).position(|open| closes(name, open)) {
            self.open.truncate(self.open.len() - above - 1);
        }
        self.page.begin(self.kind());
    }

    fn kind(&self) -> BlockKind {
        self.open.last().map_or(self.outer, |&(_, kind)| kind)
    }
}

/// Whether an end tag closes an open element: the end tag of any headline closes a headline.
fn closes(end: &[u8], open: &[u8]) -> bool {
    let is_headline = |name: &[u8]| matches!(name, [b'h', b'1'..=b'6']);
    open == end || (is_headline(open) && is_headline(end))
}
