//! Marks as diagnostics.

use rustc_hash::FxHashMap;
use serde_json::json;
use tower_lsp::lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    DocumentDiagnosticReport, FullDocumentDiagnosticReport, Location, NumberOrString,
    PublishDiagnosticsClientCapabilities, Range, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Url,
};

use crate::diagnostics::{PlacedFinding, Snapshot};
use crate::newsroom::{Locale, Severity};
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

    /// The diagnostic with nothing but what the client can do something with.
    fn fit(self, mut diagnostic: Diagnostic) -> Diagnostic {
        diagnostic.related_information = diagnostic.related_information.filter(|_| self.related);
        diagnostic.code_description = diagnostic.code_description.filter(|_| self.code_pages);
        diagnostic.tags = diagnostic.tags.filter(|_| self.unnecessary);
        diagnostic.data = diagnostic.data.filter(|_| self.data);
        diagnostic
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
pub fn diagnostics(
    snapshot: &Snapshot,
    page: LineMapper<'_>,
    uri: &Url,
    locale: Locale,
    held: Option<Span>,
    client: DiagnosticSupport,
) -> Vec<Diagnostic> {
    let is_shown =
        |found: &&PlacedFinding| found.is_shown && !held.is_some_and(|held| found.span.touches(held));
    let mut ranges = Ranges { page, known: FxHashMap::default() };
    let shown = snapshot.found.iter().filter(is_shown);
    shown.map(|found| client.fit(ranges.diagnostic(snapshot, found, uri, locale))).collect()
}

/// One mark as a diagnostic. Its `data` has the rule and the bytes of the mark, so that its fixes are found
/// again without a search.
pub fn diagnostic(
    snapshot: &Snapshot,
    found: &PlacedFinding,
    page: LineMapper<'_>,
    uri: &Url,
    locale: Locale,
    client: DiagnosticSupport,
) -> Diagnostic {
    client.fit(Ranges { page, known: FxHashMap::default() }.diagnostic(snapshot, found, uri, locale))
}

/// Ranges of a page, each counted once: marks of one name point to the same other places.
struct Ranges<'a> {
    page: LineMapper<'a>,
    known: FxHashMap<Span, Range>,
}

impl Ranges<'_> {
    fn of(&mut self, span: Span) -> Range {
        *self.known.entry(span).or_insert_with(|| self.page.range(span))
    }

    fn diagnostic(
        &mut self,
        snapshot: &Snapshot,
        found: &PlacedFinding,
        uri: &Url,
        locale: Locale,
    ) -> Diagnostic {
        let (rule, code, message) = (found.finding.rule, found.finding.code(), found.message());
        let related = found.related(&snapshot.article).take(MAX_RELATED);
        let related = related.map(|(span, message)| DiagnosticRelatedInformation {
            location: Location { uri: uri.clone(), range: self.of(span) },
            message: message.in_locale(locale).to_owned(),
        });
        let related: Vec<_> = related.collect();
        Diagnostic {
            range: self.of(found.span),
            severity: Some(severity(found.severity)),
            code: Some(NumberOrString::String(code.to_owned())),
            code_description: documentation(rule).map(|href| CodeDescription { href }),
            source: Some(SOURCE.to_owned()),
            message: message.in_locale(locale).to_owned(),
            related_information: (!related.is_empty()).then_some(related),
            tags: tags_of(rule),
            data: Some(json!({ "rule": code, "start": found.span.start, "end": found.span.end })),
        }
    }
}

/// What a client may show of a mark besides its severity: of what stands twice, one is superfluous.
fn tags_of(rule: &str) -> Option<Vec<DiagnosticTag>> {
    (rule == "text/repeated-word").then(|| vec![DiagnosticTag::UNNECESSARY])
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
