//! What a comparison says: the verdict, the evidence, and its short text.

use std::fmt;

use smallvec::SmallVec;

use super::align::{Difference, Differences};
use super::class::Level;
use super::morphology::Kinship;
use crate::newsroom::{ActorRef, Newsroom};

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
    /// The gazetteers know them as names of different actors.
    Actors,
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
            Veto::Actors => "two-actors",
        }
    }
}

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
    /// The actor of whose name the gazetteers list both as spellings, where the ear would not call them one.
    pub actor: Option<ActorRef>,
}

/// The score of two spellings of one name that the gazetteers list.
const LISTED: f32 = 0.95;

impl Comparison {
    pub(super) fn same(reasons: Differences, score: f32) -> Comparison {
        Comparison { same: true, score, reasons, veto: None, actor: None }
    }

    pub(super) fn different(veto: Veto, reasons: Differences, score: f32) -> Comparison {
        Comparison { same: false, score: score.min(0.49), reasons, veto: Some(veto), actor: None }
    }

    /// Whether it needs an ear to say that the two are one: they differ by more than a school of spelling.
    pub fn is_by_ear(&self) -> bool {
        self.reasons.iter().any(|difference| difference.class.row().level == Level::Transliteration)
    }

    /// The same two spellings, now that both are known to be listed for one name of an actor.
    pub(super) fn known_as(self, actor: ActorRef) -> Comparison {
        if self.same {
            return self;
        }
        Comparison { same: true, score: LISTED, veto: None, actor: Some(actor), ..self }
    }

    /// The reason in short: which differences, and what else decided.
    pub fn reason<'a>(&'a self, newsroom: &'a Newsroom) -> Reason<'a> {
        Reason { comparison: self, newsroom }
    }
}

/// The reason of a [`Comparison`], to be written: `nasal,vowel-length@medial`, `veto:inflection`,
/// `veto:ordinary-words:vowel-length@medial`, `actor:israel`, or `identical`. Short and stable.
#[derive(Clone, Copy, Debug)]
pub struct Reason<'a> {
    comparison: &'a Comparison,
    newsroom: &'a Newsroom,
}

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Comparison { reasons, veto, actor, .. } = self.comparison;
        let colon = if reasons.is_empty() { "" } else { ":" };
        match (veto, actor) {
            (Some(veto), _) => write!(f, "veto:{}{colon}", veto.id())?,
            (None, Some(actor)) => write!(f, "actor:{}{colon}", self.newsroom.actor(*actor).id)?,
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
