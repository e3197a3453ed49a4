//! `vartani explain` and `vartani rules`: the rules' documentation.

use super::arguments::{Explain, Rules};
use super::report::severity_name;
use super::{Outcome, print};
use crate::rules::{RULES, Rule};

pub fn run(arguments: &Explain) -> super::Result {
    let Some(rule) = Rule::find(&arguments.rule) else {
        let code = &arguments.rule;
        let near = RULES.iter().find(|rule| {
            rule.code.ends_with(code.as_str())
                || code.contains(rule.code.split('/').next_back().unwrap_or_default())
        });
        let hint = near
            .map_or("`vartani rules` lists them".to_owned(), |rule| format!("did you mean {}?", rule.code));
        return Err(format!("there is no rule \"{code}\"; {hint}"));
    };
    let severity = rule.severity.map_or("off", severity_name);
    print(&format!(
        "{} ({severity})\n\n{}\n",
        rule.code,
        rule.documentation(arguments.locale.asked().unwrap_or_default())
    ));
    Ok(Outcome::Done)
}

pub fn list(arguments: &Rules) -> super::Result {
    let locale = arguments.locale.asked().unwrap_or_default();
    for rule in RULES {
        print(&format!(
            "{:<24}{:<13}{}\n",
            rule.code,
            rule.severity.map_or("off", severity_name),
            rule.summary(locale)
        ));
    }
    Ok(Outcome::Done)
}
