//! What may stand at the caret: names by their beginning or by ear, and dates.

mod dates;
mod names;
mod settings;

pub use settings::complete_settings;

use crate::diagnostics::Snapshot;
use crate::newsroom::{Kind, Locale, Newsroom};
use crate::text::Span;
use crate::text::letters::{is_devanagari, is_joiner};

/// Something to put at the caret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What the list shows.
    pub label: String,
    /// What goes into the document.
    pub insert: String,
    /// The bytes of the document that it replaces.
    pub replace: Span,
    /// What sort of thing it is.
    pub kind: SuggestionKind,
    /// One line on it.
    pub detail: String,
}

/// What sort of thing is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuggestionKind {
    /// A name.
    Name(Kind),
    /// A date.
    Date,
    /// A key of `vartani.toml`, or a table.
    Key,
    /// A value in `vartani.toml`.
    Value,
}

/// A list is at most so long.
const MOST: usize = 50;

/// Fewer letters than this begin too much.
const SHORTEST: usize = 2;

/// What may stand at byte `offset` of the document, the best first.
pub fn complete(snapshot: &Snapshot, offset: usize, locale: Locale) -> Vec<Suggestion> {
    let typed = typed(&snapshot.text, offset);
    let mut out = Vec::new();
    if let Some(word) = typed.first() {
        dates::suggest(snapshot, word, locale, &mut out);
        names::suggest(snapshot, &typed, locale, &mut out);
    }
    out.truncate(MOST);
    out
}

/// Words that end at the caret.
#[derive(Clone, Copy, Debug)]
struct Typed<'a> {
    text: &'a str,
    span: Span,
    is_devanagari: bool,
}

/// A word more common than this is being written for itself: में, कहा, पर.
const COMMON_PER_MILLION: f32 = 300.0;

impl Typed<'_> {
    fn is_common(&self, newsroom: &Newsroom) -> bool {
        self.is_devanagari && newsroom.lexicon.per_million(self.text) > COMMON_PER_MILLION
    }
}

/// A name is at most so many words longer than the word that is being typed.
const WORDS_BEFORE: usize = 3;

/// The word that is being typed; then the same with one word before it, with two …
fn typed(text: &str, offset: usize) -> Vec<Typed<'_>> {
    let Some(before) = text.get(..offset) else { return Vec::new() };
    let is_letter = |c: char| is_devanagari(c) || is_joiner(c) || c.is_alphabetic();
    let start_of_word = |end: usize| {
        end - before[..end].chars().rev().take_while(|&c| is_letter(c)).map(char::len_utf8).sum::<usize>()
    };
    let mut start = start_of_word(offset);
    if before[start..].chars().count() < SHORTEST {
        return Vec::new();
    }
    let mut out = Vec::new();
    loop {
        let text = &before[start..];
        out.push(Typed {
            text,
            span: Span::new(start, offset),
            is_devanagari: text.chars().next_back().is_some_and(|c| !c.is_ascii() && !is_latin(c)),
        });
        let earlier =
            before[..start].strip_suffix([' ', '-']).map(str::len).filter(|&end| start_of_word(end) < end);
        match earlier {
            Some(end) if out.len() <= WORDS_BEFORE => start = start_of_word(end),
            _ => return out,
        }
    }
}

/// A Latin letter with a mark.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{250}'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::snapshot;

    #[test]
    fn words_before_the_caret_are_typed_together() {
        let words =
            |text: &str| typed(text, text.len()).iter().map(|t| t.text.to_owned()).collect::<Vec<_>>();
        assert_eq!(words("बैठक में व्लादिमीर पु"), ["पु", "व्लादिमीर पु", "में व्लादिमीर पु", "बैठक में व्लादिमीर पु"]);
        assert_eq!(words("।put"), ["put"]);
        assert_eq!(words("“पुति"), ["पुति"]);
        assert_eq!(words("12 पुति"), ["पुति"]);
        assert_eq!(words("क"), [""; 0], "too short");
        assert_eq!(words("कहा "), [""; 0]);
    }

    #[test]
    fn a_caret_inside_a_letter_or_beyond_the_end_is_survived() {
        let snapshot = snapshot("पुति", "");
        assert_eq!(complete(&snapshot, 4, Locale::Hi), []);
        assert_eq!(complete(&snapshot, 999, Locale::Hi), []);
    }
}
