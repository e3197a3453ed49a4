//! What a rule knows of an article: the facts it has gathered in each block, and what it found in them.
//!
//! An index tells which blocks speak of a thing, so that a keystroke costs its paragraph and the other places
//! that speak of the same, however long the article is. It is made when the article changes: one that is read once
//! does without.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::graded_finding::{GradedFinding, renumber};
use crate::reading::Changes;
use crate::rules::{About, Fact, Place};

/// The facts of one rule.
#[derive(Debug, Default)]
pub(super) struct FactIndex {
    /// What each block says, in the order of what it is about; of one thing in the order of the block.
    of_block: Vec<Box<[Fact]>>,
    /// Which blocks speak of a thing, in no order; `None` until the article changes.
    blocks: Option<BlocksByThing>,
    /// What was found about a thing.
    found: FxHashMap<About, Vec<GradedFinding>>,
}

type BlocksByThing = FxHashMap<About, SmallVec<[BlockId; 2]>>;

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
        let mut touched: FxHashSet<About> = FxHashSet::default();
        if self.blocks.is_none() {
            self.blocks = Some(BlocksByThing::default());
            let of_block = std::mem::take(&mut self.of_block);
            of_block
                .iter()
                .zip(blocks.before(changes))
                .for_each(|(facts, id)| self.learn(facts, id, &mut touched));
            self.of_block = of_block;
            touched.clear();
        }
        let start = changes.read.start;
        let new = changes.read.clone().map(|_| Box::default());
        let old: Vec<Box<[Fact]>> = self.of_block.splice(start..start + changes.replaced, new).collect();
        for (facts, id) in old.iter().zip(&blocks.gone) {
            self.forget(facts, *id, &mut touched);
        }
        for block in changes.blocks() {
            let (id, old) = (blocks.ids[block], std::mem::take(&mut self.of_block[block]));
            self.forget(&old, id, &mut touched);
            let facts = gathered(block, &gather);
            self.learn(&facts, id, &mut touched);
            self.of_block[block] = facts;
        }
        if is_respelt {
            let things = self.blocks.iter().flat_map(FxHashMap::keys);
            touched.extend(things.filter(|about| about.hangs_on_variants()));
        }
        touched.iter().for_each(|about| drop(self.found.remove(about)));
        if changes.moves_blocks() {
            renumber(self.found.values_mut().flatten(), changes);
        }
        for about in touched {
            let facts = self.facts_about(about, blocks);
            // Nothing speaks of it any more
            if facts.is_empty() {
                continue;
            }
            let found = judge(&facts);
            if !found.is_empty() {
                self.found.insert(about, found);
            }
        }
    }

    /// Gathers and judges the facts of an article that is new.
    fn read_first(
        &mut self,
        changes: &Changes,
        gather: impl Fn(usize, &mut Vec<Fact>),
        judge: impl Fn(&[Fact]) -> Vec<GradedFinding>,
    ) {
        self.of_block = changes.read.clone().map(|block| gathered(block, &gather)).collect();
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

    fn learn(&mut self, facts: &[Fact], block: BlockId, touched: &mut FxHashSet<About>) {
        let things = self.blocks.get_or_insert_default();
        for same in facts.chunk_by(|a, b| a.about == b.about) {
            things.entry(same[0].about).or_default().push(block);
            touched.insert(same[0].about);
        }
    }

    fn forget(&mut self, facts: &[Fact], block: BlockId, touched: &mut FxHashSet<About>) {
        let things = self.blocks.get_or_insert_default();
        for same in facts.chunk_by(|a, b| a.about == b.about) {
            let about = same[0].about;
            touched.insert(about);
            let Some(blocks) = things.get_mut(&about) else { continue };
            if let Some(at) = blocks.iter().position(|other| *other == block) {
                blocks.swap_remove(at);
            }
            if blocks.is_empty() {
                things.remove(&about);
            }
        }
    }

    /// The facts about one thing, in the order of the article.
    fn facts_about(&self, about: About, blocks: &BlockIds) -> Vec<Fact> {
        let of_thing = self.blocks.iter().filter_map(|things| things.get(&about)).flatten();
        let mut numbers: Vec<usize> = of_thing.map(|id| blocks.number(*id)).collect();
        numbers.sort_unstable();
        let facts = numbers.into_iter().flat_map(|block| {
            let facts = &self.of_block[block];
            let facts = &facts[facts.partition_point(|fact| fact.about < about)..];
            let facts = &facts[..facts.partition_point(|fact| fact.about == about)];
            // What was gathered before may have moved since
            facts.iter().map(move |fact| Fact { place: Place { block, ..fact.place }, ..*fact })
        });
        facts.collect()
    }
}

/// The facts of a block, in the order of what they are about.
fn gathered(block: usize, gather: impl Fn(usize, &mut Vec<Fact>)) -> Box<[Fact]> {
    let mut facts = Vec::new();
    gather(block, &mut facts);
    facts.sort_by_key(|fact| fact.about);
    facts.into()
}

/// What a block is called as long as it stands in the article, whatever is written before it.
type BlockId = u32;

/// The blocks of an article by their ids.
#[derive(Debug, Default)]
pub(super) struct BlockIds {
    /// The ids of the blocks, in order.
    ids: Vec<BlockId>,
    /// The ids of the blocks that were replaced last; they may be used again.
    gone: Vec<BlockId>,
    /// The number of the block with each id; of those that are gone anything.
    numbers: Vec<u32>,
    /// Ids that no block has.
    free: Vec<BlockId>,
}

impl BlockIds {
    /// Gives ids to new blocks.
    pub fn update(&mut self, changes: &Changes) {
        self.free.append(&mut self.gone);
        let start = changes.read.start;
        let new: Vec<BlockId> = changes.read.clone().map(|_| self.unused()).collect();
        self.gone.extend(self.ids.splice(start..start + changes.replaced, new));
        let end = if changes.moves_blocks() { self.ids.len() } else { changes.read.end };
        for number in start..end {
            self.numbers[self.ids[number] as usize] = number as u32;
        }
    }

    /// The ids of the blocks as they were before the last changes.
    fn before(&self, changes: &Changes) -> impl Iterator<Item = BlockId> {
        let (start, end) = (changes.read.start, changes.read.end);
        self.ids[..start].iter().chain(&self.gone).chain(&self.ids[end..]).copied()
    }

    fn unused(&mut self) -> BlockId {
        self.free.pop().unwrap_or_else(|| {
            self.numbers.push(0);
            self.numbers.len() as u32 - 1
        })
    }

    fn number(&self, id: BlockId) -> usize {
        self.numbers[id as usize] as usize
    }
}
