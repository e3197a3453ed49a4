//! `vartani actors check`: all faults in files of actors at once, each with file and line.

use std::path::{Path, PathBuf};

use clap::Args;

use super::newsroom_here::{ConfigOption, here};
use crate::cli::outcome::{self, Outcome};
use crate::cli::output::{complain, complain_of, complain_of_found, locale, print, print_line};
use crate::files::{self, FileError};
use crate::newsroom::audit::{ActorFile, audit};
use crate::newsroom::{Config, Newsroom};

#[derive(Args, Debug)]
pub struct Check {
    /// Files of actors (.toml) or places (.tsv), or folders with such files [default: the newsroom's own,
    /// or, where there are none, what ships]
    paths: Vec<PathBuf>,
    /// Leave out the notes on what may be right: gaps in offices, namesakes
    #[arg(long)]
    faults_only: bool,
    #[command(flatten)]
    config: ConfigOption,
}

pub fn run(arguments: &Check) -> outcome::Result {
    let shipped = Newsroom::shipped(Config::default());
    let (paths, mut trouble) = wanted(arguments);
    let mut files: Vec<(String, ActorFile)> = Vec::new();
    for path in paths {
        match read(&path) {
            Ok(file) => files.push((path.display().to_string(), file)),
            Err(error) => {
                complain(&error.message());
                trouble = true;
            }
        }
    }
    if trouble {
        return Ok(Outcome::Trouble);
    }
    if files.is_empty() {
        let actors = shipped.actors().cloned().collect();
        files.push(("what ships".to_owned(), ActorFile { actors, ..ActorFile::default() }));
    }
    let (names, read): (Vec<String>, Vec<ActorFile>) = files.into_iter().unzip();
    let remarks = audit(&read, shipped.actors());
    let faults = remarks.iter().filter(|remark| !remark.is_note).count();
    for remark in remarks.iter().filter(|remark| !(remark.is_note && arguments.faults_only)) {
        let (file, fault) = (&names[remark.file], &remark.fault);
        let note = if remark.is_note { "note: " } else { "" };
        if read[remark.file].text.is_empty() {
            print_line(&format!("{file}: {note}{}", fault.message.in_locale(locale())))?;
        } else {
            print_line(&format!(
                "{file}:{}:{}: {note}{}",
                fault.line,
                fault.column,
                fault.message.in_locale(locale())
            ))?;
        }
    }
    let actors: usize = read.iter().map(|file| file.actors.len()).sum();
    print(&format!("{actors} actors: {faults} faults, {} notes\n", remarks.len() - faults))?;
    Ok(if faults > 0 { Outcome::Findings } else { Outcome::Done })
}

/// The files to check, and whether something was in the way.
fn wanted(arguments: &Check) -> (Vec<PathBuf>, bool) {
    if arguments.paths.is_empty() {
        let mut newsrooms = arguments.config.newsrooms();
        let files = newsrooms.actor_files_of(here());
        // Faults in the actor files are told with all the others
        let mut troubles = newsrooms.troubles();
        troubles.retain(|trouble| !files.contains(&trouble.path));
        return (files, complain_of(&troubles));
    }
    let found = files::find_actor_files(&arguments.paths);
    let is_trouble = complain_of_found(&found);
    (found.paths, is_trouble)
}

fn read(path: &Path) -> Result<ActorFile, FileError> {
    let text = files::read_text(path)?.text;
    if path.extension().is_some_and(|extension| extension == "tsv") {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        return Ok(ActorFile::of_places(stem, text));
    }
    Ok(ActorFile::of_actors(text))
}
