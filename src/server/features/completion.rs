//! `textDocument/completion`: names and dates in articles, keys and values in `vartani.toml`.

use tower_lsp::lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionTextEdit, Position, TextEdit,
};

use crate::diagnostics::Snapshot;
use crate::ide;
use crate::ide::{Suggestion, SuggestionKind};
use crate::newsroom::{Kind, Locale};
use crate::server::position::LineMapper;

/// Marks after which a client should ask without being asked: those that begin keys in `vartani.toml`.
pub const TRIGGERS: [&str; 2] = ["\"", "["];

/// Names and dates for the word that ends at a position of an article.
pub fn completion(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    position: Position,
    locale: Locale,
) -> CompletionList {
    let offset = page.offset(position);
    let typed = |suggestion: &Suggestion| suggestion.replace.of(page.text).to_owned();
    list(page, ide::complete(snapshot, offset, locale), typed)
}

/// Keys and values for a position of a `vartani.toml`.
pub fn settings_completion(page: LineMapper<'_>, position: Position, locale: Locale) -> CompletionList {
    let written = page.text;
    let filter = |suggestion: &Suggestion| {
        let typed = suggestion.replace.of(written);
        if typed.starts_with('"') { format!("\"{}\"", suggestion.label) } else { suggestion.label.clone() }
    };
    list(page, ide::complete_settings(page.text, page.offset(position), locale), filter)
}

/// The suggestions in their order. The list is incomplete, so that a client asks again with every letter:
/// what fits by ear only the server knows, so that `filter` is what stands there already.
fn list(
    page: LineMapper<'_>,
    suggestions: Vec<Suggestion>,
    filter: impl Fn(&Suggestion) -> String,
) -> CompletionList {
    let item = |(number, suggestion): (usize, Suggestion)| CompletionItem {
        filter_text: Some(filter(&suggestion)),
        sort_text: Some(format!("{number:03}")),
        kind: Some(kind(suggestion.kind)),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit {
            range: page.range(suggestion.replace),
            new_text: suggestion.insert,
        })),
        detail: Some(suggestion.detail).filter(|detail| !detail.is_empty()),
        label: suggestion.label,
        ..CompletionItem::default()
    };
    let items = suggestions.into_iter().enumerate().map(item).collect();
    CompletionList { is_incomplete: true, items }
}

/// The nearest of the protocol's kinds, which are made for code.
fn kind(kind: SuggestionKind) -> CompletionItemKind {
    match kind {
        SuggestionKind::Name(Kind::Person) => CompletionItemKind::CONSTANT,
        SuggestionKind::Name(Kind::Organisation) => CompletionItemKind::MODULE,
        SuggestionKind::Name(Kind::Place) => CompletionItemKind::REFERENCE,
        SuggestionKind::Name(Kind::Work) => CompletionItemKind::FILE,
        SuggestionKind::Name(Kind::Programme) => CompletionItemKind::INTERFACE,
        SuggestionKind::Name(Kind::Event) => CompletionItemKind::EVENT,
        SuggestionKind::Date => CompletionItemKind::EVENT,
        SuggestionKind::Key => CompletionItemKind::PROPERTY,
        SuggestionKind::Value => CompletionItemKind::VALUE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::snapshot;
    use crate::server::position::Encoding;
    use crate::text::Lines;

    #[test]
    fn what_is_typed_in_latin_letters_stays_in_the_clients_list() {
        let snapshot = snapshot("😀 बैठक में put ने", "");
        let page = LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding: Encoding::Utf16 };
        let list = completion(&snapshot, page, Position::new(0, 15), Locale::Hi);
        let first = &list.items[0];
        assert!(list.is_incomplete);
        assert_eq!((first.label.as_str(), first.filter_text.as_deref()), ("पुतिन", Some("put")));
        let Some(CompletionTextEdit::Edit(edit)) = &first.text_edit else { panic!("{first:?}") };
        assert_eq!((edit.range.start, edit.range.end), (Position::new(0, 12), Position::new(0, 15)));
        assert!(list.items.is_sorted_by_key(|item| item.sort_text.clone()));
    }

    #[test]
    fn a_quoted_key_is_filtered_with_its_quotes() {
        let text = "[rules]\n\"week\"";
        let lines = Lines::of(text);
        let page = LineMapper { text, lines: &lines, encoding: Encoding::Utf16 };
        let list = settings_completion(page, Position::new(1, 5), Locale::En);
        assert_eq!(list.items[0].filter_text.as_deref(), Some("\"date/weekday\""));
        let Some(CompletionTextEdit::Edit(edit)) = &list.items[0].text_edit else { panic!() };
        assert_eq!((edit.range.start, edit.range.end), (Position::new(1, 0), Position::new(1, 6)));
    }
}
