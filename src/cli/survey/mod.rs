//! `vartani survey`: what an archive spells, how often, where and when, and what rules mark in it.

mod arguments;
mod count;
pub mod input;
mod page;
mod sums;
mod table;

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use super::failure::Failure;
use super::outcome::{self, Outcome};
use super::output::{complain_of, locale};
use super::threads;
use crate::diagnostics::survey::{Counts, Tables};
use crate::files::{self, Newsrooms, STDIN};
use crate::newsroom::{Message, Newsroom};
pub use arguments::{Survey, TableFormat};
use count::{Counted, count};

pub fn run(arguments: &Survey) -> outcome::Result {
    let pool = threads::pool(arguments.jobs)?;
    let (counted, newsroom) = if arguments.merge { merged(arguments)? } else { count(arguments, &pool) };
    let is_from_stdin = arguments.paths.iter().any(|path| path.as_os_str() == STDIN);
    // A part of an archive may be empty; that a whole one is, is an error
    if counted.counts.is_empty() && !(is_from_stdin || arguments.merge) {
        counted.tell();
        return Err(nothing().into());
    }
    match &arguments.out {
        Some(path) => {
            files::replace(path, |out| write(arguments, &counted.counts, &newsroom, out).map(|()| true))?
        }
        None => {
            let mut out = io::BufWriter::new(io::stdout().lock());
            write(arguments, &counted.counts, &newsroom, &mut out)
                .and_then(|()| out.flush())
                .map_err(Failure::Output)?;
        }
    }
    counted.tell();
    let is_trouble = counted.is_trouble || (arguments.strict && counted.broken > 0);
    Ok(if is_trouble { Outcome::Trouble } else { Outcome::Done })
}

/// The tables of an archive as they are without a command line: what its articles do.
///
/// # Errors
/// Nothing in it can be read; why has been said.
pub fn tables_of(arguments: &Survey) -> Result<(Tables, Outcome), Failure> {
    let (counted, newsroom) = count(arguments, &threads::pool(arguments.jobs)?);
    counted.tell();
    if counted.counts.is_empty() {
        return Err(nothing().into());
    }
    let outcome = if counted.is_trouble { Outcome::Trouble } else { Outcome::Done };
    Ok((Tables::of(&counted.counts, &newsroom, None), outcome))
}

fn nothing() -> Message {
    Message::new("एक भी ख़बर नहीं पढ़ी जा सकी", "not a single article could be read")
}

/// The sums of files, and the newsroom of this folder.
///
/// # Errors
/// A file is none of sums.
fn merged(arguments: &Survey) -> Result<(Counted, Arc<Newsroom>), Failure> {
    let mut counted = Counted::default();
    for path in &arguments.paths {
        sums::add(path, &mut counted.counts)?;
    }
    let mut newsrooms = Newsrooms::new(arguments.config.as_deref());
    let newsroom = newsrooms.of(Path::new(STDIN)).unwrap_or_else(|| newsrooms.default_newsroom());
    counted.is_trouble = complain_of(&newsrooms.troubles());
    Ok((counted, newsroom))
}

fn write(
    arguments: &Survey,
    counts: &Counts,
    newsroom: &Arc<Newsroom>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if arguments.counts {
        return sums::write(counts, out);
    }
    let tables = || Tables::of(counts, newsroom, arguments.since);
    match arguments.format {
        TableFormat::Csv => table::csv(counts, out),
        TableFormat::Json => writeln!(out, "{}", serde_json::to_string(&tables())?),
        TableFormat::Table => {
            let locale = arguments.locale.asked().unwrap_or_else(locale);
            out.write_all(table::for_people(&tables(), arguments.since, locale).as_bytes())
        }
        TableFormat::Html => page::write(&tables(), arguments, newsroom, out),
    }
}
