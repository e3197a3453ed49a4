//! The orthographic fold: spellings that Hindi itself allows become one key.
//!
//! हिन्दी and हिंदी, ज़मीन and जमीन, गये and गए, दुःख and दुख are one word each, spelt by different
//! schools. The key forgets the school. It is for looking up, never for showing.

use super::letters::{ANUSVARA, CHANDRABINDU, NUKTA, VIRAMA, VISARGA, is_joiner, is_matra, varga};
use super::normal::same_look;

/// The orthographic key of a word.
pub fn orthographic(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    orthographic_into(word, &mut key);
    key
}

/// Appends the orthographic key of `word` to `key`.
pub fn orthographic_into(word: &str, key: &mut String) {
    let normal = same_look(word);
    let mut rest = normal.chars().filter(|&c| c != NUKTA && !is_joiner(c)).peekable();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        let c = match c {
            CHANDRABINDU => ANUSVARA,
            VISARGA => continue,
            'य' if is_glide(before, rest.peek().copied()) => match rest.next() {
                Some('े') => 'ए',
                Some('ी') => 'ई',
                _ => continue,
            },
            'ङ' | 'ञ' | 'ण' | 'न' | 'म' if rest.peek() == Some(&VIRAMA) => {
                let mut ahead = rest.clone();
                ahead.next();
                if ahead.peek().is_some_and(|&next| nasal_joins(c, next)) {
                    rest.next();
                    ANUSVARA
                } else {
                    c
                }
            }
            c => c,
        };
        key.push(c);
        before = c;
    }
}

/// Whether य between `before` and `after` is only a glide: गये, नयी; not ये, न्याय, पेय.
fn is_glide(before: char, after: Option<char>) -> bool {
    let vowel_before =
        is_matra(before) || matches!(before, 'अ'..='औ') || super::letters::is_consonant(before);
    vowel_before && matches!(after, Some('े' | 'ी'))
}

/// Whether half `nasal` before `next` may as well be written as anusvara.
pub(crate) fn nasal_joins(nasal: char, next: char) -> bool {
    match varga(next) {
        Some(row) if super::letters::is_nasal(next) => nasal == 'ङ' && row == 0,
        Some(row) => match nasal {
            'न' => true, // इन्टरनेट, एन्कर: typed for any row
            _ => varga(nasal) == Some(row),
        },
        None => nasal == 'न' && matches!(next, 'स' | 'श' | 'ष'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schools_of_spelling_share_a_key() {
        for (a, b) in [
            ("हिन्दी", "हिंदी"),
            ("ट्रम्प", "ट्रंप"),
            ("पञ्चायत", "पंचायत"),
            ("झण्डा", "झंडा"),
            ("इन्टरनेट", "इंटरनेट"),
            ("फ्रान्स", "फ़्रांस"),
            ("चाँद", "चांद"),
            ("ज़मीन", "जमीन"),
            ("गये", "गए"),
            ("नयी", "नई"),
            ("आयेगा", "आएगा"),
            ("दुःख", "दुख"),
            ("दिल्\u{200D}ली", "दिल्ली"),
        ] {
            assert_eq!(orthographic(a), orthographic(b), "{a} / {b}");
        }
    }

    #[test]
    fn different_words_keep_different_keys() {
        for (a, b) in
            [("दिन", "दीन"), ("अन्न", "अंन"), ("जन्म", "जंम"), ("सभ्य", "सभए"), ("ये", "ए"), ("मुन्ना", "मुना")]
        {
            assert_ne!(orthographic(a), orthographic(b), "{a} / {b}");
        }
    }
}
