//! Which files are articles, and reading them.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ignore::WalkBuilder;
use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::reading::DateHints;
use crate::reading::dateline::date_in_file_name;
use crate::rules::Message;
use crate::text::{Encoding, Format};

use super::commented::COPY;
use super::read::read_article;
use super::{CONFIG, FileError, Problem, STDIN, TextFile, absolute};

/// What is under the paths that were given.
#[derive(Debug, Default)]
pub struct Found {
    /// The files, sorted by path, standard input first, each once.
    pub paths: Vec<PathBuf>,
    /// What does not exist or cannot be listed.
    pub errors: Vec<FileError>,
    /// Folders in which there was nothing to read.
    pub barren: Vec<NothingRead>,
}

/// A folder in which there is nothing to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingRead {
    /// The folder.
    pub folder: PathBuf,
    /// Which files are read: their endings.
    wanted: &'static str,
    /// How many files of which ending were passed over, the most frequent first.
    passed_over: Vec<(String, usize)>,
    /// Whether a pattern of the newsroom excludes files or folders in it.
    is_excluded: bool,
}

/// The articles under the paths that were given.
///
/// Whatever is named and is no folder is read, whatever it is called; in folders `.txt`, `.md` and
/// `.html` are, unless an ignore file or `exclude` (told of a path whether it is a folder) is against it.
///
/// So are files that `is_article` says are articles, too, with these `endings`.
pub fn find(
    paths: &[PathBuf],
    endings: &'static str,
    is_article: impl Fn(&Path) -> bool,
    exclude: impl Fn(&Path, bool) -> bool + Clone + Send + Sync + 'static,
) -> Found {
    let is_article = |path: &Path| format_of(path).is_some() || is_article(path);
    find_where(paths, endings, is_article, exclude)
}

/// The files of actors (`.toml`) and places (`.tsv`) under the paths that were given; otherwise like [`find`].
pub fn find_actor_files(paths: &[PathBuf]) -> Found {
    let is_one = |path: &Path| {
        let extension = path.extension().and_then(OsStr::to_str);
        matches!(extension, Some("toml" | "tsv")) && path.file_name() != Some(OsStr::new(CONFIG))
    };
    find_where(paths, ".toml, .tsv", is_one, |_, _| false)
}

/// The files that were given, and those in given folders that are `wanted`.
fn find_where(
    paths: &[PathBuf],
    endings: &'static str,
    wanted: impl Fn(&Path) -> bool,
    exclude: impl Fn(&Path, bool) -> bool + Clone + Send + Sync + 'static,
) -> Found {
    let mut found = Found::default();
    for path in paths {
        if path.as_os_str() == STDIN {
            found.paths.push(path.clone());
            continue;
        }
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => walk(path, endings, &wanted, exclude.clone(), &mut found),
            Ok(_) => found.paths.push(path.clone()),
            Err(error) => found.errors.push(FileError::reading(path, &error)),
        }
    }
    let place = |path: &Path| if path.as_os_str() == STDIN { path.to_owned() } else { absolute(path) };
    let mut seen = FxHashSet::default();
    found.paths.retain(|path| seen.insert(place(path)));
    found.paths.sort_by(|a, b| key(a).cmp(&key(b)));
    found
}

/// What articles are sorted by: the path as it is printed, byte by byte.
fn key(path: &Path) -> (bool, &OsStr) {
    (path.as_os_str() != STDIN, path.as_os_str())
}

fn walk(
    folder: &Path,
    endings: &'static str,
    wanted: impl Fn(&Path) -> bool,
    exclude: impl Fn(&Path, bool) -> bool + Send + Sync + 'static,
    found: &mut Found,
) {
    let is_excluded = Arc::new(AtomicBool::new(false));
    let excluded = is_excluded.clone();
    let mut walker = WalkBuilder::new(folder);
    walker.require_git(false).sort_by_file_path(Path::cmp);
    walker.filter_entry(move |entry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let is_out = entry.depth() > 0 && exclude(entry.path(), is_folder);
        excluded.fetch_or(is_out, Ordering::Relaxed);
        !is_out
    });
    let before = (found.paths.len(), found.errors.len());
    let mut passed_over: BTreeMap<String, usize> = BTreeMap::new();
    for entry in walker.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                if wanted(entry.path()) {
                    found.paths.push(entry.into_path());
                } else {
                    *passed_over.entry(ending(entry.path())).or_default() += 1;
                }
            }
            Ok(_) => {}
            Err(error) => found.errors.push(unlisted(folder, &error)),
        }
    }
    if (found.paths.len(), found.errors.len()) == before {
        let mut passed_over: Vec<(String, usize)> = passed_over.into_iter().collect();
        passed_over.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let is_excluded = is_excluded.load(Ordering::Relaxed);
        found.barren.push(NothingRead {
            folder: folder.to_owned(),
            wanted: endings,
            passed_over,
            is_excluded,
        });
    }
}

