//! Rules for the article as a whole that cost little at a keystroke.
//!
//! Such a rule is two functions. One gathers facts in a block, each *about* something: who is called what
//! there, which of two spellings is used. The other judges all facts about one thing together. When a block
//! changes, only what its facts are about, before or after, is judged again.

use super::Place;
use super::quotation_kinds::{QuotationFault, QuotationStyle};
use crate::newsroom::ActorRef;
use crate::newsroom::orthography::{School, Side};
use crate::reading::WordId;

/// What a block says about something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about: facts about one thing are judged together.
    pub about: About,
    /// What is said of it.
    pub says: Says,
    /// Where it is said.
    pub place: Place,
}

/// What facts can say. A rule that says another thing adds it here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// By which of its names an actor is called, by number.
    Name(u8),
    /// In which of several ways something is written.
    Side(Side),
    /// On which side of a school a word is.
    School {
        /// The side.
        side: Side,
        /// Whether it tells the school; a form that every school uses does so only beside another form of its word.
        tells: bool,
        /// The word.
        word: WordId,
    },
    /// What stands between the parts of a compound, or of a name.
    Compound(Side, CompoundKind),
    /// How a long number is grouped.
    Grouping(Grouping),
    /// How a paragraph ends.
    Ending(Ending),
    /// What is wrong with quotation marks.
    Quotation(QuotationFault),
    /// Of which kind two quotation marks are that belong together.
    QuotationStyle(QuotationStyle),
    /// What is wrong with the space at a mark.
    Space(SpaceFault),
    /// That a block has flaws in its characters.
    Flaws,
    /// That a block has words with invisible joiners.
    Joiners,
}

/// What may be written joined, with a hyphen or apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompoundKind {
    /// Words, the first of which may begin a name: राजकुमार is no compound of the Raj Kumar next to it.
    Words {
        /// Whether a name begins here.
        begins_name: bool,
    },
    /// A number and a word, which make a compound without the article joining them elsewhere.
    Counted {
        /// Whether a name begins here.
        begins_name: bool,
    },
    /// All of a name.
    Name {
        /// Whether it is a person's.
        of_person: bool,
    },
}

/// How long numbers are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// 12,50,000.
    Indian,
    /// 1,250,000.
    Western,
}

/// How a paragraph of running text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With a mark.
    Marked,
    /// Without one, behind a verb.
    Unmarked,
}

/// What is wrong with the space at a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpaceFault {
    /// It stands before the mark.
    Before,
    /// It stands before the mark instead of behind it.
    Misplaced,
    /// It lacks behind the mark.
    Lacking,
    /// It is doubled; there is no mark.
    Double,
    /// Another mark stands before the mark, and only one is meant.
    TwoMarks,
    /// The mark is as wide as those of Chinese.
    Wide,
    /// Nothing: a colon without a space before it.
    None,
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
    /// By which mark sentences end.
    EndOfSentence,
    /// A word, by a hash of its key.
    Word(u64),
}

impl About {
    /// Whether what is found also hangs on which names are spelt in more than one way
    /// ([`Reading::variants`](crate::reading::Reading::variants)).
    pub fn hangs_on_variants(self) -> bool {
        matches!(self, About::School(_))
    }

    /// Whether what is found is the same as long as facts in this order say the same, wherever in their blocks they stand.
    pub fn is_all_in_facts(self) -> bool {
        matches!(self, About::School(_) | About::EndOfSentence)
    }
}
