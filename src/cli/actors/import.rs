//! `vartani actors import`: names from elsewhere into the newsroom's own file, as a whole or not at all.
//!
//! The rows are read one by one and written one by one, so that size does not matter. What a desk editor wrote
//! by hand is never overwritten: where the import says otherwise, that is told.

mod cldr;
mod index;
mod office;
mod provenance;
mod row;
mod table;
mod update;
mod wikidata;

use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::add::{not_written, own_file};
use super::newsroom_here::{ConfigOption, here};
use crate::cli::failure::Failure;
use crate::cli::options::{date, kind};
use crate::cli::outcome::{self, Outcome};
use crate::cli::output::{complain_of, locale, print_line};
use crate::files::{self, FileError};
use crate::newsroom::audit::ActorFile;
use crate::newsroom::{Config, Kind, Message, Newsroom, PartialDate};
use index::{ImportIndex, ImportOutcome};
use office::Offices;
use provenance::Provenance;
use row::{EntityRows, Row};

#[derive(Args, Debug)]
pub struct Import {
    /// What to import
    file: PathBuf,
    /// The form of the file [default: by its name: .json and .csv of the Wikidata query service, .tsv]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The day on which the file was fetched
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    retrieved: Date,
    /// Where the file is from, with its licence [default for Wikidata and CLDR: they themselves]
    #[arg(long)]
    source: Option<String>,
    /// What the rows are that do not say so
    #[arg(long, value_parser = kind(), default_value = "person")]
    kind: Kind,
    /// For CLDR: the same file in English, for the Latin names
    #[arg(long, value_name = "FILE")]
    english: Option<PathBuf>,
    /// The actor file to add to [default: the first that vartani.toml names]
    #[arg(long)]
    into: Option<PathBuf>,
    #[command(flatten)]
    config: ConfigOption,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Results of the Wikidata query service as JSON
    WikidataJson,
    /// Results of the Wikidata query service as CSV
    WikidataCsv,
    /// Names of territories in Unicode CLDR (territories.json)
    Cldr,
    /// A table with tabs, its columns called as the keys of actor files
    Tsv,
}

pub fn run(arguments: &Import) -> outcome::Result {
    let format = format_of(arguments)?;
    let provenance = provenance(arguments, format)?;
    let into = own_file(&arguments.config, arguments.into.as_deref())?;
    let before = if into.exists() { files::read_text(&into)?.text } else { String::new() };
    let mut index = ImportIndex::default();
    enter_own(arguments, &into, &before, &mut index)?;
    let shipped = Newsroom::shipped(Config::default());
    shipped.actors().for_each(|actor| index.know(actor, "what ships"));
    let offices = Offices::new(&shipped);

    let (mut tally, mut said) = (Tally::default(), Vec::new());
    files::replace(&into, |out| {
        out.write_all(before.trim_end_matches('\n').as_bytes())?;
        let mut is_first = before.trim().is_empty();
        let mut size = before.len();
        let mut enter = |gathered: EntityRows| {
            let mut append = |table: &str| {
                size += table.len() + 2;
                if size as u64 > files::MAX_ACTOR_FILE {
                    return Err(io::Error::other(too_much()));
                }
                out.write_all(if std::mem::take(&mut is_first) { b"" } else { b"\n\n" })?;
                out.write_all(table.trim_end().as_bytes())
            };
            let told = match index.enter(gathered, &provenance, &offices) {
                ImportOutcome::New(table) => {
                    tally.added += 1;
                    return append(&table);
                }
                ImportOutcome::Update(table, what) => {
                    tally.updated += 1;
                    append(&table)?;
                    Message::new(format!("नई जानकारी: {}", what.hi), format!("updated: {}", what.en))
                }
                ImportOutcome::Known => {
                    tally.known += 1;
                    return Ok(());
                }
                ImportOutcome::Conflict(told) => {
                    tally.conflicts += 1;
                    Message::new(format!("टकराव: {}", told.hi), format!("conflict: {}", told.en))
                }
                ImportOutcome::Unusable(told) => {
                    tally.unusable += 1;
                    Message::new(format!("छोड़ा गया: {}", told.hi), format!("left out: {}", told.en))
                }
            };
            if said.len() < MAX_TOLD {
                said.push(told);
            }
            Ok(())
        };
        gather(arguments, format, &mut enter)?;
        out.write_all(b"\n")?;
        Ok(tally.added + tally.updated > 0)
    })?;
    let untold = tally.updated + tally.conflicts + tally.unusable - said.len();
    // When it is done: whoever stops to listen stops no import
    for line in said {
        print_line(line.in_locale(locale()))?;
    }
    if untold > 0 {
        let more = Message::new(format!("और {untold} पंक्तियाँ"), format!("and {untold} more lines"));
        print_line(more.in_locale(locale()))?;
    }
    let Tally { added, updated, known, conflicts, unusable } = tally;
    let whole = Message::new(
        format!(
            "{added} नाम जोड़े गए, {updated} में नई जानकारी; {known} पहले से थे, {conflicts} में टकराव है, {unusable} छोड़े गए"
        ),
        format!(
            "{added} actors added, {updated} updated; {known} known already, {conflicts} in conflict, {unusable} left out"
        ),
    );
    print_line(whole.behind(&format!("{}: ", into.display())).in_locale(locale()))?;
    Ok(Outcome::Done)
}

