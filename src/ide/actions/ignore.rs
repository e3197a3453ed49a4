//! Marks that a writer lets stand, here or in the whole article: as a comment in the markup or, where a
//! comment would be printed, in the newsroom's `vartani.toml`.

use super::{Action, ActionKind, Change, StyleChange};
use crate::diagnostics::{Diagnostic, Snapshot};
use crate::rules::{Message, ignore, unused_ignore};
use crate::text::{BlockKind, Format, Span};

/// Of a selection with marks of many rules only the first are offered to be ignored.
const MAX_RULES: usize = 3;

/// How the marks that touch a stretch of the document can be let stand. `path` is that of the article from the
/// folder of `vartani.toml`, where it is in one.
pub fn ignores(snapshot: &Snapshot, range: Span, path: Option<&str>) -> Vec<Action> {
    let mut marks: Vec<(usize, &Diagnostic)> = Vec::new();
    for (number, mark) in
        snapshot.diagnostics().iter().enumerate().filter(|(_, mark)| mark.span.touches(range))
    {
        let is_new = marks.iter().all(|(_, other)| other.code() != mark.code());
        if is_new && marks.len() < MAX_RULES && ![ignore::CODE, unused_ignore::CODE].contains(&mark.rule) {
            marks.push((number, mark));
        }
    }
    let here = marks.iter().filter_map(|&(number, mark)| {
        let title = Message::new(
            format!("यहाँ यह निशान न दिखाएँ ({})", mark.code()),
            format!("do not show this mark here ({})", mark.code()),
        );
        let change =
            here(snapshot, mark).or_else(|| in_house(mark, Some(mark.span.of(&snapshot.text)), path));
        Some(action(ActionKind::IgnoreHere, title, number, change?))
    });
    let everywhere = marks.iter().filter_map(|&(number, mark)| {
        let title = Message::new(
            format!("पूरी ख़बर में ऐसे निशान न दिखाएँ ({})", mark.code()),
            format!("show no such marks in this article ({})", mark.code()),
        );
        let change = in_the_article(snapshot, mark).or_else(|| in_house(mark, None, path));
        Some(action(ActionKind::IgnoreInArticle, title, number, change?))
    });
    here.chain(everywhere).collect()
}

fn action(kind: ActionKind, title: Message, mark: usize, change: Change) -> Action {
    Action { title, kind, is_preferred: false, marks: vec![mark], change }
}

fn in_house(mark: &Diagnostic, text: Option<&str>, path: Option<&str>) -> Option<Change> {
    let (path, text) = (path?.to_owned(), text.map(str::to_owned));
    Some(Change::House(StyleChange::Ignore { path, text, rule: mark.code().to_owned() }))
}

/// A comment for the block of a mark: a line before it, where that leaves the page as it is, else behind its
/// last word. `None` where a comment would be seen.
fn here(snapshot: &Snapshot, mark: &Diagnostic) -> Option<Change> {
    if snapshot.format == Format::Plain {
        return None;
    }
    let blocks = &snapshot.article.blocks;
    let block = &blocks[blocks.partition_point(|block| block.start <= mark.span.start).checked_sub(1)?];
    if block.is_value {
        return None;
    }
    let comment = format!("<!-- vartani: ignore {} -->", mark.code());
    let line = snapshot.lines.start(snapshot.lines.number(block.start as usize));
    let lead = snapshot.text.get(line..block.start as usize)?;
    let is_alone = matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading(_))
        && lead.chars().all(|c| matches!(c, ' ' | '#' | '\u{FEFF}'));
    if snapshot.format == Format::Markdown && is_alone && !lead.contains('\u{FEFF}') {
        return Some(insert(line, comment + line_end(snapshot)));
    }
    // The text of these elements is not markup
    let element = &lead[lead.rfind('<').unwrap_or(lead.len())..];
    if ["<title", "<textarea", "<option"].iter().any(|name| is_of(element, name)) {
        return None;
    }
    Some(insert(block.document_span().end as usize, format!(" {comment}")))
}

/// A comment at the top of the article for all that follows.
fn in_the_article(snapshot: &Snapshot, mark: &Diagnostic) -> Option<Change> {
    let text = &*snapshot.text;
    let comment = format!("<!-- vartani: off {} -->", mark.code());
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    match snapshot.format {
        Format::Plain => None,
        Format::Markdown => {
            let top = match snapshot.article.front_matter {
                Some(inner) => {
                    let fence = snapshot.lines.number(inner.end as usize);
                    let is_fence = |&line: &usize| {
                        matches!(snapshot.lines.text(text, line).trim_end(), "---" | "+++" | "...")
                    };
                    let fence = (fence..snapshot.lines.count()).find(is_fence)?;
                    if fence + 1 >= snapshot.lines.count() {
                        return None;
                    }
                    snapshot.lines.start(fence + 1)
                }
                None => start,
            };
            Some(insert(top, comment + line_end(snapshot)))
        }
        // Before the type of the document a comment would change how browsers lay it out
        Format::Html if is_of(text[start..].trim_start(), "<!doctype") => {
            let end = text.find('>')? + 1;
            Some(insert(end, format!("{}{comment}", line_end(snapshot))))
        }
        Format::Html => Some(insert(start, comment + line_end(snapshot))),
    }
}

