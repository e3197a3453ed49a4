//! Annotations for GitHub Actions: workflow commands, which GitHub shows at the lines they name.

use super::checked::{Checked, Count, Report, in_repository};
use crate::diagnostics::Diagnostic;
use crate::newsroom::Severity;
use crate::text::Lines;

pub struct Github;

impl Report for Github {
    fn article(&mut self, checked: &Checked) -> String {
        let lines = Lines::of(&checked.text);
        checked.shown().map(|mark| annotation(checked, &lines, mark)).collect()
    }

    fn end(&mut self, _: &Count) -> String {
        String::new()
    }
}

fn annotation(checked: &Checked, lines: &Lines, mark: &Diagnostic) -> String {
    let level = match mark.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "notice",
    };
    let [start, end] = [mark.span.start, mark.span.end].map(|at| lines.position(&checked.text, at as usize));
    // GitHub takes columns only of what stands in one line
    let columns = match start.line == end.line {
        true => format!(",col={},endColumn={}", start.column, end.column),
        false => String::new(),
    };
    format!(
        "::{level} file={},line={},endLine={}{columns},title={}::{}\n",
        property(&in_repository(&checked.path)),
        start.line,
        end.line,
        property(mark.code()),
        data(mark.message.in_locale(checked.locale)),
    )
}

/// The text of a command, which ends with its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which ends with a comma or a colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
