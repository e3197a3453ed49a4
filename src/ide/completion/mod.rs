//! What may stand at the caret: names by their beginning or by ear, and dates.
//!
//! A list that opens by itself must never be taken by accident, so while somebody types it holds less than when
//! it is asked for: see [`Occasion`].

mod dates;
mod names;
pub(super) mod settings;
mod suggestion;

pub use settings::complete_settings;
use suggestion::{MAX_SUGGESTIONS, Typed};
pub use suggestion::{Occasion, Suggestion, SuggestionKind};

use super::selection::word_at;
use crate::diagnostics::Snapshot;
use crate::newsroom::{Locale, Newsroom, gazetteer};
use crate::text::Span;
use crate::text::letters::{VIRAMA, is_devanagari, is_joiner};

/// Minimum number of characters of a word that is completed.
const MIN_TYPED: usize = 2;

/// Minimum number of characters of a word in Devanagari that is completed while it is typed.
const MIN_TYPED_DEVANAGARI: usize = 3;

/// What may stand at byte `offset` of the document, the best first.
pub fn complete(snapshot: &Snapshot, offset: usize, occasion: Occasion, locale: Locale) -> Vec<Suggestion> {
    let typed = typed(&snapshot.text, offset);
    let Some(word) = typed.first() else { return Vec::new() };
    let is_typing = occasion == Occasion::Typing;
    if is_typing && !may_go_on(snapshot, word) {
        return Vec::new();
    }
    let mut out = Vec::new();
    dates::suggest(snapshot, word, locale, &mut out);
    names::suggest(snapshot, &typed, occasion, locale, &mut out);
    if is_typing && word.is_devanagari {
        out.retain(|suggestion| continues(suggestion, &snapshot.text));
    }
    out.truncate(MAX_SUGGESTIONS);
    out
}

/// Whether a word that is being typed is worth a list: it stands in prose, the caret at its end, and is not yet a
/// word or a name.
fn may_go_on(snapshot: &Snapshot, word: &Typed<'_>) -> bool {
    let next = snapshot.text[word.span.end as usize..].chars().next();
    if next.is_some_and(is_letter) || !is_word_of_prose(snapshot, word.span) {
        return false;
    }
    if !word.is_devanagari {
        return true;
    }
    let is_long_enough = word.text.chars().count() >= MIN_TYPED_DEVANAGARI;
    // Behind a virama the syllable is half typed
    is_long_enough
        && !word.text.ends_with(VIRAMA)
        && !snapshot.newsroom.lexicon.has_form(word.text)
        && !is_word_of_a_name(&snapshot.newsroom, word.text)
}

/// Whether a name begins with the word as it is: a name of its own, or the first of several.
fn is_word_of_a_name(newsroom: &Newsroom, word: &str) -> bool {
    let here = newsroom.walk(&newsroom.start(), &gazetteer::key(word));
    !newsroom.names(&here).is_empty() || !newsroom.walk(&here, " ").is_empty()
}

/// Whether a stretch of the document is one word of its prose: no tag, link or code.
fn is_word_of_prose(snapshot: &Snapshot, span: Span) -> bool {
    let Some((number, at)) = word_at(snapshot, span.end as usize) else { return false };
    let block = &snapshot.article.blocks[number];
    block.tokens[at].is_word() && block.to_document(block.tokens[at].span) == span
}

/// Whether a suggestion leaves every letter that is typed, and adds to them.
fn continues(suggestion: &Suggestion, text: &str) -> bool {
    suggestion.insert.strip_prefix(suggestion.replace.of(text)).is_some_and(|rest| !rest.is_empty())
}

/// A name is at most so many words longer than the word that is being typed.
const WORDS_BEFORE: usize = 3;

/// The word that is being typed; then the same with one word before it, with two …
fn typed(text: &str, offset: usize) -> Vec<Typed<'_>> {
    let Some(before) = text.get(..offset) else { return Vec::new() };
    let start_of_word = |end: usize| {
        end - before[..end].chars().rev().take_while(|&c| is_letter(c)).map(char::len_utf8).sum::<usize>()
    };
    let mut start = start_of_word(offset);
    if before[start..].chars().count() < MIN_TYPED {
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

fn is_letter(c: char) -> bool {
    is_devanagari(c) || is_joiner(c) || c.is_alphabetic()
}

/// A Latin letter with a mark.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{250}'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{of, snapshot};
    use crate::newsroom::Config;
    use crate::text::Format;

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
        assert_eq!(complete(&snapshot, 4, Occasion::Asked, Locale::Hi), []);
        assert_eq!(complete(&snapshot, 999, Occasion::Typing, Locale::Hi), []);
    }

    /// What is offered while the text is typed, the caret at the mark `|` or at the end.
    fn typing(text: &str, format: Format) -> Vec<String> {
        let offset = text.find('|').unwrap_or(text.len());
        let snapshot = of(&text.replace('|', ""), format, Config::default());
        let list = complete(&snapshot, offset, Occasion::Typing, Locale::Hi);
        list.into_iter().map(|suggestion| suggestion.insert).collect()
    }

    #[test]
    fn a_name_is_continued_while_it_is_typed() {
        for (typed, name) in [
            ("बैठक में पुति", "पुतिन"),
            ("व्लादिमीर पुत", "व्लादिमीर पुतिन"),
            ("ज़ेलेंस", "ज़ेलेंस्की"),
            ("12 मार्च को अमेर", "अमेरिका"),
            ("jelen", "ज़ेलेंस्की"),
        ] {
            assert_eq!(typing(typed, Format::Plain).first().map(String::as_str), Some(name), "{typed}");
        }
        assert_eq!(typing("बैठक शुक्र", Format::Plain), [""; 0], "there is no dateline");
    }

    #[test]
    fn nothing_is_offered_that_would_change_what_is_typed() {
        for typed in [
            "पूति",           // by ear
            "वोलोदिमीर जेलेंस", // other letters than those of the list
            "पु",             // too short
            "पुत्",            // half a syllable
            "मोदी",          // a name that is whole
            "राहुल",          // a first name that is whole
            "खबर",           // a word
            "खिसकाती",       // a form of one
            "पुति|न",         // not the end of the word
        ] {
            assert_eq!(typing(typed, Format::Plain), [""; 0], "{typed}");
        }
    }

    #[test]
    fn markup_and_code_are_not_completed() {
        assert_eq!(typing("<p>कहा <put|></p>", Format::Html), [""; 0]);
        assert_eq!(typing("<p>कहा put|</p>", Format::Html)[0], "पुतिन");
        assert_eq!(typing("कहा `put|` है", Format::Markdown), [""; 0]);
        assert_eq!(typing("[कहा](put|)", Format::Markdown), [""; 0]);
    }
}