/// The ending of a file's name with its dot; empty where it has none.
fn ending(path: &Path) -> String {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if extension.is_empty() { extension } else { format!(".{extension}") }
}

/// What is said of a folder that could not be listed.
fn unlisted(folder: &Path, error: &ignore::Error) -> FileError {
    match error {
        ignore::Error::WithDepth { err, .. } => unlisted(folder, err),
        ignore::Error::WithPath { path, err } => unlisted(path, err),
        ignore::Error::Io(error) => {
            FileError::new(folder, Problem::Unlisted(Box::new(FileError::reading(folder, error).problem)))
        }
        other => FileError::new(folder, Problem::Unlisted(Box::new(Problem::Unreadable(other.to_string())))),
    }
}

impl NothingRead {
    /// Maximum number of endings that are named.
    const MAX_NAMED: usize = 3;

    /// One sentence that begins with the folder: what was looked for, what was there instead, what to do.
    pub fn message(&self) -> Message {
        let (folder, wanted) = (self.folder.display(), self.wanted);
        let (mut hi, mut en) = (
            format!("{folder}: इसमें पढ़ने को कुछ नहीं मिला ({wanted})"),
            format!("{folder}: nothing to read in it ({wanted})"),
        );
        let named = |none: &str| -> Vec<String> {
            let name = |ending: &str| if ending.is_empty() { none.to_owned() } else { ending.to_owned() };
            let one = |(ending, count): &(String, usize)| format!("{count} {}", name(ending));
            self.passed_over.iter().take(Self::MAX_NAMED).map(one).collect()
        };
        if !self.passed_over.is_empty() {
            hi += &format!("; छोड़ी गईं: {}", named("बिना अंत के").join(", "));
            en += &format!("; passed over: {}", named("without an ending").join(", "));
        }
        if self.passed_over.iter().any(|(ending, _)| matches!(&**ending, ".doc" | ".rtf")) {
            hi += "; इन फ़ाइलों को .docx या .txt में सहेजें";
            en += "; save these as .docx or .txt";
        }
        if self.is_excluded {
            hi += "; vartani.toml का `exclude` देखें";
            en += "; see `exclude` in vartani.toml";
        }
        Message::new(hi, en)
    }
}

/// Whether a file is a document of a word processor by its name, and no copy of ours nor the lock of somebody who has it
/// open.
pub fn is_document(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(OsStr::to_str) else { return false };
    let lower = name.to_lowercase();
    let is_other = lower.starts_with("~$") || lower.starts_with(".~lock") || lower.ends_with(COPY);
    (lower.ends_with(".docx") || lower.ends_with(".odt")) && !is_other
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
    /// How it is to be written back.
    pub encoding: Encoding,
    /// Whether it is a document of a word processor: a line of `text` is a paragraph of it, and it is never written.
    pub is_document: bool,
}

impl Document {
    /// Reads an article, whose format and date are by `name`; `given` is the day it is written, where the article does not say so itself.
    ///
    /// # Errors
    /// The file cannot be read or is no text.
    pub fn read(path: &Path, name: &Path, given: Option<Date>) -> Result<Document, FileError> {
        let (TextFile { text, encoding }, is_document) = read_article(path, name)?;
        let file_name = name.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let hints = DateHints { given, file_name: date_in_file_name(file_name), today: None };
        let format = if is_document { Format::Plain } else { format_of(name).unwrap_or_default() };
        Ok(Document { text, format, hints, encoding, is_document })
    }
}
