//! Writing an article back.

use std::fs;
use std::io;
use std::path::Path;

use crate::files::{read_text, reason, replace};

/// Puts a new text in the place of `before`, the text that was read.
///
/// # Errors
/// A sentence that says which file cannot be written, why, and what to do; then the file is as it was.
pub fn rewrite(path: &Path, before: &str, text: &str) -> Result<(), String> {
    let told = |why: &str| format!("{}: {why}", path.display());
    let found = fs::metadata(path).map_err(|error| told(&reason(&error)))?;
    if !found.is_file() {
        return Err(told("this is no file, so --fix cannot write into it; --diff shows the fixes"));
    }
    if found.permissions().readonly() {
        return Err(told("it may not be written; check its permissions"));
    }
    replace(path, |out| {
        out.write_all(text.as_bytes())?;
        match read_text(path) {
            Ok(now) if now == before => Ok(true),
            _ => Err(io::Error::other(told("somebody wrote into it meanwhile; run --fix again"))),
        }
    })
}
