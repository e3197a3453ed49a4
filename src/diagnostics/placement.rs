//! From findings in blocks to findings in the document, without what is accepted, suppressed or too much.

use rustc_hash::FxHashSet;

use super::PlacedFinding;
use super::graded_finding::{GradedFinding, severity};
use super::limit::limit_per_rule;
use super::suppression::Suppressions;
use crate::reading::Reading;
use crate::rules::{Finding, Place, Rule, ignore, unused_ignore};
use crate::text::{Format, Span};

/// The rule that asks about a word that nobody knows, and the one that has found the word beside it in the article.
const ASKING: &str = "spelling/misspelling";
const ANSWERING: &str = "spelling/inconsistent";

/// Findings where they stand in the document, in order, without what the newsroom accepts or somebody has
/// said is to stand, and with what is wrong in the comments that say so.
pub(super) fn place<'a>(
    document: &str,
    format: Format,
    reading: &Reading<'_>,
    found: impl Iterator<Item = &'a GradedFinding>,
) -> Vec<PlacedFinding> {
    let newsroom = reading.newsroom;
    let mut comments = Suppressions::of(document, format, reading.article, &newsroom.config.patterns);
    if newsroom.config.require_reason {
        comments.require_reasons();
    }
    let is_looked_at = |finding: &Finding| {
        let field = reading.article.blocks[finding.place.block].field();
        [finding.rule, finding.code()].iter().all(|rule| {
            let fields = newsroom.config.fields_on(rule, reading.dateline.date);
            fields.is_empty() || fields.contains(&field)
        })
    };
    let in_document = |(severity, finding): &GradedFinding| {
        let Place { block, span } = finding.place;
        let span = reading.article.blocks[block].to_document(span);
        PlacedFinding::new(span, *severity, finding.clone())
    };
    let mut found: Vec<PlacedFinding> =
        found.filter(|(_, finding)| is_looked_at(finding)).map(in_document).collect();
    found.retain(|found| {
        let (rule, code, words) = (found.finding.rule, found.finding.code(), found.span.of(document));
        let is_accepted = newsroom.config.spelling.accept.iter().any(|word| word == words)
            || (newsroom.accepts(words) && Rule::heeds_dictionary(rule));
        let is_ignored =
            newsroom.ignored.iter().any(|ignored| ignored.covers(rule, words) || ignored.covers(code, words));
        !is_accepted && !is_ignored
    });
    let (mut hidden, mut found): (Vec<_>, Vec<_>) = found
        .into_iter()
        .partition(|found| comments.hides([found.finding.rule, found.finding.code()], found.span));
    without_answered_questions(&mut found);
    let severity_of = |rule: &Rule| severity(rule, &newsroom.config, reading.dateline.date);
    let of_comments = Rule::find(ignore::CODE).and_then(severity_of);
    found.extend(of_comments.into_iter().flat_map(|severity| comments.found(severity)));
    if let Some(severity) = Rule::find(unused_ignore::CODE).and_then(severity_of) {
        hidden.sort_unstable_by_key(|found| found.span.start);
        found.extend(comments.unused(severity, &hidden, |rule| severity_of(rule).is_some()));
    }
    found.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
    limit_per_rule(&mut found);
    found
}

/// Leaves out the question what a word may be where the article itself has the answer: one word, one mark.
fn without_answered_questions(found: &mut Vec<PlacedFinding>) {
    let answered: FxHashSet<Span> =
        found.iter().filter(|found| found.finding.rule == ANSWERING).map(|found| found.span).collect();
    found.retain(|found| {
        let is_question = found.finding.rule == ASKING && found.finding.is_question;
        !(is_question && answered.contains(&found.span))
    });
}
