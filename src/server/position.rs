//! Positions of the protocol: the only place that knows UTF-16.
//!
//! Inside, positions are bytes. A client counts columns in the encoding that was negotiated.

use tower_lsp::lsp_types::{Position, PositionEncodingKind, Range};

use crate::text::boundary::floor_char_boundary;
use crate::text::{Lines, Span, Width};

/// What a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, what every client knows.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The best encoding that a client offers: bytes need no counting.
    pub fn negotiate(offered: Option<&[PositionEncodingKind]>) -> Encoding {
        let offered = offered.unwrap_or_default();
        let offers = |kind: &PositionEncodingKind| offered.contains(kind);
        if offers(&PositionEncodingKind::UTF8) {
            Encoding::Utf8
        } else if offers(&PositionEncodingKind::UTF32) && !offers(&PositionEncodingKind::UTF16) {
            Encoding::Utf32
        } else {
            Encoding::Utf16
        }
    }

    /// Its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// How many columns a stretch of text takes, where they are not bytes.
    fn columns(self, width: Width) -> usize {
        (match self {
            Encoding::Utf8 | Encoding::Utf32 => width.characters,
            Encoding::Utf16 => width.characters + width.supplementary,
        }) as usize
    }

    /// How many columns a text is wide.
    pub fn width(self, text: &str) -> usize {
        match self {
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => text.chars().map(char::len_utf16).sum(),
            Encoding::Utf32 => text.chars().count(),
        }
    }

    /// The byte at which column `column` of a line begins; a column inside a character is that of its
    /// beginning, one past the end of the line its end, as the protocol wants.
    pub fn byte(self, line: &str, column: usize) -> usize {
        if self == Encoding::Utf8 {
            return floor_char_boundary(line, column);
        }
        let mut left = column;
        for (at, c) in line.char_indices() {
            let width = if self == Encoding::Utf16 { c.len_utf16() } else { 1 };
            if left < width {
                return at;
            }
            left -= width;
        }
        line.len()
    }
}

/// A document as a client sees it.
#[derive(Clone, Copy, Debug)]
pub struct LineMapper<'a> {
    /// The document.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a Lines,
    /// What its client counts.
    pub encoding: Encoding,
}

impl LineMapper<'_> {
    /// The client's position of a byte.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.lines.number(offset);
        let start = self.lines.start(line);
        let column = match self.encoding {
            Encoding::Utf8 => offset - start,
            encoding => encoding.columns(self.lines.width(self.text, start..offset)),
        };
        Position { line: line as u32, character: column as u32 }
    }

    /// The client's range of a span.
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start as usize), end: self.position(span.end as usize) }
    }

    /// The byte of a client's position. Lines past the end are the end.
    pub fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        if line >= self.lines.count() {
            return self.text.len();
        }
        let (text, column) = (self.lines.text(self.text, line), position.character as usize);
        let start = self.lines.start(line);
        if self.encoding == Encoding::Utf8 {
            return start + floor_char_boundary(text, column);
        }
        // A line may be a whole article: only what is near the column is counted character by character
        let (near, ahead) = self.lines.near(self.text, line, |width| self.encoding.columns(width) <= column);
        near + self.encoding.byte(&text[near - start..], column - self.encoding.columns(ahead))
    }

    /// The span of a client's range; a reversed range is empty.
    pub fn span(&self, range: Range) -> Span {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        Span::new(start, end.max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_the_client_counts() {
        let text = "दिल्ली 😀 में\r\nबैठक";
        let lines = Lines::of(text);
        for (encoding, column) in [(Encoding::Utf8, 24), (Encoding::Utf16, 10), (Encoding::Utf32, 9)] {
            let page = LineMapper { text, lines: &lines, encoding };
            let offset = text.find("में").unwrap();
            assert_eq!(page.position(offset), Position::new(0, column), "{encoding:?}");
            assert_eq!(page.offset(Position::new(0, column)), offset, "{encoding:?}");
            assert_eq!(page.offset(Position::new(1, 99)), text.len());
            assert_eq!(page.offset(Position::new(7, 0)), text.len());
            assert_eq!(page.offset(Position::new(0, 99)), text.find('\r').unwrap());
        }
        let page = LineMapper { text, lines: &lines, encoding: Encoding::Utf16 };
        assert_eq!(page.offset(Position::new(0, 8)), text.find('😀').unwrap(), "inside a surrogate pair");
    }

    #[test]
    fn a_long_line_is_counted_like_a_short_one() {
        let text = format!("{}\n{}\r\n", "पहली", "में😀 यह".repeat(900));
        let lines = Lines::of(&text);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let page = LineMapper { text: &text, lines: &lines, encoding };
            let start = text.find('\n').unwrap() + 1;
            let mut column = 0;
            for (at, c) in text[start..].trim_end().char_indices() {
                let position = Position::new(1, column);
                assert_eq!((page.position(start + at), page.offset(position)), (position, start + at));
                column += match encoding {
                    Encoding::Utf8 => c.len_utf8(),
                    Encoding::Utf16 => c.len_utf16(),
                    Encoding::Utf32 => 1,
                } as u32;
                let inside = page.offset(Position::new(1, column - 1));
                assert_eq!(inside, start + at, "{encoding:?}: a column inside a character is its beginning");
            }
            assert_eq!(page.offset(Position::new(1, column + 9)), text.len() - 2, "past the end is the end");
        }
    }
}
