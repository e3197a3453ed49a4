//! Reading the closed articles of folders, on a thread of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use jiff::civil::Date;
use tower_lsp::lsp_types::{Diagnostic, Url};

use super::Overview;
use crate::desk::Snapshot;
use crate::files::{self, Document, Newsrooms};
use crate::newsroom::{Locale, Newsroom};
use crate::reading::Reader;
use crate::server::analysis::today;
use crate::server::features::diagnostics::diagnostics;
use crate::server::features::workspace_symbol::Symbol;
use crate::server::position::{Encoding, Page};
use crate::server::progress::Cancel;

/// In all folders together so many articles are looked at; the rest is said to be left out.
const MOST_ARTICLES: usize = 10_000;

/// What is longer is no article; it is left out.
const MOST_BYTES: u64 = 16 << 20;

/// A reader remembers every word; after so many articles it makes room for a new one.
const ARTICLES_OF_A_READER: usize = 1_000;

/// What is known of an article that is not open.
#[derive(Clone, Debug)]
pub struct Closed {
    /// Another one where anything that is known has changed.
    pub id: String,
    /// What is marked in it.
    pub diagnostics: Box<[Diagnostic]>,
    /// What it names.
    pub symbols: Box<[Symbol]>,
    /// The newsroom that it was read for.
    pub newsroom: Arc<Newsroom>,
}

/// What articles are read for, and where they are.
pub struct Terms {
    /// The folders.
    pub folders: Vec<PathBuf>,
    /// Of another generation everything is read again.
    pub generation: u64,
    /// The day articles are written that do not say so.
    pub dateline: Option<Date>,
    /// The language that the user has chosen.
    pub locale: Option<Locale>,
    /// The language where neither user nor newsroom has.
    pub client_locale: Locale,
    /// What the client's columns count.
    pub encoding: Encoding,
}

/// When a file was last written, and how long it is.
type Stamp = (SystemTime, u64);

/// Reads articles, and remembers those that have not changed since.
#[derive(Default)]
pub struct Scanner {
    generation: u64,
    known: BTreeMap<PathBuf, (Stamp, Url, Arc<Closed>)>,
    newsrooms: Arc<Mutex<Newsrooms>>,
    notes: Vec<String>,
}

impl Scanner {
    /// What is known of the articles in all folders; `None` if it was cancelled. `report` is told how many of
    /// how many are read.
    pub fn scan(
        &mut self,
        terms: &Terms,
        cancel: &Cancel,
        mut report: impl FnMut(usize, usize),
    ) -> Option<Overview> {
        if self.generation != terms.generation {
            self.generation = terms.generation;
            self.known.clear();
            self.newsrooms = Arc::default();
        }
        let paths = self.find(&terms.folders);
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
            let known = before.remove(&path).filter(|(then, ..)| *then == stamp);
            let entry = known.or_else(|| self.read(&path, stamp, terms, &mut reader));
            self.known.extend(entry.map(|entry| (path, entry)));
        }
        Some(self.known.values().map(|(_, uri, closed)| (uri.clone(), closed.clone())).collect())
    }

    /// What there is to tell of the last scan.
    pub fn notes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.notes)
    }

    /// The articles of folders, as `check` finds them.
    fn find(&mut self, folders: &[PathBuf]) -> Vec<PathBuf> {
        let (mut paths, troubles) = articles_in(folders, &self.newsrooms);
        self.notes.extend(troubles);
        if paths.len() > MOST_ARTICLES {
            self.notes.push(format!(
                "the open folders hold {} articles; only the first {MOST_ARTICLES} are looked at while they are closed",
                paths.len()
            ));
            paths.truncate(MOST_ARTICLES);
        }
        paths
    }

    fn read(
        &mut self,
        path: &Path,
        stamp: Stamp,
        terms: &Terms,
        reader: &mut Option<(Reader, usize)>,
    ) -> Option<(Stamp, Url, Arc<Closed>)> {
        let uri = Url::from_file_path(path).ok()?;
        let mut document = match Document::read(path, terms.dateline) {
            Ok(document) => document,
            Err(sentence) => {
                self.notes.push(sentence);
                return None;
            }
        };
        document.hints.today = Some(today());
        let newsroom = self.newsroom_of(path);
        let (reader, read) = match reader {
            Some((reader, read))
                if Arc::ptr_eq(reader.newsroom(), &newsroom) && *read < ARTICLES_OF_A_READER =>
            {
                (reader, read)
            }
            other => {
                let (reader, read) = other.insert((Reader::new(newsroom.clone()), 0));
                (reader, read)
            }
        };
        *read += 1;
        let snapshot = Snapshot::take(document.text, document.format, reader, document.hints);
        let page = Page { text: &snapshot.text, lines: &snapshot.lines, encoding: terms.encoding };
        let locale = terms.locale.or(newsroom.style.locale).unwrap_or(terms.client_locale);
        let (written, length) = stamp;
        let since = written.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let closed = Closed {
            id: format!("{}-{}-{length}", terms.generation, since.as_nanos()),
            diagnostics: diagnostics(&snapshot, page, &uri, locale, None).into(),
            symbols: Symbol::all(&snapshot, page).into(),
            newsroom,
        };
        Some((stamp, uri, Arc::new(closed)))
    }

    fn newsroom_of(&self, path: &Path) -> Arc<Newsroom> {
        let mut newsrooms = self.newsrooms.lock().unwrap_or_else(PoisonError::into_inner);
        newsrooms.of(path).unwrap_or_else(|| newsrooms.of_nobody())
    }
}

/// The articles of folders, as `check` finds them, and what could not be listed.
pub fn articles_in(folders: &[PathBuf], newsrooms: &Arc<Mutex<Newsrooms>>) -> (Vec<PathBuf>, Vec<String>) {
    let newsrooms = newsrooms.clone();
    let exclude = move |path: &Path, is_folder: bool| {
        newsrooms.lock().unwrap_or_else(PoisonError::into_inner).exclude(path, is_folder)
    };
    files::find(folders, exclude)
}

fn stamp(path: &Path) -> Option<Stamp> {
    let found = std::fs::metadata(path).ok().filter(|found| found.len() <= MOST_BYTES)?;
    Some((found.modified().unwrap_or(SystemTime::UNIX_EPOCH), found.len()))
}
