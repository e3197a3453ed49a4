//! `textDocument/hover`: the card behind a word.

use pulldown_cmark::{Event, Parser, TagEnd};
use tower_lsp::lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use crate::diagnostics::Snapshot;
use crate::ide;
use crate::newsroom::Locale;
use crate::server::position::LineMapper;

/// The card on what stands at a position, with the words it is about; in plain text for a client that shows no
/// Markdown.
pub fn hover(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    position: Position,
    locale: Locale,
    shows_markdown: bool,
) -> Option<Hover> {
    let card = ide::hover(snapshot, page.offset(position), locale)?;
    let contents = if shows_markdown {
        MarkupContent { kind: MarkupKind::Markdown, value: card.markdown }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: without_markup(&card.markdown) }
    };
    Some(Hover { contents: HoverContents::Markup(contents), range: Some(page.range(card.span)) })
}

/// The words of a text in Markdown, a line to each paragraph, heading and item.
fn without_markup(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) if !out.ends_with('\n') => {
                out.push('\n')
            }
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
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
        let card = hover(&snapshot, page, Position::new(1, 15), Locale::Hi, true).unwrap();
        let range = card.range.unwrap();
        assert_eq!((range.start, range.end), (Position::new(1, 14), Position::new(1, 20)));
        assert!(hover(&snapshot, page, Position::new(0, 0), Locale::Hi, true).is_none());
    }

    #[test]
    fn a_client_without_markdown_gets_the_words() {
        let markdown = "**मॉस्को** (_Moscow_)  \nशहर\n\n- `मास्को` भी\n- [स्रोत](https://example.org) में\n";
        assert_eq!(without_markup(markdown), "मॉस्को (Moscow)\nशहर\nमास्को भी\nस्रोत में");
        let snapshot = snapshot("मॉस्को", "");
        let page = LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding: Encoding::Utf16 };
        let card = hover(&snapshot, page, Position::new(0, 0), Locale::Hi, false).unwrap();
        let HoverContents::Markup(MarkupContent { kind, value }) = card.contents else { panic!("no card") };
        assert!(kind == MarkupKind::PlainText && !value.contains("**"), "{value}");
    }
}
