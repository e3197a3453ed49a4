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

use self::attributes::Attribute;
use self::element::{Element, Skip, Trace};
use self::tokens::Piece;
use super::page::Page;
use super::values::{Part, write_parts};
use crate::text::{Article, BlockKind, Field, Span, StatedDay, StatedKind};

/// How far up an end tag looks for its start tag. Real articles nest less; broken ones stay linear.
const REACH: usize = 64;

/// Maximum number of days read from one script.
const MAX_IN_JSON: usize = 4;

pub(super) fn parse(text: &str) -> Article {
    let mut page = Page::new();
    read_part(text, 0, BlockKind::Paragraph, true, &mut page);
    page.into_article()
}

/// Reads HTML that stands at byte `offset` of the document, inside a block of kind `outer`.
pub(super) fn read(html: &str, offset: usize, outer: BlockKind, page: &mut Page) {
    read_part(html, offset, outer, false, page);
}

fn read_part(html: &str, offset: usize, outer: BlockKind, is_document: bool, page: &mut Page) {
    page.begin(outer);
    let mut reader =
        Reader { html, offset, is_document, page, outer, open: Vec::new(), skip: None, is_json: false };
    tokens::read(html, |piece| match piece {
        Piece::Text(text, at) if reader.is_json => reader.json(text, offset + at),
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
        Piece::Attribute(..) => {}
    });
    page.begin(outer);
}

struct Reader<'h, 'p> {
    html: &'h str,
    /// Where `html` stands in the document.
    offset: usize,
    /// Whether it is the whole of the document, which gives days of itself.
    is_document: bool,
    page: &'p mut Page,
    outer: BlockKind,
    /// The open block elements, and the kind of the text in each.
    open: Vec<(Vec<u8>, BlockKind)>,
    skip: Option<Skip>,
    /// Whether what is skipped is JSON-LD.
    is_json: bool,
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
        if self.reads_field(name, tag.clone()) {
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
                self.is_json = self.is_document && name == b"script" && is_json(&self.html[tag]);
                self.skip = Some(Skip::from(name));
            }
        }
    }

    /// Reads the attribute of an element that is prose, if it has one: of `<meta>`, and of a picture that does not stand
    /// among words.
    fn reads_field(&mut self, name: &[u8], tag: Range<usize>) -> bool {
        let attributes = match name {
            b"meta" => attributes::of(&self.html[tag.clone()]),
            b"time" if self.is_document => attributes::of(&self.html[tag.clone()]),
            b"img" if self.page.is_at_start() => attributes::of(&self.html[tag.clone()]),
            _ => return false,
        };
        let find = |wanted: &str| attributes.iter().find(|attribute| attribute.name == wanted);
        let place = |attribute: &Attribute| {
            let at = self.offset + tag.start;
            Span::new(at + attribute.source.start, at + attribute.source.end)
        };
        let of = find("property").or(find("name")).or(find("itemprop"));
        if let (b"meta", true, Some(of), Some(content)) = (name, self.is_document, of, find("content")) {
            self.page.state_desk(&of.value, &content.value);
        }
        let day = match name {
            b"time" => find("datetime").map(|day| StatedDay {
                kind: StatedKind::Shown,
                rank: 0,
                name: "time".to_owned(),
                value: day.value.clone(),
                span: place(day),
            }),
            b"meta" if self.is_document => of
                .zip(find("content"))
                .and_then(|(of, content)| StatedDay::of(&of.value, &content.value, place(content))),
            _ => None,
        };
        if let Some(day) = day {
            self.page.state(day);
        }
        let (field, attribute) = match name {
            b"time" => return false,
            b"img" => (Some(Field::ImageText), find("alt")),
            _ => (of.and_then(|of| Field::of_meta(&of.value)), find("content")),
        };
        let (Some(field), Some(attribute)) = (field, attribute) else { return false };
        let at = tag.start + attribute.source.start;
        let parts = parts(&self.html[at..tag.start + attribute.source.end], self.offset + at);
        let is_read = parts.is_some_and(|parts| write_parts(parts, &attribute.value, field, self.page));
        self.page.begin(self.kind());
        is_read
    }

    /// The days in a script of JSON-LD, which may be broken: what is looked for is a name with a string behind it.
    fn json(&mut self, text: &str, at: usize) {
        for name in ["datePublished", "dateModified"] {
            let quoted = format!("\"{name}\"");
            for (found, _) in text.match_indices(&quoted).take(MAX_IN_JSON) {
                let rest = &text[found + quoted.len()..];
                let value = rest.trim_start().strip_prefix(':').map(str::trim_start);
                let Some(value) = value.and_then(|value| value.strip_prefix('"')) else { continue };
                let Some(end) = value.find('"') else { continue };
                let start = at + text.len() - value.len();
                let day = StatedDay::of(name, &value[..end], Span::new(start, start + end));
                day.into_iter().for_each(|day| self.page.state(day));
            }
        }
    }

    fn end(&mut self, name: &[u8]) {
        let element = Element::of(name);
        if self.skips(element) {
            if self.skip.as_mut().is_some_and(|skip| skip.ends_with(name)) {
                (self.skip, self.is_json) = (None, false);
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

/// Whether a start tag is of a script that holds JSON-LD.
fn is_json(tag: &str) -> bool {
    let is_type = |attribute: &Attribute| {
        attribute.name == "type" && attribute.value.trim().eq_ignore_ascii_case("application/ld+json")
    };
    attributes::of(tag).iter().any(is_type)
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
        Piece::Start(..) | Piece::End(_) | Piece::Attribute(..) => is_text = false,
    });
    is_text.then_some(parts)
}

/// Whether an end tag closes an open element: the end tag of any headline closes a headline.
fn closes(end: &[u8], open: &[u8]) -> bool {
    let is_headline = |name: &[u8]| matches!(name, [b'h', b'1'..=b'6']);
    open == end || (is_headline(open) && is_headline(end))
}
