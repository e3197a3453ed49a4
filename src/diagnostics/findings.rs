//! What the rules find in an article that is read once: the same as [`IncrementalFindings`] gathers over edits, with
//! nothing kept for the next.
//!
//! [`IncrementalFindings`]: super::incremental::IncrementalFindings

use std::collections::BTreeSet;

use super::graded_finding::{GradedFinding, graded, in_force, judges_titles};
use crate::reading::Reading;
use crate::rules::{Check, Contrasts, Fact, Finding, UnknownOffice, unknown_offices};

/// Everything that is found, in no order.
pub(super) fn all(reading: &Reading<'_>) -> Vec<GradedFinding> {
    let mut found = Vec::new();
    let blocks = 0..reading.article.blocks.len();
    for (rule, severity) in in_force(reading) {
        found.extend(graded(reading, severity, |out| match rule.check {
            Check::Block(check) => blocks.clone().for_each(|block| check(reading, block, out)),
            Check::Variants(check) => reading.variants.iter().for_each(|variants| check(variants, out)),
            Check::Facts(gather, judge) => {
                let facts = gathered(reading, |block, out| gather(reading, block, out));
                judge_all(reading, facts, judge, out);
            }
            Check::Article(check) => check(reading, out),
            Check::Elsewhere => {}
        }));
    }
    found
}

/// Maximum number of facts, 2.5 MB, that are held before it is known which of them matter.
const MAX_HELD: usize = 1 << 16;

/// The facts of all blocks that matter, in the order of the article.
fn gathered(reading: &Reading<'_>, gather: impl Fn(usize, &mut Vec<Fact>)) -> Vec<Fact> {
    let blocks = 0..reading.article.blocks.len();
    let mut facts = Vec::new();
    let mut noted: Option<Contrasts> = None;
    for block in blocks.clone() {
        gather(block, &mut facts);
        if facts.len() > MAX_HELD && facts.iter().all(Contrasts::is_about) {
            let contrasts = noted.get_or_insert_with(|| contrasts_of(reading));
            facts.drain(..).for_each(|fact| contrasts.note(&fact));
        }
    }
    let is_held = noted.is_none();
    let mut contrasts = match noted {
        Some(contrasts) => contrasts,
        None if facts.iter().any(Contrasts::is_about) => contrasts_of(reading),
        None => return facts,
    };
    facts.iter().for_each(|fact| contrasts.note(fact));
    if is_held {
        facts.retain(|fact| contrasts.matters(fact));
        return facts;
    }
    // Facts that were not held are gathered once more
    facts.clear();
    let mut of_block = Vec::new();
    for block in blocks {
        gather(block, &mut of_block);
        facts.extend(of_block.drain(..).filter(|fact| contrasts.matters(fact)));
    }
    facts
}

fn contrasts_of(reading: &Reading<'_>) -> Contrasts {
    Contrasts::of_tokens(reading.blocks.iter().map(|block| block.words.len()).sum())
}

/// Judges all facts, which are in the order of the article.
fn judge_all(
    reading: &Reading<'_>,
    mut facts: Vec<Fact>,
    judge: fn(&Reading<'_>, &[Fact], &mut Vec<Finding>),
    out: &mut Vec<Finding>,
) {
    // The sort is stable: of each thing the facts stay in the order of the article
    facts.sort_by_key(|fact| fact.about);
    facts.chunk_by(|a, b| a.about == b.about).for_each(|of_thing| judge(reading, of_thing, out));
}

/// The offices that cannot be judged, each with the last day for which it is known.
pub(super) fn all_unknown_offices(reading: &Reading<'_>) -> BTreeSet<UnknownOffice> {
    if !judges_titles(reading) {
        return BTreeSet::new();
    }
    (0..reading.article.blocks.len()).flat_map(|block| unknown_offices(reading, block)).collect()
}
