//! `vartani actors check`: all faults in files of actors at once, each with file and line.

use std::path::{Path, PathBuf};

use clap::Args;

use super::newsroom_here::{ConfigOption, here};
use crate::cli::outcome::{self, Outcome};
use crate::cli::output::{complain, complain_of, complain_of_found, locale, print_line};
use crate::files::{self, FileError, data_file};
use crate::newsroom::audit::{ActorFile, audit};
use crate::newsroom::{Config, Message, Newsroom};

#[derive(Args, Debug)]
pub struct Check {
    /// Files of actors (.toml) or places (.tsv), or folders with such files [default: the newsroom's own]
    paths: Vec<PathBuf>,
    /// Check what ships, too, or where no files are named
    #[arg(long)]
    shipped: bool,
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
    if files.is_empty() && !arguments.shipped {
        let none = Message::new(
            "यहाँ नामों की फ़ाइल नहीं है; --shipped से vartani का नामकोश जाँचा जाता है",
            "there are no actor files here; --shipped checks what ships",
        );
        print_line(none.in_locale(locale()))?;
        return Ok(Outcome::Done);
    }
    let known = |id: &str| shipped.find(id).map(|actor| shipped.actor(actor).clone());
    let (mut names, read): (Vec<String>, Vec<ActorFile>) = files.into_iter().unzip();
    let mut read = ActorFile::patched(read, known);
    if arguments.shipped {
        let is_own = |id: &str| read.iter().any(|file| file.actors.iter().any(|actor| actor.id == id));
        let actors = shipped.actors().filter(|actor| !is_own(&actor.id)).cloned().collect();
        let shipped = Message::new("vartani का नामकोश", "what ships");
        names.push(shipped.in_locale(locale()).to_owned());
        read.push(ActorFile { actors, ..ActorFile::default() });
    }
    let remarks = audit(&read, shipped.actors());
    let faults = remarks.iter().filter(|remark| !remark.is_note).count();
    for remark in remarks.iter().filter(|remark| !(remark.is_note && arguments.faults_only)) {
        let (file, fault) = (&names[remark.file], &remark.fault);
        let note =
            if remark.is_note { Message::new("सूचना: ", "note: ") } else { Message::same("") };
        let said = format!("{}{}", note.in_locale(locale()), fault.message.in_locale(locale()));
        if read[remark.file].text.is_empty() {
            print_line(&format!("{file}: {said}"))?;
        } else {
            print_line(&format!("{file}:{}:{}: {said}", fault.line, fault.column))?;
        }
    }
    let actors: usize = read.iter().map(|file| file.actors.len()).sum();
    let counted = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let notes = remarks.len() - faults;
    let sum = Message::new(
        format!("{actors} नाम; ग़लतियाँ: {faults}, सूचनाएँ: {notes}"),
        format!("{}: {}, {}", counted(actors, "actor"), counted(faults, "fault"), counted(notes, "note")),
    );
    print_line(sum.in_locale(locale()))?;
    Ok(if faults > 0 { Outcome::Findings } else { Outcome::Done })
}

/// The files to check, and whether something was in the way.
fn wanted(arguments: &Check) -> (Vec<PathBuf>, bool) {
    if arguments.paths.is_empty() {
        let mut newsrooms = arguments.config.newsrooms();
        let mut files = newsrooms.actor_files_of(here());
        files.retain(|file| !data_file::is_one(file));
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
