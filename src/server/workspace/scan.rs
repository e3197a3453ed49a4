//! Reading the closed articles of folders, on a thread of its own.

use std::collections::BTreeMap;
use std::hash::{Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use jiff::civil::Date;
use rustc_hash::FxHasher;
use tower_lsp::lsp_types::{Diagnostic, Url};

use super::closed::{Closed, Overview};
use super::cross_file::name_of;
use crate::diagnostics::Snapshot;
use crate::diagnostics::cross_file::{ArticleNames, ByConfig, Sums, severity};
use crate::files::today;
use crate::files::{self, Document, FileError, Found, Newsrooms};
use crate::newsroom::{Locale, Message, Newsroom};
use crate::reading::{Reader, ReaderPool};
use crate::server::features::diagnostics::{DiagnosticSupport, diagnostics};
use crate::server::features::workspace_symbol::Symbol;
use crate::server::position::{Encoding, LineMapper};
use crate::server::progress::Cancel;

/// In all folders together so many articles are looked at; the rest is said to be left out.
const MAX_ARTICLES: usize = 10_000;

/// What is longer is no article; it is left out.
const MAX_BYTES: u64 = 16 << 20;

/// A reader remembers every word; after so many articles it makes room for a new one.
const ARTICLES_OF_A_READER: usize = 1_000;

/// What articles are read for, and where they are.
pub struct Terms {
    /// The folders.
    pub folders: Vec<PathBuf>,
    /// Of another generation everything is read again.
    pub generation: u64,
    /// The day articles are written that do not say so.
    pub dateline: Option<Date>,
    /// Whether the user wants names to be compared across articles.
    pub across: bool,
    /// Open articles, as they are in the editor.
    pub open: Vec<(PathBuf, Arc<Snapshot>)>,
    /// The language that the user has chosen.
    pub locale: Option<Locale>,
    /// The language where neither user nor newsroom has.
    pub client_locale: Locale,
    /// What the client's columns count.
    pub encoding: Encoding,
    /// What the client can do with diagnostics.
    pub diagnostics: DiagnosticSupport,
}

impl Terms {
    fn locale_of(&self, snapshot: &Snapshot) -> Locale {
        self.locale.or(snapshot.newsroom.config.locale).unwrap_or(self.client_locale)
    }

    /// The columns of an article as the client counts them.
    fn page<'a>(&self, snapshot: &'a Snapshot) -> LineMapper<'a> {
        LineMapper { text: &snapshot.text, lines: &snapshot.lines, encoding: self.encoding }
    }

    /// What the client is told of an article.
    fn diagnostics_of(&self, snapshot: &Snapshot, uri: &Url) -> Box<[Diagnostic]> {
        let locale = self.locale_of(snapshot);
        let marks = diagnostics(snapshot, self.page(snapshot), uri, locale, None, self.diagnostics);
        marks.map(Diagnostic::from).collect()
    }
}

/// When a file was last written, and how long it is.
type Stamp = (SystemTime, u64);

/// An article that was read.
struct ScannedArticle {
    stamp: Stamp,
    uri: Url,
    config: Option<PathBuf>,
    /// What it says that others may say otherwise, where that is compared.
    names: Option<ArticleNames>,
    closed: Arc<Closed>,
}

/// Reads articles, and remembers those that have not changed since.
#[derive(Default)]
pub struct Scanner {
    generation: u64,
    known: BTreeMap<PathBuf, ScannedArticle>,
    newsrooms: Arc<Mutex<Newsrooms>>,
    notes: Vec<Message>,
}

impl Scanner {
    /// What is known of the articles in all folders; `None` if it was cancelled. `report` is told how many of
    /// how many are read.
    pub fn scan(
        &mut self,
        terms: &Terms,
        cancel: &Cancel,
        mut report: impl FnMut(usize, usize),
    ) -> Option<(Overview, ByConfig)> {
        if self.generation != terms.generation {
            self.generation = terms.generation;
            self.known.clear();
            self.newsrooms = Arc::default();
        }
        let paths = self.find(terms);
        let mut before = std::mem::take(&mut self.known);
        let mut reader: Option<(Reader, usize)> = None;
        let count = paths.len();
        for (done, path) in paths.into_iter().enumerate() {
            if cancel.is_cancelled() {
                // What is read is read
                self.known.append(&mut before);
                return None;
            }
            report(done, count);
            let Some(stamp) = stamp(&path) else { continue };
            let known = before.remove(&path).filter(|known| known.stamp == stamp);
            let known = known.or_else(|| self.know(&path, stamp, terms, &mut reader));
            self.known.extend(known.map(|known| (path, known)));
        }
        let mut overview: Overview =
            self.known.values().map(|known| (known.uri.clone(), known.closed.clone())).collect();
        let across = self.across(terms);
        let paths: Vec<PathBuf> = self.known.keys().cloned().collect();
        for path in paths {
            if cancel.is_cancelled() {
                return None;
            }
            if let Some(compared) = self.compared(&path, terms, &across, &mut reader) {
                overview.insert(self.known[&path].uri.clone(), Arc::new(compared));
            }
        }
        Some((overview, across))
    }

