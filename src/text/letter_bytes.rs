//! Words of Devanagari with one byte a letter instead of three, as the compiled word lists keep them.
//!
//! The bytes are in the order of the letters. A word list is a third as deep so, and a word is found the sooner.

/// The first character of the Devanagari block.
const FIRST: u32 = 0x900;

/// The number of characters of the block.
const COUNT: u32 = 0x80;

/// The byte of a letter; `None` if it is not of the Devanagari block.
pub fn byte(letter: char) -> Option<u8> {
    let place = u32::from(letter).checked_sub(FIRST).filter(|place| *place < COUNT)?;
    u8::try_from(place).ok()
}

/// The bytes of a word; `None` if any of its characters is not of the Devanagari block.
pub fn bytes<B: FromIterator<u8>>(word: &str) -> Option<B> {
    word.chars().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_letter_is_a_byte_and_keeps_its_place_in_the_order() {
        assert_eq!(bytes::<Vec<u8>>("कमल"), Some(vec![0x15, 0x2E, 0x32]));
        assert!(byte('ं') < byte('क') && byte('क') < byte('ा'));
    }

    #[test]
    fn a_word_with_a_letter_of_another_script_has_no_bytes() {
        assert_eq!(bytes::<Vec<u8>>("कaल"), None);
    }
}
