//! `vartani actors add`: a new table in the newsroom's own file, with what is known filled in.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::newsroom_here::{ConfigOption, here};
use crate::cli::failure::Failure;
use crate::cli::options::kind;
use crate::cli::outcome::{self, Outcome};
use crate::cli::output::{complain_of, locale, print_line};
use crate::files::{self, CONFIG, FileError, Problem, data_file};
use crate::ide::config_edit::StyleChange;
use crate::newsroom::new_actor::{NewActor, append, slug};
use crate::newsroom::{Fault, Kind, Message, actor_file};

#[derive(Args, Debug)]
pub struct Add {
    /// The full name in Hindi, as the desk prints it
    name: String,
    /// The name in Latin letters
    #[arg(long)]
    latin: String,
    /// What sort of thing it is
    #[arg(long, value_parser = kind(), default_value = "person")]
    kind: Kind,
    /// The id [default: made of the Latin name]
    #[arg(long)]
    id: Option<String>,
    /// The actor file [default: the first that vartani.toml names]
    #[arg(long)]
    file: Option<PathBuf>,
    #[command(flatten)]
    config: ConfigOption,
}

pub fn run(arguments: &Add) -> outcome::Result {
    let id = arguments.id.clone().unwrap_or_else(|| slug(&arguments.latin));
    if id.is_empty() || id != slug(&id) {
        return Err(Message::new(
            format!("“{id}” id नहीं हो सकता; --id में छोटे रोमन अक्षर और - लिखें"),
            format!("\"{id}\" is no id; give one of small Latin letters and hyphens with --id"),
        )
        .into());
    }
    let file = own_file(&arguments.config, arguments.file.as_deref())?;
    let text = if file.exists() { files::read_text(&file)?.text } else { String::new() };
    refuse_broken(&file, &text)?;
    if actor_file::place_of(&text, &id).is_some() {
        let message = Message::new(
            format!("[{id}] पहले से है; उसे नहीं बदला गया"),
            format!("[{id}] is there already and was not touched"),
        );
        return Err(message.behind(&format!("{}: ", file.display())).into());
    }
    let new = NewActor::named(id, arguments.kind, arguments.name.clone(), arguments.latin.clone());
    let appended = append(&text, std::slice::from_ref(&new));
    refuse_broken(&file, &appended)?;
    files::replace(&file, |out| out.write_all(appended.as_bytes()).map(|()| true))?;
    let line = 1 + appended[..appended.len() - new.to_toml().len()].matches('\n').count();
    let added = Message::new(
        format!("[{}] जोड़ा गया; `hi` और `en` भर दें", new.id),
        format!("[{}] is added; fill in `hi` and `en`", new.id),
    );
    print_line(added.behind(&format!("{}:{line}: ", file.display())).in_locale(locale()))?;
    Ok(Outcome::Done)
}

/// The file to add to: the one given, or the newsroom's first.
pub(super) fn own_file(config: &ConfigOption, given: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(given) = given {
        return match fs::metadata(given) {
            Ok(found) if found.is_dir() => Err(FileError::new(given, Problem::Folder).into()),
            Ok(found) if !found.is_file() => Err(FileError::new(given, Problem::NotRegular).into()),
            _ => Ok(given.to_owned()),
        };
    }
    let mut newsrooms = config.newsrooms();
    let own = newsrooms.actor_files_of(here()).into_iter().find(|file| !data_file::is_one(file));
    if let Some(own) = own {
        return Ok(own);
    }
    let is_trouble = complain_of(&newsrooms.troubles());
    match newsrooms.config_of(here()) {
        Some(config) if !is_trouble => name_first_file(&config),
        _ => {
            let example = "actors = [\"names.toml\"]";
            Err(Failure::Message(Message::new(
                format!("इस न्यूज़रूम में नामों की फ़ाइल नहीं है; {CONFIG} में {example} लिखें, या --file दें"),
                format!("this newsroom has no actor file; name one in {CONFIG}: {example}, or with --file"),
            )))
        }
    }
}

/// The first actor file of a newsroom, which its configuration names from now on.
fn name_first_file(config: &Path) -> Result<PathBuf, Failure> {
    const FIRST: &str = "names.toml";
    let text = files::read_text(config)?.text;
    if let Some(named) = StyleChange::Actors(FIRST.to_owned()).apply(&text) {
        files::replace(config, |out| out.write_all(named.as_bytes()).map(|()| true))?;
        let said =
            Message::new(format!("`actors` में {FIRST} लिखा गया"), format!("{FIRST} is named under `actors`"));
        print_line(said.behind(&format!("{}: ", config.display())).in_locale(locale()))?;
    }
    Ok(config.parent().unwrap_or(Path::new("")).join(FIRST))
}

/// A file that is broken is not written to: what stands in it would not be read.
fn refuse_broken(file: &Path, text: &str) -> Result<(), Message> {
    let (_, faults) = actor_file::parse(text);
    faults.first().map_or(Ok(()), |fault| Err(not_written(file, fault)))
}

/// Why nothing was written into a file: another one, or itself, is broken.
pub(super) fn not_written(file: &Path, fault: &Fault) -> Message {
    let Fault { line, column, message, .. } = fault;
    let message = Message::new(
        format!("{}; पहले इसे सुधारें, कुछ नहीं लिखा गया", message.hi),
        format!("{}; fix this first, nothing was written", message.en),
    );
    message.behind(&format!("{}:{line}:{column}: ", file.display()))
}