    /// What there is to tell of the last scan.
    pub fn notes(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.notes)
    }

    /// The articles of folders, as `check` finds them.
    fn find(&mut self, terms: &Terms) -> Vec<PathBuf> {
        let Found { mut paths, errors, .. } = articles_in(&terms.folders, &self.newsrooms);
        self.notes.extend(errors.iter().map(FileError::message));
        if paths.len() > MAX_ARTICLES {
            let count = paths.len();
            self.notes.push(Message::new(
                format!("फ़ोल्डरों में {count} ख़बरें हैं; बंद ख़बरों में से पहली {MAX_ARTICLES} ही पढ़ी गईं"),
                format!(
                    "the open folders hold {count} articles; only the first {MAX_ARTICLES} are looked at while they are closed"
                ),
            ));
            paths.truncate(MAX_ARTICLES);
        }
        paths
    }

    /// Reads an article as it lies on disk.
    fn read(&mut self, path: &Path, terms: &Terms, reader: &mut Option<(Reader, usize)>) -> Option<Snapshot> {
        let mut document = match Document::read(path, path, terms.dateline) {
            Ok(document) => document,
            Err(error) => {
                self.notes.push(error.message());
                return None;
            }
        };
        let newsroom = self.newsroom_of(path);
        document.hints.today = Some(today(&newsroom));
        let is_of_it = |reader: &(Reader, usize)| {
            Arc::ptr_eq(reader.0.newsroom(), &newsroom) && reader.1 < ARTICLES_OF_A_READER
        };
        let (reader, read) = match reader.take().filter(is_of_it) {
            Some(same) => reader.insert(same),
            None => reader.insert((Reader::new(newsroom), 0)),
        };
        *read += 1;
        Some(Snapshot::take(document.text, document.format, reader, document.hints))
    }

    /// What is known of an article from now on.
    fn know(
        &mut self,
        path: &Path,
        stamp: Stamp,
        terms: &Terms,
        reader: &mut Option<(Reader, usize)>,
    ) -> Option<ScannedArticle> {
        let uri = Url::from_file_path(path).ok()?;
        let snapshot = self.read(path, terms, reader)?;
        let since = stamp.0.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let is_compared = severity(&snapshot.newsroom, terms.across).is_some();
        let closed = Closed {
            id: format!("{}-{}-{}", terms.generation, since.as_nanos(), stamp.1),
            diagnostics: terms.diagnostics_of(&snapshot, &uri),
            symbols: Symbol::all(&snapshot, terms.page(&snapshot)).into(),
            newsroom: snapshot.newsroom.clone(),
        };
        let names = is_compared.then(|| ArticleNames::of(&snapshot));
        let config = lock(&self.newsrooms).config_of(path);
        Some(ScannedArticle { stamp, uri, config, names, closed: Arc::new(closed) })
    }

    /// What the articles spell in different ways.
    fn across(&self, terms: &Terms) -> ByConfig {
        let mut sums = Sums::default();
        let open: BTreeMap<&Path, &Snapshot> =
            terms.open.iter().map(|(path, snapshot)| (&**path, &**snapshot)).collect();
        for (path, known) in &self.known {
            let Some(names) = &known.names else { continue };
            let now = open.get(&**path).map(|snapshot| ArticleNames::of(snapshot));
            let name = name_of(&terms.folders, path);
            sums.add(known.config.as_deref(), &known.closed.newsroom, &name, now.as_ref().unwrap_or(names));
        }
        sums.resolve(&mut ReaderPool::default().lend()).0
    }

    /// An article with the marks of what it spells otherwise than others; `None` if there are none.
    fn compared(
        &mut self,
        path: &Path,
        terms: &Terms,
        across: &ByConfig,
        reader: &mut Option<(Reader, usize)>,
    ) -> Option<Closed> {
        let known = self.known.get(path)?;
        let across = across.get(&known.config)?;
        across.concerns(known.names.as_ref()?).then_some(())?;
        let (uri, closed) = (known.uri.clone(), known.closed.clone());
        let mut snapshot = self.read(path, terms, reader)?;
        let (name, names) = (name_of(&terms.folders, path), ArticleNames::of(&snapshot));
        let found = across.found(&name, &snapshot, &names, terms.across);
        if found.is_empty() {
            return None;
        }
        let mut hasher = FxHasher::default();
        found.iter().for_each(|found| found.message().en.hash(&mut hasher));
        snapshot.add(found);
        Some(Closed {
            id: format!("{}-{:x}", closed.id, hasher.finish()),
            diagnostics: terms.diagnostics_of(&snapshot, &uri),
            ..(*closed).clone()
        })
    }

    fn newsroom_of(&self, path: &Path) -> Arc<Newsroom> {
        let mut newsrooms = lock(&self.newsrooms);
        newsrooms.of(path).unwrap_or_else(|| newsrooms.default_newsroom())
    }
}

/// The articles of folders, as `check` finds them, and what could not be listed.
pub fn articles_in(folders: &[PathBuf], newsrooms: &Arc<Mutex<Newsrooms>>) -> Found {
    let newsrooms = newsrooms.clone();
    let exclude = move |path: &Path, is_folder: bool| lock(&newsrooms).exclude(path, is_folder);
    files::find(folders, ".txt, .md, .html", |_| false, exclude)
}

fn lock(newsrooms: &Mutex<Newsrooms>) -> MutexGuard<'_, Newsrooms> {
    newsrooms.lock().unwrap_or_else(PoisonError::into_inner)
}

fn stamp(path: &Path) -> Option<Stamp> {
    let found = std::fs::metadata(path).ok().filter(|found| found.len() <= MAX_BYTES)?;
    Some((found.modified().unwrap_or(SystemTime::UNIX_EPOCH), found.len()))
}
