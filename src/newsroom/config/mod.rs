//! House style: the choices a newsroom makes, as written in `vartani.toml`.

mod choices;
mod layers;
mod merge;
mod one_or_more;
mod overrides;
mod pack;
mod rule_set;
mod rule_setting;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::patterns::FAMILY;
use super::severity::fail_on;
use super::{Fault, Level, Locale, Message, Pattern, PatternConfig, Patterns, Skip};
use crate::text::Field;
pub use choices::{
    Acronyms, DateForm, DateStyle, Digits, Glide, Nasal, Quotes, ReaderDay, Reph, Sign, SpellingStyle,
    TextStyle, YearsForm,
};
pub use layers::{FileFault, Layers, Source};
pub use one_or_more::OneOrMore;
pub use overrides::Override;
pub use pack::{Examples, LedgerConfig, PackHead};
pub use rule_set::RuleSet;
pub use rule_setting::RuleSetting;

/// Where an article is written, unless the newsroom says otherwise.
pub const DEFAULT_ZONE: &str = "Asia/Kolkata";

/// The choices of one newsroom. [`Config::default`] is what holds without a `vartani.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// Files whose choices hold where this one makes none, or packs that ship (`pack:NAME`); of several the first that chooses.
    ///
    /// [`Config::parse`] follows none of them: [`Layers`] does.
    pub extends: OneOrMore,
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
    /// Rules by code, with what the newsroom sets them to.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, RuleSetting>"))]
    pub rules: BTreeMap<Spanned<String>, RuleSetting>,
    /// The newsroom's own rules; where two of them meet, the first holds.
    #[serde(rename = "pattern")]
    #[cfg_attr(test, schemars(with = "Vec<PatternConfig>"))]
    pub written_patterns: Vec<Spanned<PatternConfig>>,
    /// The same, ready to be looked for.
    #[serde(skip)]
    pub patterns: Patterns,
    /// Rules that hold for a time, by the name of the set.
    pub sets: BTreeMap<String, RuleSet>,
    /// What some files do otherwise.
    pub overrides: Vec<Override>,
    /// Where it is counted, on this machine, what writers do with marks.
    pub ledger: LedgerConfig,
    /// Sentences that `vartani packs test` reads under it.
    pub examples: Examples,
    /// What it says of itself, if it is made for others to extend.
    pub pack: Option<PackHead>,
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

/// The rules that there are.
pub trait KnownRules {
    /// Whether there is a rule with this code.
    fn knows(&self, code: &str) -> bool;

    /// The code that somebody may have meant who wrote this one.
    fn nearest(&self, _code: &str) -> Option<&str> {
        None
    }
}

impl<F: Fn(&str) -> bool> KnownRules for F {
    fn knows(&self, code: &str) -> bool {
        self(code)
    }
}

impl Config {
    /// Compiles what is to be compiled, and returns what is wrong, with places in `text`.
    fn complete(&mut self, text: &str, known: &impl KnownRules) -> Vec<Fault> {
        let mut faults = Vec::new();
        let written: Vec<_> = self.written_patterns().collect();
        match Patterns::compile(&written, text) {
            Ok(patterns) => self.patterns = patterns,
            Err(found) => faults.extend(found),
        }
        let own: Vec<&str> =
            self.written_patterns().map(|(_, pattern)| pattern.get_ref().name.get_ref().as_str()).collect();
        let is_own = |rule: &str| rule.strip_prefix(FAMILY).is_some_and(|name| own.contains(&name));
        let is_unknown = |rule: &&Spanned<String>| !known.knows(rule.get_ref()) && !is_own(rule.get_ref());
        let unknown = self.named_rules().filter(is_unknown);
        faults.extend(unknown.map(|rule| Fault::new(text, rule.span(), no_rule(rule.get_ref(), known))));
        // A rule that is ignored everywhere is one that is off, and a table of nothing would hide all
        for ignored in self.ignore.iter().filter(|ignored| ignored.path.is_none() && ignored.text.is_none()) {
            let place = ignored.rule.as_ref().map_or(0..0, |rule| rule.span());
            let message = Message::new(
                "`[[ignore]]` में न `path` है, न `text`; नियम बंद करने के लिए [rules] लिखें",
                "`[[ignore]]` says neither `path` nor `text`; to switch a rule off, use [rules]",
            );
            faults.push(Fault::new(text, place, message));
        }
        let of_sets = self.sets.values().filter_map(RuleSet::fault);
        faults.extend(of_sets.map(|(place, message)| Fault::new(text, place, message)));
        if let Err((number, reason)) =
            Skip::compile(self.skip.iter().map(|pattern| pattern.get_ref().as_str()))
        {
            let place = self.skip.get(number).map_or(0..0, Spanned::span);
            faults.push(Fault::new(text, place, reason.behind("`skip`: ")));
        }
        faults
    }

