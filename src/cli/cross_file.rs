//! `vartani check --across`: names that the articles of a newsroom spell in different ways.
//!
//! Every article is read twice: once for what all of them say, once to be marked. In between stands the sum,
//! made in the order of the articles, so that it is the same however many read at a time.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::arguments::Check;
use super::input_file::{BATCH, InputFile};
use super::reader_pool::{ReaderGuard, ReaderPool};
use crate::diagnostics::Snapshot;
use crate::diagnostics::cross_file::{ArticleNames, CrossFileIndex, CrossFileNames, severity};
use crate::files::{Document, STDIN};
use crate::newsroom::Newsroom;
use crate::reading::Reader;

/// What articles spell in different ways, by the configuration that they share.
pub type ByConfig = BTreeMap<Option<PathBuf>, CrossFileNames>;

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
    let mut sums: BTreeMap<Option<PathBuf>, (CrossFileIndex, Arc<Newsroom>)> = BTreeMap::new();
    for batch in jobs.chunks(BATCH) {
        let facts =
            |lent: &mut ReaderGuard<'_>, job: &&InputFile| facts(job, lent.of(&job.newsroom), arguments);
        let facts: Vec<Option<ArticleNames>> =
            pool.install(|| batch.par_iter().map_init(|| readers.lend(), facts).collect());
        for (job, facts) in batch.iter().zip(facts) {
            let newsroom = || (CrossFileIndex::default(), job.newsroom.clone());
            let (sum, _) = sums.entry(job.config.clone()).or_insert_with(newsroom);
            sum.add(&job.path.display().to_string(), &facts.unwrap_or_default());
        }
    }
    sums.into_iter().map(|(config, (sum, newsroom))| (config, sum.resolve(&newsroom))).collect()
}

/// The facts of an article; `None` where it cannot be read, which is said when it is to be marked.
fn facts(job: &InputFile, reader: &mut Reader, arguments: &Check) -> Option<ArticleNames> {
    let Document { text, format, hints, .. } = Document::read(&job.path, arguments.reading.dateline).ok()?;
    Some(ArticleNames::of(&Snapshot::take(text, format, reader, hints)))
}
