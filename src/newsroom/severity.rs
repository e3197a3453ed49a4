//! How grave a finding is, and what a newsroom makes of that.

use serde::{Deserialize, Deserializer, de};

use super::ValueError;

/// How grave a finding is, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A question to the writer.
    Hint,
    /// A matter of style.
    Information,
    /// The article contradicts itself or the calendar.
    Warning,
    /// Certainly wrong.
    Error,
}

impl Severity {
    /// What it is called in JSON and in configuration.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Information => "information",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What a newsroom sets a rule to, or from which severity on `check` fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum Level {
    /// Not looked for; as `fail-on`, never.
    Off,
    /// A question to the writer.
    Hint,
    /// A matter of style.
    Information,
    /// The article contradicts itself or the calendar.
    Warning,
    /// Certainly wrong.
    Error,
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Level, D::Error> {
        one_of(&String::deserialize(value)?, Level::OF_RULE).map_err(told)
    }
}

/// Reads the value of `fail-on`.
pub(super) fn fail_on<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Level>, D::Error> {
    Level::fail_on(&String::deserialize(value)?).map(Some).map_err(told)
}

fn told<E: de::Error>(error: ValueError) -> E {
    E::custom(error.message().packed())
}

/// The level that is called `text`.
fn one_of(text: &str, names: &'static [&'static str; 5]) -> Result<Level, ValueError> {
    const LEVELS: [Level; 5] = [Level::Hint, Level::Information, Level::Warning, Level::Error, Level::Off];
    let at = names.iter().position(|name| *name == text);
    at.map(|at| LEVELS[at]).ok_or_else(|| ValueError::Severity(text.to_owned(), names))
}

impl Level {
    /// What a rule can be set to.
    pub const OF_RULE: &[&str; 5] = &["hint", "information", "warning", "error", "off"];

    /// What `fail-on` can be: the least severity that fails, or never.
    pub const FAIL_ON: &[&str; 5] = &["hint", "information", "warning", "error", "never"];

    /// Reads one of [`Level::FAIL_ON`].
    ///
    /// # Errors
    /// What is none of them.
    pub fn fail_on(text: &str) -> Result<Level, ValueError> {
        one_of(text, Level::FAIL_ON)
    }

    /// The severity; none for off and never.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Hint => Some(Severity::Hint),
            Level::Information => Some(Severity::Information),
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }
}
