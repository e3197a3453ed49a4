//! Big actor files are compiled once, and then opened in their compiled form from the user's cache.
//!
//! Reading a million names takes many seconds; opening them compiled, a fraction of one. The compiled file has in its
//! name the digest of what the actor files hold and of this version of vartani, so that it is never taken for files
//! that are other by now, whatever their size and time say. Behind its bytes stands their own digest: what is cut off
//! or changed is made anew. It is read, not mapped: somebody may shorten it while it is in use. Nothing is lost with
//! the cache.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::{BaseStrategy as _, choose_base_strategy};

use super::read::{MAX_ACTOR_FILE, read_bytes};
use super::replace;
use crate::newsroom::{Actor, Gazetteer, Newsroom, gazetteer};

/// Actor files that are together smaller than this are read faster than they are looked for.
const BIG: u64 = 1 << 20;

/// Where the compiled form of some actor files is kept.
pub(super) struct Compiled {
    folder: PathBuf,
    /// The beginning of its name, which tells the files but not what is in them.
    files: String,
    fingerprint: String,
}

/// Maximum size of a compiled file that is opened, in bytes.
const MAX_COMPILED: u64 = 4 << 30;

impl Compiled {
    /// Where the compiled form of actor files belongs; `None` for small ones, or where there is no cache.
    pub fn of(files: &[PathBuf], known: &Newsroom) -> Option<Compiled> {
        let size = files.iter().map(|file| fs::metadata(file).map(|found| found.len()));
        if size.sum::<Result<u64, _>>().ok()? < BIG {
            return None;
        }
        let (mut paths, mut content) = (blake3::Hasher::new(), blake3::Hasher::new());
        content.update(env!("CARGO_PKG_VERSION").as_bytes()).update(gazetteer::MAGIC);
        // Patches hang on what else is known
        content.update(known.data_day().to_string().as_bytes());
        for file in files {
            let bytes = read_bytes(file, MAX_ACTOR_FILE).ok()?;
            paths.update(super::absolute(file).as_os_str().as_encoded_bytes()).update(b"\0");
            content.update(&(bytes.len() as u64).to_le_bytes()).update(&bytes);
        }
        let folder = choose_base_strategy().ok()?.cache_dir().join("vartani");
        let name = |hasher: blake3::Hasher, letters: usize| hasher.finalize().to_hex()[..letters].to_owned();
        Some(Compiled { folder, files: name(paths, 16), fingerprint: name(content, 32) })
    }

    fn path(&self) -> PathBuf {
        self.folder.join(format!("{}-{}.gazetteer", self.files, self.fingerprint))
    }

    /// The gazetteer, if it was kept and is whole.
    pub fn open(&self) -> Option<Gazetteer> {
        let mut bytes = read_bytes(&self.path(), MAX_COMPILED).ok()?;
        let (whole, digest) = bytes.split_last_chunk::<{ blake3::OUT_LEN }>()?;
        if blake3::hash(whole) != *digest {
            return None;
        }
        bytes.truncate(bytes.len() - blake3::OUT_LEN);
        Gazetteer::opened(Arc::new(bytes)).ok()
    }

    /// Compiles actors and keeps the result; where that fails, it is kept in memory only.
    pub fn keep(&self, actors: &[Actor]) -> Gazetteer {
        let bytes = gazetteer::compile(actors);
        let written = fs::create_dir_all(&self.folder).is_ok()
            && replace(&self.path(), |out| {
                out.write_all(&bytes)?;
                out.write_all(blake3::hash(&bytes).as_bytes()).map(|()| true)
            })
            .is_ok();
        if written {
            self.forget_older();
        }
        Gazetteer::opened(Arc::new(bytes)).unwrap_or_else(|_| Gazetteer::of(actors))
    }

    /// Deletes what was kept of the same files as they were before.
    fn forget_older(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let path = self.path();
        let is_older = |other: &Path| {
            let name = other.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with(&self.files) && name.ends_with(".gazetteer") && other != path
        };
        for other in entries.flatten().map(|entry| entry.path()).filter(|other| is_older(other)) {
            let _ = fs::remove_file(other);
        }
    }
}
