//! The verdict on two spellings.

use std::fmt;

use smallvec::SmallVec;

use super::align::{Difference, Differences, differences};
use super::class::Class;
use super::evidence::{Balance, is_orthographic, looks_foreign};
use super::initials::{is_initials, may_differ};
use super::key::{SoundKeys, keys_of, share};
use super::morphology::{Kinship, kinship, may_be_ablaut};
use super::phrase;
use super::sounds::{Sounds, mark};
use crate::newsroom::Lexicon;
use crate::text::{letters::is_joiner, normal::same_look};

/// Why two spellings that could be aligned, or seem close, are two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Veto {
    /// They differ in letters that no spelling exchanges.
    Letters,
    /// The differences weigh more than the length of the word carries.
    Weight,
    /// Both are words of Hindi, or one is and the other is too far from it.
    Ordinary,
    /// One is letters read out, the other is not the same letters: एनडी/एंडी.
    Initials,
    /// They are forms of one word, or one is made from the other.
    Kin(Kinship),
}

impl Veto {
    /// The word for it in reasons.
    pub fn id(self) -> &'static str {
        match self {
            Veto::Letters => "letters",
            Veto::Weight => "weight",
            Veto::Ordinary => "ordinary-words",
            Veto::Initials => "initials",
            Veto::Kin(Kinship::Inflection) => "inflection",
            Veto::Kin(Kinship::Derivation) => "derivation",
            Veto::Kin(Kinship::Contained) => "contained",
        }
    }
}

/// Whether two spellings are one name or word, and on what evidence.
///
/// As text it is the reason, short and stable: `nasal,vowel-length@medial`, `veto:inflection`,
/// `veto:ordinary-words:vowel-length@medial`, or `identical`.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Whether they are one. What the rules go by.
    pub same: bool,
    /// From 0, strangers, over ½, where the balance tips, to 1, no difference but a school's.
    pub score: f32,
    /// The differences from left to right, those of schools first.
    pub reasons: SmallVec<[Difference; 6]>,
    /// What says that they are two, when they are.
    pub veto: Option<Veto>,
}

impl Comparison {
    fn same(reasons: Differences, score: f32) -> Comparison {
        Comparison {
            same: true,
            score,
            reasons,
            veto: None,
        }
    }

    fn different(veto: Veto, reasons: Differences, score: f32) -> Comparison {
        Comparison {
            same: false,
            score: score.min(0.49),
            reasons,
            veto: Some(veto),
        }
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(veto) = self.veto {
            write!(f, "veto:{}", veto.id())?;
            if !self.reasons.is_empty() {
                f.write_str(":")?;
            }
        } else if self.reasons.is_empty() {
            f.write_str("identical")?;
        }
        for (at, reason) in self.reasons.iter().enumerate() {
            if at > 0 {
                f.write_str(",")?;
            }
            write!(f, "{reason}")?;
        }
        Ok(())
    }
}

/// Whether two spellings, of one word or of several, are one name or word.
pub fn compare(a: &str, b: &str, lexicon: &Lexicon) -> Comparison {
    if a == b {
        return Comparison::same(Differences::new(), 1.0);
    }
    if phrase::is_word(a) && phrase::is_word(b) {
        let known = || (lexicon.per_million(a), lexicon.per_million(b));
        return judge(&Word::of(a), &Word::of(b), 0.0, known);
    }
    Prepared::new(a, lexicon).compare(&Prepared::new(b, lexicon))
}

/// A spelling made ready to be compared many times: parsed and looked up once.
#[derive(Clone, Debug)]
pub struct Prepared {
    text: Box<str>,
    /// The whole name as one word.
    whole: Word,
    frequency: f32,
    /// The words of a name of several words; empty for a single word.
    parts: Vec<(Word, f32)>,
}

impl Prepared {
    /// Parses a spelling, of one word or of several, and looks it up.
    pub fn new(text: &str, lexicon: &Lexicon) -> Prepared {
        let (parts, frequency) = if phrase::is_word(text) {
            (Vec::new(), lexicon.per_million(text))
        } else {
            let words = phrase::words(text).into_iter();
            (
                words.map(|w| (Word::of(w), lexicon.per_million(w))).collect(),
                0.0,
            )
        };
        Prepared {
            text: text.into(),
            whole: Word::of(&phrase::joined(text)),
            frequency,
            parts,
        }
    }

    /// The spelling as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The keys to find it by, as [`super::sound_keys`].
    pub fn keys(&self) -> &SoundKeys {
        &self.whole.keys
    }

    /// How often it occurs in a million words; 0 for a word that is not known, and for several words.
    pub fn per_million(&self) -> f32 {
        self.frequency
    }

    /// The same as [`compare`], without parsing or looking up anything.
    pub fn compare(&self, other: &Prepared) -> Comparison {
        if self.text == other.text {
            return Comparison::same(Differences::new(), 1.0);
        }
        if self.parts.is_empty() && other.parts.is_empty() {
            return judge(&self.whole, &other.whole, 0.0, || {
                (self.frequency, other.frequency)
            });
        }
        let mut comparison = if self.parts.len() == other.parts.len() {
            self.word_by_word(other)
        } else {
            judge(&self.whole, &other.whole, 0.0, || {
                (self.frequency, other.frequency)
            })
        };
        if comparison.same && self.parts.len() != other.parts.len() {
            comparison.reasons.insert(0, Difference::anywhere(Class::Joined));
        } else if comparison.same && !phrase::seams(&self.text).eq(phrase::seams(&other.text)) {
            comparison.reasons.insert(0, Difference::anywhere(Class::Hyphen));
        }
        comparison
    }

