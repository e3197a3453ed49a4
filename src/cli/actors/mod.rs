//! `vartani actors`: the people, places, organisations, works, programmes and events that vartani knows. One file a verb.

mod add;
mod check;
mod due;
mod export;
mod import;
mod list;
mod newsroom_here;
pub mod show;

use clap::Subcommand;

use super::outcome;

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
    /// Write all that ships into a file of its own, for newsrooms that pin it or have an older program
    Export(export::Export),
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
        Actors::Export(export) => export::run(export),
        Actors::Add(add) => add::run(add),
        Actors::Import(import) => import::run(import),
    }
}
