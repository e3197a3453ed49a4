//! Characters that show nothing, that stand for lost ones, or that were read in the wrong encoding.

use super::Message;
use super::flaw::{Flaw, FlawKind};
use crate::reading::{BlockView, Reading};
use crate::text::letters::is_devanagari;
use crate::text::{Span, Token, mojibake};

/// U+FFFD, what a program writes for bytes that it cannot read.
const LOST: char = '\u{FFFD}';

/// U+FEFF, the byte order mark, which has no business inside a text.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// An invisible character stood for a space if it parts two words of so many letters and signs …
const MIN_PART: usize = 3;

/// … that are each used so often, in a million words, and make no word together.
const PART_PER_MILLION: f32 = 5.0;

/// The stray characters of a block, in order.
pub(super) fn find(reading: &Reading<'_>, view: &BlockView<'_>) -> Vec<Flaw> {
    let text = view.block.text();
    let mut found = misread(view);
    if !may_be_hidden(text) {
        return found;
    }
    let mut at = 0;
    while let Some(step) = text[at..].find(|c| is_hidden(c) || c == LOST) {
        let start = at + step;
        let rest = &text[start..];
        let is_lost = rest.starts_with(LOST);
        let is_same = |c: char| if is_lost { c == LOST } else { is_hidden(c) };
        let mut end = start + rest.find(|c| !is_same(c)).unwrap_or(rest.len());
        // The word behind, if it has more of them at its end
        let word = text[end..].find(|c| !is_devanagari(c)).map_or(text.len(), |step| end + step);
        if !is_lost && text[word..].starts_with(is_hidden) {
            end = word + text[word..].find(|c| !is_hidden(c)).unwrap_or(text.len() - word);
        }
        at = end;
        if is_lost {
            found.push(lost(view, Span::new(start, end)));
        } else if start > 0 || view.block.start > 0 || !rest.starts_with(BYTE_ORDER_MARK) {
            found.extend(hidden(reading, view, Span::new(start, end)));
        }
    }
    found
}

/// Whether a character shows nothing and is no part of writing Hindi, as the joiners are.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{AD}' | BYTE_ORDER_MARK)
        || (c.is_control() && !c.is_whitespace() && c < '\u{80}')
}

/// Whether a text may have characters that are hidden or lost: a quick look at the first bytes of its characters.
fn may_be_hidden(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let may_be = match byte {
            0..0x20 => !matches!(byte, b'\t' | b'\n' | b'\r'),
            0x7F | 0xC2 | 0xEF => true,
            // Dashes and quotation marks stand between those that are hidden
            0xE2 => match (bytes.next(), bytes.next()) {
                (Some(0x80), Some(last)) => !(0x90..0xAA).contains(&last),
                (middle, _) => middle == Some(0x81),
            },
            _ => false,
        };
        if may_be {
            return true;
        }
    }
    false
}

/// The tokens that touch a stretch, before and after it.
fn around(view: &BlockView<'_>, stretch: Span) -> (Option<Token>, Option<Token>) {
    let tokens = &view.block.tokens;
    let next = tokens.partition_point(|token| token.span.start < stretch.end);
    let after = tokens.get(next).filter(|token| token.span.start == stretch.end);
    let before = tokens[..next].iter().rev().find(|token| token.span.end <= stretch.start);
    (before.filter(|token| token.span.end == stretch.start).copied(), after.copied())
}

