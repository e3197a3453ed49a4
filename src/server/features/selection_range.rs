//! `textDocument/selectionRange`: from the word to the name, the sentence, the paragraph, the article.

use tower_lsp::lsp_types::{Position, SelectionRange};

use crate::diagnostics::Snapshot;
use crate::ide::selection::around;
use crate::server::position::LineMapper;

/// For each position what a selection grows through, the smallest outside.
pub fn selection_range(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    positions: &[Position],
) -> Vec<SelectionRange> {
    let at = |position: &Position| {
        let wider = |parent: Option<Box<SelectionRange>>, span| {
            Some(Box::new(SelectionRange { range: page.range(span), parent }))
        };
        let spans = around(snapshot, page.offset(*position));
        let found = spans.into_iter().rev().fold(None, wider);
        // There is always the whole article
        found.map_or(SelectionRange { range: Default::default(), parent: None }, |found| *found)
    };
    positions.iter().map(at).collect()
}

#[cfg(test)]
mod tests {
    use tower_lsp::lsp_types::Range;

    use super::*;
    use crate::diagnostics::test_support::plain;
    use crate::server::features::sample::{ENCODINGS, on_line, page};

    fn ranges(found: &SelectionRange) -> Vec<Range> {
        std::iter::successors(Some(found), |inner| inner.parent.as_deref()).map(|at| at.range).collect()
    }

    #[test]
    fn every_position_gets_its_own_ladder() {
        let snapshot = plain("😀 बैठक हुई। वे लौटे।\r\nअंत");
        let columns = [[5, 17, 30, 53, 9], [3, 7, 12, 21, 3], [2, 6, 11, 20, 3]];
        for (encoding, [start, end, sentence, paragraph, last]) in ENCODINGS.into_iter().zip(columns) {
            let whole = Range { start: Position::new(0, 0), end: Position::new(1, last) };
            let positions = [Position::new(0, start), Position::new(1, 0), Position::new(7, 7)];
            let found = selection_range(&snapshot, page(&snapshot, encoding), &positions);
            assert_eq!(
                ranges(&found[0]),
                [on_line(0, start, end), on_line(0, 0, sentence), on_line(0, 0, paragraph), whole],
                "{encoding:?}"
            );
            assert_eq!(ranges(&found[1]), [on_line(1, 0, last), whole]);
            assert_eq!(ranges(&found[2]), [on_line(1, 0, last), whole], "past the end is the end");
        }
    }
}
