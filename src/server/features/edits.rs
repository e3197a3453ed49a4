//! Edits of documents as the protocol wants them.

use std::collections::HashMap;

use tower_lsp::lsp_types::{
    CreateFile, CreateFileOptions, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, ResourceOp, ResourceOperationKind, TextDocumentEdit, TextEdit,
    Url, WorkspaceEdit, WorkspaceEditClientCapabilities,
};

use super::cursor::Cursor;
use crate::server::position::LineMapper;
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
    /// It makes new files: `resourceOperations` has `create`. These stand in `documentChanges` too, which such a client
    /// takes whether it announces them or not: Neovim does not.
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

/// Edits of the context as those of a client.
pub fn text_edits(page: LineMapper<'_>, edits: &[(Span, String)]) -> Vec<TextEdit> {
    let mut cursor = Cursor::new(page);
    let mut edit =
        |(span, text): &(Span, String)| TextEdit { range: cursor.range(*span), new_text: text.clone() };
    edits.iter().map(&mut edit).collect()
}

/// Edits of one document, for the version that was looked at where the client can check it.
pub fn workspace_edit(target: Target<'_>, edits: Vec<TextEdit>) -> WorkspaceEdit {
    if target.client.document_changes {
        return with_changes(DocumentChanges::Edits(vec![document_edit(target, edits)]));
    }
    WorkspaceEdit { changes: Some(HashMap::from([(target.uri.clone(), edits)])), ..WorkspaceEdit::default() }
}

/// A new document with this text; `None` for a client that makes no files.
pub fn new_document(target: Target<'_>, text: String) -> Option<WorkspaceEdit> {
    steps(target.client, vec![Step::Create { target, text }])
}

/// What is to be done to one of several documents.
#[derive(Clone, Debug)]
pub enum Step<'a> {
    /// It is edited.
    Edit {
        /// Which document.
        target: Target<'a>,
        /// Its edits.
        edits: Vec<TextEdit>,
    },
    /// It is made.
    Create {
        /// Where.
        target: Target<'a>,
        /// Its text.
        text: String,
    },
}

/// Edits of several documents, those that are open for the version that was looked at. `None` where one is to be
/// made and the client makes no files.
pub fn steps(client: EditSupport, steps: Vec<Step<'_>>) -> Option<WorkspaceEdit> {
    let makes_files = steps.iter().any(|step| matches!(step, Step::Create { .. }));
    if makes_files && !client.create {
        return None;
    }
    if makes_files {
        let operations = steps.into_iter().flat_map(operations).collect();
        return Some(with_changes(DocumentChanges::Operations(operations)));
    }
    let edits = steps.into_iter().filter_map(|step| match step {
        Step::Edit { target, edits } => Some((target, edits)),
        Step::Create { .. } => None,
    });
    if client.document_changes {
        let edits = edits.map(|(target, edits)| document_edit(target, edits)).collect();
        return Some(with_changes(DocumentChanges::Edits(edits)));
    }
    let changes = edits.map(|(target, edits)| (target.uri.clone(), edits)).collect();
    Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() })
}

fn with_changes(changes: DocumentChanges) -> WorkspaceEdit {
    WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
}

fn operations(step: Step<'_>) -> Vec<DocumentChangeOperation> {
    let (target, text) = match step {
        Step::Edit { target, edits } => {
            return vec![DocumentChangeOperation::Edit(document_edit(target, edits))];
        }
        Step::Create { target, text } => (target, text),
    };
    let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
    let create = CreateFile { uri: target.uri.clone(), options: Some(options), annotation_id: None };
    let whole = TextEdit { range: Default::default(), new_text: text };
    let fill = document_edit(Target { version: None, ..target }, vec![whole]);
    vec![DocumentChangeOperation::Op(ResourceOp::Create(create)), DocumentChangeOperation::Edit(fill)]
}

fn document_edit(target: Target<'_>, edits: Vec<TextEdit>) -> TextDocumentEdit {
    let version = target.version.filter(|_| target.client.document_changes);
    let text_document = OptionalVersionedTextDocumentIdentifier { uri: target.uri.clone(), version };
    TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() }
}
