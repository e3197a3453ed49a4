//! `textDocument/formatting`: all safe fixes, and nothing else, where the user has set that vartani formats articles.
//!
//! An editor that formats on save would otherwise change articles that nobody asked it to change. What the client
//! says of tabs and blanks is about code.

use tower_lsp::lsp_types::TextEdit;

use super::edits::text_edits;
use crate::diagnostics::Snapshot;
use crate::diagnostics::apply_fixes::safe_fixes;
use crate::server::position::LineMapper;

/// The edits of the safe fixes, in order, each as small as its fix.
pub fn formatting(snapshot: &Snapshot, page: LineMapper<'_>) -> Vec<TextEdit> {
    text_edits(page, &safe_fixes(snapshot.diagnostics()).1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::plain;
    use crate::server::features::sample::{ENCODINGS, on_line, page};

    #[test]
    fn safe_fixes_are_made_and_nothing_is_formatted() {
        let snapshot = plain("😀  बैठक\tअाज हुई।   \n\n\n\nमॉस्को शांत, मास्को चुप।");
        for (encoding, (start, end)) in ENCODINGS.into_iter().zip([(19, 28), (9, 12), (8, 11)]) {
            let edits = formatting(&snapshot, page(&snapshot, encoding));
            let expected = TextEdit { range: on_line(0, start, end), new_text: "आज".to_owned() };
            assert_eq!(edits, [expected], "{encoding:?}");
        }
        let right = plain("बैठक आज हुई।");
        assert_eq!(formatting(&right, page(&right, ENCODINGS[0])), []);
    }
}
