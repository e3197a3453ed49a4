//! A spelling, of one word or of several, made ready to be compared many times.

use super::align::{Difference, Differences};
use super::class::Class;
use super::comparison::Comparison;
use super::key::{SoundKeys, share};
use super::known::{self, Known};
use super::morphology::stem_length;
use super::phrase;
use super::score::{Word, judge};
use super::veto::Veto;
use crate::newsroom::{NameRef, Newsroom};
use crate::text::letters::is_joiner;

/// Minimum number of letters of a word that is compared: too many shorter ones sound alike.
const SHORTEST: usize = 3;

fn is_long_enough(word: &str) -> bool {
    word.chars().filter(|&c| !is_joiner(c)).nth(SHORTEST - 1).is_some()
}

/// Whether two spellings are one name or word, without an eye for middle names.
pub(super) fn word_for_word(a: &str, b: &str, newsroom: &Newsroom) -> Comparison {
    if a == b {
        return Comparison::same(Differences::new(), 1.0);
    }
    if phrase::is_word(a) && phrase::is_word(b) {
        let lexicon = &newsroom.lexicon;
        let heard =
            judge(&Word::of(a), &Word::of(b), 0.0, || (lexicon.per_million(a), lexicon.per_million(b)));
        let said =
            known::resolve(heard, [a, b], || Known::look_up(a, newsroom), || Known::look_up(b, newsroom));
        if said.same {
            return said;
        }
        return match known::one_word(a, b, newsroom) {
            Some(list) => said.listed(list),
            None => said,
        };
    }
    Prepared::new(a, newsroom).compare(&Prepared::new(b, newsroom))
}

/// A spelling made ready to be compared many times: parsed and looked up once.
#[derive(Clone, Debug)]
pub struct Prepared {
    text: Box<str>,
    /// The whole name as one word.
    whole: Word<'static>,
    frequency: f32,
    /// The words of a name of several words; empty for a single word.
    parts: Vec<(Word<'static>, f32)>,
    /// What lists know it for.
    known: Known,
}

impl Prepared {
    /// Makes a word ready, unless it is too short to be compared.
    pub fn if_long_enough(word: &str, newsroom: &Newsroom) -> Option<Prepared> {
        is_long_enough(word).then(|| Prepared::new(word, newsroom))
    }

    /// The same of a word whose orthographic key, frequency in a million and names have been looked up.
    pub fn of_looked_up(
        word: &str,
        key: &str,
        frequency: f32,
        names: &[NameRef],
        newsroom: &Newsroom,
    ) -> Option<Prepared> {
        // The keys of names have a number as a word of its own
        if !phrase::is_word(word) || word.contains(char::is_numeric) {
            return Prepared::if_long_enough(word, newsroom);
        }
        let known = || Known::of(names, key, newsroom);
        is_long_enough(word).then(|| Prepared {
            text: word.into(),
            whole: Word::of(word.to_owned()),
            frequency,
            parts: Vec::new(),
            known: known(),
        })
    }

    /// Parses a spelling, of one word or of several, and looks it up.
    pub fn new(text: &str, newsroom: &Newsroom) -> Prepared {
        let lexicon = &newsroom.lexicon;
        let (parts, frequency) = if phrase::is_word(text) {
            (Vec::new(), lexicon.per_million(text))
        } else {
            let words = phrase::words(text).into_iter();
            (words.map(|w| (Word::of(w.to_owned()), lexicon.per_million(w))).collect(), 0.0)
        };
        let whole = Word::of(phrase::joined(text).into_owned());
        Prepared { text: text.into(), whole, frequency, parts, known: Known::look_up(text, newsroom) }
    }

    /// The spelling as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The keys to find it by, as [`super::sound_keys`].
    pub fn keys(&self) -> &SoundKeys {
        &self.whole.keys
    }

    /// How many sounds it has; the ending of a plural counts for one.
    pub fn sounds(&self) -> usize {
        stem_length(&self.whole.sounds.list)
    }

    /// How often it occurs in a million words; 0 for a word that is not known, and for several words.
    pub fn per_million(&self) -> f32 {
        self.frequency
    }

    /// Compares word by word: without parsing or looking up anything, and without an eye for
    /// middle names.
    pub fn compare(&self, other: &Prepared) -> Comparison {
        if self.text == other.text {
            return Comparison::same(Differences::new(), 1.0);
        }
        known::resolve(
            self.heard(other),
            [&self.text, &other.text],
            || self.known.clone(),
            || other.known.clone(),
        )
    }

    /// What the ear says.
    fn heard(&self, other: &Prepared) -> Comparison {
        if self.parts.is_empty() && other.parts.is_empty() {
            return self.as_one_word(other);
        }
        let mut comparison = if self.parts.len() == other.parts.len() {
            self.word_by_word(other)
        } else {
            self.as_one_word(other)
        };
        if comparison.same && self.parts.len() != other.parts.len() {
            comparison.reasons.insert(0, Difference::anywhere(Class::Joined));
        } else if comparison.same && !phrase::seams(&self.text).eq(phrase::seams(&other.text)) {
            comparison.reasons.insert(0, Difference::anywhere(Class::Hyphen));
        }
        comparison
    }

    fn as_one_word(&self, other: &Prepared) -> Comparison {
        let known = || (self.frequency, other.frequency);
        judge(&self.whole, &other.whole, 0.0, known)
    }

    /// Names of as many words: each must be the other's, and the rest of the name lends it weight.
    fn word_by_word(&self, other: &Prepared) -> Comparison {
        if !share(&self.whole.keys, &other.whole.keys) {
            return Comparison::different(Veto::Letters, Differences::new(), 0.0);
        }
        let length =
            |name: &Prepared| name.parts.iter().map(|(word, _)| word.sounds.list.len()).sum::<usize>();
        let length = length(self) + length(other);
        let mut whole = Comparison::same(Differences::new(), 1.0);
        for ((x, x_known), (y, y_known)) in self.parts.iter().zip(&other.parts) {
            if x.text == y.text {
                continue;
            }
            // The mean of both names, so that neither is asked first
            let rest = (length - x.sounds.list.len() - y.sounds.list.len()) as f32 / 2.0;
            let word = judge(x, y, rest, || (*x_known, *y_known));
            if !word.same {
                return word;
            }
            whole.score = whole.score.min(word.score);
            for reason in word.reasons {
                if !whole.reasons.contains(&reason) {
                    whole.reasons.push(reason);
                }
            }
        }
        whole
    }
}
