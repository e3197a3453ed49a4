//! What the rules find in an article, kept from one reading to the next.
//!
//! At a keystroke a rule is asked only about what is new: see [`Check`].

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::newsroom::{HouseStyle, Severity};
use crate::reading::{Changes, Reading, Variants};
use crate::rules::{About, Check, Fact, Finding, RULES, Rule};

/// A finding with its severity in the newsroom.
pub(super) type Graded = (Severity, Arc<Finding>);

/// All that was found in the last reading of an article.
#[derive(Debug, Default)]
pub(super) struct Checks {
    /// What was found in each block by itself.
    blocks: Vec<Vec<Graded>>,
    /// What was found in the spellings of each name, by the address of the name.
    variants: FxHashMap<usize, (Arc<Variants>, Vec<Graded>)>,
    /// For each rule that gathers facts what it knows.
    facts: FxHashMap<&'static str, Facts>,
    /// What was found in the article as a whole.
    article: Vec<Graded>,
}

/// The facts that a rule has gathered, and what it found in them.
#[derive(Debug, Default)]
struct Facts {
    of_block: Vec<Vec<Fact>>,
    found: FxHashMap<About, Vec<Graded>>,
}

impl Checks {
    /// Brings what is found up to date with a reading.
    pub fn update(&mut self, reading: &Reading<'_>, changes: &Changes) {
        self.update_blocks(reading, changes);
        self.update_variants(reading);
        self.article.clear();
        for (rule, severity) in in_force(&reading.newsroom.style) {
            match rule.check {
                Check::Facts(gather, judge) => {
                    let facts = self.facts.entry(rule.code).or_default();
                    let judge = |facts: &[Fact]| graded(severity, |out| judge(reading, facts, out));
                    facts.update(changes, |block, out| gather(reading, block, out), judge);
                }
                Check::Article(check) => {
                    self.article.extend(graded(severity, |out| check(reading, out)));
                }
                Check::Block(_) | Check::Variants(_) | Check::Desk => {}
            }
        }
    }

    /// Everything that is found, in no order.
    pub fn found(&self) -> impl Iterator<Item = &Graded> {
        let blocks = self.blocks.iter().flatten();
        let variants = self.variants.values().flat_map(|(_, found)| found);
        let facts = self.facts.values().flat_map(|facts| facts.found.values()).flatten();
        blocks.chain(variants).chain(facts).chain(&self.article)
    }

    fn update_blocks(&mut self, reading: &Reading<'_>, changes: &Changes) {
        let start = changes.read.start;
        self.blocks.splice(start..start + changes.replaced, changes.read.clone().map(|_| Vec::new()));
        if changes.moves_blocks() {
            self.blocks[changes.read.end..].iter_mut().flatten().for_each(|found| renumber(found, changes));
        }
        for block in changes.blocks() {
            self.blocks[block].clear();
        }
        for (rule, severity) in in_force(&reading.newsroom.style) {
            let Check::Block(check) = rule.check else { continue };
            for block in changes.blocks() {
                self.blocks[block].extend(graded(severity, |out| check(reading, block, out)));
            }
        }
    }

    fn update_variants(&mut self, reading: &Reading<'_>) {
        let mut before = std::mem::take(&mut self.variants);
        let check_all = |variants: &Variants| {
            let rules = in_force(&reading.newsroom.style);
            let found = rules.map(|(rule, severity)| match rule.check {
                Check::Variants(check) => graded(severity, |out| check(variants, out)),
                _ => Vec::new(),
            });
            found.flatten().collect()
        };
        let with_found = |variants: &Arc<Variants>| {
            let address = Arc::as_ptr(variants).addr();
            let found = before.remove(&address).unwrap_or_else(|| (variants.clone(), check_all(variants)));
            (address, found)
        };
        self.variants = reading.variants.iter().map(with_found).collect();
    }
}

impl Facts {
    fn update(
        &mut self,
        changes: &Changes,
        gather: impl Fn(usize, &mut Vec<Fact>),
        judge: impl Fn(&[Fact]) -> Vec<Graded>,
    ) {
        let mut touched: FxHashSet<About> = FxHashSet::default();
        let start = changes.read.start;
        let old =
            self.of_block.splice(start..start + changes.replaced, changes.read.clone().map(|_| Vec::new()));
        touched.extend(old.flatten().map(|fact| fact.about));
        for block in changes.blocks() {
            let facts = &mut self.of_block[block];
            touched.extend(facts.drain(..).map(|fact| fact.about));
            gather(block, facts);
            touched.extend(facts.iter().map(|fact| fact.about));
        }
        self.found.retain(|about, _| !touched.contains(about));
        if changes.moves_blocks() {
            self.found.values_mut().flatten().for_each(|found| renumber(found, changes));
        }
        for facts in self.about(&touched).values() {
            let found = judge(facts);
            if let Some(fact) = facts.first().filter(|_| !found.is_empty()) {
                self.found.insert(fact.about, found);
            }
        }
    }

    /// The facts about some things, in the order of the article.
    fn about(&self, these: &FxHashSet<About>) -> FxHashMap<About, Vec<Fact>> {
        let mut out: FxHashMap<About, Vec<Fact>> = FxHashMap::default();
        if these.is_empty() {
            return out;
        }
        for (block, facts) in self.of_block.iter().enumerate() {
            for fact in facts.iter().filter(|fact| these.contains(&fact.about)) {
                let mut fact = *fact;
                // What was gathered before may have moved since
                fact.place.block = block;
                out.entry(fact.about).or_default().push(fact);
            }
        }
        out
    }
}

/// The rules that a newsroom wants, with their severities.
fn in_force(style: &HouseStyle) -> impl Iterator<Item = (&'static Rule, Severity)> {
    RULES.iter().filter_map(|rule| Some((rule, severity(rule, style)?)))
}

/// The severity of a rule in a newsroom; `None` if it is off.
pub(super) fn severity(rule: &Rule, style: &HouseStyle) -> Option<Severity> {
    match style.level(rule.code) {
        Some(level) => level.severity(),
        None => rule.severity,
    }
}

fn graded(severity: Severity, check: impl FnOnce(&mut Vec<Finding>)) -> Vec<Graded> {
    let mut findings = Vec::new();
    check(&mut findings);
    let grade = |finding: Finding| {
        let severity = if finding.is_question { Severity::Hint } else { severity };
        (severity, Arc::new(finding))
    };
    findings.into_iter().map(grade).collect()
}

fn renumber(found: &mut Graded, changes: &Changes) {
    let finding = Finding::clone(&found.1);
    found.1 = Arc::new(finding.renumbered(|block| changes.renumber(block)));
}
