//! What the writer of an article has told vartani in comments: `<!-- vartani: ignore date/weekday -->`.
//!
//! `ignore` is for the block it stands in, or else for the next one; `off` from there to `on` or to the end.
//! Without rules each is for all of them. What follows a semicolon is a reason, for people. In plain text
//! a comment would be printed, so that there is none; `[[ignore]]` in `vartani.toml` is for that.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::diagnostics::PlacedFinding;
use crate::newsroom::{Patterns, Severity};
use crate::rules::{Check, Finding, Message, Place, RULES, Rule, ignore, unused_ignore};
use crate::text::{Article, Block, Format, Span};

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const NAME: &str = "vartani:";

/// What the comments of an article say.
#[derive(Debug, Default)]
pub(super) struct Suppressions {
    /// For each rule where its marks are hidden, in order and apart from each other.
    hidden: FxHashMap<String, Vec<Span>>,
    /// What is wrong in the comments themselves, with what is wrong.
    pub faults: Vec<(Span, Message)>,
    /// Comments that hide marks and give no reason.
    unreasoned: Vec<Span>,
    /// What was asked for: a rule by its name, or all by a comment without a name.
    requests: Vec<Request>,
}

/// A name in a comment that hides marks, or the comment itself where it has no name.
#[derive(Debug)]
struct Request {
    /// The name or the comment.
    place: Span,
    /// The rule; all of them where none is named.
    rule: Option<String>,
    /// Where marks are hidden; nowhere behind the last block.
    reach: Span,
}

/// What one comment says.
struct Comment {
    verb: Verb,
    /// The rules with the places of their names; without a name all of them, at the comment.
    rules: Vec<(String, Span)>,
    is_named: bool,
}

/// What a comment asks for.
#[derive(Clone, Copy, PartialEq)]
enum Verb {
    Ignore,
    Off,
    On,
}

impl Suppressions {
    /// Reads the comments of a document; `patterns` are the newsroom's own rules.
    pub fn of(document: &str, format: Format, article: &Article, patterns: &Patterns) -> Suppressions {
        let mut comments = Suppressions::default();
        if format == Format::Plain || !document.contains(NAME) {
            return comments;
        }
        let mut hidden: FxHashMap<String, Vec<Span>> = FxHashMap::default();
        let mut open: FxHashMap<String, (usize, usize)> = FxHashMap::default();
        for place in all(document) {
            let Some(comment) = comments.read(document, place, patterns) else { continue };
            let reach = match comment.verb {
                Verb::Ignore => block_of(place, document, article).unwrap_or_default(),
                Verb::Off => {
                    let start = if is_above_text(place, article) { 0 } else { place.range().end };
                    // Its end is not known yet
                    Span::new(start, start)
                }
                Verb::On => Span::default(),
            };
            let first = comments.requests.len();
            if comment.verb != Verb::On {
                comments.request(&comment, place, reach);
            }
            for (at, (rule, _)) in comment.rules.into_iter().enumerate() {
                let request = first + if comment.is_named { at } else { 0 };
                match comment.verb {
                    Verb::Ignore => hidden.entry(rule).or_default().extend((reach.end > 0).then_some(reach)),
                    Verb::Off => {
                        open.entry(rule).or_insert((reach.range().start, request));
                    }
                    Verb::On => {
                        let closed = open.remove(&rule).map(|open| comments.close(open, place.range().start));
                        hidden.entry(rule).or_default().extend(closed);
                    }
                }
            }
        }
        for (rule, open) in open {
            hidden.entry(rule).or_default().push(comments.close(open, document.len()));
        }
        comments.hidden = hidden.into_iter().map(|(rule, spans)| (rule, apart(spans))).collect();
        comments
    }

    /// Notes what a comment asks for.
    fn request(&mut self, comment: &Comment, place: Span, reach: Span) {
        if comment.is_named {
            let named = comment.rules.iter();
            self.requests.extend(named.map(|(rule, place)| Request {
                place: *place,
                rule: Some(rule.clone()),
                reach,
            }));
        } else {
            self.requests.push(Request { place, rule: None, reach });
        }
    }

