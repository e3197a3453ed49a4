//! Paragraphs in the making. One may stand within another: that of a text box, or of a note.

use std::ops::Range;

/// A stretch of the text of a document, and where in its XML it is from.
#[derive(Clone, Debug)]
pub(super) struct Piece<Origin> {
    /// The bytes of the text.
    pub text: Range<usize>,
    /// What the reader of the format knows of it.
    pub origin: Origin,
}

/// The text of a document so far.
#[derive(Debug)]
pub(super) struct Paragraphs<Origin> {
    /// The finished paragraphs, each with a line break behind it.
    pub text: String,
    /// The pieces of the finished paragraphs, in order.
    pub pieces: Vec<Piece<Origin>>,
    /// Paragraphs of notes, which come behind all others.
    notes: String,
    open: Vec<(String, Vec<Piece<Origin>>)>,
}

impl<Origin> Paragraphs<Origin> {
    pub fn new() -> Self {
        Paragraphs { text: String::new(), pieces: Vec::new(), notes: String::new(), open: Vec::new() }
    }

    pub fn begin(&mut self) {
        self.open.push((String::new(), Vec::new()));
    }

    /// Appends text to the innermost paragraph. Its line breaks are spaces: a line is a paragraph.
    pub fn push(&mut self, text: &str, origin: Origin) {
        let Some((paragraph, pieces)) = self.open.last_mut() else { return };
        let start = paragraph.len();
        paragraph.extend(text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        pieces.push(Piece { text: start..paragraph.len(), origin });
    }

    /// Whether the innermost paragraph ends with a blank, or has nothing in it.
    pub fn ends_blank(&self) -> bool {
        self.open.last().is_none_or(|(text, _)| text.is_empty() || text.ends_with([' ', '\t']))
    }

    /// Ends a paragraph of a note; it comes behind all others, and where it is from is not kept.
    pub fn end_as_note(&mut self) {
        let Some((paragraph, _)) = self.open.pop() else { return };
        self.notes.push_str(&paragraph);
        self.notes.push('\n');
    }

    /// All of the text, notes last.
    pub fn into_text(self) -> String {
        self.text + &self.notes
    }

    pub fn end(&mut self) {
        let Some((paragraph, pieces)) = self.open.pop() else { return };
        let offset = self.text.len();
        self.text.push_str(&paragraph);
        self.text.push('\n');
        self.pieces.extend(pieces.into_iter().map(|piece| Piece {
            text: piece.text.start + offset..piece.text.end + offset,
            origin: piece.origin,
        }));
    }
}
