//! Aksharas, the syllables that Devanagari is written in.

use unicode_segmentation::UnicodeSegmentation;

/// The orthographic syllables of a word: grapheme clusters by UAX #29 (with rule GB9c for conjuncts).
pub fn aksharas(word: &str) -> impl Iterator<Item = &str> {
    word.graphemes(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conjuncts_are_one_akshara() {
        assert_eq!(aksharas("प्रधानमंत्री").collect::<Vec<_>>(), ["प्र", "धा", "न", "मं", "त्री"]);
    }
}
