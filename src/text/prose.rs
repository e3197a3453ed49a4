//! The prose of a block, and the way back to the document.

use smallvec::SmallVec;

use super::Span;

/// What a reader reads in one block: markup taken away, entities decoded; with the way back to the
/// bytes of the document.
///
/// Offsets in the document are relative to the start of the block, so that a block that only moved
/// stays the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    text: String,
    /// Most blocks are one piece, which needs no room of its own.
    pieces: SmallVec<[Piece; 1]>,
}

/// A stretch of prose that comes from one stretch of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    prose: u32,
    source: Span,
    /// Character for character the same as the document.
    verbatim: bool,
}

impl Prose {
    /// Prose that is the document's own text from the start of the block.
    pub fn verbatim(text: &str) -> Self {
        let mut prose = Prose::default();
        prose.push(text, 0);
        prose
    }

    /// Appends text that stands in the document at `source`, character for character.
    pub fn push(&mut self, text: &str, source: usize) {
        if text.is_empty() {
            return;
        }
        let span = Span::new(source, source + text.len());
        match self.pieces.last_mut() {
            Some(last) if last.verbatim && last.source.end == span.start => last.source.end = span.end,
            _ => self.pieces.push(Piece { prose: self.text.len() as u32, source: span, verbatim: true }),
        }
        self.text.push_str(text);
    }

    /// Appends text that the document writes otherwise: `&amp;` for `&`, a line break for a space.
    pub fn push_decoded(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        self.pieces.push(Piece { prose: self.text.len() as u32, source, verbatim: false });
        self.text.push_str(text);
    }

    /// Appends a part of another prose, with its way back.
    pub(super) fn push_from(&mut self, other: &Prose, part: Span) {
        let Some(first) = other.piece_at(part.start, false).filter(|_| !part.is_empty()) else { return };
        for (number, piece) in
            other.pieces.iter().enumerate().skip(first).take_while(|(_, p)| p.prose < part.end)
        {
            let end = other.pieces.get(number + 1).map_or(other.text.len() as u32, |next| next.prose);
            let cut = Span { start: piece.prose.max(part.start), end: end.min(part.end) };
            if piece.verbatim {
                self.push(cut.of(&other.text), (piece.source.start + cut.start - piece.prose) as usize);
            } else {
                self.push_decoded(cut.of(&other.text), piece.source);
            }
        }
    }

    /// The prose.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where `span` of the prose stands in the document, relative to the block: the smallest
    /// stretch that holds all of it, markup in between included.
    pub fn to_source(&self, span: Span) -> Span {
        if let [only] = self.pieces[..]
            && only.verbatim
        {
            return Span { start: only.source.start + span.start, end: only.source.start + span.end };
        }
        let start = self.offset(span.start, false);
        if span.is_empty() {
            return Span { start, end: start };
        }
        Span { start, end: self.offset(span.end, true).max(start) }
    }

    /// Like [`Prose::to_source`], where that stretch is character for character the prose: what may be
    /// replaced without touching markup.
    pub fn to_verbatim_source(&self, span: Span) -> Option<Span> {
        let piece = self.pieces[self.piece_at(span.start, false)?];
        let length = piece.source.end - piece.source.start;
        let inside = piece.verbatim && span.end - piece.prose <= length;
        inside.then(|| self.to_source(span))
    }

    fn offset(&self, at: u32, is_end: bool) -> u32 {
        let Some(index) = self.piece_at(at, is_end) else {
            return 0;
        };
        let piece = self.pieces[index];
        if piece.verbatim {
            return (piece.source.start + (at - piece.prose)).min(piece.source.end);
        }
        if is_end { piece.source.end } else { piece.source.start }
    }

    /// The piece that holds the character at `at`, or, for an end, the character before it.
    fn piece_at(&self, at: u32, is_end: bool) -> Option<usize> {
        let after = self.pieces.partition_point(|p| if is_end { p.prose < at } else { p.prose <= at });
        if self.pieces.is_empty() { None } else { Some(after.saturating_sub(1)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_find_their_way_back_through_markup() {
        // क **ख** &amp; ग
        let mut prose = Prose::default();
        prose.push("क ", 0);
        prose.push("ख", 6);
        prose.push(" ", 11);
        prose.push_decoded("&", Span::new(12, 17));
        prose.push(" ग", 17);
        assert_eq!(prose.text(), "क ख & ग");
        let place = |part: &str| {
            let start = prose.text().find(part).unwrap();
            prose.to_source(Span::new(start, start + part.len()))
        };
        assert_eq!(place("क"), Span::new(0, 3));
        assert_eq!(place("ख"), Span::new(6, 9));
        assert_eq!(place("&"), Span::new(12, 17));
        assert_eq!(place("क ख"), Span::new(0, 9));
        assert_eq!(prose.to_verbatim_source(Span::new(4, 7)), Some(Span::new(6, 9)));
        assert_eq!(prose.to_verbatim_source(Span::new(0, 7)), None, "markup stands in between");
        assert_eq!(prose.to_verbatim_source(Span::new(8, 9)), None, "an entity is not its character");
    }
}
