//! Which class a difference between two words belongs to, by the letters and by their neighbours.
//!
//! Most classes are pairs of letters and come straight from the table ([`CLASSES`]); the others need
//! the sounds around: य is a glide only between vowels, a doubled consonant only beside its single.

use super::class::{CLASSES, Class};
use super::sounds::{
    AA, AI, AU, CODES, Code, E, I, II, NASAL, O, RI, SCHWA, Sound, U, UU, code, doubles, mark,
};

const B: Code = code('ब');
const K: Code = code('क');
const D: Code = code('ड');
const G: Code = code('ग');
const C: Code = code('च');
const H: Code = code('ह');
const L: Code = code('ल');
const M: Code = code('म');
const N: Code = code('न');
const R: Code = code('र');
const S: Code = code('स');
const SH: Code = code('श');
const J: Code = code('ज');
const T: Code = code('त');
const TT: Code = code('ट');
const V: Code = code('व');
const Y: Code = code('य');
const NY: Code = code('ञ');

/// The class of each pair of letters plus one, 0 for none.
static LETTERS: [[u8; CODES]; CODES] = letters();

const fn letters() -> [[u8; CODES]; CODES] {
    let mut table = [[0; CODES]; CODES];
    let mut row = 0;
    while row < CLASSES.len() {
        let mut pair = 0;
        while pair < CLASSES[row].pairs.len() {
            let (x, y) = CLASSES[row].pairs[pair];
            table[code(x) as usize][code(y) as usize] = row as u8 + 1;
            table[code(y) as usize][code(x) as usize] = row as u8 + 1;
            pair += 1;
        }
        row += 1;
    }
    table
}

/// One sound for another: `a[i]` for `b[j]`, which differ.
pub(super) fn one_for_one(a: &[Sound], i: usize, b: &[Sound], j: usize) -> Option<Class> {
    let (x, y) = (a[i], b[j]);
    let base = match LETTERS[x.code as usize][y.code as usize] {
        0 => None,
        row => Some(CLASSES[row as usize - 1].class),
    };
    let before = (previous(a, i), previous(b, j));
    let after = (code_at(a, i + 1), code_at(b, j + 1));
    match base {
        Some(Class::VowelLength) => {
            if matches!((x.code, y.code), (U, UU) | (UU, U)) && before == (R, R) {
                Some(Class::RuLength)
            } else if is_vowel(before.0) && is_vowel(before.1) || after == (Y, Y) {
                Some(Class::HiatusLength)
            } else {
                base
            }
        }
        Some(Class::MidVowel | Class::MidBackVowel | Class::SchwaFront) if after == (H, H) => {
            Some(Class::VowelBeforeH)
        }
        // with its vowel the nasal has a place of its own
        Some(Class::NasalPlace) if after.0 != after.1 => None,
        // the endings -अक/-इक, -अत/-इत make words
        Some(Class::WeakFrontVowel) if i + 2 == a.len() || j + 2 == b.len() => None,
        Some(Class::Sibilant | Class::SibilantRetroflex | Class::ZS)
            if is_velar(before.0) && is_velar(before.1) =>
        {
            Some(Class::XCluster)
        }
        Some(Class::Aspiration) if is_velar(x.code) && is_hiss(after.0) && is_hiss(after.1) => {
            Some(Class::XCluster)
        }
        None => match ordered(x.code, y.code) {
            (K, G) if is_hiss(after.0) && is_hiss(after.1) => Some(Class::XCluster),
            (C, T | TT) | (T | TT, C) if after == (Y, Y) => Some(Class::Palatal),
            (D, R) if (x.marks | y.marks) & mark::NUKTA != 0 => Some(Class::Flap),
            (E, O) if is_palatal(before.0) && is_palatal(before.1) => Some(Class::PalatalO),
            // at the end यी is made from य, मंत्रालय/मंत्रालयी, and no other way to write it
            (I | II | E, Y) if after == (0, 0) && (x.marks | y.marks) & mark::GLIDE != 0 => None,
            (I | II | E, Y) if beside_vowel(before, after) => Some(Class::IGlide),
            (U | UU | O, V) if beside_vowel(before, after) => Some(Class::UGlide),
            _ => None,
        },
        _ => base,
    }
}

