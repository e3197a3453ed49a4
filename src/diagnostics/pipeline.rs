//! From a text to its diagnostics: the one way that every face takes.

use super::{Diagnostic, DocumentState, Snapshot};
use crate::reading::{DateHints, Reader};
use crate::text::Format;

/// Reads a document and returns its diagnostics in the order of the text.
pub fn diagnose(document: &str, format: Format, reader: &mut Reader, hints: DateHints) -> Vec<Diagnostic> {
    Snapshot::take(document.to_owned(), format, reader, hints).diagnostics().to_vec()
}

impl Snapshot {
    /// Reads and checks a document.
    pub fn take(text: String, format: Format, reader: &mut Reader, hints: DateHints) -> Snapshot {
        DocumentState::default().take(text, format, reader, hints)
    }
}
