//! What a rule knows of an article: the facts it has gathered in each block, and what it found in them.
//!
//! An index tells which blocks speak of a thing, so that a keystroke costs its paragraph and the other places
//! that speak of the same, however long the article is. It is made when the article changes: one that is read once
//! does without.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::graded_finding::{GradedFinding, renumber};
use crate::reading::{BlockId, BlockIds, Changes};
use crate::rules::{About, Fact, Place};
use crate::text::Span;

/// The facts of one rule.
#[derive(Debug, Default)]
pub(super) struct FactIndex {
    /// What each block says, in the order of what it is about; of one thing in the order of the block.
    of_block: Vec<Box<[Fact]>>,
    /// Which blocks speak of a thing, in the order of the article.
    blocks: FxHashMap<About, SmallVec<[BlockId; 2]>>,
    /// Whether that is known: not before the article changes.
    is_indexed: bool,
    /// What was found about a thing.
    found: FxHashMap<About, Vec<GradedFinding>>,
    /// Whether a thing was ever spoken of that hangs on variants.
    hangs_on_variants: bool,
}

/// What has changed in facts.
#[derive(Default)]
struct News {
    /// The things of which something else is said.
    touched: FxHashSet<About>,
    /// The things of which the same is said as before, in other places of a block.
    moved: Vec<Moved>,
}

/// Facts about one thing that stand in other places of a block, in order.
struct Moved {
    about: About,
    block: usize,
    from: Vec<Span>,
    to: Vec<Span>,
}

impl FactIndex {
    /// Brings facts and findings up to date. `gather` finds the facts of a block, by its number, and `judge` what
    /// is wrong in all facts about one thing: at least one, in the order of the article.
    pub fn update(
        &mut self,
        changes: &Changes,
        blocks: &BlockIds,
        is_respelt: bool,
        gather: impl Fn(usize, &mut Vec<Fact>),
        judge: impl Fn(&[Fact]) -> Vec<GradedFinding>,
    ) {
        if self.of_block.is_empty() && changes.replaced == 0 {
            return self.read_first(changes, gather, judge);
        }
        let News { mut touched, moved } = self.gather(changes, blocks, gather);
        if is_respelt && self.hangs_on_variants {
            touched.extend(self.blocks.keys().filter(|about| about.hangs_on_variants()));
        }
        touched.iter().for_each(|about| drop(self.found.remove(about)));
        if changes.moves_blocks() {
            renumber(self.found.values_mut().flatten(), changes);
        }
        for moved in moved {
            if !self.follow(&moved) {
                touched.insert(moved.about);
            }
        }
        for about in touched {
            let facts = self.facts_about(about, blocks);
            // Where nothing speaks of it any more, nothing is found
            let found = if facts.is_empty() { Vec::new() } else { judge(&facts) };
            match found.is_empty() {
                true => _ = self.found.remove(&about),
                false => _ = self.found.insert(about, found),
            }
        }
    }

    /// Gathers the facts of blocks that have changed.
    fn gather(
        &mut self,
        changes: &Changes,
        blocks: &BlockIds,
        gather: impl Fn(usize, &mut Vec<Fact>),
    ) -> News {
        let mut news = News::default();
        if changes.moves_blocks() {
            let start = changes.read.start;
            let new = changes.read.clone().map(|_| Box::default());
            let old: Vec<Box<[Fact]>> = self.of_block.splice(start..start + changes.replaced, new).collect();
            for (facts, id) in old.iter().zip(blocks.gone()) {
                for same in facts.chunk_by(|a, b| a.about == b.about) {
                    news.touched.insert(same[0].about);
                    self.forget(same[0].about, *id);
                }
            }
        }
        if !std::mem::replace(&mut self.is_indexed, true) {
            self.index(blocks);
        }
        for block in changes.blocks() {
            let facts = gathered(block, &gather);
            let old = std::mem::replace(&mut self.of_block[block], facts.clone());
            self.replace(block, (&old, &facts), blocks, &mut news);
        }
        news
    }

    /// Notes which blocks speak of what.
    fn index(&mut self, blocks: &BlockIds) {
        let of_block = std::mem::take(&mut self.of_block);
        for (block, facts) in of_block.iter().enumerate() {
            facts
                .chunk_by(|a, b| a.about == b.about)
                .for_each(|same| self.learn(same[0].about, block, blocks));
        }
        self.of_block = of_block;
    }

