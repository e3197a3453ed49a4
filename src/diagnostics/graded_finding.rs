//! A finding with the severity that a newsroom gives it.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::safety::demote_unknown;
use crate::newsroom::{Config, Severity};
use crate::reading::{Changes, Reading};
use crate::rules::{Finding, Message, Place, RULES, Related, Rule};

/// A finding with its severity in the newsroom.
pub(super) type GradedFinding = (Severity, Arc<Finding>);

/// The severity of a rule in a newsroom for articles of a day; `None` if it is off.
pub(super) fn severity(rule: &Rule, config: &Config, day: Option<Date>) -> Option<Severity> {
    match config.level_on(rule.code, day) {
        Some(level) => level.severity(),
        None => rule.severity,
    }
}

/// The rule that judges titles.
const TITLE: &str = "actor/title";

/// The rules that a newsroom wants in an article, with their severities.
pub(super) fn in_force(reading: &Reading<'_>) -> impl Iterator<Item = (&'static Rule, Severity)> {
    let (config, day) = (&reading.newsroom.config, reading.dateline.date);
    RULES.iter().filter_map(move |rule| Some((rule, severity(rule, config, day)?)))
}

/// Whether titles are judged in an article, and those that cannot be are to be told.
pub(super) fn judges_titles(reading: &Reading<'_>) -> bool {
    in_force(reading).any(|(rule, _)| rule.code == TITLE)
}

/// The severity of one of the newsroom's own patterns, as `[rules]` or the pattern itself says.
fn of_pattern(code: &str, reading: &Reading<'_>) -> Option<Severity> {
    let config = &reading.newsroom.config;
    config.level_of_pattern(config.patterns.find(code)?, reading.dateline.date)?.severity()
}

/// What a check finds, each finding with its severity.
pub(super) fn graded(
    reading: &Reading<'_>,
    severity: Severity,
    check: impl FnOnce(&mut Vec<Finding>),
) -> Vec<GradedFinding> {
    let mut findings = Vec::new();
    check(&mut findings);
    let grade = |mut finding: Finding| {
        demote_unknown(reading, &mut finding);
        let severity =
            finding.pattern.as_deref().and_then(|code| of_pattern(code, reading)).unwrap_or(severity);
        let severity = match () {
            () if finding.is_question => Severity::Hint,
            () if finding.is_dated => severity.min(Severity::Information),
            () => severity,
        };
        (severity, Arc::new(finding))
    };
    findings.into_iter().map(grade).collect()
}

/// Gives the places of findings the numbers that their blocks have now. What findings share they share afterwards.
pub(super) fn renumber<'a>(found: impl Iterator<Item = &'a mut GradedFinding>, changes: &Changes) {
    let mut shared: FxHashMap<*const Related, (Arc<Related>, Arc<Related>)> = FxHashMap::default();
    let number_of = |block| changes.renumber(block);
    for (_, found) in found {
        let (_, related) = shared.entry(Arc::as_ptr(&found.related)).or_insert_with(|| {
            let renumbered = |(place, message): &(Place, Message)| {
                (Place { block: number_of(place.block), ..*place }, message.clone())
            };
            // The old ones are kept, or their address might be that of others
            (found.related.clone(), Arc::new(found.related.iter().map(renumbered).collect()))
        });
        *found = Arc::new(Finding::clone(found).renumbered(number_of, related.clone()));
    }
}
