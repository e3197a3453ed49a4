//! Writing a file as a whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::reason;

/// Writes a file anew: `write` fills a file beside it, which then takes its place if `write` says so. Whatever
/// goes wrong in between, the file stays as it was.
///
/// # Errors
/// A sentence that says which file cannot be written, and why.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<bool>) -> Result<(), String> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    let beside = Path::new(&beside);
    let written = File::create(beside).and_then(|file| {
        let mut file = BufWriter::new(file);
        if !write(&mut file)? {
            return fs::remove_file(beside);
        }
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        // A link stays a link: what it points to is replaced
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if let Ok(found) = fs::metadata(&target) {
            file.set_permissions(found.permissions())?;
        }
        file.sync_all()?;
        fs::rename(beside, target)
    });
    written.map_err(|error| {
        let _ = fs::remove_file(beside);
        match error.kind() {
            io::ErrorKind::Other => format!("{error}; nothing was written"),
            _ => format!("{}: {}; nothing was written", path.display(), unwritten(&error)),
        }
    })
}

/// Why a file cannot be written, and what to do.
fn unwritten(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            "its folder may not be written into; check the permissions".to_owned()
        }
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written on this disk".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => reason(error),
        _ => format!("it cannot be written: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_as_a_whole_or_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("names.toml");
        replace(&path, |out| out.write_all(b"one").map(|()| true)).unwrap();
        replace(&path, |out| out.write_all(b"two").map(|()| false)).unwrap();
        let failed = replace(&path, |out| {
            out.write_all(b"tw")?;
            Err(io::Error::other("the disk is full"))
        });
        assert!(failed.unwrap_err().contains("the disk is full; nothing was written"));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }
}
