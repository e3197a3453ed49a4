//! What a client can, read once, and what it is told that we can.

use tower_lsp::lsp_types::{
    ClientCapabilities, CompletionOptions, DiagnosticOptions, DiagnosticServerCapabilities,
    HoverProviderCapability, InitializeParams, OneOf, SaveOptions, ServerCapabilities,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
    WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

use super::features::completion::TRIGGERS;
use super::position::Encoding;
use crate::newsroom::Locale;

/// What a client can.
#[derive(Clone, Copy, Debug, Default)]
pub struct Capabilities {
    /// What its columns count.
    pub encoding: Encoding,
    /// The language it speaks, where that is one of ours.
    pub locale: Locale,
    /// It asks for diagnostics.
    pub pulls: bool,
    /// It can be asked to ask for diagnostics again.
    pub refreshes_diagnostics: bool,
    /// It can be asked to ask for inlay hints again.
    pub refreshes_hints: bool,
    /// It can be asked for its configuration.
    pub has_configuration: bool,
    /// It can be told which files to watch.
    pub watches_files: bool,
}

impl Capabilities {
    /// Reads what the client says of itself.
    pub fn of(params: &InitializeParams) -> Capabilities {
        let ClientCapabilities { workspace, text_document, general, .. } = &params.capabilities;
        let (workspace, document) = (workspace.as_ref(), text_document.as_ref());
        let english = params.locale.as_deref().is_some_and(|locale| locale.starts_with("en"));
        Capabilities {
            encoding: Encoding::negotiate(general.as_ref().and_then(|g| g.position_encodings.as_deref())),
            locale: if english { Locale::En } else { Locale::Hi },
            pulls: document.is_some_and(|d| d.diagnostic.is_some()),
            refreshes_diagnostics: workspace
                .and_then(|w| w.diagnostic.as_ref())
                .and_then(|d| d.refresh_support)
                .unwrap_or_default(),
            refreshes_hints: workspace
                .and_then(|w| w.inlay_hint.as_ref())
                .and_then(|h| h.refresh_support)
                .unwrap_or_default(),
            has_configuration: workspace.and_then(|w| w.configuration).unwrap_or_default(),
            watches_files: workspace
                .and_then(|w| w.did_change_watched_files)
                .and_then(|w| w.dynamic_registration)
                .unwrap_or_default(),
        }
    }

    /// What we can, for this client.
    pub fn ours(&self) -> ServerCapabilities {
        let pull = DiagnosticServerCapabilities::Options(DiagnosticOptions {
            identifier: Some("vartani".to_owned()),
            ..DiagnosticOptions::default()
        });
        ServerCapabilities {
            position_encoding: Some(self.encoding.kind()),
            text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(TextDocumentSyncKind::INCREMENTAL),
                save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions {
                    include_text: Some(false),
                })),
                ..TextDocumentSyncOptions::default()
            })),
            diagnostic_provider: self.pulls.then_some(pull),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            inlay_hint_provider: Some(OneOf::Left(true)),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
                ..CompletionOptions::default()
            }),
            workspace: Some(WorkspaceServerCapabilities {
                workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                    supported: Some(true),
                    change_notifications: Some(OneOf::Left(true)),
                }),
                file_operations: None,
            }),
            ..ServerCapabilities::default()
        }
    }
}
