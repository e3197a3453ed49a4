//! Writing an article back: the file has the old text or the new one, and never half of one.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::files::{read_text, reason};

/// Puts a new text in the place of `before`, the text that was read. Permissions stay, and so does a link
/// to the file.
///
/// # Errors
/// A sentence that says which file cannot be written, why, and what to do; then the file is as it was.
pub fn rewrite(path: &Path, before: &str, text: &str) -> Result<(), String> {
    let told = |why: &str| format!("{}: {why}", path.display());
    let because = |error: &io::Error| told(&unwritten(error));
    let found = fs::metadata(path).map_err(|error| because(&error))?;
    if !found.is_file() {
        return Err(told("this is no file, so --fix cannot write into it; --diff shows the fixes"));
    }
    if found.permissions().readonly() {
        return Err(told("it may not be written; check its permissions"));
    }
    let file = fs::canonicalize(path).map_err(|error| because(&error))?;
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut new = NamedTempFile::with_prefix_in(".vartani-", folder).map_err(|error| because(&error))?;
    let written = new.write_all(text.as_bytes()).and_then(|()| {
        new.as_file().set_permissions(found.permissions())?;
        new.as_file().sync_all()
    });
    written.map_err(|error| because(&error))?;
    if read_text(&file)? != before {
        return Err(told("somebody wrote into it meanwhile, so it was left as it is; run --fix again"));
    }
    new.persist(&file).map_err(|error| because(&error.error))?;
    Ok(())
}

fn unwritten(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            "nothing may be written in its folder; check the permissions".to_owned()
        }
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written on this disk".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => reason(error),
    }
}
