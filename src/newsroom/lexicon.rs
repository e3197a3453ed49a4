//! The words of Hindi, how often each is used, and which forms they take.
//!
//! A word that is here is not thereby ordinary: names in the news are here too. A word that is *not*
//! here is rare, a name, or misspelt.

use fst::{IntoStreamer as _, Streamer as _};
use smallvec::SmallVec;

use crate::text::fold;
use crate::text::letter_bytes;
use crate::text::normal::same_look;

/// The endings that a stem may have, none among them.
fn endings() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("../../data/lexicon/endings.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).chain([""])
}

/// Minimum number of characters of a stem.
const MIN_STEM: usize = 2;

/// Words of Hindi by their orthographic key (see `text/fold.rs`), so that every school of spelling finds them.
#[derive(Clone, Debug)]
pub struct Lexicon {
    words: fst::Map<&'static [u8]>,
    /// The words as they are written, of all schools of spelling, where `words` does not have them so.
    written: fst::Map<&'static [u8]>,
}

/// A word with one byte a letter.
type Bytes = SmallVec<[u8; 32]>;

fn bytes(word: &str) -> Option<Bytes> {
    letter_bytes::bytes(word)
}

/// What a compiled list has for a word.
pub(super) fn find(words: &fst::Map<&[u8]>, word: &str) -> Option<u64> {
    words.get(bytes(word)?)
}

// `static FREQUENCIES: &[u32]`, how often words occur in a billion, falling: what the lists have for a word is a number in it.
include!(concat!(env!("OUT_DIR"), "/frequencies.rs"));

/// How often words occur in a billion, by their number in a list.
fn per_billion(number: u64) -> u64 {
    FREQUENCIES.get(number as usize).copied().unwrap_or_default().into()
}

fn per_million(number: Option<u64>) -> f32 {
    number.map_or(0.0, |number| per_billion(number) as f32 / 1000.0)
}

/// The first letters of some words of the lexicon.
#[derive(Clone, Copy, Debug)]
pub struct Beginning<'a> {
    node: fst::raw::Node<'a>,
    /// What is known of the number of the words that go on: the least of them.
    number: u64,
}

impl Beginning<'_> {
    /// No word that begins so occurs more often, in a million.
    pub fn most_per_million(&self) -> f32 {
        per_million(Some(self.number))
    }

    /// How often the word that ends here occurs in a million; `0.0` if none does.
    pub fn per_million(&self) -> f32 {
        let is_word = self.node.is_final();
        per_million(is_word.then(|| self.number + self.node.final_output().value()))
    }

    fn place(&self, letter: char) -> Option<usize> {
        self.node.find_input(letter_bytes::byte(letter)?)
    }
}

impl Lexicon {
    /// The lexicon that ships: the Hindi list of wordfreq, see `data/lexicon/`.
    pub fn shipped() -> Lexicon {
        const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.fst"));
        const WRITTEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon-written.fst"));
        let open = |compiled| fst::Map::new(compiled).expect("build.rs wrote it");
        Lexicon { words: open(COMPILED), written: open(WRITTEN) }
    }

    /// How often a word occurs in a million, `0.0` for a word that is not known.
    pub fn per_million(&self, word: &str) -> f32 {
        self.per_million_of_key(&fold::orthographic(word))
    }

    /// How often a word occurs in a million in just this spelling.
    pub fn per_million_as_written(&self, word: &str) -> f32 {
        let word = same_look(word);
        per_million(find(&self.written, &word).or_else(|| find(&self.words, &word)))
    }

    /// Like [`Lexicon::per_million`] for a word that is already an orthographic key.
    pub fn per_million_of_key(&self, key: &str) -> f32 {
        per_million(find(&self.words, key))
    }

    /// Whether a word is known, be it that nobody has counted how often it occurs.
    pub fn knows(&self, word: &str) -> bool {
        find(&self.words, &fold::orthographic(word)).is_some()
    }

    /// Before the first letter of any word.
    pub fn beginning(&self) -> Beginning<'_> {
        Beginning { node: self.words.as_fst().root(), number: 0 }
    }

    /// Where words go on with a letter of their keys; `None` if none does.
    pub fn after<'a>(&'a self, before: Beginning<'a>, letter: char) -> Option<Beginning<'a>> {
        let next = before.node.transition(before.place(letter)?);
        let node = self.words.as_fst().node(next.addr);
        Some(Beginning { node, number: before.number + next.out.value() })
    }

    /// How many words in a million begin so.
    pub fn per_million_beginning(&self, beginning: &str) -> f32 {
        let Some(key) = bytes(&fold::orthographic(beginning)) else { return 0.0 };
        let mut words = self.words.range().ge(&key).into_stream();
        let mut all = 0;
        while let Some((_, number)) = words.next().filter(|(word, _)| word.starts_with(&key)) {
            all += per_billion(number);
        }
        all as f32 / 1000.0
    }

    /// Whether a word is known, or a form of a word that is: रिसती by रिसना. Generous: where a stranger looks like a
    /// form, it is taken for one.
    pub fn has_form(&self, word: &str) -> bool {
        let key = fold::orthographic(word);
        if find(&self.words, &key).is_some() {
            return true;
        }
        let stems = endings().filter_map(|ending| key.strip_suffix(ending));
        let mut stems: Vec<&str> = stems.filter(|stem| stem.chars().nth(MIN_STEM - 1).is_some()).collect();
        stems.sort_unstable();
        stems.dedup();
        let mut other = String::new();
        stems.iter().any(|stem| {
            endings().any(|ending| {
                other.clear();
                other.push_str(stem);
                other.push_str(ending);
                find(&self.words, &other).is_some()
            })
        })
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

    #[test]
    fn forms_of_known_words_are_known() {
        let lexicon = Lexicon::shipped();
        for word in ["रिसती", "सुलगाएगा", "चौपालों", "खिसकाकर", "आई", "टूटा", "बटोरेंगी"]
        {
            assert!(lexicon.has_form(word), "{word}");
        }
        for word in ["पुति", "तूतुकु", "अम्फान", "व्लादि"] {
            assert!(!lexicon.has_form(word), "{word}");
        }
    }
}
