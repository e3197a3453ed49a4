//! `vartani actors due`: offices whose holders should be looked up again.

use clap::Args;
use jiff::civil::Date;

use super::newsroom_here::ConfigOption;
use crate::cli::options::date;
use crate::cli::outcome::{self, Outcome};
use crate::cli::output::print;
use crate::newsroom::due::{Reason, due};
use crate::text::printable;

#[derive(Args, Debug)]
pub struct Due {
    /// The day on which somebody looks: the program has no clock of its own
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Date,
    /// Also list offices that were not checked in so many days before
    #[arg(long, value_name = "DAYS", default_value_t = 180, value_parser = clap::value_parser!(i64).range(0..=3660))]
    days: i64,
    #[command(flatten)]
    config: ConfigOption,
}

pub fn run(arguments: &Due) -> outcome::Result {
    let Some((newsroom, trouble)) = arguments.config.newsroom() else { return Ok(Outcome::Trouble) };
    let on = arguments.on;
    let due = due(&newsroom, on, arguments.days);
    for due in &due {
        let why = match due.reason {
            Reason::Ended(end) => format!("expected to end {end}"),
            Reason::Unchecked(known) => format!("last checked {known}"),
        };
        let office = due.role.office.as_deref().unwrap_or("-");
        let [office, id, title] = [office, &due.actor.id, &due.role.title].map(printable);
        print(&format!("{why}\t{office}\t{id}\t{title}\n"))?;
    }
    print(&format!("{} offices to look up on {on}\n", due.len()))?;
    Ok(if trouble { Outcome::Trouble } else { Outcome::Done })
}
