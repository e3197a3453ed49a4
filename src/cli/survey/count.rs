//! Counting an archive: in one pass, over as many processors as there are.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::Survey;
use super::input::{Input, Line, Lines, desk_of, of_file, of_line};
use crate::cli::output::{complain, complain_of, complain_of_found};
use crate::diagnostics::survey::{ArticleCounts, Counts};
use crate::files::export::{self, Fields};
use crate::files::{self, Newsrooms, STDIN};
use crate::newsroom::{Message, Newsroom};
use crate::reading::{ReaderGuard, ReaderPool};

/// What is read in folders.
const ENDINGS: &str = ".txt, .md, .html, .docx, .odt, .rss, .atom, .jsonl, .ndjson";

/// Number of files that are read before they are counted.
const BATCH: usize = 64;

/// Maximum number of broken texts that are named.
const MAX_NAMED: usize = 20;

/// Maximum number of articles that are remembered to find those that come twice.
const MAX_REMEMBERED: usize = 4 << 20;

/// What a run has counted, and what was in its way.
#[derive(Default)]
pub struct Counted {
    pub counts: Counts,
    /// How many texts could not be read.
    pub broken: usize,
    /// What is wrong with the first of them.
    named: Vec<Message>,
    /// How many articles have the text of another.
    duplicates: usize,
    seen: FxHashSet<u64>,
    /// Whether paths, folders or configurations are in order.
    pub is_trouble: bool,
}

/// The articles of a file or a line with what they say, or what is wrong with them.
type Read = (Vec<(u64, ArticleCounts)>, Vec<Message>);

/// Counts the archive.
pub fn count(arguments: &Survey, pool: &rayon::ThreadPool) -> (Counted, Arc<Newsroom>) {
    let newsrooms = Arc::new(Mutex::new(Newsrooms::new(arguments.config.as_deref())));
    let asked = newsrooms.clone();
    let exclude = move |path: &Path, is_folder: bool| lock(&asked).exclude(path, is_folder);
    let is_article = |path: &Path| {
        files::is_document(path)
            || export::is_lines(path)
            || export::is_called_one(path, &arguments.json_field)
    };
    let found = files::find(&arguments.paths, ENDINGS, is_article, exclude);
    let mut counted = Counted { is_trouble: complain_of_found(&found), ..Counted::default() };
    let counter = Counter {
        newsrooms: &newsrooms,
        archive: &arguments.paths,
        fields: Fields { prose: &arguments.json_field, desk: arguments.desk_field.as_slice() },
        readers: ReaderPool::default(),
        pool,
    };
    let (lines, whole): (Vec<PathBuf>, Vec<PathBuf>) =
        found.paths.into_iter().partition(|path| path.as_os_str() == STDIN || export::is_lines(path));
    for batch in whole.chunks(BATCH) {
        counter.files(batch, &mut counted);
    }
    for path in &lines {
        counter.lines(path, &mut counted);
    }
    let first = lines.iter().chain(&whole).next();
    let newsroom = first.and_then(|path| lock(&newsrooms).of(path));
    let newsroom = newsroom.unwrap_or_else(|| lock(&newsrooms).default_newsroom());
    counted.is_trouble |= complain_of(&lock(&newsrooms).troubles());
    (counted, newsroom)
}

fn lock(newsrooms: &Mutex<Newsrooms>) -> std::sync::MutexGuard<'_, Newsrooms> {
    newsrooms.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a run counts with.
struct Counter<'a> {
    newsrooms: &'a Mutex<Newsrooms>,
    archive: &'a [PathBuf],
    fields: Fields<'a>,
    readers: ReaderPool,
    pool: &'a rayon::ThreadPool,
}

impl Counter<'_> {
    fn files(&self, paths: &[PathBuf], counted: &mut Counted) {
        let read = |lent: &mut ReaderGuard<'_>, path: &PathBuf| -> Read {
            let Some(newsroom) = lock(self.newsrooms).of(path) else { return Read::default() };
            match of_file(path, self.fields) {
                Ok((inputs, faults)) => (self.all(lent, &newsroom, path, inputs), faults),
                Err(error) => (Vec::new(), vec![error.message()]),
            }
        };
        let read: Vec<Read> =
            self.pool.install(|| paths.par_iter().map_init(|| self.readers.lend(), read).collect());
        read.into_iter().for_each(|read| counted.add(read));
    }

    fn lines(&self, path: &Path, counted: &mut Counted) {
        let Some(newsroom) = lock(self.newsrooms).of(path) else { return };
        let mut lines = match Lines::open(path) {
            Ok(lines) => lines,
            Err(error) => return counted.broken(error.message()),
        };
        loop {
            match lines.next_batch() {
                Ok(batch) if batch.is_empty() => return,
                Ok(batch) => self.batch(path, &newsroom, batch, counted),
                Err(error) => return counted.broken(error.message()),
            }
        }
    }

    fn batch(&self, path: &Path, newsroom: &Arc<Newsroom>, batch: Vec<Line>, counted: &mut Counted) {
        let read = |lent: &mut ReaderGuard<'_>, line: Line| -> Read {
            let (inputs, faults) = of_line(path, line, self.fields);
            (self.all(lent, newsroom, path, inputs), faults)
        };
        let read: Vec<Read> =
            self.pool.install(|| batch.into_par_iter().map_init(|| self.readers.lend(), read).collect());
        read.into_iter().for_each(|read| counted.add(read));
    }

    fn all(
        &self,
        lent: &mut ReaderGuard<'_>,
        newsroom: &Arc<Newsroom>,
        path: &Path,
        inputs: Vec<Input>,
    ) -> Vec<(u64, ArticleCounts)> {
        let desk = desk_of(path, self.archive);
        let one = |Input { name, text, format, hints }: Input| {
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            let counts = ArticleCounts::read(text, format, lent.of(newsroom), hints, &name, desk);
            (hasher.finish(), counts)
        };
        inputs.into_iter().map(one).collect()
    }
}

impl Counted {
    fn add(&mut self, (articles, faults): Read) {
        for (text, article) in articles {
            if self.seen.contains(&text) {
                self.duplicates += 1;
            } else if self.seen.len() < MAX_REMEMBERED {
                self.seen.insert(text);
            }
            self.counts.add(&article);
        }
        faults.into_iter().for_each(|fault| self.broken(fault));
    }

    fn broken(&mut self, fault: Message) {
        self.broken += 1;
        if self.named.len() < MAX_NAMED {
            self.named.push(fault);
        }
    }

    /// Says what could not be read, and what was there twice.
    pub fn tell(&self) {
        self.named.iter().for_each(complain);
        let broken = self.broken;
        if broken > 0 {
            complain(&Message::new(
                format!("जो नहीं पढ़े जा सके: {broken}; बाक़ी सब गिने गए"),
                format!("could not be read: {broken}; all others were counted"),
            ));
        }
        let duplicates = self.duplicates;
        if duplicates > 0 {
            complain(&Message::new(
                format!("जिन ख़बरों का पाठ किसी और जैसा ही है: {duplicates}; वे भी गिनी गईं"),
                format!("articles with the same text as another: {duplicates}; they were counted, too"),
            ));
        }
    }
}
