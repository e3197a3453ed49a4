//! `textDocument/inlayHint` and `inlayHint/resolve`: dates and roles between the words.

use serde::{Deserialize, Serialize};
use tower_lsp::lsp_types::{InlayHint, InlayHintLabel, InlayHintTooltip, Range, TextEdit, Url};

use crate::diagnostics::Snapshot;
use crate::ide;
use crate::ide::HintChoice;
use crate::newsroom::Locale;
use crate::server::position::LineMapper;
use crate::text::Span;

/// What a hint carries whose reasons are told when somebody points at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unresolved {
    /// The article.
    pub uri: Url,
    /// The version it was made for.
    pub version: i32,
    /// The byte at which it stands.
    at: usize,
}

impl Unresolved {
    /// What a hint of ours carries; `None` for one that is complete.
    pub fn of(hint: &InlayHint) -> Option<Unresolved> {
        serde_json::from_value(hint.data.clone()?).ok()
    }
}

/// The hints in a range. For a client that resolves tooltips they are left out: `lazily` then has the address
/// and the version of the article.
pub fn inlay_hints(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    range: Range,
    choice: HintChoice,
    locale: Locale,
    lazily: Option<(&Url, i32)>,
) -> Vec<InlayHint> {
    let hints = ide::hints(snapshot, page.span(range), choice, locale);
    let hint = |hint: ide::Hint| {
        let position = page.position(hint.at);
        let edit = |new_text| vec![TextEdit { range: Range::new(position, position), new_text }];
        let unresolved = lazily.map(|(uri, version)| Unresolved { uri: uri.clone(), version, at: hint.at });
        InlayHint {
            position,
            label: InlayHintLabel::String(hint.label),
            kind: None,
            text_edits: hint.insert.map(edit),
            tooltip: lazily.is_none().then_some(InlayHintTooltip::String(hint.tooltip)),
            padding_left: Some(true),
            padding_right: None,
            data: unresolved.and_then(|unresolved| serde_json::to_value(unresolved).ok()),
        }
    };
    hints.into_iter().map(hint).collect()
}

/// The reasons of a hint, if it still stands there.
pub fn tooltip(
    snapshot: &Snapshot,
    hint: &InlayHint,
    asked: &Unresolved,
    choice: HintChoice,
    locale: Locale,
) -> Option<InlayHintTooltip> {
    let InlayHintLabel::String(label) = &hint.label else { return None };
    let here = asked.at.min(snapshot.text.len());
    let all = ide::hints(snapshot, Span::new(here, here), choice, locale);
    let same = all.into_iter().find(|hint| hint.at == asked.at && hint.label == *label)?;
    Some(InlayHintTooltip::String(same.tooltip))
}

#[cfg(test)]
mod tests {
    use tower_lsp::lsp_types::Position;

    use super::*;
    use crate::diagnostics::test_support::snapshot;
    use crate::server::position::Encoding;

    #[test]
    fn a_hint_stands_behind_its_word() {
        let snapshot = snapshot("उज्जैन, 15 मार्च 2025 (भाषा)।\n😀 बैठक बुधवार को हुई।", "");
        let page = LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding: Encoding::Utf16 };
        let all = Range::new(Position::new(0, 0), Position::new(9, 0));
        let hints = inlay_hints(&snapshot, page, all, HintChoice::default(), Locale::Hi, None);
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].position, Position::new(1, 14));
        assert!(matches!(&hints[0].label, InlayHintLabel::String(label) if label == "12 मार्च 2025"));
        let line = Range::new(Position::new(0, 0), Position::new(0, 9));
        assert!(inlay_hints(&snapshot, page, line, HintChoice::default(), Locale::Hi, None).is_empty());
    }
}
