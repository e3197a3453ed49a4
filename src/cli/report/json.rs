//! JSON Lines: one finding a line, for programs. Fields are only ever added.

use serde::Serialize;

use super::checked::{Checked, Count, Report};
use crate::diagnostics::Diagnostic;
use crate::text::Span;
use crate::text::{Lines, Position};

pub struct Json;

#[derive(Serialize)]
struct Line<'a> {
    path: String,
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    span: Bytes,
    start: Place,
    end: Place,
    text: &'a str,
    field: &'static str,
    related: Vec<Related<'a>>,
    fixes: Vec<Fix<'a>>,
}

#[derive(Serialize)]
struct Bytes {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Place {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    span: Bytes,
    message: &'a str,
}

#[derive(Serialize)]
struct Fix<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    span: Bytes,
    insert: &'a str,
}

impl Report for Json {
    fn article(&mut self, checked: &Checked) -> String {
        if checked.marks.is_empty() {
            return String::new();
        }
        let lines = Lines::of(&checked.text);
        let line = |mark| {
            serde_json::to_string(&Line::of(checked, &lines, mark)).expect("strings and numbers") + "\n"
        };
        checked.shown().map(line).collect()
    }

    fn end(&mut self, _: &Count) -> String {
        String::new()
    }
}

impl<'a> Line<'a> {
    fn of(checked: &'a Checked, lines: &Lines, mark: &'a Diagnostic) -> Line<'a> {
        let place = |offset: u32| {
            let Position { line, column } = lines.position(&checked.text, offset as usize);
            Place { line, column }
        };
        let fixes = mark.fixes.iter().map(|fix| Fix {
            title: fix.title.in_locale(checked.locale),
            safe: fix.applicability.is_safe(),
            edits: fix.edits.iter().map(|(span, insert)| Edit { span: bytes(*span), insert }).collect(),
        });
        let related = mark.related.iter().map(|(span, message)| Related {
            span: bytes(*span),
            message: message.in_locale(checked.locale),
        });
        Line {
            path: checked.path.display().to_string(),
            rule: mark.code(),
            severity: mark.severity.name(),
            message: mark.message.in_locale(checked.locale),
            span: bytes(mark.span),
            start: place(mark.span.start),
            end: place(mark.span.end),
            text: mark.span.of(&checked.text),
            field: mark.field.name(),
            related: related.collect(),
            fixes: fixes.collect(),
        }
    }
}

fn bytes(span: Span) -> Bytes {
    Bytes { start: span.start, end: span.end }
}
