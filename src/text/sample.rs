//! A place in a text, shown with a little of what stands around it.

use super::Span;

/// Maximum number of characters of a sample on each side of the mark.
const MAX_CONTEXT: usize = 60;

/// The part `around` of a text with ⟦ and ⟧ at `mark`, cut between characters where it is long.
pub(crate) fn sample(text: &str, around: Span, mark: Span) -> String {
    let head = &text[around.start.min(mark.start) as usize..mark.start as usize];
    let tail = &text[mark.end as usize..around.end.max(mark.end) as usize];
    let skipped = head.chars().count().saturating_sub(MAX_CONTEXT);
    let before: String = head.chars().skip(skipped).collect();
    let after: String = tail.chars().take(MAX_CONTEXT).collect();
    let (open, close) = (if skipped > 0 { "…" } else { "" }, if after.len() < tail.len() { "…" } else { "" });
    format!("{open}{before}⟦{}⟧{after}{close}", mark.of(text))
}
