//! What a comparison says: the verdict, the evidence, and its short text.

use std::fmt;

use smallvec::SmallVec;

use super::align::{Difference, Differences};
use super::class::Level;
use super::veto::Veto;
use crate::newsroom::{ActorRef, Newsroom};

/// Whether two spellings are one name or word, and on what evidence.
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
    /// The list that says they are one, where the ear would not.
    pub listed: Option<Listed>,
}

/// A list that says that two spellings are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// The gazetteers have both for one name of an actor.
    Name(ActorRef),
    /// They are one name more often than two: a pair of `data/lexicon/one-or-two.tsv`.
    Twins,
    /// They are two spellings in use of one word: होटल, होटेल (`data/orthography/pairs.tsv`).
    Pair,
    /// One is the listed misspelling of the other: कोराना, कोरोना.
    Misspelling,
}

/// The score of two spellings of one name that the gazetteers list.
const LISTED: f32 = 0.95;

impl Comparison {
    pub(super) fn same(reasons: Differences, score: f32) -> Comparison {
        Comparison { same: true, score, reasons, veto: None, listed: None }
    }

    pub(super) fn different(veto: Veto, reasons: Differences, score: f32) -> Comparison {
        Comparison { same: false, score: score.min(0.49), reasons, veto: Some(veto), listed: None }
    }

    /// Whether it needs an ear to say that the two are one: they differ by more than a school of spelling.
    pub fn is_phonetic_match(&self) -> bool {
        self.reasons.iter().any(|difference| difference.class.row().level == Level::Transliteration)
    }

    /// The same two spellings, now that a list is known to say that they are one.
    pub(super) fn listed(self, list: Listed) -> Comparison {
        let score = match list {
            Listed::Name(_) | Listed::Pair | Listed::Misspelling => LISTED,
            Listed::Twins => 0.5,
        };
        Comparison { same: true, score, veto: None, listed: Some(list), ..self }
    }

    /// The reason in short: which differences, and what else decided.
    pub fn reason<'a>(&'a self, newsroom: &'a Newsroom) -> Reason<'a> {
        Reason { comparison: self, newsroom }
    }
}

/// The reason of a [`Comparison`], to be written: `nasal,vowel-length@medial`, `veto:inflection`,
/// `veto:ordinary-words:vowel-length@medial`, `actor:israel`, `misspelling:aa-o@medial`, or `identical`. Short and stable.
#[derive(Clone, Copy, Debug)]
pub struct Reason<'a> {
    comparison: &'a Comparison,
    newsroom: &'a Newsroom,
}

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Comparison { reasons, veto, listed, .. } = self.comparison;
        let colon = if reasons.is_empty() { "" } else { ":" };
        match (veto, listed) {
            (Some(veto), _) => write!(f, "veto:{}{colon}", veto.id())?,
            (None, Some(Listed::Name(actor))) => {
                write!(f, "actor:{}{colon}", self.newsroom.actor(*actor).id)?;
            }
            (None, Some(Listed::Twins)) => write!(f, "one-or-two{colon}")?,
            (None, Some(Listed::Pair)) => write!(f, "pair{colon}")?,
            (None, Some(Listed::Misspelling)) => write!(f, "misspelling{colon}")?,
            (None, None) if reasons.is_empty() => f.write_str("identical")?,
            (None, None) => {}
        }
        for (at, reason) in reasons.iter().enumerate() {
            if at > 0 {
                f.write_str(",")?;
            }
            write!(f, "{reason}")?;
        }
        Ok(())
    }
}
