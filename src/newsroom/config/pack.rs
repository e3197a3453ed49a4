//! What a house style says of itself, not of articles: its title, the sentences that it is tried on, its ledger.

use serde::Deserialize;
use toml::Spanned;

use crate::newsroom::PatternMessage;

/// What a pack says of itself.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PackHead {
    /// The form in which it is written; a program refuses those that are newer than it.
    pub version: u32,
    /// What it is, in a few words.
    pub title: PatternMessage,
    /// Where its rules are on record.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Where it is counted what writers do with marks; nothing is counted without it.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct LedgerConfig {
    /// The file, which is made when somebody first answers a mark.
    ///
    /// [`Config::parse`](super::Config::parse) does not look into it: whoever writes the file does.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub file: Option<Spanned<String>>,
}

/// Sentences that `vartani packs test` reads under a house style.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Examples {
    /// Sentences in which exactly what stands between ⟦ and ⟧ must be marked.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub flags: Vec<Spanned<String>>,
    /// Sentences in which nothing must be marked.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub accepts: Vec<Spanned<String>>,
}
