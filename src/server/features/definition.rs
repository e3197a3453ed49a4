//! `textDocument/definition`: from the name of an actor to its entry in the newsroom's own file.

use tower_lsp::lsp_types::{GotoDefinitionResponse, Location, LocationLink, Position, Url};

use crate::diagnostics::Snapshot;
use crate::ide::references::actor_at;
use crate::newsroom::actor_file::place_of;
use crate::server::position::{Encoding, LineMapper};
use crate::text::Lines;
use crate::text::Span;

/// The entry of the actor who is named at a position. `entry` finds the entry of an id in the newsroom's
/// files (see [`entry_in`]); actors that ship have none. With `link` (`definition.linkSupport` of the client's
/// capabilities) all of the name is underlined.
pub fn definition(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    position: Position,
    link: bool,
    entry: impl FnOnce(&str) -> Option<Location>,
) -> Option<GotoDefinitionResponse> {
    let named = actor_at(snapshot, page.offset(position))?;
    if !snapshot.newsroom.is_own(named.actor) {
        return None;
    }
    let target = entry(&snapshot.newsroom.actor(named.actor).id)?;
    if !link {
        return Some(GotoDefinitionResponse::Scalar(target));
    }
    Some(GotoDefinitionResponse::Link(vec![LocationLink {
        origin_selection_range: Some(page.range(named.span)),
        target_uri: target.uri,
        target_range: target.range,
        target_selection_range: target.range,
    }]))
}

/// The entry of an actor in the text of an actor file.
pub fn entry_in(file: &str, uri: &Url, encoding: Encoding, id: &str) -> Option<Location> {
    let place = place_of(file, id)?;
    let lines = Lines::of(file);
    let page = LineMapper { text: file, lines: &lines, encoding };
    Some(Location { uri: uri.clone(), range: page.range(Span::new(place.start, place.end)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::plain;
    use crate::server::features::sample::{ENCODINGS, on_line, page};

    const FILE: &str = "# 😀 गाँव के लोग\r\n[mohan]\r\nkind = \"person\"\r\nname = \"मोहन\"\r\nlatin = \"Mohan\"\r\n\r\n[asha-devi]\r\nkind = \"person\"\r\nname = \"आशा देवी\"\r\nlatin = \"Asha Devi\"\r\n";

    #[test]
    fn a_name_leads_to_its_own_entry() {
        let snapshot = plain("😀 आशा देवी और नरेंद्र मोदी मिले।");
        let file = Url::parse("file:///context/actors.toml").unwrap();
        let columns = [(5, 27, 37), (3, 11, 15), (2, 10, 14)];
        for (encoding, (start, end, shipped)) in ENCODINGS.into_iter().zip(columns) {
            let page = page(&snapshot, encoding);
            let entry = |id: &str| entry_in(FILE, &file, encoding, id);
            let target = Location { uri: file.clone(), range: on_line(6, 1, 10) };
            let at = |column, link| definition(&snapshot, page, Position::new(0, column), link, entry);
            assert_eq!(
                at(start, false),
                Some(GotoDefinitionResponse::Scalar(target.clone())),
                "{encoding:?}"
            );
            let Some(GotoDefinitionResponse::Link(links)) = at(end, true) else { panic!("no link") };
            assert_eq!(links[0].origin_selection_range, Some(on_line(0, start, end)));
            assert_eq!(links[0].target_selection_range, target.range);
            assert_eq!(at(shipped + 2, false), None, "an actor that ships has no file");
            assert_eq!(at(0, false), None);
        }
    }

    #[test]
    fn an_entry_that_is_gone_leads_nowhere() {
        let file = Url::parse("file:///context/actors.toml").unwrap();
        assert_eq!(entry_in(FILE, &file, Encoding::Utf16, "asha"), None);
        assert_eq!(entry_in("[asha-devi\n", &file, Encoding::Utf16, "asha-devi"), None);
        let snapshot = plain("आशा देवी आईं।");
        let page = page(&snapshot, Encoding::Utf16);
        assert_eq!(definition(&snapshot, page, Position::new(0, 1), false, |_| None), None);
    }
}