fn is_of(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name))
}

fn insert(at: usize, text: String) -> Change {
    Change::Article(vec![(Span::new(at, at), text)])
}

/// How the document ends its lines.
fn line_end(snapshot: &Snapshot) -> &'static str {
    if snapshot.text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{at, edited, of};
    use crate::newsroom::Config;

    /// What becomes of a document by ignoring the mark at a part here, and in the whole article; every time no
    /// mark of the rule is left where it was.
    fn ignored(text: &str, format: Format, part: &str) -> [Option<String>; 2] {
        let snapshot = of(text, format, Config::default());
        let place = at(text, part);
        let found = ignores(&snapshot, Span::new(place, place), Some("sub/a.md"));
        assert_eq!(found.len(), 2, "{found:?}");
        let made = |action: &Action| match &action.change {
            Change::Article(edits) => Some(edited(text, edits)),
            _ => None,
        };
        let made = [made(&found[0]), made(&found[1])];
        for (after, left) in made.iter().zip([1, 0]) {
            let Some(after) = after else { continue };
            let snapshot = of(after, format, Config::default());
            let marks = snapshot.diagnostics();
            assert_eq!(marks.len(), left, "{after}: {marks:?}");
        }
        made
    }

    const HERE: &str = "<!-- vartani: ignore text/repeated-word -->";
    const OFF: &str = "<!-- vartani: off text/repeated-word -->";

    #[test]
    fn a_paragraph_of_markdown_gets_a_line_above() {
        let text = "---\r\ndate: 2025-03-12\r\n---\r\n# मेला\r\n\r\nको को कहा।\r\n\r\nसे से कहा।\r\n";
        let [here, everywhere] = ignored(text, Format::Markdown, "को को");
        assert_eq!(here.unwrap(), text.replace("को को", &format!("{HERE}\r\nको को")));
        assert_eq!(everywhere.unwrap(), text.replace("# मेला", &format!("{OFF}\r\n# मेला")));
    }

    #[test]
    fn what_a_line_would_break_apart_gets_it_behind() {
        let text = "1. को को कहा।\n2. **से से कहा।**\n";
        let [here, everywhere] = ignored(text, Format::Markdown, "से से");
        assert_eq!(here.unwrap(), text.replace("कहा।**", &format!("कहा। {HERE}**")));
        assert_eq!(everywhere.unwrap(), format!("{OFF}\n{text}"));
        let table = "| क | ख |\n|---|---|\n| को को | से से |\n";
        assert!(ignored(table, Format::Markdown, "को को")[0].as_ref().unwrap().contains("को को <!--"));
        let quote = "> को को कहा।\n\nसे से कहा।\n";
        assert!(ignored(quote, Format::Markdown, "को को")[0].as_ref().unwrap().contains("कहा। <!--"));
    }

    #[test]
    fn a_page_of_html_keeps_its_type_first() {
        let text = "<!DOCTYPE html>\n<title>मेला</title><p>को <b>को</b> कहा।</p><p>से से कहा।</p>";
        let [here, everywhere] = ignored(text, Format::Html, "से से");
        assert_eq!(here.unwrap(), text.replace("से से कहा।", &format!("से से कहा। {HERE}")));
        assert_eq!(everywhere.unwrap(), text.replace("html>", &format!("html>\n{OFF}")));
        let title = "<title>को को</title><p>से से कहा।</p>";
        assert_eq!(ignored(title, Format::Html, "को को")[0], None, "it would be read there");
    }

    #[test]
    fn in_plain_text_the_newsroom_keeps_the_note() {
        let snapshot = of("को को कहा।", Format::Plain, Config::default());
        let found = ignores(&snapshot, Span::new(0, 0), Some("sub/a.txt"));
        let change = |text: Option<&str>| {
            let text = text.map(str::to_owned);
            Change::House(StyleChange::Ignore {
                path: "sub/a.txt".into(),
                text,
                rule: "text/repeated-word".into(),
            })
        };
        let changes: Vec<_> = found.into_iter().map(|action| action.change).collect();
        assert_eq!(changes, [change(Some("को को")), change(None)]);
        assert_eq!(ignores(&snapshot, Span::new(0, 0), None), [], "an article in no folder");
    }
}
