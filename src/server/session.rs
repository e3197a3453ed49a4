//! One client, from `initialize` to `exit`: what it can, what it has set, what it has open.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use serde_json::Value;
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, ErrorCode};
use tower_lsp::lsp_types::{MessageType, Url};

use super::analysis::host::{SharedHost, lock};
use super::analysis::queue::AnalysisQueue;
use super::capabilities::Capabilities;
use super::documents::{DocumentSnapshot, Documents};
use super::features::code_action::{ActionContext, AnsweredMarks, House};
use super::features::completion::LastAsked;
use super::features::diagnostics::diagnostic;
use super::features::edits::Target;
use super::features::linked_editing_range::LastLinked;
use super::features::semantic_tokens::Answered;
use super::log::Log;
use super::position::LineMapper;
use super::settings::{Settings, is_untrusted};
use super::workspace::folders::Workspace;
use super::written::Written;
use crate::diagnostics::PlacedFinding;
use crate::files::ledger::note;
use crate::files::{MAX_ACTOR_FILE, dictionary_path, read_regular, today};
use crate::newsroom::{Locale, Message, Newsroom};

/// A request waits so long for a snapshot of the text that it asks about.
const SNAPSHOT_TIMEOUT: Duration = Duration::from_secs(10);

/// One client and all that is known of it.
pub struct Session {
    /// The way to speak to the client.
    pub client: Client,
    /// What it has open.
    pub documents: Documents,
    /// Newsrooms and readers.
    pub host: SharedHost,
    /// What folders it has open.
    pub workspace: Workspace,
    /// Asks for documents to be read.
    pub queue: AnalysisQueue,
    /// What the client can; set by `initialize`.
    capabilities: OnceLock<Capabilities>,
    settings: RwLock<Settings>,
    /// What the client has set at the beginning; whatever it says later is laid over it.
    options: OnceLock<Value>,
    /// Whether the user does not trust the authors of the open folders.
    is_restricted: AtomicBool,
    /// What we tell of ourselves.
    pub log: Arc<Log>,
    /// What is written already and waits for its turn.
    pub written: Written,
    /// Files in which we have marked troubles.
    pub troubled: Mutex<Vec<PathBuf>>,
    /// What colours were answered last.
    colours: Mutex<Answered>,
    /// For what completions were asked last.
    last_asked: Mutex<LastAsked>,
    /// What names were linked last.
    last_linked: Mutex<LastLinked>,
    /// Whether the client was told, after it began, that vartani formats articles.
    pub is_formatter: AtomicBool,
    /// Whether the client was told that offices could not be judged.
    pub has_told_unknown: AtomicBool,
}

impl Session {
    /// A session that has not begun.
    pub fn new(client: Client, queue: AnalysisQueue, log: Arc<Log>, written: Written) -> Session {
        Session {
            client,
            documents: Documents::default(),
            host: SharedHost::default(),
            workspace: Workspace::default(),
            queue,
            capabilities: OnceLock::new(),
            settings: RwLock::default(),
            options: OnceLock::new(),
            is_restricted: AtomicBool::new(false),
            log,
            written,
            troubled: Mutex::default(),
            colours: Mutex::default(),
            last_asked: Mutex::default(),
            last_linked: Mutex::default(),
            is_formatter: AtomicBool::new(false),
            has_told_unknown: AtomicBool::new(false),
        }
    }

    /// Begins the session.
    pub fn begin(&self, capabilities: Capabilities) {
        let _ = self.capabilities.set(capabilities);
    }

    /// What the client can.
    pub fn capabilities(&self) -> &Capabilities {
        self.capabilities.get_or_init(Capabilities::default)
    }