    /// Puts the facts of a block in the place of those that it had before.
    fn replace(
        &mut self,
        block: usize,
        (mut old, mut new): (&[Fact], &[Fact]),
        blocks: &BlockIds,
        news: &mut News,
    ) {
        let first = |facts: &[Fact]| facts.first().map(|fact| fact.about);
        while let Some(about) = first(old).into_iter().chain(first(new)).min() {
            let (before, after);
            (before, old) = old.split_at(old.iter().take_while(|fact| fact.about == about).count());
            (after, new) = new.split_at(new.iter().take_while(|fact| fact.about == about).count());
            let say_the_same = || before.iter().map(|fact| fact.says).eq(after.iter().map(|fact| fact.says));
            if about.is_all_in_facts() && say_the_same() {
                let spans = |facts: &[Fact]| facts.iter().map(|fact| fact.place.span).collect::<Vec<_>>();
                let moved = Moved { about, block, from: spans(before), to: spans(after) };
                news.moved.extend((moved.from != moved.to).then_some(moved));
                continue;
            }
            news.touched.insert(about);
            match (before.is_empty(), after.is_empty()) {
                (true, _) => self.learn(about, block, blocks),
                (_, true) => self.forget(about, blocks.id(block)),
                (false, false) => {}
            }
        }
    }

    /// Moves the places of what was found along with the facts. Returns whether it was found in these facts alone.
    fn follow(&mut self, moved: &Moved) -> bool {
        let place_now = |span: Span| {
            let at = moved.from.binary_search_by_key(&span.start, |from| from.start).ok()?;
            (moved.from[at] == span).then(|| moved.to[at])
        };
        let mut found = self.found.get_mut(&moved.about).into_iter().flatten();
        found.all(|(_, finding)| Arc::make_mut(finding).follow(moved.block, place_now))
    }

    /// Gathers and judges the facts of an article that is new.
    fn read_first(
        &mut self,
        changes: &Changes,
        gather: impl Fn(usize, &mut Vec<Fact>),
        judge: impl Fn(&[Fact]) -> Vec<GradedFinding>,
    ) {
        let of_block = changes.read.clone().map(|block| gathered(block, &gather)).collect();
        *self = FactIndex { of_block, ..FactIndex::default() };
        // The sort is stable: of each thing the facts stay in the order of the article
        let mut facts: Vec<Fact> = self.of_block.iter().flat_map(|facts| facts.iter().copied()).collect();
        facts.sort_by_key(|fact| fact.about);
        for same in facts.chunk_by(|a, b| a.about == b.about) {
            let found = judge(same);
            if !found.is_empty() {
                self.found.insert(same[0].about, found);
            }
        }
    }

    /// What was found, in no order.
    pub fn found(&self) -> impl Iterator<Item = &GradedFinding> {
        self.found.values().flatten()
    }

    /// Notes that a block speaks of a thing.
    fn learn(&mut self, about: About, number: usize, ids: &BlockIds) {
        self.hangs_on_variants |= about.hangs_on_variants();
        let blocks = self.blocks.entry(about).or_default();
        // Blocks come in their order where an article is read for the first time
        let at = match blocks.last() {
            Some(last) if ids.number(*last) > number => {
                blocks.partition_point(|other| ids.number(*other) < number)
            }
            _ => blocks.len(),
        };
        blocks.insert(at, ids.id(number));
    }

    /// Notes that a block speaks of a thing no more.
    fn forget(&mut self, about: About, block: BlockId) {
        let Some(blocks) = self.blocks.get_mut(&about) else { return };
        if let Some(at) = blocks.iter().position(|other| *other == block) {
            blocks.remove(at);
        }
        if blocks.is_empty() {
            self.blocks.remove(&about);
        }
    }

    /// The facts about one thing, in the order of the article.
    fn facts_about(&self, about: About, blocks: &BlockIds) -> Vec<Fact> {
        let of_thing = self.blocks.get(&about).map_or(&[][..], |blocks| blocks);
        let mut out = Vec::with_capacity(of_thing.len());
        for id in of_thing {
            let block = blocks.number(*id);
            let facts = &self.of_block[block];
            let facts = &facts[facts.partition_point(|fact| fact.about < about)..];
            let facts = facts.iter().take_while(|fact| fact.about == about);
            // What was gathered before may have moved since
            out.extend(facts.map(|fact| Fact { place: Place { block, ..fact.place }, ..*fact }));
        }
        out
    }
}

/// The facts of a block, in the order of what they are about.
fn gathered(block: usize, gather: impl Fn(usize, &mut Vec<Fact>)) -> Box<[Fact]> {
    let mut facts = Vec::new();
    gather(block, &mut facts);
    facts.sort_by_key(|fact| fact.about);
    facts.into()
}
