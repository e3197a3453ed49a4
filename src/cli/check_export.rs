//! `check` of exports: every item is an article by itself, marked where it stands in the file.

use std::path::Path;

use crate::diagnostics::{Diagnostic, DocumentFix, diagnose};
use crate::files::export::{Export, Item};
use crate::reading::{DateHints, Reader};
use crate::rules::Message;
use crate::text::Format;

/// What is found in the items of an export, in the order of the file.
pub fn in_export(export: &Export, reader: &mut Reader, hints: DateHints) -> Vec<Diagnostic> {
    let mut marks: Vec<Diagnostic> = Vec::new();
    for item in &export.items {
        let found = diagnose(&item.html, Format::Html, reader, hints);
        marks.extend(found.into_iter().map(|mark| in_file(item, mark)));
    }
    marks.sort_by(|a, b| (a.span, a.rule).cmp(&(b.span, b.rule)));
    marks
}

/// A mark where it stands in the file, with the fixes that can be made there.
fn in_file(item: &Item, mark: Diagnostic) -> Diagnostic {
    let fix = |fix: DocumentFix| {
        let edits = fix.edits.into_iter();
        let edits = edits.map(|(span, text)| Some((item.to_editable(span, &text)?, text)));
        Some(DocumentFix { edits: edits.collect::<Option<_>>()?, ..fix })
    };
    Diagnostic {
        span: item.to_source(mark.span),
        related: mark.related.into_iter().map(|(span, said)| (item.to_source(span), said)).collect(),
        fixes: mark.fixes.into_iter().filter_map(fix).collect(),
        ..mark
    }
}

/// What could not be read, with the file and its line.
pub fn faults(name: &Path, faults: Vec<(Option<usize>, Message)>) -> Vec<Message> {
    let told = |(line, Message { hi, en }): (Option<usize>, Message)| {
        let place = match line {
            Some(line) => format!("{}:{line}", name.display()),
            None => name.display().to_string(),
        };
        Message::new(format!("{place}: {hi}"), format!("{place}: {en}"))
    };
    faults.into_iter().map(told).collect()
}
