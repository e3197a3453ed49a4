//! Edits of documents as the protocol wants them.

use std::collections::HashMap;

use tower_lsp::lsp_types::{
    CreateFile, CreateFileOptions, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, ResourceOp, ResourceOperationKind, TextDocumentEdit, TextEdit,
    Url, WorkspaceEdit, WorkspaceEditClientCapabilities,
};

use super::cursor::Cursor;
use crate::server::position::Page;
use crate::text::Span;

/// A document that is to be edited.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// Its address.
    pub uri: &'a Url,
    /// The version that was looked at, if the client has it open.
    pub version: Option<i32>,
    /// What the client can do with edits.
    pub client: EditSupport,
}

/// What a client can do with edits, by `workspace.workspaceEdit` of its capabilities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EditSupport {
    /// It takes `documentChanges`, and with them versions.
    pub document_changes: bool,
    /// It makes new files (`resourceOperations` has `create`).
    pub create: bool,
}

impl EditSupport {
    /// Reads what a client says of itself.
    pub fn of(client: Option<&WorkspaceEditClientCapabilities>) -> EditSupport {
        let operations = client.and_then(|client| client.resource_operations.as_deref()).unwrap_or_default();
        EditSupport {
            document_changes: client.and_then(|client| client.document_changes).unwrap_or_default(),
            create: operations.contains(&ResourceOperationKind::Create),
        }
    }
}

/// Edits of the desk as those of a client.
pub fn text_edits(page: Page<'_>, edits: &[(Span, String)]) -> Vec<TextEdit> {
    let mut cursor = Cursor::new(page);
    let mut edit =
        |(span, text): &(Span, String)| TextEdit { range: cursor.range(*span), new_text: text.clone() };
    edits.iter().map(&mut edit).collect()
}

/// Edits of one document, for the version that was looked at where the client can check it.
pub fn workspace_edit(target: Target<'_>, edits: Vec<TextEdit>) -> WorkspaceEdit {
    if target.client.document_changes {
        return WorkspaceEdit {
            document_changes: Some(DocumentChanges::Edits(vec![document_edit(target, edits)])),
            ..WorkspaceEdit::default()
        };
    }
    WorkspaceEdit { changes: Some(HashMap::from([(target.uri.clone(), edits)])), ..WorkspaceEdit::default() }
}

/// A new document with this text; `None` for a client that makes no files.
pub fn new_document(target: Target<'_>, text: String) -> Option<WorkspaceEdit> {
    if !(target.client.document_changes && target.client.create) {
        return None;
    }
    let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
    let create = CreateFile { uri: target.uri.clone(), options: Some(options), annotation_id: None };
    let whole = TextEdit { range: Default::default(), new_text: text };
    let fill = document_edit(Target { version: None, ..target }, vec![whole]);
    let operations =
        vec![DocumentChangeOperation::Op(ResourceOp::Create(create)), DocumentChangeOperation::Edit(fill)];
    Some(WorkspaceEdit {
        document_changes: Some(DocumentChanges::Operations(operations)),
        ..WorkspaceEdit::default()
    })
}

fn document_edit(target: Target<'_>, edits: Vec<TextEdit>) -> TextDocumentEdit {
    let text_document =
        OptionalVersionedTextDocumentIdentifier { uri: target.uri.clone(), version: target.version };
    TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() }
}
