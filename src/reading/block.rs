//! What one block says by itself: names and times, before the article settles who and when.
//!
//! A pure function of the block's prose and the newsroom. All spans are in the block's prose, so the
//! reading of a block that moved, or of one with the same words, is the same.

use std::ops::Range;

use super::actors;
use super::names::{self, NameUse};
use super::time::{self, TimeExpression};
use super::vocabulary::{Vocabulary, WordId};
use crate::newsroom::Newsroom;
use crate::newsroom::language::Language;
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

/// A block with what is known of its words: what the finders of names and times look at.
#[derive(Clone, Copy, Debug)]
pub struct BlockView<'a> {
    /// The block.
    pub block: &'a Block,
    /// For each token its word, if it is one.
    pub words: &'a [Option<WordId>],
    /// What is known of the words.
    pub vocabulary: &'a Vocabulary,
}

impl<'a> BlockView<'a> {
    /// What is known of the word at token `at`; `None` for other tokens and past the end.
    pub fn word(&self, at: usize) -> Option<&'a super::Word> {
        let id = (*self.words.get(at)?)?;
        Some(self.vocabulary.word(id))
    }

    /// The word before token `at`, if nothing but white space stands between.
    pub fn word_before(&self, at: usize) -> Option<&'a super::Word> {
        self.word(at.checked_sub(1)?)
    }

    /// Whether tokens `at - 1` and `at` touch.
    pub fn is_glued(&self, at: usize) -> bool {
        let tokens = &self.block.tokens;
        at > 0 && at < tokens.len() && tokens[at - 1].span.end == tokens[at].span.start
    }

    /// Whether token `at` is the mark `c`.
    pub fn is_mark(&self, at: usize, c: char) -> bool {
        self.block.tokens.get(at).is_some_and(|token| token.is_mark(c))
    }

    /// Whether some tokens, a sentence, are in another language than Hindi that is written in Devanagari.
    pub fn is_other_language(&self, tokens: Range<usize>) -> bool {
        let small = tokens.filter_map(|at| self.word(at)?.language);
        let (hindi, other) = small.fold((0, 0), |(hindi, other), language| match language {
            Language::Hindi => (hindi + 1, other),
            Language::Other => (hindi, other + 1),
        });
        other > hindi
    }

    /// The sentence with token `at`, as a range of tokens.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let sentences = &self.block.sentences;
        let next = sentences.partition_point(|sentence| sentence.end <= at);
        sentences.get(next).cloned().unwrap_or(at..self.block.tokens.len())
    }
}
