//! `vartani actors`: the people, places, organisations, works, programmes and events that vartani knows. One file a verb.

mod add;
mod check;
mod due;
mod import;
mod list;
pub mod show;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};

use super::outcome;
use super::output::complain_of;
use crate::files::{Newsrooms, STDIN};
use crate::newsroom::{Actor, Newsroom};

#[derive(Debug, Subcommand)]
pub enum Actors {
    /// List all actors that are known here
    List(list::List),
    /// Show who somebody is, and was on a day
    Show(show::Show),
    /// Find faults in files of actors: two holders of one office, names that two answer to …
    Check(check::Check),
    /// List offices whose holders should be looked up again: an end was expected, or nobody checked for long
    Due(due::Due),
    /// Add an actor to the newsroom's own file
    Add(add::Add),
    /// Add actors from Wikidata, CLDR or a table to the newsroom's own file
    Import(import::Import),
}

pub fn run(actors: &Actors) -> outcome::Result {
    match actors {
        Actors::List(list) => list::run(list),
        Actors::Show(show) => show::run(show),
        Actors::Check(check) => check::run(check),
        Actors::Due(due) => due::run(due),
        Actors::Add(add) => add::run(add),
        Actors::Import(import) => import::run(import),
    }
}

/// Whose actors.
#[derive(Args, Debug)]
struct ConfigOption {
    /// The configuration [default: the nearest vartani.toml upwards from here]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl ConfigOption {
    fn newsrooms(&self) -> Newsrooms {
        Newsrooms::new(self.config.as_deref())
    }

    /// The newsroom here, and whether something was to be said of its files.
    fn newsroom(&self) -> Option<(Arc<Newsroom>, bool)> {
        let mut newsrooms = self.newsrooms();
        let newsroom = newsrooms.of(here());
        let trouble = complain_of(&newsrooms.troubles());
        newsroom.map(|newsroom| (newsroom, trouble))
    }
}

/// An article whose newsroom is the one here.
fn here() -> &'static Path {
    Path::new(STDIN)
}

fn latin(actor: &Actor) -> &str {
    actor.latin.first().map_or("", String::as_str)
}
