//! `textDocument/documentSymbol`: headings, actors and dates of an article.

use tower_lsp::lsp_types::{
    DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind, Url,
};

use crate::diagnostics::Snapshot;
use crate::ide::outline::{Entry, EntryClass, outline};
use crate::newsroom::Kind;
use crate::server::position::LineMapper;

/// The outline of an article; flat for a client that cannot nest
/// (`documentSymbol.hierarchicalDocumentSymbolSupport`).
pub fn document_symbol(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    uri: &Url,
    nested: bool,
) -> DocumentSymbolResponse {
    let outline = outline(snapshot);
    if nested {
        return DocumentSymbolResponse::Nested(outline.into_iter().map(|e| symbol(page, e)).collect());
    }
    let mut flat = Vec::new();
    flatten(page, uri, outline, None, &mut flat);
    DocumentSymbolResponse::Flat(flat)
}

#[allow(deprecated)] // the field `deprecated` has to be written
fn symbol(page: LineMapper<'_>, entry: Entry) -> DocumentSymbol {
    let children: Vec<_> = entry.children.into_iter().map(|child| symbol(page, child)).collect();
    DocumentSymbol {
        name: entry.name,
        detail: entry.detail,
        kind: kind(entry.class),
        tags: None,
        deprecated: None,
        range: page.range(entry.span),
        selection_range: page.range(entry.name_span),
        children: (!children.is_empty()).then_some(children),
    }
}

fn flatten(
    page: LineMapper<'_>,
    uri: &Url,
    entries: Vec<Entry>,
    container: Option<&str>,
    out: &mut Vec<SymbolInformation>,
) {
    for entry in entries {
        out.push(information(page, uri, &entry, container.map(str::to_owned)));
        flatten(page, uri, entry.children, Some(&entry.name), out);
    }
}

#[allow(deprecated)] // the field `deprecated` has to be written
fn information(
    page: LineMapper<'_>,
    uri: &Url,
    entry: &Entry,
    container_name: Option<String>,
) -> SymbolInformation {
    SymbolInformation {
        name: entry.name.clone(),
        kind: kind(entry.class),
        tags: None,
        deprecated: None,
        location: Location { uri: uri.clone(), range: page.range(entry.name_span) },
        container_name,
    }
}

/// The protocol has kinds for programs; these come nearest by their icons.
pub(super) fn kind(class: EntryClass) -> SymbolKind {
    match class {
        EntryClass::Heading(_) => SymbolKind::STRING,
        EntryClass::Actor(Kind::Person, _) => SymbolKind::CLASS,
        EntryClass::Actor(Kind::Organisation, _) => SymbolKind::MODULE,
        EntryClass::Actor(Kind::Place, _) => SymbolKind::NAMESPACE,
        EntryClass::Actor(Kind::Work, _) => SymbolKind::FILE,
        EntryClass::Actor(Kind::Programme, _) => SymbolKind::INTERFACE,
        EntryClass::Actor(Kind::Event, _) => SymbolKind::EVENT,
        EntryClass::Date => SymbolKind::EVENT,
    }
}

#[cfg(test)]
mod tests {
    use tower_lsp::lsp_types::{Position, Range};

    use super::*;
    use crate::diagnostics::test_support::markdown;
    use crate::server::features::sample::{ENCODINGS, on_line, page, uri};
    use crate::server::position::Encoding;

    const TEXT: &str = "# 😀 दौरा\r\n\r\n😀 पुतिन 12 मार्च को आए।\r\n";

    #[test]
    fn symbols_nest_and_are_where_the_client_counts() {
        let snapshot = markdown(TEXT);
        let columns = [[(2, 19), (5, 20), (21, 39)], [(2, 9), (3, 8), (9, 17)], [(2, 8), (2, 7), (8, 16)]];
        for (encoding, [heading, person, date]) in ENCODINGS.into_iter().zip(columns) {
            let found = document_symbol(&snapshot, page(&snapshot, encoding), &uri(), true);
            let DocumentSymbolResponse::Nested(found) = found else { panic!("{found:?}") };
            let [top] = &found[..] else { panic!("{found:?}") };
            assert_eq!((top.name.as_str(), top.kind), ("😀 दौरा", SymbolKind::STRING));
            assert_eq!(top.selection_range, on_line(0, heading.0, heading.1), "{encoding:?}");
            assert_eq!(top.range, Range { end: Position::new(3, 0), ..top.selection_range });
            let [first, second] = top.children.as_deref().unwrap() else { panic!("{top:?}") };
            assert_eq!((first.name.as_str(), first.kind), ("व्लादिमीर पुतिन", SymbolKind::CLASS));
            assert_eq!(first.range, on_line(2, person.0, person.1), "{encoding:?}");
            assert_eq!((second.name.as_str(), second.kind), ("12 मार्च", SymbolKind::EVENT));
            assert_eq!(second.range, on_line(2, date.0, date.1), "{encoding:?}");
        }
    }

    #[test]
    fn a_flat_outline_names_what_each_stands_under() {
        let snapshot = markdown(TEXT);
        let found = document_symbol(&snapshot, page(&snapshot, Encoding::Utf16), &uri(), false);
        let DocumentSymbolResponse::Flat(found) = found else { panic!("{found:?}") };
        let under: Vec<_> = found.iter().map(|symbol| symbol.container_name.as_deref()).collect();
        assert_eq!(under, [None, Some("😀 दौरा"), Some("😀 दौरा")]);
    }
}
