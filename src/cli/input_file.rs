//! A file to check, and whose it is.

use std::path::PathBuf;
use std::sync::Arc;

use crate::newsroom::Newsroom;

/// Number of files that are read before their findings are printed.
pub const BATCH: usize = 256;

/// An article to check: where it is and whose it is.
pub struct InputFile {
    pub path: PathBuf,
    /// What it is called: the same, unless it comes from standard input under a name.
    pub name: PathBuf,
    pub newsroom: Arc<Newsroom>,
    /// The configuration of the newsroom, where it has one.
    pub config: Option<PathBuf>,
}
