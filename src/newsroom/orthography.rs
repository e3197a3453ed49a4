//! The schools of Hindi spelling: where a word may be written in two ways that are both right, and which it is.
//!
//! हिन्दी or हिंदी, हाँ or हां, ज़मीन or जमीन, गये or गए: a newsroom belongs to a school in each, and no reader is in
//! doubt about the word. The words are those of `data/orthography/`; the advice is that of the Central Hindi
//! Directorate's standard.

use smallvec::SmallVec;

use crate::text::letters::{
    ANUSVARA, CHANDRABINDU, NUKTA, VIRAMA, VISARGA, is_consonant, is_matra, is_nasal, varga,
};
use crate::text::normal::same_look;

// `NUKTA_WORDS` … `PAIRS`: see build/orthography.rs.
include!(concat!(env!("OUT_DIR"), "/orthography.rs"));

/// A matter in which schools of spelling differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum School {
    /// हिंदी, हिन्दी.
    Nasal,
    /// हाँ, हां.
    Chandrabindu,
    /// ज़मीन, जमीन.
    NuktaZ,
    /// फ़ैसला, फैसला.
    NuktaF,
    /// क़दम, कदम; ख़बर, खबर; ग़लत, गलत.
    NuktaQ,
    /// गए, गये.
    Glide,
    /// दुःख, दुख.
    Visarga,
    /// कर्तव्य, कर्त्तव्य: any consonant doubled after half र. Only the doubling tells.
    Reph,
    /// A word with spellings of its own, by its number in `data/orthography/pairs.tsv`: रुपये, रुपए.
    Pair(u16),
}

/// A word's place in a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The matter.
    pub school: School,
    /// Which way the word is written: 0 is the one that the standard advises.
    pub side: u8,
}

/// The choices that a word shows.
pub type Choices = SmallVec<[Choice; 2]>;

/// The choices that a word shows. `key` is its orthographic key.
pub fn choices(word: &str, key: &str) -> Choices {
    let word = &*same_look(word);
    let mut out = Choices::new();
    let mut add = |school, side: Option<u8>| out.extend(side.map(|side| Choice { school, side }));
    add(School::Nasal, nasal(word, key));
    add(School::Chandrabindu, chandrabindu(word, key));
    let mask = mask(NUKTA_WORDS, key).filter(|(_, twin)| !twin).map_or(0, |(mask, _)| mask);
    for school in [School::NuktaZ, School::NuktaF, School::NuktaQ] {
        add(school, nukta(word, school, mask));
    }
    add(School::Glide, glide(word, key));
    add(School::Visarga, visarga(word));
    add(School::Reph, doubled_after_reph(word).map(|_| 1));
    if let Ok(at) = PAIR_SPELLINGS.binary_search_by_key(&word, |(spelling, ..)| spelling) {
        let (_, pair, side) = PAIR_SPELLINGS[at];
        add(School::Pair(pair), Some(side));
    }
    out
}

impl School {
    /// The word as the `side` of this school writes it. `key` is its orthographic key.
    pub fn spelt(self, word: &str, key: &str, side: u8) -> String {
        let word = &*same_look(word);
        match (self, side) {
            (School::Nasal, 0) => with_anusvara(word),
            (School::Nasal, _) => with_half_nasals(word, key),
            (School::Chandrabindu, 0) => with_chandrabindu(word, key),
            (School::Chandrabindu, _) => word.replace(CHANDRABINDU, "ं"),
            (School::NuktaZ | School::NuktaF | School::NuktaQ, 0) => with_nukta(word, self, key),
            (School::NuktaZ | School::NuktaF | School::NuktaQ, _) => without_nukta(word, self),
            (School::Glide, 0) => without_glide(word),
            (School::Glide, _) => with_glide(word),
            (School::Visarga, 0) => with_visarga(word),
            (School::Visarga, _) => word.replace(VISARGA, ""),
            (School::Reph, 0) => {
                let mut word = word.to_owned();
                while let Some(at) = doubled_after_reph(&word) {
                    word.replace_range(at, "");
                }
                word
            }
            (School::Reph, _) => word.to_owned(),
            (School::Pair(pair), side) => {
                let spellings = PAIRS.get(usize::from(pair)).copied().unwrap_or_default();
                spellings.get(usize::from(side)).map_or_else(|| word.to_owned(), |s| (*s).to_owned())
            }
        }
    }

