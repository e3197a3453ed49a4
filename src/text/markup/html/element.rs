//! What the elements of HTML are to a reader.

use crate::text::{BlockKind, Field};

/// What an element does to the prose around and inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text::markup) enum Element {
    /// Splits nothing: emphasis, links.
    Inline,
    /// Stands by itself. `None`: its text is of the kind of block the element stands in.
    Block(Option<BlockKind>),
    /// A line break.
    Break,
    /// No text, no content, but visible: an image.
    Object,
    /// Code in running text: visible, no prose.
    Code,
    /// Content that is no prose.
    Skipped(Trace),
    /// No element of HTML.
    Unknown,
}

/// What an element whose content is skipped leaves in the prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::text::markup) enum Trace {
    /// It is not seen on the page.
    Nothing,
    /// It is seen within the text.
    Object,
    /// It is seen and ends the block before it.
    Boundary,
}

impl Element {
    /// The element of a name in lower case.
    pub(in crate::text::markup) fn of(name: &[u8]) -> Element {
        match name {
            b"a" | b"abbr" | b"acronym" | b"b" | b"bdi" | b"bdo" | b"big" | b"cite" | b"data" | b"del"
            | b"dfn" | b"em" | b"font" | b"i" | b"ins" | b"label" | b"mark" | b"meter" | b"nobr"
            | b"output" | b"picture" | b"progress" | b"q" | b"rb" | b"rp" | b"rt" | b"rtc" | b"ruby"
            | b"s" | b"slot" | b"small" | b"span" | b"strike" | b"strong" | b"sub" | b"sup" | b"time"
            | b"tt" | b"u" | b"var" | b"wbr" => Element::Inline,

            b"h1" | b"title" => Element::Block(Some(BlockKind::Heading(1))),
            b"h2" => Element::Block(Some(BlockKind::Heading(2))),
            b"h3" => Element::Block(Some(BlockKind::Heading(3))),
            b"h4" => Element::Block(Some(BlockKind::Heading(4))),
            b"h5" => Element::Block(Some(BlockKind::Heading(5))),
            b"h6" => Element::Block(Some(BlockKind::Heading(6))),
            b"li" | b"dt" | b"dd" => Element::Block(Some(BlockKind::ListItem)),
            b"td" | b"th" => Element::Block(Some(BlockKind::Cell)),
            b"figcaption" => Element::Block(Some(BlockKind::Field(Field::Caption))),
            b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"button" | b"caption"
            | b"center" | b"details" | b"dialog" | b"dir" | b"div" | b"dl" | b"fieldset" | b"figure"
            | b"footer" | b"form" | b"head" | b"header" | b"hgroup" | b"hr" | b"html" | b"legend"
            | b"main" | b"menu" | b"nav" | b"ol" | b"p" | b"search" | b"section" | b"summary" | b"table"
            | b"tbody" | b"tfoot" | b"thead" | b"tr" | b"ul" => Element::Block(None),

            b"br" => Element::Break,
            b"embed" | b"img" | b"image" | b"input" => Element::Object,
            b"code" | b"kbd" | b"samp" => Element::Code,

            b"datalist" | b"noembed" | b"noframes" | b"noscript" | b"script" | b"style" | b"template" => {
                Element::Skipped(Trace::Nothing)
            }
            b"audio" | b"canvas" | b"iframe" | b"math" | b"object" | b"select" | b"svg" | b"textarea"
            | b"video" => Element::Skipped(Trace::Object),
            b"listing" | b"plaintext" | b"pre" | b"xmp" => Element::Skipped(Trace::Boundary),

            _ => Element::Unknown,
        }
    }
}

/// An element whose content is being skipped.
pub(in crate::text::markup) struct Skip {
    name: Vec<u8>,
    depth: usize,
}

impl Skip {
    /// Skips from the start tag on.
    pub(in crate::text::markup) fn from(name: &[u8]) -> Skip {
        Skip { name: name.to_vec(), depth: 1 }
    }

    /// Notes a start tag in the content.
    pub(in crate::text::markup) fn start(&mut self, name: &[u8]) {
        if name == self.name {
            self.depth += 1;
        }
    }

    /// Notes an end tag; whether it ends the element.
    pub(in crate::text::markup) fn ends_with(&mut self, name: &[u8]) -> bool {
        if name == self.name {
            self.depth -= 1;
        }
        self.depth == 0
    }

    /// Whether the element is code in running text, which ends with its block at the latest.
    pub(in crate::text::markup) fn is_inline(&self) -> bool {
        Element::of(&self.name) == Element::Code
    }
}
