//! Marks as diagnostics.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Serialize;
use serde_json::json;
use tower_lsp::lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    DocumentDiagnosticReport, FullDocumentDiagnosticReport, Location, NumberOrString, Position,
    PublishDiagnosticsClientCapabilities, Range, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Url,
};

use crate::diagnostics::{PlacedFinding, Snapshot};
use crate::newsroom::{Locale, Message, Severity};
use crate::rules::RULES;
use crate::server::json;
use crate::server::position::LineMapper;
use crate::text::Span;

/// The name under which clients show our diagnostics.
pub const SOURCE: &str = "vartani";

/// A diagnostic points to at most so many other places; its message counts all of them.
const MAX_RELATED: usize = 8;

/// What a client can do with diagnostics, by `textDocument.publishDiagnostics` of its capabilities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // the protocol has one for each field
pub struct DiagnosticSupport {
    /// It shows the other places that a diagnostic speaks of.
    related: bool,
    /// It follows a code to a page.
    code_pages: bool,
    /// It shows what is superfluous.
    unnecessary: bool,
    /// It sends data back with a request for actions.
    data: bool,
}

impl DiagnosticSupport {
    /// Reads what a client says of itself.
    pub fn of(client: Option<&PublishDiagnosticsClientCapabilities>) -> DiagnosticSupport {
        let Some(client) = client else { return DiagnosticSupport::default() };
        let tags = client.tag_support.as_ref();
        DiagnosticSupport {
            related: client.related_information.unwrap_or_default(),
            code_pages: client.code_description_support.unwrap_or_default(),
            unnecessary: tags.is_some_and(|tags| tags.value_set.contains(&DiagnosticTag::UNNECESSARY)),
            data: client.data_support.unwrap_or_default(),
        }
    }
}

/// A diagnostic that borrows what it can.
pub struct Mark<'a> {
    range: Range,
    severity: DiagnosticSeverity,
    code: &'a str,
    page: Option<&'static CodeDescription>,
    message: Cow<'a, str>,
    related: Vec<RelatedMark<'a>>,
    tags: Option<[DiagnosticTag; 1]>,
    data: Option<MarkData<'a>>,
}

/// Another place that belongs to a diagnostic.
struct RelatedMark<'a> {
    uri: &'a Url,
    range: Range,
    message: &'a str,
}

/// The rule and the bytes of a mark, so that its fixes are found again without a search.
struct MarkData<'a> {
    rule: &'a str,
    span: Span,
}

impl Mark<'_> {
    /// Writes it as JSON, as the [`Diagnostic`] is that is made of it.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"range\":");
        write_range(self.range, out);
        out.extend_from_slice(b",\"severity\":");
        write_value(&self.severity, out);
        out.extend_from_slice(b",\"code\":");
        json::string(self.code, out);
        if let Some(page) = self.page {
            out.extend_from_slice(b",\"codeDescription\":{\"href\":");
            json::string(page.href.as_str(), out);
            out.push(b'}');
        }
        out.extend_from_slice(b",\"source\":");
        json::string(SOURCE, out);
        out.extend_from_slice(b",\"message\":");
        json::string(&self.message, out);
        for (number, related) in self.related.iter().enumerate() {
            out.extend_from_slice(if number == 0 { b",\"relatedInformation\":[" } else { b"," });
            related.write(out);
        }
        if !self.related.is_empty() {
            out.push(b']');
        }
        if let Some(tags) = &self.tags {
            out.extend_from_slice(b",\"tags\":");
            write_value(tags, out);
        }
        if let Some(MarkData { rule, span }) = &self.data {
            out.extend_from_slice(b",\"data\":{\"rule\":");
            json::string(rule, out);
            out.extend_from_slice(b",\"start\":");
            json::number(span.start, out);
            out.extend_from_slice(b",\"end\":");
            json::number(span.end, out);
            out.push(b'}');
        }
        out.push(b'}');
    }
}

impl RelatedMark<'_> {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"location\":{\"uri\":");
        json::string(self.uri.as_str(), out);
        out.extend_from_slice(b",\"range\":");
        write_range(self.range, out);
        out.extend_from_slice(b"},\"message\":");
        json::string(self.message, out);
        out.push(b'}');
    }
}

fn write_range(range: Range, out: &mut Vec<u8>) {
    let mut write = |name: &[u8], position: Position| {
        out.extend_from_slice(name);
        out.extend_from_slice(b"{\"line\":");
        json::number(position.line, out);
        out.extend_from_slice(b",\"character\":");
        json::number(position.character, out);
        out.push(b'}');
    };
    write(b"{\"start\":", range.start);
    write(b",\"end\":", range.end);
    out.push(b'}');
}

/// Writes something small.
fn write_value(value: &impl Serialize, out: &mut Vec<u8>) {
    // A buffer takes all that is written into it
    let _ = serde_json::to_writer(out, value);
}

impl From<Mark<'_>> for Diagnostic {
    fn from(mark: Mark<'_>) -> Diagnostic {
        let related: Vec<_> = mark.related.into_iter().map(RelatedMark::into_owned).collect();
        let data = |MarkData { rule, span }| json!({ "rule": rule, "start": span.start, "end": span.end });
        Diagnostic {
            range: mark.range,
            severity: Some(mark.severity),
            code: Some(NumberOrString::String(mark.code.to_owned())),
            code_description: mark.page.cloned(),
            source: Some(SOURCE.to_owned()),
            message: mark.message.into_owned(),
            related_information: (!related.is_empty()).then_some(related),
            tags: mark.tags.map(Vec::from),
            data: mark.data.map(data),
        }
    }
}

