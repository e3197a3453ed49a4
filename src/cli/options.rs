//! Options and values that several commands share.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::newsroom::{Kind, Locale, ValueError};

/// In which language to speak.
#[derive(Args, Clone, Copy, Debug)]
pub struct LocaleOption {
    /// The language of messages [default: hi, or as vartani.toml says]
    #[arg(long, value_enum)]
    pub locale: Option<Language>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// हिंदी
    Hi,
    /// English
    En,
}

impl LocaleOption {
    /// The language asked for.
    pub fn asked(self) -> Option<Locale> {
        self.locale.map(|language| match language {
            Language::Hi => Locale::Hi,
            Language::En => Locale::En,
        })
    }
}

/// A kind of actor, by its word.
pub fn kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::word))
        .map(|word| Kind::called(&word).unwrap_or(Kind::Person))
}

/// A day, as `YYYY-MM-DD`.
///
/// # Errors
/// Where the calendar has no such day.
pub fn date(text: &str) -> Result<Date, ValueError> {
    text.parse().map_err(|_| ValueError::Day(text.to_owned()))
}
