//! The different spellings of one name in an article.
//!
//! Two sources say that two words are one: the gazetteers, which know the spellings of an actor's name,
//! and the ear ([`super::spelling`]), which hears that two words nobody has listed are one. Words that
//! are kept apart: ordinary words that differ only by a school of spelling (that is orthography, not a
//! name), and known names of different actors.

//!
//! [`uses`] says what of a word's use matters, [`index`] sums it up and finds words that sound alike,
//! [`same`] decides whether two of them are one, [`choose`] makes spellings of them and advises on one.

mod choose;
mod index;
mod same;
mod sets;
mod uses;

use super::actors::Mention;
use super::block::{BlockReading, BlockView};
use super::vocabulary::Vocabulary;
use crate::newsroom::{ActorRef, Newsroom};
use crate::text::{Article, Span};

/// Different spellings of one name in an article.
#[derive(Clone, Debug)]
pub struct Variants {
    /// The spellings, in the order of their first use; two or more.
    pub spellings: Vec<Spelling>,
    /// The number of the spelling to keep.
    pub kept: usize,
    /// Why that one.
    pub because: Because,
    /// The actor whose name it is, if the newsroom knows.
    pub actor: Option<ActorRef>,
}

/// One of the spellings.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// The word, as it was first written.
    pub text: String,
    /// Where it stands: number of the block and bytes of its prose.
    pub places: Vec<(usize, Span)>,
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
    /// The gazetteer that ships has it.
    Gazetteer,
    /// It is a word of Hindi, and the others are not.
    Lexicon,
    /// The article has it first.
    First,
}

/// Shorter words are never compared: too many of them sound alike.
const SHORTEST: usize = 3;

/// The names of an article that are spelt in more than one way, in the order of their first use.
pub(super) fn find(
    article: &Article,
    blocks: &[impl AsRef<BlockReading>],
    vocabulary: &Vocabulary,
    newsroom: &Newsroom,
    mentions: &[Mention],
) -> Vec<Variants> {
    let mut index = index::Index::default();
    for (number, (block, reading)) in article.blocks.iter().zip(blocks).enumerate() {
        let view = BlockView { block, words: &reading.as_ref().words, vocabulary };
        let start = mentions.partition_point(|mention| mention.block < number);
        let end = mentions.partition_point(|mention| mention.block <= number);
        uses::of_block(view, &mentions[start..end], newsroom).for_each(|one| index.change(one, 1));
    }
    let groups = index.groups(vocabulary);
    let places = choose::Places::find(groups.iter().flatten().copied(), article, blocks, vocabulary);
    let variants = |group: &Vec<_>| choose::variants(group, &places, &index, newsroom);
    let mut all: Vec<Variants> = groups.iter().filter_map(variants).collect();
    all.sort_by_key(|variants| variants.spellings[0].places[0]);
    all
}

/// The word made ready to be compared, if it is long enough.
pub(super) fn sound_of(text: &str, newsroom: &Newsroom) -> Option<super::spelling::Prepared> {
    let letters = text.chars().filter(|&c| !crate::text::letters::is_joiner(c)).count();
    (letters >= SHORTEST).then(|| super::spelling::Prepared::new(text, newsroom))
}
