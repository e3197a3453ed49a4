//! `textDocument/completion`: names and dates in articles, keys and values in `vartani.toml`.

use std::time::{Duration, Instant};

use tower_lsp::lsp_types::{
    CompletionClientCapabilities, CompletionContext, CompletionItem, CompletionItemKind, CompletionList,
    CompletionTextEdit, CompletionTriggerKind, Position, TextEdit, Url,
};

use crate::diagnostics::Snapshot;
use crate::ide;
use crate::ide::{Occasion, Suggestion, SuggestionKind};
use crate::newsroom::{Kind, Locale};
use crate::server::position::LineMapper;

/// Marks after which a client should ask without being asked: those that begin keys in `vartani.toml`.
pub const TRIGGERS: [&str; 2] = ["\"", "["];

/// What a client can do with completions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CompletionSupport {
    /// It knows the kinds of LSP 3.17, as constants and events are.
    knows_newer_kinds: bool,
    /// It takes an item at marks, unless it is told that there are none.
    commit_characters: bool,
}

impl CompletionSupport {
    /// Reads what a client says of itself.
    pub fn of(client: Option<&CompletionClientCapabilities>) -> CompletionSupport {
        let kinds = client.and_then(|client| client.completion_item_kind.as_ref());
        let known = kinds.and_then(|kinds| kinds.value_set.as_deref()).unwrap_or_default();
        let item = client.and_then(|client| client.completion_item.as_ref());
        CompletionSupport {
            knows_newer_kinds: NEWER_KINDS.iter().all(|kind| known.contains(kind)),
            commit_characters: item.and_then(|item| item.commit_characters_support).unwrap_or_default(),
        }
    }
}

/// Those of our kinds that a client need not know.
const NEWER_KINDS: [CompletionItemKind; 2] = [CompletionItemKind::CONSTANT, CompletionItemKind::EVENT];

/// A person who wants a list needs at least this long after the last letter to say so.
const MIN_TO_ASK: Duration = Duration::from_millis(500);

/// For what a client asked last.
///
/// A client that opens lists by itself says of them what it says of those that its user asks for: `Invoked`. But
/// it opens one for each letter, so whoever asks a second time, where nothing has changed since, is the user.
#[derive(Debug, Default)]
pub struct LastAsked {
    uri: Option<Url>,
    version: i32,
    position: Position,
    occasion: Option<Occasion>,
    /// When that place was first asked about.
    since: Option<Instant>,
}

impl LastAsked {
    /// Why a client asks `now`; it is remembered.
    pub fn occasion(
        &mut self,
        uri: &Url,
        version: i32,
        position: Position,
        context: Option<&CompletionContext>,
        now: Instant,
    ) -> Occasion {
        let is_same_document = self.uri.as_ref() == Some(uri);
        let is_same_place = is_same_document && (self.version, self.position) == (version, position);
        let since = self.since.filter(|_| is_same_place).unwrap_or(now);
        // Sooner it is the editor that asks again, as where it has just got to know us
        let is_same_place = is_same_place && now.duration_since(since) >= MIN_TO_ASK;
        let occasion = match context.map(|context| context.trigger_kind) {
            Some(CompletionTriggerKind::INVOKED) if is_same_place => Occasion::Asked,
            // The list that is open, for one letter more
            Some(CompletionTriggerKind::TRIGGER_FOR_INCOMPLETE_COMPLETIONS) if is_same_document => {
                self.occasion.unwrap_or(Occasion::Typing)
            }
            _ => Occasion::Typing,
        };
        let (uri, occasion_now, since) = (Some(uri.clone()), Some(occasion), Some(since));
        *self = LastAsked { uri, version, position, occasion: occasion_now, since };
        occasion
    }
}

/// Names and dates for the word that ends at a position of an article.
pub fn completion(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    position: Position,
    occasion: Occasion,
    locale: Locale,
    client: CompletionSupport,
) -> CompletionList {
    let offset = page.offset(position);
    let typed = |suggestion: &Suggestion| suggestion.replace.of(page.text).to_owned();
    list(page, ide::complete(snapshot, offset, occasion, locale), client, typed)
}

/// Keys and values for a position of a `vartani.toml`.
pub fn settings_completion(
    page: LineMapper<'_>,
    position: Position,
    locale: Locale,
    client: CompletionSupport,
) -> CompletionList {
    let written = page.text;
    let filter = |suggestion: &Suggestion| {
        let typed = suggestion.replace.of(written);
        if typed.starts_with('"') { format!("\"{}\"", suggestion.label) } else { suggestion.label.clone() }
    };
    list(page, ide::complete_settings(page.text, page.offset(position), locale), client, filter)
}

