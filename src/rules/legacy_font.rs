//! Finds stretches of text that are typed for a font of the time before Unicode.
//!
//! Any Latin letters can be read as such text, and some English words come out as Hindi ones (us is ने), so one sign is never
//! enough: the stretch must come out as words that Hindi knows, and must look like no language in Latin letters.

use crate::newsroom::Lexicon;
use crate::text::Span;
use crate::text::legacy::LegacyFont;
use crate::text::letters::is_devanagari;

/// A stretch of such text.
pub(super) struct Legacy {
    /// Where it stands in the prose.
    pub span: Span,
    /// The font it is typed for.
    pub font: LegacyFont,
    /// The same in Unicode.
    pub text: String,
    /// Whether all of it could be read.
    pub is_whole: bool,
}

/// Longer runs of letters are no words.
const LONGEST_WORD: usize = 90;

/// A word that Hindi uses less often proves nothing.
const LEAST_PER_MILLION: f32 = 1.0;

/// One or two words are taken for such text only if they come out with a word of so many letters and signs …
const FEWEST_LETTERS_ALONE: usize = 5;

/// … and more words with one of so many, and so many in all.
const FEWEST_LETTERS: (usize, usize) = (4, 8);

/// From so many words on not all of them need be known.
const FEW: usize = 3;

/// So many known words are no accident.
const MANY: usize = 6;

/// The first bytes of the characters from U+0080 to U+00FF. Without these and Latin letters nothing is typed for a font.
const LATIN_1: [u8; 2] = [0xC2, 0xC3];

/// A stretch without white space, read as typed for a font.
struct Chunk {
    span: Span,
    /// In Unicode, if the font has glyphs for all of it.
    text: Option<String>,
    /// Letters of the words in it, if Hindi knows all of them.
    known: Option<usize>,
    /// Whether no language in Latin letters is written so.
    is_odd: bool,
}

/// The stretches of a block's prose, in order.
pub(super) fn find(prose: &str, lexicon: &Lexicon) -> Vec<Legacy> {
    let mut found = Vec::new();
    if !prose.bytes().any(|byte| byte.is_ascii_alphabetic() || LATIN_1.contains(&byte)) {
        return found;
    }
    let mut run: Vec<Span> = Vec::new();
    for span in chunks(prose) {
        if span.of(prose).contains(is_devanagari) {
            found.extend(of_run(prose, &run, lexicon));
            run.clear();
        } else {
            run.push(span);
        }
    }
    found.extend(of_run(prose, &run, lexicon));
    found
}

/// What stands between white space.
fn chunks(prose: &str) -> impl Iterator<Item = Span> + '_ {
    prose.split_whitespace().map(move |chunk| {
        let start = chunk.as_ptr() as usize - prose.as_ptr() as usize;
        Span::new(start, start + chunk.len())
    })
}

fn of_run(prose: &str, run: &[Span], lexicon: &Lexicon) -> Option<Legacy> {
    if !run.iter().any(|span| span.of(prose).contains(is_odd_letter))
        && !run.iter().any(|s| is_odd(s.of(prose)))
    {
        return None;
    }
    LegacyFont::ALL.into_iter().find_map(|font| in_font(prose, run, font, lexicon))
}

