//! `textDocument/foldingRange`: what belongs to a heading, and the front matter. Paragraphs stay open.

use tower_lsp::lsp_types::{FoldingRange, FoldingRangeKind};

use crate::diagnostics::Snapshot;
use crate::ide::outline::sections;

/// What of an article can be folded, in whole lines; at most `limit` folds
/// (`foldingRange.rangeLimit` of the client's capabilities), those of higher headings first.
pub fn folding_range(snapshot: &Snapshot, limit: Option<u32>) -> Vec<FoldingRange> {
    let mut sections = sections(snapshot);
    sections.sort_by_key(|(level, _)| *level);
    let heading = |(_, span): (u8, crate::text::Span)| {
        let last = snapshot.text[..span.end as usize].trim_end().len();
        fold(snapshot, span.start as usize, last, None)
    };
    let front_matter = snapshot.article.front_matter.and_then(|inner| {
        // From the fence before the text of the front matter to the one after it
        let (start, end) =
            (snapshot.lines.number(inner.start as usize), snapshot.lines.number(inner.end as usize));
        let first = snapshot.lines.start(start.saturating_sub(1));
        let is_fence = |line: &usize| {
            let line = snapshot.lines.text(&snapshot.text, *line).trim_end();
            matches!(line, "---" | "+++" | "...")
        };
        let fence = (end..snapshot.lines.count()).find(is_fence)?;
        fold(snapshot, first, snapshot.lines.start(fence), Some(FoldingRangeKind::Region))
    });
    let mut out: Vec<FoldingRange> =
        front_matter.into_iter().chain(sections.into_iter().filter_map(heading)).collect();
    out.truncate(limit.map_or(usize::MAX, |limit| limit as usize));
    out.sort_by_key(|fold| fold.start_line);
    out
}

/// The lines from one byte to another, if there are two or more.
fn fold(
    snapshot: &Snapshot,
    start: usize,
    end: usize,
    kind: Option<FoldingRangeKind>,
) -> Option<FoldingRange> {
    let (start_line, end_line) = (snapshot.lines.number(start) as u32, snapshot.lines.number(end) as u32);
    (start_line < end_line).then(|| FoldingRange { start_line, end_line, kind, ..FoldingRange::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{markdown, of};
    use crate::newsroom::Config;
    use crate::text::Format;

    const TEXT: &str = "---\ndate: 2025-03-12\ntitle: 😀\n---\n\n# दौरा 😀\n\nपहला\nपैरा।\n\n## शाम\n\nभोज हुआ।\n\n## खाली\n\n# अंत\n\nविदाई।\n\n\n";

    fn lines(snapshot: &Snapshot, limit: Option<u32>) -> Vec<(u32, u32)> {
        folding_range(snapshot, limit).iter().map(|fold| (fold.start_line, fold.end_line)).collect()
    }

    #[test]
    fn headings_and_front_matter_fold_without_the_blank_lines_after() {
        let expected = [(0, 3), (5, 14), (10, 12), (16, 18)];
        assert_eq!(lines(&markdown(TEXT), None), expected);
        assert_eq!(lines(&markdown(&TEXT.replace('\n', "\r\n")), None), expected);
        let folds = folding_range(&markdown(TEXT), None);
        assert_eq!((&folds[0].kind, &folds[1].kind), (&Some(FoldingRangeKind::Region), &None));
    }

    #[test]
    fn of_too_many_folds_the_higher_stay() {
        assert_eq!(lines(&markdown(TEXT), Some(3)), [(0, 3), (5, 14), (16, 18)]);
        assert_eq!(lines(&markdown(TEXT), Some(0)), []);
    }

    #[test]
    fn paragraphs_do_not_fold() {
        assert_eq!(lines(&markdown("एक\nदो\nतीन\nचार\n\nपाँच\nछह"), None), []);
        assert_eq!(lines(&markdown(""), None), []);
        let html = "<h1>दौरा</h1>\n<p>पहला</p>\n<h2>शाम</h2>\n<p>भोज 😀</p>\n";
        let snapshot = of(html, Format::Html, Config::default());
        assert_eq!(lines(&snapshot, None), [(0, 3), (2, 3)]);
    }
}
