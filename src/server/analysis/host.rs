//! The newsrooms, and the open articles as they were last read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::Url;

use crate::diagnostics::DocumentState;
use crate::files::{CONFIG, Newsrooms, Trouble};
use crate::newsroom::{Level, Newsroom};
use crate::reading::Reader;

/// Number of words that a reader may have met besides those of its article. Every letter that is typed makes a
/// new one.
const MAX_WORDS_GONE: usize = 1 << 14;

/// The newsrooms, and the open articles as they were last read.
#[derive(Default)]
pub struct AnalysisHost {
    newsrooms: Newsrooms,
    /// How often configurations have been read again.
    generation: u64,
    articles: FxHashMap<Url, OpenArticle>,
}

/// An open article as it was last read, by a reader of its own: its words go when it does.
pub struct OpenArticle {
    /// Its reader.
    pub reader: Reader,
    /// What was read and found, to go on from.
    pub state: DocumentState,
    /// The number of its words and marks.
    pub tokens: usize,
}

/// What is known of a document before it is read.
pub struct Start {
    /// The newsroom that it is read for.
    pub newsroom: Arc<Newsroom>,
    /// Whether the newsroom says that it is no article.
    pub is_excluded: bool,
    /// The configuration in force for it.
    pub config: Option<PathBuf>,
    /// Its article as it was last read.
    pub article: Option<OpenArticle>,
    /// How often configurations have been read again.
    pub generation: u64,
    /// What is wrong in configurations and actor files.
    pub troubles: Vec<Trouble>,
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

    /// Takes what the user has set over the newsrooms: whether titles that are on record are marked, too, and severities
    /// of rules.
    pub fn set_choices(&mut self, verifies: bool, levels: &BTreeMap<String, Level>) {
        self.newsrooms.verify(verifies);
        self.newsrooms.set_levels(levels);
    }

    /// The configuration in force for an article, or the one that would be made for it.
    pub fn config_of(&mut self, article: &Path) -> Option<PathBuf> {
        self.newsrooms.config_of(article).or_else(|| Some(article.parent()?.join(CONFIG)))
    }

    /// The newsroom's own actor files.
    pub fn actor_files_of(&mut self, article: &Path) -> Vec<PathBuf> {
        self.newsrooms.actor_files_of(article)
    }

    /// The ledger that an article's newsroom keeps, if it keeps one.
    pub fn ledger_of(&mut self, article: &Path) -> Option<PathBuf> {
        self.newsrooms.ledger_of(article)
    }

    /// How often configurations have been read again.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Takes an article back that has been read.
    pub fn keep(&mut self, uri: Url, article: OpenArticle) {
        self.articles.insert(uri, article);
    }

    /// Forgets an article that is closed.
    pub fn close(&mut self, uri: &Url) {
        self.articles.remove(uri);
    }

    /// Begins to read a document. Its article is out of the host meanwhile: after a panic nothing half done is
    /// left behind.
    pub fn begin(&mut self, uri: &Url, path: &Path) -> Start {
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
    pub fn new(newsroom: Arc<Newsroom>) -> OpenArticle {
        OpenArticle { reader: Reader::new(newsroom), state: DocumentState::default(), tokens: 0 }
    }

    /// Whether it was read for a newsroom, by a reader that has not met too many words since that are gone.
    pub fn may_go_on(&self, newsroom: &Arc<Newsroom>) -> bool {
        Arc::ptr_eq(self.reader.newsroom(), newsroom)
            && self.reader.vocabulary().len() <= 2 * self.tokens + MAX_WORDS_GONE
    }
}

/// The host that all documents are read from. It is locked while newsrooms are looked up, never while a
/// document is read.
pub type SharedHost = Arc<Mutex<AnalysisHost>>;

/// Locks it; a panic elsewhere has left nothing half done in it.
pub fn lock(host: &SharedHost) -> MutexGuard<'_, AnalysisHost> {
    host.lock().unwrap_or_else(PoisonError::into_inner)
}
