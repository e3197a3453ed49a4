//! For reviewdog: its Diagnostic Format, one JSON object of all findings, with the fixes that are one edit as suggestions.

use serde::Serialize;

use super::checked::{Checked, Count, Report, in_repository};
use crate::diagnostics::{Diagnostic, DocumentFix};
use crate::newsroom::Severity;
use crate::text::{Lines, Span};

#[derive(Default)]
pub struct Rdjson {
    diagnostics: Vec<Item>,
}

#[derive(Serialize)]
struct Document<'a> {
    source: Source,
    diagnostics: &'a [Item],
}

#[derive(Serialize)]
struct Source {
    name: &'static str,
    url: &'static str,
}

#[derive(Serialize)]
struct Item {
    message: String,
    location: Location,
    severity: &'static str,
    code: Code,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
}

#[derive(Serialize)]
struct Location {
    path: String,
    range: Range,
}

#[derive(Clone, Copy, Serialize)]
struct Range {
    start: Position,
    end: Position,
}

/// Both from 1; columns in bytes of UTF-8.
#[derive(Clone, Copy, Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Code {
    value: String,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

impl Report for Rdjson {
    fn article(&mut self, checked: &Checked) -> String {
        let lines = Lines::of(&checked.text);
        let path = in_repository(&checked.path);
        self.diagnostics.extend(checked.shown().map(|mark| Item {
            message: mark.message.in_locale(checked.locale).to_owned(),
            location: Location { path: path.clone(), range: range(&lines, mark.span) },
            severity: severity(mark.severity),
            code: Code { value: mark.code().to_owned() },
            suggestions: suggestions(&lines, mark),
        }));
        String::new()
    }

    fn end(&mut self, _: &Count) -> String {
        let source = Source { name: "vartani", url: env!("CARGO_PKG_REPOSITORY") };
        let document = Document { source, diagnostics: &self.diagnostics };
        serde_json::to_string(&document).expect("strings and numbers") + "\n"
    }
}

/// The fixes that are one edit: reviewdog takes the suggestions of a finding for alternatives.
fn suggestions(lines: &Lines, mark: &Diagnostic) -> Vec<Suggestion> {
    let single = |fix: &DocumentFix| match &fix.edits[..] {
        [(span, text)] => Some(Suggestion { range: range(lines, *span), text: text.clone() }),
        _ => None,
    };
    mark.fixes.iter().filter_map(single).collect()
}

fn range(lines: &Lines, span: Span) -> Range {
    let position = |at: u32| {
        let line = lines.number(at as usize);
        Position { line: line + 1, column: at as usize - lines.start(line) + 1 }
    };
    Range { start: position(span.start), end: position(span.end) }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Information | Severity::Hint => "INFO",
    }
}
