//! Reading documents, away from the task that talks to the client.
//!
//! The scheduler owns all reading: whoever changes a document asks for it, the latest text wins, and a result
//! for a text that has changed meanwhile is dropped. An article is read in a task of its own, never twice at
//! once, and long articles wait for each other: none makes a short one wait.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use tokio::sync::{Semaphore, mpsc};
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

/// Size in bytes from which an article is long: what is shorter takes some tens of milliseconds at most.
const LONG: usize = 256 << 10;

/// Number of words that a reader may have met besides those of its article. Every letter that is typed makes a
/// new one.
const MAX_WORDS_GONE: usize = 1 << 14;

/// Tells the scheduler what has happened. However much that is, what waits is bounded by the open documents.
#[derive(Clone)]
pub struct AnalysisQueue {
    tasks: Arc<Mutex<Tasks>>,
    bell: mpsc::Sender<()>,
}

/// What the scheduler is asked to do.
#[derive(Default)]
struct Tasks {
    /// Documents of which what is known, and what the client shows, is to be brought up to date; each once.
    documents: Vec<Url>,
    /// Whether configurations and actor files are to be read again, and every open document after them.
    is_reload: bool,
    /// Documents that have been read.
    read: Vec<ReadDocument>,
}

/// A document that has been read.
struct ReadDocument {
    uri: Url,
    /// How often configurations had been read again before it was.
    generation: u64,
    /// What was found wrong in configurations and actor files on the way.
    troubles: Vec<Troubled>,
}

impl AnalysisQueue {
    /// A document was opened, changed or closed, or its marks are to be shown anew.
    pub fn read(&self, uri: Url) {
        self.add(|tasks| {
            if !tasks.documents.contains(&uri) {
                tasks.documents.push(uri);
            }
        });
    }

    /// A configuration or an actor file has changed.
    pub fn reload(&self) {
        self.add(|tasks| tasks.is_reload = true);
    }

    fn add(&self, add: impl FnOnce(&mut Tasks)) {
        add(&mut self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        // If it rings already, the scheduler finds this too
        let _ = self.bell.try_send(());
    }
}

/// The newsrooms, and the open articles as they were last read.
#[derive(Default)]
pub struct AnalysisHost {
    newsrooms: Newsrooms,
    /// How often configurations have been read again.
    generation: u64,
    articles: FxHashMap<Url, OpenArticle>,
}

/// An open article as it was last read, by a reader of its own: its words go when it does.
struct OpenArticle {
    reader: Reader,
    state: DocumentState,
    /// The number of its words and marks.
    tokens: usize,
}

/// What is known of a document before it is read.
struct Start {
    newsroom: Arc<Newsroom>,
    /// Whether the newsroom says that it is no article.
    is_excluded: bool,
    config: Option<PathBuf>,
    article: Option<OpenArticle>,
    generation: u64,
    troubles: Vec<Trouble>,
}

impl AnalysisHost {
    /// Forgets what configurations and actor files said, so that they are read again. A newsroom whose
    /// configuration is broken by then stays as it was.
    pub fn reload(&mut self) {
        self.newsrooms.forget();
        self.generation += 1;
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

    /// Begins to read a document. Its article is out of the host meanwhile: after a panic nothing half done is
    /// left behind.
    fn begin(&mut self, uri: &Url, path: &Path) -> Start {
        Start {
            newsroom: self.newsrooms.of(path).unwrap_or_else(|| self.newsrooms.default_newsroom()),
            is_excluded: self.newsrooms.exclude(path, false),
            config: self.newsrooms.config_of(path),
            article: self.articles.remove(uri),
            generation: self.generation,
            troubles: self.newsrooms.troubles(),
        }
    }
}

impl OpenArticle {
    /// An article that has not been read, or is to be read as if it were so.
    fn new(newsroom: Arc<Newsroom>) -> OpenArticle {
        OpenArticle { reader: Reader::new(newsroom), state: DocumentState::default(), tokens: 0 }
    }

