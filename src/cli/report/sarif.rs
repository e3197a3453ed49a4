//! SARIF 2.1.0, the form in which code scanning takes the findings of any checker.

mod log;

use std::cell::Cell;
use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use self::log::{
    ArtifactChange, ArtifactLocation, Configuration, Driver, Fix, Help, Invocation, Level, Location, Log,
    PhysicalLocation, Region, Replacement, ReportingDescriptor, Run, SarifResult, Text, Tool,
};
use super::checked::{Checked, Count, Report, in_repository};
use crate::diagnostics::Diagnostic;
use crate::newsroom::{Locale, Severity};
use crate::rules::{RULES, Rule};
use crate::text::Lines;
use crate::text::Span;

/// What is not written as it is in the path of a URI. A colon would end a scheme.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

const BYTE_ORDER_MARK: char = '\u{FEFF}';

pub struct Sarif {
    results: Vec<SarifResult>,
    /// The language of what is said of the rules.
    locale: Locale,
}

impl Sarif {
    pub fn new(locale: Locale) -> Sarif {
        Sarif { results: Vec::new(), locale }
    }
}

impl Report for Sarif {
    fn article(&mut self, checked: &Checked) -> String {
        let page = Page {
            checked,
            lines: Lines::of(&checked.text),
            uri: uri(&checked.path),
            last: Cell::new((usize::MAX, 0, 0)),
        };
        self.results.extend(checked.shown().map(|mark| page.result(mark)));
        String::new()
    }

    fn end(&mut self, count: &Count) -> String {
        let driver = Driver {
            name: "vartani",
            version: env!("CARGO_PKG_VERSION"),
            information_uri: env!("CARGO_PKG_REPOSITORY"),
            rules: RULES.iter().map(|rule| descriptor(rule, self.locale)).collect(),
        };
        let run = Run {
            tool: Tool { driver },
            invocations: [Invocation { execution_successful: !count.trouble }],
            language: match self.locale {
                Locale::Hi => "hi",
                Locale::En => "en",
            },
            newline_sequences: ["\r\n", "\n", "\r"],
            column_kind: "utf16CodeUnits",
            results: std::mem::take(&mut self.results),
        };
        serde_json::to_string(&Log::of(run)).expect("strings and numbers") + "\n"
    }
}

fn descriptor(rule: &Rule, locale: Locale) -> ReportingDescriptor {
    let documentation = rule.documentation(locale);
    ReportingDescriptor {
        id: rule.code,
        short_description: Text { text: rule.summary(locale).to_owned() },
        help: Help { text: documentation, markdown: documentation },
        default_configuration: Configuration {
            enabled: rule.severity.is_some(),
            level: rule.severity.map_or(Level::None, level),
        },
    }
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Information | Severity::Hint => Level::Note,
    }
}

/// A path as a reference relative to the root of the repository, or the URI of a file if it is absolute.
fn uri(path: &Path) -> String {
    let path = in_repository(path);
    let encoded = utf8_percent_encode(&path, ENCODED);
    match (Path::new(&path).is_absolute(), path.starts_with('/')) {
        (false, _) => encoded.to_string(),
        (true, true) => format!("file://{encoded}"),
        (true, false) => format!("file:///{encoded}"),
    }
}

/// An article while its marks are told.
struct Page<'a> {
    checked: &'a Checked,
    lines: Lines,
    uri: String,
    /// The number of a line, an offset in it and its column: the place that was asked for last.
    last: Cell<(usize, usize, usize)>,
}

impl Page<'_> {
    fn result(&self, mark: &Diagnostic) -> SarifResult {
        let locale = self.checked.locale;
        let related = mark.related.iter().zip(1..).map(|((span, message), id)| {
            let message = Text { text: message.in_locale(locale).to_owned() };
            Location { id: Some(id), message: Some(message), physical_location: self.place(*span) }
        });
        let fixes = mark.fixes.iter().map(|fix| Fix {
            description: Text { text: fix.title.in_locale(locale).to_owned() },
            artifact_changes: [ArtifactChange {
                artifact_location: self.file(),
                replacements: fix.edits.iter().map(|(span, text)| self.replacement(*span, text)).collect(),
            }],
        });
        SarifResult {
            rule_id: mark.code().to_owned(),
            rule_index: RULES.iter().position(|rule| rule.code == mark.code()),
            level: level(mark.severity),
            message: Text { text: mark.message.in_locale(locale).to_owned() },
            locations: [Location { id: None, message: None, physical_location: self.place(mark.span) }],
            related_locations: related.collect(),
            fixes: fixes.collect(),
        }
    }

    fn replacement(&self, span: Span, text: &str) -> Replacement {
        Replacement {
            deleted_region: Region { snippet: None, ..self.region(span) },
            inserted_content: Text { text: text.to_owned() },
        }
    }

    fn place(&self, span: Span) -> PhysicalLocation {
        PhysicalLocation { artifact_location: self.file(), region: self.region(span) }
    }

    fn file(&self) -> ArtifactLocation {
        ArtifactLocation { uri: self.uri.clone() }
    }

    fn region(&self, span: Span) -> Region {
        let (start_line, start_column) = self.position(span.start as usize);
        let (end_line, end_column) = self.position(span.end as usize);
        let snippet = Some(Text { text: span.of(&self.checked.text).to_owned() });
        Region { start_line, start_column, end_line, end_column, snippet }
    }

    /// The line and the column in UTF-16 code units, both from 1. A byte order mark does not count.
    ///
    /// It is counted from the last place in the same line, because what is asked for is near and a line may be
    /// a whole article.
    fn position(&self, offset: usize) -> (usize, usize) {
        let text = &self.checked.text;
        let units = |from: usize, to: usize| text[from..to].encode_utf16().count();
        let number = self.lines.number(offset);
        let (last_number, last, column) = self.last.get();
        let column = if number != last_number {
            let start = self.lines.start(number);
            let mark = usize::from(number == 0 && text[..offset].starts_with(BYTE_ORDER_MARK));
            1 + units(start, offset) - mark
        } else if last <= offset {
            column + units(last, offset)
        } else {
            column - units(offset, last)
        };
        self.last.set((number, offset, column));
        (number + 1, column)
    }
}
