//! The arguments of every command.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::options::{LocaleOption, date};
use super::rule_names::{RuleNames, rules_called};
use crate::files::STDIN;
use crate::newsroom::Level;

/// The version of the program, and the last day for which its shipped knowledge has been checked.
const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), " (names and offices known to ", env!("VARTANI_DATA_DAY"), ")");

/// Checks Hindi news copy: names, dates and titles that agree with themselves and with the facts.
#[derive(Debug, Parser)]
#[command(name = "vartani", version = VERSION, propagate_version = true, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Mark articles as a copy editor would
    Check(Check),
    /// Show what a rule or a house style would mark in an archive, before anybody sees it
    Try(super::trial::Try),
    /// Count what an archive spells, how often, where and when, and what rules mark in it
    Survey(super::survey::Survey),
    /// Print what was understood of an article: dateline, times, actors, names
    Inspect(Inspect),
    /// Say whether two spellings are one name or word
    Compare(Compare),
    /// Explain a rule, in Hindi or English
    Explain(Explain),
    /// List all rules
    Rules(Rules),
    /// The people, places, organisations, works, programmes and events that vartani knows
    #[command(subcommand)]
    Actors(super::actors::Actors),
    /// Show what writers did with marks, by rule, where the newsroom keeps a ledger
    Ledger(super::ledger::Ledger),
    /// List the house styles that ship, or read the sentences in them and in your own
    Packs(super::packs::Packs),
    /// Write a commented vartani.toml into this folder
    Init(Init),
    /// Print the JSON Schema of vartani.toml, for editors that know TOML
    Schema,
    /// Serve an editor: the language server, over stdin and stdout
    #[cfg(feature = "server")]
    Lsp(Lsp),
    /// Serve programs on this machine over HTTP: a JSON API, and a part of LanguageTool's
    #[cfg(feature = "serve")]
    Serve(Serve),
    /// Print completions for a shell
    Completions { shell: clap_complete::Shell },
    /// Write manual pages, one a command, into a folder
    Man(Man),
}

#[derive(Args, Debug)]
pub struct Check {
    /// Files, folders (articles in them: .txt, .md, .html, .docx, .odt), or - for standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Replace copies that --format docx-comments wrote before
    #[arg(long)]
    pub overwrite: bool,
    /// Make the safe fixes, those that cannot change the meaning, and report what is left
    #[arg(long)]
    pub fix: bool,
    /// Print what --fix would change, as a unified diff, instead of the report
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    pub diff: bool,
    /// Also mark names that other articles of the newsroom spell differently
    #[arg(long)]
    pub across: bool,
    /// Also mark titles that are right: person, office, day and spelling are on record
    #[arg(long)]
    pub verified: bool,
    /// Read .json, .jsonl and .ndjson as the export of a CMS, item by item: these fields of each (title.rendered for one
    /// within another)
    #[arg(long, value_name = "FIELD,…", value_delimiter = ',')]
    pub json_field: Vec<String>,
    /// Only these rules, or families of rules such as `date`; those that are off are switched on
    #[arg(long, value_name = "RULE,…", value_delimiter = ',', value_parser = rules_called)]
    pub select: Vec<RuleNames>,
    /// Not these rules, or families of rules
    #[arg(long, value_name = "RULE,…", value_delimiter = ',', value_parser = rules_called)]
    pub ignore: Vec<RuleNames>,
    /// Only what is not in this file, which --write-baseline wrote
    #[arg(long, value_name = "FILE", conflicts_with_all = ["fix", "diff"])]
    pub baseline: Option<PathBuf>,
    /// Write what is found into this file, for --baseline, instead of reporting it
    #[arg(long, value_name = "FILE", conflicts_with_all = ["fix", "diff", "format", "baseline", "changed_since", "statistics"])]
    pub write_baseline: Option<PathBuf>,
    /// Only findings on lines that changed since this revision of git
    #[arg(long, value_name = "REV", conflicts_with_all = ["fix", "diff"])]
    pub changed_since: Option<String>,
    /// Print how many findings there are, by rule and by file, instead of the findings
    #[arg(long, conflicts_with_all = ["diff", "format"])]
    pub statistics: bool,
    /// Print findings only: no closing lines, no progress
    #[arg(long, short)]
    pub quiet: bool,
    /// Leave out what `exclude` in vartani.toml names, even where a file is given by name, as a hook gives them
    #[arg(long)]
    pub force_exclude: bool,
    /// The least severity that makes the exit code 1 [default: warning, or as vartani.toml says]
    #[arg(long, value_parser = fail_on())]
    pub fail_on: Option<Level>,
    /// When to colour the report
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
    /// How many files to read at a time [default: as many as there are processors]
    #[arg(long, short, value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    #[command(flatten)]
    pub reading: ReadingOptions,
    #[command(flatten)]
    pub locale: LocaleOption,
}

