//! What tests of the features share.

use tower_lsp::lsp_types::{Position, Range, Url};

use crate::diagnostics::Snapshot;
use crate::server::position::{Encoding, LineMapper};

/// All that a client may count.
pub(super) const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// A snapshot as a client sees it.
pub(super) fn page(snapshot: &Snapshot, encoding: Encoding) -> LineMapper<'_> {
    LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding }
}

/// The address of the article.
pub(super) fn uri() -> Url {
    Url::parse("file:///context/lekh.txt").expect("an address")
}

/// A range on one line.
pub(super) fn on_line(line: u32, start: u32, end: u32) -> Range {
    Range { start: Position::new(line, start), end: Position::new(line, end) }
}
