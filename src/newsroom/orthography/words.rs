//! What schools and their sides are called in counts, as `[spelling]` of `vartani.toml` calls them.

use super::{School, Side};

/// The schools that are about many words.
const SCHOOLS: [School; 8] = [
    School::Nasal,
    School::Chandrabindu,
    School::NuktaZ,
    School::NuktaF,
    School::NuktaQ,
    School::Glide,
    School::Visarga,
    School::Reph,
];

impl School {
    /// The school that a word is for; none for a pair of spellings.
    pub fn called(word: &str) -> Option<School> {
        SCHOOLS.into_iter().find(|school| school.word() == word)
    }

    /// The word for the school: `nasal`; `pair` for any pair of spellings.
    pub fn word(self) -> &'static str {
        match self {
            School::Nasal => "nasal",
            School::Chandrabindu => "chandrabindu",
            School::NuktaZ => "nukta-z",
            School::NuktaF => "nukta-f",
            School::NuktaQ => "nukta-q",
            School::Glide => "glide",
            School::Visarga => "visarga",
            School::Reph => "reph",
            School::Pair(_) => "pair",
        }
    }

    /// The word for a side: `anusvara` or `pancham`, `keep` or `drop`; of a pair the spelling.
    pub fn side_word(self, side: Side) -> &'static str {
        let words: &[&'static str] = match self {
            School::Nasal => &["anusvara", "pancham"],
            School::Chandrabindu | School::NuktaZ | School::NuktaF | School::NuktaQ | School::Visarga => {
                &["keep", "drop"]
            }
            School::Glide => &["e", "ye"],
            School::Reph => &["single", "double"],
            School::Pair(_) => self.spellings(),
        };
        words.get(side.index()).copied().unwrap_or_default()
    }
}
