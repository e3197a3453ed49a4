//! `vartani man`: manual pages for packages.

use std::fs;

use clap::CommandFactory as _;

use super::arguments::{Arguments, Man};
use super::outcome::{self, Outcome};
use crate::files::FileError;

/// Writes `vartani.1` and a page for each command, `vartani-check.1`, over those that are there.
pub fn run(arguments: &Man) -> outcome::Result {
    let mut root = Arguments::command();
    root.build();
    let mut left = vec![root];
    while let Some(command) = left.pop() {
        let inner = command.get_subcommands().filter(|inner| !inner.is_hide_set());
        left.extend(inner.cloned());
        let page = clap_mangen::Man::new(command);
        let path = arguments.out.join(page.get_filename());
        let mut written = Vec::new();
        page.render(&mut written)
            .and_then(|()| fs::write(&path, written))
            .map_err(|error| FileError::writing(&path, &error))?;
    }
    Ok(Outcome::Done)
}
