//! The newsroom that the commands about actors are called for.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use crate::cli::output::complain_of;
use crate::files::{Newsrooms, STDIN};
use crate::newsroom::{Actor, Newsroom};

/// Whose actors.
#[derive(Args, Debug)]
pub struct ConfigOption {
    /// The configuration [default: the nearest vartani.toml upwards from here]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl ConfigOption {
    pub fn newsrooms(&self) -> Newsrooms {
        Newsrooms::new(self.config.as_deref())
    }

    /// The newsroom here, and whether something was to be said of its files.
    pub fn newsroom(&self) -> Option<(Arc<Newsroom>, bool)> {
        let mut newsrooms = self.newsrooms();
        let newsroom = newsrooms.of(here());
        let trouble = complain_of(&newsrooms.troubles());
        newsroom.map(|newsroom| (newsroom, trouble))
    }
}

/// An article whose newsroom is the one here.
pub fn here() -> &'static Path {
    Path::new(STDIN)
}

pub fn latin(actor: &Actor) -> &str {
    actor.latin.first().map_or("", String::as_str)
}
