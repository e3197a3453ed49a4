//! What was found in an article, kept while others are read, without what was read of it.

use std::collections::BTreeSet;
use std::hash::Hasher as _;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHasher;

use super::skipped::without_skipped;
use super::{PlacedFinding, Snapshot};
use crate::newsroom::Newsroom;
use crate::reading::{Dateline, Pieces};
use crate::rules::UnknownOffice;
use crate::text::{Article, Format, Lines};

/// What was found in an article. Its text is not kept: whoever asks for the findings has it.
#[derive(Debug)]
pub struct KeptFindings {
    found: Vec<PlacedFinding>,
    unknown_offices: BTreeSet<UnknownOffice>,
    text: u64,
}

impl KeptFindings {
    /// What a snapshot has found.
    pub fn of(snapshot: Snapshot) -> KeptFindings {
        let Snapshot { mut found, unknown_offices, text, .. } = snapshot;
        found.shrink_to_fit();
        KeptFindings { found, unknown_offices, text: fingerprint(&text) }
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty() && self.unknown_offices.is_empty()
    }

    /// Whether this was found in a text.
    pub fn is_of(&self, text: &str) -> bool {
        self.text == fingerprint(text)
    }

    /// The snapshot of the text as far as findings need it: who and when is meant in it is not known any more.
    pub fn into_snapshot(self, text: String, format: Format, newsroom: Arc<Newsroom>) -> Snapshot {
        Snapshot {
            article: Article::of_blocks(&without_skipped(&text, &newsroom), format),
            blocks: Pieces::default(),
            lines: Lines::of(&text),
            text,
            format,
            newsroom,
            dateline: Dateline::default(),
            mentions: OnceLock::new(),
            times: OnceLock::new(),
            variants: Vec::new(),
            found: self.found,
            unknown_offices: self.unknown_offices,
            diagnostics: OnceLock::new(),
        }
    }
}

fn fingerprint(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::Config;
    use crate::reading::{DateHints, Reader};

    #[test]
    fn what_is_kept_is_told_as_it_was_found() {
        let newsroom = Arc::new(Newsroom::shipped(Config::default()));
        let mut reader = Reader::new(newsroom.clone());
        let plain = "वार्ता मॉस्को में होगी।\nमास्को शांत है है।\n";
        let html = "<p>वार्ता <b>मॉस्को</b> में होगी।</p><p title='मास्को'>मास्को&nbsp;शांत है है।</p>";
        for (text, format) in [(plain, Format::Plain), (html, Format::Html)] {
            let mut take = || Snapshot::take(text.to_owned(), format, &mut reader, DateHints::default());
            let found = take().into_diagnostics();
            assert!(found.1.len() > 1, "{found:?}");
            let kept = KeptFindings::of(take());
            assert!(kept.is_of(text) && !kept.is_of("वार्ता मॉस्को में होगी।"));
            let told = kept.into_snapshot(text.to_owned(), format, newsroom.clone());
            assert_eq!(told.into_diagnostics(), found);
        }
    }
}
