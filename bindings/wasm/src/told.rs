//! What JavaScript was told of a document, and what of it holds after an edit: only what is new is told again.

use std::collections::HashMap;
use std::sync::Arc;

use vartani::diagnostics::{PlacedFinding, Snapshot};
use vartani::rules::{Finding, Fix, Related};
use vartani::text::{Place, Span};

/// A replaced stretch of the text, in bytes.
#[derive(Clone, Copy)]
pub struct Replaced {
    pub start: usize,
    pub end: usize,
    /// How long what stands there now is.
    pub inserted: usize,
}

/// How the marks of now are made of those that were told.
pub enum Step<'a> {
    /// So many of those that were told come next, each where the edits have moved it.
    Keep(usize),
    /// So many of them are gone.
    Drop(usize),
    /// One that is new.
    New(&'a PlacedFinding),
}

fn shown(snapshot: &Snapshot) -> impl Iterator<Item = &PlacedFinding> {
    snapshot.found.iter().filter(|found| found.is_shown)
}

/// What has changed from the snapshot that was told, if one was, through edits to one of now.
pub fn steps<'a>(told: Option<&'a Snapshot>, edits: &[Replaced], now: &'a Snapshot) -> Vec<Step<'a>> {
    let Some(told) = told else {
        return shown(now).map(Step::New).collect();
    };
    let mut comparison = Comparison { told, now, edits, related: HashMap::new() };
    let mut before = shown(told).peekable();
    let mut steps = Vec::new();
    for found in shown(now) {
        // Both are in the order of the text
        let gone = std::iter::from_fn(|| before.next_if(|old| comparison.is_before(old, found))).count();
        if gone > 0 {
            steps.push(Step::Drop(gone));
        }
        match before.next_if(|old| comparison.is_same(old, found)) {
            None => steps.push(Step::New(found)),
            Some(_) => match steps.last_mut() {
                Some(Step::Keep(kept)) => *kept += 1,
                _ => steps.push(Step::Keep(1)),
            },
        }
    }
    steps
}

/// Two snapshots of one document, and what was edited between them.
struct Comparison<'a> {
    told: &'a Snapshot,
    now: &'a Snapshot,
    edits: &'a [Replaced],
    /// Whether the related places are the same, by their addresses: findings about one thing share them.
    related: HashMap<(*const Related, *const Related), bool>,
}

impl Comparison<'_> {
    /// Where the edits have moved a place; `None` for one within what was replaced.
    fn moved(&self, offset: u32) -> Option<u32> {
        self.edits
            .iter()
            .try_fold(offset as usize, |offset, edit| match offset {
                offset if offset <= edit.start => Some(offset),
                offset if offset >= edit.end => Some(offset - (edit.end - edit.start) + edit.inserted),
                _ => None,
            })
            .map(|offset| offset as u32)
    }

    fn is_moved(&self, old: Span, new: Span) -> bool {
        self.moved(old.start) == Some(new.start) && self.moved(old.end) == Some(new.end)
    }

    /// Whether a mark that was told would stand before one of now, or stands where the text was replaced.
    fn is_before<'f>(&self, old: &'f PlacedFinding, new: &'f PlacedFinding) -> bool {
        let (Some(start), Some(end)) = (self.moved(old.span.start), self.moved(old.span.end)) else {
            return true;
        };
        let code_and_text = |found: &'f PlacedFinding| (found.finding.code(), &found.finding.message.en);
        (Span { start, end }, code_and_text(old)) < (new.span, code_and_text(new))
    }

    fn is_same(&mut self, old: &PlacedFinding, new: &PlacedFinding) -> bool {
        old.severity == new.severity
            && old.further == new.further
            && self.is_moved(old.span, new.span)
            && old.span.of(&self.told.text) == new.span.of(&self.now.text)
            && says_the_same(&old.finding, &new.finding)
            && self.has_same_fixes(&old.finding, &new.finding)
            && self.has_same_related(&old.finding.related, &new.finding.related)
    }

    fn has_same_fixes(&self, old: &Finding, new: &Finding) -> bool {
        let place = |snapshot: &Snapshot, place: &Place, text: &str| {
            snapshot.article.blocks[place.block].to_replaceable(place.span, text)
        };
        old.fixes.iter().zip(&new.fixes).all(|(old, new)| {
            old.edits.iter().zip(new.edits.iter()).all(|((old, text), (new, _))| {
                match (place(self.told, &old, text), place(self.now, &new, text)) {
                    (Some(old), Some(new)) => self.is_moved(old, new),
                    (old, new) => old == new,
                }
            })
        })
    }

    fn has_same_related(&mut self, old: &Arc<Related>, new: &Arc<Related>) -> bool {
        let pair = (Arc::as_ptr(old), Arc::as_ptr(new));
        if let Some(known) = self.related.get(&pair) {
            return *known;
        }
        let are_same = old.len() == new.len()
            && old.iter().zip(&**new).all(|((old, old_message), (new, new_message))| {
                old_message == new_message && self.is_moved(self.told.span_of(*old), self.now.span_of(*new))
            });
        self.related.insert(pair, are_same);
        are_same
    }
}

/// Whether two findings say the same, wherever it is that they say it.
fn says_the_same(old: &Arc<Finding>, new: &Arc<Finding>) -> bool {
    if Arc::ptr_eq(old, new) {
        return true;
    }
    let write_the_same = |(old, new): (&Fix, &Fix)| {
        let texts =
            |fix: &Fix| -> Vec<String> { fix.edits.iter().map(|(_, text)| text.to_owned()).collect() };
        old.title == new.title && old.applicability == new.applicability && texts(old) == texts(new)
    };
    old.code() == new.code()
        && old.message == new.message
        && old.fixes.len() == new.fixes.len()
        && old.fixes.iter().zip(&new.fixes).all(write_the_same)
}
