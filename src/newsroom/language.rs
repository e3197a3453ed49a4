//! Which language a passage in Devanagari is in, by its small words, from `data/lexicon/languages.tsv`.
//!
//! Marathi, Nepali and Sanskrit stand in Hindi copy as quotations. What Hindi spelling says is not said of them.

/// A language that is written in Devanagari.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Hindi.
    Hindi,
    /// Marathi, Nepali or Sanskrit.
    Other,
}

// `static SMALL_WORDS: &[(&str, Language)]`, sorted by orthographic key.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The language whose small word has this orthographic key; `None` for all other words.
pub fn of_small_word(key: &str) -> Option<Language> {
    SMALL_WORDS.binary_search_by_key(&key, |(word, _)| word).ok().map(|at| SMALL_WORDS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell_the_language() {
        assert_eq!(of_small_word("में"), Some(Language::Hindi));
        assert_eq!(of_small_word("आणि"), Some(Language::Other));
        assert_eq!(of_small_word("रूस"), None);
    }
}
