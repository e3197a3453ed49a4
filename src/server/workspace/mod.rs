//! The folders that a client has open, and what is known of the articles in them that it has not.
//!
//! Nothing is read before somebody asks, and nothing is kept of an article but what is shown of it: its
//! diagnostics and symbols. Whoever asks waits for one scan; the next one reads only what has changed.

mod cross_file;
mod scan;
mod workspace_edits;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};
use std::time::Duration;

use tokio::sync::Notify;
use tower_lsp::jsonrpc::Error;
use tower_lsp::lsp_types::request::WorkDoneProgressCreate;
use tower_lsp::lsp_types::{
    Diagnostic, InitializeParams, ProgressToken, Url, WorkDoneProgressCreateParams,
    WorkspaceFoldersChangeEvent,
};

use cross_file::ByConfig;
pub use cross_file::Others;
pub use scan::Closed;
use scan::{Scanner, Terms};

use super::progress::{Cancel, Progress};
use super::session::Session;
use crate::diagnostics::Snapshot;
use crate::rules::Message;

/// After something has changed, so long nothing more must change before a scan for a client that is sent
/// diagnostics: saving all files is one change.
const DEBOUNCE: Duration = Duration::from_millis(300);

/// The token of scans that no client asked for.
const TOKEN: &str = "vartani/workspace";

/// What is known of closed articles, by address.
pub type Overview = BTreeMap<Url, Arc<Closed>>;

/// The folders that a client has open.
#[derive(Default)]
pub struct Workspace {
    folders: Mutex<Vec<PathBuf>>,
    /// Whether there are to be no folders.
    is_restricted: AtomicBool,
    scanner: Arc<Mutex<Scanner>>,
    latest: RwLock<Arc<Overview>>,
    across: RwLock<Arc<ByConfig>>,
    /// Rises when everything has to be read again.
    generation: AtomicU64,
    /// How often something may have changed, and how often it had when the latest overview was begun.
    changes: AtomicU64,
    seen: AtomicU64,
    changed: Arc<Notify>,
    /// The scan that was begun without being asked for.
    unasked: Mutex<Cancel>,
}

impl Workspace {
    /// Looks into no folder from now on.
    pub fn restrict(&self) {
        self.is_restricted.store(true, Ordering::Release);
        self.folders().clear();
    }

    /// Takes the folders that the client has open at the beginning.
    pub fn begin(&self, params: &InitializeParams) {
        let root = || params.root_uri.iter().cloned().collect();
        let folders = params.workspace_folders.as_ref();
        let folders = folders.map(|all| all.iter().map(|folder| folder.uri.clone()).collect());
        let folders: Vec<Url> = folders.unwrap_or_else(root);
        self.folders().extend(folders.iter().filter_map(|uri| uri.to_file_path().ok()));
    }

    /// Adds folders and takes folders away.
    pub fn change_folders(&self, event: &WorkspaceFoldersChangeEvent) {
        let paths = |folders: &[tower_lsp::lsp_types::WorkspaceFolder]| -> Vec<PathBuf> {
            folders.iter().filter_map(|folder| folder.uri.to_file_path().ok()).collect()
        };
        let (added, removed) = (paths(&event.added), paths(&event.removed));
        let mut folders = self.folders();
        folders.retain(|folder| !removed.contains(folder));
        if !self.is_restricted.load(Ordering::Acquire) {
            let new: Vec<PathBuf> = added.into_iter().filter(|folder| !folders.contains(folder)).collect();
            folders.extend(new);
        }
    }

