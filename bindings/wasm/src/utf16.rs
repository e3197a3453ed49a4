//! UTF-16 offsets of a text to bytes and back: the only place that knows both.

use std::ops::Range;

use vartani::diagnostics::Snapshot;
use vartani::text::{Lines, Span};

use crate::message::TextEdit;

/// A text whose offsets are counted in UTF-16 code units.
#[derive(Clone, Copy)]
pub struct Utf16<'a> {
    text: &'a str,
    lines: &'a Lines,
}

impl<'a> Utf16<'a> {
    pub fn of(snapshot: &'a Snapshot) -> Utf16<'a> {
        Utf16 { text: &snapshot.text, lines: &snapshot.lines }
    }

    /// The bytes of an edit in a text of which nothing else is known.
    pub fn range_in(text: &str, start: usize, end: usize) -> Range<usize> {
        Utf16 { text, lines: &Lines::of(text) }.range(start, end)
    }

    /// The bytes between two offsets.
    pub fn range(self, start: usize, end: usize) -> Range<usize> {
        let start = self.byte(start);
        start..self.byte(end).max(start)
    }

    /// Where a span begins and ends.
    pub fn ends(self, span: Span) -> (usize, usize) {
        (self.offset(span.start as usize), self.offset(span.end as usize))
    }

    /// An edit of bytes.
    pub fn edit(self, span: Span, insert: &str) -> TextEdit {
        let (start, end) = self.ends(span);
        TextEdit { start, end, insert: insert.to_owned() }
    }

    /// The offset of a byte at which a character begins.
    pub fn offset(self, byte: usize) -> usize {
        let width = self.lines.width(self.text, 0..byte);
        (width.characters + width.supplementary) as usize
    }

    /// The byte of an offset: of the character that is there, if the offset lies within a pair of surrogates, and the
    /// end of the text if it lies beyond.
    pub fn byte(self, offset: usize) -> usize {
        let (mut least, mut most) = (0, self.text.len());
        // The last byte up to which the text is not wider than the offset
        while least < most {
            let middle = most - (most - least) / 2;
            match self.offset(middle) <= offset {
                true => least = middle,
                false => most = middle - 1,
            }
        }
        // The bytes within a character are as wide as the whole of it
        (0..=least).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_has_its_byte() {
        for text in ["", "नई दिल्ली", "a😀ख\r\n😀😀क", &"पुल😀 ".repeat(300)]
        {
            let lines = Lines::of(text);
            let page = Utf16 { text, lines: &lines };
            let mut offset = 0;
            for (byte, c) in text.char_indices() {
                assert_eq!((page.offset(byte), page.byte(offset)), (offset, byte));
                if c.len_utf16() == 2 {
                    assert_eq!(page.byte(offset + 1), byte, "within a pair");
                }
                offset += c.len_utf16();
            }
            assert_eq!(page.offset(text.len()), text.encode_utf16().count());
            assert_eq!((page.byte(offset), page.byte(offset + 9)), (text.len(), text.len()));
        }
    }
}
