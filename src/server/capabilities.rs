//! What a client can, read once, and what it is told that we can.

use tower_lsp::lsp_types::*;

use super::features::completion::{CompletionSupport, TRIGGERS};
use super::features::diagnostics::DiagnosticSupport;
use super::features::edits::EditSupport;
use super::features::{code_action, code_lens, semantic_tokens};
use super::position::Encoding;
use crate::newsroom::Locale;

/// What a client can.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // a client has many small abilities
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
    /// It can be asked to ask for semantic tokens again.
    pub refreshes_tokens: bool,
    /// It can be asked to ask for code lenses again.
    pub refreshes_lenses: bool,
    /// It can be asked for its configuration.
    pub has_configuration: bool,
    /// It can be told which files to watch.
    pub watches_files: bool,
    /// It shows the progress of what it did not ask for.
    pub shows_progress: bool,
    /// What it can do with diagnostics.
    pub diagnostics: DiagnosticSupport,
    /// It shows cards in Markdown.
    pub markdown: bool,
    /// It asks what stands at the caret before it renames.
    prepares_rename: bool,
    /// What it can do with completions.
    pub completion: CompletionSupport,
    /// What it can do with edits.
    pub edits: EditSupport,
    /// It asks for the edit of an action when it is chosen.
    pub resolves_actions: bool,
    /// It asks for the tooltip of a hint when somebody points at it.
    pub resolves_hints: bool,
    /// It underlines all of a name that leads somewhere.
    pub links: bool,
    /// Its outline can nest.
    pub nests_symbols: bool,
    /// It folds at most so much.
    pub fold_limit: Option<u32>,
    /// It knows our own types of tokens.
    pub own_tokens: bool,
    /// It can be told later that we format articles.
    pub registers_formatting: bool,
}

impl Capabilities {
    /// Reads what the client says of itself.
    pub fn of(params: &InitializeParams) -> Capabilities {
        let ClientCapabilities { workspace, text_document, general, window, .. } = &params.capabilities;
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
            refreshes_tokens: workspace
                .and_then(|w| w.semantic_tokens.as_ref())
                .and_then(|t| t.refresh_support)
                .unwrap_or_default(),
            refreshes_lenses: workspace
                .and_then(|w| w.code_lens.as_ref())
                .and_then(|l| l.refresh_support)
                .unwrap_or_default(),
            has_configuration: workspace.and_then(|w| w.configuration).unwrap_or_default(),
            watches_files: workspace
                .and_then(|w| w.did_change_watched_files)
                .and_then(|w| w.dynamic_registration)
                .unwrap_or_default(),
            shows_progress: window.as_ref().and_then(|w| w.work_done_progress).unwrap_or_default(),
            diagnostics: DiagnosticSupport::of(document.and_then(|d| d.publish_diagnostics.as_ref())),
            markdown: document
                .and_then(|d| d.hover.as_ref())
                .and_then(|hover| hover.content_format.as_deref())
                .is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            prepares_rename: document
                .and_then(|d| d.rename.as_ref())
                .and_then(|rename| rename.prepare_support)
                .unwrap_or_default(),
            completion: CompletionSupport::of(document.and_then(|d| d.completion.as_ref())),
            edits: EditSupport::of(workspace.and_then(|w| w.workspace_edit.as_ref())),
            resolves_actions: document
                .and_then(|d| d.code_action.as_ref())
                .filter(|action| action.data_support == Some(true))
                .and_then(|action| action.resolve_support.as_ref())
                .is_some_and(|resolve| resolve.properties.iter().any(|property| property == "edit")),
            resolves_hints: document
                .and_then(|d| d.inlay_hint.as_ref())
                .and_then(|hint| hint.resolve_support.as_ref())
                .is_some_and(|resolve| resolve.properties.iter().any(|property| property == "tooltip")),
            links: document.and_then(|d| d.definition).and_then(|d| d.link_support).unwrap_or_default(),
            nests_symbols: document
                .and_then(|d| d.document_symbol.as_ref())
                .and_then(|d| d.hierarchical_document_symbol_support)
                .unwrap_or_default(),
            fold_limit: document.and_then(|d| d.folding_range.as_ref()).and_then(|f| f.range_limit),
            own_tokens: document
                .and_then(|d| d.semantic_tokens.as_ref())
                .is_some_and(|tokens| tokens.token_types.contains(&SemanticTokenType::new("person"))),
            registers_formatting: document
                .and_then(|d| d.formatting)
                .and_then(|f| f.dynamic_registration)
                .unwrap_or_default(),
        }
    }

    /// The names of the kinds of tokens that this client gets.
    fn legend(&self) -> SemanticTokensLegend {
        let known: &[SemanticTokenType] = if self.own_tokens { &semantic_tokens::OWN } else { &[] };
        semantic_tokens::legend(known)
    }

    fn rename(&self) -> OneOf<bool, RenameOptions> {
        if !self.prepares_rename {
            return OneOf::Left(true);
        }
        OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })
    }

    /// What we can, for this client. That articles are formatted is said at once only to a client whose user has set it
    /// and that cannot be told later: an editor that formats on save would make fixes that nobody chose.
    pub fn ours(&self, is_formatter: bool) -> ServerCapabilities {
        let pull = DiagnosticServerCapabilities::Options(DiagnosticOptions {
            identifier: Some("vartani".to_owned()),
            inter_file_dependencies: false,
            workspace_diagnostics: true,
            work_done_progress_options: WorkDoneProgressOptions { work_done_progress: Some(true) },
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
            code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(code_action::KINDS.to_vec()),
                resolve_provider: Some(self.resolves_actions),
                ..CodeActionOptions::default()
            })),
            code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
            definition_provider: Some(OneOf::Left(true)),
            document_formatting_provider: (is_formatter && !self.registers_formatting)
                .then_some(OneOf::Left(true)),
            document_highlight_provider: Some(OneOf::Left(true)),
            document_symbol_provider: Some(OneOf::Left(true)),
            execute_command_provider: Some(ExecuteCommandOptions {
                commands: vec![code_action::ANSWER.to_owned(), code_lens::KEEP.to_owned()],
                ..ExecuteCommandOptions::default()
            }),
            folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
            linked_editing_range_provider: Some(LinkedEditingRangeServerCapabilities::Simple(true)),
            references_provider: Some(OneOf::Left(true)),
            rename_provider: Some(self.rename()),
            selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
            semantic_tokens_provider: Some(SemanticTokensServerCapabilities::SemanticTokensOptions(
                SemanticTokensOptions {
                    legend: self.legend(),
                    range: Some(true),
                    full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
                    ..SemanticTokensOptions::default()
                },
            )),
            workspace_symbol_provider: Some(OneOf::Left(true)),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            inlay_hint_provider: Some(OneOf::Right(InlayHintServerCapabilities::Options(InlayHintOptions {
                resolve_provider: Some(self.resolves_hints),
                ..InlayHintOptions::default()
            }))),
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
