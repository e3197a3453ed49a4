//! Words as they are misspelt, and as they should be, from `data/lexicon/misspellings.tsv`.
//!
//! Only what is wrong in any article is here. Spellings that schools of Hindi differ in are those of
//! [`orthography`].

use smallvec::SmallVec;

use super::lexicon::{self, Lexicon};
use super::orthography;
use crate::text::fold;
use crate::text::letters::{ANUSVARA, NUKTA, VIRAMA, is_consonant};
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
        let value = lexicon::find(&self.words, word)?;
        let (start, end) = (value as u8 as usize, (value >> 8) as u8 as usize);
        let class = CLASSES.get((value >> 16) as u8 as usize)?;
        let middles = REPLACEMENTS.get((value >> 32) as usize)?;
        let (head, tail) = (&word[..start], &word[word.len() - end..]);
        let rights = middles.iter().map(|middle| format!("{head}{middle}{tail}")).collect();
        Some(Misspelling { rights, class, is_name: value >> 24 & 1 == 1 })
    }
}

/// The class of words with a dot under ड or ढ where Hindi has none. No name is written so either.
pub const DOT_EXTRA: &str = "dot-extra";

/// A word is so common, in a million words, that its form with a nukta would be in the word list if there were one.
const NUKTA_PER_MILLION: f32 = 20.0;

/// Words that are so short, or rarer in a million words, may be names beside a name: हॉवर्ड ज़िन.
const LONGEST_NAME_LIKE: usize = 3;
const NO_NAME: f32 = 100.0;

/// What is known of a word that is no listed misspelling, but wrong by a rule: ड़ and ढ़ where Hindi has none, a nukta on
/// a word without one.
pub fn by_rule(word: &str, lexicon: &Lexicon) -> Option<Misspelling> {
    let word = &*same_look(word);
    if !word.contains(NUKTA) || word.len() > MAX_BY_RULE {
        return None;
    }
    let found = |id: &str, right: String| {
        let class = CLASSES.iter().find(|class| class.id == id)?;
        let may_be_name = right.chars().count() <= LONGEST_NAME_LIKE || lexicon.per_million(&right) < NO_NAME;
        let is_name = id != DOT_EXTRA && may_be_name;
        Some(Misspelling { rights: SmallVec::from([right]), class, is_name })
    };
    let undotted = without_nuktas(word, |before, c| matches!(c, 'ड' | 'ढ') && takes_no_dot(before));
    if let Some(right) = undotted.filter(|right| lexicon.per_million_as_written(right) >= 1.0) {
        return found(DOT_EXTRA, right);
    }
    let after_nasal =
        without_nuktas(word, |before, c| matches!(c, 'ड' | 'ढ') && before.ends_with(&[ANUSVARA]));
    let is_common = |right: &String| lexicon.per_million_as_written(right) >= NUKTA_PER_MILLION;
    if let Some(right) =
        after_nasal.filter(|right| is_common(right) && lexicon.per_million_as_written(word) == 0.0)
    {
        return found(DOT_EXTRA, right);
    }
    let plain = without_nuktas(word, |before, c| matches!(c, 'ज' | 'फ') && !before.ends_with(&[VIRAMA]))?;
    let is_plain = lexicon.per_million_as_written(&plain) >= NUKTA_PER_MILLION
        && lexicon.per_million_as_written(word) == 0.0
        && !orthography::may_have_nukta(&fold::orthographic(word));
    if is_plain { found("nukta-extra", plain) } else { None }
}

/// Maximum length in bytes of a word that is held against the rules: no common word is longer.
const MAX_BY_RULE: usize = 100;

/// Whether ड and ढ never have a dot after these characters: at the beginning, after half र, ल or a half nasal, and after an
/// anusvara that stands for one.
fn takes_no_dot(before: &[char]) -> bool {
    match before {
        [] => true,
        [.., half, VIRAMA] => matches!(half, 'र' | 'ल' | 'न' | 'ण' | 'ड'),
        [.., carrier, ANUSVARA] => is_consonant(*carrier),
        _ => false,
    }
}

/// A word without the nuktas on letters that are as `is_extra` says, with what stands before them; `None` if it has none.
fn without_nuktas(word: &str, is_extra: impl Fn(&[char], char) -> bool) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    let is_nukta_extra =
        |at: usize| letters[at] == NUKTA && at > 0 && is_extra(&letters[..at - 1], letters[at - 1]);
    let kept: String = (0..letters.len()).filter(|&at| !is_nukta_extra(at)).map(|at| letters[at]).collect();
    (kept.len() < word.len()).then_some(kept)
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
    fn what_hindi_never_writes_is_wrong_by_rule() {
        let lexicon = Lexicon::shipped();
        let right = |word: &str| by_rule(word, &lexicon).map(|found| found.rights[0].clone());
        for (wrong, word) in
            [("ड़ॉलर", "डॉलर"), ("वर्ल्ड़", "वर्ल्ड"), ("ज़ाता", "जाता"), ("सामाज़िक", "सामाजिक"), ("इंग्लैंड़", "इंग्लैंड")]
        {
            assert_eq!(right(wrong).as_deref(), Some(word));
        }
        for word in ["ज़मीन", "पढ़ना", "ढूंढ़ना", "साँड़", "एग्ज़ाम", "फ़ोन", "रॉकीज़", "बड़ा", "ज़ंग", "राज़", "गोंड़"]
        {
            assert_eq!(right(word), None, "{word}");
        }
    }

    #[test]
    fn words_with_two_accepted_spellings_are_none() {
        for word in "गर्मी गरमी हिंदी हिन्दी दुःख दुख महत्व महत्त्व गए गये लोगो भाइयो जाती पेड मै मैं".split(' ')
        {
            assert!(word == "मै" || rights(word).is_empty(), "{word}");
        }
    }
}
