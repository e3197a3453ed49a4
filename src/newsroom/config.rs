//! House style: the choices a newsroom makes, as written in `vartani.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::orthography::{School, Side};
use super::patterns::FAMILY;
use super::severity::fail_on;
use super::{Fault, Level, Locale, Message, Pattern, PatternConfig, Patterns, Skip};

/// Where an article is written, unless the newsroom says otherwise.
pub const DEFAULT_ZONE: &str = "Asia/Kolkata";

/// The choices of one newsroom. [`Config::default`] is what holds without a `vartani.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// The language of messages.
    pub locale: Option<Locale>,
    /// From which severity on `check` fails; `warning` if not set.
    #[serde(deserialize_with = "fail_on")]
    pub fail_on: Option<Level>,
    /// The zone by whose clock an editor counts today, as in the IANA database; `Asia/Kolkata` if not set.
    ///
    /// [`Config::parse`] does not look into it: whoever has the database does.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub time_zone: Option<Spanned<String>>,
    /// The newsroom's actor files, relative to `vartani.toml`.
    ///
    /// [`Config::parse`] does not look into them: whoever reads the files does.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub actors: Vec<Spanned<String>>,
    /// Files and folders that are no articles, as patterns of a `.gitignore` beside `vartani.toml`.
    ///
    /// [`Config::parse`] does not look into them: whoever finds the files does.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub exclude: Vec<Spanned<String>>,
    /// Regular expressions: what they match is not read.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub skip: Vec<Spanned<String>>,
    /// Marks that are not shown.
    pub ignore: Vec<Ignored>,
    /// Whether a comment in an article that hides marks has to say why.
    pub require_reason: bool,
    /// Rules by code, with the severity the newsroom gives them.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, Level>"))]
    pub rules: BTreeMap<Spanned<String>, Level>,
    /// The newsroom's own rules; where two of them meet, the first holds.
    #[serde(rename = "pattern")]
    #[cfg_attr(test, schemars(with = "Vec<PatternConfig>"))]
    pub written_patterns: Vec<Spanned<PatternConfig>>,
    /// The same, ready to be looked for.
    #[serde(skip)]
    pub patterns: Patterns,
    /// Choices about spelling.
    pub spelling: SpellingStyle,
    /// Choices about marks and digits.
    pub text: TextStyle,
    /// Choices about dates.
    pub date: DateStyle,
}

/// Marks that a newsroom does not want to see: of a rule, of a file, on some words, or all of these.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Ignored {
    /// In which files, as a pattern of a `.gitignore` beside `vartani.toml`; in all if not set.
    ///
    /// [`Config::parse`] does not look into it: whoever finds the files does.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub path: Option<Spanned<String>>,
    /// On which marked words; on any if not set.
    pub text: Option<String>,
    /// Of which rule, by its code; of any if not set.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub rule: Option<Spanned<String>>,
    /// Why, for people.
    pub reason: Option<String>,
}

impl Ignored {
    /// Whether a mark of this rule on these words is one of them, in a file that is meant.
    pub fn covers(&self, rule: &str, words: &str) -> bool {
        self.rule.as_ref().is_none_or(|wanted| wanted.get_ref() == rule)
            && self.text.as_ref().is_none_or(|wanted| wanted == words)
    }
}

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