/// Maximum number of updates, conflicts and rows left out that are told one by one.
const MAX_TOLD: usize = 1000;

/// What is said of an import that makes an actor file that would not be read.
fn too_much() -> Message {
    let most = files::MAX_ACTOR_FILE >> 20;
    Message::new(
        format!("एक फ़ाइल में {most} MB से ज़्यादा नाम नहीं आते; लाई गई फ़ाइल को बाँट लें"),
        format!("an actor file holds at most {most} MB of names; import it in parts"),
    )
}

#[derive(Default)]
struct Tally {
    added: usize,
    updated: usize,
    known: usize,
    conflicts: usize,
    unusable: usize,
}

fn format_of(arguments: &Import) -> Result<Format, Message> {
    let by_name = || match arguments.file.extension()?.to_str()? {
        "json" => Some(Format::WikidataJson),
        "csv" => Some(Format::WikidataCsv),
        "tsv" => Some(Format::Tsv),
        _ => None,
    };
    arguments.format.or_else(by_name).ok_or_else(|| {
        let message = Message::new(
            "फ़ाइल के नाम से पता नहीं चलता कि इसमें क्या है; --format में बताएँ",
            "its name does not tell what it is; say so with --format",
        );
        message.behind(&format!("{}: ", arguments.file.display()))
    })
}

fn provenance(arguments: &Import, format: Format) -> Result<Provenance, Message> {
    let source = match (&arguments.source, format) {
        (Some(source), _) => source.clone(),
        (None, Format::WikidataJson | Format::WikidataCsv) => "Wikidata (CC0)".to_owned(),
        (None, Format::Cldr) => "Unicode CLDR (Unicode-3.0)".to_owned(),
        (None, Format::Tsv) => {
            return Err(Message::new(
                "--source में लिखें कि तालिका कहाँ से है और किस लाइसेंस में है",
                "say where the table is from, and under which licence, with --source",
            ));
        }
    };
    let kind = if format == Format::Cldr { Kind::Place } else { arguments.kind };
    Ok(Provenance { source, retrieved: PartialDate::from(arguments.retrieved), kind })
}

/// Makes the index know the newsroom's own actors.
fn enter_own(arguments: &Import, into: &Path, text: &str, index: &mut ImportIndex) -> Result<(), Failure> {
    let mut newsrooms = arguments.config.newsrooms();
    let mut others = newsrooms.actor_files_of(here());
    // Faults in the actor files are told below
    let mut troubles = newsrooms.troubles();
    troubles.retain(|trouble| !others.contains(&trouble.path));
    complain_of(&troubles);
    others.retain(|file| files::absolute(file) != files::absolute(into) && !files::data_file::is_one(file));
    let mut all = vec![(into.to_owned(), text.to_owned())];
    for file in others {
        let text = files::read_text(&file)?.text;
        all.push((file, text));
    }
    for (file, text) in all {
        let read = ActorFile::of_actors(text);
        if let Some(fault) = read.faults.first() {
            return Err(not_written(&file, fault).into());
        }
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
        read.actors.iter().for_each(|actor| index.know(actor, &name));
        read.patches.iter().for_each(|patch| index.know_patch(patch));
    }
    Ok(())
}

/// Reads the rows and hands on each actor when all its rows are there: they follow each other.
fn gather(
    arguments: &Import,
    format: Format,
    enter: &mut dyn FnMut(EntityRows) -> io::Result<()>,
) -> io::Result<()> {
    let path = &arguments.file;
    let in_file = |error: io::Error| {
        io::Error::new(error.kind(), files::told(&error).behind(&format!("{}:", path.display())))
    };
    let open = |path: &Path| {
        let file = File::open(path).and_then(|file| match file.metadata()?.is_dir() {
            true => Err(io::ErrorKind::IsADirectory.into()),
            false => Ok(file),
        });
        file.map_err(|error| io::Error::other(FileError::reading(path, &error).message()))
    };
    let mut open_actor: Option<EntityRows> = None;
    let mut take = |row: Row| -> io::Result<()> {
        if let Some(gathered) = &mut open_actor
            && gathered.is_of(&row)
        {
            gathered.add(row);
            return Ok(());
        }
        match open_actor.replace(EntityRows::of(row)) {
            Some(whole) => enter(whole),
            None => Ok(()),
        }
    };
    match format {
        Format::WikidataJson => wikidata::read(BufReader::new(open(path)?), &mut take).map_err(in_file)?,
        Format::WikidataCsv => table::read(open(path)?, table::Form::Csv, &mut take).map_err(in_file)?,
        Format::Tsv => table::read(open(path)?, table::Form::Tsv, &mut take).map_err(in_file)?,
        Format::Cldr => {
            let english = arguments.english.as_ref().ok_or_else(|| {
                io::Error::other(Message::new(
                    "CLDR की अंग्रेज़ी फ़ाइल भी चाहिए, रोमन नामों के लिए: --english territories.json",
                    "CLDR needs its English file too, for the Latin names: --english territories.json",
                ))
            })?;
            let text = |path: &Path| {
                fs::read_to_string(path)
                    .map_err(|error| io::Error::other(FileError::reading(path, &error).message()))
            };
            cldr::read(&text(path)?, &text(english)?, &mut take).map_err(in_file)?;
        }
    }
    match open_actor {
        Some(last) => enter(last),
        None => Ok(()),
    }
}
