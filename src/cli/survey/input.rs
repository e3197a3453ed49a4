//! The articles of an archive, batch by batch, so that never more than a few are held.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Component, Path, PathBuf};

use crate::files::export::{self, Export, Fields};
use crate::files::{Document, FileError, Problem, STDIN};
use crate::newsroom::Message;
use crate::reading::DateHints;
use crate::text::Format;

/// Maximum length of a line of JSON Lines, in bytes; what is longer is not read.
const MAX_LINE: u64 = 64 << 20;

/// Number of lines that are read before they are counted, and of bytes.
const BATCH_LINES: usize = 512;
const BATCH_BYTES: usize = 4 << 20;

/// An article as it comes from the archive.
pub struct Input {
    /// What it is called in examples.
    pub name: String,
    /// Its text.
    pub text: String,
    /// How it is marked up.
    pub format: Format,
    /// What is known of its day besides its text.
    pub hints: DateHints,
}

/// A line of JSON Lines with its number, counted from 1; or that it is too long.
pub type Line = (usize, Result<String, Message>);

/// Lines, some at a time.
pub struct Lines {
    source: Box<dyn BufRead>,
    path: PathBuf,
    number: usize,
}

impl Lines {
    /// The lines of a file, or of standard input.
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn open(path: &Path) -> Result<Lines, FileError> {
        let source: Box<dyn BufRead> = match path.as_os_str() == STDIN {
            true => Box::new(BufReader::new(io::stdin())),
            false => {
                Box::new(BufReader::new(File::open(path).map_err(|error| FileError::reading(path, &error))?))
            }
        };
        Ok(Lines { source, path: path.to_owned(), number: 0 })
    }

    /// The next lines that are not empty; none at the end.
    ///
    /// # Errors
    /// The file cannot be read any further.
    pub fn next_batch(&mut self) -> Result<Vec<Line>, FileError> {
        let (mut batch, mut size) = (Vec::new(), 0);
        while batch.len() < BATCH_LINES && size < BATCH_BYTES {
            let Some(line) = self.next_line()? else { break };
            self.number += 1;
            size += line.as_ref().map_or(0, String::len);
            if line.as_ref().map_or(true, |line| !line.trim().is_empty()) {
                batch.push((self.number, line));
            }
        }
        Ok(batch)
    }

    fn next_line(&mut self) -> Result<Option<Result<String, Message>>, FileError> {
        let mut bytes = Vec::new();
        let failed = |error: io::Error| FileError::reading(&self.path, &error);
        let length = self.source.by_ref().take(MAX_LINE).read_until(b'\n', &mut bytes).map_err(failed)?;
        if length == 0 {
            return Ok(None);
        }
        if length as u64 == MAX_LINE && bytes.last() != Some(&b'\n') {
            self.source.skip_until(b'\n').map_err(failed)?;
            return Ok(Some(Err(Message::new(
                "यह पंक्ति बहुत लंबी है; छोड़ दी गई",
                "this line is too long; it was passed over",
            ))));
        }
        let not_text =
            || Message::new("यह पंक्ति UTF-8 नहीं है; छोड़ दी गई", "this line is not UTF-8; it was passed over");
        Ok(Some(String::from_utf8(bytes).map_err(|_| not_text())))
    }
}

/// The article of a line; or what is wrong with the line.
pub fn of_line(path: &Path, (number, line): Line, fields: Fields<'_>) -> (Vec<Input>, Vec<Message>) {
    match line {
        Ok(line) => {
            let export = export::read_line(&line, fields, number);
            let place = format!("{}:{number}", path.display());
            of_export(export, DateHints::default(), path, |_| place.clone())
        }
        Err(fault) => (Vec::new(), faults(path, vec![(Some(number), fault)])),
    }
}

/// All articles of a file, of JSON Lines every line; and what is wrong with those that could not be read.
///
/// # Errors
/// As [`of_file`].
pub fn all_of(path: &Path, fields: Fields<'_>) -> Result<(Vec<Input>, Vec<Message>), FileError> {
    if !export::is_lines(path) {
        return of_file(path, fields);
    }
    let (mut lines, mut inputs, mut faults) = (Lines::open(path)?, Vec::new(), Vec::new());
    loop {
        let batch = lines.next_batch()?;
        if batch.is_empty() {
            return Ok((inputs, faults));
        }
        for line in batch {
            let (read, wrong) = of_line(path, line, fields);
            inputs.extend(read);
            faults.extend(wrong);
        }
    }
}

/// The articles of a file: one, or those of an export; and what is wrong with those that could not be read.
///
/// # Errors
/// The file cannot be read or is no text.
pub fn of_file(path: &Path, fields: Fields<'_>) -> Result<(Vec<Input>, Vec<Message>), FileError> {
    let Document { text, format, hints, .. } = Document::read(path, path, None)?;
    let name = path.display().to_string();
    if let Some(export) = export::read(path, &text, fields) {
        return Ok(of_export(export, hints, path, |at| format!("{name}#{}", at + 1)));
    }
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
        let why = Message::new(
            format!("{name}: JSON के कौन-से खाने पढ़ने हैं, यह --json-field से बताएँ"),
            format!("{name}: say with --json-field which fields of the JSON to read"),
        );
        return Err(FileError::new(path, Problem::NothingToWrite(why)));
    }
    Ok((vec![Input { name, text, format, hints }], Vec::new()))
}

fn of_export(
    export: Export,
    hints: DateHints,
    path: &Path,
    name: impl Fn(usize) -> String,
) -> (Vec<Input>, Vec<Message>) {
    let input = |(at, item): (usize, export::Item)| Input {
        name: item.id.unwrap_or_else(|| name(at)),
        text: item.html,
        format: Format::Html,
        hints,
    };
    (export.items.into_iter().enumerate().map(input).collect(), faults(path, export.faults))
}

fn faults(path: &Path, faults: Vec<(Option<usize>, Message)>) -> Vec<Message> {
    crate::cli::check_export::faults(path, faults)
}

/// The desk of an article by its path: the first folder below that of the archive which is not a number, as years and months are.
pub fn desk_of<'a>(path: &'a Path, archive: &[PathBuf]) -> Option<&'a str> {
    let below = archive.iter().find_map(|folder| path.strip_prefix(folder).ok())?;
    let folders = below.parent()?.components().filter_map(|part| match part {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    folders.into_iter().find(|name| !name.chars().all(|c| c.is_ascii_digit() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_is_a_folder_that_is_no_number() {
        let archive = [PathBuf::from("archive"), PathBuf::from("other/2025")];
        for (path, desk) in [
            ("archive/खेल/2025/a.txt", Some("खेल")),
            ("archive/2025/03/खेल/a.txt", Some("खेल")),
            ("archive/2025-03/a.txt", None),
            ("archive/a.txt", None),
            ("other/2025/city/a.txt", Some("city")),
            ("elsewhere/a.txt", None),
        ] {
            assert_eq!(desk_of(Path::new(path), &archive), desk, "{path}");
        }
    }
}
