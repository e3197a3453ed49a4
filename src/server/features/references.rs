//! `textDocument/references`: where else the article names the same thing.

use tower_lsp::lsp_types::{Location, Position, Url};

use super::cursor::Cursor;
use crate::diagnostics::Snapshot;
use crate::ide::references::occurrences;
use crate::server::position::LineMapper;

/// All places that name what stands at a position, this one included.
pub fn references(snapshot: &Snapshot, page: LineMapper<'_>, position: Position, uri: &Url) -> Vec<Location> {
    let spans = occurrences(snapshot, page.offset(position));
    let mut cursor = Cursor::new(page);
    spans.into_iter().map(|span| Location { uri: uri.clone(), range: cursor.range(span) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::plain;
    use crate::server::features::sample::{ENCODINGS, on_line, page, uri};

    #[test]
    fn ranges_are_in_what_the_client_counts() {
        let snapshot = plain("😀 पुतिन आए।\r\nकल 😀😀 पूतिन लौटे। व्लादिमीर पुतिन।");
        let columns =
            [[(5, 20), (16, 31), (48, 91)], [(3, 8), (8, 13), (20, 35)], [(2, 7), (6, 11), (18, 33)]];
        for (encoding, [first, second, third]) in ENCODINGS.into_iter().zip(columns) {
            let page = page(&snapshot, encoding);
            let found = references(&snapshot, page, Position::new(1, second.0 + 1), &uri());
            let ranges: Vec<_> = found.iter().map(|location| location.range).collect();
            let expected = [(0, first), (1, second), (1, third)];
            assert_eq!(ranges, expected.map(|(line, at)| on_line(line, at.0, at.1)), "{encoding:?}");
            assert!(found.iter().all(|location| location.uri == uri()));
            assert_eq!(references(&snapshot, page, Position::new(99, 0), &uri()), []);
        }
    }
}
