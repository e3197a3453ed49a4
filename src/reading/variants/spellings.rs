//! The spellings of one name, and which of them to keep.

use crate::newsroom::ActorRef;
use crate::text::Place;

/// Different spellings of one name in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variants {
    /// The spellings, in the order of their first use; two or more.
    pub spellings: Vec<Spelling>,
    /// The number of the spelling to keep.
    pub kept: usize,
    /// Why that one.
    pub because: Because,
    /// The actor whose name it is, if the newsroom knows.
    pub actor: Option<ActorRef>,
    /// Whether they may as well be two names, so that only the writer can tell.
    pub is_doubtful: bool,
}

/// One of the spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The word, as it was first written.
    pub text: String,
    /// Where it stands.
    pub places: Vec<Place>,
}

/// Why a spelling is kept, from the strongest reason to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// `vartani.toml` prefers it.
    House,
    /// The newsroom's own actor file has it.
    OwnActors,
    /// The article mostly has it.
    Majority,
    /// The running text has it, and the others stand in the headline or beside it.
    Text,
    /// The gazetteer that ships has it.
    Gazetteer,
    /// It is a word of Hindi, and the others are not.
    Lexicon,
    /// Hindi uses it much more often than the others.
    Usage,
    /// The article has it first.
    First,
}
