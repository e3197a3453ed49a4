//! What a comparison says: the verdict, the evidence, and its short text.

use std::fmt;

use smallvec::SmallVec;

use super::align::{Difference, Differences};
use super::morphology::Kinship;

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
    pub(super) fn same(reasons: Differences, score: f32) -> Comparison {
        Comparison { same: true, score, reasons, veto: None }
    }

    pub(super) fn different(veto: Veto, reasons: Differences, score: f32) -> Comparison {
        Comparison { same: false, score: score.min(0.49), reasons, veto: Some(veto) }
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
