//! How a name sounds, roughly, whether it is typed in Latin letters or in Devanagari.
//!
//! For finding a name while it is being typed, not for judging spellings: that is the reading's. A sound
//! key has one letter for every consonant that typists keep apart (`z` is `j`, `w` is `v`, breath and
//! doubling are forgotten), `I` for the vowels इ ई ए ऐ, `U` for उ ऊ ओ औ ऑ, and nothing for अ and आ but an
//! `A` at the beginning of a word. So `jelen` begins ज़ेलेंस्की, and `putin` is पुतिन. A key that begins like
//! another belongs to a text that begins like the other.

use crate::text::letters::{ANUSVARA, CHANDRABINDU, NUKTA, VIRAMA, is_devanagari, is_joiner};
use crate::text::normal::same_look;

/// The sound key of words: the keys of the words with a space between.
pub fn key(words: &str) -> String {
    let mut key = String::with_capacity(words.len());
    for word in words.split([' ', '-', '.', '(', ')']).filter(|word| !word.is_empty()) {
        if !key.is_empty() {
            key.push(' ');
        }
        let mut sounds = Sounds { from: key.len(), key: &mut key };
        if word.chars().next().is_some_and(is_devanagari) {
            sounds.devanagari(&same_look(word).chars().filter(|&c| !is_joiner(c)).collect::<Vec<_>>());
        } else {
            sounds.latin(&word.chars().flat_map(char::to_lowercase).map(plain).collect::<Vec<_>>());
        }
    }
    key
}

/// The sound keys of names that begin with what is typed so far: more than one where the last letter may
/// still become several sounds.
pub fn beginnings(typed: &str) -> Vec<String> {
    let whole = key(typed);
    let other = |cut: usize, ends: &[&str]| {
        let stem = &whole[..whole.len() - cut.min(whole.len())];
        ends.iter().map(|end| format!("{stem}{end}")).collect::<Vec<_>>()
    };
    match typed.chars().next_back() {
        Some('c' | 'C') => other(1, &["k", "s", "c"]),
        Some('y' | 'Y' | 'य') if whole.ends_with('I') => other(1, &["I", "y"]),
        Some(ANUSVARA | CHANDRABINDU) => other(1, &["n", "m"]),
        _ => vec![whole],
    }
}

/// The key of one word as it grows.
struct Sounds<'k> {
    key: &'k mut String,
    /// Where the word begins.
    from: usize,
}

