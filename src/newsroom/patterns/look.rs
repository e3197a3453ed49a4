//! A text as it looks, for expressions: what cannot be told apart on the page is one text for them, too.
//!
//! ज़ is one character in it, however it was typed, so that `[जज़]`, `ज़?` and `.` mean what their writer sees; joiners that
//! only change how a conjunct is drawn are not in it.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::letters::NUKTA;
use crate::text::normal::same_look;
use crate::text::{Span, Token};

/// Letters with a nukta that have a character of their own.
const COMPOSED: [(char, char); 11] = [
    ('क', '\u{0958}'),
    ('ख', '\u{0959}'),
    ('ग', '\u{095A}'),
    ('ज', '\u{095B}'),
    ('ड', '\u{095C}'),
    ('ढ', '\u{095D}'),
    ('फ', '\u{095E}'),
    ('य', '\u{095F}'),
    ('न', '\u{0929}'),
    ('र', '\u{0931}'),
    ('ळ', '\u{0934}'),
];

/// A text with every letter with a nukta as one character.
pub fn composed(text: &str) -> Cow<'_, str> {
    if !text.contains(NUKTA) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let one = COMPOSED.iter().find(|(base, _)| *base == c).map(|(_, one)| *one);
        match one.filter(|_| letters.peek() == Some(&NUKTA)) {
            Some(one) => {
                letters.next();
                out.push(one);
            }
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The text of a block as it looks, with the way back.
pub struct Look<'a> {
    text: Cow<'a, str>,
    /// Words that are another text here: where they stand here and in the block.
    changed: Vec<(Range<usize>, Span)>,
}

/// Where something that was found in a look stands in its block. A word of which only a part can be meant there is meant
/// as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where it stands in the block.
    pub span: Span,
    /// What of the first word was not found but is replaced.
    pub before: String,
    /// What of the last word was not found but is replaced.
    pub after: String,
}

impl<'a> Look<'a> {
    /// The look of a text that has these tokens.
    pub fn of(raw: &'a str, tokens: &[Token]) -> Look<'a> {
        let (mut text, mut done, mut changed) = (String::new(), 0, Vec::new());
        for token in tokens.iter().filter(|token| token.is_devanagari()) {
            let word = token.span.of(raw);
            let look = same_look(word);
            let look = composed(&look);
            if look == word {
                continue;
            }
            text.push_str(&raw[done..token.span.start as usize]);
            let start = text.len();
            text.push_str(&look);
            changed.push((start..text.len(), token.span));
            done = token.span.end as usize;
        }
        if changed.is_empty() {
            return Look { text: Cow::Borrowed(raw), changed };
        }
        text.push_str(&raw[done..]);
        Look { text: Cow::Owned(text), changed }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a part of it stands in the block.
    pub fn place(&self, found: Range<usize>) -> Place {
        let (start, before) = self.offset(found.start, false);
        let (end, after) = self.offset(found.end, true);
        Place { span: Span::new(start, end.max(start)), before, after }
    }

    /// The offset in the block of an offset here, and what of a changed word is left on the far side of it.
    fn offset(&self, at: usize, is_end: bool) -> (usize, String) {
        let next = self.changed.partition_point(|(here, _)| here.end <= at);
        if let Some((here, raw)) = self.changed.get(next).filter(|(here, _)| here.start < at) {
            return match is_end {
                false => (raw.start as usize, self.text[here.start..at].to_owned()),
                true => (raw.end as usize, self.text[at..here.end].to_owned()),
            };
        }
        let moved = next.checked_sub(1).map(|last| &self.changed[last]);
        (moved.map_or(at, |(here, raw)| raw.end as usize + (at - here.end)), String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn a_part_of_a_word_is_found_in_its_place() {
        let text = "सड़क पर फ\u{093C}ैसले, शक्\u{200D}ति और ज\u{093C}मीन";
        let look = Look::of(text, &tokens(text));
        assert_eq!(look.text(), "स\u{095C}क पर \u{095E}ैसले, शक्ति और \u{095B}मीन");
        let at = |part: &str| {
            let start = look.text().find(part).unwrap();
            let place = look.place(start..start + part.len());
            (place.span.of(text), place.before, place.after)
        };
        assert_eq!(at("पर"), ("पर", String::new(), String::new()));
        assert_eq!(at("शक्ति"), ("शक्\u{200D}ति", String::new(), String::new()));
        assert_eq!(at("और"), ("और", String::new(), String::new()));
        assert_eq!(at("मीन"), ("ज\u{093C}मीन", "\u{095B}".into(), String::new()));
        assert_eq!(at("\u{095E}ैस"), ("फ\u{093C}ैसले", String::new(), "ले".into()));
    }
}