/// A stretch that shows nothing, beside or inside a word of Hindi.
fn hidden(reading: &Reading<'_>, view: &BlockView<'_>, stretch: Span) -> Option<Flaw> {
    // What a document writes as `&shy;` was put there by somebody who knew
    view.block.to_editable(stretch)?;
    let text = view.block.text();
    let (before, after) = around(view, stretch);
    let is_hindi = |token: &Option<Token>| token.is_some_and(Token::is_devanagari);
    if !is_hindi(&before) && !is_hindi(&after) && !stretch.of(text).contains(is_devanagari) {
        return None;
    }
    let words = |token: Option<Token>| token.filter(|token| token.is_word() || token.is_devanagari());
    let span =
        [words(before), words(after)].into_iter().flatten().fold(stretch, |span, token| span.to(token.span));
    let (name, in_english) = name_of(stretch.of(text).chars().next()?);
    let shown: String = span.of(text).chars().filter(|&c| !is_hidden(c)).collect();
    let message = Message::new(
        format!("“{shown}” में एक अदृश्य अक्षर ({name}) है; खोज में यह शब्द नहीं मिलेगा।"),
        format!("“{shown}” has an invisible character ({in_english}) in it, so search will not find it"),
    );
    let inside: String = stretch.of(text).chars().filter(|&c| !is_hidden(c)).collect();
    let lexicon = &reading.newsroom.lexicon;
    let (repair, is_certain) = match (before, after) {
        _ if !inside.is_empty() => (&*inside, before.is_none() && after.is_none()),
        (Some(a), Some(b)) if a.is_devanagari() && b.is_devanagari() => {
            let (a, b) = (view.block.word(a), view.block.word(b));
            let one = format!("{a}{b}");
            let is_word = |part: &str| {
                part.chars().nth(MIN_PART - 1).is_some() && lexicon.per_million(part) >= PART_PER_MILLION
            };
            let are_two = !lexicon.has_form(&one) && is_word(a) && is_word(b);
            if are_two { (" ", false) } else { ("", lexicon.per_million(&one) > 0.0) }
        }
        _ => ("", true),
    };
    let repairs = vec![(stretch, repair.to_owned())];
    Some(Flaw { span, kind: FlawKind::Typed, message, repairs, is_certain })
}

/// What a hidden character is called, in Hindi and in English.
fn name_of(c: char) -> (String, String) {
    let (hi, en) = match c {
        '\u{200B}' => ("बिना चौड़ाई का स्पेस", "zero-width space"),
        '\u{AD}' => ("छिपा हाइफ़न", "soft hyphen"),
        BYTE_ORDER_MARK => ("BOM", "byte order mark"),
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            ("दिशा बदलने वाला", "mark of direction")
        }
        _ => ("", "control character"),
    };
    let code = format!("U+{:04X}", u32::from(c));
    (format!("{hi} {code}").trim_start().to_owned(), format!("{en} {code}"))
}

/// A stretch of lost characters.
fn lost(view: &BlockView<'_>, stretch: Span) -> Flaw {
    let (before, after) = around(view, stretch);
    let words = [before, after].into_iter().flatten().filter(|token| token.is_word());
    let span = words.fold(stretch, |span, token| span.to(token.span));
    let written = span.of(view.block.text());
    let message = Message::new(
        format!("“{written}” में अक्षर खो गया है (�): मूल पाठ देखकर दोबारा लिखें।"),
        format!("a letter of “{written}” is lost (�): look it up and type it again"),
    );
    Flaw::new(span, FlawKind::Broken, message, None, false)
}

/// Where a text was read in the wrong encoding.
pub(super) fn misread_spans(text: &str) -> impl Iterator<Item = Span> {
    mojibake::find(text).into_iter().map(|found| Span::new(found.range.start, found.range.end))
}

/// Text that was read in the wrong encoding.
fn misread(view: &BlockView<'_>) -> Vec<Flaw> {
    let text = view.block.text();
    let in_words = |found: mojibake::Mojibake| {
        let span = Span::new(found.range.start, found.range.end);
        let shown = found.text.clone().unwrap_or_else(|| span.of(text).to_owned());
        let shown: String = shown.chars().take(40).collect();
        let message = Message::new(
            format!("यह पाठ ग़लत एनकोडिंग में पढ़ा गया है; यहाँ “{shown}” था।"),
            format!("this was read in the wrong encoding; it was “{shown}”"),
        );
        Flaw::new(span, FlawKind::Broken, message, found.text, false)
    };
    mojibake::find(text).into_iter().map(in_words).collect()
}
