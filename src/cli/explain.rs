//! `vartani explain` and `vartani rules`: the rules' documentation.

use super::arguments::{Explain, Rules};
use super::outcome::{self, Outcome};
use super::output::print;
use super::report::severity_name;
use super::rule_names::no_rule;
use crate::rules::{RULES, Rule};

pub fn run(arguments: &Explain) -> outcome::Result {
    let Some(rule) = Rule::find(&arguments.rule) else {
        return Err(no_rule(&arguments.rule).into());
    };
    let severity = rule.severity.map_or("off", severity_name);
    print(&format!(
        "{} ({severity})\n\n{}\n",
        rule.code,
        rule.documentation(arguments.locale.asked().unwrap_or_default())
    ))?;
    Ok(Outcome::Done)
}

pub fn list(arguments: &Rules) -> outcome::Result {
    let locale = arguments.locale.asked().unwrap_or_default();
    for rule in RULES {
        print(&format!(
            "{:<24}{:<13}{}\n",
            rule.code,
            rule.severity.map_or("off", severity_name),
            rule.summary(locale)
        ))?;
    }
    Ok(Outcome::Done)
}
