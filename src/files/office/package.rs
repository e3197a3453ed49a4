//! The archive that a document is kept in: its parts, no longer than is sensible.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::files::Problem;

/// Maximum length of a part when it is unpacked, in bytes: a novel has less than 4 MB of XML.
pub const MAX_PART: u64 = 64 << 20;

/// Maximum number of parts of an archive.
const MAX_PARTS: usize = 1 << 16;

/// A document as an archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// # Errors
    /// The archive is cut short or damaged.
    pub fn open(bytes: &'a [u8]) -> Result<Package<'a>, Problem> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged)?;
        if archive.len() > MAX_PARTS { Err(Problem::Damaged) } else { Ok(Package { archive }) }
    }

    /// The text of a part; `None` if there is none of that name.
    ///
    /// # Errors
    /// It is damaged, encrypted, too long, or not UTF-8.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let Some(index) = self.archive.index_for_name(name) else { return Ok(None) };
        let is_encrypted = self.archive.by_index_raw(index).map_err(|_| Problem::Damaged)?.encrypted();
        if is_encrypted {
            return Err(Problem::Encrypted);
        }
        let part = self.archive.by_index(index).map_err(|_| Problem::Damaged)?;
        let mut bytes = Vec::new();
        part.take(MAX_PART + 1).read_to_end(&mut bytes).map_err(|_| Problem::Damaged)?;
        if bytes.len() as u64 > MAX_PART {
            return Err(Problem::Inflated(MAX_PART));
        }
        String::from_utf8(bytes).map(Some).map_err(|_| Problem::Damaged)
    }

    /// The bytes of an archive with some parts replaced or added, and all others as they were.
    pub fn with(&mut self, parts: &[(String, String)]) -> Result<Vec<u8>, Problem> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let damaged = |_| Problem::Damaged;
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index).map_err(damaged)?;
            let own = part.name().to_owned();
            if parts.iter().all(|(name, _)| *name != own) {
                writer.raw_copy_file(part).map_err(damaged)?;
            }
        }
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (name, text) in parts {
            writer.start_file(name, options).map_err(damaged)?;
            writer.write_all(text.as_bytes()).map_err(|_| Problem::Damaged)?;
        }
        Ok(writer.finish().map_err(damaged)?.into_inner())
    }
}