impl Config {
    /// Reads a `vartani.toml`. `known` tells which rule codes exist.
    ///
    /// # Errors
    /// Every unknown key, bad value or unknown rule, with its line and column.
    pub fn parse(text: &str, known: impl Fn(&str) -> bool) -> Result<Config, Vec<Fault>> {
        let mut config: Config =
            toml::from_str(text).map_err(|error| vec![Fault::from_toml(text, &error)])?;
        let mut faults = Vec::new();
        match Patterns::compile(&config.written_patterns, text) {
            Ok(patterns) => config.patterns = patterns,
            Err(found) => faults.extend(found),
        }
        let names = || config.written_patterns.iter().map(|pattern| pattern.get_ref().name.get_ref());
        let is_own =
            |rule: &str| rule.strip_prefix(FAMILY).is_some_and(|own| names().any(|name| name == own));
        let ignored = config.ignore.iter().filter_map(|ignored| ignored.rule.as_ref());
        for rule in config
            .rules
            .keys()
            .chain(ignored)
            .filter(|rule| !known(rule.get_ref()) && !is_own(rule.get_ref()))
        {
            let message = Message::new(
                format!("`{}` नाम का कोई नियम नहीं है; `vartani rules` में सब हैं", rule.get_ref()),
                format!("there is no rule `{}`; `vartani rules` lists them", rule.get_ref()),
            );
            faults.push(Fault::new(text, rule.span(), message));
        }
        // A rule that is ignored everywhere is one that is off, and a table of nothing would hide all
        for ignored in config.ignore.iter().filter(|ignored| ignored.path.is_none() && ignored.text.is_none())
        {
            let place = ignored.rule.as_ref().map_or(0..0, |rule| rule.span());
            let message = Message::new(
                "`[[ignore]]` में न `path` है, न `text`; नियम बंद करने के लिए [rules] लिखें",
                "`[[ignore]]` says neither `path` nor `text`; to switch a rule off, use [rules]",
            );
            faults.push(Fault::new(text, place, message));
        }
        if let Err((number, reason)) =
            Skip::compile(config.skip.iter().map(|pattern| pattern.get_ref().as_str()))
        {
            let place = config.skip.get(number).map_or(0..0, Spanned::span);
            faults.push(Fault::new(text, place, reason.behind("`skip`: ")));
        }
        if faults.is_empty() { Ok(config) } else { Err(faults) }
    }

    /// Sets a rule to a level, whatever the newsroom set it to.
    pub fn set_level(&mut self, rule: &str, level: Level) {
        self.rules.retain(|code, _| code.get_ref() != rule);
        self.rules.insert(Spanned::new(0..0, rule.to_owned()), level);
    }

    /// What the newsroom set one of its own patterns to, if it did: under `[rules]` or in the pattern itself.
    pub fn level_of_pattern(&self, pattern: &Pattern) -> Option<Level> {
        self.level(&pattern.code).or(pattern.severity)
    }

    /// What the newsroom set a rule to, if it did.
    pub fn level(&self, rule: &str) -> Option<Level> {
        self.rules.iter().find(|(code, _)| code.get_ref() == rule).map(|(_, level)| *level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Config, Vec<Fault>> {
        Config::parse(text, |rule| rule == "spelling/latin")
    }

    #[test]
    fn choices_are_read() {
        let config = parse(
            "locale = \"en\"\n[rules]\n\"spelling/latin\" = \"off\"\n[spelling]\nprefer = [\"मॉस्को\"]\n",
        )
        .unwrap();
        assert_eq!((config.locale, config.level("spelling/latin")), (Some(Locale::En), Some(Level::Off)));
        assert_eq!(config.spelling.prefer, ["मॉस्को"]);
    }

    #[test]
    fn findings_may_fail_from_a_severity_on_or_never() {
        let fail_on =
            |text: &str| parse(text).map(|config| config.fail_on).map_err(|f| f[0].message.en.clone());
        assert_eq!(fail_on("locale = \"hi\""), Ok(None));
        assert_eq!(fail_on("fail-on = \"error\""), Ok(Some(Level::Error)));
        assert_eq!(fail_on("fail-on = \"never\""), Ok(Some(Level::Off)));
        let said = "\"off\" is no severity; write hint, information, warning, error or never";
        assert_eq!(fail_on("fail-on = \"off\""), Err(said.to_owned()));
    }

    #[test]
    fn faults_have_line_and_column() {
        let at = |text: &str| parse(text).unwrap_err().iter().map(|f| (f.line, f.column)).collect::<Vec<_>>();
        assert_eq!(at("locale = \"hi\"\ncolour = 3\n"), [(2, 1)]);
        assert_eq!(at("fail-on = \"loud\"\n"), [(1, 11)]);
        assert_eq!(at("[rules]\n\"spelling/latin\" = \"loud\"\n"), [(2, 20)]);
        assert_eq!(at("[rules]\n\"spelling/lattin\" = \"off\"\n"), [(2, 1)]);
        assert_eq!(at("skip = ['(']\n"), [(1, 9)]);
        assert_eq!(at("locale = \n").len(), 1);
    }
}