    /// Whether a word with this key is known to take the sign, whichever way it is written. Of a nukta on any other word, a
    /// name's or a rare loan's, nobody can say whether it is left out elsewhere.
    pub fn knows(self, key: &str) -> bool {
        let is_nukta = matches!(self, School::NuktaZ | School::NuktaF | School::NuktaQ);
        !is_nukta || mask(NUKTA_WORDS, key).is_some()
    }

    /// The spellings of a pair, the one advised first; empty for other schools.
    pub fn spellings(self) -> &'static [&'static str] {
        match self {
            School::Pair(pair) => PAIRS.get(usize::from(pair)).copied().unwrap_or_default(),
            _ => &[],
        }
    }
}

fn mask(table: &[(&str, u32, bool)], key: &str) -> Option<(u32, bool)> {
    let at = table.binary_search_by_key(&key, |(word, ..)| word).ok()?;
    Some((table[at].1, table[at].2))
}

/// Calls `visit` for each character with the one before and the two after it.
fn windows(word: &str) -> impl Iterator<Item = (char, char, char, char)> + '_ {
    let next = |n| word.chars().skip(n).chain(std::iter::repeat(' '));
    let before = std::iter::once(' ').chain(word.chars());
    word.chars()
        .zip(before)
        .zip(next(1))
        .zip(next(2))
        .map(|(((c, before), next), after)| (before, c, next, after))
}

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

fn nasal(word: &str, key: &str) -> Option<u8> {
    if windows(word).any(|(_, c, next, after)| is_half_nasal(c, next, after)) {
        return Some(1);
    }
    let has_choice = word.contains(ANUSVARA) && with_half_nasals(word, key) != word;
    has_choice.then_some(0)
}

