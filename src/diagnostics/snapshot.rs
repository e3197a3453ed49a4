//! An article at one moment, with everything that is known of it.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use super::limit::limit_per_rule;
use super::{Diagnostic, PlacedFinding};
use crate::newsroom::Newsroom;
use crate::reading::{Dateline, Mention, NameUse, Pieces, SharedBlock, TimeMention, Variants};
use crate::rules::UnknownOffice;
use crate::text::{Article, Format, Lines, Place, Position, Span};

/// An article at one moment, read and marked. It never changes, and is shared by `Arc`: whatever an
/// editor asks is answered from one snapshot. Spans of its parts are in the prose of their block
/// ([`Snapshot::span`] brings them to the document); spans of marks are in the document.
#[derive(Debug)]
pub struct Snapshot {
    /// The document.
    pub text: String,
    /// How it is marked up.
    pub format: Format,
    /// Its blocks.
    pub article: Article,
    /// What each block says by itself.
    pub(super) blocks: Pieces<SharedBlock>,
    /// Where its lines begin.
    pub lines: Lines,
    /// The newsroom it was read for.
    pub newsroom: Arc<Newsroom>,
    /// Place and date it is written from.
    pub dateline: Dateline,
    /// The names it spells in more than one way.
    pub variants: Vec<Arc<Variants>>,
    /// What the rules found, in order.
    pub found: Vec<PlacedFinding>,
    /// The offices in it whose titles could not be judged on its day.
    pub unknown_offices: BTreeSet<UnknownOffice>,
    /// Who is mentioned and when, put together when somebody first asks.
    pub(super) mentions: OnceLock<Vec<Mention>>,
    pub(super) times: OnceLock<Vec<TimeMention>>,
    /// What was found, placed when somebody first looks.
    pub(super) diagnostics: OnceLock<Vec<Diagnostic>>,
}

impl Snapshot {
    /// What the rules found, in order, with all that belongs to it: the same as `found`, number by number.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.diagnostics
            .get_or_init(|| self.found.iter().map(|found| found.diagnostic(&self.article)).collect())
    }

    /// Who is mentioned, in order.
    pub fn mentions(&self) -> &[Mention] {
        let blocks = || self.blocks.iter().enumerate();
        self.mentions.get_or_init(|| blocks().flat_map(|(number, block)| block.mentions(number)).collect())
    }

    /// The times it mentions, in order.
    pub fn times(&self) -> &[TimeMention] {
        let blocks = || self.blocks.iter().enumerate();
        self.times.get_or_init(|| blocks().flat_map(|(number, block)| block.times(number)).collect())
    }

    /// The text and what the rules found in it, without the rest.
    pub fn into_diagnostics(self) -> (String, Vec<Diagnostic>) {
        let Snapshot { text, article, found, diagnostics, .. } = self;
        // Each finding goes as soon as it is placed
        let place = |found: PlacedFinding| found.diagnostic(&article);
        let diagnostics = diagnostics.into_inner().unwrap_or_else(|| found.into_iter().map(place).collect());
        (text, diagnostics)
    }

    /// Adds what was found by looking beyond the article.
    pub fn add(&mut self, found: Vec<PlacedFinding>) {
        if found.is_empty() {
            return;
        }
        self.found.extend(found);
        self.found.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        self.diagnostics = OnceLock::new();
    }

    /// Leaves out what `is_wanted` does not want; what was held back because there was too much comes forward.
    pub fn retain(&mut self, is_wanted: impl FnMut(&PlacedFinding) -> bool) {
        self.found.retain(is_wanted);
        limit_per_rule(&mut self.found);
        self.diagnostics = OnceLock::new();
    }

    /// Where a span of a block's prose stands in the document.
    pub fn span(&self, block: usize, span: Span) -> Span {
        self.article.blocks[block].to_document(span)
    }

    /// The same as bytes of the document.
    pub fn span_of(&self, place: Place) -> Span {
        self.span(place.block, place.span)
    }

    /// The words of a mention, as they stand in the prose.
    pub fn words_of(&self, mention: &Mention) -> &str {
        mention.span.of(self.article.blocks[mention.block].text())
    }

    /// The mention at byte `offset` of the document, its last byte's end included.
    pub fn mention_at(&self, offset: usize) -> Option<&Mention> {
        self.mentions().iter().find(|mention| self.span(mention.block, mention.span).touches_caret(offset))
    }

    /// The words at byte `offset` of the document that are a name of one or more actors, with their block,
    /// whether it is settled who is meant or not.
    pub fn name_at(&self, offset: usize) -> Option<(usize, &NameUse)> {
        let blocks = self.blocks.iter().enumerate();
        let mut names = blocks.flat_map(|(block, read)| read.names.iter().map(move |name| (block, name)));
        names.find(|(block, name)| self.span(*block, name.span).touches_caret(offset))
    }

    /// The time at byte `offset` of the document.
    pub fn time_at(&self, offset: usize) -> Option<&TimeMention> {
        self.times().iter().find(|time| self.span(time.block, time.expression.span).touches_caret(offset))
    }

    /// The variants with a spelling at byte `offset` of the document.
    pub fn variants_at(&self, offset: usize) -> Option<&Variants> {
        self.variants.iter().map(|variants| &**variants).find(|variants| {
            let mut places = variants.spellings.iter().flat_map(|spelling| &spelling.places);
            places.any(|place| self.span_of(*place).touches_caret(offset))
        })
    }

    /// Line and column of a byte, as people count.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }
}
