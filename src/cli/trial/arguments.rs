//! The arguments of `try`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::options::LocaleOption;

#[derive(Args, Debug)]
pub struct Try {
    /// A rule, such as date/weekday or style/NAME, a family of rules, a pack (pack:NAME) or a configuration
    #[arg(value_name = "RULE|PACK|FILE")]
    pub what: String,
    /// The archive: files, folders, JSON Lines (.jsonl, .ndjson: one article a line)
    #[arg(long, value_name = "PATH", required = true, num_args = 1..)]
    pub on: Vec<PathBuf>,
    /// The fields of JSON that are prose, as of `survey`
    #[arg(long, value_name = "FIELD,…", value_delimiter = ',')]
    pub json_field: Vec<String>,
    /// Tell what appears and what goes when this configuration is left for the other
    #[arg(long, value_name = "CONFIG")]
    pub against: Option<PathBuf>,
    /// The form of what is told
    #[arg(long, value_enum, default_value_t = Form::Human)]
    pub format: Form,
    #[command(flatten)]
    pub locale: LocaleOption,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people: the first mark of each text as soon as it is found, then counts
    Human,
    /// For programs: JSON Lines, one mark a line, then one text a line with its counts
    Json,
}