fn with_anusvara(word: &str) -> String {
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

fn with_half_nasals(word: &str, key: &str) -> String {
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

fn chandrabindu(word: &str, key: &str) -> Option<u8> {
    if word.contains(CHANDRABINDU) {
        return Some(0);
    }
    (word.contains(ANUSVARA) && with_chandrabindu(word, key) != word).then_some(1)
}

fn with_chandrabindu(word: &str, key: &str) -> String {
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

/// Whether a letter is one of those whose nukta this school is about.
fn is_of(school: School, c: char) -> bool {
    match school {
        School::NuktaZ => c == 'ज',
        School::NuktaF => c == 'फ',
        _ => matches!(c, 'क' | 'ख' | 'ग'),
    }
}

fn nukta(word: &str, school: School, mask: u32) -> Option<u8> {
    if windows(word).any(|(_, c, next, _)| is_of(school, c) && next == NUKTA) {
        return Some(0);
    }
    let letters = word.chars().filter(|c| matches!(c, 'क' | 'ख' | 'ग' | 'ज' | 'फ'));
    let lacks = letters.take(32).enumerate().any(|(n, c)| is_of(school, c) && mask & (1 << n) != 0);
    lacks.then_some(1)
}

fn with_nukta(word: &str, school: School, key: &str) -> String {
    let mask = mask(NUKTA_WORDS, key).map_or(0, |(mask, _)| mask);
    let mut out = String::with_capacity(word.len() + 3);
    let mut letters = 0;
    for (_, c, next, _) in windows(word) {
        out.push(c);
        if matches!(c, 'क' | 'ख' | 'ग' | 'ज' | 'फ') {
            if letters < 32 && mask & (1 << letters) != 0 && is_of(school, c) && next != NUKTA {
                out.push(NUKTA);
            }
            letters += 1;
        }
    }
    out
}

fn without_nukta(word: &str, school: School) -> String {
    let kept = windows(word).filter(|&(before, c, ..)| c != NUKTA || !is_of(school, before));
    kept.map(|(_, c, ..)| c).collect()
}

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

fn glide(word: &str, key: &str) -> Option<u8> {
    let at = GLIDE.binary_search_by_key(&key, |(word, _)| word).ok()?;
    let tells = GLIDE[at].1;
    match glide_at(word)? {
        (.., true) => Some(1),
        (.., false) => tells.then_some(0),
    }
}

fn without_glide(word: &str) -> String {
    match glide_at(word) {
        Some((at, vowel, true)) => {
            let rest = &word[at + 'य'.len_utf8() + 'े'.len_utf8()..];
            format!("{}{vowel}{rest}", &word[..at])
        }
        _ => word.to_owned(),
    }
}

fn with_glide(word: &str) -> String {
    match glide_at(word) {
        Some((at, vowel, false)) => {
            let sign = if vowel == 'ए' { 'े' } else { 'ी' };
            let rest = word[at + vowel.len_utf8()..].replace(CHANDRABINDU, "ं");
            format!("{}य{sign}{rest}", &word[..at])
        }
        _ => word.to_owned(),
    }
}

fn visarga(word: &str) -> Option<u8> {
    let bare = word.replace(VISARGA, "");
    VISARGA_WORDS.binary_search_by_key(&&*bare, |(word, _)| word).ok()?;
    Some(u8::from(bare == word))
}

fn with_visarga(word: &str) -> String {
    let mut out = word.to_owned();
    if let Ok(at) = VISARGA_WORDS.binary_search_by_key(&word, |(word, _)| word) {
        out.insert(VISARGA_WORDS[at].1, VISARGA);
    }
    out
}

/// The half letter that only doubles the one after it, behind half र: the first त् of कर्त्तव्य.
fn doubled_after_reph(word: &str) -> Option<std::ops::Range<usize>> {
    let mut letters = word.char_indices();
    loop {
        let (at, c) = letters.next()?;
        if c != 'र' {
            continue;
        }
        let mut ahead = word[at + c.len_utf8()..].chars();
        let (VIRAMA, first, VIRAMA, second) = (ahead.next()?, ahead.next()?, ahead.next()?, ahead.next()?)
        else {
            continue;
        };
        let doubles = match (first, second) {
            ('त', 'थ') | ('द', 'ध') | ('ब', 'भ') => true,
            _ => first == second && (varga(first).is_some() || matches!(first, 'य' | 'व')),
        };
        if doubles {
            let start = at + c.len_utf8() + VIRAMA.len_utf8();
            return Some(start..start + first.len_utf8() + VIRAMA.len_utf8());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::orthographic;

    fn side(word: &str, school: School) -> Option<u8> {
        choices(word, &orthographic(word))
            .iter()
            .find(|choice| choice.school == school)
            .map(|choice| choice.side)
    }

    /// Each pair is one word, first as the standard advises.
    fn assert_two_ways(school: School, pairs: &[(&str, &str)]) {
        for (advised, other) in pairs {
            let key = orthographic(advised);
            assert_eq!(
                (side(advised, school), side(other, school)),
                (Some(0), Some(1)),
                "{advised} / {other}"
            );
            assert_eq!(school.spelt(other, &key, 0), *advised);
            assert_eq!(school.spelt(advised, &key, 1), *other);
        }
    }

    #[test]
    fn words_that_schools_write_in_two_ways() {
        assert_two_ways(
            School::Nasal,
            &[
                ("हिंदी", "हिन्दी"),
                ("संबंध", "सम्बन्ध"),
                ("ठंडा", "ठण्डा"),
                ("लंबे", "लम्बे"),
                ("आंदोलन", "आन्दोलन"),
                ("शांति", "शान्ति"),
                ("मुंबई", "मुम्बई"),
            ],
        );
        assert_two_ways(
            School::Chandrabindu,
            &[
                ("हाँ", "हां"),
                ("पाँच", "पांच"),
                ("पहुँचे", "पहुंचे"),
                ("लड़कियाँ", "लड़कियां"),
                ("जाएँगे", "जाएंगे"),
                ("महिलाएँ", "महिलाएं"),
                ("ऊँचाई", "ऊंचाई"),
                ("संस्थाएँ", "संस्थाएं"),
                ("ज़िंदगियाँ", "ज़िंदगियां"),
            ],
        );
        assert_two_ways(School::NuktaZ, &[("ज़मीनों", "जमीनों"), ("हज़ार", "हजार"), ("ज़िन्दगी", "जिन्दगी")]);
        assert_two_ways(School::NuktaF, &[("फ़ैसले", "फैसले"), ("सिर्फ़", "सिर्फ"), ("हफ़्तों", "हफ्तों")]);
        assert_two_ways(
            School::NuktaQ,
            &[("क़दम", "कदम"), ("ख़बरें", "खबरें"), ("ग़लती", "गलती"), ("तरक़्क़ी", "तरक्की")],
        );
        assert_two_ways(
            School::Glide,
            &[("गए", "गये"), ("नई", "नयी"), ("चाहिए", "चाहिये"), ("आएगा", "आयेगा"), ("बताएं", "बतायें")],
        );
        assert_two_ways(School::Visarga, &[("दुःखी", "दुखी"), ("निःशुल्क", "निशुल्क")]);
    }

    #[test]
    fn a_doubling_after_reph_tells_and_its_lack_does_not() {
        for (single, double) in [("कर्तव्य", "कर्त्तव्य"), ("अर्ध", "अर्द्ध"), ("आर्य", "आर्य्य")]
        {
            assert_eq!((side(single, School::Reph), side(double, School::Reph)), (None, Some(1)));
            assert_eq!(School::Reph.spelt(double, "", 0), single);
        }
    }

    #[test]
    fn words_that_have_but_one_spelling() {
        for word in [
            "अन्य",
            "जन्म",
            "सम्राट",
            "सम्मान",
            "चिन्मय",
            "उन्मुख",
            "वाङ्मय",
            "अन्न",
            "नींद",
            "गेंद",
            "में",
            "नहीं",
            "संस्था",
            "अंग",
            "पंचायत",
        ] {
            assert_eq!(side(word, School::Nasal), None, "{word}");
        }
        for word in ["हंस", "नींद", "में", "लोगों", "शांति", "कांग्रेस", "आंदोलन", "अंत", "हैं"]
        {
            assert_eq!(side(word, School::Chandrabindu), None, "{word}");
        }
        for word in ["राज", "जनता", "खुदा", "फल", "फिर", "कल", "बड़ा", "पढ़ाई", "सजा"]
        {
            for school in [School::NuktaZ, School::NuktaF, School::NuktaQ] {
                assert_eq!(side(word, school), None, "{word}");
            }
        }
        for word in ["स्थायी", "रुपये", "किराये", "लड़ाई", "पढ़ाई", "भाई", "ये", "एक", "हुए", "न्यायी", "दायें"]
        {
            assert_eq!(side(word, School::Glide), None, "{word}");
        }
        assert_eq!(side("मार्च", School::Reph), None);
        assert_eq!(side("प्रायः", School::Visarga), None);
    }

    #[test]
    fn a_word_of_a_pair_knows_the_other() {
        let word = choices("महत्व", "महत्व")[0];
        assert_eq!((word.school.spelt("महत्व", "", 0).as_str(), word.side), ("महत्त्व", 1));
    }

    proptest::proptest! {
        #[test]
        fn a_word_of_a_school_is_spelt_as_it_spells(word in "[\u{0900}-\u{0963}\u{200C}\u{200D}]{0,40}") {
            let key = orthographic(&word);
            for choice in choices(&word, &key) {
                let spelt = choice.school.spelt(&word, &key, 0);
                proptest::prop_assert_eq!(choice.school.spelt(&spelt, &key, 0), spelt);
            }
        }
    }
}
