//! Reports in XML, which older services of CI read: Checkstyle, and JUnit, in which an article is a suite of tests.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::checked::in_repository;
use super::checked::{Checked, Count, Report};
use crate::newsroom::Severity;
use crate::text::{Lines, Position, printable};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Checkstyle: a `file` with an `error` for each finding.
#[derive(Default)]
pub struct Checkstyle {
    files: String,
}

impl Report for Checkstyle {
    fn article(&mut self, checked: &Checked) -> String {
        let lines = Lines::of(&checked.text);
        let mut errors = String::new();
        for mark in checked.shown() {
            let Position { line, column } = lines.position(&checked.text, mark.span.start as usize);
            let severity = match mark.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Information | Severity::Hint => "info",
            };
            let message = attribute(mark.message.in_locale(checked.locale));
            let _ = writeln!(
                errors,
                "    <error line=\"{line}\" column=\"{column}\" severity=\"{severity}\" message=\"{message}\" source=\"vartani.{}\"/>",
                mark.code().replace('/', ".")
            );
        }
        if !errors.is_empty() {
            let name = attribute(&in_repository(&checked.path));
            let _ = write!(self.files, "  <file name=\"{name}\">\n{errors}  </file>\n");
        }
        String::new()
    }

    fn end(&mut self, _: &Count) -> String {
        format!("{HEAD}<checkstyle version=\"4.3\">\n{}</checkstyle>\n", self.files)
    }
}

/// JUnit: a suite for each article, with a failed test for each finding, or one test that passed.
#[derive(Default)]
pub struct Junit {
    suites: String,
    tests: usize,
    failures: usize,
}

impl Report for Junit {
    fn article(&mut self, checked: &Checked) -> String {
        let lines = Lines::of(&checked.text);
        let path = in_repository(&checked.path);
        let name = attribute(&path);
        let (mut cases, mut failures) = (String::new(), 0);
        for mark in checked.shown() {
            failures += 1;
            let Position { line, column } = lines.position(&checked.text, mark.span.start as usize);
            let message = attribute(mark.message.in_locale(checked.locale));
            let severity = mark.severity.name();
            let _ = write!(
                cases,
                "    <testcase classname=\"{name}\" name=\"{}:{line}:{column}\">\n      \
                 <failure type=\"{severity}\" message=\"{message}\">{name}:{line}:{column}</failure>\n    </testcase>\n",
                mark.code()
            );
        }
        if failures == 0 {
            let _ = writeln!(cases, "    <testcase classname=\"{name}\" name=\"vartani\"/>");
        }
        let tests = failures.max(1);
        let _ = write!(
            self.suites,
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n{cases}  </testsuite>\n"
        );
        (self.tests, self.failures) = (self.tests + tests, self.failures + failures);
        String::new()
    }

    fn end(&mut self, _: &Count) -> String {
        let Junit { suites, tests, failures } = self;
        format!(
            "{HEAD}<testsuites name=\"vartani\" tests=\"{tests}\" failures=\"{failures}\">\n{suites}</testsuites>\n"
        )
    }
}

/// The value of an attribute: XML has no control characters.
fn attribute(text: &str) -> String {
    escape(printable(text).as_ref()).into_owned()
}
