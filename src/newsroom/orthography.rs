//! The schools of Hindi spelling: where a word may be written in two ways that are both right, and which it is.
//!
//! हिन्दी or हिंदी, हाँ or हां, ज़मीन or जमीन, गये or गए: a newsroom belongs to a school in each, and no reader is in
//! doubt about the word. The words are those of `data/orthography/`; the advice is that of the Central Hindi
//! Directorate's standard.

mod glide;
mod nasal;
mod nukta;
mod side;
mod tables;
mod words;

use std::borrow::Cow;

use smallvec::SmallVec;

use glide::{glide, with_glide, without_glide};
use nasal::{chandrabindu, nasal, with_anusvara, with_chandrabindu, with_half_nasals};
use nukta::{nukta, with_nukta, without_nukta};
pub use side::Side;
pub use tables::School;
use tables::*;

use crate::text::letters::{CHANDRABINDU, VIRAMA, VISARGA, varga};
use crate::text::normal::same_look;

/// A word's place in a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The matter.
    pub school: School,
    /// Which way the word is written.
    pub side: Side,
    /// Whether it tells which school the writer belongs to; a form that every school uses does so only beside
    /// another form of the same word.
    pub tells: bool,
}

/// The choices that a word shows.
pub type Choices = SmallVec<[Choice; 2]>;

/// The choices that a word shows. `key` is its orthographic key.
pub fn choices(word: &str, key: &str) -> Choices {
    let word = &*same_look(word);
    let mut out = Choices::new();
    let mut add = |school, side: Option<Side>| {
        out.extend(side.map(|side| Choice { school, side, tells: true }));
    };
    add(School::Nasal, nasal(word, key));
    add(School::Chandrabindu, chandrabindu(word, key));
    let mask = mask(NUKTA_WORDS, key).filter(|(_, twin)| !twin).map_or(0, |(mask, _)| mask);
    for school in [School::NuktaZ, School::NuktaF, School::NuktaQ] {
        add(school, nukta(word, school, mask));
    }

    add(School::Visarga, visarga(word));
    add(School::Reph, doubled_after_reph(word).map(|_| Side::OTHER));
    if let Some((pair, side)) = pair(word) {
        add(School::Pair(pair), Some(side));
    }
    out.extend(glide(word, key).map(|(side, tells)| Choice { school: School::Glide, side, tells }));
    out
}

/// Whether a word, by its orthographic key, is known to have a nukta where a house keeps it.
pub fn may_have_nukta(key: &str) -> bool {
    mask(NUKTA_WORDS, key).is_some()
}

/// The pair of spellings of its own that a word is one of, by number, and its side.
pub fn pair(word: &str) -> Option<(u16, Side)> {
    let word = &*same_look(word);
    let at = PAIR_SPELLINGS.binary_search_by_key(&word, |(spelling, ..)| spelling).ok()?;
    let (_, pair, side) = PAIR_SPELLINGS[at];
    Some((pair, Side(side)))
}

impl School {
    /// The word as the `side` of this school writes it. `key` is its orthographic key.
    pub fn spelt(self, word: &str, key: &str, side: Side) -> String {
        let word = &*same_look(word);
        match (self, side) {
            (School::Nasal, Side::ADVISED) => with_anusvara(word),
            (School::Nasal, _) => with_half_nasals(word, key),
            (School::Chandrabindu, Side::ADVISED) => with_chandrabindu(word, key),
            (School::Chandrabindu, _) => word.replace(CHANDRABINDU, "ं"),
            (School::NuktaZ | School::NuktaF | School::NuktaQ, Side::ADVISED) => with_nukta(word, self, key),
            (School::NuktaZ | School::NuktaF | School::NuktaQ, _) => without_nukta(word, self),
            (School::Glide, Side::ADVISED) => without_glide(word),
            (School::Glide, _) => with_glide(word),
            (School::Visarga, Side::ADVISED) => with_visarga(word),
            (School::Visarga, _) => word.replace(VISARGA, ""),
            (School::Reph, Side::ADVISED) => {
                let mut word = word.to_owned();
                while let Some(at) = doubled_after_reph(&word) {
                    word.replace_range(at, "");
                }
                word
            }
            (School::Reph, _) => word.to_owned(),
            (School::Pair(pair), side) => {
                let spellings = PAIRS.get(usize::from(pair)).copied().unwrap_or_default();
                spellings.get(side.index()).map_or_else(|| word.to_owned(), |s| (*s).to_owned())
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

fn visarga(word: &str) -> Option<Side> {
    let bare = if word.contains(VISARGA) { Cow::Owned(word.replace(VISARGA, "")) } else { word.into() };
    VISARGA_WORDS.binary_search_by_key(&&*bare, |(word, _)| word).ok()?;
    Some(if bare == word { Side::OTHER } else { Side::ADVISED })
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

    fn side(word: &str, school: School) -> Option<Side> {
        choices(word, &orthographic(word))
            .iter()
            .find(|choice| choice.school == school && choice.tells)
            .map(|choice| choice.side)
    }

    /// Each pair is one word, first as the standard advises.
    fn assert_two_ways(school: School, pairs: &[(&str, &str)]) {
        for (advised, other) in pairs {
            let key = orthographic(advised);
            assert_eq!(
                (side(advised, school), side(other, school)),
                (Some(Side::ADVISED), Some(Side::OTHER)),
                "{advised} / {other}"
            );
            assert_eq!(school.spelt(other, &key, Side::ADVISED), *advised);
            assert_eq!(school.spelt(advised, &key, Side::OTHER), *other);
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
            assert_eq!((side(single, School::Reph), side(double, School::Reph)), (None, Some(Side::OTHER)));
            assert_eq!(School::Reph.spelt(double, "", Side::ADVISED), single);
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
        let word = choices("महत्त्व", "महत्त्व")[0];
        assert_eq!(
            (word.school.spelt("महत्त्व", "", Side::ADVISED).as_str(), word.side),
            ("महत्व", Side::OTHER)
        );
    }

    proptest::proptest! {
        #[test]
        fn a_word_of_a_school_is_spelt_as_it_spells(word in "[\u{0900}-\u{0963}\u{200C}\u{200D}]{0,40}") {
            let key = orthographic(&word);
            for choice in choices(&word, &key) {
                let spelt = choice.school.spelt(&word, &key, Side::ADVISED);
                proptest::prop_assert_eq!(choice.school.spelt(&spelt, &key, Side::ADVISED), spelt);
            }
        }
    }
}