    /// Ends what an `off` has begun, with the number of its request; the last rule that is on again ends it for good.
    fn close(&mut self, (start, request): (usize, usize), end: usize) -> Span {
        let reach = &mut self.requests[request].reach;
        reach.end = reach.end.max(Span::new(start, end).end);
        Span::new(start, end)
    }

    /// Whether a mark at a place is not to be shown: of a rule, which may have a code of its own in the newsroom.
    pub fn hides<const N: usize>(&self, codes: [&str; N], place: Span) -> bool {
        codes.into_iter().filter_map(|rule| self.hidden.get(rule)).any(|spans| {
            let at = spans.partition_point(|span| span.end <= place.start);
            spans.get(at).is_some_and(|span| span.start <= place.start)
        })
    }

    /// What a comment says, if it is for vartani; what is wrong in it is noted.
    fn read(&mut self, document: &str, comment: Span, patterns: &Patterns) -> Option<Comment> {
        let inner = comment.start as usize + OPEN.len()..comment.end as usize - CLOSE.len();
        let text = document[inner.clone()].trim_start();
        let rest = text.strip_prefix(NAME)?;
        let start = inner.end - rest.len();
        let (said, reason) = rest.split_once(';').unwrap_or((rest, ""));
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
        let (mut rules, mut is_named) = (Vec::new(), false);
        for word in words {
            is_named = true;
            match Rule::find(word).is_some() || patterns.find(word).is_some() {
                true => rules.push((word.to_owned(), place(word))),
                false => self.faults.push((place(word), ignore::no_rule(word))),
            }
        }
        if !is_named {
            rules.extend(RULES.iter().map(|rule| (rule.code.to_owned(), comment)));
        }
        if verb != Verb::On && reason.trim().is_empty() {
            self.unreasoned.push(comment);
        }
        Some(Comment { verb, rules, is_named })
    }

    /// Marks every comment that hides marks and does not say why.
    pub fn require_reasons(&mut self) {
        self.faults.extend(self.unreasoned.drain(..).map(|place| (place, ignore::no_reason())));
    }

    /// The comments, and the names in them, that hide none of the marks that are `hidden`, which are in order. Nothing is
    /// said of a rule that is not `looked_for`, nor of one whose marks are found elsewhere.
    pub fn unused<'a>(
        &'a self,
        severity: Severity,
        hidden: &'a [PlacedFinding],
        looked_for: impl Fn(&Rule) -> bool + 'a,
    ) -> impl Iterator<Item = PlacedFinding> + 'a {
        let is_used = |request: &Request| {
            let before = |end| hidden.partition_point(|found| found.span.start < end);
            let in_reach = &hidden[before(request.reach.start)..before(request.reach.end)];
            let is_of = |rule: &String, found: &Finding| *rule == found.rule || *rule == found.code();
            in_reach.iter().any(|found| request.rule.as_ref().is_none_or(|rule| is_of(rule, &found.finding)))
        };
        let is_judged = move |request: &&Request| match request.rule.as_deref().and_then(Rule::find) {
            Some(rule) => !matches!(rule.check, Check::Elsewhere) && looked_for(rule),
            None => true,
        };
        let unused = self.requests.iter().filter(is_judged).filter(move |request| !is_used(request));
        unused.map(move |request| {
            finding(
                unused_ignore::CODE,
                request.place,
                severity,
                unused_ignore::message(request.rule.as_deref()),
            )
        })
    }

    /// What is wrong in the comments.
    pub fn found(&self, severity: Severity) -> impl Iterator<Item = PlacedFinding> + '_ {
        let faults = self.faults.iter();
        faults.map(move |(span, message)| finding(ignore::CODE, *span, severity, message.clone()))
    }
}

