//! Reading documents, one at a time, away from the task that talks to the client.
//!
//! The scheduler owns all reading: whoever changes a document pokes it, the latest text wins, and a result
//! for a text that has changed meanwhile is dropped.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use tokio::sync::mpsc;
use tower_lsp::lsp_types::Url;

use super::clock::today;
use super::documents::{DocumentSnapshot, DocumentText};
use super::session::Session;
use super::workspace::Others;
use crate::diagnostics::{DocumentState, Snapshot};
use crate::files::{CONFIG, MAX_ACTOR_FILE, Newsrooms, Trouble, read_regular};
use crate::newsroom::Newsroom;
use crate::reading::dateline::date_in_file_name;
use crate::reading::{DateHints, Reader};

/// Tells the scheduler what has happened.
#[derive(Clone)]
pub struct AnalysisQueue(mpsc::UnboundedSender<Task>);

/// What the scheduler is asked to do.
enum Task {
    /// Bring what is known of a document, and what its client shows, up to date.
    Document(Url),
    /// Read configurations and actor files again, and every open document after them.
    Reload,
}

impl AnalysisQueue {
    /// A document was opened, changed or closed, or its marks are to be shown anew.
    pub fn read(&self, uri: Url) {
        let _ = self.0.send(Task::Document(uri));
    }

    /// A configuration or an actor file has changed.
    pub fn reload(&self) {
        let _ = self.0.send(Task::Reload);
    }
}

/// The newsrooms and the readers with all the words they met.
#[derive(Default)]
pub struct AnalysisHost {
    newsrooms: Newsrooms,
    readers: FxHashMap<usize, Reader>,
    /// The open articles, each as it was last read.
    states: FxHashMap<Url, DocumentState>,
}

impl AnalysisHost {
    /// Forgets what configurations and actor files said, so that they are read again. A newsroom whose
    /// configuration is broken by then stays as it was.
    pub fn reload(&mut self) {
        self.newsrooms.forget();
        // A reader stays as long as its newsroom may come back or a snapshot knows its words
        self.readers.retain(|_, reader| Arc::strong_count(reader.newsroom()) > 1);
    }

    /// Reads no file of a workspace from now on.
    pub fn restrict(&mut self) {
        self.newsrooms.restrict();
    }

    /// The configuration in force for an article, or the one that would be made for it.
    pub fn config_of(&mut self, article: &Path) -> Option<PathBuf> {
        self.newsrooms.config_of(article).or_else(|| Some(article.parent()?.join(CONFIG)))
    }

    /// The newsroom's own actor files.
    pub fn actor_files_of(&mut self, article: &Path) -> Vec<PathBuf> {
        self.newsrooms.actor_files_of(article)
    }

    /// Forgets a document that is closed.
    fn close(&mut self, uri: &Url) {
        self.states.remove(uri);
    }

    /// Reads a document.
    fn read(
        &mut self,
        uri: &Url,
        copy: &DocumentText,
        given: Option<Date>,
        others: &Others,
    ) -> Arc<Snapshot> {
        let path = uri.to_file_path().unwrap_or_default();
        let (newsroom, config) = (self.newsroom(&path), self.newsrooms.config_of(&path));
        let key = Arc::as_ptr(&newsroom).addr();
        let reader = self.readers.entry(key).or_insert_with(|| Reader::new(newsroom));
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let today = Some(today(reader.newsroom()));
        let hints = DateHints { given, file_name: date_in_file_name(name), today };
        // What is no article has nothing in it
        let text = if is_article(uri) { copy.rope.to_string() } else { String::new() };
        // Out of the map while it is read: after a panic nothing half done is left behind
        let mut draft = self.states.remove(uri).unwrap_or_default();
        let across = |snapshot: &Snapshot| others.compare(&path, &config, snapshot);
        let snapshot = draft.read_among(text, copy.format, reader, hints, across);
        self.states.insert(uri.clone(), draft);
        snapshot
    }

    fn newsroom(&mut self, path: &Path) -> Arc<Newsroom> {
        self.newsrooms.of(path).unwrap_or_else(|| self.newsrooms.default_newsroom())
    }
}

