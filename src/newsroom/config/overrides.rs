//! What some files of a newsroom do otherwise: `[[overrides]]`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{DateStyle, OneOrMore, RuleSetting, SpellingStyle, TextStyle};

/// Choices for some files, which go before those for all. Where several mean a file, the first that chooses holds.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// For which files, as patterns of a `.gitignore` beside `vartani.toml`.
    ///
    /// [`Config::parse`](super::Config::parse) does not look into it: whoever finds the files does.
    #[cfg_attr(test, schemars(with = "OneOrMore"))]
    pub path: Spanned<OneOrMore>,
    /// Rules by code, with what they are set to.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "BTreeMap<String, RuleSetting>"))]
    pub rules: BTreeMap<Spanned<String>, RuleSetting>,
    /// Choices about spelling; lists are added to those for all.
    #[serde(default)]
    pub spelling: SpellingStyle,
    /// Choices about marks and digits.
    #[serde(default)]
    pub text: TextStyle,
    /// Choices about dates.
    #[serde(default)]
    pub date: DateStyle,
}
