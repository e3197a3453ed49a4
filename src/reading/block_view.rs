//! A block with what is known of its words: what all finders look at.

use std::ops::Range;

use super::quotation::{Edges, Quotations};
use super::vocabulary::{Vocabulary, Word, WordId};
use crate::newsroom::language::Language;
use crate::text::Block;

/// A block with what is known of its words.
#[derive(Clone, Copy, Debug)]
pub struct BlockView<'a> {
    /// The block.
    pub block: &'a Block,
    /// For each token its word, if it is one.
    pub words: &'a [Option<WordId>],
    /// Its quotation marks.
    pub quotations: &'a Quotations,
    /// What quotations that other blocks begin or end quote of it.
    pub(super) edges: Edges,
    /// What is known of the words.
    pub vocabulary: &'a Vocabulary,
}

impl<'a> BlockView<'a> {
    /// What is known of the word at token `at`; `None` for other tokens and past the end.
    pub fn word(&self, at: usize) -> Option<&'a Word> {
        let id = (*self.words.get(at)?)?;
        Some(self.vocabulary.word(id))
    }

    /// The word before token `at`, if nothing but white space stands between.
    pub fn word_before(&self, at: usize) -> Option<&'a Word> {
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

    /// Whether token `at` stands between quotation marks.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quotations.is_quoted(at) || self.edges.is_quoted(at)
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
