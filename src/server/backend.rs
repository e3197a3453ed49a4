//! The protocol's messages, each handed to where it is done.
//!
//! Notification handlers change state before their first `.await`, so that changes stay in the order of the
//! wire; requests take their snapshot there. Nothing here waits for an answer of the client: what asks it
//! something runs in a task of its own, under a timeout.

mod custom_methods;
mod resolve;

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::*;
use tower_lsp::{Client, LanguageServer, async_trait};

use super::analysis::queue::AnalysisQueue;
use super::capabilities::Capabilities;
use super::client_requests::{ask_settings, offer_formatting, refresh_after, watch_files};
use super::documents::{DocumentSnapshot, is_article};
use super::features;
use super::features::code_action;
use super::features::semantic_tokens::tokens;
use super::features::workspace_symbol::{Symbol, workspace_symbol};
use super::log::Log;
use super::position::LineMapper;
use super::progress::Cancel;
use super::publish::held_diagnostics;
use super::scheduler;
use super::session::Session;
use super::workspace::overview::{keep_up, overview};
use super::written::Written;
use crate::diagnostics::Snapshot;
use crate::files::{CONFIG, dictionary_path};
use crate::text::Lines;

/// The language server.
pub struct Backend {
    session: Arc<Session>,
}

impl Backend {
    /// A server for a client.
    pub fn new(client: Client, log: Arc<Log>, written: Written) -> Backend {
        let (queue, waiting) = AnalysisQueue::new();
        log.introduce(client.clone());
        let session = Arc::new(Session::new(client, queue, log, written));
        scheduler::start(&session, waiting);
        tokio::spawn(keep_up(Arc::downgrade(&session), session.workspace.changed()));
        Backend { session }
    }

    /// The colours of a document, none where the user wants none.
    fn tokens(&self, shot: &DocumentSnapshot, range: Option<Range>) -> Vec<SemanticToken> {
        let page = self.session.settings().colours.then(|| self.session.page(shot));
        page.map(|page| tokens(&shot.snapshot, page, range)).unwrap_or_default()
    }
}

