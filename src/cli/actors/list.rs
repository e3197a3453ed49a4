//! `vartani actors list`: all actors, one a line.

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::newsroom_here::{ConfigOption, latin};
use crate::cli::options::kind;
use crate::cli::outcome::{self, Outcome};
use crate::cli::output::print;
use crate::newsroom::{Actor, Kind};
use crate::text::printable;

#[derive(Args, Debug)]
pub struct List {
    /// The form of the list
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Only actors of this kind
    #[arg(long, value_parser = kind())]
    kind: Option<Kind>,
    #[command(flatten)]
    config: ConfigOption,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: id, kind, name and Latin name, with tabs between them
    Human,
    /// For programs: JSON Lines
    Json,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    kind: Kind,
    name: &'a str,
    latin: &'a str,
}

pub fn run(arguments: &List) -> outcome::Result {
    let Some((newsroom, trouble)) = arguments.config.newsroom() else { return Ok(Outcome::Trouble) };
    for actor in newsroom.actors().filter(|actor| arguments.kind.is_none_or(|kind| kind == actor.kind)) {
        print(&(line(actor, arguments.format) + "\n"))?;
    }
    Ok(if trouble { Outcome::Trouble } else { Outcome::Done })
}

fn line(actor: &Actor, format: Format) -> String {
    let line = Line { id: &actor.id, kind: actor.kind, name: actor.name(), latin: latin(actor) };
    match format {
        Format::Human => [line.id, line.kind.word(), line.name, line.latin].map(printable).join("\t"),
        Format::Json => serde_json::to_string(&line).expect("strings"),
    }
}
