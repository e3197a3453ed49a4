//! The reader of one newsroom.

use std::sync::Arc;

use super::block::BlockReading;
use super::vocabulary::Vocabulary;
use crate::newsroom::Newsroom;
use crate::text::Block;

/// Number of distinct words, about 40 MB, that a reader of many articles keeps.
const MAX_WORDS: usize = 40_000;

/// Reads articles for one newsroom, and remembers every word it met.
#[derive(Debug)]
pub struct Reader {
    pub(super) newsroom: Arc<Newsroom>,
    pub(super) vocabulary: Vocabulary,
    /// Tells it from other readers, whose words have other numbers.
    pub(super) identity: Arc<()>,
}

impl Reader {
    /// A reader for a newsroom.
    pub fn new(newsroom: Arc<Newsroom>) -> Reader {
        Reader { newsroom, vocabulary: Vocabulary::default(), identity: Arc::default() }
    }

    /// The newsroom.
    pub fn newsroom(&self) -> &Arc<Newsroom> {
        &self.newsroom
    }

    /// The words that it has met.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Forgets all words, if so many are known that they take much memory: for those who read article after article.
    pub fn forget_if_full(&mut self) {
        if self.vocabulary.len() > MAX_WORDS {
            *self = Reader::new(self.newsroom.clone());
        }
    }

    /// Reads one block.
    pub fn read_block(&mut self, block: &Block) -> BlockReading {
        BlockReading::of(block, &self.newsroom, &mut self.vocabulary)
    }
}
