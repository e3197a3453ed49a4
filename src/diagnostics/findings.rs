//! What the rules find in an article that is read once: the same as [`IncrementalFindings`] gathers over edits, with
//! nothing kept for the next.
//!
//! [`IncrementalFindings`]: super::incremental::IncrementalFindings

use std::collections::BTreeSet;

use super::graded_finding::{GradedFinding, graded, in_force, judges_titles};
use crate::reading::Reading;
use crate::rules::{Check, Fact, Finding, UnknownOffice, unknown_offices};

/// Everything that is found, in no order.
pub(super) fn all(reading: &Reading<'_>) -> Vec<GradedFinding> {
    let mut found = Vec::new();
    let blocks = 0..reading.article.blocks.len();
    for (rule, severity) in in_force(reading) {
        found.extend(graded(reading, severity, |out| match rule.check {
            Check::Block(check) => blocks.clone().for_each(|block| check(reading, block, out)),
            Check::Variants(check) => reading.variants.iter().for_each(|variants| check(variants, out)),
            Check::Facts(gather, judge) => {
                let mut facts = Vec::new();
                blocks.clone().for_each(|block| gather(reading, block, &mut facts));
                judge_all(reading, facts, judge, out);
            }
            Check::Article(check) => check(reading, out),
            Check::Elsewhere => {}
        }));
    }
    found
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
