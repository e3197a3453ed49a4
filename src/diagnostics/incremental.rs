//! What the rules find in an article, kept from one reading to the next.
//!
//! At a keystroke a rule is asked only about what is new: see [`Check`].

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::fact_index::FactIndex;
use super::graded_finding::{GradedFinding, graded, in_force, judges_titles, renumber};
use crate::reading::{BlockIds, Changes, Reading, Variants};
use crate::rules::{Check, Fact, UnknownOffice, unknown_offices};

/// All that was found in the last reading of an article.
#[derive(Debug, Default)]
pub(super) struct IncrementalFindings {
    /// What was found in each block by itself.
    blocks: Vec<Vec<GradedFinding>>,
    /// The offices in each block that could not be judged.
    unknown: Vec<Vec<UnknownOffice>>,
    /// What was found in the spellings of each name, by the address of the name.
    variants: FxHashMap<usize, (Arc<Variants>, Vec<GradedFinding>)>,
    /// For each rule that gathers facts what it knows.
    facts: FxHashMap<&'static str, FactIndex>,
    /// What blocks are called in the facts.
    ids: BlockIds,
    /// What was found in the article as a whole.
    article: Vec<GradedFinding>,
    /// The newsroom's sets of rules that hold, by name.
    sets: Vec<String>,
}

impl IncrementalFindings {
    /// Brings what is found up to date with a reading.
    pub fn update(&mut self, reading: &Reading<'_>, changes: &Changes) {
        let sets: Vec<&str> = reading.newsroom.config.sets_on(reading.dateline.date).collect();
        if self.sets != sets {
            // Other rules hold now than before, in blocks that have not changed, too
            let sets = sets.into_iter().map(str::to_owned).collect();
            *self = IncrementalFindings { sets, ..IncrementalFindings::default() };
            return self.update(reading, &Changes::all(reading.article.blocks.len()));
        }
        self.update_blocks(reading, changes);
        let is_respelt = self.update_variants(reading);
        self.article.clear();
        self.ids.update(changes);
        for (rule, severity) in in_force(reading) {
            match rule.check {
                Check::Facts(gather, judge) => {
                    let facts = self.facts.entry(rule.code).or_default();
                    let judge = |facts: &[Fact]| graded(reading, severity, |out| judge(reading, facts, out));
                    let gather = |block, out: &mut Vec<_>| gather(reading, block, out);
                    facts.update(changes, &self.ids, is_respelt, gather, judge);
                }
                Check::Article(check) => {
                    self.article.extend(graded(reading, severity, |out| check(reading, out)));
                }
                Check::Block(_) | Check::Variants(_) | Check::Elsewhere => {}
            }
        }
    }

    /// Everything that is found, in no order.
    pub fn found(&self) -> impl Iterator<Item = &GradedFinding> {
        let blocks = self.blocks.iter().flatten();
        let variants = self.variants.values().flat_map(|(_, found)| found);
        let facts = self.facts.values().flat_map(FactIndex::found);
        blocks.chain(variants).chain(facts).chain(&self.article)
    }

    /// The offices that could not be judged, each with the last day for which it is known.
    pub fn unknown_offices(&self) -> BTreeSet<UnknownOffice> {
        self.unknown.iter().flatten().cloned().collect()
    }

    fn update_blocks(&mut self, reading: &Reading<'_>, changes: &Changes) {
        let start = changes.read.start;
        self.blocks.splice(start..start + changes.replaced, changes.read.clone().map(|_| Vec::new()));
        if changes.moves_blocks() {
            renumber(self.blocks[changes.read.end..].iter_mut().flatten(), changes);
        }
        self.unknown.splice(start..start + changes.replaced, changes.read.clone().map(|_| Vec::new()));
        let is_title_checked = judges_titles(reading);
        for block in changes.blocks() {
            self.blocks[block].clear();
            self.unknown[block] = if is_title_checked { unknown_offices(reading, block) } else { Vec::new() };
        }
        for (rule, severity) in in_force(reading) {
            let Check::Block(check) = rule.check else { continue };
            for block in changes.blocks() {
                self.blocks[block].extend(graded(reading, severity, |out| check(reading, block, out)));
            }
        }
    }

    /// Returns whether names are spelt in other ways than before, or in other places.
    fn update_variants(&mut self, reading: &Reading<'_>) -> bool {
        let mut before = std::mem::take(&mut self.variants);
        let check_all = |variants: &Variants| {
            let rules = in_force(reading);
            let found = rules.map(|(rule, severity)| match rule.check {
                Check::Variants(check) => graded(reading, severity, |out| check(variants, out)),
                _ => Vec::new(),
            });
            found.flatten().collect()
        };
        let mut has_new = false;
        let with_found = |variants: &Arc<Variants>| {
            let address = Arc::as_ptr(variants).addr();
            let found = before.remove(&address).unwrap_or_else(|| {
                has_new = true;
                (variants.clone(), check_all(variants))
            });
            (address, found)
        };
        self.variants = reading.variants.iter().map(with_found).collect();
        has_new || !before.is_empty()
    }
}
