//! `vartani check`: marks articles as a copy editor would.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::arguments::{Check, ReadingOptions};
use super::articles::{self, Document};
use super::newsrooms::Newsrooms;
use super::report::{Checked, Count, report};
use super::{Outcome, complain, print};
use crate::desk;
use crate::newsroom::{Newsroom, Severity};
use crate::reading::Reader;

/// So many files are read before their findings are printed.
const BATCH: usize = 256;

/// An article to check: where it is and whose it is.
type Job = (PathBuf, Arc<Newsroom>);

pub fn run(arguments: &Check) -> super::Result {
    let mut newsrooms = Newsrooms::new(arguments.reading.config.as_deref());
    let (paths, troubles) = articles::find(&arguments.paths, |folder| {
        newsrooms_exclude(&mut Newsrooms::new(arguments.reading.config.as_deref()), folder)
    });
    troubles.iter().for_each(|sentence| complain(sentence));
    let jobs: Vec<Job> =
        paths.into_iter().filter_map(|path| Some((path.clone(), newsrooms.of(&path)?))).collect();
    let mut trouble = !troubles.is_empty() || newsrooms.trouble;
    let style = jobs.first().map(|(_, newsroom)| &newsroom.style);
    let locale = arguments.locale.asked().or(style.and_then(|style| style.locale)).unwrap_or_default();
    let fail_on = match arguments.fail_on {
        Some(given) => given.severity(),
        None => Some(style.and_then(|style| style.fail_on).unwrap_or(Severity::Warning)),
    };

    let pool = pool(arguments.jobs)?;
    let mut report = report(arguments.format, arguments.color, locale);
    let progress = Progress::start(jobs.len());
    let readers = Readers::default();
    let mut count = Count::default();
    for batch in jobs.chunks(BATCH) {
        for checked in check_all(&pool, &readers, batch, &arguments.reading, &progress) {
            match checked {
                Ok(checked) => {
                    count.add(&checked);
                    let text = report.article(&checked);
                    progress.suspend(|| print(&text));
                }
                Err(sentence) => {
                    trouble = true;
                    progress.suspend(|| complain(&sentence));
                }
            }
        }
    }
    progress.finish();
    print(&report.end(&count));
    let fails = fail_on.is_some_and(|least| count.at_least(least) > 0);
    Ok(match (trouble, fails) {
        (true, _) => Outcome::Trouble,
        (false, true) => Outcome::Findings,
        (false, false) => Outcome::Done,
    })
}

/// What the newsroom of a folder excludes.
fn newsrooms_exclude(newsrooms: &mut Newsrooms, folder: &Path) -> Vec<String> {
    newsrooms.of(folder).map(|newsroom| newsroom.style.exclude.clone()).unwrap_or_default()
}

fn pool(jobs: Option<u16>) -> Result<rayon::ThreadPool, String> {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(jobs.map_or(0, usize::from));
    builder.build().map_err(|error| format!("threads cannot be started: {error}; try --jobs 1"))
}

/// Readers by newsroom, which remember the words they met, while no thread uses them.
#[derive(Default)]
struct Readers {
    idle: Mutex<Vec<FxHashMap<usize, Reader>>>,
}

/// Readers lent to a thread; they go back when it is done.
struct Lent<'a> {
    from: &'a Readers,
    readers: FxHashMap<usize, Reader>,
}

impl Readers {
    fn lend(&self) -> Lent<'_> {
        let readers = self.idle.lock().ok().and_then(|mut idle| idle.pop()).unwrap_or_default();
        Lent { from: self, readers }
    }
}

impl Lent<'_> {
    fn of(&mut self, newsroom: &Arc<Newsroom>) -> &mut Reader {
        self.readers.entry(Arc::as_ptr(newsroom).addr()).or_insert_with(|| Reader::new(newsroom.clone()))
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if let Ok(mut idle) = self.from.idle.lock() {
            idle.push(std::mem::take(&mut self.readers));
        }
    }
}

/// Reads and marks articles, in the order given.
fn check_all(
    pool: &rayon::ThreadPool,
    readers: &Readers,
    jobs: &[Job],
    options: &ReadingOptions,
    progress: &Progress,
) -> Vec<Result<Checked, String>> {
    let check = |lent: &mut Lent<'_>, (path, newsroom): &Job| {
        let checked = check_one(path, lent.of(newsroom), options);
        progress.tick();
        checked
    };
    pool.install(|| jobs.par_iter().map_init(|| readers.lend(), check).collect())
}

fn check_one(path: &Path, reader: &mut Reader, options: &ReadingOptions) -> Result<Checked, String> {
    let document = Document::read(path, options)?;
    let marks = desk::review(&document.text, document.format, reader, document.hints);
    Ok(Checked { path: path.to_owned(), text: document.text, marks })
}

/// A progress bar on a terminal, for runs that take longer than a second.
struct Progress {
    bar: ProgressBar,
    done: AtomicU64,
}

impl Progress {
    fn start(articles: usize) -> Progress {
        let bar = ProgressBar::new(articles as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}") {
            bar.set_style(style);
        }
        Progress { bar, done: AtomicU64::new(0) }
    }

    fn tick(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.bar.elapsed() > Duration::from_secs(1) {
            self.bar.set_position(done);
        }
    }

    fn suspend(&self, write: impl FnOnce()) {
        self.bar.suspend(write);
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