/// The suggestions in their order. The list is incomplete, so that a client asks again with every letter:
/// what fits by ear only the server knows, so that `filter` is what stands there already.
fn list(
    page: LineMapper<'_>,
    suggestions: Vec<Suggestion>,
    client: CompletionSupport,
    filter: impl Fn(&Suggestion) -> String,
) -> CompletionList {
    let item = |(number, suggestion): (usize, Suggestion)| CompletionItem {
        filter_text: Some(filter(&suggestion)),
        sort_text: Some(format!("{number:03}")),
        kind: kind(suggestion.kind, client),
        // No mark takes an item: a full stop is a full stop
        commit_characters: client.commit_characters.then(Vec::new),
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

/// The nearest of the protocol's kinds, which are made for code, that the client knows.
fn kind(kind: SuggestionKind, client: CompletionSupport) -> Option<CompletionItemKind> {
    let kind = match kind {
        SuggestionKind::Name(Kind::Person) => CompletionItemKind::CONSTANT,
        SuggestionKind::Name(Kind::Organisation) => CompletionItemKind::MODULE,
        SuggestionKind::Name(Kind::Place) => CompletionItemKind::REFERENCE,
        SuggestionKind::Name(Kind::Work) => CompletionItemKind::FILE,
        SuggestionKind::Name(Kind::Programme) => CompletionItemKind::INTERFACE,
        SuggestionKind::Name(Kind::Event) => CompletionItemKind::EVENT,
        SuggestionKind::Date => CompletionItemKind::EVENT,
        SuggestionKind::Key => CompletionItemKind::PROPERTY,
        SuggestionKind::Value => CompletionItemKind::VALUE,
    };
    (client.knows_newer_kinds || !NEWER_KINDS.contains(&kind)).then_some(kind)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::diagnostics::test_support::snapshot;
    use crate::server::position::Encoding;
    use crate::text::Lines;

    #[test]
    fn what_is_typed_in_latin_letters_stays_in_the_clients_list() {
        let snapshot = snapshot("😀 बैठक में put ने", "");
        let page = LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding: Encoding::Utf16 };
        let list = completion(
            &snapshot,
            page,
            Position::new(0, 15),
            Occasion::Typing,
            Locale::Hi,
            CompletionSupport::default(),
        );
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
        let list = settings_completion(page, Position::new(1, 5), Locale::En, CompletionSupport::default());
        assert_eq!(list.items[0].filter_text.as_deref(), Some("\"date/weekday\""));
        let Some(CompletionTextEdit::Edit(edit)) = &list.items[0].text_edit else { panic!() };
        assert_eq!((edit.range.start, edit.range.end), (Position::new(1, 0), Position::new(1, 6)));
    }

    #[test]
    fn whoever_asks_twice_at_one_place_wants_a_list() {
        let (uri, mut last) = (Url::parse("file:///a.txt").unwrap(), LastAsked::default());
        let start = Instant::now();
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        let mut occasion = |when, version, column, trigger_kind| {
            let context = CompletionContext { trigger_kind, trigger_character: None };
            last.occasion(&uri, version, Position::new(0, column), Some(&context), at(when))
        };
        let (invoked, again) =
            (CompletionTriggerKind::INVOKED, CompletionTriggerKind::TRIGGER_FOR_INCOMPLETE_COMPLETIONS);
        assert_eq!(occasion(0, 1, 3, invoked), Occasion::Typing, "an editor opens it by itself");
        assert_eq!(occasion(100, 2, 4, invoked), Occasion::Typing);
        assert_eq!(occasion(150, 2, 4, invoked), Occasion::Typing, "no hand is so quick");
        assert_eq!(occasion(800, 2, 4, invoked), Occasion::Asked, "nobody has typed since");
        assert_eq!(occasion(900, 3, 5, again), Occasion::Asked, "the list is still open");
        assert_eq!(occasion(1000, 4, 6, invoked), Occasion::Typing);
        assert_eq!(occasion(1100, 5, 7, again), Occasion::Typing);
        assert_eq!(last.occasion(&uri, 5, Position::new(0, 7), None, at(2000)), Occasion::Typing);
    }

    #[test]
    fn a_client_gets_only_the_kinds_it_knows_and_takes_nothing_at_a_mark() {
        let client = |value: serde_json::Value| {
            let client = serde_json::from_value(value).unwrap();
            CompletionSupport::of(Some(&client))
        };
        let newer = client(json!({
            "completionItem": {"commitCharactersSupport": true},
            "completionItemKind": {"valueSet": (1..=25).collect::<Vec<_>>()},
        }));
        let snapshot = snapshot("बैठक में put", "");
        let page = LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding: Encoding::Utf16 };
        let first = |client| {
            let position = Position::new(0, 12);
            completion(&snapshot, page, position, Occasion::Typing, Locale::Hi, client).items[0].clone()
        };
        let (old, new) = (first(client(json!({}))), first(newer));
        assert_eq!((old.kind, old.commit_characters), (None, None));
        assert_eq!((new.kind, new.commit_characters), (Some(CompletionItemKind::CONSTANT), Some(vec![])));
    }
}
