//! Keys to find the words that may be one: the consonants of a word, without what ears confuse.
//!
//! Two words that share no key are two words; [`super::compare`] holds to it, so nothing that it would
//! call one word is lost by looking only at words of the same key. A key forgets vowels, doubling,
//! breath, the place of t, d, n and s, and the difference of व and ब. The second, coarser key, which only some
//! words have, forgets weak consonants as well: anusvara, ह and व inside the word, ज against स, and ड़ against र.

use smallvec::SmallVec;

use super::sounds::{Code, NASAL, RI, SCHWA, Sound, Sounds, code, mark};

/// The keys of a word; most have one, none more than two.
pub type SoundKeys = SmallVec<[u64; 2]>;

/// The keys of a word, or of words with space, hyphens or dots between them.
pub fn sound_keys(words: &str) -> SoundKeys {
    keys_of(words, &Sounds::of(&super::phrase::joined(words)))
}

/// The keys of a word that is parsed already.
pub(super) fn keys_of(word: &str, sounds: &Sounds) -> SoundKeys {
    let mut keys = SoundKeys::new();
    if sounds.opaque {
        let same_look = crate::text::normal::same_look(word);
        keys.push(same_look.bytes().fold(SEED ^ 0xFF, mix));
        return keys;
    }
    let [fine, coarse] = skeletons(&sounds.list);
    keys.push(fine);
    if coarse != fine {
        keys.push(coarse);
    }
    keys
}

/// Whether two words have a key in common.
pub(super) fn share(a: &SoundKeys, b: &SoundKeys) -> bool {
    a.iter().any(|key| b.contains(key))
}

// FNV-1a.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(key: u64, letter: u8) -> u64 {
    (key ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
}

/// The fine and the coarse key.
fn skeletons(word: &[Sound]) -> [u64; 2] {
    let mut keys = [SEED; 2];
    let mut last = [0; 2];
    for (i, sound) in word.iter().enumerate() {
        if i > 0 && sound.is_vowel() && sound.code != RI {
            continue;
        }
        let next = word.get(i + 1).map_or(0, |s| s.code);
        for (grain, coarse) in [false, true].into_iter().enumerate() {
            if let Some(letter) = letter(word, i, *sound, next, coarse)
                && letter != last[grain]
            {
                keys[grain] = mix(keys[grain], letter);
                last[grain] = letter;
            }
        }
    }
    keys
}

/// What a sound leaves in the key, if anything.
fn letter(word: &[Sound], i: usize, sound: Sound, next: Code, coarse: bool) -> Option<u8> {
    let this = sound.code;
    const VOWEL: u8 = b'A';
    const Y: Code = code('य');
    const J: Code = code('ज');
    const NY: Code = code('ञ');
    let hiss = CONSONANTS[next as usize] == b'S' || CONSONANTS[next as usize] == b'J';
    match this {
        RI => Some(b'R'),
        Y if i == 0 => Some(if coarse { b'S' } else { VOWEL }),
        NASAL => (!coarse).then_some(b'N'),
        NY if i > 0 && word[i - 1].code == J => None,
        J if next == NY => Some(b'G'),
        _ if sound_is_vowel(this) => {
            let prothetic = hiss && (coarse || next != J) && leads_cluster(word);
            (i == 0 && !prothetic).then_some(VOWEL)
        }
        _ => match CONSONANTS[this as usize] {
            b'D' if coarse && sound.marks & mark::NUKTA != 0 => Some(b'R'),
            b'G' if hiss => Some(b'K'),
            b'T' if coarse && next == Y => Some(b'C'),
            b'J' if coarse => Some(b'S'),
            b'H' | b'B' if coarse && i > 0 && (this == code('ह') || this == code('व')) => None,
            b'Y' => None,
            letter => Some(letter),
        },
    }
}

/// Whether the vowel a word begins with stands before two consonants, joined or with the inherent vowel
/// between them: इस्कूल and इसकूल are keyed as स्कूल is.
fn leads_cluster(word: &[Sound]) -> bool {
    match word.get(2..) {
        Some([schwa, next, ..]) if schwa.code == SCHWA => next.is_consonant(),
        Some([next, ..]) => next.is_consonant(),
        _ => false,
    }
}

fn sound_is_vowel(c: Code) -> bool {
    c < super::sounds::FIRST_CONSONANT
}

/// The letter of each consonant.
static CONSONANTS: [u8; super::sounds::CODES] = consonants();

const fn consonants() -> [u8; super::sounds::CODES] {
    const GROUPS: &[(u8, &[char])] = &[
        (b'K', &['क', 'ख']),
        (b'G', &['ग', 'घ']),
        (b'C', &['च', 'छ']),
        (b'J', &['ज', 'झ']),
        (b'T', &['ट', 'ठ', 'त', 'थ']),
        (b'D', &['ड', 'ढ', 'द', 'ध']),
        (b'N', &['ङ', 'ञ', 'ण', 'न', 'म']),
        (b'P', &['प', 'फ']),
        (b'B', &['ब', 'भ', 'व']),
        (b'Y', &['य']),
        (b'R', &['र']),
        (b'L', &['ल', 'ळ']),
        (b'S', &['श', 'ष', 'स']),
        (b'H', &['ह']),
    ];
    let mut table = [0; super::sounds::CODES];
    let mut group = 0;
    while group < GROUPS.len() {
        let (letter, members) = GROUPS[group];
        let mut member = 0;
        while member < members.len() {
            table[code(members[member]) as usize] = letter;
            member += 1;
        }
        group += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (a, b) in [
            ("अम्फान", "अंफान"),
            ("एम्फन", "अमपन"),
            ("ब्रेज़नेव", "ब्रेझनेव"),
            ("इज़राइल", "इसरायल"),
            ("ग्वाटेमाला", "गुआटेमाला"),
            ("स्कूल", "इस्कूल"),
            ("इस्माइल", "इसमाईल"),
            ("ज्ञानेंद्र", "ग्यानेन्द्र"),
            ("न्यू यॉर्क", "न्यूयार्क"),
            ("ए.पी.जे.", "एपीजे"),
            ("चिह्न", "चिन्ह"),
            ("चंद्रचूड़", "चन्द्रचूर"),
        ] {
            assert!(share(&sound_keys(a), &sound_keys(b)), "{a} / {b}");
        }
    }

    #[test]
    fn strangers_share_none() {
        for (a, b) in [("राम", "मोहन"), ("मोदी", "मोती"), ("ऑस्ट्रिया", "ऑस्ट्रेलिया"), ("NATO", "नाटो")]
        {
            assert!(!share(&sound_keys(a), &sound_keys(b)), "{a} / {b}");
        }
    }
}