/// A finding in a comment, which stands in no block.
fn finding(rule: &'static str, span: Span, severity: Severity, message: Message) -> PlacedFinding {
    let nowhere = Place { block: 0, span: Span::default() };
    PlacedFinding::new(span, severity, Arc::new(Finding::new(rule, nowhere, message)))
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

    /// The marked words of a document in a newsroom that has chosen this.
    fn marked_in(toml: &str, text: &str) -> Vec<String> {
        let config = Config::parse(toml, |code| Rule::find(code).is_some()).unwrap();
        let snapshot = of(text, Format::Markdown, config);
        snapshot.diagnostics().iter().map(|mark| format!("{} {}", mark.rule, mark.span.of(text))).collect()
    }

    const UNUSED: &str = "[rules]\n\"text/unused-ignore\" = \"hint\"\n";

    #[test]
    fn a_comment_that_hides_nothing_is_marked_at_the_name_of_the_rule() {
        for (text, expected) in [
            ("<!-- vartani: ignore text/repeated-word -->\nसांसद ने कहा।\n", "text/repeated-word"),
            (
                "<!-- vartani: ignore text/repeated-word, date/impossible -->\nसांसद ने ने कहा।\n",
                "date/impossible",
            ),
            ("<!-- vartani: ignore -->\nसांसद ने कहा।\n\nमंत्री ने ने कहा।\n", "<!-- vartani: ignore -->"),
            ("सांसद ने कहा।\n\n<!-- vartani: ignore -->\n", "<!-- vartani: ignore -->"),
            ("<!-- vartani: off date/impossible -->\n\nसांसद ने ने कहा।\n", "date/impossible"),
            (
                "<!-- vartani: off -->\n\nसांसद ने ने कहा।\n\n<!-- vartani: off -->\n\nमंत्री आए।\n",
                "<!-- vartani: off -->",
            ),
        ] {
            let unused: Vec<String> = marked_in(UNUSED, text)
                .into_iter()
                .filter_map(|mark| mark.strip_prefix("text/unused-ignore ").map(str::to_owned))
                .collect();
            assert_eq!(unused, [expected], "{text}");
            let by_itself = marked(text, Format::Markdown);
            assert!(
                by_itself.iter().all(|mark| !mark.starts_with("text/unused")),
                "it is off: {by_itself:?}"
            );
        }
    }

    #[test]
    fn a_comment_that_hides_something_or_may_do_so_is_not_marked() {
        for text in [
            "<!-- vartani: ignore text/repeated-word -->\nसांसद ने ने कहा।\n",
            "<!-- vartani: ignore -->\nसांसद ने ने कहा।\n",
            "<!-- vartani: off -->\n\nसांसद ने ने कहा।\n\n<!-- vartani: on -->\n\nमंत्री आए।\n",
            "<!-- vartani: off text/repeated-word -->\n\nमंत्री आए।\n\nसांसद ने ने कहा।\n",
            // Found in other articles, or switched off
            "<!-- vartani: ignore spelling/across -->\nसांसद मास्को में हैं।\n",
            "<!-- vartani: ignore date/relative -->\nसांसद कल आए।\n",
            "<!-- संपादक: ignore -->\nसांसद ने कहा।\n",
        ] {
            assert_eq!(marked_in(UNUSED, text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_newsroom_can_ask_why_a_mark_is_hidden() {
        let text = "<!-- vartani: ignore text/repeated-word -->\nसांसद ने ने कहा।\n\n<!-- vartani: off date/impossible; पुराना पत्र -->\n\nपत्र 31 अप्रैल का है।\n\n<!-- vartani: on date/impossible -->\n";
        assert_eq!(marked_in("", text), [""; 0]);
        let asked = marked_in("require-reason = true\n", text);
        assert_eq!(asked, ["text/ignore <!-- vartani: ignore text/repeated-word -->"]);
        let empty = "<!-- vartani: off ; -->\n\nपत्र 31 अप्रैल का है।\n";
        assert_eq!(marked_in("require-reason = true\n", empty), ["text/ignore <!-- vartani: off ; -->"]);
    }
}
