//! An article that is being written: what one snapshot leaves for the next.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::checks::Checks;
use super::review::{Found, place, without_skipped};
use super::{Lines, Snapshot};
use crate::reading::{DateHints, Memory, Reader, Reading};
use crate::text::{Article, Format};

/// An article between two keystrokes. Whatever is typed, its snapshots are those of a fresh
/// [`Snapshot::take`]; only what has changed is read and checked again.
#[derive(Debug, Default)]
pub struct Draft {
    memory: Memory,
    checks: Checks,
    /// The last snapshot.
    last: Option<Arc<Snapshot>>,
    /// Its text as it was read, where that was another one.
    read: Option<String>,
}

impl Draft {
    /// Reads and marks the article as it is now.
    pub fn read(
        &mut self,
        text: String,
        format: Format,
        reader: &mut Reader,
        hints: DateHints,
    ) -> Arc<Snapshot> {
        self.read_among(text, format, reader, hints, |_| Vec::new())
    }

    /// Like [`Draft::read`], with what is found by looking `beyond` the article.
    pub fn read_among(
        &mut self,
        text: String,
        format: Format,
        reader: &mut Reader,
        hints: DateHints,
        beyond: impl FnOnce(&Snapshot) -> Vec<Found>,
    ) -> Arc<Snapshot> {
        let mut snapshot = self.take(text, format, reader, hints);
        snapshot.add(beyond(&snapshot));
        let snapshot = Arc::new(snapshot);
        self.last = Some(snapshot.clone());
        snapshot
    }

    pub(super) fn take(
        &mut self,
        text: String,
        format: Format,
        reader: &mut Reader,
        hints: DateHints,
    ) -> Snapshot {
        if !self.memory.is_of(reader) {
            *self = Draft::default();
        }
        let newsroom = reader.newsroom().clone();
        let document = without_skipped(&text, &newsroom);
        let last = self.last.take().filter(|last| last.format == format);
        let before = last.as_ref().map(|last| (self.read.as_deref().unwrap_or(&last.text), &last.article));
        let article = Article::parse_again(&document, format, before);
        let (reading, changes) = reader.read_again(&mut self.memory, &article, &document, hints);
        self.checks.update(&reading, &changes);
        let found = place(&document, format, &reading, self.checks.found());
        let Reading { blocks, dateline, mentions, times, variants, .. } = reading;
        self.read = match document {
            Cow::Owned(document) => Some(document),
            Cow::Borrowed(_) => None,
        };
        Snapshot {
            lines: Lines::of(&text),
            text,
            format,
            article,
            blocks,
            newsroom,
            dateline,
            mentions,
            times,
            variants,
            found,
            marks: OnceLock::new(),
        }
    }
}
