//! What is found, as LanguageTool tells it.

use serde::Serialize;

use super::annotated::{Annotated, units};
use crate::diagnostics::{Diagnostic, DocumentFix, Snapshot};
use crate::newsroom::{Locale, Severity};
use crate::rules::{Family, Rule};
use crate::text::Span;
use crate::text::boundary::{ceil_char_boundary, floor_char_boundary};

/// How much of the text around a match is shown, in bytes on each side.
const CONTEXT: usize = 120;

/// What was found in a snapshot.
pub struct Matches<'a> {
    pub snapshot: &'a Snapshot,
    pub annotated: &'a Annotated,
    pub locale: Locale,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Match {
    message: String,
    /// LibreOffice shows it where it has room for more.
    short_message: String,
    replacements: Vec<Replacement>,
    offset: usize,
    length: usize,
    context: Context,
    sentence: String,
    r#type: Type,
    rule: RuleOf,
    ignore_for_incomplete_sentence: bool,
    context_for_sure_match: i32,
}

#[derive(Serialize)]
struct Replacement {
    value: String,
}

#[derive(Serialize)]
struct Context {
    text: String,
    offset: usize,
    length: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Type {
    type_name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleOf {
    id: &'static str,
    description: &'static str,
    issue_type: &'static str,
    category: Category,
    is_premium: bool,
}

#[derive(Serialize)]
struct Category {
    id: &'static str,
    name: &'static str,
}

impl Matches<'_> {
    /// All that are shown, in the order of the text.
    pub fn all(&self) -> Vec<Match> {
        let shown = self.snapshot.diagnostics().iter().filter(|found| found.is_shown);
        shown.map(|found| self.one(found)).collect()
    }

    fn one(&self, found: &Diagnostic) -> Match {
        let (offset, length) = self.annotated.sent(found.span);
        let rule = Rule::find(found.rule);
        let message = found.message.in_locale(self.locale).to_owned();
        let (id, hi, en, issue_type) = category(found.rule, found.severity);
        let name = if self.locale == Locale::Hi { hi } else { en };
        let is_plain = self.annotated.is_plain(found.span);
        let replacements =
            found.fixes.iter().filter(|_| is_plain).filter_map(|fix| self.replacement(found.span, fix));
        Match {
            message: message.clone(),
            short_message: message,
            replacements: replacements.map(|value| Replacement { value }).collect(),
            offset,
            length,
            context: self.context(found.span),
            sentence: self.sentence(found.span).unwrap_or_default().to_owned(),
            r#type: Type { type_name: "Other" },
            rule: RuleOf {
                id: found.rule,
                description: rule.map_or("", |rule| rule.summary(self.locale)),
                issue_type,
                category: Category { id, name },
                is_premium: false,
            },
            ignore_for_incomplete_sentence: false,
            context_for_sure_match: 0,
        }
    }

    /// What stands in the place of a match when it is fixed. `None` for a fix that changes something elsewhere: LanguageTool
    /// has no form for it.
    fn replacement(&self, span: Span, fix: &DocumentFix) -> Option<String> {
        let (mut out, mut at) = (String::new(), span.start);
        for (place, insert) in &fix.edits {
            if place.start < at || place.end > span.end {
                return None;
            }
            out.push_str(Span { start: at, end: place.start }.of(&self.snapshot.text));
            out.push_str(insert);
            at = place.end;
        }
        out.push_str(Span { start: at, end: span.end }.of(&self.snapshot.text));
        Some(out)
    }

    fn context(&self, span: Span) -> Context {
        let text = &self.snapshot.text;
        let from = ceil_char_boundary(text, (span.start as usize).saturating_sub(CONTEXT));
        let to = floor_char_boundary(text, (span.end as usize + CONTEXT).min(text.len()));
        let shown = text[from..to].replace(['\n', '\r', '\t'], " ");
        Context { text: shown, offset: units(&text[from..span.start as usize]), length: units(span.of(text)) }
    }

    /// The sentence in which a match begins.
    fn sentence(&self, span: Span) -> Option<&str> {
        let blocks = &self.snapshot.article.blocks;
        let block = blocks.get(blocks.partition_point(|block| block.start <= span.start).checked_sub(1)?)?;
        let sentences = block.sentences.iter().filter_map(|tokens| {
            let tokens = block.tokens.get(tokens.clone())?;
            let prose = Span { start: tokens.first()?.span.start, end: tokens.last()?.span.end };
            Some(block.to_document(prose))
        });
        let mut around =
            sentences.filter(|sentence| sentence.start <= span.start && span.start < sentence.end);
        around.next().map(|sentence| sentence.of(&self.snapshot.text))
    }
}

/// Id and names of the category that a rule is in, and the type of issue by the Internationalization Tag Set 2.0.
fn category(rule: &str, severity: Severity) -> (&'static str, &'static str, &'static str, &'static str) {
    match Rule::find(rule).map(Rule::family) {
        Some(Family::Actor) => ("actor", "नाम और पद", "Names and titles", "inconsistency"),
        Some(Family::Date) => ("date", "तारीख़", "Dates", "inconsistency"),
        Some(Family::Spelling) if severity < Severity::Warning => ("spelling", "वर्तनी", "Spelling", "style"),
        Some(Family::Spelling) => ("spelling", "वर्तनी", "Spelling", "misspelling"),
        _ => ("text", "विराम-चिह्न और अंक", "Marks and digits", "typographical"),
    }
}