    /// Whether it was read for a newsroom, by a reader that has not met too many words since that are gone.
    fn may_go_on(&self, newsroom: &Arc<Newsroom>) -> bool {
        Arc::ptr_eq(self.reader.newsroom(), newsroom)
            && self.reader.vocabulary().len() <= 2 * self.tokens + MAX_WORDS_GONE
    }
}

/// The host that all documents are read from. It is locked while newsrooms are looked up, never while a
/// document is read.
pub type SharedHost = Arc<Mutex<AnalysisHost>>;

fn lock(host: &SharedHost) -> MutexGuard<'_, AnalysisHost> {
    host.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A document that is to be read.
struct Job {
    host: SharedHost,
    uri: Url,
    copy: DocumentText,
    given: Option<Date>,
    others: Others,
}

impl Job {
    /// Reads it.
    fn run(self) -> (Arc<Snapshot>, ReadDocument) {
        let Job { host, uri, copy, given, others } = self;
        let path = uri.to_file_path().unwrap_or_default();
        let start = lock(&host).begin(&uri, &path);
        let Start { newsroom, is_excluded, config, article, generation, troubles } = start;
        let article = article.filter(|article| article.may_go_on(&newsroom));
        let mut article = article.unwrap_or_else(|| OpenArticle::new(newsroom));
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let today = Some(today(article.reader.newsroom()));
        let hints = DateHints { given, file_name: date_in_file_name(name), today };
        // What is no article has nothing in it
        let text = if is_article(&uri) && !is_excluded { copy.rope.to_string() } else { String::new() };
        let across = |snapshot: &Snapshot| others.compare(&path, &config, snapshot);
        let snapshot = article.state.read_among(text, copy.format, &mut article.reader, hints, across);
        article.tokens = snapshot.article.blocks.iter().map(|block| block.tokens.len()).sum();
        lock(&host).articles.insert(uri.clone(), article);
        (snapshot, ReadDocument { uri, generation, troubles: by_file(troubles) })
    }
}

/// Starts the scheduler. It ends when the session does.
pub fn start() -> (AnalysisQueue, impl FnOnce(&Arc<Session>)) {
    let (bell, rings) = mpsc::channel(1);
    let tasks = Arc::default();
    let queue = AnalysisQueue { tasks: Arc::clone(&tasks), bell };
    (queue, move |session| drop(tokio::spawn(schedule(Arc::downgrade(session), tasks, rings))))
}

async fn schedule(session: Weak<Session>, tasks: Arc<Mutex<Tasks>>, mut rings: mpsc::Receiver<()>) {
    let lanes = Lanes::default();
    // The documents that are being read, and whether they have changed since
    let mut reading: FxHashMap<Url, bool> = FxHashMap::default();
    while let Some(()) = rings.recv().await {
        let Some(session) = session.upgrade() else { return };
        let Tasks { mut documents, is_reload, read } =
            std::mem::take(&mut *tasks.lock().unwrap_or_else(PoisonError::into_inner));
        for ReadDocument { uri, generation, troubles } in read {
            if generation == lock(&session.host).generation {
                session.tell_troubles(troubles).await;
            }
            if reading.remove(&uri) == Some(true) && !documents.contains(&uri) {
                documents.push(uri.clone());
            }
            session.publish(&uri).await;
        }
        if is_reload {
            for uri in reload(&session).await {
                if !documents.contains(&uri) {
                    documents.push(uri);
                }
            }
        }
        for uri in documents {
            if let Some(has_changed) = reading.get_mut(&uri) {
                *has_changed = true;
            } else if begin(&session, &uri, &lanes).await {
                reading.insert(uri, false);
            }
        }
    }
}

/// Forgets what files said and returns the documents to read again.
async fn reload(session: &Arc<Session>) -> Vec<Url> {
    session.clear_troubles().await;
    lock(&session.host).reload();
    let uris = session.documents.touch_all();
    session.refresh_after(Duration::ZERO);
    uris
}

/// Whether a document is read: whatever is open is an article, except configurations and actor files.
pub fn is_article(uri: &Url) -> bool {
    !uri.path().ends_with(".toml")
}

/// Begins to read a document as it is now and returns true, if that is not done; else tells the client. All that
/// is pushed to it is pushed by the scheduler, so that the last word on a document is the last that was said.
async fn begin(session: &Arc<Session>, uri: &Url, lanes: &Lanes) -> bool {
    let Some(copy) = session.documents.copy(uri) else {
        lock(&session.host).articles.remove(uri);
        session.publish_closed(uri).await;
        return false;
    };
    if session.documents.is_read(uri) {
        session.publish(uri).await;
        return false;
    }
    let settings = session.settings();
    let lane = lanes.of(&copy);
    let (epoch, version) = (copy.epoch, copy.version);
    let job = Job {
        host: session.host.clone(),
        uri: uri.clone(),
        copy,
        given: settings.dateline,
        others: session.workspace.others(settings.across),
    };
    let (session, uri) = (session.clone(), uri.clone());
    tokio::spawn(async move {
        let turn = lane.acquire_owned().await;
        let read = tokio::task::spawn_blocking(move || job.run()).await;
        drop(turn);
        let read = match read {
            Ok((snapshot, read)) => {
                session.documents.keep(&uri, DocumentSnapshot { epoch, version, snapshot });
                read
            }
            // A panic while reading loses this snapshot; the next change is read again
            Err(_) => {
                session.log(format!("{uri} could not be read; this is a fault of vartani"));
                ReadDocument { uri, generation: 0, troubles: Vec::new() }
            }
        };
        session.queue.add(|tasks| tasks.read.push(read));
    });
    true
}

/// How many articles are read at once. Long ones are read one after the other, and short ones beside them.
struct Lanes {
    short: Arc<Semaphore>,
    long: Arc<Semaphore>,
}

impl Default for Lanes {
    fn default() -> Lanes {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Lanes { short: Arc::new(Semaphore::new(cores.max(2))), long: Arc::new(Semaphore::new(1)) }
    }
}

impl Lanes {
    fn of(&self, copy: &DocumentText) -> Arc<Semaphore> {
        if copy.rope.len_bytes() < LONG { self.short.clone() } else { self.long.clone() }
    }
}

/// Shows the marks that were held back, once the writer has paused.
pub fn show_held_back(queue: AnalysisQueue, uri: Url, after: Duration) {
    tokio::spawn(async move {
        tokio::time::sleep(after).await;
        queue.read(uri);
    });
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
