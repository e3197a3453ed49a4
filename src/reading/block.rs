//! What one block says by itself: names and times, before the article settles who and when.
//!
//! A pure function of the block's prose and the newsroom. All spans are in the block's prose, so the
//! reading of a block that moved, or of one with the same words, is the same.

use super::actors;
use super::block_view::BlockView;
use super::name_use::NameUse;
use super::names;
use super::namesakes::{self, Namesake};
use super::quotation::{self, Edges, Quotations};
use super::time::{self, TimeExpression};
use super::vocabulary::{Vocabulary, WordId};
use crate::newsroom::Newsroom;
use crate::text::{Block, Script, Token, TokenKind};

/// What one block says by itself.
#[derive(Clone, Debug, Default)]
pub struct BlockReading {
    /// For each token its word, if it is one.
    pub words: Vec<Option<WordId>>,
    /// Whether any word is in Latin letters.
    pub has_latin: bool,
    /// Words that may name an actor, longest first match from left to right.
    pub names: Vec<NameUse>,
    /// Who has a namesake in it who has to be introduced.
    pub namesakes: Vec<Namesake>,
    /// Dates, weekdays and other expressions of time.
    pub times: Vec<TimeExpression>,
    /// Its quotation marks.
    pub quotations: Quotations,
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
        let quotations = quotation::find(block.text(), &block.tokens);
        let is_latin = |token: &Token| token.kind == TokenKind::Word(Script::Latin);
        let has_latin = block.tokens.iter().any(is_latin);
        let mut reading = BlockReading { words, has_latin, quotations, ..BlockReading::default() };
        let view = reading.view(block, vocabulary);
        let (mut names, mut times) = (names::find(&view, newsroom), time::find(&view));
        names
            .iter_mut()
            .for_each(|name| name.unambiguous = actors::resolve_unambiguous(&view, name, newsroom));
        let namesakes = namesakes::find(&view, &names, newsroom);
        // Most blocks have one or two, and a vector begins with room for four
        names.shrink_to_fit();
        times.shrink_to_fit();
        reading.namesakes = namesakes;
        reading.names = names;
        reading.times = times;
        reading
    }
}

impl BlockReading {
    /// The name with token `at`.
    pub fn name_with(&self, at: usize) -> Option<&NameUse> {
        let next = self.names.partition_point(|name| name.tokens.end() <= at);
        self.names.get(next).filter(|name| name.tokens.start() <= at)
    }

    /// The block that it is the reading of, with what is known of its words. What other blocks say of its quotations is
    /// not in it.
    pub fn view<'a>(&'a self, block: &'a Block, vocabulary: &'a Vocabulary) -> BlockView<'a> {
        BlockView {
            block,
            words: &self.words,
            quotations: &self.quotations,
            edges: Edges::default(),
            vocabulary,
        }
    }
}
