//! `textDocument/hover`: the card behind a word.

use tower_lsp::lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use crate::diagnostics::Snapshot;
use crate::ide;
use crate::newsroom::Locale;
use crate::server::position::LineMapper;

/// The card on what stands at a position, with the words it is about.
pub fn hover(snapshot: &Snapshot, page: LineMapper<'_>, position: Position, locale: Locale) -> Option<Hover> {
    let card = ide::hover(snapshot, page.offset(position), locale)?;
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value: card.markdown }),
        range: Some(page.range(card.span)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::snapshot;
    use crate::server::position::Encoding;

    #[test]
    fn the_range_is_counted_as_the_client_counts() {
        let snapshot = snapshot("😀 बैठक\nमॉस्को में 😀 मॉस्को", "");
        let page = LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding: Encoding::Utf16 };
        let card = hover(&snapshot, page, Position::new(1, 15), Locale::Hi).unwrap();
        let range = card.range.unwrap();
        assert_eq!((range.start, range.end), (Position::new(1, 14), Position::new(1, 20)));
        assert!(hover(&snapshot, page, Position::new(0, 0), Locale::Hi).is_none());
    }
}
