//! `vartani check`: marks articles as a copy editor would.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::arguments::{Check, Format};
use super::baseline::{self, Baseline};
use super::check_export::{faults, in_export};
use super::check_filter::Filter;
use super::cross_file::across;
use super::failure::Failure;
use super::input_file::{BATCH, InputFile};
use super::outcome::{self, Outcome};
use super::output::{complain, complain_of, complain_of_found, print};
use super::report::{Checked, Count, comments, report};
use super::rewrite::rewrite;
use crate::diagnostics::cross_file::{ByConfig, CrossFileNames};
use crate::diagnostics::{Diagnostic, Snapshot, apply_fixes};
use crate::files::{
    self, Document, FileError, Newsrooms, Problem, RuleChoice, STDIN, export, write_commented,
};
use crate::newsroom::{Config, Level, Locale, Severity};
use crate::reading::{Reader, ReaderGuard, ReaderPool};
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
    let mut to_write = arguments.write_baseline.as_deref().map(Baseline::to_write).transpose()?;
    let (jobs, trouble) = gather(arguments);
    let first = jobs.first().map(|job| &job.newsroom.config);
    let mut report = report(arguments, locale(arguments, first));
    let pool = pool(arguments.jobs)?;
    let progress = Progress::start(jobs.len(), arguments.quiet);
    let readers = ReaderPool::default();
    let across = across(&pool, &readers, &jobs, arguments);
    let mut count = Count { trouble, ..Count::default() };
    for batch in jobs.chunks(BATCH) {
        for checked in check_all(&pool, &readers, batch, &across, &filter, arguments, &progress) {
            match checked {
                Ok(checked) => {
                    count.trouble |= !checked.faults.is_empty();
                    progress.suspend(|| checked.faults.iter().for_each(complain));
                    if let Some(baseline) = &mut to_write {
                        baseline.put(&checked.path, &checked.text, &checked.marks);
                        count.articles += 1;
                        continue;
                    }
                    count.add(&checked);
                    let text = report.article(&checked);
                    progress.suspend(|| print(&text))?;
                }
                Err(error) => {
                    count.trouble = true;
                    progress.suspend(|| complain(&error.message()));
                }
            }
        }
    }
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

/// The language that was asked for, or that of a newsroom.
fn locale(arguments: &Check, config: Option<&Config>) -> Locale {
    arguments.locale.asked().or(config.and_then(|config| config.locale)).unwrap_or_default()
}

/// The least severity that fails, as asked for or as a newsroom says; `None` for never.
fn fail_on(arguments: &Check, config: &Config) -> Option<Severity> {
    arguments.fail_on.or(config.fail_on).unwrap_or(Level::Warning).severity()
}

fn pool(jobs: Option<u16>) -> Result<rayon::ThreadPool, Failure> {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(jobs.map_or(0, usize::from));
    builder.build().map_err(|error| {
        Failure::Message(Message::new(
            format!("थ्रेड शुरू नहीं हो सके: {error}; --jobs 1 आज़माएँ"),
            format!("threads cannot be started: {error}; try --jobs 1"),
        ))
    })
}

/// Reads and marks articles, in the order given.
fn check_all(
    pool: &rayon::ThreadPool,
    readers: &ReaderPool,
    jobs: &[InputFile],
    across: &ByConfig,
    filter: &Filter,
    arguments: &Check,
    progress: &Progress,
) -> Vec<Result<Checked, FileError>> {
    let check = |lent: &mut ReaderGuard<'_>, job: &InputFile| {
        let checked = check_one(job, lent.of(&job.newsroom), across.get(&job.config), filter, arguments);
        progress.tick();
        checked
    };
    pool.install(|| jobs.par_iter().map_init(|| readers.lend(), check).collect())
}

fn check_one(
    job: &InputFile,
    reader: &mut Reader,
    across: Option<&CrossFileNames>,
    filter: &Filter,
    arguments: &Check,
) -> Result<Checked, FileError> {
    let Document { mut text, format, hints, encoding, is_document } =
        Document::read(&job.path, &job.name, arguments.reading.dateline)?;
    if is_document && (arguments.fix || arguments.diff) {
        return Err(FileError::new(&job.name, Problem::NotFixableDocument));
    }
    let exported = export::read(&job.name, &text, &arguments.json_field);
    if exported.is_some() && (arguments.fix || arguments.diff) {
        return Err(FileError::new(&job.name, Problem::NotFixableExport));
    }
    if let Some(exported) = exported {
        let marks = filter.of(&job.name, &text, in_export(&exported, reader, hints));
        let faults = faults(&job.name, exported.faults);
        return Ok(Checked { faults, ..checked(job, arguments, text, marks) });
    }
    let mut snapshot = Snapshot::take(text.clone(), format, reader, hints);
    let unknown_offices = snapshot.unknown_offices.clone();
    let mut marks = snapshot.diagnostics().to_vec();
    let (mut fixed, mut fixes) = (None, 0);
    if arguments.diff {
        fixed = Some(apply_fixes(&text, marks.clone(), format, reader, hints).text);
    }
    if arguments.fix {
        let after = apply_fixes(&text, marks, format, reader, hints);
        if after.fixes > 0 {
            rewrite(&job.path, &text, &after.text, encoding)?;
        }
        (text, marks, fixes) = (after.text, after.diagnostics, after.fixes);
    }
    if let Some(across) = across {
        if fixes > 0 {
            snapshot = Snapshot::take(text.clone(), format, reader, hints);
        }
        let name = job.name.display().to_string();
        snapshot.add(across.found(&name, &snapshot, arguments.across));
        marks = snapshot.diagnostics().to_vec();
    }
    if !filter.is_empty() {
        let mut wants = filter.wants(&job.name, &text);
        snapshot.retain(|found| wants(found.finding.rule, found.span));
        marks = snapshot.diagnostics().to_vec();
    }
    let locale = locale(arguments, Some(&job.newsroom.config));
    let copy = match arguments.format {
        Format::DocxComments => {
            Some(write_commented(&job.path, &comments(&marks, locale), arguments.overwrite)?)
        }
        _ => None,
    };
    Ok(Checked { unknown_offices, fixed, fixes, copy, ..checked(job, arguments, text, marks) })
}

/// What is reported of an article in which nothing was changed.
fn checked(job: &InputFile, arguments: &Check, text: String, marks: Vec<Diagnostic>) -> Checked {
    let config = &job.newsroom.config;
    let least = fail_on(arguments, config);
    Checked {
        path: job.name.clone(),
        fails: least.is_some_and(|least| marks.iter().any(|mark| mark.severity >= least)),
        locale: locale(arguments, Some(config)),
        text,
        marks,
        unknown_offices: Default::default(),
        fixed: None,
        copy: None,
        fixes: 0,
        faults: Vec::new(),
    }
}

/// A progress bar on a terminal, for runs that take longer than a second.
struct Progress {
    bar: ProgressBar,
    done: AtomicU64,
    is_shown: AtomicBool,
}

impl Progress {
    fn start(articles: usize, is_quiet: bool) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(articles as u64), ProgressDrawTarget::hidden());
        if let Ok(config) = ProgressStyle::with_template("{bar:30} {pos}/{len}") {
            bar.set_style(config);
        }
        Progress { bar, done: AtomicU64::new(0), is_shown: AtomicBool::new(is_quiet) }
    }

    fn tick(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.bar.elapsed() > Duration::from_secs(1) {
            if !self.is_shown.swap(true, Ordering::Relaxed) {
                self.bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            self.bar.set_position(done);
        }
    }

    fn suspend<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
