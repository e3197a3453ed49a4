//! Reading files that a person wrote, no more of them than is sensible.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{FileError, Problem, STDIN, office};
use crate::text::{Encoding, NotText, decode};

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
    text_of(path, article_bytes(path))
}

/// An article, and whether it is a document of a word processor, whose text is not the bytes of the file. `name` is what
/// the file is called.
///
/// # Errors
/// As [`read_text`]; of a document also that it is damaged, encrypted or too big when it is unpacked.
pub(super) fn read_article(path: &Path, name: &Path) -> Result<(TextFile, bool), FileError> {
    let told = |problem| FileError::new(name, problem);
    let bytes = article_bytes(path).map_err(|problem| FileError::new(path, problem))?;
    let what = match decode(&bytes) {
        Ok(_) if is_document(name) => return Err(told(Problem::Damaged)),
        Ok((text, encoding)) => return Ok((TextFile { text: text.into_owned(), encoding }, false)),
        Err(what) => called(name, what),
    };
    match what {
        NotText::Word | NotText::OpenDocument => {
            let text = office::text_of(&bytes, what).map_err(told)?;
            Ok((TextFile { text, encoding: Encoding::default() }, true))
        }
        NotText::OldOffice if office::is_encrypted(&bytes) => Err(told(Problem::Encrypted)),
        _ => Err(FileError::new(path, Problem::NotText(what))),
    }
}

/// Whether a file is called as documents of word processors are.
fn is_document(name: &Path) -> bool {
    let ending = name.extension().and_then(OsStr::to_str).unwrap_or_default();
    ["docx", "odt"].iter().any(|one| ending.eq_ignore_ascii_case(one))
}

/// What a file is, if it is not text: by its bytes, and of an archive that does not show it by its name.
pub(super) fn what_is(name: &Path, bytes: &[u8]) -> Option<NotText> {
    decode(bytes).err().map(|what| called(name, what))
}

/// What a file is of that name whose bytes say so much.
fn called(name: &Path, what: NotText) -> NotText {
    let ending = name.extension().and_then(OsStr::to_str).unwrap_or_default();
    match what {
        NotText::Archive if ending.eq_ignore_ascii_case("docx") => NotText::Word,
        NotText::Archive if ending.eq_ignore_ascii_case("odt") => NotText::OpenDocument,
        what => what,
    }
}

/// The bytes of a file that may be an article.
pub(super) fn article_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    match path.as_os_str() == STDIN {
        true => read_to(io::stdin().lock(), 0, MAX_ARTICLE),
        false => File::open(path).map_err(|error| Problem::reading(&error)).and_then(|file| {
            let (is_folder, len) = file.metadata().map_or((false, 0), |found| (found.is_dir(), found.len()));
            if is_folder { Err(Problem::Folder) } else { read_to(file, len, MAX_ARTICLE) }
        }),
    }
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
    let found = file.metadata().map_err(unreadable)?;
    let len = found.len();
    check(found)?;
    read_to(file, len, limit)
}

/// At most `limit` bytes, of which there are probably `len`.
fn read_to(mut from: impl Read, len: u64, limit: u64) -> Result<Vec<u8>, Problem> {
    // One byte more, or the end would only be seen after the room was doubled
    let mut bytes = Vec::with_capacity(len.min(limit) as usize + 1);
    from.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(|error| Problem::reading(&error))?;
    if bytes.len() as u64 > limit { Err(Problem::TooLong(limit)) } else { Ok(bytes) }
}

fn text_of(path: &Path, bytes: Result<Vec<u8>, Problem>) -> Result<TextFile, FileError> {
    let told = |problem| FileError::new(path, problem);
    let bytes = bytes.map_err(told)?;
    let (text, encoding) = decode(&bytes).map_err(|what| told(Problem::NotText(what)))?;
    Ok(TextFile { text: text.into_owned(), encoding })
}