/// Starts the scheduler. It ends when the session does.
pub fn start() -> (AnalysisQueue, impl FnOnce(&Arc<Session>)) {
    let (sender, receiver) = mpsc::unbounded_channel();
    (AnalysisQueue(sender), move |session| drop(tokio::spawn(schedule(Arc::downgrade(session), receiver))))
}

async fn schedule(session: Weak<Session>, mut tasks: mpsc::UnboundedReceiver<Task>) {
    while let Some(first) = tasks.recv().await {
        let Some(session) = session.upgrade() else { return };
        let mut waiting = vec![first];
        while let Ok(more) = tasks.try_recv() {
            waiting.push(more);
        }
        let is_reload = waiting.iter().any(|task| matches!(task, Task::Reload));
        let mut uris = if is_reload { reload(&session).await } else { Vec::new() };
        uris.extend(waiting.into_iter().filter_map(|task| match task {
            Task::Document(uri) => Some(uri),
            Task::Reload => None,
        }));
        let mut seen = FxHashSet::default();
        uris.retain(|uri| seen.insert(uri.clone()));
        for uri in uris {
            read(&session, uri).await;
        }
    }
}

/// Forgets what files said and returns the documents to read again.
async fn reload(session: &Arc<Session>) -> Vec<Url> {
    session.clear_troubles().await;
    let host = session.host.clone();
    let forget = move || host.lock().unwrap_or_else(PoisonError::into_inner).reload();
    let _ = tokio::task::spawn_blocking(forget).await;
    let uris = session.documents.touch_all();
    session.refresh_after(Duration::ZERO);
    uris
}

/// Whether a document is read: whatever is open is an article, except configurations and actor files.
pub fn is_article(uri: &Url) -> bool {
    !uri.path().ends_with(".toml")
}

/// Reads a document as it is now, if that is not done, and tells the client. All that is pushed to it is
/// pushed from here, so that the last word on a document is the last that was said.
async fn read(session: &Arc<Session>, uri: Url) {
    let Some(copy) = session.documents.copy(&uri) else {
        session.host.lock().unwrap_or_else(PoisonError::into_inner).close(&uri);
        return session.publish_closed(&uri).await;
    };
    let (epoch, version, given) = (copy.epoch, copy.version, session.settings().dateline);
    if session.documents.is_read(&uri) {
        return session.publish(&uri).await;
    }
    let host = session.host.clone();
    let place = uri.clone();
    let others = session.workspace.others(session.settings().across);
    let reading = tokio::task::spawn_blocking(move || {
        let mut host = host.lock().unwrap_or_else(PoisonError::into_inner);
        let snapshot = host.read(&place, &copy, given, &others);
        (snapshot, by_file(host.newsrooms.troubles()))
    });
    // A panic while reading loses this snapshot; the next change is read again
    let Ok((snapshot, troubles)) = reading.await else {
        session.log(format!("{uri} could not be read; this is a fault of vartani"));
        return;
    };
    session.tell_troubles(troubles).await;
    if session.documents.keep(&uri, DocumentSnapshot { epoch, version, snapshot }) {
        session.publish(&uri).await;
    }
}

/// Shows the marks that were held back, once the writer has paused.
pub fn show_held_back(queue: AnalysisQueue, uri: Url, after: Duration) {
    tokio::spawn(async move {
        tokio::time::sleep(after).await;
        queue.read(uri);
    });
}

/// The host that all documents are read from.
pub type SharedHost = Arc<Mutex<AnalysisHost>>;

/// A file that has troubles, with its text.
pub struct Troubled {
    /// The file.
    pub path: PathBuf,
    /// Its text; empty if it cannot be read.
    pub text: String,
    /// What is wrong in it.
    pub troubles: Vec<Trouble>,
}

/// The files that have troubles.
fn by_file(troubles: Vec<Trouble>) -> Vec<Troubled> {
    let mut files: FxHashMap<PathBuf, Vec<Trouble>> = FxHashMap::default();
    for trouble in troubles {
        files.entry(trouble.path.clone()).or_default().push(trouble);
    }
    let troubled = |(path, troubles): (PathBuf, _)| Troubled {
        text: read_regular(&path, MAX_ACTOR_FILE).map(|file| file.text).unwrap_or_default(),
        path,
        troubles,
    };
    files.into_iter().map(troubled).collect()
}
