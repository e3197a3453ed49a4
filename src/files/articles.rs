//! Which files are articles, and reading them.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::reading::DateHints;
use crate::reading::dateline::date_in_file_name;
use crate::text::Format;

use super::{CONFIG, STDIN, absolute, read_text, reason};

/// The articles under the paths that were given, sorted by path, standard input first, each file once.
///
/// Whatever is named and is no folder is read, whatever it is called; in folders `.txt`, `.md` and
/// `.html` are, unless an ignore file or `exclude` (told of a path whether it is a folder) is against it.
/// What cannot be found or listed is in the second part, as sentences.
pub fn find(
    paths: &[PathBuf],
    exclude: impl Fn(&Path, bool) -> bool + Clone + Send + Sync + 'static,
) -> (Vec<PathBuf>, Vec<String>) {
    find_where(paths, |path| format_of(path).is_some(), exclude)
}

/// The files of actors (`.toml`) and places (`.tsv`) under the paths that were given; otherwise like [`find`].
pub fn find_actor_files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<String>) {
    let is_one = |path: &Path| {
        let extension = path.extension().and_then(OsStr::to_str);
        matches!(extension, Some("toml" | "tsv")) && path.file_name() != Some(OsStr::new(CONFIG))
    };
    find_where(paths, is_one, |_, _| false)
}

/// The files that were given, and those in given folders that are `wanted`.
fn find_where(
    paths: &[PathBuf],
    wanted: impl Fn(&Path) -> bool,
    exclude: impl Fn(&Path, bool) -> bool + Clone + Send + Sync + 'static,
) -> (Vec<PathBuf>, Vec<String>) {
    let (mut found, mut troubles) = (Vec::new(), Vec::new());
    for path in paths {
        if path.as_os_str() == STDIN {
            found.push(path.clone());
            continue;
        }
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => walk(path, &wanted, exclude.clone(), &mut found, &mut troubles),
            Ok(_) => found.push(path.clone()),
            Err(error) => troubles.push(format!("{}: {}", path.display(), reason(&error))),
        }
    }
    let place = |path: &Path| if path.as_os_str() == STDIN { path.to_owned() } else { absolute(path) };
    let mut seen = FxHashSet::default();
    found.retain(|path| seen.insert(place(path)));
    found.sort_by(|a, b| key(a).cmp(&key(b)));
    (found, troubles)
}

/// What articles are sorted by: the path as it is printed, byte by byte.
fn key(path: &Path) -> (bool, &OsStr) {
    (path.as_os_str() != STDIN, path.as_os_str())
}

fn walk(
    folder: &Path,
    wanted: impl Fn(&Path) -> bool,
    exclude: impl Fn(&Path, bool) -> bool + Send + Sync + 'static,
    found: &mut Vec<PathBuf>,
    troubles: &mut Vec<String>,
) {
    let mut walker = WalkBuilder::new(folder);
    walker.require_git(false).sort_by_file_path(Path::cmp);
    walker.filter_entry(move |entry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        entry.depth() == 0 || !exclude(entry.path(), is_folder)
    });
    for entry in walker.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) && wanted(entry.path()) => {
                found.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => troubles.push(unlisted(&error)),
        }
    }
}

/// What is said of a folder that could not be listed.
fn unlisted(error: &ignore::Error) -> String {
    match error {
        ignore::Error::WithDepth { err, .. } => unlisted(err),
        ignore::Error::WithPath { path, err } => format!("{}: {}", path.display(), unlisted(err)),
        ignore::Error::Io(error) => format!("{}; nothing below it was read", reason(error)),
        other => format!("{other}; nothing below it was read"),
    }
}

fn format_of(path: &Path) -> Option<Format> {
    Format::of_extension(path.extension()?.to_str()?)
}

/// An article as it lies on disk.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text.
    pub text: String,
    /// How it is marked up, by the ending of its name.
    pub format: Format,
    /// What is known of its date besides its text.
    pub hints: DateHints,
}

impl Document {
    /// Reads an article; `given` is the day it is written, where the article does not say so itself.
    ///
    /// # Errors
    /// A sentence that says which file cannot be read, why, and what to do.
    pub fn read(path: &Path, given: Option<Date>) -> Result<Document, String> {
        let text = read_text(path)?;
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let hints = DateHints { given, file_name: date_in_file_name(name), today: None };
        Ok(Document { text, format: format_of(path).unwrap_or_default(), hints })
    }
}
