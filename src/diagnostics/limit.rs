//! Maximum number of diagnostics of one rule that are shown in an article; the last says how many are not.
//!
//! Nobody reads more at a time, and an editor that redraws thousands of them at every keystroke is no help.
//! The others stay known: a fix of everything fixes them too.

use rustc_hash::FxHashMap;

use crate::diagnostics::PlacedFinding;
use crate::newsroom::Severity;

/// So many marks of one rule are shown in an article; errors are shown whatever their number.
pub const MAX_SHOWN_PER_RULE: usize = 100;

/// Marks what is not shown of the findings of an article, which are in order.
pub(super) fn limit_per_rule(found: &mut [PlacedFinding]) {
    for found in found.iter_mut() {
        (found.is_shown, found.further) = (true, 0);
    }
    let mut of_rule: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (number, found) in found.iter().enumerate().filter(|(_, found)| found.severity < Severity::Error) {
        of_rule.entry(found.finding.code()).or_default().push(number);
    }
    let all: Vec<Vec<usize>> = of_rule.into_values().filter(|all| all.len() > MAX_SHOWN_PER_RULE).collect();
    for numbers in all {
        let (shown, held) = numbers.split_at(MAX_SHOWN_PER_RULE);
        held.iter().for_each(|&number| found[number].is_shown = false);
        if let Some(&last) = shown.last() {
            found[last].further = held.len();
        }
    }
}