    /// What the user has set.
    pub fn settings(&self) -> Settings {
        self.settings.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether no file is read but those that the client has open.
    pub fn is_restricted(&self) -> bool {
        self.is_restricted.load(Ordering::Acquire)
    }

    /// Puts the settings in force that come with `initialize`.
    pub fn begin_with(&self, options: Value) {
        // Only here: what comes later may be written in the folder itself
        if is_untrusted(&options) {
            self.is_restricted.store(true, Ordering::Release);
            self.workspace.restrict();
            lock(&self.host).restrict();
        }
        self.take_settings(&options);
        let _ = self.options.set(options);
    }

    /// Puts settings in force that a client has sent; a wrong one is logged and nothing changes.
    pub fn take_settings(&self, value: &Value) {
        match Settings::read(self.options.get().unwrap_or(&Value::Null), value) {
            Ok(settings) => settings.into_iter().for_each(|settings| self.set(settings)),
            Err(error) => self.log(&error.message()),
        }
    }

    /// Puts settings in force and has every document read again.
    fn set(&self, settings: Settings) {
        lock(&self.host).set_choices(settings.verified, &settings.rules);
        let changed = {
            let mut ours = self.settings.write().unwrap_or_else(PoisonError::into_inner);
            let changed = *ours != settings;
            *ours = settings;
            changed
        };
        if changed {
            self.workspace.read_all_again();
            self.read_all_again();
        }
    }

    /// Has configurations and actor files read again, and every document after them.
    pub fn reload(&self) {
        self.workspace.read_all_again();
        self.queue.reload();
    }

    /// Has every document read again: what they are read for has changed.
    pub fn read_all_again(&self) {
        self.documents.touch_all().into_iter().for_each(|uri| self.queue.read(uri));
    }

    /// The language of messages: the user's choice, else the newsroom's, else the client's.
    pub fn locale(&self, shot: Option<&DocumentSnapshot>) -> Locale {
        let of_newsroom = shot.and_then(|shot| shot.snapshot.newsroom.config.locale);
        self.settings().locale.or(of_newsroom).unwrap_or(self.capabilities().locale)
    }

    /// What colours were answered last.
    pub fn colours(&self) -> MutexGuard<'_, Answered> {
        self.colours.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// For what completions were asked last.
    pub fn last_asked(&self) -> MutexGuard<'_, LastAsked> {
        self.last_asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What names were linked last.
    pub fn last_linked(&self) -> MutexGuard<'_, LastLinked> {
        self.last_linked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The newsroom's `vartani.toml` for an article: where it is or would be, and its text as the client has
    /// it, or as it lies on disk. `None` for an article that is in no folder.
    pub async fn house(&self, article: &Url) -> Option<(Url, Option<String>, Option<i32>)> {
        let path = article.to_file_path().ok().filter(|_| !self.is_restricted())?;
        let host = self.host.clone();
        let find = move || lock(&host).config_of(&path);
        let config = tokio::task::spawn_blocking(find).await.ok()??;
        let uri = Url::from_file_path(config).ok()?;
        let (text, version) = self.text_of(&uri).await;
        Some((uri, text, version))
    }

    /// Where the newsroom's own actor files are, whether there are such files or not.
    pub async fn actor_files(&self, article: &Url) -> Vec<Url> {
        let Ok(path) = article.to_file_path() else { return Vec::new() };
        let host = self.host.clone();
        let find = move || lock(&host).actor_files_of(&path);
        let files = tokio::task::spawn_blocking(find).await.unwrap_or_default();
        files.iter().filter_map(|file| Url::from_file_path(file).ok()).collect()
    }

    /// Counts what a writer did with marks, if the newsroom keeps a ledger.
    pub async fn note(&self, answered: AnsweredMarks, newsroom: Arc<Newsroom>) {
        let Ok(path) = answered.uri.to_file_path() else { return };
        let host = self.host.clone();
        let write = move || {
            let Some(ledger) = lock(&host).ledger_of(&path) else { return Ok(()) };
            note(&ledger, today(&newsroom), &answered.rules, answered.answer)
        };
        if let Ok(Err(error)) = tokio::task::spawn_blocking(write).await {
            self.log(&error.message());
        }
    }

    /// The newsroom's own actor files that there are, with their text.
    pub async fn actor_files_with_text(&self, article: &Url) -> Vec<(Url, String)> {
        let mut files = Vec::new();
        for uri in self.actor_files(article).await {
            let text = self.text_of(&uri).await.0;
            files.extend(text.map(|text| (uri, text)));
        }
        files
    }

    /// The text of a document as the client has it, with its version, or as it lies on disk.
    pub async fn text_of(&self, uri: &Url) -> (Option<String>, Option<i32>) {
        if let Some(open) = self.documents.copy(uri) {
            return (Some(open.rope.to_string()), Some(open.version));
        }
        let Some(path) = uri.to_file_path().ok().filter(|_| !self.is_restricted()) else {
            return (None, None);
        };
        let text = tokio::task::spawn_blocking(move || read_regular(&path, MAX_ACTOR_FILE).ok()).await;
        (text.ok().flatten().map(|file| file.text), None)
    }

    /// A document to edit.
    pub fn target<'a>(&self, uri: &'a Url, version: Option<i32>) -> Target<'a> {
        Target { uri, version, client: self.capabilities().edits }
    }

    /// Does something with what code actions are made of.
    pub fn with_action_context<T>(
        &self,
        uri: &Url,
        shot: &DocumentSnapshot,
        house: Option<&(Url, Option<String>, Option<i32>)>,
        lazily: bool,
        make: impl FnOnce(&ActionContext<'_>) -> T,
    ) -> T {
        let (page, locale) = (self.page(shot), self.locale(Some(shot)));
        let client = self.capabilities().diagnostics;
        let sent = |found: &PlacedFinding| diagnostic(&shot.snapshot, found, page, uri, locale, client);
        let house = house
            .map(|(uri, text, version)| House { text: text.as_deref(), target: self.target(uri, *version) });
        let folder = uri.to_file_path().ok().and_then(|path| self.workspace.folder_of(&path));
        make(&ActionContext {
            target: self.target(uri, Some(shot.version)),
            house,
            has_dictionary: dictionary_path().is_some(),
            locale,
            lazily,
            is_in_folder: folder.is_some(),
            diagnostic: &sent,
        })
    }

    /// A document as the client sees it.
    pub fn page<'a>(&self, shot: &'a DocumentSnapshot) -> LineMapper<'a> {
        LineMapper {
            text: &shot.snapshot.text,
            lines: &shot.snapshot.lines,
            encoding: self.capabilities().encoding,
        }
    }

    /// The snapshot of a document as it is when this is first polled.
    ///
    /// # Errors
    /// `ContentModified` if the document changes before it is read, `InvalidParams` if it is not open.
    pub async fn shot(&self, uri: &Url) -> Result<DocumentSnapshot, Error> {
        let (epoch, mut snapshots) =
            self.documents.watch(uri).ok_or_else(|| Error::invalid_params(format!("{uri} is not open")))?;
        let ready = |shot: &Option<DocumentSnapshot>| shot.as_ref().is_some_and(|shot| shot.epoch >= epoch);
        let waited = tokio::time::timeout(SNAPSHOT_TIMEOUT, snapshots.wait_for(ready)).await;
        match waited {
            Ok(Ok(shot)) => match &*shot {
                Some(shot) if shot.epoch == epoch => Ok(shot.clone()),
                _ => Err(Error::content_modified()),
            },
            _ => Err(Error {
                code: ErrorCode::RequestCancelled,
                message: format!("{uri} is not read yet").into(),
                data: None,
            }),
        }
    }

    /// Writes a line to the logs, that of the client when there is time for it.
    pub fn log(&self, message: &Message) {
        self.log.warn(&message.en);
        let message = message.in_locale(self.locale(None)).to_owned();
        let client = self.client.clone();
        self.log.send(async move { client.log_message(MessageType::WARNING, message).await });
    }
}
