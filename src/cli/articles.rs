//! Which files are articles, and reading them.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;

use crate::reading::DateHints;
use crate::reading::dateline::date_in_file_name;
use crate::text::{Format, NotUtf8, decode};

use super::arguments::ReadingOptions;

/// Standard input, as a path.
pub const STDIN: &str = "-";

/// The articles under the paths that were given, in the order of the paths and of names in a folder.
///
/// A file that is named is read whatever it is called; in folders `.txt`, `.md` and `.html` are, if no
/// ignore file says otherwise. What cannot be listed is in the second part, as sentences.
pub fn find(paths: &[PathBuf], exclude: impl Fn(&Path) -> Vec<String>) -> (Vec<PathBuf>, Vec<String>) {
    let (mut articles, mut troubles) = (Vec::new(), Vec::new());
    for path in paths {
        if path.as_os_str() == STDIN || path.is_file() {
            articles.push(path.clone());
        } else if path.is_dir() {
            walk(path, &exclude(path), &mut articles, &mut troubles);
        } else {
            troubles.push(format!("{}: there is no such file or folder", path.display()));
        }
    }
    let mut seen = rustc_hash::FxHashSet::default();
    articles.retain(|path| seen.insert(path.clone()));
    (articles, troubles)
}

fn walk(folder: &Path, exclude: &[String], articles: &mut Vec<PathBuf>, troubles: &mut Vec<String>) {
    let mut patterns = OverrideBuilder::new(folder);
    for pattern in exclude {
        if let Err(error) = patterns.add(&format!("!{pattern}")) {
            troubles.push(format!("`exclude` in vartani.toml: {error}"));
        }
    }
    let mut walker = WalkBuilder::new(folder);
    if let Ok(patterns) = patterns.build() {
        walker.overrides(patterns);
    }
    for entry in walker.require_git(false).sort_by_file_path(Path::cmp).build() {
        match entry {
            Ok(entry)
                if entry.file_type().is_some_and(|t| t.is_file()) && format_of(entry.path()).is_some() =>
            {
                articles.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => troubles.push(format!("{error}; nothing below it was read")),
        }
    }
}

fn format_of(path: &Path) -> Option<Format> {
    Format::of_extension(path.extension()?.to_str()?)
}

/// The text of a file.
pub struct Document {
    pub text: String,
    pub format: Format,
    pub hints: DateHints,
}

impl Document {
    /// Reads an article.
    ///
    /// # Errors
    /// A sentence that says which file cannot be read, why, and what to do.
    pub fn read(path: &Path, options: &ReadingOptions) -> Result<Document, String> {
        let bytes = read(path).map_err(|error| format!("{}: {}", path.display(), reason(&error)))?;
        let text = decode(&bytes).map_err(|error| match error {
            NotUtf8 { utf16: true, .. } => format!("{}: this is UTF-16; save it as UTF-8", path.display()),
            NotUtf8 { line, .. } => format!(
                "{}:{line}: this is not UTF-8 (a legacy font or encoding?); save it as UTF-8",
                path.display()
            ),
        })?;
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let hints = DateHints { given: options.dateline, file_name: date_in_file_name(name), today: None };
        let text = text.to_owned();
        Ok(Document { text, format: format_of(path).unwrap_or_default(), hints })
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() != STDIN {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a file cannot be read, and what to do.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "this file may not be read; check its permissions".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder; name a file".to_owned(),
        _ => format!("it cannot be read: {error}"),
    }
}