    /// The newsroom's own rules as they are written, with the sets that they are in: those of sets first.
    fn written_patterns(&self) -> impl Iterator<Item = (Option<&str>, &Spanned<PatternConfig>)> {
        let of_sets =
            self.sets.iter().flat_map(|(name, set)| set.pattern.iter().map(|one| (Some(name.as_str()), one)));
        of_sets.chain(self.written_patterns.iter().map(|one| (None, one)))
    }

    /// Every code of a rule that is written somewhere.
    fn named_rules(&self) -> impl Iterator<Item = &Spanned<String>> {
        let ignored = self.ignore.iter().filter_map(|ignored| ignored.rule.as_ref());
        let of_sets = self.sets.values().flat_map(|set| set.rules.keys());
        let of_overrides = self.overrides.iter().flat_map(|special| special.rules.keys());
        self.rules.keys().chain(ignored).chain(of_sets).chain(of_overrides)
    }

    /// Sets a rule to a level, whatever the newsroom set it to.
    pub fn set_level(&mut self, rule: &str, level: Level) {
        let of_sets = self.sets.values_mut().filter_map(|set| set.rules.get_mut(rule));
        of_sets.for_each(|setting| setting.severity = None);
        let fields = self.setting(rule).map(|setting| setting.fields.clone()).unwrap_or_default();
        self.rules.retain(|code, _| code.get_ref() != rule);
        self.rules.insert(Spanned::new(0..0, rule.to_owned()), RuleSetting { severity: Some(level), fields });
    }

    /// What the newsroom set one of its own patterns to for articles of a day, if it did: under `[rules]` or in the
    /// pattern itself.
    pub fn level_of_pattern(&self, pattern: &Pattern, day: Option<Date>) -> Option<Level> {
        self.level_on(&pattern.code, day).or(pattern.severity)
    }

    /// Whether one of the newsroom's own patterns holds for articles of a day.
    pub fn holds(&self, pattern: &Pattern, day: Option<Date>) -> bool {
        let set = pattern.set.as_deref().and_then(|name| self.sets.get(name));
        set.is_none_or(|set| set.holds_on(day))
    }

    /// What the newsroom set a rule to for all articles, if it did.
    pub fn level(&self, rule: &str) -> Option<Level> {
        self.setting(rule)?.severity
    }

    /// What the newsroom set a rule to for articles of a day, if it did.
    pub fn level_on(&self, rule: &str, day: Option<Date>) -> Option<Level> {
        self.settings_on(rule, day).find_map(|setting| setting.severity)
    }

    /// In which parts of articles of a day a rule marks something; in all if empty.
    pub fn fields_on<'c>(&'c self, rule: &'c str, day: Option<Date>) -> &'c [Field] {
        self.settings_on(rule, day)
            .map(|setting| setting.fields.as_slice())
            .find(|fields| !fields.is_empty())
            .unwrap_or_default()
    }

    /// The names of the sets that hold for articles of a day.
    pub fn sets_on(&self, day: Option<Date>) -> impl Iterator<Item = &str> {
        self.sets.iter().filter(move |(_, set)| set.holds_on(day)).map(|(name, _)| name.as_str())
    }

    fn setting(&self, rule: &str) -> Option<&RuleSetting> {
        self.rules.get(rule)
    }

    fn settings_on<'c>(&'c self, rule: &'c str, day: Option<Date>) -> impl Iterator<Item = &'c RuleSetting> {
        let sets = self.sets.values().filter(move |set| set.holds_on(day));
        sets.filter_map(move |set| set.rules.get(rule)).chain(self.setting(rule))
    }
}

fn no_rule(code: &str, known: &impl KnownRules) -> Message {
    let hint = known.nearest(code).map_or_else(
        || Message::new("`vartani rules` में सब हैं", "`vartani rules` lists them"),
        |meant| Message::new(format!("क्या `{meant}` चाहिए?"), format!("did you mean `{meant}`?")),
    );
    Message::new(
        format!("`{code}` नाम का कोई नियम नहीं है; {}", hint.hi),
        format!("there is no rule `{code}`; {}", hint.en),
    )
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
