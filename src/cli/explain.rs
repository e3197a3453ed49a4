//! `vartani explain` and `vartani rules`: the rules' documentation.

use super::arguments::{Explain, Rules};
use super::outcome::{self, Outcome};
use super::output::print;
use super::rule_names::no_rule;
use crate::newsroom::{Locale, Severity};
use crate::rules::{RULES, Rule};
use unicode_width::UnicodeWidthStr as _;

/// Width of the column of severities in the list of rules.
const SEVERITY_COLUMNS: usize = 13;

pub fn run(arguments: &Explain) -> outcome::Result {
    let Some(rule) = Rule::find(&arguments.rule) else {
        return Err(no_rule(&arguments.rule).into());
    };
    let locale = arguments.locale.asked().unwrap_or_default();
    let severity = severity_in_words(rule.severity, locale);
    print(&format!("{} ({severity})\n\n{}\n", rule.code, rule.documentation(locale)))?;
    Ok(Outcome::Done)
}

pub fn list(arguments: &Rules) -> outcome::Result {
    let locale = arguments.locale.asked().unwrap_or_default();
    for rule in RULES {
        let severity = severity_in_words(rule.severity, locale);
        let space = " ".repeat(SEVERITY_COLUMNS.saturating_sub(severity.width()));
        print(&format!("{:<24}{severity}{space}{}\n", rule.code, rule.summary(locale)))?;
    }
    Ok(Outcome::Done)
}

/// What a severity is called; `None` is that of a rule which is off.
fn severity_in_words(severity: Option<Severity>, locale: Locale) -> &'static str {
    match (locale, severity) {
        (Locale::En, severity) => severity.map_or("off", Severity::name),
        (Locale::Hi, Some(Severity::Error)) => "ग़लती",
        (Locale::Hi, Some(Severity::Warning)) => "चेतावनी",
        (Locale::Hi, Some(Severity::Information)) => "सूचना",
        (Locale::Hi, Some(Severity::Hint)) => "संकेत",
        (Locale::Hi, None) => "बंद",
    }
}
