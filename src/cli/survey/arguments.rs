//! The arguments of `survey`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::cli::options::{LocaleOption, date};

#[derive(Args, Debug)]
pub struct Survey {
    /// The archive: files, folders, JSON Lines (.jsonl, .ndjson: one article a line), or - for JSON Lines on standard input
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
    /// The form of the tables
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    pub format: TableFormat,
    /// Write the sums as JSON Lines, for --merge, instead of the tables
    #[arg(long, conflicts_with = "format")]
    pub counts: bool,
    /// The paths are sums that --counts has written; add them up
    #[arg(long)]
    pub merge: bool,
    /// Write into this file, as a whole or not at all
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Also list the names that are used first on this day or later
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub since: Option<Date>,
    /// The fields of JSON that are prose (title.rendered for one within another) [default: title, headline, summary, text, body, content]
    #[arg(long, value_name = "FIELD,…", value_delimiter = ',', conflicts_with = "merge")]
    pub json_field: Vec<String>,
    /// The field of JSON that is the desk [default: desk, section, category; else the first folder in the archive]
    #[arg(long, value_name = "FIELD", conflicts_with = "merge")]
    pub desk_field: Option<String>,
    /// The configuration [default: the nearest vartani.toml upwards from each article]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Exit with 2 if anything could not be read
    #[arg(long)]
    pub strict: bool,
    /// How many articles to read at a time [default: as many as there are processors]
    #[arg(long, short, value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    #[command(flatten)]
    pub locale: LocaleOption,
}

impl Survey {
    /// A survey of an archive for which nothing else is asked.
    pub fn of_archive(paths: Vec<PathBuf>, json_field: Vec<String>) -> Survey {
        Survey {
            paths,
            format: TableFormat::Table,
            counts: false,
            merge: false,
            out: None,
            since: None,
            json_field,
            desk_field: None,
            config: None,
            strict: false,
            jobs: None,
            locale: LocaleOption { locale: None },
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// For people: what is divided, what is marked, what is new
    Table,
    /// For programs: all tables as one JSON object
    Json,
    /// For spreadsheets and databases: the sums, one a line
    Csv,
    /// For a browser: one page with everything in it
    Html,
}
