//! From a document to marks in it.

use std::borrow::Cow;
use std::sync::Arc;

use regex::Captures;

use super::checks::{Checks, Graded, severity};
use super::comments::Comments;
use super::flood::hold_back;
use crate::newsroom::{Newsroom, Severity};
use crate::reading::{DateHints, Memory, Reader, Reading};
use crate::rules::{Finding, Fix, Message, Place, Rule, ignore};
use crate::text::{Article, Format, Span};

/// A finding where it stands in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The code of the rule.
    pub rule: &'static str,
    /// How grave it is in this newsroom.
    pub severity: Severity,
    /// What is wrong, why, and what to do.
    pub message: Message,
    /// The marked bytes of the document.
    pub span: Span,
    /// Other places that belong to it.
    pub related: Vec<(Span, Message)>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Mend>,
    /// Whether it is shown: of one rule no more than [`MOST_OF_A_RULE`](super::MOST_OF_A_RULE) are.
    pub is_shown: bool,
}

/// One way to mend a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// What it does, in the imperative.
    pub title: Message,
    /// Whether the meaning cannot change.
    pub safe: bool,
    /// Bytes of the document and what replaces them.
    pub edits: Vec<(Span, String)>,
}

/// A finding with its place in the document. It becomes a [`Mark`] when somebody looks at it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The marked bytes of the document.
    pub span: Span,
    /// How grave it is in this newsroom.
    pub severity: Severity,
    /// What is found, with places in blocks.
    pub finding: Arc<Finding>,
    /// Whether it is shown: see [`Mark::is_shown`].
    pub is_shown: bool,
}

/// Reads a document and marks it, sorted by place.
pub fn review(document: &str, format: Format, reader: &mut Reader, hints: DateHints) -> Vec<Mark> {
    let document = &*without_skipped(document, reader.newsroom());
    let article = Article::parse(document, format);
    let (reading, changes) = reader.read_again(&mut Memory::default(), &article, document, hints);
    let mut checks = Checks::default();
    checks.update(&reading, &changes);
    place(document, format, &reading, checks.found()).iter().map(|found| found.mark(&article)).collect()
}

/// Findings where they stand in the document, in order, without what the newsroom accepts or somebody has
/// said is to stand, and with what is wrong in the comments that say so.
pub(super) fn place<'a>(
    document: &str,
    format: Format,
    reading: &Reading<'_>,
    found: impl Iterator<Item = &'a Graded>,
) -> Vec<Found> {
    let newsroom = reading.newsroom;
    let comments = Comments::of(document, format, reading.article);
    let in_document = |(severity, finding): &Graded| {
        let Place { block, span } = finding.place;
        let span = reading.article.blocks[block].to_document(span);
        Found { span, severity: *severity, finding: finding.clone(), is_shown: true }
    };
    let mut found: Vec<Found> = found.map(in_document).collect();
    found.retain(|found| {
        let (rule, words) = (found.finding.rule, found.span.of(document));
        let is_accepted = newsroom.style.spelling.accept.iter().any(|word| word == words);
        let is_ignored = newsroom.ignored.iter().any(|ignored| ignored.covers(rule, words));
        !is_accepted && !is_ignored && !comments.hides(rule, found.span)
    });
    let of_comments = Rule::find(ignore::CODE).and_then(|rule| severity(rule, &newsroom.style));
    found.extend(of_comments.into_iter().flat_map(|severity| comments.found(severity)));
    found.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
    hold_back(&mut found);
    found
}

impl Found {
    pub(super) fn order(&self) -> (Span, &str, &str) {
        (self.span, self.finding.rule, &self.finding.message.en)
    }

    /// Places that belong to it, in the document.
    pub fn related<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = (Span, &'a Message)> {
        let related = self.finding.related.iter();
        related.map(|(place, message)| (article.blocks[place.block].to_document(place.span), message))
    }

    /// As it stands in the document, with all that belongs to it.
    pub fn mark(&self, article: &Article) -> Mark {
        let edit = |(place, text): &(Place, String)| {
            Some((article.blocks[place.block].to_editable(place.span)?, text.clone()))
        };
        let mend = |fix: &Fix| {
            let edits = fix.edits.iter().map(edit).collect::<Option<_>>()?;
            Some(Mend { title: fix.title.clone(), safe: fix.safe, edits })
        };
        Mark {
            rule: self.finding.rule,
            severity: self.severity,
            message: self.finding.message.clone(),
            span: self.span,
            related: self.related(article).map(|(span, message)| (span, message.clone())).collect(),
            fixes: self.finding.fixes.iter().filter_map(mend).collect(),
            is_shown: self.is_shown,
        }
    }
}

/// The document with spaces for what the newsroom does not want read, so that places stay what they are.
pub(super) fn without_skipped<'a>(document: &'a str, newsroom: &Newsroom) -> Cow<'a, str> {
    let mut document = Cow::Borrowed(document);
    for pattern in &newsroom.skip {
        let blank = |found: &Captures<'_>| {
            let as_spaces = |c: char| {
                if matches!(c, '\n' | '\r') { c.to_string() } else { " ".repeat(c.len_utf8()) }
            };
            found[0].chars().map(as_spaces).collect::<String>()
        };
        if let Cow::Owned(blanked) = pattern.replace_all(&document, blank) {
            document = Cow::Owned(blanked);
        }
    }
    document
}
