//! `textDocument/documentHighlight`: the same name, wherever it is seen on the page.

use tower_lsp::lsp_types::{DocumentHighlight, DocumentHighlightKind, Position};

use super::cursor::Cursor;
use crate::diagnostics::Snapshot;
use crate::ide::references::occurrences;
use crate::server::position::LineMapper;

/// All places that name what stands at a position. `None` leaves the choice to the client, which may mark
/// equal words.
pub fn document_highlight(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    position: Position,
) -> Option<Vec<DocumentHighlight>> {
    let spans = occurrences(snapshot, page.offset(position));
    let mut cursor = Cursor::new(page);
    let highlight =
        |span| DocumentHighlight { range: cursor.range(span), kind: Some(DocumentHighlightKind::TEXT) };
    (!spans.is_empty()).then(|| spans.into_iter().map(highlight).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::plain;
    use crate::server::features::sample::{ENCODINGS, on_line, page};

    #[test]
    fn the_name_under_the_caret_is_marked_everywhere() {
        let snapshot = plain("मॉस्को 😀 शांत है। मास्को में बर्फ़ गिरी।");
        let columns = [[(0, 18), (47, 65)], [(0, 6), (19, 25)], [(0, 6), (18, 24)]];
        for (encoding, places) in ENCODINGS.into_iter().zip(columns) {
            let page = page(&snapshot, encoding);
            let marked = |column| document_highlight(&snapshot, page, Position::new(0, column));
            let ranges = places.map(|(start, end)| on_line(0, start, end));
            let found: Vec<_> = marked(places[1].1).unwrap().iter().map(|marked| marked.range).collect();
            assert_eq!(found, ranges, "{encoding:?}, the caret right after the name");
            assert_eq!(marked(places[0].1 + 1), None, "on a space");
        }
    }
}
