//! Blocks in the making: what the readers of markup hand their text to.
//!
//! A reader says what it meets, in the order of the document and with offsets of the document: text,
//! a decoded character, a line break, something that is no text. The page makes blocks of it. White
//! space is what a browser shows: none at the edges of a block, one space for a run with a line break
//! or markup inside; any other run stays as it was typed.

use std::mem::take;
use std::ops::Range;

use crate::text::not_prose::OBJECT;
use crate::text::stated::MAX_STATED;
use crate::text::token::is_blank;
use crate::text::{Article, Block, BlockKind, Field, Prose, Span, StatedDay, desk, is_name_of_desk};

/// The blocks of a document so far, and the one that is being written.
pub(super) struct Page {
    blocks: Vec<Block>,
    stated: Vec<StatedDay>,
    desk: Option<String>,
    kind: BlockKind,
    /// Whether the block is a value of front matter or of an attribute.
    is_value: bool,
    /// Offset of the first piece of `prose`.
    start: usize,
    prose: Prose,
    /// White space that is prose only if something follows it in the block.
    blank: Option<Blank>,
    /// The text of `blank` as long as that does not collapse.
    typed: String,
}

struct Blank {
    source: Range<usize>,
    /// How many lines end here for the reader's eye.
    line_breaks: usize,
    collapses: bool,
}

impl Page {
    /// A page without blocks.
    pub(super) fn new() -> Page {
        Page {
            blocks: Vec::new(),
            stated: Vec::new(),
            desk: None,
            kind: BlockKind::Paragraph,
            is_value: false,
            start: 0,
            prose: Prose::default(),
            blank: None,
            typed: String::new(),
        }
    }

    /// Ends the block; what follows is a block of this kind.
    pub(super) fn begin(&mut self, kind: BlockKind) {
        self.end();
        self.kind = kind;
        self.is_value = false;
    }

    /// Ends the block; what follows is a value of front matter or of an attribute.
    pub(super) fn begin_value(&mut self, field: Field) {
        self.begin(BlockKind::Field(field));
        self.is_value = true;
    }

    /// Whether nothing is in the block yet.
    pub(super) fn is_at_start(&self) -> bool {
        self.prose.text().is_empty()
    }

    /// The finished page.
    pub(super) fn into_article(mut self) -> Article {
        self.end();
        Article { blocks: self.blocks, stated: self.stated, desk: self.desk, front_matter: None }
    }

    /// A day that the document gives of itself.
    pub(super) fn state(&mut self, day: StatedDay) {
        if self.stated.len() < MAX_STATED {
            self.stated.push(day);
        }
    }

    /// What the document says of itself under a name: its desk, if that is what the name is for.
    pub(super) fn state_desk(&mut self, name: &str, value: &str) {
        if self.desk.is_none() && is_name_of_desk(name) {
            self.desk = desk(value);
        }
    }

    /// Text of the document, white space and all, that stands at byte `at`.
    pub(super) fn text(&mut self, text: &str, mut at: usize) {
        let mut rest = text;
        while !rest.is_empty() {
            let line = rest.trim_start_matches(is_white);
            let white = &rest[..rest.len() - line.len()];
            if !white.is_empty() {
                self.white(white, at);
                at += white.len();
            }
            let line_end = line.find(is_line_break).unwrap_or(line.len());
            let said = line[..line_end].trim_end_matches(is_white);
            if !said.is_empty() {
                let source = self.show(at..at + said.len());
                self.prose.push(said, source.start as usize);
                at += said.len();
            }
            rest = &line[said.len()..];
        }
    }

    /// A character that the document writes otherwise.
    pub(super) fn decoded(&mut self, text: &str, source: Range<usize>) {
        if text.is_empty() {
            return;
        }
        if text.chars().all(is_white) {
            return self.soft_break(source);
        }
        let source = self.show(source);
        self.prose.push_decoded(text, source);
    }

    /// Something that is no prose but keeps the words around it apart: code, an image.
    pub(super) fn object(&mut self, source: Range<usize>) {
        self.decoded(OBJECT.encode_utf8(&mut [0; 3]), source);
    }

    /// A line break of the source that reads as a space.
    pub(super) fn soft_break(&mut self, source: Range<usize>) {
        self.blank(source).collapses = true;
    }

    /// A line break on the page.
    pub(super) fn line_break(&mut self, source: Range<usize>) {
        self.blank(source).line_breaks += 1;
    }

    fn white(&mut self, text: &str, at: usize) {
        let apart = self.blank.as_ref().is_some_and(|blank| blank.source.end != at);
        if self.blank.is_none() {
            self.typed.clear();
        }
        self.typed.push_str(text);
        self.blank(at..at + text.len()).collapses |= apart || text.contains(is_line_break);
    }

    /// The white space at the end of the prose so far, made to reach to the end of `source`.
    fn blank(&mut self, source: Range<usize>) -> &mut Blank {
        let end = source.end;
        let blank = self.blank.get_or_insert(Blank { source, line_breaks: 0, collapses: false });
        blank.source.end = end;
        blank
    }

    /// Makes room for something visible: settles the white space before it, and returns its place
    /// relative to the block.
    fn show(&mut self, source: Range<usize>) -> Span {
        let blank = self.blank.take();
        if self.prose.text().is_empty() {
            self.start = source.start;
        } else if let Some(blank) = blank {
            let place = self.relative(blank.source);
            if blank.line_breaks > 0 {
                self.prose.push_decoded(&"\n".repeat(blank.line_breaks), place);
            } else if blank.collapses {
                self.prose.push_decoded(" ", place);
            } else {
                self.prose.push(&self.typed, place.start as usize);
            }
        }
        self.relative(source)
    }

    fn relative(&self, source: Range<usize>) -> Span {
        Span::new(source.start - self.start, source.end - self.start)
    }

    fn end(&mut self) {
        self.blank = None;
        let prose = take(&mut self.prose);
        if prose.text().chars().any(|c| c != OBJECT && !is_blank(c)) {
            let is_value = self.is_value;
            self.blocks.push(Block::new(self.kind, self.start, prose, is_value));
        }
    }
}

/// White space that markup may collapse; a no-break space is not.
fn is_white(c: char) -> bool {
    c.is_ascii_whitespace()
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_what_the_reader_sees() {
        let mut page = Page::new();
        page.text("  राज्य  सरकार\r\n  ने ", 0);
        page.line_break(100..104);
        page.text(" कहा", 104);
        page.soft_break(120..121);
        let blocks = page.into_article().blocks;
        assert_eq!(blocks[0].text(), "राज्य  सरकार ने\nकहा");
        assert_eq!(blocks[0].start, 2);
    }

    #[test]
    fn a_block_of_objects_says_nothing() {
        let mut page = Page::new();
        page.object(0..3);
        page.decoded("\u{A0}", 3..9);
        assert!(page.into_article().blocks.is_empty());
    }
}
