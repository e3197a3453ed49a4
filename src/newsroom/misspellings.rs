//! Words as they are misspelt, and as they should be, from `data/lexicon/misspellings.tsv`.
//!
//! Only what is wrong in any article is here. Spellings that schools of Hindi differ in are those of
//! [`orthography`](super::orthography).

use smallvec::SmallVec;

use crate::text::normal::same_look;

/// The misspellings that ship.
#[derive(Clone, Debug)]
pub struct Misspellings {
    words: fst::Map<&'static [u8]>,
}

/// What is known of a misspelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelling {
    /// What to write, the plainest form first: more than one if the misspelling does not tell the school (हू: हूं, हूँ).
    pub rights: SmallVec<[String; 1]>,
    /// What is wrong.
    pub class: &'static Class,
    /// Whether people are called so too.
    pub is_name: bool,
}

/// A class of misspellings.
#[derive(Debug, PartialEq, Eq)]
pub struct Class {
    /// Its name in the data.
    pub id: &'static str,
    /// What is wrong, in Hindi, as the end of a message.
    pub hi: &'static str,
    /// The same in English.
    pub en: &'static str,
}

// `REPLACEMENTS: &[&[&str]]` and `CLASSES: &[Class]`: see build/misspellings.rs.
include!(concat!(env!("OUT_DIR"), "/misspellings.rs"));

impl Misspellings {
    /// The list that ships.
    pub fn shipped() -> Misspellings {
        const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/misspellings.fst"));
        Misspellings { words: fst::Map::new(COMPILED).expect("build.rs wrote it") }
    }

    /// What is known of a word as it is written; `None` if it is no listed misspelling.
    pub fn find(&self, word: &str) -> Option<Misspelling> {
        let word = &*same_look(word);
        let value = self.words.get(word)?;
        let (start, end) = (value as u8 as usize, (value >> 8) as u8 as usize);
        let class = CLASSES.get((value >> 16) as u8 as usize)?;
        let middles = REPLACEMENTS.get((value >> 32) as usize)?;
        let (head, tail) = (&word[..start], &word[word.len() - end..]);
        let rights = middles.iter().map(|middle| format!("{head}{middle}{tail}")).collect();
        Some(Misspelling { rights, class, is_name: value >> 24 & 1 == 1 })
    }
}

/// All classes, as in `data/lexicon/misspelling-classes.tsv`.
pub fn classes() -> &'static [Class] {
    CLASSES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rights(word: &str) -> Vec<String> {
        Misspellings::shipped().find(word).map_or_else(Vec::new, |found| found.rights.to_vec())
    }

    #[test]
    fn a_misspelling_has_its_word_in_every_form_and_school() {
        for (wrong, right) in [
            ("स्थिती", "स्थिति"),
            ("पुरूषों", "पुरुषों"),
            ("ज़रुरत", "ज़रूरत"),
            ("जरुरतों", "जरूरतों"),
            ("पहुचने", "पहुंचने"),
            ("सम्बध", "सम्बन्ध"),
            ("ईलाज", "इलाज"),
            ("सफ़लता", "सफलता"),
            ("थोडी", "थोड़ी"),
        ] {
            assert_eq!(rights(wrong).first().map(String::as_str), Some(right), "{wrong}");
        }
        assert_eq!(rights("पहुच"), ["पहुंच", "पहुँच"], "it does not tell the school");
    }

    #[test]
    fn words_with_two_accepted_spellings_are_none() {
        for word in "गर्मी गरमी हिंदी हिन्दी दुःख दुख महत्व महत्त्व गए गये लोगो भाइयो जाती पेड मै मैं".split(' ')
        {
            assert!(word == "मै" || rights(word).is_empty(), "{word}");
        }
    }
}
