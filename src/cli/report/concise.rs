//! One finding a line, `PATH:LINE:COLUMN: severity[rule] message`, as compilers print: for a quick look, `grep` and the
//! error lists of editors.

use super::checked::{Checked, Count, Report};
use crate::diagnostics::Diagnostic;
use crate::text::{Lines, Position, printable};

pub struct Concise;

impl Report for Concise {
    fn article(&mut self, checked: &Checked) -> String {
        let lines = Lines::of(&checked.text);
        let path = checked.path.display().to_string();
        let line = |mark: &Diagnostic| {
            let Position { line, column } = lines.position(&checked.text, mark.span.start as usize);
            let message = printable(mark.message.in_locale(checked.locale));
            format!(
                "{}:{line}:{column}: {}[{}] {message}\n",
                printable(&path),
                mark.severity.name(),
                mark.code()
            )
        };
        checked.shown().map(line).collect()
    }

    fn end(&mut self, _: &Count) -> String {
        String::new()
    }
}
