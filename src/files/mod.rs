//! Files on disk, for all faces: articles, configurations and actor files as text, or one sentence that
//! says why not; and which day it is by the clock.
//!
//! Stands on the [`ide`](crate::ide) and below the faces. What it writes, it writes as a whole or not at all.

mod articles;
mod clock;
mod commented;
mod compiled;
pub(crate) mod data_file;
mod dictionary;
mod error;
pub mod export;
mod house_style;
pub(crate) mod ledger;
mod loaded_newsroom;
mod named;
mod newsrooms;
mod office;
mod own_actors;
mod read;
mod replace;
mod rule_choice;
mod user_config;

use std::fs;
use std::path::{Component, Path, PathBuf};

pub use articles::{Document, Found, NothingRead, find, find_actor_files, is_document};
pub use clock::today;
pub use commented::write_commented;
pub use dictionary::dictionary_path;
pub use error::{FileError, Problem, told};
pub use newsrooms::{CONFIG, Newsrooms, Trouble};
pub use office::{Comment, MAX_PART};
pub use read::{MAX_ACTOR_FILE, MAX_CONFIG, TextFile, read_regular, read_text};
pub use replace::replace;
pub use rule_choice::RuleChoice;

/// A path from the root, without `.` and `..`; links stay, except where `..` leads back through them.
pub fn absolute(path: &Path) -> PathBuf {
    let plain = || std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if !path.components().any(|part| part == Component::ParentDir) {
        return plain();
    }
    let resolved = match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => fs::canonicalize(folder).map(|folder| folder.join(name)),
        _ => fs::canonicalize(path),
    };
    resolved.unwrap_or_else(|_| plain())
}

/// Standard input, as a path.
pub const STDIN: &str = "-";
