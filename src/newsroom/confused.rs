//! Words that are written for another word: की for कि, मे for में. From `data/lexicon/confused.tsv`.
//!
//! Both are words, so a pattern says what has to stand around one. The patterns are data; whoever reads an article matches them.

/// What has to stand around a word that is written for another.
#[derive(Debug)]
pub struct Pattern {
    /// The words before it, in order; for each the conditions that hold.
    pub before: &'static [&'static [Condition]],
    /// The words after it.
    pub after: &'static [&'static [Condition]],
    /// What to write for it, the best first; after a + what is added to it, after a - what is taken from its end.
    pub rights: &'static [&'static str],
    /// What else the sentence has.
    pub needs: Needs,
    /// Why it is wrong.
    pub reason: &'static Reason,
}

/// What a word is: one of some words, or of some kinds.
#[derive(Debug)]
pub struct Condition {
    /// Orthographic keys, sorted.
    pub words: &'static [&'static str],
    /// Beginnings of orthographic keys.
    pub prefixes: &'static [&'static str],
    /// Kinds of words.
    pub kinds: &'static [Kind],
    /// Whether it holds for all but these.
    pub is_negated: bool,
}

/// A kind of word in a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No word: a mark, or the end of the sentence.
    Edge,
    /// A word in Devanagari.
    Any,
    /// A word of the lexicon.
    Known,
    /// A number in figures.
    Number,
    /// A listed name.
    Name,
    /// A listed country or state.
    Land,
}

/// What else a sentence has to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing else.
    Nothing,
    /// Somebody speaks of himself: हूं, मुझे, करूंगा.
    FirstPerson,
    /// Nobody does, and the verb is not one that मैं may have.
    ThirdPerson,
    /// Somebody who did something before it: ने, उन्होंने.
    Ergative,
    /// One of these words after it.
    Later(&'static [&'static str]),
}

/// Why a word is the wrong one, as the end of a message.
#[derive(Debug)]
pub struct Reason {
    /// In Hindi.
    pub hi: &'static str,
    /// In English.
    pub en: &'static str,
}

// `REASONS: &[Reason]` and `PATTERNS: &[(&str, &[Pattern])]`, sorted: see build/confused.rs.
include!(concat!(env!("OUT_DIR"), "/confused.rs"));

/// Where the word with this orthographic key stands for another.
pub fn patterns(key: &str) -> &'static [Pattern] {
    PATTERNS.binary_search_by_key(&key, |(word, _)| word).map_or(&[], |at| PATTERNS[at].1)
}
