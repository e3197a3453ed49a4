//! Rules that hold for a time: `[sets.NAME]`, such as those of an election or of a festival.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use toml::Spanned;

use super::RuleSetting;
use crate::newsroom::{Message, PatternConfig, ValueError};

/// Rules that hold together: by the day of the article, or switched on and off by name.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct RuleSet {
    /// The first day of articles for which it holds; all earlier ones if not set.
    #[cfg_attr(test, schemars(with = "Option<String>", extend("format" = "date")))]
    pub from: Option<Spanned<Day>>,
    /// The last day of articles for which it holds; all later ones if not set.
    #[cfg_attr(test, schemars(with = "Option<String>", extend("format" = "date")))]
    pub to: Option<Spanned<Day>>,
    /// Whether it holds at all; it does unless this is `false`.
    pub enabled: Option<bool>,
    /// Why, for people.
    pub reason: Option<String>,
    /// Rules by code, with what they are set to.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, RuleSetting>"))]
    pub rules: BTreeMap<Spanned<String>, RuleSetting>,
    /// Rules of the newsroom's own; they go before those that always hold.
    #[cfg_attr(test, schemars(with = "Vec<PatternConfig>"))]
    pub pattern: Vec<Spanned<PatternConfig>>,
}

impl RuleSet {
    /// Whether it holds for an article of a day. For one without a day it does only where it says no days.
    pub fn holds_on(&self, day: Option<Date>) -> bool {
        let (from, to) =
            (self.from.as_ref().map(|day| day.get_ref().0), self.to.as_ref().map(|day| day.get_ref().0));
        let is_in_time = match day {
            _ if from.is_none() && to.is_none() => true,
            Some(day) => from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to),
            None => false,
        };
        self.enabled != Some(false) && is_in_time
    }

    /// What is wrong with its days, if it ends before it begins.
    pub(super) fn fault(&self) -> Option<(std::ops::Range<usize>, Message)> {
        let (from, to) = (self.from.as_ref()?, self.to.as_ref()?);
        if from.get_ref().0 <= to.get_ref().0 {
            return None;
        }
        let (first, last) = (from.get_ref().0, to.get_ref().0);
        let message = Message::new(
            format!("`to`: {last} तारीख़ `from` की {first} से पहले है; दोनों में से एक सुधारें"),
            format!("`to`: {last} is before {first}, which is `from`; correct one of the two"),
        );
        Some((to.span(), message))
    }
}

/// A day, written as a date of TOML (`2026-03-01`) or in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub Date);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Day, D::Error> {
        value.deserialize_any(DayVisitor)
    }
}

struct DayVisitor;

impl<'de> Visitor<'de> for DayVisitor {
    type Value = Day;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Day, E> {
        let bad = |_| E::custom(ValueError::Day(text.to_owned()).message().packed());
        text.parse().map(Day).map_err(bad)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Day, A::Error> {
        let written = toml::value::Datetime::deserialize(MapAccessDeserializer::new(map))?;
        self.visit_str(&written.to_string())
    }
}
