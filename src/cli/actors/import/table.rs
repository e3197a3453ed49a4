//! Tables: CSV as the Wikidata query service writes it, and TSV. The first row names the columns.

use std::cell::Cell;
use std::io::{self, Read};

use super::row::Row;
use crate::newsroom::Message;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Commas, quotation marks, and a line break after the last row too.
    Csv,
    /// Tabs and no quotation marks.
    Tsv,
}

/// Reads a table and hands on each row.
///
/// # Errors
/// The line and what is wrong in it; or what `take` said.
pub(super) fn read(
    file: impl Read,
    form: Form,
    take: &mut dyn FnMut(Row) -> io::Result<()>,
) -> io::Result<()> {
    let last = Cell::new(b'\n');
    let file = Watched { file, last: &last };
    let mut builder = csv::ReaderBuilder::new();
    if form == Form::Tsv {
        builder.delimiter(b'\t').quoting(false).comment(Some(b'#'));
    }
    let mut table = builder.from_reader(file);
    let header = table.headers().map_err(|error| fault(&error))?.clone();
    if !header.iter().any(|column| matches!(column, "name" | "nameHi")) {
        return Err(io::Error::other(Message::new(
            "1: किसी खाने का नाम “name” या “nameHi” नहीं है; पहली पंक्ति में खानों के नाम लिखें",
            "1: no column is called \"name\" or \"nameHi\"; the first row names the columns",
        )));
    }
    let (mut record, mut line) = (csv::StringRecord::new(), 1);
    loop {
        if !table.read_record(&mut record).map_err(|error| fault(&error))? {
            break;
        }
        line = record.position().map_or(line, csv::Position::line);
        let cell = |name: &str| record.get(header.iter().position(|column| column == name)?);
        let place = Message::new(format!("पंक्ति {line}"), format!("line {line}"));
        take(Row::of(place, cell))?;
    }
    // A whole CSV ends with a line break; what comes after the last one is not known to be whole
    if form == Form::Csv && last.get() != b'\n' {
        return Err(io::Error::other(cut_off(line as usize)));
    }
    Ok(())
}

fn fault(error: &csv::Error) -> io::Error {
    let line = error.position().map_or(1, csv::Position::line);
    let told = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => Message::new(
            format!("पंक्ति में {expected_len} खाने चाहिए, {len} हैं; क्या फ़ाइल बीच में कट गई?"),
            format!("the row has {len} columns, not {expected_len}; was the file cut off?"),
        ),
        csv::ErrorKind::Utf8 { .. } => {
            Message::new("यह UTF-8 में नहीं है; UTF-8 में सहेजें", "this is not UTF-8; save it as UTF-8")
        }
        _ => Message::new(format!("तालिका नहीं पढ़ी जा सकी: {error}"), error.to_string()),
    };
    io::Error::other(told.behind(&format!("{line}: ")))
}

/// What is said of a file that ends in the middle.
pub(super) fn cut_off(line: usize) -> Message {
    let message =
        Message::new("फ़ाइल बीच में ख़त्म हो गई; उसे फिर से लाएँ", "the file ends in the middle; fetch it again");
    message.behind(&format!("{line}: "))
}

/// A file that remembers its last byte, with line breaks that are one: else lines are counted wrongly.
struct Watched<'a, R> {
    file: R,
    last: &'a Cell<u8>,
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.file.read(into)?;
            let Some(last) = into[..read].last() else { return Ok(0) };
            self.last.set(*last);
            let mut kept = 0;
            for at in 0..read {
                if into[at] != b'\r' {
                    into[kept] = into[at];
                    kept += 1;
                }
            }
            if kept > 0 {
                return Ok(kept);
            }
        }
    }
}
