//! Knowledge as a file of its own: `vartani-data-2026-10-10.bin`, released apart from the program.
//!
//! It holds the actors that another build of the program ships, and behind them the digest of its bytes. Its name tells the
//! last day for which an office in it has been checked. Whatever is in it, it is decoded as data and compiled here: nothing
//! in it is taken for an address.

use jiff::civil::Date;
use std::path::{Path, PathBuf};

use super::error::{FileError, Problem};
use super::read::read_bytes;
use super::replace;
use crate::newsroom::data_day::data_day;
use crate::newsroom::{Actor, Config, Newsroom, gazetteer};

const PREFIX: &str = "vartani-data-";
const SUFFIX: &str = ".bin";

/// Maximum size of a data file, in bytes.
const MAX_DATA_FILE: u64 = 1 << 30;

/// The name of the file with the knowledge that this program ships.
pub fn own_name() -> String {
    format!("{PREFIX}{}{SUFFIX}", data_day())
}

/// Whether a file is one, by its name.
pub fn is_one(path: &Path) -> bool {
    day(path).is_some()
}

/// The day in the name of a data file.
fn day(path: &Path) -> Option<Date> {
    let name = path.file_name()?.to_str()?;
    name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?.parse().ok()
}

/// The actors in a data file, and the day up to which they are known.
///
/// # Errors
/// It cannot be read, is not whole, or is of another form than this program reads.
pub(super) fn read(path: &Path) -> Result<(Vec<Actor>, Date), FileError> {
    let bytes = read_bytes(path, MAX_DATA_FILE).map_err(|problem| FileError::new(path, problem))?;
    let bad = || FileError::new(path, Problem::NotData);
    let (whole, digest) = bytes.split_last_chunk::<{ blake3::OUT_LEN }>().ok_or_else(bad)?;
    if blake3::hash(whole) != *digest {
        return Err(bad());
    }
    let actors = whole.strip_prefix(gazetteer::MAGIC).ok_or_else(bad)?;
    let actors = postcard::from_bytes(actors).map_err(|_| bad())?;
    Ok((actors, day(path).ok_or_else(bad)?))
}

/// Writes the actors that this program ships into a folder, and returns the file and their number.
///
/// # Errors
/// The file cannot be written.
pub fn write(folder: &Path) -> Result<(PathBuf, usize), FileError> {
    let path = folder.join(own_name());
    let shipped = Newsroom::shipped(Config::default());
    let actors: Vec<&Actor> = shipped.actors().collect();
    let mut bytes = gazetteer::MAGIC.to_vec();
    bytes.extend(postcard::to_allocvec(&actors).unwrap_or_default());
    replace(&path, |out| {
        out.write_all(&bytes)?;
        out.write_all(blake3::hash(&bytes).as_bytes()).map(|()| true)
    })?;
    Ok((path, actors.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_what_is_changed_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let (path, count) = write(folder.path()).unwrap();
        assert!(is_one(&path));
        let (actors, day) = read(&path).unwrap();
        assert_eq!((actors.len(), day), (count, data_day()));
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[100] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(read(&path).unwrap_err().problem, Problem::NotData);
    }
}
