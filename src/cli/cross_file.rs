//! `vartani check --across`: names that the articles of a newsroom spell in different ways.
//!
//! Every article is read once: what it says of names is added up, and what is found in it is kept until all are read. The sum
//! is made in the order of the articles, so that it is the same however many threads read.

use rayon::prelude::*;

use super::arguments::{Check, Format};
use super::input_file::{BATCH, InputFile};
use super::progress::Progress;
use crate::diagnostics::cross_file::{ArticleNames, ByConfig, Sums, severity};
use crate::diagnostics::{KeptFindings, Snapshot};
use crate::files::export::{self, Fields};
use crate::files::{Document, STDIN};
use crate::reading::{Reader, ReaderGuard, ReaderPool};

/// Maximum number of findings, about 30 MB, that are kept; articles after them are read again.
const MAX_KEPT: usize = 32_768;

/// What is known of articles before they are marked.
#[derive(Default)]
pub struct Across {
    /// What the articles of each newsroom say together.
    pub by_config: ByConfig,
    /// What each article says by itself, in the order of the articles.
    pub articles: Vec<FirstReading>,
}

/// What is known of an article from reading it first.
#[derive(Default)]
pub struct FirstReading {
    /// What was found in it; `None` if it is to be read again.
    pub kept: Option<KeptFindings>,
    /// Of its names those that are spelt in more than one way, if it spells any otherwise than it should.
    pub names: Option<ArticleNames>,
}

/// Reads all articles whose newsroom or whose reader at the command line wants it.
pub fn across(
    pool: &rayon::ThreadPool,
    readers: &ReaderPool,
    jobs: &[InputFile],
    arguments: &Check,
    progress: &Progress,
) -> Across {
    // Standard input can be read once
    let is_wanted = |job: &InputFile| {
        job.path.as_os_str() != STDIN && severity(&job.newsroom, arguments.across).is_some()
    };
    if !jobs.iter().any(is_wanted) {
        return Across::default();
    }
    let mut sums = Sums::default();
    let (mut articles, mut numbers, mut kept) = (Vec::new(), Vec::new(), 0);
    let mut add_all = |batch: Vec<Read<'_>>| {
        for Read { job, names, found } in batch {
            let name = job.path.display().to_string();
            let add = |names| sums.add(job.config.as_deref(), &job.newsroom, &name, &names);
            numbers.push(names.map(add));
            let found = found.filter(|found| kept + found.len() <= MAX_KEPT);
            if let Some(found) = &found {
                kept += found.len();
                progress.tick();
            }
            articles.push(FirstReading { kept: found, names: None });
        }
    };
    let read = |lent: &mut ReaderGuard<'_>, job| match is_wanted(job) {
        true => first_reading(job, lent.of(&job.newsroom), arguments),
        false => Read { job, names: None, found: None },
    };
    let mut read_before = Vec::new();
    for batch in jobs.chunks(BATCH) {
        // Some articles are added up while others are read
        let before = std::mem::take(&mut read_before);
        let read = || batch.par_iter().map_init(|| readers.lend(), read).collect();
        (read_before, _) = pool.install(|| rayon::join(read, || add_all(before)));
    }
    add_all(read_before);
    let (by_config, mut concerned) = sums.resolve(&mut readers.lend());
    for ((job, number), article) in jobs.iter().zip(numbers).zip(&mut articles) {
        article.names = number.and_then(|number| concerned.get_mut(&job.config)?.remove(&number));
    }
    Across { by_config, articles }
}

/// An article as it was read.
struct Read<'a> {
    job: &'a InputFile,
    names: Option<ArticleNames>,
    /// What is found in it, if that can be kept.
    found: Option<KeptFindings>,
}

/// Reads an article. Of one that cannot be read it is said when it is to be marked.
fn first_reading<'a>(job: &'a InputFile, reader: &mut Reader, arguments: &Check) -> Read<'a> {
    let Ok(document) = Document::read(&job.path, &job.name, arguments.reading.dateline) else {
        return Read { job, names: Some(ArticleNames::default()), found: None };
    };
    let fields = Fields { prose: &arguments.json_field, ..Fields::default() };
    // What is written into files or beside them is made of a whole reading, and exports are read item by item
    let is_kept = !arguments.fix
        && !arguments.diff
        && arguments.format != Format::DocxComments
        && export::read(&job.name, &document.text, fields).is_none();
    let snapshot = Snapshot::take(document.text, document.format, reader, document.hints);
    let names = Some(ArticleNames::with(&snapshot, reader.vocabulary()));
    Read { job, names, found: is_kept.then(|| KeptFindings::of(snapshot)) }
}
