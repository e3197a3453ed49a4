//! Reading documents, one at a time, away from the task that talks to the client.
//!
//! The scheduler owns all reading: whoever changes a document pokes it, the latest text wins, and a result
//! for a text that has changed meanwhile is dropped.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::ToSpan as _;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use tokio::sync::mpsc;
use tower_lsp::lsp_types::Url;

use super::documents::{Copy, Shot};
use super::session::Session;
use crate::desk::Snapshot;
use crate::files::{CONFIG, Newsrooms, Trouble};
use crate::newsroom::Newsroom;
use crate::reading::dateline::date_in_file_name;
use crate::reading::{DateHints, Reader};

/// Asks the scheduler to read documents again.
#[derive(Clone)]
pub struct Poke(mpsc::UnboundedSender<Url>);

impl Poke {
    /// A document has changed.
    pub fn read(&self, uri: Url) {
        let _ = self.0.send(uri);
    }
}

/// The newsrooms and the readers with all the words they met.
#[derive(Default)]
pub struct Library {
    newsrooms: Newsrooms,
    readers: FxHashMap<usize, Reader>,
}

impl Library {
    /// Forgets what configurations and actor files said, so that they are read again. A newsroom whose
    /// configuration is broken by then stays as it was.
    pub fn reload(&mut self) {
        self.newsrooms.forget();
        // Readers of newsrooms that are read anew have nobody to read for any more
        let nobodys = self.newsrooms.of_nobody();
        self.readers.retain(|_, reader| Arc::ptr_eq(reader.newsroom(), &nobodys));
    }

    /// The configuration in force for an article, or the one that would be made for it.
    pub fn config_of(&mut self, article: &Path) -> Option<PathBuf> {
        self.newsrooms.config_of(article).or_else(|| Some(article.parent()?.join(CONFIG)))
    }

    /// The newsroom's own actor files.
    pub fn actor_files_of(&mut self, article: &Path) -> Vec<PathBuf> {
        self.newsrooms.actor_files_of(article)
    }

    /// Reads a document.
    fn read(&mut self, uri: &Url, copy: &Copy, before: Option<&Snapshot>, given: Option<Date>) -> Snapshot {
        let path = uri.to_file_path().unwrap_or_default();
        let newsroom = self.newsroom(&path);
        let key = Arc::as_ptr(&newsroom).addr();
        let reader = self.readers.entry(key).or_insert_with(|| Reader::new(newsroom));
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let hints = DateHints { given, file_name: date_in_file_name(name), today: Some(today()) };
        Snapshot::take_after(before, copy.rope.to_string().into(), copy.format, reader, hints)
    }

    fn newsroom(&mut self, path: &Path) -> Arc<Newsroom> {
        self.newsrooms.of(path).unwrap_or_else(|| self.newsrooms.of_nobody())
    }
}

/// The day in India, where no other zone is set: UTC and five and a half hours.
fn today() -> Date {
    const INDIA: u64 = 5 * 3600 + 1800;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
    let days = (seconds + INDIA) / 86_400;
    Date::constant(1970, 1, 1).saturating_add((days as i64).days())
}

/// Starts the scheduler. It ends when the last [`Poke`] is gone.
pub fn start() -> (Poke, impl FnOnce(Arc<Session>) -> tokio::task::JoinHandle<()>) {
    let (sender, receiver) = mpsc::unbounded_channel();
    (Poke(sender), move |session| tokio::spawn(schedule(session, receiver)))
}

async fn schedule(session: Arc<Session>, mut pokes: mpsc::UnboundedReceiver<Url>) {
    while let Some(first) = pokes.recv().await {
        let mut waiting = vec![first];
        while let Ok(more) = pokes.try_recv() {
            waiting.push(more);
        }
        let mut seen = FxHashSet::default();
        waiting.retain(|uri| seen.insert(uri.clone()));
        for uri in waiting {
            read(&session, uri).await;
        }
    }
}

/// Whether a document is read: whatever is open is an article, except configurations and actor files.
pub fn is_article(uri: &Url) -> bool {
    !uri.path().ends_with(".toml")
}

/// Reads a document as it is now, keeps the snapshot and tells the client.
async fn read(session: &Arc<Session>, uri: Url) {
    let Some(copy) = session.documents.copy(&uri).filter(|_| is_article(&uri)) else { return };
    let (epoch, version, given) = (copy.epoch, copy.version, session.settings().dateline);
    let library = session.library.clone();
    let place = uri.clone();
    let before = session.documents.latest(&uri);
    let reading = tokio::task::spawn_blocking(move || {
        let mut library = library.lock().unwrap_or_else(PoisonError::into_inner);
        let snapshot = library.read(&place, &copy, before.as_deref(), given);
        (Arc::new(snapshot), library.newsrooms.troubles())
    });
    // A panic while reading loses this snapshot; the next change is read again
    let Ok((snapshot, troubles)) = reading.await else {
        session.log(format!("{uri} could not be read; this is a fault of vartani"));
        return;
    };
    session.tell_troubles(troubles).await;
    if session.documents.keep(&uri, Shot { epoch, version, snapshot }) {
        session.publish(&uri).await;
    }
}

/// Shows the marks that were held back, once the writer has paused.
pub fn show_held_back(session: Arc<Session>, uri: Url, after: Duration) {
    tokio::spawn(async move {
        tokio::time::sleep(after).await;
        session.publish(&uri).await;
    });
}

/// The library that all documents are read from.
pub type SharedLibrary = Arc<Mutex<Library>>;

/// The files that have troubles, for those who mark them.
pub fn by_file(troubles: Vec<Trouble>) -> FxHashMap<PathBuf, Vec<Trouble>> {
    let mut files: FxHashMap<PathBuf, Vec<Trouble>> = FxHashMap::default();
    for trouble in troubles {
        files.entry(trouble.path.clone()).or_default().push(trouble);
    }
    files
}
