//! HTML: what a browser shows as text, less code.
//!
//! Not a tree: prose needs to know which tags split blocks, which split nothing and whose content is
//! no prose ([`element`]). Tag soup reads as a browser would show it, near enough.

mod attributes;
pub(super) mod element;
#[cfg(test)]
mod tests;
mod tokens;

use std::ops::Range;

use self::element::{Element, Skip, Trace};
use self::tokens::Piece;
use super::page::Page;
use super::values::{Part, write_parts};
use crate::text::{Article, BlockKind, Field};

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
    let mut reader = Reader { html, offset, page, outer, open: Vec::new(), skip: None };
    tokens::read(html, |piece| match piece {
        Piece::Text(..) | Piece::Reference(..) if reader.skip.is_some() => {}
        Piece::Text(text, at) => reader.page.text(text, offset + at),
        Piece::Reference(text, source) => {
            reader.page.decoded(text, offset + source.start..offset + source.end);
        }
        Piece::Start(name, closes_itself, source) => {
            reader.start(name, source);
            if closes_itself {
                reader.end(name);
            }
        }
        Piece::End(name) => reader.end(name),
    });
    page.begin(outer);
}

struct Reader<'h, 'p> {
    html: &'h str,
    /// Where `html` stands in the document.
    offset: usize,
    page: &'p mut Page,
    outer: BlockKind,
    /// The open block elements, and the kind of the text in each.
    open: Vec<(Vec<u8>, BlockKind)>,
    skip: Option<Skip>,
}

impl Reader<'_, '_> {
    /// Reads a start tag, which stands in `tag` of the HTML.
    fn start(&mut self, name: &[u8], tag: Range<usize>) {
        let source = self.offset + tag.start..self.offset + tag.end;
        let element = Element::of(name);
        if self.skips(element) {
            if let Some(skip) = &mut self.skip {
                skip.start(name);
            }
            return;
        }
        if self.reads_field(name, tag) {
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

    /// Reads the attribute of an element that is prose, if it has one: of `<meta>`, and of a picture that does not stand
    /// among words.
    fn reads_field(&mut self, name: &[u8], tag: Range<usize>) -> bool {
        let attributes = match name {
            b"meta" => attributes::of(&self.html[tag.clone()]),
            b"img" if self.page.is_at_start() => attributes::of(&self.html[tag.clone()]),
            _ => return false,
        };
        let find = |wanted: &str| attributes.iter().find(|attribute| attribute.name == wanted);
        let (field, attribute) = match name {
            b"img" => (Some(Field::ImageText), find("alt")),
            _ => {
                let of = find("property").or(find("name"));
                (of.and_then(|of| Field::of_meta(&of.value)), find("content"))
            }
        };
        let (Some(field), Some(attribute)) = (field, attribute) else { return false };
        let at = tag.start + attribute.source.start;
        let parts = parts(&self.html[at..tag.start + attribute.source.end], self.offset + at);
        let is_read = parts.is_some_and(|parts| write_parts(parts, &attribute.value, field, self.page));
        self.page.begin(self.kind());
        is_read
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

/// The stretches of the value of an attribute, which stands at byte `at` of the document.
fn parts(raw: &str, at: usize) -> Option<Vec<Part>> {
    let (mut parts, mut is_text) = (Vec::new(), true);
    tokens::read(raw, |piece| match piece {
        Piece::Text(text, start) => {
            let source = at + start..at + start + text.len();
            parts.push(Part { text: text.to_owned(), source, is_verbatim: true });
        }
        Piece::Reference(text, source) => {
            let source = at + source.start..at + source.end;
            parts.push(Part { text: text.to_owned(), source, is_verbatim: false });
        }
        Piece::Start(..) | Piece::End(_) => is_text = false,
    });
    is_text.then_some(parts)
}

/// Whether an end tag closes an open element: the end tag of any headline closes a headline.
fn closes(end: &[u8], open: &[u8]) -> bool {
    let is_headline = |name: &[u8]| matches!(name, [b'h', b'1'..=b'6']);
    open == end || (is_headline(open) && is_headline(end))
}