#[derive(Args, Debug)]
pub struct Inspect {
    /// A file, or - for standard input
    pub path: PathBuf,
    #[command(flatten)]
    pub reading: ReadingOptions,
}

/// How articles are read.
#[derive(Args, Clone, Debug)]
pub struct ReadingOptions {
    /// The day the articles are written, for those that do not say so themselves
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub dateline: Option<Date>,
    /// The configuration [default: the nearest vartani.toml upwards from each article]
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The name of what comes from standard input: its format, its vartani.toml, its date and whether it is excluded go by it
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<PathBuf>,
}

impl ReadingOptions {
    /// What a file is called: standard input by the name that was given for it.
    pub fn name_of<'a>(&'a self, path: &'a Path) -> &'a Path {
        match &self.stdin_filename {
            Some(name) if path.as_os_str() == STDIN => name,
            _ => path,
        }
    }
}

#[derive(Args, Debug)]
pub struct Compare {
    /// Two spellings
    #[arg(num_args = 2, value_names = ["A", "B"], required_unless_present = "pairs")]
    pub spellings: Vec<String>,
    /// Pairs of spellings, one a line, separated by a tab; - for standard input
    #[arg(long, value_name = "FILE", conflicts_with = "spellings")]
    pub pairs: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct Explain {
    /// The rule's code, such as date/weekday
    pub rule: String,
    #[command(flatten)]
    pub locale: LocaleOption,
}

#[derive(Args, Debug)]
pub struct Rules {
    #[command(flatten)]
    pub locale: LocaleOption,
}

#[cfg(feature = "server")]
#[derive(Args, Debug)]
pub struct Lsp {
    /// Serve the first client that connects here instead, for debugging
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<std::net::SocketAddr>,
    /// Log here what the server does: each message's method and time, and what went wrong
    #[arg(long, value_name = "FILE")]
    pub log_file: Option<PathBuf>,
    /// What every editor says and nobody needs to
    #[arg(long, hide = true)]
    stdio: bool,
}

#[cfg(feature = "serve")]
#[derive(Args, Debug)]
pub struct Serve {
    /// The loopback address to listen on; port 0 for any that is free
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8347")]
    pub listen: std::net::SocketAddr,
    /// The folder whose vartani.toml holds
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub root: PathBuf,
    /// The file with the token, which is made if it is missing [default: a new token every time]
    #[arg(long, value_name = "FILE")]
    pub token_file: Option<PathBuf>,
    /// A web site whose pages may ask, such as https://cms.example.in
    #[arg(long, value_name = "URL")]
    pub allow_origin: Vec<String>,
    /// End when standard input is closed, as it is when the program that started this ends
    #[arg(long)]
    pub exit_with_parent: bool,
    #[command(flatten)]
    pub language: LocaleOption,
}

#[derive(Args, Debug)]
pub struct Man {
    /// The folder, which must exist
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
}

#[derive(Args, Debug)]
pub struct Init {
    /// The folder
    #[arg(default_value = ".")]
    pub folder: PathBuf,
    /// Propose what these files and folders do anyhow, with the counts behind each choice
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub from_archive: Vec<PathBuf>,
    /// The fields of JSON that are prose, as of `survey`
    #[arg(long, value_name = "FIELD,…", value_delimiter = ',', requires = "from_archive")]
    pub json_field: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the line with the mark, the other places and the fix
    Human,
    /// One finding a line: PATH:LINE:COLUMN: severity[rule] message
    Concise,
    /// For programs: JSON Lines, one finding a line
    Json,
    /// For GitHub Actions: an annotation at the line, one finding a line
    Github,
    /// For GitLab: a Code Quality report
    Gitlab,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For reviewdog: its Diagnostic Format
    Rdjson,
    /// For Jenkins and others: Checkstyle XML
    Checkstyle,
    /// For services that show tests: JUnit XML, an article a suite
    Junit,
    /// For Word: a copy of each .docx with the findings as comments, as NAME.vartani.docx beside it
    DocxComments,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

/// The values that `fail-on` has in `vartani.toml`.
fn fail_on() -> impl TypedValueParser<Value = Level> {
    PossibleValuesParser::new(Level::FAIL_ON).try_map(|name| Level::fail_on(&name))
}