    /// Names of as many words: each must be the other's, and the rest of the name lends it weight.
    fn word_by_word(&self, other: &Prepared) -> Comparison {
        if !share(&self.whole.keys, &other.whole.keys) {
            return Comparison::different(Veto::Letters, Differences::new(), 0.0);
        }
        let length: usize = self.parts.iter().map(|(word, _)| word.sounds.list.len()).sum();
        let mut whole = Comparison::same(Differences::new(), 1.0);
        for ((x, x_known), (y, y_known)) in self.parts.iter().zip(&other.parts) {
            if x.text == y.text {
                continue;
            }
            let rest = length - x.sounds.list.len();
            let word = judge(x, y, rest as f32, || (*x_known, *y_known));
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

/// One word, parsed.
#[derive(Clone, Debug)]
struct Word {
    text: Box<str>,
    sounds: Sounds,
    keys: SoundKeys,
}

impl Word {
    fn of(text: &str) -> Word {
        let sounds = Sounds::of(text);
        let keys = keys_of(text, &sounds);
        Word {
            text: text.into(),
            sounds,
            keys,
        }
    }
}

/// How much a sound in the rest of a name counts for one in the word itself.
const LENT: f32 = 0.5;

/// Judges two words; `rest` sounds of the same name stand beside them, and `known` tells how often each
/// occurs in a million (asked only when it matters).
fn judge(a: &Word, b: &Word, rest: f32, known: impl FnOnce() -> (f32, f32)) -> Comparison {
    let (a, b) = if a.text <= b.text { (a, b) } else { (b, a) };
    let (x, y) = (&a.sounds.list, &b.sounds.list);
    if a.sounds.opaque || b.sounds.opaque || x.is_empty() || y.is_empty() {
        return if same_look(&a.text) == same_look(&b.text) {
            Comparison::same(looks(a, b), 1.0)
        } else {
            Comparison::different(Veto::Letters, Differences::new(), 0.0)
        };
    }
    if a.sounds.same_sounds(&b.sounds) {
        let reasons = schools(a, b);
        return Comparison::same(reasons, 1.0);
    }
    let found = if share(&a.keys, &b.keys) {
        differences(x, y)
    } else {
        None
    };
    let Some(found) = found else {
        let veto = kinship(x, y).map_or(Veto::Letters, Veto::Kin);
        return Comparison::different(veto, Differences::new(), 0.0);
    };
    let sounds = (x.len() + y.len()) as f32 / 2.0 + LENT * rest;
    let plain = Balance::of_unknown(&found, sounds);
    let mut reasons = schools(a, b);
    reasons.extend(found.iter().copied());
    if !may_differ(&found) && (is_initials(x) || is_initials(y)) {
        return Comparison::different(Veto::Initials, reasons, plain.score());
    }
    if is_orthographic(&found) {
        return Comparison::same(reasons, plain.score());
    }
    if !plain.is_same() {
        return Comparison::different(Veto::Weight, reasons, plain.score());
    }
    let (known_a, known_b) = known();
    let confused = found
        .iter()
        .any(|d| matches!(d.class, Class::RuLength | Class::HiatusLength));
    if !confused && may_be_ablaut(x, y) && is_verb_likely(known_a.min(known_b), known_a.max(known_b), sounds)
    {
        return Comparison::different(Veto::Kin(Kinship::Derivation), reasons, plain.score());
    }
    let foreign = looks_foreign(x) || looks_foreign(y);
    let balance = Balance::of(&found, sounds, known_a, known_b, foreign);
    if balance.is_same() {
        Comparison::same(reasons, balance.score())
    } else {
        Comparison::different(Veto::Ordinary, reasons, balance.score())
    }
}

/// Whether words that look like two grades of a verb are: both are in use, or one is and they are short.
fn is_verb_likely(rare: f32, common: f32, sounds: f32) -> bool {
    rare > 1.5 || common > 1.5 && sounds <= 6.0 || common > 5.0 && sounds < 8.0
}

/// The differences that schools of spelling leave in words of the same sounds.
fn schools(a: &Word, b: &Word) -> Differences {
    const CLASSES: [(u8, Class); 8] = [
        (mark::HALF_NASAL, Class::Nasal),
        (mark::CHANDRABINDU, Class::Chandrabindu),
        (mark::NUKTA, Class::Nukta),
        (mark::GLIDE, Class::Glide),
        (mark::VISARGA, Class::Visarga),
        (mark::DOUBLED, Class::Doubling),
        (mark::HALANT, Class::Halant),
        (mark::RI, Class::ShriRi),
    ];
    let (x, y) = (&a.sounds.list, &b.sounds.list);
    let marks = if x.len() == y.len() {
        x.iter()
            .zip(y)
            .fold(0, |marks, (s, t)| marks | (s.marks ^ t.marks))
    } else {
        x.iter().fold(0, |marks, s| marks | s.marks) ^ y.iter().fold(0, |marks, s| marks | s.marks)
    };
    let named = CLASSES.iter().filter(|(mark, _)| marks & mark != 0);
    let found: Differences = named.map(|&(_, class)| Difference::anywhere(class)).collect();
    if found.is_empty() && a.sounds.same_sounds(&b.sounds) {
        looks(a, b)
    } else {
        found
    }
}

/// The difference between words of the same sounds and marks: one in looks, or in which half nasal is written.
fn looks(a: &Word, b: &Word) -> Differences {
    let class = if a
        .text
        .chars()
        .filter(|&c| !is_joiner(c))
        .eq(b.text.chars().filter(|&c| !is_joiner(c)))
    {
        Class::Joiner
    } else if same_look(&a.text) != same_look(&b.text)
        && a.sounds.list.iter().any(|s| s.marks & mark::HALF_NASAL != 0)
    {
        Class::Nasal
    } else {
        Class::SameLook
    };
    std::iter::once(Difference::anywhere(class)).collect()
}
