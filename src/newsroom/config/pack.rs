//! What a pack says of itself, and the sentences that a house style is tried on.

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
