//! A Code Quality report for GitLab: one JSON list of all findings.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::checked::{Checked, Count, Report, in_repository};
use crate::newsroom::Severity;
use crate::text::Lines;

#[derive(Default)]
pub struct Gitlab {
    violations: Vec<Violation>,
}

#[derive(Serialize)]
struct Violation {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Begin,
}

#[derive(Serialize)]
struct Begin {
    begin: usize,
}

impl Report for Gitlab {
    fn article(&mut self, checked: &Checked) -> String {
        let lines = Lines::of(&checked.text);
        let path = in_repository(&checked.path);
        let mut met: FxHashMap<(&str, &str), usize> = FxHashMap::default();
        for mark in checked.shown() {
            let text = mark.span.of(&checked.text);
            let earlier = met.entry((mark.code(), text)).or_default();
            self.violations.push(Violation {
                description: mark.message.in_locale(checked.locale).to_owned(),
                check_name: mark.code().to_owned(),
                // Stays the same while the finding moves with the lines above it
                fingerprint: format!("{path}:{}:{text}:{earlier}", mark.code()),
                severity: severity(mark.severity),
                location: Location {
                    path: path.clone(),
                    lines: Begin { begin: 1 + lines.number(mark.span.start as usize) },
                },
            });
            *earlier += 1;
        }
        String::new()
    }

    fn end(&mut self, _: &Count) -> String {
        serde_json::to_string(&self.violations).expect("strings and numbers") + "\n"
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "critical",
        Severity::Warning => "major",
        Severity::Information => "minor",
        Severity::Hint => "info",
    }
}
