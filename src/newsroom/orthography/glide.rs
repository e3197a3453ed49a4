//! A vowel by itself or on य: गए or गये.

use super::side::Side;
use super::tables::GLIDE;
use crate::text::letters::{CHANDRABINDU, NUKTA, is_consonant, is_matra};

/// Where the last ए or ई of a word stands, written by itself or on य, with the vowel and whether it is on य.
fn glide_at(word: &str) -> Option<(usize, char, bool)> {
    let mut before = ' ';
    let mut found = None;
    let mut letters = word.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let follows_vowel = is_matra(before) || is_consonant(before) || matches!(before, 'अ'..='औ' | NUKTA);
        match (c, next) {
            ('ए' | 'ई', _) if at > 0 => found = Some((at, c, false)),
            ('य', Some('े')) if follows_vowel => found = Some((at, 'ए', true)),
            ('य', Some('ी')) if follows_vowel => found = Some((at, 'ई', true)),
            _ => {}
        }
        before = c;
    }
    found
}

/// Whether a word is written with ए or ई, as the standard advises, or with their glide, and whether that tells a school.
pub fn glide(word: &str, key: &str) -> Option<(Side, bool)> {
    let at = GLIDE.binary_search_by_key(&key, |(word, _)| word).ok()?;
    let tells = GLIDE[at].1;
    match glide_at(word)? {
        (.., true) => Some((Side::OTHER, true)),
        (.., false) => Some((Side::ADVISED, tells)),
    }
}

pub fn without_glide(word: &str) -> String {
    match glide_at(word) {
        Some((at, vowel, true)) => {
            let rest = &word[at + 'य'.len_utf8() + 'े'.len_utf8()..];
            format!("{}{vowel}{rest}", &word[..at])
        }
        _ => word.to_owned(),
    }
}

pub fn with_glide(word: &str) -> String {
    match glide_at(word) {
        Some((at, vowel, false)) => {
            let sign = if vowel == 'ए' { 'े' } else { 'ी' };
            let rest = word[at + vowel.len_utf8()..].replace(CHANDRABINDU, "ं");
            format!("{}य{sign}{rest}", &word[..at])
        }
        _ => word.to_owned(),
    }
}
