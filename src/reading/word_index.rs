//! In which blocks each word of an article stands.
//!
//! Made when an article is read for the second time: whoever reads it once looks at all of it anyway.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use smallvec::SmallVec;

use super::block::BlockReading;
use super::block_ids::{BlockId, BlockIds};
use super::changes::Changes;
use super::vocabulary::{Vocabulary, WordId};
use crate::text::Script;

/// In which blocks each word of an article stands.
#[derive(Clone, Debug, Default)]
pub struct WordIndex {
    ids: BlockIds,
    /// For each word of the vocabulary the blocks with it, in the order of the article.
    blocks: Vec<SmallVec<[BlockId; 2]>>,
    /// How many words of the vocabulary are among those below.
    known: usize,
    /// The words in Latin letters.
    latin: Vec<WordId>,
    /// How many words of the vocabulary are among those by their consonants: none as long as no word is in Latin letters.
    heard: usize,
    /// The words in Devanagari by a hash of their consonants.
    by_consonants: FxHashMap<u64, SmallVec<[WordId; 2]>>,
}

impl WordIndex {
    /// Brings it up to date: `old` are the readings of blocks that were replaced, `blocks` all there are now.
    pub(super) fn update(
        &mut self,
        old: &[impl AsRef<BlockReading>],
        blocks: &[impl AsRef<BlockReading>],
        changes: &Changes,
        vocabulary: &Vocabulary,
    ) {
        self.blocks.resize(vocabulary.len(), SmallVec::new());
        let is_in_place = !changes.moves_blocks();
        let new = || changes.read.clone().map(|number| (number, blocks[number].as_ref()));
        let kept = |at: usize| -> FxHashSet<WordId> {
            let beside = if is_in_place { blocks.get(changes.read.start + at) } else { None };
            beside.into_iter().flat_map(|block| words(block.as_ref())).collect()
        };
        for (at, reading) in old.iter().enumerate() {
            let (id, kept) = (self.ids.id(changes.read.start + at), kept(at));
            for word in words(reading.as_ref()).filter(|word| !kept.contains(word)) {
                self.forget(word, id);
            }
        }
        self.ids.update(changes);
        for (number, reading) in new() {
            let id = self.ids.id(number);
            words(reading).for_each(|word| self.learn(word, id));
        }
        self.learn_words(vocabulary);
    }

    fn forget(&mut self, word: WordId, id: BlockId) {
        let (ids, number) = (&self.ids, self.ids.number(id));
        let blocks = &mut self.blocks[word.index()];
        let at = blocks.partition_point(|other| ids.number(*other) < number);
        if blocks.get(at) == Some(&id) {
            blocks.remove(at);
        }
    }

    fn learn(&mut self, word: WordId, id: BlockId) {
        let (ids, number) = (&self.ids, self.ids.number(id));
        let blocks = &mut self.blocks[word.index()];
        let at = match blocks.last() {
            // Blocks come in their order where the index is made
            Some(last) if ids.number(*last) >= number => {
                blocks.partition_point(|other| ids.number(*other) < number)
            }
            _ => blocks.len(),
        };
        if blocks.get(at) != Some(&id) {
            blocks.insert(at, id);
        }
    }

    fn learn_words(&mut self, vocabulary: &Vocabulary) {
        for id in vocabulary.ids().skip(self.known) {
            self.latin.extend((vocabulary.word(id).script == Script::Latin).then_some(id));
        }
        self.known = vocabulary.len();
        if self.latin.is_empty() {
            return;
        }
        for id in vocabulary.ids().skip(self.heard) {
            let word = vocabulary.word(id);
            if let Some(consonants) = word.consonants().filter(|_| word.script == Script::Devanagari) {
                self.by_consonants.entry(hash(consonants)).or_default().push(id);
            }
        }
        self.heard = vocabulary.len();
    }

    /// The numbers of the blocks in which a word stands, in order.
    pub fn blocks_with(&self, word: WordId) -> impl Iterator<Item = usize> + '_ {
        let blocks = self.blocks.get(word.index()).into_iter().flatten();
        blocks.map(|id| self.ids.number(*id))
    }

    /// The words in Latin letters that were ever met.
    pub fn latin_words(&self) -> &[WordId] {
        &self.latin
    }

    /// The words in Devanagari that were ever met and may have these consonants; none where no word in Latin letters was.
    pub fn words_with(&self, consonants: &str) -> &[WordId] {
        self.by_consonants.get(&hash(consonants)).map_or(&[], |words| words)
    }
}

fn words(reading: &BlockReading) -> impl Iterator<Item = WordId> + '_ {
    reading.words.iter().flatten().copied()
}

fn hash(consonants: &str) -> u64 {
    let mut hasher = FxHasher::default();
    consonants.hash(&mut hasher);
    hasher.finish()
}