#[async_trait]
impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let capabilities = Capabilities::of(&params);
        self.session.begin(capabilities);
        self.session.workspace.begin(&params);
        if let Some(trace) = params.trace {
            self.session.log.set_trace(trace);
        }
        if let Some(options) = params.initialization_options {
            self.session.begin_with(options);
        }
        Ok(InitializeResult {
            capabilities: capabilities.ours(self.session.settings().formatting),
            server_info: Some(ServerInfo {
                name: env!("CARGO_PKG_NAME").to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        ask_settings(&self.session);
        watch_files(&self.session);
        offer_formatting(&self.session);
        self.session.workspace.touch();
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let TextDocumentItem { uri, language_id, version, text } = params.text_document;
        self.session.documents.open(uri.clone(), &language_id, version, &text);
        self.session.queue.read(uri);
        self.session.workspace.wake();
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let VersionedTextDocumentIdentifier { uri, version } = params.text_document;
        let encoding = self.session.capabilities().encoding;
        match self.session.documents.change(&uri, version, &params.content_changes, encoding) {
            Ok(()) => self.session.queue.read(uri),
            Err(error) => self.session.log(&error.message()),
        }
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        let uri = &params.text_document.uri;
        // A client that watches no files for us tells us of our own ones by saving them; the user's dictionary is where
        // nobody watches
        let is_told = !self.session.capabilities().watches_files && uri.path().ends_with(".toml");
        if is_told || is_dictionary(uri) {
            self.session.reload();
        }
        self.session.workspace.touch();
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        self.session.colours().forget(&uri);
        if self.session.documents.close(&uri) {
            self.session.queue.read(uri);
            self.session.workspace.touch();
        }
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        if self.session.capabilities().has_configuration {
            ask_settings(&self.session);
        } else {
            self.session.take_settings(&params.settings);
            offer_formatting(&self.session);
            refresh_after(&self.session, Duration::ZERO);
        }
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        let is_own = |uri: &Url| uri.path().ends_with(".toml") || is_dictionary(uri);
        if params.changes.iter().any(|change| is_own(&change.uri)) {
            self.session.reload();
        }
        self.session.workspace.touch();
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        self.session.workspace.change_folders(&params.event);
        self.session.reload();
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let shot = self.session.shot(&text_document.uri).await?;
        let (page, locale) = (self.session.page(&shot), self.session.locale(Some(&shot)));
        let shows_markdown = self.session.capabilities().markdown;
        Ok(features::hover::hover(&shot.snapshot, page, position, locale, shows_markdown))
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let shot = self.session.shot(&params.text_document.uri).await?;
        let (page, locale) = (self.session.page(&shot), self.session.locale(Some(&shot)));
        let choice = self.session.settings().hints.into();
        let lazily =
            self.session.capabilities().resolves_hints.then_some((&params.text_document.uri, shot.version));
        Ok(Some(features::inlay_hint::inlay_hints(
            &shot.snapshot,
            page,
            params.range,
            choice,
            locale,
            lazily,
        )))
    }

    async fn inlay_hint_resolve(&self, hint: InlayHint) -> Result<InlayHint> {
        self.resolved_hint(hint).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position;
        let uri = text_document.uri;
        let client = self.session.capabilities().completion;
        let list = if is_article(&uri) {
            let shot = self.session.shot(&uri).await?;
            let (page, locale) = (self.session.page(&shot), self.session.locale(Some(&shot)));
            let context = params.context.as_ref();
            let occasion =
                self.session.last_asked().occasion(&uri, shot.version, position, context, Instant::now());
            features::completion::completion(&shot.snapshot, page, position, occasion, locale, client)
        } else if uri.path().ends_with(CONFIG) {
            let Some(text) = self.session.documents.text(&uri) else { return Ok(None) };
            let (lines, encoding) = (Lines::of(&text), self.session.capabilities().encoding);
            let page = LineMapper { text: &text, lines: &lines, encoding };
            features::completion::settings_completion(page, position, self.session.locale(None), client)
        } else {
            return Ok(None);
        };
        Ok(Some(CompletionResponse::List(list)))
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let TextDocumentPositionParams { text_document: document, position } = params.text_document_position;
        let shot = self.session.shot(&document.uri).await?;
        let page = self.session.page(&shot);
        Ok(Some(features::references::references(&shot.snapshot, page, position, &document.uri)))
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let shot = self.session.shot(&text_document.uri).await?;
        Ok(features::document_highlight::document_highlight(
            &shot.snapshot,
            self.session.page(&shot),
            position,
        ))
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let shot = self.session.shot(&text_document.uri).await?;
        let files = self.session.actor_files_with_text(&text_document.uri).await;
        let encoding = self.session.capabilities().encoding;
        let entry = |id: &str| {
            files.iter().find_map(|(uri, text)| features::definition::entry_in(text, uri, encoding, id))
        };
        let (page, links) = (self.session.page(&shot), self.session.capabilities().links);
        Ok(features::definition::definition(&shot.snapshot, page, position, links, entry))
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        let shot = self.session.shot(&params.text_document.uri).await?;
        let (page, locale) = (self.session.page(&shot), self.session.locale(Some(&shot)));
        features::rename::prepare_rename(&shot.snapshot, page, params.position, locale).map(Some)
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let TextDocumentPositionParams { text_document: document, position } = params.text_document_position;
        let shot = self.session.shot(&document.uri).await?;
        let (page, locale) = (self.session.page(&shot), self.session.locale(Some(&shot)));
        let target = self.session.target(&document.uri, Some(shot.version));
        let (edit, summary) =
            features::rename::rename(&shot.snapshot, page, position, &params.new_name, target, locale)?;
        if let Some(summary) = summary {
            let client = self.session.client.clone();
            tokio::spawn(async move { client.show_message(MessageType::INFO, summary).await });
        }
        Ok(Some(edit))
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = params.text_document.uri;
        let shot = self.session.shot(&uri).await?;
        let (page, only) = (self.session.page(&shot), params.context.only);
        // A save that wants fixes waits for no file
        let is_for_save = only.as_ref().is_some_and(|only| only.iter().all(code_action::is_for_save));
        let house = if is_for_save { None } else { self.session.house(&uri).await };
        let lazily = self.session.capabilities().resolves_actions;
        Ok(Some(self.session.with_action_context(&uri, &shot, house.as_ref(), lazily, |context| {
            code_action::code_action(&shot.snapshot, page, params.range, only.as_deref(), context)
        })))
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        self.resolved_action(action).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        if !self.session.settings().lenses {
            return Ok(None);
        }
        let uri = params.text_document.uri;
        let shot = self.session.shot(&uri).await?;
        let (page, locale) = (self.session.page(&shot), self.session.locale(Some(&shot)));
        Ok(Some(features::code_lens::code_lens(&shot.snapshot, page, &uri, locale)))
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        if let Some(answered) = features::code_action::AnsweredMarks::of(&params.arguments)
            .filter(|_| params.command == features::code_action::ANSWER)
        {
            let shot = self.session.shot(&answered.uri).await?;
            self.session.note(answered, shot.snapshot.newsroom.clone()).await;
            return Ok(None);
        }
        let keep = features::code_lens::Keep::of(&params.arguments)
            .filter(|_| params.command == features::code_lens::KEEP);
        let Some(keep) = keep else {
            return Err(Error::invalid_params(format!("{} is not known", params.command)));
        };
        let shot = self.session.shot(&keep.uri).await?;
        let target = self.session.target(&keep.uri, Some(shot.version));
        let page = self.session.page(&shot);
        if let Some(edit) = features::code_lens::keep_spelling(&shot.snapshot, page, &keep.spelling, target) {
            let client = self.session.client.clone();
            tokio::spawn(async move { client.apply_edit(edit).await });
        }
        Ok(None)
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let uri = params.text_document.uri;
        let shot = self.session.shot(&uri).await?;
        let nested = self.session.capabilities().nests_symbols;
        let page = self.session.page(&shot);
        Ok(Some(features::document_symbol::document_symbol(&shot.snapshot, page, &uri, nested)))
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<Vec<SymbolInformation>>> {
        let token = params.work_done_progress_params.work_done_token;
        let closed = overview(&self.session, token, &Cancel::default()).await?;
        let encoding = self.session.capabilities().encoding;
        let symbols = |snapshot: &Snapshot| {
            let page = LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding };
            Symbol::all(snapshot, page)
        };
        let open = self.session.documents.all_latest();
        let open: Vec<_> = open.iter().map(|(uri, snapshot)| (uri, snapshot, symbols(snapshot))).collect();
        let closed = closed.iter().filter(|(uri, _)| !self.session.documents.is_open(uri));
        let closed = closed.map(|(uri, closed)| (uri, &*closed.newsroom, &*closed.symbols));
        let open = open.iter().map(|(uri, snapshot, symbols)| (*uri, &*snapshot.newsroom, &symbols[..]));
        Ok(Some(workspace_symbol(open.chain(closed), &params.query)))
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        let uri = params.text_document.uri;
        if !self.session.settings().formatting || !is_article(&uri) {
            return Ok(None);
        }
        let shot = self.session.shot(&uri).await?;
        Ok(Some(features::formatting::formatting(&shot.snapshot, self.session.page(&shot))))
    }

    async fn linked_editing_range(
        &self,
        params: LinkedEditingRangeParams,
    ) -> Result<Option<LinkedEditingRanges>> {
        if !self.session.settings().linked_editing {
            return Ok(None);
        }
        let TextDocumentPositionParams { text_document, position } = params.text_document_position_params;
        let shot = self.session.shot(&text_document.uri).await?;
        let page = self.session.page(&shot);
        Ok(self.session.last_linked().linked(&shot.snapshot, page, &text_document.uri, position))
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let shot = self.session.shot(&params.text_document.uri).await?;
        Ok(Some(features::folding_range::folding_range(
            &shot.snapshot,
            self.session.capabilities().fold_limit,
        )))
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        let shot = self.session.shot(&params.text_document.uri).await?;
        let page = self.session.page(&shot);
        Ok(Some(features::selection_range::selection_range(&shot.snapshot, page, &params.positions)))
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let uri = params.text_document.uri;
        let shot = self.session.shot(&uri).await?;
        let tokens = self.tokens(&shot, None);
        Ok(Some(self.session.colours().full(&uri, tokens).into()))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let uri = params.text_document.uri;
        let shot = self.session.shot(&uri).await?;
        let tokens = self.tokens(&shot, None);
        Ok(Some(self.session.colours().delta(&uri, &params.previous_result_id, tokens)))
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let shot = self.session.shot(&params.text_document.uri).await?;
        let data = self.tokens(&shot, Some(params.range));
        Ok(Some(SemanticTokensRangeResult::Tokens(SemanticTokens { result_id: None, data })))
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let uri = params.text_document.uri;
        if !is_article(&uri) {
            // The faults of a configuration are told by themselves, when it is read
            let nothing = RelatedFullDocumentDiagnosticReport::default();
            return Ok(DocumentDiagnosticReportResult::Report(DocumentDiagnosticReport::Full(nothing)));
        }
        let shot = self.session.shot(&uri).await?;
        let (marks, held) = held_diagnostics(&self.session, &uri, &shot);
        let items = marks.map(Diagnostic::from).collect();
        let id = format!("{}{}", shot.epoch, if held.is_some() { "-typing" } else { "" });
        if let Some(wait) = held {
            refresh_after(&self.session, wait);
        }
        let report = features::diagnostics::report(items, id, params.previous_result_id.as_deref());
        Ok(DocumentDiagnosticReportResult::Report(report))
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        let is_wanted = self.session.settings().workspace_diagnostics != Some(false);
        let token = params.work_done_progress_params.work_done_token;
        let overview = match is_wanted {
            true => overview(&self.session, token, &Cancel::default()).await?,
            false => Arc::default(),
        };
        let is_open = |uri: &Url| self.session.documents.is_open(uri);
        let report = features::workspace_diagnostic::workspace_diagnostic;
        Ok(report(&overview, &params.previous_result_ids, is_open).into())
    }
}

/// Whether a document is the user's own dictionary.
fn is_dictionary(uri: &Url) -> bool {
    dictionary_path().is_some_and(|path| uri.to_file_path().is_ok_and(|document| document == path))
}
