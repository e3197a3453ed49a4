//! How much work a regular expression may make.

use regex_syntax::hir::{Hir, HirKind};

/// How many characters an expression may wait for at once: each that it names, as often as it may come. A search may
/// take as many steps at every byte, where its tables do not hold what it has met.
pub fn waits_for(expression: &Hir) -> u64 {
    match expression.kind() {
        HirKind::Empty => 0,
        HirKind::Literal(literal) => literal.0.len() as u64,
        HirKind::Class(_) | HirKind::Look(_) => 1,
        HirKind::Capture(capture) => waits_for(&capture.sub),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min.max(1));
            waits_for(&repetition.sub).saturating_mul(times.into())
        }
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().map(waits_for).fold(0, u64::saturating_add)
        }
    }
}
