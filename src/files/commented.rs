//! A copy of a Word document with comments in it, beside the document.

use std::path::{Path, PathBuf};

use super::office::{self, Comment};
use super::read::{article_bytes, what_is};
use super::{FileError, Problem, STDIN, replace};
use crate::text::NotText;

/// What the name of a copy ends with; such files are passed over in folders.
pub(super) const COPY: &str = ".vartani.docx";

/// Writes a copy of a Word document with comments beside it, and returns its path: `a.vartani.docx` for `a.docx`.
///
/// # Errors
/// It is no Word document or cannot be read, or the copy cannot be written or exists and is not to be replaced.
pub fn write_commented(path: &Path, comments: &[Comment], overwrite: bool) -> Result<PathBuf, FileError> {
    let told = |problem| FileError::new(path, problem);
    if path.as_os_str() == STDIN {
        return Err(told(Problem::NotCommentable));
    }
    let bytes = article_bytes(path).map_err(told)?;
    if what_is(path, &bytes) != Some(NotText::Word) {
        return Err(told(Problem::NotCommentable));
    }
    let copy = path.with_extension(&COPY[1..]);
    if !overwrite && copy.symlink_metadata().is_ok() {
        return Err(FileError::new(&copy, Problem::Exists));
    }
    let written = office::with_comments(&bytes, comments).map_err(told)?;
    replace(&copy, |out| out.write_all(&written).map(|()| true))?;
    Ok(copy)
}
