//! Diagnostics as programs are told of them: offsets count as they count, messages are in one language.

use serde::Serialize;

use super::Diagnostic;
use crate::newsroom::Locale;
use crate::text::Span;

/// A diagnostic for a program. Offsets are half-open and count what the program counts.
#[derive(Debug, Serialize)]
pub struct OutputDiagnostic<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    field: &'static str,
    related: Vec<Related<'a>>,
    fixes: Vec<Fix<'a>>,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    start: usize,
    end: usize,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct Fix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Debug, Serialize)]
struct Edit<'a> {
    start: usize,
    end: usize,
    insert: &'a str,
}

impl<'a> OutputDiagnostic<'a> {
    /// What is told of a diagnostic of `text`; `offset` brings bytes to what the program counts.
    pub fn of(
        found: &'a Diagnostic,
        text: &'a str,
        locale: Locale,
        offset: impl Fn(u32) -> usize,
    ) -> OutputDiagnostic<'a> {
        let range = |span: Span| (offset(span.start), offset(span.end));
        let related = found.related.iter().map(|(span, message)| {
            let (start, end) = range(*span);
            Related { start, end, message: message.in_locale(locale) }
        });
        let fixes = found.fixes.iter().map(|fix| {
            let edits = fix.edits.iter().map(|(span, insert)| {
                let (start, end) = range(*span);
                Edit { start, end, insert }
            });
            let safe = fix.applicability.is_safe();
            Fix { title: fix.title.in_locale(locale), safe, edits: edits.collect() }
        });
        let (start, end) = range(found.span);
        OutputDiagnostic {
            rule: found.code(),
            severity: found.severity.name(),
            message: found.message.in_locale(locale),
            start,
            end,
            text: found.span.of(text),
            field: found.field.name(),
            related: related.collect(),
            fixes: fixes.collect(),
        }
    }
}
