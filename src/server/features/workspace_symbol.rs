//! `workspace/symbol`: what the articles of all open folders name.

use tower_lsp::lsp_types::{Location, Range, SymbolInformation, Url};

use super::cursor::Cursor;
use super::document_symbol::kind;
use crate::diagnostics::Snapshot;
use crate::ide::outline::{EntryClass, Query, entries};
use crate::newsroom::Newsroom;
use crate::server::position::LineMapper;

/// So many symbols are enough to choose from.
const MAX_SYMBOLS: usize = 512;

/// What an article names, kept without its text.
#[derive(Clone, Debug)]
pub struct Symbol {
    name: Box<str>,
    class: EntryClass,
    range: Range,
}

impl Symbol {
    /// What an article names, in order of class and place.
    pub fn all(snapshot: &Snapshot, page: LineMapper<'_>) -> Vec<Symbol> {
        let mut cursor = Cursor::new(page);
        let symbol = |entry: crate::ide::outline::Entry| Symbol {
            range: cursor.range(entry.name_span),
            name: entry.name.into(),
            class: entry.class,
        };
        entries(snapshot).into_iter().map(symbol).collect()
    }
}

/// What articles name that is looked for; each is read for a newsroom.
pub fn workspace_symbol<'a>(
    articles: impl IntoIterator<Item = (&'a Url, &'a Newsroom, &'a [Symbol])>,
    query: &str,
) -> Vec<SymbolInformation> {
    let query = &Query::of(query);
    let of_article = |(uri, newsroom, symbols): (&'a Url, &'a Newsroom, &'a [Symbol])| {
        let file = uri.path_segments().and_then(|mut segments| segments.next_back()).map(str::to_owned);
        let wanted = symbols.iter().filter(move |symbol| query.finds(&symbol.name, symbol.class, newsroom));
        wanted.map(move |symbol| information(uri, symbol, file.clone()))
    };
    articles.into_iter().flat_map(of_article).take(MAX_SYMBOLS).collect()
}

#[allow(deprecated)] // the field `deprecated` has to be written
fn information(uri: &Url, symbol: &Symbol, file: Option<String>) -> SymbolInformation {
    SymbolInformation {
        name: symbol.name.to_string(),
        kind: kind(symbol.class),
        tags: None,
        deprecated: None,
        location: Location { uri: uri.clone(), range: symbol.range },
        container_name: file,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::markdown;
    use crate::server::features::sample::{on_line, page, uri};
    use crate::server::position::Encoding;

    #[test]
    fn a_name_is_found_in_all_articles() {
        let one = markdown("# 😀 दौरा\r\n\r\n😀 पुतिन 12 मार्च को आए।\r\n");
        let other = markdown("पूतिन लौटे। चीन चुप है।");
        let (first, second) = (uri(), Url::parse("file:///context/a%20b.md").unwrap());
        let symbols = [&one, &other].map(|snapshot| Symbol::all(snapshot, page(snapshot, Encoding::Utf16)));
        let articles =
            || [(&first, &*one.newsroom, &symbols[0][..]), (&second, &*other.newsroom, &symbols[1][..])];
        let found = workspace_symbol(articles(), "Putin");
        let places: Vec<_> = found.iter().map(|s| (&s.location.uri, s.location.range)).collect();
        assert_eq!(places, [(&first, on_line(2, 3, 8)), (&second, on_line(0, 0, 5))]);
        assert_eq!(found[1].container_name.as_deref(), Some("a%20b.md"));
        assert_eq!(workspace_symbol(articles(), "").len(), 5);
    }
}
