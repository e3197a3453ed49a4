//! Files on disk, for both faces: articles, configurations and actor files as text, or one sentence that
//! says why not.
//!
//! Stands on the [`ide`](crate::ide) and below the faces. What it writes, it writes as a whole or not at all.

mod articles;
mod compiled;
mod mapped;
mod newsrooms;
mod replace;

use std::fs;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

pub use articles::{Document, find, find_actor_files};
pub use newsrooms::{CONFIG, Newsrooms, Trouble};
pub use replace::replace;

use crate::text::{NotUtf8, decode};

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

/// The text of a file that a person wrote: an article, a configuration, names.
///
/// # Errors
/// A sentence that says which file cannot be read, why, and what to do.
pub fn read_text(path: &Path) -> Result<String, String> {
    let bytes = read(path).map_err(|error| format!("{}: {}", path.display(), reason(&error)))?;
    let text = decode(&bytes).map_err(|error| match error {
        NotUtf8 { utf16: true, .. } => format!("{}: this is UTF-16; save it as UTF-8", path.display()),
        NotUtf8 { line, .. } => format!(
            "{}:{line}: this is not UTF-8 (a legacy font or encoding?); save it as UTF-8",
            path.display()
        ),
    })?;
    Ok(text.to_owned())
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() != STDIN {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file cannot be read, and what to do.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            "there is no such file or folder; check the path".to_owned()
        }
        io::ErrorKind::PermissionDenied => "it may not be read; check its permissions".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder; name a file".to_owned(),
        _ => format!("it cannot be read: {error}"),
    }
}
