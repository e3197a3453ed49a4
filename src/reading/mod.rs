//! What the article says: mentions of actors and times, its dateline, the spellings of its names.
//!
//! A [`Reader`] reads blocks one by one ([`BlockReading`], a pure function of the block) and then the
//! article as a whole ([`Reading`]): who is meant, which day is meant. It judges nothing; that is for
//! the rules.

mod actors;
mod bag;
mod block;
pub mod dateline;
mod names;
pub mod other_time;
pub mod quotation;
pub mod spelling;
pub mod time;
pub mod title;
mod variants;
mod vocabulary;

use std::sync::Arc;

pub use actors::Mention;
pub use block::{BlockReading, BlockView};
pub use dateline::{DateHints, Dateline, DatelineSource};
pub use names::NameUse;
pub use time::TimeMention;
pub use variants::{Because, Spelling, Variants};
pub use vocabulary::{Joined, Vocabulary, Word, WordId};

use crate::newsroom::{Actor, Newsroom};
use crate::text::{Article, Block};

/// Reads articles for one newsroom, and remembers every word it met.
#[derive(Clone, Debug)]
pub struct Reader {
    newsroom: Arc<Newsroom>,
    vocabulary: Vocabulary,
}

/// What an article says.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// The newsroom it was read for.
    pub newsroom: &'a Newsroom,
    /// What is known of its words.
    pub vocabulary: &'a Vocabulary,
    /// What each block says by itself.
    pub blocks: Vec<Arc<BlockReading>>,
    /// Place and date it is written from.
    pub dateline: Dateline,
    /// Who is mentioned, in order.
    pub mentions: Vec<Mention>,
    /// The times it mentions, in order.
    pub times: Vec<TimeMention>,
    /// The names it spells in more than one way, in the order of their first use.
    pub variants: Vec<Variants>,
}

impl Reader {
    /// A reader for a newsroom.
    pub fn new(newsroom: Arc<Newsroom>) -> Reader {
        Reader { newsroom, vocabulary: Vocabulary::default() }
    }

    /// The newsroom.
    pub fn newsroom(&self) -> &Arc<Newsroom> {
        &self.newsroom
    }

    /// Reads one block.
    pub fn read_block(&mut self, block: &Block) -> BlockReading {
        BlockReading::of(block, &self.newsroom, &mut self.vocabulary)
    }

    /// Reads an article. `document` is the text it was parsed from.
    pub fn read<'a>(&'a mut self, article: &'a Article, document: &str, hints: DateHints) -> Reading<'a> {
        let blocks = article.blocks.iter().map(|block| Arc::new(self.read_block(block))).collect();
        self.assemble(article, document, blocks, hints)
    }

    /// Reads an article whose blocks are read already, each by [`Reader::read_block`] of this reader.
    pub fn assemble<'a>(
        &'a self,
        article: &'a Article,
        document: &str,
        blocks: Vec<Arc<BlockReading>>,
        hints: DateHints,
    ) -> Reading<'a> {
        let (newsroom, vocabulary) = (&*self.newsroom, &self.vocabulary);
        let front_matter = article.front_matter.map(|span| span.of(document));
        let dateline = Dateline::find(article, front_matter, &blocks, vocabulary, hints);
        let mentions = actors::settle(article, &blocks, vocabulary, newsroom, dateline.date);
        let variants = variants::find(article, &blocks, vocabulary, newsroom, &mentions);
        let times = Vec::new();
        let mut reading =
            Reading { article, newsroom, vocabulary, blocks, dateline, mentions, times, variants };
        reading.times = reading.settle_times();
        reading
    }
}

impl<'a> Reading<'a> {
    /// The record of the actor of a mention.
    pub fn actor(&self, mention: &Mention) -> &'a Actor {
        self.newsroom.actor(mention.actor)
    }

    /// A block with what is known of its words.
    pub fn view(&self, block: usize) -> BlockView<'_> {
        BlockView {
            block: &self.article.blocks[block],
            words: &self.blocks[block].words,
            vocabulary: self.vocabulary,
        }
    }

    fn settle_times(&self) -> Vec<TimeMention> {
        let mut times = Vec::new();
        for (number, block) in self.blocks.iter().enumerate() {
            time::settle(number, &block.times, self.dateline.date, &mut times);
        }
        times
    }
}
