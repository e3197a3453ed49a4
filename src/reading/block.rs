//! What one block says by itself: names and times, before the article settles who and when.
//!
//! A pure function of the block's prose and the newsroom. All spans are in the block's prose, so the
//! reading of a block that moved, or of one with the same words, is the same.

use super::actors;
use super::block_view::BlockView;
use super::names::{self, NameUse};
use super::time::{self, TimeExpression};
use super::vocabulary::{Vocabulary, WordId};
use crate::newsroom::Newsroom;
use crate::text::{Block, TokenKind};

/// What one block says by itself.
#[derive(Clone, Debug, Default)]
pub struct BlockReading {
    /// For each token its word, if it is one.
    pub words: Vec<Option<WordId>>,
    /// Words that may name an actor, longest first match from left to right.
    pub names: Vec<NameUse>,
    /// Dates, weekdays and other expressions of time.
    pub times: Vec<TimeExpression>,
}

impl BlockReading {
    /// Reads a block.
    pub fn of(block: &Block, newsroom: &Newsroom, vocabulary: &mut Vocabulary) -> BlockReading {
        let words = block
            .tokens
            .iter()
            .map(|token| match token.kind {
                TokenKind::Word(script) => Some(vocabulary.learn(block.word(*token), script, newsroom)),
                _ => None,
            })
            .collect();
        let mut reading = BlockReading { words, ..BlockReading::default() };
        let view = BlockView { block, words: &reading.words, vocabulary };
        let (mut names, times) = (names::find(&view, newsroom), time::find(&view));
        names
            .iter_mut()
            .for_each(|name| name.unambiguous = actors::resolve_unambiguous(&view, name, newsroom));
        reading.names = names;
        reading.times = times;
        reading
    }
}