    fn folders(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.folders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The innermost open folder that a file stands in.
    pub fn folder_of(&self, path: &Path) -> Option<PathBuf> {
        let folders = self.folders();
        let holding = folders.iter().filter(|folder| path.starts_with(folder));
        holding.max_by_key(|folder| folder.components().count()).cloned()
    }

    /// Some files may have changed.
    pub fn touch(&self) {
        self.changes.fetch_add(1, Ordering::AcqRel);
        self.changed.notify_one();
    }

    /// What articles are read for has changed: settings, configurations, actors.
    pub fn read_all_again(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
        self.touch();
    }

    /// What the latest scan found.
    pub fn latest(&self) -> Arc<Overview> {
        self.latest.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Notified when something may have changed.
    pub fn changed(&self) -> Arc<Notify> {
        self.changed.clone()
    }

    /// Something may have changed for those who are to be told of closed articles.
    pub fn wake(&self) {
        self.changed.notify_one();
    }

    /// Calls off the scan that was begun without being asked for.
    pub fn cancel(&self, token: &ProgressToken) {
        if *token == ProgressToken::String(TOKEN.to_owned()) {
            self.unasked.lock().unwrap_or_else(PoisonError::into_inner).cancel();
        }
    }
}

impl Session {
    /// What is known of the closed articles of all open folders, scanned anew if something may have changed.
    /// Progress is told under `token`. A request that is dropped takes its scan with it.
    ///
    /// # Errors
    /// `RequestCancelled` where `cancel` says so.
    pub async fn overview(
        self: &Arc<Self>,
        token: Option<ProgressToken>,
        cancel: &Cancel,
    ) -> Result<Arc<Overview>, Error> {
        let workspace = &self.workspace;
        // Changes of files are told by a client that watches them; of others nobody knows
        let changes = workspace.changes.load(Ordering::Acquire);
        if self.capabilities().watches_files && workspace.seen.load(Ordering::Acquire) == changes {
            return Ok(workspace.latest());
        }
        let _guard = cancel.on_drop();
        let title = Message::new("लेख पढ़े जा रहे हैं", "Reading articles");
        let title = title.in_locale(self.locale(None)).to_owned();
        let mut progress = token.map(|token| Progress::begin(self.client.clone(), token, title));
        let terms = Terms {
            folders: workspace.folders().clone(),
            generation: workspace.generation.load(Ordering::Acquire),
            dateline: self.settings().dateline,
            across: self.settings().across,
            open: self.open_articles(),
            locale: self.settings().locale,
            client_locale: self.capabilities().locale,
            encoding: self.capabilities().encoding,
            diagnostics: self.capabilities().diagnostics,
        };
        let (scanner, cancelled) = (workspace.scanner.clone(), cancel.clone());
        let scan = move || {
            let mut scanner = scanner.lock().unwrap_or_else(PoisonError::into_inner);
            let overview = scanner.scan(&terms, &cancelled, |done, of| {
                if let Some(progress) = &mut progress {
                    progress.report(done, of);
                }
            });
            (overview, scanner.notes())
        };
        let scanned = tokio::task::spawn_blocking(scan).await;
        let Ok((Some((overview, across)), notes)) = scanned else {
            return Err(Error::request_cancelled());
        };
        notes.into_iter().for_each(|note| self.log(note));
        let overview = Arc::new(overview);
        *workspace.latest.write().unwrap_or_else(PoisonError::into_inner) = overview.clone();
        workspace.seen.store(changes, Ordering::Release);
        self.keep_across(across);
        Ok(overview)
    }

    /// Open articles that lie on disk, as they were last read.
    fn open_articles(&self) -> Vec<(PathBuf, Arc<Snapshot>)> {
        let open = self.documents.all_latest().into_iter();
        open.filter_map(|(uri, snapshot)| Some((uri.to_file_path().ok()?, snapshot))).collect()
    }

    /// Whether diagnostics of closed articles are sent to the client without its asking.
    pub fn pushes_closed(&self) -> bool {
        !self.capabilities().pulls && self.settings().workspace_diagnostics == Some(true)
    }

    /// The diagnostics to send for a closed article.
    pub fn of_closed(&self, uri: &Url) -> Vec<Diagnostic> {
        if !self.pushes_closed() {
            return Vec::new();
        }
        self.workspace.latest().get(uri).map(|closed| closed.diagnostics.to_vec()).unwrap_or_default()
    }
}

/// Keeps a client up to date on closed articles that is sent diagnostics and wants those too, until the
/// session ends.
pub async fn keep_up(session: Weak<Session>, changed: Arc<Notify>) {
    let mut shown: BTreeMap<Url, String> = BTreeMap::new();
    loop {
        changed.notified().await;
        tokio::time::sleep(DEBOUNCE).await;
        let Some(session) = session.upgrade() else { return };
        let mut now = BTreeMap::new();
        if session.pushes_closed() || session.compares_articles() {
            let Ok(overview) = session.overview_unasked().await else { continue };
            let overview = if session.pushes_closed() { overview } else { Arc::default() };
            now.extend(overview.iter().map(|(uri, closed)| (uri.clone(), closed.id.clone())));
        }
        let differs = |uri: &&Url| shown.get(*uri) != now.get(*uri);
        let all = shown.keys().chain(now.keys().filter(|uri| !shown.contains_key(*uri)));
        all.filter(differs).for_each(|uri| session.queue.read(uri.clone()));
        shown = now;
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // Lets `keep_up` see that the session is over
        self.changed.notify_one();
    }
}

impl Session {
    async fn overview_unasked(self: &Arc<Self>) -> Result<Arc<Overview>, Error> {
        let cancel = Cancel::default();
        *self.workspace.unasked.lock().unwrap_or_else(PoisonError::into_inner) = cancel.clone();
        // Later scans read what has changed, which is soon done; a bar at every save would only flicker
        let is_first = self.workspace.latest().is_empty();
        let token = if is_first { self.make_token().await } else { None };
        self.overview(token, &cancel).await
    }

    /// A token under which the client shows progress that it did not ask for, if it does that.
    async fn make_token(&self) -> Option<ProgressToken> {
        if !self.capabilities().shows_progress {
            return None;
        }
        let token = ProgressToken::String(TOKEN.to_owned());
        let params = WorkDoneProgressCreateParams { token: token.clone() };
        let made =
            self.ask(|client| async move { client.send_request::<WorkDoneProgressCreate>(params).await });
        made.await?.ok()?;
        Some(token)
    }
}
