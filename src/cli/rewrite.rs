//! Writing an article back.

use std::fs;
use std::path::Path;

use crate::files::{FileError, Problem, TextFile, read_text, replace};
use crate::text::Encoding;

/// Puts a new text in the place of `before`, the text that was read, written in bytes as that was.
///
/// # Errors
/// The file cannot be written, or is another one since it was read; then it is as it was.
pub fn rewrite(path: &Path, before: &str, text: &str, encoding: Encoding) -> Result<(), FileError> {
    let fault = |problem| FileError::new(path, problem);
    let found = fs::metadata(path).map_err(|error| FileError::reading(path, &error))?;
    if !found.is_file() {
        return Err(fault(Problem::NotFixable));
    }
    if found.permissions().readonly() {
        return Err(fault(Problem::ReadOnly));
    }
    let mut is_changed = false;
    replace(path, |out| {
        out.write_all(&encoding.encode(text))?;
        is_changed = !matches!(read_text(path), Ok(TextFile { text, encoding: now }) if text == before && now == encoding);
        Ok(!is_changed)
    })?;
    if is_changed { Err(fault(Problem::Changed)) } else { Ok(()) }
}
