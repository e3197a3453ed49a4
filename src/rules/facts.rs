//! Rules for the article as a whole that cost little at a keystroke.
//!
//! Such a rule is two functions. One gathers facts in a block, each *about* something: who is called what
//! there, which of two spellings is used. The other judges all facts about one thing together. When a block
//! changes, only what its facts are about, before or after, is judged again.

use super::Place;
use crate::newsroom::ActorRef;
use crate::newsroom::orthography::School;

/// What a block says about something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about: facts about one thing are judged together.
    pub about: About,
    /// What is said; the rule knows what it means.
    pub says: u32,
    /// Where it is said.
    pub place: Place,
}

/// What facts can be about. A rule that needs another thing adds it here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// The article: there is only one thing that the rule asks.
    Article,
    /// An actor.
    Actor(ActorRef),
    /// A matter in which schools of spelling differ.
    School(School),
    /// In which form days are written.
    DateForm,
    /// In which form two years in a row are written.
    YearsForm,
    /// A mark of punctuation.
    Mark(char),
    /// A word, by a hash of its key.
    Word(u64),
}

impl About {
    /// Whether what is found also hangs on which names are spelt in more than one way
    /// ([`Reading::variants`](crate::reading::Reading::variants)).
    pub fn hangs_on_variants(self) -> bool {
        matches!(self, About::School(_))
    }
}
