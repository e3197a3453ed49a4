//! Names that the articles of the open folders spell in different ways.
//!
//! Summed up at the end of a scan: from closed articles as they lie on disk, from open ones as they are in the
//! editor. An article that is typed is held against the sum as it was then.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostics::cross_file::{ArticleNames, ByConfig};
use crate::diagnostics::{PlacedFinding, Snapshot};

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
        let name = name_of(&self.folders, path);
        across.found(&name, snapshot, &ArticleNames::of(snapshot), self.is_asked_for)
    }
}

/// How an article is called in findings: by its path from the innermost open folder.
pub fn name_of(folders: &[PathBuf], path: &Path) -> String {
    let below = folders.iter().filter_map(|folder| path.strip_prefix(folder).ok());
    below.min_by_key(|below| below.components().count()).unwrap_or(path).display().to_string()
}
