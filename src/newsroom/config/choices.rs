//! The choices of a house style about spelling, marks, digits and dates.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::newsroom::orthography::{School, Side};

/// Choices about spelling.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct SpellingStyle {
    /// Spellings this newsroom has decided on: `["मॉस्को", "ट्रंप"]`.
    pub prefer: Vec<String>,
    /// Forms that are not wanted, each with what to write for it: `{ "कलकत्ता" = "कोलकाता" }`.
    pub avoid: BTreeMap<String, String>,
    /// Words that are right as they are and never marked.
    pub accept: Vec<String>,
    /// Latin words that stay Latin: `["NATO"]`.
    pub keep_latin: Vec<String>,
    /// NATO or नाटो.
    pub acronyms: Acronyms,
    /// हिंदी or हिन्दी.
    pub nasal: Nasal,
    /// Whether the nasal vowel of हाँ takes its chandrabindu.
    pub chandrabindu: Sign,
    /// Whether ज़मीन, फ़ैसला and ख़बर take their nukta.
    pub nukta: Sign,
    /// गए or गये.
    pub glide: Glide,
    /// Whether दुःख takes its visarga.
    pub visarga: Sign,
    /// कर्तव्य or कर्त्तव्य.
    pub reph: Reph,
}

/// Choices about marks and digits.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct TextStyle {
    /// 1, 2, 3 or १, २, ३.
    pub digits: Digits,
    /// “ ” or " ".
    pub quotes: Quotes,
}

/// Choices about dates.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct DateStyle {
    /// Which day आज is: that of the dateline, or the next too, on which a newspaper is read.
    pub day_of_reading: ReaderDay,
    /// In which form dates are written.
    pub form: DateForm,
    /// In which form years of two calendar years are written.
    pub years: YearsForm,
}

/// On which day an article is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ReaderDay {
    /// On that of its dateline.
    #[default]
    Same,
    /// On the next.
    Next,
}

/// In which form days are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DateForm {
    /// As most of the article does.
    #[default]
    Consistent,
    /// 12 मार्च.
    DayMonth,
    /// मार्च 12.
    MonthDay,
    /// 12/3/2025.
    Figures,
}

/// In which form years such as 2024-25 are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum YearsForm {
    /// As most of the article does.
    #[default]
    Consistent,
    /// 2024-25.
    Short,
    /// 2024-2025.
    Long,
}

/// Which digits are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Digits {
    /// As most of the article does.
    #[default]
    Consistent,
    /// 1, 2, 3.
    Ascii,
    /// १, २, ३.
    Devanagari,
}

/// Which quotation marks are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Quotes {
    /// As most of the article does.
    #[default]
    Consistent,
    /// “ ”.
    Curly,
    /// " ".
    Straight,
}

/// In which letters acronyms are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Acronyms {
    /// In Hindi: नाटो, भाजपा.
    #[default]
    Devanagari,
    /// NATO, BJP; either is right, but not both in one article.
    Latin,
}

/// How a nasal before a stop of its own row is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Nasal {
    /// As most of the article does.
    #[default]
    Consistent,
    /// हिंदी, संबंध, ठंडा.
    Anusvara,
    /// हिन्दी, सम्बन्ध, ठण्डा.
    Pancham,
}

/// Whether a sign that some leave out is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Sign {
    /// As most of the article does.
    #[default]
    Consistent,
    /// It is.
    Keep,
    /// It is not.
    Drop,
}

/// How a vowel after a vowel is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Glide {
    /// As most of the article does.
    #[default]
    Consistent,
    /// गए, नई.
    E,
    /// गये, नयी.
    Ye,
}

/// Whether a consonant is doubled after half र.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Reph {
    /// As the writer does.
    #[default]
    Consistent,
    /// कर्तव्य, अर्ध.
    Single,
}

impl SpellingStyle {
    /// Which side of a school the newsroom is on, if it decided.
    pub fn side(&self, school: School) -> Option<Side> {
        let sign = |sign| match sign {
            Sign::Consistent => None,
            Sign::Keep => Some(Side::ADVISED),
            Sign::Drop => Some(Side::OTHER),
        };
        match school {
            School::Nasal => match self.nasal {
                Nasal::Consistent => None,
                Nasal::Anusvara => Some(Side::ADVISED),
                Nasal::Pancham => Some(Side::OTHER),
            },
            School::Glide => match self.glide {
                Glide::Consistent => None,
                Glide::E => Some(Side::ADVISED),
                Glide::Ye => Some(Side::OTHER),
            },
            School::Chandrabindu => sign(self.chandrabindu),
            School::NuktaZ | School::NuktaF | School::NuktaQ => sign(self.nukta),
            School::Visarga => sign(self.visarga),
            School::Reph => (self.reph == Reph::Single).then_some(Side::ADVISED),
            School::Pair(_) => None,
        }
    }
}
