//! `textDocument/inlayHint`: dates and roles between the words.

use tower_lsp::lsp_types::{InlayHint, InlayHintLabel, InlayHintTooltip, Range, TextEdit};

use crate::desk::{self, HintChoice, Snapshot};
use crate::newsroom::Locale;
use crate::server::position::Page;

/// The hints in a range.
pub fn inlay_hints(
    snapshot: &Snapshot,
    page: Page<'_>,
    range: Range,
    choice: HintChoice,
    locale: Locale,
) -> Vec<InlayHint> {
    let hints = desk::hints(snapshot, page.span(range), choice, locale);
    let hint = |hint: desk::Hint| {
        let position = page.position(hint.at);
        let edit = |new_text| vec![TextEdit { range: Range::new(position, position), new_text }];
        InlayHint {
            position,
            label: InlayHintLabel::String(hint.label),
            kind: None,
            text_edits: hint.insert.map(edit),
            tooltip: Some(InlayHintTooltip::String(hint.tooltip)),
            padding_left: Some(true),
            padding_right: None,
            data: None,
        }
    };
    hints.into_iter().map(hint).collect()
}

#[cfg(test)]
mod tests {
    use tower_lsp::lsp_types::Position;

    use super::*;
    use crate::desk::sample::snapshot;
    use crate::server::position::Encoding;

    #[test]
    fn a_hint_stands_behind_its_word() {
        let snapshot = snapshot("उज्जैन, 15 मार्च 2025 (भाषा)।\n😀 बैठक बुधवार को हुई।", "");
        let page = Page { text: &snapshot.text, lines: &snapshot.lines, encoding: Encoding::Utf16 };
        let all = Range::new(Position::new(0, 0), Position::new(9, 0));
        let hints = inlay_hints(&snapshot, page, all, HintChoice::default(), Locale::Hi);
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].position, Position::new(1, 14));
        assert!(matches!(&hints[0].label, InlayHintLabel::String(label) if label == "12 मार्च 2025"));
        let line = Range::new(Position::new(0, 0), Position::new(0, 9));
        assert!(inlay_hints(&snapshot, page, line, HintChoice::default(), Locale::Hi).is_empty());
    }
}
