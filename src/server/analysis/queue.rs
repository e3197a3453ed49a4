//! What waits to be read.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rustc_hash::FxHashMap;
use tokio::sync::mpsc;
use tower_lsp::lsp_types::Url;

use crate::files::{MAX_ACTOR_FILE, Trouble, read_regular};

/// Tells the scheduler what has happened. However much that is, what waits is bounded by the open documents.
#[derive(Clone)]
pub struct AnalysisQueue {
    tasks: Arc<Mutex<Tasks>>,
    bell: mpsc::Sender<()>,
}

/// The scheduler's end of the queue.
pub struct Waiting {
    tasks: Arc<Mutex<Tasks>>,
    rings: mpsc::Receiver<()>,
}

/// What the scheduler is asked to do.
#[derive(Default)]
pub struct Tasks {
    /// Documents of which what is known, and what the client shows, is to be brought up to date; each once.
    pub documents: Vec<Url>,
    /// Whether configurations and actor files are to be read again, and every open document after them.
    pub is_reload: bool,
    /// Documents that have been read.
    pub read: Vec<ReadDocument>,
}

/// A document that has been read.
pub struct ReadDocument {
    /// Its address.
    pub uri: Url,
    /// How often configurations had been read again before it was.
    pub generation: u64,
    /// What was found wrong in configurations and actor files on the way.
    pub troubles: Vec<Troubled>,
}

impl AnalysisQueue {
    /// A queue in which nothing waits, and the end that the scheduler takes from.
    pub fn new() -> (AnalysisQueue, Waiting) {
        let (bell, rings) = mpsc::channel(1);
        let tasks = Arc::<Mutex<Tasks>>::default();
        (AnalysisQueue { tasks: Arc::clone(&tasks), bell }, Waiting { tasks, rings })
    }

    /// A document was opened, changed or closed, or its marks are to be shown anew.
    pub fn read(&self, uri: Url) {
        self.add(|tasks| {
            if !tasks.documents.contains(&uri) {
                tasks.documents.push(uri);
            }
        });
    }

    /// The same after a while: the marks of a document were held back until the writer has paused.
    pub fn read_after(&self, uri: Url, wait: Duration) {
        let queue = self.clone();
        tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            queue.read(uri);
        });
    }

    /// A configuration or an actor file has changed.
    pub fn reload(&self) {
        self.add(|tasks| tasks.is_reload = true);
    }

    /// A document has been read.
    pub fn done(&self, read: ReadDocument) {
        self.add(|tasks| tasks.read.push(read));
    }

    fn add(&self, add: impl FnOnce(&mut Tasks)) {
        add(&mut self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        // If it rings already, the scheduler finds this too
        let _ = self.bell.try_send(());
    }
}

impl Waiting {
    /// Waits until there is something to do and returns all of it; `None` where nobody can ask any more.
    pub async fn next(&mut self) -> Option<Tasks> {
        self.rings.recv().await?;
        Some(std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner)))
    }
}

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
pub fn by_file(troubles: Vec<Trouble>) -> Vec<Troubled> {
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
