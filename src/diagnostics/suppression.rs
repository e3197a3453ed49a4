//! What the writer of an article has told vartani in comments: `<!-- vartani: ignore date/weekday -->`.
//!
//! `ignore` is for the block it stands in, or else for the next one; `off` from there to `on` or to the end.
//! Without rules each is for all of them. What follows a semicolon is a reason, for people. In plain text
//! a comment would be printed, so that there is none; `[[ignore]]` in `vartani.toml` is for that.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::diagnostics::PlacedFinding;
use crate::newsroom::Severity;
use crate::rules::{Finding, Message, Place, RULES, Rule, ignore};
use crate::text::{Article, Block, Format, Span};

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const NAME: &str = "vartani:";

/// What the comments of an article say.
#[derive(Debug, Default)]
pub(super) struct Suppressions {
    /// For each rule where its marks are hidden, in order and apart from each other.
    hidden: FxHashMap<&'static str, Vec<Span>>,
    /// What is wrong in the comments themselves, with what is wrong.
    pub faults: Vec<(Span, Message)>,
}

/// What a comment asks for.
#[derive(Clone, Copy, PartialEq)]
enum Verb {
    Ignore,
    Off,
    On,
}

impl Suppressions {
    /// Reads the comments of a document.
    pub fn of(document: &str, format: Format, article: &Article) -> Suppressions {
        let mut comments = Suppressions::default();
        if format == Format::Plain || !document.contains(NAME) {
            return comments;
        }
        let mut hidden: FxHashMap<&'static str, Vec<Span>> = FxHashMap::default();
        let mut open: FxHashMap<&'static str, usize> = FxHashMap::default();
        for comment in all(document) {
            let Some((verb, rules)) = comments.read(document, comment) else { continue };
            for rule in rules {
                match verb {
                    Verb::Ignore => {
                        let block = block_of(comment, document, article);
                        hidden.entry(rule).or_default().extend(block);
                    }
                    Verb::Off => {
                        let start = if is_above_text(comment, article) { 0 } else { comment.range().end };
                        open.entry(rule).or_insert(start);
                    }
                    Verb::On => {
                        let closed = open.remove(rule).map(|start| Span::new(start, comment.range().start));
                        hidden.entry(rule).or_default().extend(closed);
                    }
                }
            }
        }
        for (rule, start) in open {
            hidden.entry(rule).or_default().push(Span::new(start, document.len()));
        }
        comments.hidden = hidden.into_iter().map(|(rule, spans)| (rule, apart(spans))).collect();
        comments
    }

    /// Whether what a rule marks at a place is not to be shown.
    pub fn hides(&self, rule: &str, place: Span) -> bool {
        let Some(spans) = self.hidden.get(rule) else { return false };
        let at = spans.partition_point(|span| span.end <= place.start);
        spans.get(at).is_some_and(|span| span.start <= place.start)
    }

    /// The verb and the rules of a comment, if it is for vartani; what is wrong in it is noted.
    fn read(&mut self, document: &str, comment: Span) -> Option<(Verb, Vec<&'static str>)> {
        let inner = comment.start as usize + OPEN.len()..comment.end as usize - CLOSE.len();
        let text = document[inner.clone()].trim_start();
        let rest = text.strip_prefix(NAME)?;
        let start = inner.end - rest.len();
        let said = rest.split(';').next().unwrap_or_default();
        let mut words = said.split([' ', '\t', '\n', '\r', ',']).filter(|word| !word.is_empty());
        let place = |word: &str| {
            let at = start + (word.as_ptr().addr() - said.as_ptr().addr());
            Span::new(at, at + word.len())
        };
        let verb = match words.next() {
            Some("ignore") => Verb::Ignore,
            Some("off") => Verb::Off,
            Some("on") => Verb::On,
            other => {
                self.faults.push((other.map_or(comment, place), ignore::no_verb(other.unwrap_or_default())));
                return None;
            }
        };
        let (mut rules, mut named) = (Vec::new(), false);
        for word in words {
            named = true;
            match Rule::find(word) {
                Some(rule) => rules.push(rule.code),
                None => self.faults.push((place(word), ignore::no_rule(word))),
            }
        }
        if !named {
            rules.extend(RULES.iter().map(|rule| rule.code));
        }
        Some((verb, rules))
    }

    /// What is wrong in the comments.
    pub fn found(&self, severity: Severity) -> impl Iterator<Item = PlacedFinding> + '_ {
        // A comment stands in no block
        let nowhere = Place { block: 0, span: Span::default() };
        self.faults.iter().map(move |(span, message)| {
            PlacedFinding::new(
                *span,
                severity,
                Arc::new(Finding::new(ignore::CODE, nowhere, message.clone())),
            )
        })
    }
}

/// All comments of a document.
fn all(document: &str) -> impl Iterator<Item = Span> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + document[from..].find(OPEN)?;
        let inner = start + OPEN.len();
        let end = inner + document[inner..].find(CLOSE)? + CLOSE.len();
        from = end;
        Some(Span::new(start, end))
    })
}

