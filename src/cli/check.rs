//! `vartani check`: marks articles as a copy editor would.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::arguments::Check;
use super::baseline::{self, Baseline};
use super::check_article::{Checker, locale};
use super::check_filter::Filter;
use super::cross_file::{Across, FirstReading, across};
use super::failure::Failure;
use super::input_file::{BATCH, InputFile};
use super::outcome::{self, Outcome};
use super::output::{complain, complain_of, complain_of_found, print};
use super::progress::Progress;
use super::report::{Checked, Count, report};
use super::telling::Telling;
use super::threads;
use crate::files::{self, FileError, Newsrooms, RuleChoice, STDIN, export};
use crate::reading::{ReaderGuard, ReaderPool};
use crate::rules::{Message, offices_in_words};

/// What is read in folders.
const ENDINGS: &str = ".txt, .md, .html, .docx, .odt, .rss, .atom";

pub fn run(arguments: &Check) -> outcome::Result {
    if arguments.fix && arguments.paths.iter().any(|path| path.as_os_str() == STDIN) {
        return Err(Failure::Message(Message::new(
            "--fix फ़ाइलों में लिखता है और stdin फ़ाइल नहीं है; --diff सुधार दिखाता है",
            "--fix writes into files and standard input is none; --diff shows the fixes",
        )));
    }
    let filter = Filter::asked(arguments)?;
    let to_write = arguments.write_baseline.as_deref().map(Baseline::to_write).transpose()?;
    let (jobs, trouble) = gather(arguments);
    let first = jobs.first().map(|job| &job.newsroom.config);
    let report = report(arguments, locale(arguments, first));
    let pool = threads::pool(arguments.jobs)?;
    let progress = Progress::start(jobs.len(), arguments.quiet);
    let readers = ReaderPool::default();
    let Across { by_config, articles } = across(&pool, &readers, &jobs, arguments, &progress);
    let checker = Checker { arguments, filter: &filter, across: &by_config };
    let mut first = articles.into_iter();
    let count = Count { trouble, ..Count::default() };
    let mut telling = Telling { report, to_write, count, progress: &progress };
    let mut checked = Vec::new();
    for batch in jobs.chunks(BATCH) {
        let first = batch.iter().map(|_| first.next().unwrap_or_default()).collect();
        // What was found in some articles is told while others are read
        let before = std::mem::take(&mut checked);
        let tell = || telling.tell(before);
        let check = || check_all(&readers, batch, first, &checker, &progress);
        let told;
        (checked, told) = pool.install(|| rayon::join(check, tell));
        told?;
    }
    telling.tell(checked)?;
    let Telling { mut report, to_write, count, .. } = telling;
    progress.finish();
    if let (Some(baseline), Some(path)) = (to_write, &arguments.write_baseline) {
        baseline.write(path)?;
        return Ok(if count.trouble { Outcome::Trouble } else { Outcome::Done });
    }
    print(&report.end(&count))?;
    if let (Some(baseline), Some(path)) = (&filter.baseline, &arguments.baseline)
        && !arguments.quiet
        && let Some(sentence) = baseline::gone(path, baseline.gone())
    {
        complain(&sentence);
    }
    if !report.is_for_people()
        && !arguments.quiet
        && let Some(sentence) = offices_in_words(&count.unknown_offices)
    {
        complain(&sentence);
    }
    Ok(match (count.trouble, count.failing) {
        (true, _) => Outcome::Trouble,
        (false, 0) => Outcome::Done,
        (false, _) => Outcome::Findings,
    })
}

/// The articles to check, by path, and whether something could not be found or read, which has been said.
fn gather(arguments: &Check) -> (Vec<InputFile>, bool) {
    // The walk through folders asks from a place that must own what it asks
    let mut newsrooms = Newsrooms::new(arguments.reading.config.as_deref());
    newsrooms.verify(arguments.verified);
    newsrooms.choose(RuleChoice::of(&arguments.select, &arguments.ignore));
    let newsrooms = Arc::new(Mutex::new(newsrooms));
    let asked = newsrooms.clone();
    let exclude = move |path: &Path, is_folder: bool| lock(&asked).exclude(path, is_folder);
    let is_article =
        |path: &Path| files::is_document(path) || export::is_called_one(path, &arguments.json_field);
    let found = files::find(&arguments.paths, ENDINGS, is_article, exclude);
    let is_trouble = complain_of_found(&found);
    let mut newsrooms = lock(&newsrooms);
    let job = |path: PathBuf| {
        let name = arguments.reading.name_of(&path).to_owned();
        let (newsroom, config) = (newsrooms.of(&name)?, newsrooms.config_of(&name));
        let may_exclude = arguments.force_exclude || name != path;
        let is_excluded = may_exclude && newsrooms.exclude(&name, false);
        (!is_excluded).then_some(InputFile { path, name, newsroom, config })
    };
    let jobs = found.paths.into_iter().filter_map(job).collect();
    let in_files = complain_of(&newsrooms.troubles());
    (jobs, in_files || is_trouble)
}

fn lock(newsrooms: &Mutex<Newsrooms>) -> MutexGuard<'_, Newsrooms> {
    newsrooms.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads and marks articles, in the order given; `first` is what is known of each.
fn check_all(
    readers: &ReaderPool,
    jobs: &[InputFile],
    first: Vec<FirstReading>,
    checker: &Checker<'_>,
    progress: &Progress,
) -> Vec<Result<Checked, FileError>> {
    let check = |lent: &mut ReaderGuard<'_>, (job, first): (&InputFile, FirstReading)| {
        let is_new = first.kept.is_none();
        let checked = checker.check(job, first, lent.of(&job.newsroom));
        if is_new {
            progress.tick();
        }
        checked
    };
    jobs.par_iter().zip(first).map_init(|| readers.lend(), check).collect()
}
