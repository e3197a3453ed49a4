//! Writing a file as a whole or not at all.
//!
//! What is new is written into a file without a name, or with one that nobody can guess, in the same folder, and
//! takes the place of the old one when it is whole and on disk. A link is resolved: what it leads to is replaced,
//! the link stays. Mode, owner, group and extended attributes are kept where the system lets us, but never
//! setuid, setgid or capabilities, which were given to other content.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use super::{FileError, Problem};

/// Writes a file anew: `write` fills a file beside it, which then takes its place if `write` says so. Whatever
/// goes wrong in between, the file stays as it was and nothing is left beside it; on Linux not even after a kill.
///
/// # Errors
/// The file cannot be written, or `write` failed; [`io::Error::other`] takes a sentence of its own.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<bool>) -> Result<(), FileError> {
    replace_inner(path, write).map_err(|error| FileError::writing(path, &error))
}

fn replace_inner(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<bool>) -> io::Result<()> {
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        // A link that leads nowhere is not followed: a file would be made where somebody else wants it
        Err(_) if path.is_symlink() => return Err(io::ErrorKind::NotFound.into()),
        Err(_) => path.to_owned(),
    };
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let fresh = Fresh::in_folder(folder)?;
    let mut out = BufWriter::new(fresh.file());
    if !write(&mut out)? {
        return Ok(());
    }
    out.flush()?;
    drop(out);
    match fs::metadata(&target) {
        Ok(found) if !found.is_file() => return Err(io::Error::other(not_a_file(path))),
        Ok(found) => keep_attributes(&target, &found, fresh.file())?,
        Err(_) => make_ordinary(fresh.file())?,
    }
    fresh.file().sync_all()?;
    fresh.persist(folder, &target)
}

fn not_a_file(path: &Path) -> String {
    FileError::new(path, Problem::NotRegular).to_string()
}

/// A new file that has no name yet, or one that nobody can guess.
enum Fresh {
    /// Linux: vanishes with the process, however that ends.
    #[cfg(target_os = "linux")]
    Unnamed(File),
    Named(NamedTempFile),
}

impl Fresh {
    fn in_folder(folder: &Path) -> io::Result<Fresh> {
        #[cfg(target_os = "linux")]
        if let Ok(file) = unnamed(folder) {
            return Ok(Fresh::Unnamed(file));
        }
        beside().tempfile_in(folder).map(Fresh::Named)
    }

    fn file(&self) -> &File {
        match self {
            #[cfg(target_os = "linux")]
            Fresh::Unnamed(file) => file,
            Fresh::Named(file) => file.as_file(),
        }
    }

    /// Gives the file its name, in place of what has it.
    fn persist(self, folder: &Path, target: &Path) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Fresh::Unnamed(file) => {
                let named = beside().make_in(folder, |path| link(&file, path))?;
                named.persist(target).map(drop).map_err(|error| error.error)
            }
            Fresh::Named(file) => {
                let _ = folder;
                file.persist(target).map(drop).map_err(|error| error.error)
            }
        }
    }
}

/// How files beside others are called, until they have their name: `.vartani-` and letters of chance.
fn beside() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".vartani-").suffix(".new").rand_bytes(12);
    builder
}

#[cfg(target_os = "linux")]
fn unnamed(folder: &Path) -> io::Result<File> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    Ok(openat(CWD, folder, flags, Mode::RUSR | Mode::WUSR)?.into())
}

/// Gives an unnamed file a name that nobody has.
#[cfg(target_os = "linux")]
fn link(file: &File, path: &Path) -> io::Result<()> {
    use std::os::fd::AsRawFd as _;

    use rustix::fs::{AtFlags, CWD, linkat};
    let open = format!("/proc/self/fd/{}", file.as_raw_fd());
    Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

/// Gives a new file what the old one has and may keep.
#[cfg(unix)]
fn keep_attributes(target: &Path, found: &Metadata, file: &File) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let made = file.metadata()?;
    let (uid, gid) = (found.uid(), found.gid());
    if (made.uid(), made.gid()) != (uid, gid) && fchown(file, Some(uid), Some(gid)).is_err() {
        // Only root gives files away; a group that one is in may be set
        let _ = fchown(file, None, Some(gid));
    }
    keep_extended(target, file);
    file.set_permissions(fs::Permissions::from_mode(found.permissions().mode() & 0o777))
}

#[cfg(not(unix))]
fn keep_attributes(_: &Path, found: &Metadata, file: &File) -> io::Result<()> {
    file.set_permissions(found.permissions())
}

/// Copies extended attributes, among them access lists, where file system and rights allow.
#[cfg(unix)]
fn keep_extended(target: &Path, file: &File) {
    use xattr::FileExt as _;
    /// What was said of the old content, not of the file.
    const OF_CONTENT: [&str; 3] = ["security.capability", "security.ima", "security.evm"];
    for name in xattr::list(target).into_iter().flatten() {
        if OF_CONTENT.iter().any(|other| name == *other) {
            continue;
        }
        if let Ok(Some(value)) = xattr::get(target, &name) {
            let _ = file.set_xattr(&name, &value);
        }
    }
}

/// Gives a file that is new under its name the mode that new files have here.
#[cfg(unix)]
fn make_ordinary(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o666 & !umask()))
}

#[cfg(not(unix))]
fn make_ordinary(_: &File) -> io::Result<()> {
    Ok(())
}

/// The mode bits that new files do not have. It can only be asked for by setting it; Linux tells it too.
#[cfg(unix)]
fn umask() -> u32 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("Umask:"));
    line.and_then(|mask| u32::from_str_radix(mask.trim(), 8).ok()).unwrap_or(0o022)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

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
        assert!(failed.unwrap_err().to_string().contains("the disk is full; nothing was written"));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(names(folder.path()), ["names.toml"], "nothing is left beside it");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn while_a_file_is_written_there_is_none_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("names.toml");
        replace(&path, |out| {
            out.write_all(&[b'x'; 1 << 16])?;
            assert_eq!(names(folder.path()), [""; 0]);
            Ok(true)
        })
        .unwrap();
        assert_eq!(fs::read(&path).unwrap().len(), 1 << 16);
    }

    #[test]
    #[cfg(unix)]
    fn the_mode_is_kept_without_setuid_and_setgid_and_attributes_are_kept() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("names.toml");
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o7777;
        fs::write(&path, "one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o6751)).unwrap();
        let has_attributes = xattr::set(&path, "user.desk", b"1").is_ok();
        replace(&path, |out| out.write_all(b"two").map(|()| true)).unwrap();
        assert_eq!((mode(), fs::read(&path).unwrap()), (0o751, b"two".to_vec()));
        let kept = xattr::get(&path, "user.desk").ok().flatten();
        assert_eq!(kept, has_attributes.then(|| b"1".to_vec()));
    }

    #[test]
    #[cfg(unix)]
    fn a_link_stays_and_one_that_leads_nowhere_is_refused() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (path, link, lost) =
            (folder.path().join("a"), folder.path().join("link"), folder.path().join("lost"));
        fs::write(&path, "one").unwrap();
        symlink("a", &link).unwrap();
        symlink("made", &lost).unwrap();
        replace(&link, |out| out.write_all(b"two").map(|()| true)).unwrap();
        assert_eq!((fs::read(&path).unwrap(), link.is_symlink()), (b"two".to_vec(), true));
        assert!(replace(&lost, |out| out.write_all(b"two").map(|()| true)).is_err());
        assert!(!folder.path().join("made").exists());
    }
}
