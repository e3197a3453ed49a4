//! Names of several words: न्यू यॉर्क, न्यूयॉर्क, न्यू-यॉर्क; ए.पी.जे., ए पी जे, एपीजे.

use smallvec::SmallVec;

/// Whether a character only stands between the words of a name.
fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.' | '·' | '॰' | '\'' | '’' | '‘')
}

/// The words of a name.
pub(super) fn words(name: &str) -> SmallVec<[&str; 4]> {
    name.split(separates).filter(|word| !word.is_empty()).collect()
}

/// Whether a name is a single word.
pub(super) fn is_word(name: &str) -> bool {
    !name.is_empty() && (!may_separate(name) || !name.contains(separates))
}

/// A quick look at the bytes: no separator is a letter or a digit of ASCII, or a letter of Devanagari.
fn may_separate(name: &str) -> bool {
    let mut before = 0;
    name.bytes().any(|byte| {
        let other = match byte {
            // ॰ is E0 A5 B0
            0x80.. => matches!(byte, 0xC2 | 0xE1..=0xE3) || before == 0xA5 && byte == 0xB0,
            _ => !byte.is_ascii_alphanumeric(),
        };
        before = byte;
        other
    })
}

/// A name without what stands between its words.
pub(super) fn joined(name: &str) -> std::borrow::Cow<'_, str> {
    if may_separate(name) && name.contains(separates) {
        name.chars().filter(|&c| !separates(c)).collect::<String>().into()
    } else {
        name.into()
    }
}

/// What stands between the words of a name, without the words.
pub(super) fn seams(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|&c| separates(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_falls_into_words() {
        assert_eq!(words("ए.पी.जे. अब्दुल कलाम")[..], ["ए", "पी", "जे", "अब्दुल", "कलाम"]);
        assert_eq!(joined("गिनी-बिसाऊ"), "गिनीबिसाऊ");
        assert!(is_word("दिल्\u{200D}ली") && is_word("रूस") && is_word("NATO"));
        assert!(!is_word("") && !is_word("नई दिल्ली") && !is_word("डॉ॰") && !is_word("नई\u{A0}दिल्ली"));
    }

    proptest::proptest! {
        #[test]
        fn the_quick_look_misses_no_separator(name in "\\PC{0,12}") {
            proptest::prop_assert!(may_separate(&name) || !name.contains(separates));
        }
    }
}
