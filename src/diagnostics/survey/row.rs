//! One line of the sums, as it is written and read.

use serde::{Deserialize, Serialize};

/// A sum of a survey. Lines with the same `kind`, `item`, `word`, `spelling`, `month` and `desk` add up: `uses` and `articles` are
/// added, of `first` the least is kept, of `example` the greatest, byte by byte.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What is counted.
    pub kind: Kind,
    /// Of a name the id of its actor, of orthography and words the school (`nasal`), of a rule its code, of a
    /// habit its key in `vartani.toml` (`text.digits`); else empty.
    pub item: String,
    /// Of a name its preferred spelling, of a word the one that the standard advises; else empty.
    pub word: String,
    /// How it is written; of orthography the side of the school and of a habit its value, as `vartani.toml` calls
    /// them (`anusvara`, `ascii`).
    pub spelling: String,
    /// The month of the articles, `2025-03`; empty where it is not known or not told apart.
    pub month: String,
    /// The desk of the articles; empty where it is not known or not told apart.
    pub desk: String,
    /// How often; of articles the number of their words.
    pub uses: u64,
    /// In how many articles.
    pub articles: u64,
    /// The first day, `2025-03-12`, if any is known.
    pub first: Option<String>,
    /// The newest example: day, article and sentence, with tabs between.
    pub example: Option<String>,
}

/// What a line counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Articles and their words.
    #[default]
    Article,
    /// Names of actors, by spelling.
    Name,
    /// The schools of spelling, by side.
    Orthography,
    /// In which of several ways digits, dates and quotation marks are written.
    Habit,
    /// What rules mark.
    Rule,
    /// Names and words that neither the gazetteers nor the lexicon know. Month and desk are not told apart.
    Unlisted,
    /// Single words that schools write in two ways. Month and desk are not told apart.
    Word,
}

impl Kind {
    /// The word for the kind.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Article => "article",
            Kind::Name => "name",
            Kind::Orthography => "orthography",
            Kind::Habit => "habit",
            Kind::Rule => "rule",
            Kind::Unlisted => "unlisted",
            Kind::Word => "word",
        }
    }
}
