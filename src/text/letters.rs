//! The letters of Devanagari, by what they do in a syllable.
//!
//! Facts are those of the Unicode Standard, chapter 12.1 (Devanagari).

/// U+093C, the dot below that makes ज़ of ज.
pub const NUKTA: char = '\u{093C}';
/// U+094D, halant: the consonant before it has no vowel.
pub const VIRAMA: char = '\u{094D}';
/// U+0902, the dot above: a nasal before a consonant, or a nasal vowel.
pub const ANUSVARA: char = '\u{0902}';
/// U+0901, the moon-dot above: a nasal vowel.
pub const CHANDRABINDU: char = '\u{0901}';
/// U+0903, the two dots after: a breath.
pub const VISARGA: char = '\u{0903}';
/// U+0964, the full stop.
pub const DANDA: char = '\u{0964}';
/// U+200D, asks for a half form.
pub const ZWJ: char = '\u{200D}';
/// U+200C, asks for a visible halant.
pub const ZWNJ: char = '\u{200C}';

/// The letters that take a nukta in Hindi: क़ ख़ ग़ ज़ फ़ ड़ ढ़.
pub const NUKTA_BASES: &[char] = &['क', 'ख', 'ग', 'ज', 'फ', 'ड', 'ढ'];

/// Whether the character belongs to the Devanagari block and takes part in words (no danda, no digit).
pub fn is_devanagari(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0963}' | '\u{0971}'..='\u{097F}' | '\u{A8E0}'..='\u{A8FF}')
}

/// क … ह, and the letters with a built-in nukta.
pub fn is_consonant(c: char) -> bool {
    matches!(c, '\u{0915}'..='\u{0939}' | '\u{0958}'..='\u{095F}' | '\u{0978}'..='\u{097F}')
}

/// A vowel sign written on a consonant: ा … ौ, ॉ, ॅ.
pub fn is_matra(c: char) -> bool {
    matches!(c, '\u{093A}' | '\u{093B}' | '\u{093E}'..='\u{094C}' | '\u{094E}' | '\u{094F}' | '\u{0955}'..='\u{0957}' | '\u{0962}' | '\u{0963}')
}

/// ँ, ं or ः.
pub fn is_modifier(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0903}')
}

/// The joiners that are invisible by themselves.
pub fn is_joiner(c: char) -> bool {
    matches!(c, ZWJ | ZWNJ)
}

/// The independent vowel for a vowel sign: ा → आ.
pub fn independent(matra: char) -> Option<char> {
    Some(match matra {
        'ा' => 'आ',
        'ि' => 'इ',
        'ी' => 'ई',
        'ु' => 'उ',
        'ू' => 'ऊ',
        'ृ' => 'ऋ',
        'ॅ' => 'ऍ',
        'े' => 'ए',
        'ै' => 'ऐ',
        'ॉ' => 'ऑ',
        'ो' => 'ओ',
        'ौ' => 'औ',
        _ => return None,
    })
}

/// The row of a stop consonant in the varnamala: 0 velar (क), 1 palatal (च), 2 retroflex (ट),
/// 3 dental (त), 4 labial (प). Nasals are of their row; other consonants have none.
pub fn varga(c: char) -> Option<u8> {
    match c {
        '\u{0915}'..='\u{0919}' => Some(0),
        '\u{091A}'..='\u{091E}' => Some(1),
        '\u{091F}'..='\u{0923}' => Some(2),
        '\u{0924}'..='\u{0928}' => Some(3),
        '\u{092A}'..='\u{092E}' => Some(4),
        _ => None,
    }
}

/// Whether the character is one of ङ ञ ण न म.
pub fn is_nasal(c: char) -> bool {
    matches!(c, 'ङ' | 'ञ' | 'ण' | 'न' | 'म')
}

/// The value of a digit, ASCII or Devanagari.
pub fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '०'..='९' => Some((c as u32 - '०' as u32) as u8),
        _ => None,
    }
}

/// A string of digits of either script as a number; `None` where a character is no digit, the
/// string is empty or the number does not fit.
pub fn number(digits: &str) -> Option<u32> {
    if digits.is_empty() {
        return None;
    }
    digits.chars().try_fold(0u32, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?.into()))
}

/// The same number in Devanagari digits.
pub fn devanagari_digits(ascii: &str) -> String {
    ascii
        .chars()
        .map(|c| {
            if c.is_ascii_digit() {
                char::from_u32('०' as u32 + (c as u32 - '0' as u32)).unwrap_or(c)
            } else {
                c
            }
        })
        .collect()
}

/// The same number in ASCII digits.
pub fn ascii_digits(text: &str) -> String {
    text.chars().map(|c| digit(c).map_or(c, |value| char::from(b'0' + value))).collect()
}

/// A number in ASCII digits, in the script of another's digits.
pub fn in_digits_of(written: &str, ascii: &str) -> String {
    let is_devanagari = written.chars().any(|c| matches!(c, '०'..='९'));
    if is_devanagari { devanagari_digits(ascii) } else { ascii.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_both_scripts_are_numbers() {
        assert_eq!((number("२०२५"), number("2025"), number("२0२5")), (Some(2025), Some(2025), Some(2025)));
        assert_eq!((number(""), number("१२क"), number("99999999999999")), (None, None, None));
        assert_eq!(devanagari_digits("12.5"), "१२.५");
    }
}
