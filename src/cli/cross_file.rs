//! `vartani check --across`: names that the articles of a newsroom spell in different ways.
//!
//! Every article is read twice: once for what all of them say, once to be marked. Between the two stands the sum,
//! made in the order of the articles, so that it is the same however many threads read.

use rayon::prelude::*;

use super::arguments::Check;
use super::input_file::{BATCH, InputFile};
use crate::diagnostics::Snapshot;
use crate::diagnostics::cross_file::{ArticleNames, ByConfig, Sums, severity};
use crate::files::{Document, STDIN};
use crate::reading::{Reader, ReaderGuard, ReaderPool};

/// Looks at all articles whose newsroom or whose reader at the command line wants it.
pub fn across(
    pool: &rayon::ThreadPool,
    readers: &ReaderPool,
    jobs: &[InputFile],
    arguments: &Check,
) -> ByConfig {
    let is_wanted = |job: &&InputFile| severity(&job.newsroom, arguments.across).is_some();
    // Standard input can be read once
    let is_file = |job: &&InputFile| job.path.as_os_str() != STDIN;
    let jobs: Vec<&InputFile> = jobs.iter().filter(is_file).filter(is_wanted).collect();
    let mut sums = Sums::default();
    for batch in jobs.chunks(BATCH) {
        let facts =
            |lent: &mut ReaderGuard<'_>, job: &&InputFile| facts(job, lent.of(&job.newsroom), arguments);
        let facts: Vec<Option<ArticleNames>> =
            pool.install(|| batch.par_iter().map_init(|| readers.lend(), facts).collect());
        for (job, facts) in batch.iter().zip(facts) {
            let name = job.path.display().to_string();
            sums.add(job.config.as_deref(), &job.newsroom, &name, &facts.unwrap_or_default());
        }
    }
    sums.resolve()
}

/// The facts of an article; `None` where it cannot be read, which is said when it is to be marked.
fn facts(job: &InputFile, reader: &mut Reader, arguments: &Check) -> Option<ArticleNames> {
    let Document { text, format, hints, .. } =
        Document::read(&job.path, &job.name, arguments.reading.dateline).ok()?;
    Some(ArticleNames::of(&Snapshot::take(text, format, reader, hints)))
}
