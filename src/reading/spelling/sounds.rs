//! A word as the sounds its letters stand for.
//!
//! Devanagari writes syllables; two spellings of a name differ in sounds. So a word is parsed once into
//! consonants and vowels, with the inherent vowel written out (शर्मा is श अ र म आ) and the silent one
//! at the end left away. What every school of Hindi writes as it likes (हिन्दी or हिंदी, गये or गए) is
//! one sound here, with a mark for how it was written: two words of the same sounds are one word.

use smallvec::SmallVec;

use crate::text::letters::{
    ANUSVARA, CHANDRABINDU, NUKTA, VIRAMA, VISARGA, independent, is_consonant, is_matra,
};
use crate::text::{fold::nasal_joins, normal::same_look};

/// A sound without regard to how it is written. Vowels are below [`FIRST_CONSONANT`].
pub(super) type Code = u8;

pub(super) const SCHWA: Code = 1;
pub(super) const AA: Code = 2;
pub(super) const I: Code = 3;
pub(super) const II: Code = 4;
pub(super) const U: Code = 5;
pub(super) const UU: Code = 6;
pub(super) const RI: Code = 7;
pub(super) const E: Code = 8;
pub(super) const AI: Code = 9;
pub(super) const AE: Code = 10;
pub(super) const O: Code = 11;
pub(super) const AU: Code = 12;
pub(super) const AO: Code = 13;
pub(super) const FIRST_CONSONANT: Code = 16;
/// A nasal that takes its place from the consonant after it, or nasalises the vowel before it.
pub(super) const NASAL: Code = 60;
/// One past the greatest code.
pub(super) const CODES: usize = 64;

/// The code of a consonant or of a vowel standing by itself; 0 for any other character.
pub(super) const fn code(c: char) -> Code {
    match c {
        'अ' => SCHWA,
        'आ' => AA,
        'इ' => I,
        'ई' => II,
        'उ' => U,
        'ऊ' => UU,
        'ऋ' | 'ॠ' => RI,
        'ए' | 'ऎ' => E,
        'ऐ' => AI,
        'ऍ' | 'ॲ' => AE,
        'ओ' | 'ऒ' => O,
        'औ' => AU,
        'ऑ' => AO,
        'ं' => NASAL,
        'क'..='ह' => FIRST_CONSONANT + (c as u32 - 'क' as u32) as u8,
        _ => 0,
    }
}

/// How a sound was written, where Hindi leaves a choice. Flags.
pub(super) mod mark {
    /// With a nukta: ज़.
    pub const NUKTA: u8 = 1;
    /// A nasal written as chandrabindu.
    pub const CHANDRABINDU: u8 = 2;
    /// A nasal written as a half consonant.
    pub const HALF_NASAL: u8 = 4;
    /// ए or ई written ये or यी.
    pub const GLIDE: u8 = 8;
    /// A visarga follows.
    pub const VISARGA: u8 = 16;
    /// A consonant doubled inside a cluster: कर्त्ता, महत्त्व.
    pub const DOUBLED: u8 = 32;
    /// A halant at the end of the word.
    pub const HALANT: u8 = 64;
    /// ऋ written as र with its sign: श्रृंखला.
    pub const RI: u8 = 128;
}

/// One sound and how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sound {
    pub code: Code,
    pub marks: u8,
}

impl Sound {
    pub fn is_vowel(self) -> bool {
        self.code < FIRST_CONSONANT
    }

    pub fn is_consonant(self) -> bool {
        (FIRST_CONSONANT..NASAL).contains(&self.code)
    }
}

/// The sounds of a word from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sounds {
    pub list: SmallVec<[Sound; 24]>,
    /// Whether something in the word is no letter of Hindi: such a word is equal to itself only.
    pub opaque: bool,
}

impl Sounds {
    /// The sounds of `word`, which may be any string.
    pub fn of(word: &str) -> Sounds {
        let mut parser = Parser::default();
        for c in same_look(word).chars() {
            parser.take(c);
        }
        parser.finish()
    }

    /// Whether two words sound the same letter for letter.
    pub fn same_sounds(&self, other: &Sounds) -> bool {
        self.list.len() == other.list.len()
            && self.list.iter().zip(&other.list).all(|(a, b)| a.code == b.code)
    }
}

#[derive(Default)]
struct Parser {
    out: SmallVec<[Sound; 24]>,
    /// The last consonant still has its inherent vowel.
    open: bool,
    /// The last character was a halant.
    halant: bool,
    opaque: bool,
    /// ि was typed before the half consonant it is drawn before: टि्वटर.
    waiting_i: bool,
}

impl Parser {
    fn take(&mut self, c: char) {
        let halant = std::mem::take(&mut self.halant);
        match c {
            NUKTA => self.mark_last(mark::NUKTA),
            VIRAMA => {
                self.halant = true;
                self.open = false;
                self.early_i();
            }
            VISARGA => self.mark_last(mark::VISARGA),
            ANUSVARA => self.nasal(0),
            CHANDRABINDU => self.nasal(mark::CHANDRABINDU),
            c if is_matra(c) => match independent(c) {
                Some(vowel) => self.vowel(code(vowel)),
                None => self.opaque = true,
            },
            c if is_consonant(c) && code(c) != 0 => self.consonant(c, halant),
            c if code(c) != 0 => {
                self.inherent_vowel();
                self.push(code(c), 0);
            }
            _ => self.opaque = true,
        }
    }

    fn push(&mut self, code: Code, marks: u8) {
        self.out.push(Sound { code, marks });
    }

