//! The folders that a client has open, and the latest that is known of them.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use tokio::sync::Notify;
use tower_lsp::lsp_types::{InitializeParams, ProgressToken, Url, WorkspaceFoldersChangeEvent};

use super::closed::Overview;
use super::cross_file::Others;
use super::scan::Scanner;
use crate::diagnostics::cross_file::ByConfig;
use crate::server::progress::Cancel;

/// The token of scans that no client asked for.
pub(super) const TOKEN: &str = "vartani/workspace";

/// The folders that a client has open.
#[derive(Default)]
pub struct Workspace {
    folders: Mutex<Vec<PathBuf>>,
    /// Whether there are to be no folders.
    is_restricted: AtomicBool,
    pub(super) scanner: Arc<Mutex<Scanner>>,
    pub(super) latest: RwLock<Arc<Overview>>,
    pub(super) across: RwLock<Arc<ByConfig>>,
    /// Rises when everything has to be read again.
    pub(super) generation: AtomicU64,
    /// How often something may have changed, and how often it had when the latest overview was begun.
    pub(super) changes: AtomicU64,
    pub(super) seen: AtomicU64,
    changed: Arc<Notify>,
    /// The scan that was begun without being asked for.
    pub(super) unasked: Mutex<Cancel>,
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

    /// The folders.
    pub fn folders(&self) -> MutexGuard<'_, Vec<PathBuf>> {
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

    /// What the latest scan found, for who reads an article.
    pub fn others(&self, is_asked_for: bool) -> Others {
        let across = self.across.read().unwrap_or_else(PoisonError::into_inner).clone();
        Others { across, folders: self.folders().clone(), is_asked_for }
    }

    /// Keeps what a scan has found; whether it is anything new.
    pub fn set_across(&self, found: ByConfig) -> bool {
        let mut ours = self.across.write().unwrap_or_else(PoisonError::into_inner);
        let is_new = **ours != found;
        if is_new {
            *ours = Arc::new(found);
        }
        is_new
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // Lets `keep_up` see that the session is over
        self.changed.notify_one();
    }
}
