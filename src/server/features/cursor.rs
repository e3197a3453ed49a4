//! Many positions of one document, counted in one go.
//!
//! A column is counted from the beginning of its line. Of a thousand names in one long line each would be
//! counted from there again; a cursor goes on where it was.

use tower_lsp::lsp_types::{Position, Range};

use crate::server::position::LineMapper;
use crate::text::Span;

/// A place in a document that moves on. It may go back, which costs counting the line again.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    page: LineMapper<'a>,
    offset: usize,
    position: Position,
}

impl<'a> Cursor<'a> {
    /// A cursor at the beginning of a page.
    pub fn new(page: LineMapper<'a>) -> Cursor<'a> {
        Cursor { page, offset: 0, position: Position::new(0, 0) }
    }

    /// The client's position of a byte; the same as [`LineMapper::position`].
    pub fn position(&mut self, offset: usize) -> Position {
        let line = self.page.lines.number(offset) as u32;
        if line != self.position.line || offset < self.offset {
            self.position = Position::new(line, 0);
            self.offset = self.page.lines.start(line as usize);
        }
        self.position.character += self.page.encoding.width(&self.page.text[self.offset..offset]) as u32;
        self.offset = offset;
        self.position
    }

    /// The client's range of a span; the same as [`LineMapper::range`].
    pub fn range(&mut self, span: Span) -> Range {
        Range { start: self.position(span.start as usize), end: self.position(span.end as usize) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::features::sample::ENCODINGS;
    use crate::text::Lines;

    #[test]
    fn a_cursor_counts_as_the_page_does() {
        let text = "😀 पुतिन आए।\r\n\r\nरूस 😀😀 चुप है।\rअंत";
        let lines = Lines::of(text);
        for encoding in ENCODINGS {
            let page = LineMapper { text, lines: &lines, encoding };
            let mut cursor = Cursor::new(page);
            let ahead = (0..=text.len()).filter(|&at| text.is_char_boundary(at));
            for offset in ahead.clone().chain(ahead.clone().rev()).chain(ahead.step_by(3)) {
                assert_eq!(cursor.position(offset), page.position(offset), "{offset} in {encoding:?}");
            }
        }
    }
}