impl Sounds<'_> {
    fn is_empty(&self) -> bool {
        self.key.len() == self.from
    }

    fn last(&self) -> Option<char> {
        self.key[self.from..].chars().next_back()
    }

    fn push(&mut self, sound: char) {
        let last = self.last();
        if last != Some(sound) && !(sound == 'y' && last == Some('I')) {
            self.key.push(sound);
        }
    }

    fn latin(&mut self, letters: &[char]) {
        for (at, &c) in letters.iter().enumerate() {
            let next = letters.get(at + 1).copied().unwrap_or(' ');
            let before = at.checked_sub(1).map_or(' ', |at| letters[at]);
            let sound = match c {
                'a' if self.is_empty() && !matches!(next, 'i' | 'u') => 'A',
                'e' | 'i' => 'I',
                'o' | 'u' => 'U',
                'y' if at > 0 && !matches!(next, 'a' | 'e' | 'i' | 'o' | 'u') => 'I',
                'w' => 'v',
                'z' => 'j',
                'q' => 'k',
                'f' => 'p',
                'c' if next == 'h' => 'c',
                'c' if matches!(next, 'e' | 'i' | 'y') => 's',
                'c' => 'k',
                'x' if at == 0 => 's',
                'x' => {
                    self.push('k');
                    's'
                }
                'h' if at > 0 && !is_vowel(before) => continue,
                'a' | ' '..='@' => continue,
                c if c.is_ascii_lowercase() => c,
                _ => continue,
            };
            self.push(sound);
        }
    }

    fn devanagari(&mut self, letters: &[char]) {
        let mut at = 0;
        while at < letters.len() {
            let c = letters[at];
            let next = |step: usize| letters.get(at + step).copied().unwrap_or(' ');
            let joined = at > 0 && letters[at - 1] == VIRAMA;
            let sound = match c {
                'अ' | 'आ' | 'ऍ' | 'ॲ' if self.is_empty() => 'A',
                'इ' | 'ई' | 'ए' | 'ऐ' | 'ऎ' | 'ि' | 'ी' | 'े' | 'ै' | 'ॆ' => 'I',
                'उ' | 'ऊ' | 'ओ' | 'औ' | 'ऑ' | 'ऒ' | 'ु' | 'ू' | 'ो' | 'ौ' | 'ॉ' | 'ॊ' => {
                    'U'
                }
                'ऋ' | 'ृ' => {
                    self.push('r');
                    'I'
                }
                ANUSVARA | CHANDRABINDU if matches!(next(1), 'प' | 'फ' | 'ब' | 'भ' | 'म') => 'm',
                ANUSVARA | CHANDRABINDU => 'n',
                'ज' if next(1) == VIRAMA && next(2) == 'ञ' => {
                    at += 2;
                    self.push('g');
                    'y'
                }
                'ड' | 'ढ' if next(1) == NUKTA => 'r',
                'ह' if joined => ' ',
                'क' | 'ख' => 'k',
                'ग' | 'घ' => 'g',
                'च' | 'छ' => 'c',
                'ज' | 'झ' => 'j',
                'ट' | 'ठ' | 'त' | 'थ' => 't',
                'ड' | 'ढ' | 'द' | 'ध' => 'd',
                'ङ' | 'ञ' | 'ण' | 'न' => 'n',
                'प' | 'फ' => 'p',
                'ब' | 'भ' => 'b',
                'म' => 'm',
                'य' if at > 0 && !joined && at + 1 == letters.len() => 'I',
                'य' => 'y',
                'र' => 'r',
                'ल' | 'ळ' => 'l',
                'व' => 'v',
                'श' | 'ष' | 'स' => 's',
                'ह' => 'h',
                _ => ' ',
            };
            if sound != ' ' {
                self.push(sound);
            }
            at += 1;
        }
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// A Latin letter without the marks that names in the news carry.
fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'æ' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' | 'ə' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ß' | 'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_sounds_like_what_is_meant() {
        for (latin, hindi) in [
            ("putin", "पुतिन"),
            ("Jelenski", "ज़ेलेंस्की"),
            ("zelenskyy", "ज़ेलेंस्की"),
            ("narendra modi", "नरेंद्र मोदी"),
            ("fadnavis", "फडणवीस"),
            ("krishna", "कृष्ण"),
            ("Lakshmi", "लक्ष्मी"),
            ("priya", "प्रिया"),
            ("dilli", "दिल्ली"),
            ("gyan", "ज्ञान"),
            ("chandigarh", "चंडीगढ़"),
            ("Aishwarya", "ऐश्वर्या"),
            ("Mumbai", "मुंबई"),
            ("wazir", "वज़ीर"),
            ("wazeer", "वजीर"),
            ("São", "साओ"),
        ] {
            assert_eq!(key(latin), key(hindi), "{latin} / {hindi}");
        }
    }

    #[test]
    fn others_sound_otherwise() {
        for (one, other) in [("putin", "पटना"), ("modi", "मोती"), ("raman", "राजन")] {
            assert_ne!(key(one), key(other), "{one} / {other}");
        }
    }

    #[test]
    fn every_letter_typed_stays_on_the_way() {
        let way = |typed: &str, name: &str| {
            let meant = key(name);
            for (at, c) in typed.char_indices() {
                let typed = &typed[..at + c.len_utf8()];
                let begins = beginnings(typed).iter().any(|beginning| meant.starts_with(beginning));
                assert!(begins, "{typed} on the way to {name}");
            }
        };
        way("putin", "पुतिन");
        way("jelenski", "ज़ेलेंस्की");
        way("chandrashekhar", "चंद्रशेखर");
        way("vijay", "विजय");
        way("दयाल", "dayal");
        way("aditya", "आदित्य");
        way("ट्रंप", "ट्रम्प");
        way("ज़ेलेन्स्की", "ज़ेलेंस्की");
    }
}
