//! From a text to its diagnostics: the one way that every face takes.

use std::sync::{Arc, OnceLock};

use super::placement::place;
use super::skipped::without_skipped;
use super::{Diagnostic, Snapshot, findings};
use crate::reading::{DateHints, Reader, Reading};
use crate::text::{Article, Format, Lines};

/// Reads a document and returns its diagnostics in the order of the text.
pub fn diagnose(document: &str, format: Format, reader: &mut Reader, hints: DateHints) -> Vec<Diagnostic> {
    Snapshot::take(document.to_owned(), format, reader, hints).into_diagnostics().1
}

impl Snapshot {
    /// Reads and checks a document. An article that is being edited has a [`DocumentState`](super::DocumentState), whose
    /// snapshots are the same.
    pub fn take(text: String, format: Format, reader: &mut Reader, hints: DateHints) -> Snapshot {
        let newsroom = reader.newsroom().clone();
        let document = without_skipped(&text, &newsroom);
        let article = Article::parse(&document, format);
        let reading = reader.read(&article, &document, hints);
        let found = place(&document, format, &reading, findings::all(&reading).iter());
        let unknown_offices = findings::all_unknown_offices(&reading);
        let Reading { blocks, dateline, mentions, times, variants, .. } = reading;
        drop(document);
        Snapshot {
            lines: Lines::of(&text),
            text,
            format,
            article,
            blocks,
            newsroom,
            dateline,
            variants,
            found,
            unknown_offices,
            mentions: OnceLock::from(Arc::unwrap_or_clone(mentions)),
            times: OnceLock::from(Arc::unwrap_or_clone(times)),
            diagnostics: OnceLock::new(),
        }
    }
}