fn in_font(prose: &str, run: &[Span], font: LegacyFont, lexicon: &Lexicon) -> Option<Legacy> {
    let chunks: Vec<Chunk> = run.iter().map(|&span| Chunk::read(prose, span, font, lexicon)).collect();
    let first = chunks.iter().position(|chunk| chunk.known.is_some())?;
    let last = chunks.iter().rposition(|chunk| chunk.known.is_some())?;
    let chunks = &chunks[first..=last];
    let known = chunks.iter().filter(|chunk| chunk.known.is_some()).count();
    let odd = chunks.iter().filter(|chunk| chunk.known.is_some() && chunk.is_odd).count();
    let longest = chunks.iter().filter_map(|chunk| chunk.known).max()?;
    let letters: usize = chunks.iter().filter_map(|chunk| chunk.known).sum();
    let is_legacy = match chunks.len() {
        count if count < FEW => known == count && odd == count && longest >= FEWEST_LETTERS_ALONE,
        count => {
            let is_long = longest >= FEWEST_LETTERS.0 && letters >= FEWEST_LETTERS.1;
            // A whole line needs fewer signs that no language has: much of Kruti Dev is small letters
            let share = if known >= MANY { 5 } else { 2 };
            known * 3 >= count * 2 && odd * share >= known && is_long
        }
    };
    if !is_legacy {
        return None;
    }
    let span = chunks[0].span.to(chunks[chunks.len() - 1].span);
    let is_whole = chunks.iter().all(|chunk| chunk.text.is_some());
    let mut text = String::new();
    let mut end = span.start;
    for chunk in chunks {
        text.push_str(Span { start: end, end: chunk.span.start }.of(prose));
        text.push_str(chunk.text.as_deref().unwrap_or(chunk.span.of(prose)));
        end = chunk.span.end;
    }
    Some(Legacy { span, font, text, is_whole })
}

impl Chunk {
    fn read(prose: &str, span: Span, font: LegacyFont, lexicon: &Lexicon) -> Chunk {
        let typed = span.of(prose);
        let text = (typed.len() <= LONGEST_WORD).then(|| font.to_unicode(typed)).flatten();
        let known = text.as_deref().and_then(|text| letters_if_known(text, lexicon));
        Chunk { span, text, known, is_odd: is_odd(typed) }
    }
}

/// How many letters and signs the longest word has, if Hindi knows all words; `None` if there is none.
fn letters_if_known(text: &str, lexicon: &Lexicon) -> Option<usize> {
    let mut longest = None;
    for word in text.split(|c| !is_devanagari(c)).filter(|word| !word.is_empty()) {
        if lexicon.per_million(word) < LEAST_PER_MILLION {
            return None;
        }
        longest = longest.max(Some(word.chars().count()));
    }
    longest
}

/// Whether no language in Latin letters is written so: a sign or a capital within the word, letters without a vowel.
fn is_odd(typed: &str) -> bool {
    let letters: Vec<char> = typed.chars().collect();
    let small_before_capital =
        letters.windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    let sign_before_letter = letters.windows(2).any(|pair| {
        matches!(
            pair[0],
            '[' | '/'
                | ';'
                | '?'
                | '.'
                | '<'
                | '>'
                | '{'
                | '}'
                | '='
                | '+'
                | '|'
                | '"'
                | '\''
                | '~'
                | ','
                | '`'
                | '#'
                | ':'
        ) && pair[1].is_ascii_alphabetic()
    });
    let is_vowel = |c: &char| matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let no_vowel =
        letters.iter().filter(|c| c.is_ascii_lowercase()).count() >= 2 && !letters.iter().any(is_vowel);
    // More letters with a mark than without: no language of Europe has such words
    let marked = letters.iter().filter(|c| matches!(c, '\u{C0}'..='\u{FF}')).count();
    let mostly_marked = marked >= 2 && marked * 2 > letters.len();
    mostly_marked
        || small_before_capital
        || sign_before_letter
        || no_vowel
        || letters.iter().any(|&c| is_odd_letter(c))
}

/// Signs that stand in no word of a language in Latin letters.
fn is_odd_letter(c: char) -> bool {
    matches!(
        c,
        '¥' | '§'
            | '©'
            | 'ª'
            | '«'
            | '°'
            | '•'
            | '¹'
            | '»'
            | '¾'
            | '¿'
            | '\u{81}'
            | '\u{8d}'
            | '\u{8f}'
            | '\u{90}'
            | '¤'
            | '¢'
            | '´'
            | '¡'
            | '¸'
            | '÷'
            | '×'
            | '·'
            | 'º'
            | '±'
            | '³'
            | '¶'
            | 'Ø'
            | 'Ù'
    )
}
