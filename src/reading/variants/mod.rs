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
use self::index::Index;
pub use self::spellings::{Because, Spelling, Variants};
use self::uses::Use;
pub(super) use self::uses::of_block as uses_of;
use super::block::BlockReading;
use super::changes::Changes;
use super::counter::Counter;
use super::vocabulary::{Vocabulary, WordId};
use crate::newsroom::Newsroom;
use crate::text::Article;

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

    /// The names that are spelt in more than one way, in the order of their first use. `moved` are the words
    /// of blocks that have changed.
    pub fn variants(
        &mut self,
        article: &Article,
        blocks: &[impl AsRef<BlockReading>],
        moved: &FxHashSet<WordId>,
        changes: &Changes,
        vocabulary: &Vocabulary,
        newsroom: &Newsroom,
    ) -> Vec<Arc<Variants>> {
        let mut before = std::mem::take(&mut self.by_words);
        let (mut same, mut other) = (Vec::new(), Vec::new());
        for group in self.index.groups(vocabulary) {
            match before.remove(&group).filter(|_| !group.iter().any(|word| moved.contains(word))) {
                Some(known) => same.push((group, known.map(|variants| renumbered(variants, changes)))),
                None => other.push(group),
            }
        }
        let places = Places::find(other.iter().flatten().copied(), article, blocks, vocabulary);
        let spelt = |group: Vec<WordId>| {
            let variants = choose::variants(&group, &places, &self.index, newsroom).map(Arc::new);
            (group, variants)
        };
        self.by_words = same.into_iter().chain(other.into_iter().map(spelt)).collect();
        let mut all: Vec<Arc<Variants>> = self.by_words.values().flatten().cloned().collect();
        all.sort_unstable_by_key(|variants| variants.spellings[0].places[0]);
        all
    }
}

/// The same spellings with the numbers that their blocks have now.
fn renumbered(variants: Arc<Variants>, changes: &Changes) -> Arc<Variants> {
    if !changes.moves_blocks() {
        return variants;
    }
    let mut variants = Variants::clone(&variants);
    let places = variants.spellings.iter_mut().flat_map(|spelling| &mut spelling.places);
    places.for_each(|place| place.block = changes.renumber(place.block));
    Arc::new(variants)
}
