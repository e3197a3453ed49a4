//! From a document to marks in it.

use std::borrow::Cow;

use regex::Captures;

use super::comments::Comments;
use crate::newsroom::{HouseStyle, Newsroom, Severity};
use crate::reading::{DateHints, Reader, Reading};
use crate::rules::{self, Finding, Message, Place, Rule, ignore};
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

/// Reads a document and marks it, sorted by place.
pub fn review(document: &str, format: Format, reader: &mut Reader, hints: DateHints) -> Vec<Mark> {
    let document = &*without_skipped(document, reader.newsroom());
    let article = Article::parse(document, format);
    let reading = reader.read(&article, document, hints);
    let in_blocks = (0..reading.blocks.len()).flat_map(|block| of_block(&reading, block)).collect();
    mark_findings(document, format, &reading, in_blocks)
}

/// What the rules find in a block by itself.
pub(super) fn of_block(reading: &Reading<'_>, block: usize) -> Vec<Finding> {
    rules::check_block(reading, block, |rule| severity(rule, &reading.newsroom.style).is_some())
}

/// The marks of a document, sorted by place, of which the blocks have been checked already.
pub(super) fn mark_findings(
    document: &str,
    format: Format,
    reading: &Reading<'_>,
    mut findings: Vec<Finding>,
) -> Vec<Mark> {
    let style = &reading.newsroom.style;
    findings.extend(rules::check_article(reading, |rule| severity(rule, style).is_some()));
    let is_accepted = |mark: &Mark| style.spelling.accept.iter().any(|word| word == mark.span.of(document));
    let mut marks: Vec<Mark> =
        findings.into_iter().filter_map(|finding| place_mark(reading, finding)).collect();
    let comments = Comments::of(document, format, reading.article);
    let is_ignored = |mark: &Mark| {
        reading.newsroom.ignored.iter().any(|ignored| ignored.covers(mark.rule, mark.span.of(document)))
    };
    marks.retain(|mark| !is_accepted(mark) && !comments.hide(mark) && !is_ignored(mark));
    let of_comments = Rule::find(ignore::CODE).and_then(|rule| severity(rule, style));
    marks.extend(of_comments.into_iter().flat_map(|severity| comments.marks(severity)));
    marks.sort_by(|a, b| (a.span, a.rule).cmp(&(b.span, b.rule)));
    marks
}

/// The document with spaces for what the newsroom does not want read, so that places stay what they are.
pub(super) fn without_skipped<'a>(document: &'a str, newsroom: &Newsroom) -> Cow<'a, str> {
    let mut document = Cow::Borrowed(document);
    for pattern in &newsroom.skip {
        let blank = |found: &Captures<'_>| {
            let as_spaces =
                |c: char| if matches!(c, '\n' | '\r') { c.to_string() } else { " ".repeat(c.len_utf8()) };
            found[0].chars().map(as_spaces).collect::<String>()
        };
        if let Cow::Owned(blanked) = pattern.replace_all(&document, blank) {
            document = Cow::Owned(blanked);
        }
    }
    document
}

/// The severity of a rule in a newsroom; `None` if it is off.
fn severity(rule: &Rule, style: &HouseStyle) -> Option<Severity> {
    match style.level(rule.code) {
        Some(level) => level.severity(),
        None => rule.severity,
    }
}

fn place_mark(reading: &Reading<'_>, finding: Finding) -> Option<Mark> {
    let rule = Rule::find(finding.rule)?;
    let severity = severity(rule, &reading.newsroom.style)?;
    let block = |place: Place| &reading.article.blocks[place.block];
    let document = |place: Place| block(place).to_document(place.span);
    let mends = finding.fixes.into_iter().filter_map(|fix| {
        let edit = |(place, text): (Place, String)| Some((block(place).to_editable(place.span)?, text));
        Some(Mend {
            title: fix.title,
            safe: fix.safe,
            edits: fix.edits.into_iter().map(edit).collect::<Option<_>>()?,
        })
    });
    Some(Mark {
        rule: finding.rule,
        severity: if finding.is_question { Severity::Hint } else { severity },
        message: finding.message,
        span: document(finding.place),
        related: finding.related.into_iter().map(|(place, message)| (document(place), message)).collect(),
        fixes: mends.collect(),
    })
}