    fn mark_last(&mut self, mark: u8) {
        if let Some(last) = self.out.last_mut() {
            last.marks |= mark;
        }
    }

    fn inherent_vowel(&mut self) {
        if std::mem::take(&mut self.open) {
            self.push(SCHWA, 0);
        }
    }

    fn nasal(&mut self, marks: u8) {
        self.inherent_vowel();
        self.push(NASAL, marks);
    }

    /// Typewriter order puts ि before the whole cluster, टि्वटर for ट्विटर: it waits for the last consonant.
    fn early_i(&mut self) {
        if let [.., base, i] = self.out[..]
            && i.code == I
            && base.is_consonant()
        {
            self.out.pop();
            self.waiting_i = true;
        }
    }

    /// A vowel sign on the last consonant.
    fn vowel(&mut self, vowel: Code) {
        if !std::mem::take(&mut self.open) {
            return self.push(vowel, 0);
        }
        match self.out[..] {
            // गये is गए
            [.., before, y] if y.code == code('य') && before.is_vowel() && matches!(vowel, E | II) => {
                self.out.pop();
                self.push(vowel, mark::GLIDE);
            }
            // श्रृ is शृ
            [.., before, r] if r.code == code('र') && before.is_consonant() && vowel == RI => {
                self.out.pop();
                self.push(vowel, mark::RI);
            }
            _ => self.push(vowel, 0),
        }
    }

    fn consonant(&mut self, c: char, after_halant: bool) {
        self.inherent_vowel();
        let this = code(c);
        if after_halant {
            self.join(c, this);
        }
        self.push(this, 0);
        self.open = true;
        if after_halant {
            self.undouble();
        }
        if std::mem::take(&mut self.waiting_i) {
            self.open = false;
            self.push(I, 0);
        }
    }

    /// The nasal letter before a consonant of its row is only another way to write anusvara.
    fn join(&mut self, next: char, next_code: Code) {
        let Some(last) = self.out.last_mut() else { return };
        let joins = ['ङ', 'ञ', 'ण', 'न', 'म']
            .into_iter()
            .any(|nasal| last.code == code(nasal) && nasal_joins(nasal, next));
        if joins && next_code != 0 {
            *last = Sound { code: NASAL, marks: mark::HALF_NASAL };
        }
    }

    /// Doubling beside a third consonant is heard by nobody: कर्त्ता, अर्द्ध, महत्त्व.
    fn undouble(&mut self) {
        let n = self.out.len();
        if n < 3 {
            return;
        }
        let [x, y, z] = [self.out[n - 3], self.out[n - 2], self.out[n - 1]];
        let after_reph = x.code == code('र') && doubles(y.code, z.code);
        let before_semivowel =
            x.code == y.code && x.is_consonant() && [code('व'), code('य')].contains(&z.code) && x != z;
        if after_reph || before_semivowel {
            self.out.remove(n - 2);
            let at = if after_reph { n - 2 } else { n - 3 };
            self.out[at].marks |= mark::DOUBLED;
        }
    }

    fn finish(mut self) -> Sounds {
        if self.halant {
            self.mark_last(mark::HALANT);
        }
        Sounds { list: self.out, opaque: self.opaque }
    }
}

/// Whether `first` before `second` is one consonant written twice: त्त, च्छ.
pub(super) fn doubles(first: Code, second: Code) -> bool {
    const PLAIN: [char; 10] = ['क', 'ग', 'च', 'ज', 'ट', 'ड', 'त', 'द', 'प', 'ब'];
    let aspirate = second == first + 1 && PLAIN.iter().any(|&c| code(c) == first);
    (FIRST_CONSONANT..NASAL).contains(&first) && (first == second || aspirate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(word: &str) -> Vec<Code> {
        Sounds::of(word).list.iter().map(|s| s.code).collect()
    }

    #[test]
    fn schools_of_spelling_sound_the_same() {
        for (a, b) in [
            ("हिन्दी", "हिंदी"),
            ("ट्रम्प", "ट्रंप"),
            ("चाँद", "चांद"),
            ("ज़मीन", "जमीन"),
            ("गये", "गए"),
            ("नयी", "नई"),
            ("दुःख", "दुख"),
            ("कर्त्ता", "कर्ता"),
            ("अर्द्ध", "अर्ध"),
            ("महत्त्व", "महत्व"),
            ("श्रृंखला", "शृंखला"),
            ("अर्थात्", "अर्थात"),
            ("पड़ोस", "पडोस"),
            ("टि्वटर", "ट्विटर"),
        ] {
            assert_eq!(codes(a), codes(b), "{a} / {b}");
        }
    }

    #[test]
    fn different_words_sound_different() {
        for (a, b) in
            [("दिन", "दीन"), ("अन्न", "अंन"), ("पता", "पत्ता"), ("राम", "रामा"), ("पेय", "पेए"), ("गृह", "ग्रह")]
        {
            assert_ne!(codes(a), codes(b), "{a} / {b}");
        }
    }

    #[test]
    fn the_inherent_vowel_is_written_out() {
        assert_eq!(codes("शर्मा"), [code('श'), SCHWA, code('र'), code('म'), AA]);
        assert_eq!(codes("लखनऊ").len(), 7);
        assert_eq!(codes("कमल").len(), 5);
    }

    #[test]
    fn what_is_no_hindi_is_opaque() {
        assert!(Sounds::of("NATO").opaque);
        assert!(Sounds::of("रूसX").opaque);
        assert!(Sounds::of("जी20").opaque);
        assert!(!Sounds::of("दिल्\u{200D}ली").opaque);
    }
}