impl RelatedMark<'_> {
    fn into_owned(self) -> DiagnosticRelatedInformation {
        DiagnosticRelatedInformation {
            location: Location { uri: self.uri.clone(), range: self.range },
            message: self.message.to_owned(),
        }
    }
}

/// The report of a document's diagnostics, which say nothing if they are those of the report `previous`.
pub fn report(items: Vec<Diagnostic>, id: String, previous: Option<&str>) -> DocumentDiagnosticReport {
    if previous == Some(&id) {
        let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id: id };
        return DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report,
        });
    }
    let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id: Some(id), items };
    DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report,
    })
}

/// The diagnostics of a document, in order. A mark that touches `held` is left out: somebody is typing there.
pub fn diagnostics<'a>(
    snapshot: &'a Snapshot,
    page: LineMapper<'a>,
    uri: &'a Url,
    locale: Locale,
    held: Option<Span>,
    client: DiagnosticSupport,
) -> impl Iterator<Item = Mark<'a>> {
    let is_shown =
        move |found: &&PlacedFinding| found.is_shown && !held.is_some_and(|held| found.span.touches(held));
    let mut marks = Marks { snapshot, page, uri, locale, client, known: FxHashMap::default() };
    snapshot.found.iter().filter(is_shown).map(move |found| marks.of(found))
}

/// One mark as a diagnostic.
pub fn diagnostic(
    snapshot: &Snapshot,
    found: &PlacedFinding,
    page: LineMapper<'_>,
    uri: &Url,
    locale: Locale,
    client: DiagnosticSupport,
) -> Diagnostic {
    Marks { snapshot, page, uri, locale, client, known: FxHashMap::default() }.of(found).into()
}

/// The marks of a document for a client.
struct Marks<'a> {
    snapshot: &'a Snapshot,
    page: LineMapper<'a>,
    uri: &'a Url,
    locale: Locale,
    client: DiagnosticSupport,
    /// Ranges of places that several marks point to, each counted once: marks of one name point to the same others.
    known: FxHashMap<Span, Range>,
}

impl<'a> Marks<'a> {
    /// A mark with nothing but what the client can do something with.
    fn of(&mut self, found: &'a PlacedFinding) -> Mark<'a> {
        let (rule, code, client) = (found.finding.rule, found.finding.code(), self.client);
        let related =
            found.related(&self.snapshot.article).take(if client.related { MAX_RELATED } else { 0 });
        let related = related.map(|(span, message)| RelatedMark {
            uri: self.uri,
            range: *self.known.entry(span).or_insert_with(|| self.page.range(span)),
            message: message.in_locale(self.locale),
        });
        let message = match found.message() {
            Cow::Borrowed(message) => Cow::Borrowed(Message::in_locale(message, self.locale)),
            Cow::Owned(message) => Cow::Owned(message.in_locale(self.locale).to_owned()),
        };
        Mark {
            related: related.collect(),
            range: self.page.range(found.span),
            severity: severity(found.severity),
            code,
            page: PAGES.get(rule).filter(|_| client.code_pages),
            message,
            tags: tags_of(rule).filter(|_| client.unnecessary),
            data: client.data.then_some(MarkData { rule: code, span: found.span }),
        }
    }
}

/// What a client may show of a mark besides its severity: of what stands twice, one is superfluous.
fn tags_of(rule: &str) -> Option<[DiagnosticTag; 1]> {
    (rule == "text/repeated-word").then_some([DiagnosticTag::UNNECESSARY])
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Hint => DiagnosticSeverity::HINT,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Error => DiagnosticSeverity::ERROR,
    }
}

/// Where each rule is explained.
static PAGES: LazyLock<FxHashMap<&str, CodeDescription>> = LazyLock::new(|| {
    let page = |code| Some((code, CodeDescription { href: documentation(code)? }));
    RULES.iter().filter_map(|rule| page(rule.code)).collect()
});

/// Where a rule is explained: its documentation stands at the head of its file.
fn documentation(rule: &str) -> Option<Url> {
    let file = rule.replace('-', "_");
    Url::parse(&format!("{}/blob/main/src/rules/{file}.rs", env!("CARGO_PKG_REPOSITORY"))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_the_diagnostic() {
        let uri = Url::parse("file:///a%20b.txt").unwrap();
        let range = Range { start: Position::new(1, 20), end: Position::new(1, 300) };
        let related = || RelatedMark { uri: &uri, range, message: "यहाँ “और”" };
        for count in 0..3 {
            let mark = Mark {
                range,
                severity: DiagnosticSeverity::WARNING,
                code: "text/repeated-word",
                page: PAGES.get("text/repeated-word").filter(|_| count > 0),
                message: Cow::Borrowed("\"और\" दो बार"),
                related: (0..count).map(|_| related()).collect(),
                tags: tags_of("text/repeated-word").filter(|_| count > 0),
                data: (count > 0)
                    .then_some(MarkData { rule: "text/repeated-word", span: Span::new(7, 4_000_000_000) }),
            };
            let mut out = Vec::new();
            mark.write(&mut out);
            let written: serde_json::Value = serde_json::from_slice(&out).unwrap();
            assert_eq!(written, serde_json::to_value(Diagnostic::from(mark)).unwrap());
        }
    }
}
