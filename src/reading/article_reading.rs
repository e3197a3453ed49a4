//! What an article says as a whole.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::actors::Mention;
use super::block_view::BlockView;
use super::changes::Changes;
use super::dateline::{DateHints, Dateline};
use super::incremental::{ArticleFacts, ReadingState};
use super::pieces::Pieces;
use super::quotation::{Partner, QuotationMark};
use super::reader::Reader;
use super::shared_block::SharedBlock;
use super::time::TimeMention;
use super::title::TitleContext;
use super::variants::Variants;
use super::vocabulary::{Vocabulary, WordId};
use super::word_index::WordIndex;
use crate::newsroom::{Actor, Newsroom};
use crate::text::Article;

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
    pub blocks: Pieces<SharedBlock>,
    /// Place and date it is written from.
    pub dateline: Dateline,
    /// Who is mentioned, in order.
    pub mentions: Arc<Vec<Mention>>,
    /// The times it mentions, in order.
    pub times: Arc<Vec<TimeMention>>,
    /// The names it spells in more than one way, in the order of their first use.
    pub variants: Vec<Arc<Variants>>,
    /// The words of `variants`.
    variant_words: FxHashSet<WordId>,
    /// Where words stand, if the article was read before.
    pub index: Option<Arc<WordIndex>>,
}

impl Reader {
    /// Reads an article. `document` is the text it was parsed from.
    pub fn read<'a>(&'a mut self, article: &'a Article, document: &str, hints: DateHints) -> Reading<'a> {
        let said = ReadingState::read_once(article, document, self, hints);
        self.reading(article, said)
    }

    /// Reads an article that was read before and has changed since: only what is new in it, if it was made
    /// by [`Article::parse_again`]. It comes out as if it were read for the first time.
    pub fn read_again<'a>(
        &'a mut self,
        memory: &mut ReadingState,
        article: &'a Article,
        document: &str,
        hints: DateHints,
    ) -> (Reading<'a>, Changes) {
        let (said, changes) = memory.read(article, document, self, hints);
        (self.reading(article, said), changes)
    }

    fn reading<'a>(&'a self, article: &'a Article, said: ArticleFacts) -> Reading<'a> {
        let ArticleFacts { blocks, dateline, mentions, times, variants, variant_words, index } = said;
        let (newsroom, vocabulary) = (&*self.newsroom, &self.vocabulary);
        Reading {
            article,
            newsroom,
            vocabulary,
            blocks,
            dateline,
            mentions,
            times,
            variants,
            variant_words,
            index,
        }
    }
}

impl<'a> Reading<'a> {
    /// Whether a word, as a whole, is a spelling of a name that the article spells in more than one way.
    pub fn is_spelt_variously(&self, word: WordId) -> bool {
        self.variant_words.contains(&word) && self.vocabulary.word(word).joined.is_none()
    }

    /// The record of the actor of a mention.
    pub fn actor(&self, mention: &Mention) -> &'a Actor {
        self.newsroom.actor(mention.actor)
    }

    /// A block with what is known of its words.
    pub fn view(&self, block: usize) -> BlockView<'_> {
        let view = self.blocks[block].view(&self.article.blocks[block], self.vocabulary);
        BlockView { edges: self.blocks[block].resolved.around.edges, ..view }
    }

    /// The quotation marks of a block, each with its partner.
    pub fn quotation_marks(&self, block: usize) -> Vec<(QuotationMark, Partner)> {
        self.blocks[block].quotations.resolved(&self.blocks[block].resolved.around)
    }

    /// A block with the names in it: what titles are read in.
    pub fn title_context(&self, block: usize) -> TitleContext<'_> {
        TitleContext { view: self.view(block), names: &self.blocks[block].names, newsroom: self.newsroom }
    }

    /// Who is mentioned in a block, in order.
    pub fn mentions_in(&self, block: usize) -> &[Mention] {
        in_block(&self.mentions, block, |mention| mention.block)
    }

    /// The mention with token `at` of a block.
    pub fn mention_with(&self, block: usize, at: usize) -> Option<&Mention> {
        let mentions = self.mentions_in(block);
        let next = mentions.partition_point(|mention| mention.tokens.end() <= at);
        mentions.get(next).filter(|mention| mention.tokens.start() <= at)
    }

    /// The times that a block mentions, in order.
    pub fn times_in(&self, block: usize) -> &[TimeMention] {
        in_block(&self.times, block, |time| time.block)
    }
}

fn in_block<T>(all: &[T], block: usize, block_of: impl Fn(&T) -> usize) -> &[T] {
    let rest = &all[all.partition_point(|one| block_of(one) < block)..];
    &rest[..rest.partition_point(|one| block_of(one) == block)]
}
