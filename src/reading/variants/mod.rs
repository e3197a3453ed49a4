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
mod spellings;
mod uses;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use self::choose::Places;
pub(super) use self::choose::Searched;
use self::index::Index;
pub use self::spellings::{Because, Spelling, Variants};
use self::uses::Use;
pub(super) use self::uses::of_block as uses_of;
use super::block::BlockReading;
use super::changes::Changes;
use super::counter::Counter;
use super::vocabulary::{Vocabulary, WordId};
use crate::newsroom::Newsroom;
use crate::text::Place;

/// The names of an article as far as they are known from reading it before.
#[derive(Debug, Default)]
pub(super) struct KnownVariants {
    index: Index,
    /// For words that are one their spellings; `None` if they only look different.
    by_words: FxHashMap<Vec<WordId>, Option<Arc<Variants>>>,
}

impl KnownVariants {
    /// Adds a use of a word.
    pub fn add(&mut self, one: Use) {
        self.index.change(one, 1);
    }

    /// Adds uses of words, and takes others away.
    pub fn change(&mut self, uses: Counter<Use>) {
        uses.into_counts().for_each(|(one, by)| self.index.change(one, by));
    }

    /// The words of the names that are spelt in more than one way.
    pub fn words(&self) -> impl Iterator<Item = WordId> + '_ {
        let spelt = self.by_words.iter().filter(|(_, variants)| variants.is_some());
        spelt.flat_map(|(words, _)| words.iter().copied())
    }

    /// The names that are spelt in more than one way, in the order of their first use. `moved` are the words
    /// of blocks that have changed.
    pub fn variants(
        &mut self,
        searched: &Searched<'_, impl AsRef<BlockReading>>,
        moved: &FxHashSet<WordId>,
        changes: &Changes,
        newsroom: &Newsroom,
    ) -> Vec<Arc<Variants>> {
        let other = self.regroup(moved, searched.vocabulary);
        if changes.moves_blocks() {
            self.by_words.values_mut().flatten().for_each(|variants| renumber(variants, changes));
        }
        let places = Places::find(other.iter().flatten().copied(), searched);
        for group in other {
            let variants = choose::variants(&group, &places, &self.index, newsroom).map(Arc::new);
            self.by_words.insert(group, variants);
        }
        let mut all: Vec<Arc<Variants>> = self.by_words.values().flatten().cloned().collect();
        all.sort_unstable_by_key(|variants| variants.spellings[0].places[0]);
        all
    }

    /// Takes away what is no group any more, or may be spelt otherwise now, and returns the groups that are to be looked
    /// for.
    fn regroup(&mut self, moved: &FxHashSet<WordId>, vocabulary: &Vocabulary) -> Vec<Vec<WordId>> {
        let has_moved = |group: &Vec<WordId>| group.iter().any(|word| moved.contains(word));
        let Some(groups) = self.index.new_groups(vocabulary) else {
            let other = self.by_words.extract_if(|group, _| has_moved(group));
            return other.map(|(group, _)| group).collect();
        };
        let mut before = std::mem::take(&mut self.by_words);
        let mut other = Vec::new();
        for group in groups {
            match before.remove(&group).filter(|_| !has_moved(&group)) {
                Some(known) => _ = self.by_words.insert(group, known),
                None => other.push(group),
            }
        }
        other
    }
}

/// Gives spellings the numbers that their blocks have now.
fn renumber(variants: &mut Arc<Variants>, changes: &Changes) {
    let is_before = |place: &Place| changes.renumber(place.block) == place.block;
    if variants.spellings.iter().flat_map(|spelling| &spelling.places).all(is_before) {
        return;
    }
    let mut moved = Variants::clone(variants);
    let places = moved.spellings.iter_mut().flat_map(|spelling| &mut spelling.places);
    places.for_each(|place| place.block = changes.renumber(place.block));
    *variants = Arc::new(moved);
}
