//! `workspace/diagnostic`: the marks of articles that are not open.

use tower_lsp::lsp_types::{
    FullDocumentDiagnosticReport, PreviousResultId, UnchangedDocumentDiagnosticReport, Url,
    WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
};

use crate::server::workspace::closed::Overview;

/// What has changed since the client was told last. Of a document that is open it asks by itself; one that is
/// gone is told once more, without marks.
pub fn workspace_diagnostic(
    overview: &Overview,
    previous: &[PreviousResultId],
    is_open: impl Fn(&Url) -> bool,
) -> WorkspaceDiagnosticReport {
    let known = |uri: &Url| previous.iter().find(|known| known.uri == *uri).map(|known| &known.value);
    let closed = overview.iter().filter(|(uri, _)| !is_open(uri));
    let told = closed.map(|(uri, closed)| match known(uri) {
        Some(id) if *id == closed.id => unchanged(uri, id),
        _ => full(uri, Some(closed.id.clone()), closed.diagnostics.to_vec()),
    });
    let is_gone = |known: &&PreviousResultId| !overview.contains_key(&known.uri) && !is_open(&known.uri);
    let gone = previous.iter().filter(is_gone).map(|known| full(&known.uri, None, Vec::new()));
    WorkspaceDiagnosticReport { items: told.chain(gone).collect() }
}

fn unchanged(uri: &Url, id: &str) -> WorkspaceDocumentDiagnosticReport {
    let report = UnchangedDocumentDiagnosticReport { result_id: id.to_owned() };
    WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
        uri: uri.clone(),
        version: None,
        unchanged_document_diagnostic_report: report,
    })
}

fn full(
    uri: &Url,
    result_id: Option<String>,
    items: Vec<tower_lsp::lsp_types::Diagnostic>,
) -> WorkspaceDocumentDiagnosticReport {
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri: uri.clone(),
        version: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id, items },
    })
}
