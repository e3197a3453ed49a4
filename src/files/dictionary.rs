//! The user's own dictionary: `vartani/dictionary.txt` in the folder of the user's configurations, one word a line.
//!
//! Its words are right for this user in every newsroom; what a newsroom has decided still holds.

use std::path::PathBuf;

use etcetera::{BaseStrategy as _, choose_base_strategy};

use super::read::{MAX_CONFIG, read_regular};
use super::{FileError, Problem};
use crate::newsroom::Dictionary;

/// Where the user's dictionary is, whether it exists or not; `None` on a machine without a folder for it.
pub fn dictionary_path() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.config_dir().join("vartani").join("dictionary.txt"))
}

/// Reads the user's dictionary; without one no word is in it.
///
/// # Errors
/// The file is there and cannot be read.
pub(super) fn read_dictionary() -> Result<Dictionary, FileError> {
    let Some(path) = dictionary_path() else { return Ok(Dictionary::default()) };
    match read_regular(&path, MAX_CONFIG) {
        Ok(file) => Ok(Dictionary::parse(&file.text)),
        Err(FileError { problem: Problem::Missing | Problem::Denied, .. }) => Ok(Dictionary::default()),
        Err(error) => Err(error),
    }
}
