//! `textDocument/linkedEditingRange`: a name that is changed everywhere while it is typed, where the user has set that.

use tower_lsp::lsp_types::{LinkedEditingRanges, Position, Url};

use super::cursor::Cursor;
use crate::diagnostics::Snapshot;
use crate::ide::linked_names::{LinkedNames, WORD_PATTERN};
use crate::server::position::LineMapper;

/// What a client was last told to link. It asks again behind every letter, when the name is half another one.
#[derive(Debug, Default)]
pub struct LastLinked(Option<(Url, LinkedNames)>);

impl LastLinked {
    /// What is linked with a position: what was linked before and is being typed, else the name that stands there.
    pub fn linked(
        &mut self,
        snapshot: &Snapshot,
        page: LineMapper<'_>,
        uri: &Url,
        position: Position,
    ) -> Option<LinkedEditingRanges> {
        let offset = page.offset(position);
        let is_here = |(of, linked): &&(Url, LinkedNames)| of == uri && linked.has(snapshot, offset);
        if self.0.as_ref().filter(is_here).is_none() {
            self.0 = LinkedNames::at(snapshot, offset).map(|linked| (uri.clone(), linked));
        }
        let spans = self.0.as_ref()?.1.spans(snapshot, offset)?;
        let mut cursor = Cursor::new(page);
        let ranges = spans.into_iter().map(|span| cursor.range(span)).collect();
        Some(LinkedEditingRanges { ranges, word_pattern: Some(WORD_PATTERN.to_owned()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::plain;
    use crate::server::features::sample::{ENCODINGS, on_line, page, uri};

    #[test]
    fn a_name_is_linked_in_what_the_client_counts_and_stays_so_until_the_caret_leaves() {
        let columns = [[(5, 20), (31, 46)], [(3, 8), (13, 18)], [(2, 7), (12, 17)]];
        for (encoding, places) in ENCODINGS.into_iter().zip(columns) {
            let mut last = LastLinked::default();
            let mut linked = |text: &str, column| {
                let snapshot = plain(text);
                let page = page(&snapshot, encoding);
                let linked = last.linked(&snapshot, page, &uri(), Position::new(0, column));
                linked.map(|linked| linked.ranges).unwrap_or_default()
            };
            let (start, end) = places[1];
            let expected = places.map(|(start, end)| on_line(0, start, end));
            let (before, after) = ("😀 पुतिन आए। पुतिन गए।", "😀 पुनीत आए। पुनीत गए।");
            assert_eq!(linked(before, end), [], "{encoding:?}, behind it");
            assert_eq!(linked(before, start), expected, "{encoding:?}");
            assert_eq!(linked(after, end), expected, "{encoding:?}, typed to its end");
            assert_eq!(linked(after, 0), []);
            assert_eq!(linked(after, end), [], "{encoding:?}, come back to it");
        }
    }
}