/// A sound that only one of the words has: `long[i]`, before `other[j]`.
pub(super) fn one_for_none(long: &[Sound], i: usize, other: &[Sound], j: usize) -> Option<Class> {
    let (before, after) = (previous(long, i), code_at(long, i + 1));
    let (other_before, other_after) = (previous(other, j), code_at(other, j));
    let this = long[i].code;
    match this {
        SCHWA => schwa_for_none(long, i),
        I | II | E if i == 0 && matches!(after, S | SH) && is_consonant(code_at(long, 2)) => {
            Some(Class::Prothesis)
        }
        Y if (before == Y || after == Y) && is_vowel(other_before) != is_vowel(other_after) => {
            Some(Class::YGlide)
        }
        Y if is_vowel(before) && is_vowel(after) => {
            (is_vowel(other_before) && is_vowel(other_after)).then_some(Class::YGlide)
        }
        Y if is_consonant(before) && matches!(after, U | UU | O) => Some(Class::Yod),
        Y if i == 0 && matches!(after, U | UU) && matches!(other_after, U | UU) => Some(Class::Yod),
        I | II if after == Y && is_consonant(before) && other_after == Y => Some(Class::IGlide),
        I | II if before == E && after != 0 => Some(Class::Diphthong),
        V if matches!(before, U | UU | O | AU) && is_vowel(after) => {
            (is_vowel(other_before) && is_vowel(other_after)).then_some(Class::UGlide)
        }
        U | UU if after == V && is_consonant(before) && other_after == V => Some(Class::UGlide),
        U | UU if before == O && is_consonant(after) => Some(Class::Diphthong),
        H if matches!(before, V | B | J) || i == 0 && after == V => Some(Class::AspirateSplit),
        H if before != 0 && after != 0 || before == AA => Some(Class::HLoss),
        NASAL if after != 0 && i > 0 => {
            let twice = matches!(after, M | N) || matches!(before, M | N);
            Some(if twice { Class::NasalTwice } else { Class::NasalLoss })
        }
        _ if is_consonant(this) => {
            let twin_after = doubles(this, after) && other_after == after;
            let twin_before = before == this && other_before == this;
            (twin_after || twin_before).then_some(Class::Gemination)
        }
        _ => None,
    }
}

/// An inherent vowel that only one of the words has.
fn schwa_for_none(long: &[Sound], i: usize) -> Option<Class> {
    let (before, after) = (previous(long, i), code_at(long, i + 1));
    // किससे is no किस्से
    if before == after {
        return None;
    }
    if is_consonant_or_nasal(before) && is_consonant(after) {
        return Some(Class::Virama);
    }
    // before -उद्दीन and -उल्ला
    if is_consonant(before) && after == U && is_article(code_at(long, i + 2)) {
        return Some(Class::Virama);
    }
    // मलयेशिया
    let is_on_glide = long.get(i + 1).is_some_and(|e| e.code == E && e.marks & mark::GLIDE != 0);
    (is_consonant(before) && is_on_glide).then_some(Class::EGlide)
}

/// Two sounds that only one of the words has: `long[i..i + 2]`.
pub(super) fn two_for_none(long: &[Sound], i: usize, other: &[Sound], j: usize) -> Option<Class> {
    let glide = (long[i].code, long[i + 1].code) == (Y, SCHWA);
    let beside = matches!(previous(long, i), E | AI) && matches!(previous(other, j), E | AI);
    (glide && beside).then_some(Class::EGlide)
}

/// Two sounds for one: `two[i..i + 2]` for `one[j]`.
pub(super) fn two_for_one(two: &[Sound], i: usize, one: &[Sound], j: usize) -> Option<Class> {
    let pair = (two[i].code, two[i + 1].code);
    let after = code_at(two, i + 2);
    match (pair, one[j].code) {
        ((AA | SCHWA | E, I | II), AI) | ((E, I | II), E) => Some(Class::Diphthong),
        ((SCHWA, Y), AI | E) if !is_vowel(after) => Some(Class::Diphthong),
        ((AA, I | II), I | II) => Some(Class::EnglishI),
        ((AA | SCHWA | O, U | UU), AU) | ((AA | O, U | UU), O) => Some(Class::Diphthong),
        ((SCHWA, V), AU) if !is_vowel(after) => Some(Class::Diphthong),
        ((E, I | II), II) => Some(Class::Diphthong),
        ((R, I | II | U | UU), RI) => Some(Class::VocalicR),
        ((Y, SCHWA), I | II | E) if j > 0 && is_vowel(one[j - 1].code) => Some(Class::IGlide),
        ((V, SCHWA), U | UU | O) if j > 0 && is_vowel(one[j - 1].code) => Some(Class::UGlide),
        ((T | TT, Y), C) => Some(Class::Palatal),
        ((M, SCHWA), NASAL) if is_labial(after) && j > 0 => Some(Class::NasalSchwa),
        ((N, SCHWA), NASAL) if is_consonant(after) && !is_labial(after) && j > 0 => Some(Class::NasalSchwa),
        ((plain, H), aspirate) if aspirate != plain && doubles(plain, aspirate) => Some(Class::AspirateSplit),
        _ => None,
    }
}

