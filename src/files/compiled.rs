//! Big actor files are compiled once, and then opened in their compiled form from the user's cache.
//!
//! Reading a million names takes many seconds; opening them compiled, a few milliseconds. The compiled file has in
//! its name a fingerprint of the actor files (path, size, time of change) and of this version of vartani, so that it
//! is never taken for files that are other by now. Nothing is lost with the cache: what is not there is made anew.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use etcetera::{BaseStrategy as _, choose_base_strategy};

use super::mapped::map;
use super::replace;
use crate::newsroom::{Actor, Gazetteer, gazetteer};

/// Actor files that are together smaller than this are read faster than they are looked for.
const BIG: u64 = 1 << 20;

/// Where the compiled form of some actor files is kept.
pub(super) struct Compiled {
    folder: PathBuf,
    /// The beginning of its name, which tells the files but not what is in them.
    files: String,
    fingerprint: String,
}

impl Compiled {
    /// Where the compiled form of actor files belongs; `None` for small ones, or where there is no cache.
    pub fn of(files: &[PathBuf]) -> Option<Compiled> {
        let mut size = 0;
        let (mut paths, mut fingerprint) = (DefaultHasher::new(), DefaultHasher::new());
        env!("CARGO_PKG_VERSION").hash(&mut fingerprint);
        gazetteer::MAGIC.hash(&mut fingerprint);
        for file in files {
            let found = fs::metadata(file).ok()?;
            size += found.len();
            let changed = found.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
            super::absolute(file).hash(&mut paths);
            (found.len(), changed.as_nanos()).hash(&mut fingerprint);
        }
        let folder = choose_base_strategy().ok()?.cache_dir().join("vartani");
        let name = |hasher: DefaultHasher| format!("{:016x}", hasher.finish());
        (size >= BIG).then(|| Compiled { folder, files: name(paths), fingerprint: name(fingerprint) })
    }

    fn path(&self) -> PathBuf {
        self.folder.join(format!("{}-{}.gazetteer", self.files, self.fingerprint))
    }

    /// The gazetteer, if it was kept.
    pub fn open(&self) -> Option<Gazetteer> {
        let file = File::open(self.path()).ok()?;
        Gazetteer::opened(Arc::new(map(&file).ok()?)).ok()
    }

    /// Compiles actors and keeps the result; where that fails, it is kept in memory only.
    pub fn keep(&self, actors: &[Actor]) -> Gazetteer {
        let bytes = gazetteer::compile(actors);
        let written = fs::create_dir_all(&self.folder).is_ok()
            && replace(&self.path(), |out| out.write_all(&bytes).map(|()| true)).is_ok();
        if written {
            self.forget_older();
            if let Some(kept) = self.open() {
                return kept;
            }
        }
        Gazetteer::of(actors)
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
