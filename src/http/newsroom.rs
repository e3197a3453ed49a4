//! The newsroom of the folder that is served, read again when its files change.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use crate::files::{Newsrooms, Trouble, absolute, dictionary_path};
use crate::newsroom::Newsroom;
use crate::reading::ReaderPool;

/// How long files are taken to be as they were.
const FRESH: Duration = Duration::from_secs(2);

/// A newsroom on disk, as it is now.
pub struct CurrentNewsroom {
    root: PathBuf,
    state: Mutex<State>,
}

/// What an article is read with.
#[derive(Clone)]
pub struct ForReading {
    /// The newsroom, as it is for the article.
    pub newsroom: Arc<Newsroom>,
    /// Readers that know words of its articles.
    pub readers: Arc<ReaderPool>,
    /// What is wrong in its files.
    pub troubles: Arc<[Trouble]>,
}

struct State {
    /// The configuration in force; `None` where there is none.
    config: Option<PathBuf>,
    newsrooms: Newsrooms,
    readers: Arc<ReaderPool>,
    troubles: Arc<[Trouble]>,
    /// The files that it was read from, as they were.
    files: Vec<FileState>,
    looked: Instant,
}

/// A file with when it was written and how long it is; `None` where it does not exist.
type FileState = (PathBuf, Option<(SystemTime, u64)>);

impl CurrentNewsroom {
    /// Reads the newsroom of a folder, and says what is wrong in its files.
    ///
    /// # Errors
    /// What is wrong in its configuration, where that cannot be used.
    pub fn open(root: &Path) -> Result<(CurrentNewsroom, Vec<Trouble>), Vec<Trouble>> {
        let root = absolute(root);
        let mut state = State::of(config_of(&root), &root);
        if state.newsrooms.of(&root.join("-")).is_none() {
            return Err(state.troubles.to_vec());
        }
        let troubles = state.troubles.to_vec();
        Ok((CurrentNewsroom { root, state: Mutex::new(state) }, troubles))
    }

    /// What an article of this name, below the folder, is read with; `None` where its configuration is broken, and was
    /// never whole.
    pub fn of(&self, name: &Path) -> Option<ForReading> {
        let mut state = self.lock();
        if state.looked.elapsed() > FRESH {
            state.refresh(&self.root);
        }
        let newsroom = state.newsrooms.of(&self.root.join(name))?;
        Some(ForReading { newsroom, readers: state.readers.clone(), troubles: state.troubles.clone() })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn of(config: Option<PathBuf>, root: &Path) -> State {
        let mut newsrooms = Newsrooms::new(config.as_deref());
        if config.is_none() {
            newsrooms.restrict();
        }
        let mut state = State {
            config,
            newsrooms,
            readers: Arc::default(),
            troubles: Arc::default(),
            files: Vec::new(),
            looked: Instant::now(),
        };
        state.read(root);
        state
    }

    /// Reads everything that the newsroom knows.
    fn read(&mut self, root: &Path) {
        let article = root.join("-");
        let _ = self.newsrooms.of(&article);
        let config = self.config.iter().cloned();
        let files = config
            .chain(self.newsrooms.extended_files_of(&article))
            .chain(self.newsrooms.actor_files_of(&article))
            .chain(dictionary_path());
        self.files = files.map(as_it_is).collect();
        self.troubles = self.newsrooms.troubles().into();
        self.readers = Arc::default();
        self.looked = Instant::now();
    }

    /// Reads the newsroom again if its files are not what they were.
    fn refresh(&mut self, root: &Path) {
        let config = config_of(root);
        if config != self.config {
            *self = State::of(config, root);
        } else if self.files.iter().any(|(path, state)| as_it_is(path.clone()).1 != *state) {
            self.newsrooms.forget();
            self.read(root);
        } else {
            self.looked = Instant::now();
        }
    }
}

/// The configuration that a folder stands under.
fn config_of(root: &Path) -> Option<PathBuf> {
    Newsrooms::new(None).config_of(&root.join("-"))
}

fn as_it_is(path: PathBuf) -> FileState {
    let state = path.metadata().ok().and_then(|found| Some((found.modified().ok()?, found.len())));
    (path, state)
}
