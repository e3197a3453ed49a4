//! Words that are letters read out in English: एनडी, बीजेपी, यूएन.
//!
//! They are spelt, not spoken, so they vary less than words do: एनडी is N D, and never एंडी.

use super::align::Difference;
use super::class::Class;
use super::sounds::{AA, Code, E, II, O, SCHWA, Sound, UU, code};

/// The names of the Latin letters, as Hindi writes them.
const LETTERS: &[&[Code]] = &[
    &[E],                                                     // A
    &[code('ब'), II],                                         // B
    &[code('स'), II],                                         // C
    &[code('ड'), II],                                         // D
    &[II],                                                    // E
    &[E, code('फ')],                                          // F
    &[code('ज'), II],                                         // G
    &[E, code('च')],                                          // H
    &[AA, II],                                                // I
    &[code('ज'), E],                                          // J
    &[code('क'), E],                                          // K
    &[E, code('ल')],                                          // L
    &[E, code('म')],                                          // M
    &[E, code('न')],                                          // N
    &[O],                                                     // O
    &[code('प'), II],                                         // P
    &[code('क'), code('य'), UU],                              // Q
    &[AA, code('र')],                                         // R
    &[E, code('स')],                                          // S
    &[code('ट'), II],                                         // T
    &[code('य'), UU],                                         // U
    &[code('व'), II],                                         // V
    &[code('ड'), SCHWA, code('ब'), code('ल'), code('य'), UU], // W
    &[E, code('क'), code('स')],                               // X
    &[code('व'), AA, II],                                     // Y
    &[code('ज'), E, code('ड')],                               // Z
];

/// Whether the word is two or more letters read out.
pub(super) fn is_initials(word: &[Sound]) -> bool {
    word.len() <= 24 && reads(word, 0)
}

/// Whether the sounds, after so many letters, go on with names of letters to the end.
fn reads(word: &[Sound], letters: usize) -> bool {
    let Some(first) = word.first() else {
        return letters >= 2;
    };
    LETTERS.iter().any(|name| {
        if name[0] != first.code || !starts_with(word, name) {
            return false;
        }
        // a name that ends in a consonant has its inherent vowel inside the word
        let ends_open = word[name.len() - 1].is_consonant();
        match &word[name.len()..] {
            [schwa, rest @ ..] if ends_open => {
                schwa.code == SCHWA && !rest.is_empty() && reads(rest, letters + 1)
            }
            rest => reads(rest, letters + 1),
        }
    })
}

fn starts_with(word: &[Sound], name: &[Code]) -> bool {
    word.len() >= name.len() && name.iter().zip(word).all(|(code, sound)| *code == sound.code)
}

/// Whether initials may differ so and be the same letters: आईओसी/आइओसी, डब्ल्यूएचओ/डब्लूएचओ.
pub(super) fn may_differ(differences: &[Difference]) -> bool {
    differences.iter().all(|d| {
        use Class::{FrontVowel, HiatusLength, Virama, VowelLength, YGlide, Yod};
        matches!(d.class, VowelLength | HiatusLength | FrontVowel | YGlide | Yod | Virama)
    })
}

#[cfg(test)]
mod tests {
    use super::super::sounds::Sounds;
    use super::*;

    #[test]
    fn letters_read_out_are_initials() {
        for word in ["एनडी", "बीजेपी", "यूएन", "डब्ल्यूएचओ", "एफबीआई", "आईपीएस", "एमएलए"]
        {
            assert!(is_initials(&Sounds::of(word).list), "{word}");
        }
        for word in ["एंडी", "राम", "ए", "", "नाटो", "एनडीटीवीवाला"]
        {
            assert!(!is_initials(&Sounds::of(word).list), "{word}");
        }
    }
}
