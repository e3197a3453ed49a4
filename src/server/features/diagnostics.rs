//! Marks as diagnostics.

use serde_json::json;
use tower_lsp::lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Url,
};

use crate::desk::Mark;
use crate::newsroom::{Locale, Severity};
use crate::server::position::Page;
use crate::text::Span;

/// The name under which clients show our diagnostics.
pub const SOURCE: &str = "vartani";

/// A diagnostic points to at most so many other places; its message counts all of them.
const MOST_RELATED: usize = 8;

/// A document has at most so many diagnostics of one rule: nobody reads more at a time, and a client that
/// redraws thousands of them at every keystroke is no help.
const MOST_OF_A_RULE: usize = 200;

/// The diagnostics of a document, in order. A mark that touches `held` is left out: somebody is typing there.
pub fn diagnostics(
    marks: &[Mark],
    page: Page<'_>,
    uri: &Url,
    locale: Locale,
    held: Option<Span>,
) -> Vec<Diagnostic> {
    let mut of_rule: rustc_hash::FxHashMap<&str, usize> = rustc_hash::FxHashMap::default();
    let shown =
        marks.iter().filter(|mark| held.is_none_or(|held| !touches(mark.span, held))).filter(|mark| {
            let count = of_rule.entry(mark.rule).or_default();
            *count += 1;
            *count <= MOST_OF_A_RULE
        });
    shown.map(|mark| diagnostic(mark, page, uri, locale)).collect()
}

/// One mark as a diagnostic. Its `data` has the rule and the bytes of the mark, so that its fixes are found
/// again without a search.
pub fn diagnostic(mark: &Mark, page: Page<'_>, uri: &Url, locale: Locale) -> Diagnostic {
    let related =
        mark.related.iter().take(MOST_RELATED).map(|(span, message)| DiagnosticRelatedInformation {
            location: Location { uri: uri.clone(), range: page.range(*span) },
            message: message.in_locale(locale).to_owned(),
        });
    let related: Vec<_> = related.collect();
    Diagnostic {
        range: page.range(mark.span),
        severity: Some(severity(mark.severity)),
        code: Some(NumberOrString::String(mark.rule.to_owned())),
        code_description: documentation(mark.rule).map(|href| CodeDescription { href }),
        source: Some(SOURCE.to_owned()),
        message: mark.message.in_locale(locale).to_owned(),
        related_information: (!related.is_empty()).then_some(related),
        tags: tags_of(mark.rule),
        data: Some(json!({ "rule": mark.rule, "start": mark.span.start, "end": mark.span.end })),
    }
}

/// What a client may show of a mark besides its severity: of what stands twice, one is superfluous.
fn tags_of(rule: &str) -> Option<Vec<DiagnosticTag>> {
    (rule == "text/repeated-word").then(|| vec![DiagnosticTag::UNNECESSARY])
}

/// Whether two spans overlap or meet.
pub fn touches(a: Span, b: Span) -> bool {
    a.start <= b.end && b.start <= a.end
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Hint => DiagnosticSeverity::HINT,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Error => DiagnosticSeverity::ERROR,
    }
}

/// Where a rule is explained: its documentation stands at the head of its file.
fn documentation(rule: &str) -> Option<Url> {
    let file = rule.replace('-', "_");
    Url::parse(&format!("{}/blob/main/src/rules/{file}.rs", env!("CARGO_PKG_REPOSITORY"))).ok()
}