/// Two sounds for two others.
pub(super) fn two_for_two(a: &[Sound], i: usize, b: &[Sound], j: usize) -> Option<Class> {
    let (x, y) = ((a[i].code, a[i + 1].code), (b[j].code, b[j + 1].code));
    if x == (y.1, y.0) && (x.0 == H) != (x.1 == H) {
        let other = if x.0 == H { x.1 } else { x.0 };
        return matches!(other, N | M | V | Y | NASAL).then_some(Class::HMetathesis);
    }
    match (x, y) {
        ((J, NY), (G, Y)) | ((G, Y), (J, NY)) => Some(Class::Gya),
        _ => None,
    }
}

fn previous(word: &[Sound], i: usize) -> Code {
    if i == 0 { 0 } else { word[i - 1].code }
}

fn code_at(word: &[Sound], i: usize) -> Code {
    word.get(i).map_or(0, |s| s.code)
}

fn ordered(x: Code, y: Code) -> (Code, Code) {
    (x.min(y), x.max(y))
}

fn is_vowel(c: Code) -> bool {
    c != 0 && c < super::sounds::FIRST_CONSONANT
}

fn is_consonant(c: Code) -> bool {
    (super::sounds::FIRST_CONSONANT..NASAL).contains(&c)
}

fn is_consonant_or_nasal(c: Code) -> bool {
    c >= super::sounds::FIRST_CONSONANT
}

fn is_velar(c: Code) -> bool {
    matches!(c, K | G) || c == code('ख')
}

/// Whether anusvara before the consonant is said म.
fn is_labial(c: Code) -> bool {
    (code('प')..=code('म')).contains(&c)
}

/// Whether Russian hears o in e after the consonant.
fn is_palatal(c: Code) -> bool {
    matches!(c, C | SH | J)
}

/// Whether the consonant is the first of उद्दीन, उल्ला after the vowel.
fn is_article(c: Code) -> bool {
    matches!(c, L) || c == code('द')
}

fn is_hiss(c: Code) -> bool {
    matches!(c, S | SH | J) || c == code('ष')
}

/// Whether a vowel stands on the same side of both: before both, or after both.
fn beside_vowel(before: (Code, Code), after: (Code, Code)) -> bool {
    is_vowel(before.0) && is_vowel(before.1) || is_vowel(after.0) && is_vowel(after.1)
}

#[cfg(test)]
mod tests {
    use super::super::sounds::Sounds;
    use super::*;

    #[test]
    fn a_pair_of_letters_belongs_to_one_class() {
        let mut seen = std::collections::HashMap::new();
        for row in CLASSES {
            for &(x, y) in row.pairs {
                assert!(code(x) != 0 && code(y) != 0, "{}: {x} {y}", row.id);
                assert_eq!(seen.insert(ordered(code(x), code(y)), row.id), None, "{x} {y}");
            }
        }
    }

    #[test]
    fn neighbours_decide_the_class() {
        let word = |w: &str| Sounds::of(w).list;
        let (a, b) = (word("शुरुआत"), word("शुरूआत"));
        assert_eq!(one_for_one(&a, 3, &b, 3), Some(Class::RuLength));
        let a = word("इंडिया");
        assert_eq!(one_for_none(&a, 4, &word("इंडिआ"), 4), Some(Class::YGlide));
        assert_eq!(one_for_none(&word("स्कूल"), 0, &word("कूल"), 0), None);
        assert_eq!(one_for_none(&word("इस्कूल"), 0, &word("स्कूल"), 0), Some(Class::Prothesis));
    }
}