/// Whether nothing but front matter stands above a comment: no comment can stand in that.
fn is_above_text(comment: Span, article: &Article) -> bool {
    article.front_matter.is_some_and(|front| {
        let next = article.blocks.partition_point(|block| block.start < front.end);
        article.blocks.get(next).is_none_or(|block| block.start > comment.start)
    })
}

/// The block that a comment is for: the one it stands in or behind on one line, else the next.
fn block_of(comment: Span, document: &str, article: &Article) -> Option<Span> {
    let next = article.blocks.partition_point(|block| block.start < comment.end);
    let before = next.checked_sub(1).map(|at| article.blocks[at].document_span());
    // Its white space may be part of a block that it ends
    let is_in = |block: &Span| {
        let gap = document.get(block.end as usize..comment.start as usize);
        gap.is_none_or(|gap| !gap.contains(['\n', '\r', '<', '|']))
    };
    before.filter(is_in).or_else(|| article.blocks.get(next).map(Block::document_span))
}

/// The same bytes as spans in order that do not touch.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let touches = next.start <= last.end;
        if touches {
            last.end = last.end.max(next.end);
        }
        touches
    });
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::of;
    use crate::newsroom::Config;

    /// The marked words of a document.
    fn marked(text: &str, format: Format) -> Vec<String> {
        let snapshot = of(text, format, Config::default());
        snapshot.diagnostics().iter().map(|mark| format!("{} {}", mark.rule, mark.span.of(text))).collect()
    }

    #[test]
    fn the_next_block_is_ignored_and_no_other() {
        let text = "मंत्री ने ने कहा।\n\n<!-- vartani: ignore text/repeated-word; उद्धरण है -->\nसांसद ने ने कहा।\n\nविधायक ने ने कहा।\n";
        assert_eq!(marked(text, Format::Markdown).len(), 2);
        let html = "<p>मंत्री ने ने कहा।</p><!-- vartani: ignore --><p>सांसद को को कहा।</p><p>विधायक से से कहा।</p>";
        assert_eq!(marked(html, Format::Html), ["text/repeated-word ने ने", "text/repeated-word से से"]);
    }

    #[test]
    fn the_block_that_a_comment_stands_in_is_ignored() {
        let text = "- मंत्री ने ने कहा। <!-- vartani: ignore text/repeated-word -->\n- सांसद को को कहा।\n";
        assert_eq!(marked(text, Format::Markdown), ["text/repeated-word को को"]);
        let table = "| क | ख |\n|---|---|\n| मंत्री ने ने <!-- vartani: ignore --> | सांसद को को |\n";
        assert_eq!(marked(table, Format::Markdown), ["text/repeated-word को को"]);
        let html = "<p>मंत्री ने ने कहा।<!-- vartani: ignore --></p><p>सांसद को को कहा।</p>";
        assert_eq!(marked(html, Format::Html), ["text/repeated-word को को"]);
    }

    #[test]
    fn a_rule_is_off_until_it_is_on() {
        let text = "ने ने कहा।\n\n<!-- vartani: off text/repeated-word, date/weekday -->\n\nको को कहा।\n\nसे से कहा। 31 अप्रैल।\n\n<!-- vartani: on text/repeated-word -->\n\nमें में कहा।\n";
        assert_eq!(
            marked(text, Format::Markdown),
            ["text/repeated-word ने ने", "date/impossible 31 अप्रैल", "text/repeated-word में में"]
        );
        let whole = "<!-- vartani: off -->\n\nको को कहा। 31 अप्रैल।\n";
        assert_eq!(marked(whole, Format::Markdown), [""; 0]);
        let some = "<!-- vartani: off -->\n<!-- vartani: on date/impossible -->\n\nको को कहा। 31 अप्रैल।\n";
        assert_eq!(marked(some, Format::Markdown), ["date/impossible 31 अप्रैल"]);
    }

    #[test]
    fn what_a_comment_cannot_mean_is_marked_and_hides_nothing() {
        let text = "<!-- vartani: ignore text/repeated-words -->\nको को कहा।\n";
        assert_eq!(
            marked(text, Format::Markdown),
            ["text/ignore text/repeated-words", "text/repeated-word को को"]
        );
        assert_eq!(marked("<!-- vartani: igonre -->\n", Format::Markdown), ["text/ignore igonre"]);
        assert_eq!(marked("<!--vartani:-->", Format::Html), ["text/ignore <!--vartani:-->"]);
        assert_eq!(marked("<!-- vartani: ignore text/ignore x/y -->", Format::Html), ["text/ignore x/y"]);
    }

    #[test]
    fn other_comments_and_plain_text_say_nothing() {
        let text = "<!-- vartani: ignore --> को को कहा।";
        assert_eq!(marked(text, Format::Plain), ["text/repeated-word को को"]);
        let text = "<!-- संपादक: ignore -->\nको को कहा।\n\n<!-- vartani: ignore";
        assert_eq!(marked(text, Format::Markdown).len(), 1);
    }
}
