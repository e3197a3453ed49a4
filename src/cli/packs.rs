//! `vartani packs`: the house styles that ship, and the sentences in them and in the newsroom's own.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use unicode_width::UnicodeWidthStr as _;

use super::options::LocaleOption;
use super::outcome::{self, Outcome};
use super::output::{complain_of, locale, print};
use crate::diagnostics::failing_examples;
use crate::files::{FileError, Newsrooms, STDIN, read_text};
use crate::newsroom::packs::{PACKS, PREFIX, find};
use crate::newsroom::{Config, Fault, Locale, Message};

#[derive(Args, Debug)]
pub struct Packs {
    #[command(subcommand)]
    pub verb: Option<Verb>,
    #[command(flatten)]
    pub locale: LocaleOption,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Print a pack, to read it or to begin one of your own
    Show {
        /// The pack, such as pack:daily
        #[arg(value_name = "PACK")]
        pack: String,
    },
    /// Read the sentences in packs or configurations, and say which of them do not hold
    Test {
        /// Packs and configurations [default: all packs, and the vartani.toml in force here]
        #[arg(value_name = "PACK|FILE")]
        what: Vec<PathBuf>,
        #[command(flatten)]
        locale: LocaleOption,
    },
}

pub fn run(arguments: &Packs) -> outcome::Result {
    let asked = |option: &LocaleOption| option.asked().unwrap_or_else(locale);
    match &arguments.verb {
        None => list(asked(&arguments.locale)),
        Some(Verb::Show { pack }) => show(pack),
        Some(Verb::Test { what, locale }) => test(what, asked(locale)),
    }
}

fn list(locale: Locale) -> outcome::Result {
    let widest = PACKS.iter().map(|pack| pack.name.width()).max().unwrap_or_default();
    let mut out = String::new();
    for pack in PACKS {
        let config = Config::parse(pack.text, |_| true).unwrap_or_default();
        let title = config.pack.map(|head| head.title.0.in_locale(locale).to_owned()).unwrap_or_default();
        let _ = writeln!(out, "{PREFIX}{:widest$}  {title}", pack.name);
    }
    print(&out).map(|()| Outcome::Done)
}

fn show(pack: &str) -> outcome::Result {
    let name = if pack.starts_with(PREFIX) { pack.to_owned() } else { format!("{PREFIX}{pack}") };
    match find(&name) {
        Some(Err(message)) => Err(message.into()),
        found => print(found.and_then(Result::ok).map_or("", |pack| pack.text)).map(|()| Outcome::Done),
    }
}

fn test(what: &[PathBuf], locale: Locale) -> outcome::Result {
    let shipped = PACKS.iter().map(|pack| PathBuf::from(format!("{PREFIX}{}", pack.name)));
    let here = Newsrooms::new(None).config_of(Path::new(STDIN));
    let all = if what.is_empty() { shipped.chain(here).collect() } else { what.to_vec() };
    let mut outcome = Outcome::Done;
    for path in all {
        match test_one(&path, locale)? {
            Outcome::Done => {}
            other if outcome == Outcome::Done => outcome = other,
            Outcome::Trouble => outcome = Outcome::Trouble,
            Outcome::Findings => {}
        }
    }
    Ok(outcome)
}

/// Reads the sentences of one house style.
fn test_one(path: &Path, locale: Locale) -> outcome::Result {
    let mut newsrooms = Newsrooms::new(Some(path));
    let newsroom = newsrooms.of(Path::new(STDIN));
    let is_trouble = complain_of(&newsrooms.troubles());
    let Some(newsroom) = newsroom else { return Ok(Outcome::Trouble) };
    let text = text_of(path)?;
    let failing = failing_examples(&newsroom);
    let config = &newsroom.config;
    let sentences = config.examples.flags.len() + config.examples.accepts.len();
    let of_rules: usize = config.patterns.iter().map(|pattern| pattern.examples).sum();
    let mut out = String::new();
    for (place, message) in &failing {
        let Fault { line, column, message, .. } = Fault::new(&text, place.clone(), message.clone());
        let _ = writeln!(out, "{}:{line}:{column}: {}", path.display(), message.in_locale(locale));
    }
    let (count, failed, name) = (sentences + of_rules, failing.len(), path.display());
    let end = match failed {
        0 => Message::new(
            format!("{name}: वाक्य {count}, सब खरे"),
            format!("{name}: {count} sentences, all hold"),
        ),
        _ => Message::new(
            format!("{name}: वाक्य {count}, {failed} खरे नहीं"),
            format!("{name}: {count} sentences, of which do not hold: {failed}"),
        ),
    };
    let _ = writeln!(out, "{}", end.in_locale(locale));
    print(&out)?;
    Ok(match (is_trouble, failed) {
        (true, _) => Outcome::Trouble,
        (false, 0) => Outcome::Done,
        (false, _) => Outcome::Findings,
    })
}

/// The text of a pack or a configuration.
///
/// # Errors
/// It cannot be read.
fn text_of(path: &Path) -> Result<String, FileError> {
    match path.to_str().and_then(find) {
        Some(Ok(pack)) => Ok(pack.text.to_owned()),
        _ => read_text(path).map(|file| file.text),
    }
}
