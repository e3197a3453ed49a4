//! Reading one document, on a thread that may block.

use std::sync::Arc;

use jiff::civil::Date;
use tower_lsp::lsp_types::Url;

use super::host::{OpenArticle, SharedHost, Start, lock};
use super::queue::{ReadDocument, by_file};
use crate::diagnostics::Snapshot;
use crate::files::today;
use crate::reading::DateHints;
use crate::reading::dateline::date_in_file_name;
use crate::server::documents::{DocumentText, is_article};
use crate::server::workspace::cross_file::Others;

/// A document that is to be read.
pub struct Job {
    /// What it is read from.
    pub host: SharedHost,
    /// Its address.
    pub uri: Url,
    /// Its text.
    pub copy: DocumentText,
    /// The day articles are written that do not say so.
    pub given: Option<Date>,
    /// What other articles say.
    pub others: Others,
}

impl Job {
    /// Reads it.
    pub fn run(self) -> (Arc<Snapshot>, ReadDocument) {
        let Job { host, uri, copy, given, others } = self;
        let path = uri.to_file_path().unwrap_or_default();
        let start = lock(&host).begin(&uri, &path);
        let Start { newsroom, is_excluded, config, article, generation, troubles } = start;
        let article = article.filter(|article| article.may_go_on(&newsroom));
        let mut article = article.unwrap_or_else(|| OpenArticle::new(newsroom));
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let today = Some(today(article.reader.newsroom()));
        let hints = DateHints { given, file_name: date_in_file_name(name), today };
        // What is no article has nothing in it
        let text = if is_article(&uri) && !is_excluded { copy.rope.to_string() } else { String::new() };
        let across = |snapshot: &Snapshot| others.compare(&path, &config, snapshot);
        let snapshot = article.state.read_among(text, copy.format, &mut article.reader, hints, across);
        article.tokens = snapshot.article.blocks.iter().map(|block| block.tokens.len()).sum();
        lock(&host).keep(uri.clone(), article);
        (snapshot, ReadDocument { uri, generation, troubles: by_file(troubles) })
    }
}
