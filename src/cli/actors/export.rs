//! `vartani actors export`: the knowledge that ships, as a file of its own.

use std::path::PathBuf;

use clap::Args;

use crate::cli::outcome::{self, Outcome};
use crate::cli::output::{locale, print_line};
use crate::files::data_file;
use crate::newsroom::Message;

#[derive(Args, Debug)]
pub struct Export {
    /// The folder to write it into
    #[arg(default_value = ".")]
    folder: PathBuf,
}

pub fn run(arguments: &Export) -> outcome::Result {
    let (file, actors) = data_file::write(&arguments.folder)?;
    let written = Message::new(
        format!("{actors} नाम; vartani.toml के `actors` में इसका नाम लिखें"),
        format!("{actors} actors; name it under `actors` in vartani.toml"),
    );
    print_line(written.behind(&format!("{}: ", file.display())).in_locale(locale()))?;
    Ok(Outcome::Done)
}
