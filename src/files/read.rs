//! Reading files that a person wrote, no more of them than is sensible.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{FileError, Problem, STDIN};
use crate::text::{Encoding, decode};

/// Maximum size of an article, in bytes. Offsets are 32 bits wide.
const MAX_ARTICLE: u64 = 1 << 30;

/// Maximum size of a configuration, in bytes.
pub const MAX_CONFIG: u64 = 4 << 20;

/// Maximum size of an actor file, in bytes: more than a million names.
pub const MAX_ACTOR_FILE: u64 = 512 << 20;

/// A file as text, and how it was written in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFile {
    /// The text, with its byte order mark.
    pub text: String,
    /// How it is to be written back.
    pub encoding: Encoding,
}

/// A file that was named by the user, or found in a folder that was: whatever can be read is read.
///
/// # Errors
/// The file cannot be read, is too long or is not text.
pub fn read_text(path: &Path) -> Result<TextFile, FileError> {
    let bytes = match path.as_os_str() == STDIN {
        true => read_to(io::stdin().lock(), MAX_ARTICLE),
        false => File::open(path).map_err(|error| Problem::reading(&error)).and_then(|file| {
            let is_folder = file.metadata().is_ok_and(|found| found.is_dir());
            if is_folder { Err(Problem::Folder) } else { read_to(file, MAX_ARTICLE) }
        }),
    };
    text_of(path, bytes)
}

/// A regular file of at most `limit` bytes, named by a file of a workspace. Devices and pipes are not opened.
///
/// # Errors
/// The file is something else, too long, not text, or cannot be read.
pub fn read_regular(path: &Path, limit: u64) -> Result<TextFile, FileError> {
    text_of(path, read_bytes(path, limit))
}

/// The bytes of a regular file of at most `limit` bytes.
pub(super) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Problem> {
    let unreadable = |error: io::Error| Problem::reading(&error);
    let check = |found: std::fs::Metadata| match found.is_file() {
        _ if found.is_dir() => Err(Problem::Folder),
        false => Err(Problem::NotRegular),
        true if found.len() > limit => Err(Problem::TooLong(limit)),
        true => Ok(()),
    };
    // Before it is opened: to open a pipe is to wait for its other end
    check(path.metadata().map_err(unreadable)?)?;
    let file = File::open(path).map_err(unreadable)?;
    check(file.metadata().map_err(unreadable)?)?;
    read_to(file, limit)
}

fn read_to(mut from: impl Read, limit: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    from.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(|error| Problem::reading(&error))?;
    if bytes.len() as u64 > limit { Err(Problem::TooLong(limit)) } else { Ok(bytes) }
}

fn text_of(path: &Path, bytes: Result<Vec<u8>, Problem>) -> Result<TextFile, FileError> {
    let told = |problem| FileError::new(path, problem);
    let bytes = bytes.map_err(told)?;
    let (text, encoding) = decode(&bytes).map_err(|what| told(Problem::NotText(what)))?;
    Ok(TextFile { text: text.into_owned(), encoding })
}
