//! Names that the articles of the open folders spell in different ways.
//!
//! Summed up at the end of a scan: from closed articles as they lie on disk, from open ones as they are in the
//! editor. An article that is typed is held against the sum as it was then.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostics::cross_file::{ArticleNames, CrossFileIndex, CrossFileNames};
use crate::diagnostics::{PlacedFinding, Snapshot};
use crate::newsroom::Newsroom;

/// What articles spell in different ways, by the configuration that they share.
pub type ByConfig = BTreeMap<Option<PathBuf>, CrossFileNames>;

/// Sums up, in the order in which articles are added.
#[derive(Default)]
pub struct Sums(BTreeMap<Option<PathBuf>, (CrossFileIndex, Arc<Newsroom>)>);

impl Sums {
    /// Adds an article.
    pub fn add(&mut self, config: Option<&Path>, newsroom: &Arc<Newsroom>, name: &str, facts: &ArticleNames) {
        let new = || (CrossFileIndex::default(), newsroom.clone());
        self.0.entry(config.map(Path::to_owned)).or_insert_with(new).0.add(name, facts);
    }

    /// What is spelt in different ways.
    pub fn resolve(self) -> ByConfig {
        self.0.into_iter().map(|(config, (sum, newsroom))| (config, sum.resolve(&newsroom))).collect()
    }
}

/// What is known of other articles while one is read.
pub struct Others {
    /// What the latest scan has found.
    pub across: Arc<ByConfig>,
    /// The open folders.
    pub folders: Vec<PathBuf>,
    /// Whether the user wants names to be compared across articles.
    pub is_asked_for: bool,
}

impl Others {
    /// What an article spells otherwise than others, which share its configuration.
    pub fn compare(&self, path: &Path, config: &Option<PathBuf>, snapshot: &Snapshot) -> Vec<PlacedFinding> {
        let Some(across) = self.across.get(config) else { return Vec::new() };
        across.found(&name_of(&self.folders, path), snapshot, self.is_asked_for)
    }
}

/// How an article is called in findings: by its path from the innermost open folder.
pub fn name_of(folders: &[PathBuf], path: &Path) -> String {
    let below = folders.iter().filter_map(|folder| path.strip_prefix(folder).ok());
    below.min_by_key(|below| below.components().count()).unwrap_or(path).display().to_string()
}
