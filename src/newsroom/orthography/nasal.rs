//! Anusvara, half nasals and chandrabindu: हिंदी or हिन्दी, हाँ or हां.

use super::side::Side;
use super::tables::{NASAL_CONSONANTS, NASAL_ENDINGS, NASAL_VOWELS, mask, windows};
use crate::text::letters::{ANUSVARA, CHANDRABINDU, NUKTA, VIRAMA, is_consonant, is_nasal, varga};

/// Whether a half nasal stands before a stop of its own row: न्द, म्प; not न्म, म्न, न्य.
fn is_half_nasal(c: char, next: char, after: char) -> bool {
    is_nasal(c) && next == VIRAMA && varga(c) == varga(after) && !is_nasal(after)
}

/// The half nasal that may stand for anusvara before `next`: ण, न or म. Half ङ and ञ are hardly printed any more, so
/// anusvara before their rows tells no school.
fn half_nasal(next: char) -> Option<char> {
    if is_nasal(next) {
        return None;
    }
    varga(next).and_then(|row| [None, None, Some('ण'), Some('न'), Some('म')][usize::from(row)])
}

fn is_long(c: char) -> bool {
    matches!(
        c,
        'ा' | 'ी'
            | 'ू'
            | 'े'
            | 'ै'
            | 'ो'
            | 'ौ'
            | 'ॉ'
            | 'ॅ'
            | 'आ'
            | 'ई'
            | 'ऊ'
            | 'ए'
            | 'ऐ'
            | 'ओ'
            | 'औ'
            | 'ऑ'
    )
}

pub fn nasal(word: &str, key: &str) -> Option<Side> {
    if word.contains(VIRAMA) && windows(word).any(|(_, c, next, after)| is_half_nasal(c, next, after)) {
        return Some(Side::OTHER);
    }
    let has_choice = word.contains(ANUSVARA) && with_half_nasals(word, key) != word;
    has_choice.then_some(Side::ADVISED)
}

pub fn with_anusvara(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut skips = false;
    for (_, c, next, after) in windows(word) {
        if std::mem::take(&mut skips) {
            continue;
        }
        skips = is_half_nasal(c, next, after);
        out.push(if skips { ANUSVARA } else { c });
    }
    out
}

pub fn with_half_nasals(word: &str, key: &str) -> String {
    let vowels = nasal_vowels(word, key);
    let after_long = NASAL_CONSONANTS.binary_search(&key).is_ok();
    let mut out = String::with_capacity(word.len());
    let mut nasals = 0;
    for (before, c, next, _) in windows(word) {
        let is_vowel = vowels & (1 << nasals) != 0;
        nasals += u32::from(matches!(c, ANUSVARA | CHANDRABINDU)) & u32::from(nasals < 31);
        match half_nasal(next) {
            Some(nasal) if c == ANUSVARA && !is_vowel && (after_long || !is_long(before)) => {
                out.extend([nasal, VIRAMA]);
            }
            _ => out.push(c),
        }
    }
    out
}

/// Which of the anusvaras and chandrabindus of a word are those of nasal vowels, as far as is known.
fn nasal_vowels(word: &str, key: &str) -> u32 {
    let signs = |word: &str| word.chars().filter(|&c| matches!(c, ANUSVARA | CHANDRABINDU)).count();
    let count = signs(word);
    if count == 0 {
        return 0;
    }
    let mut vowels = 0;
    // A half nasal counts as an anusvara in the key, so the numbers would not be those of the word
    if count == signs(key)
        && let Some((listed, false)) = mask(NASAL_VOWELS, key)
    {
        vowels = listed;
    }
    let bare = word.replace(CHANDRABINDU, "ं");
    if let Some(ending) = NASAL_ENDINGS.iter().find(|ending| bare.ends_with(**ending)) {
        let first = count - signs(ending).min(count);
        vowels |= 1u32.checked_shl(first as u32).unwrap_or(0);
    }
    vowels
}

/// Whether chandrabindu fits on the vowel before it: nothing of it stands above the line.
fn has_room(before: char) -> bool {
    is_consonant(before) || matches!(before, NUKTA | 'ा' | 'ु' | 'ू' | 'अ' | 'आ' | 'उ' | 'ऊ' | 'ए')
}

pub fn chandrabindu(word: &str, key: &str) -> Option<Side> {
    if word.contains(CHANDRABINDU) {
        return Some(Side::ADVISED);
    }
    (word.contains(ANUSVARA) && with_chandrabindu(word, key) != word).then_some(Side::OTHER)
}

pub fn with_chandrabindu(word: &str, key: &str) -> String {
    let vowels = nasal_vowels(word, key);
    let mut out = String::with_capacity(word.len());
    let mut nasals = 0;
    for (before, c, ..) in windows(word) {
        let is_vowel = vowels & (1 << nasals) != 0;
        nasals += u32::from(matches!(c, ANUSVARA | CHANDRABINDU)) & u32::from(nasals < 31);
        out.push(if c == ANUSVARA && is_vowel && has_room(before) { CHANDRABINDU } else { c });
    }
    out
}
