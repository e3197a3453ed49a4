//! The words of Hindi, and how often each is used.
//!
//! A word that is here is not thereby ordinary: names in the news are here too. A word that is *not*
//! here is rare, a name, or misspelt.

use crate::text::fold;

/// Words of Hindi by their orthographic key (see [`fold`]), so that every school of spelling finds them.
#[derive(Clone, Debug)]
pub struct Lexicon {
    words: fst::Map<&'static [u8]>,
}

impl Lexicon {
    /// The lexicon that ships: the Hindi list of wordfreq, see `data/lexicon/`.
    pub fn shipped() -> Lexicon {
        const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.fst"));
        Lexicon { words: fst::Map::new(COMPILED).expect("build.rs wrote it") }
    }

    /// How often a word occurs in a million, `0.0` for a word that is not known.
    pub fn per_million(&self, word: &str) -> f32 {
        self.per_million_of_key(&fold::orthographic(word))
    }

    /// Like [`Lexicon::per_million`] for a word that is already an orthographic key.
    pub fn per_million_of_key(&self, key: &str) -> f32 {
        self.words.get(key).map_or(0.0, |per_billion| per_billion as f32 / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_known_in_every_school_of_spelling() {
        let lexicon = Lexicon::shipped();
        assert!(lexicon.per_million("हिन्दी") > 100.0);
        assert_eq!(lexicon.per_million("हिन्दी"), lexicon.per_million("हिंदी"));
        assert_eq!(lexicon.per_million("अम्फान"), 0.0);
    }
}
