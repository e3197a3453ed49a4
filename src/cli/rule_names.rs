//! Rules as people name them at the command line.

use std::cmp::Ordering;

use crate::rules::{Message, RULES, Rule};

/// So similar, from 0 to 1, must be what was typed and a rule's name, for the rule to be meant.
const NEAR: f64 = 0.8;

/// The codes of the rules that one word means.
pub type RuleNames = Vec<&'static str>;

/// The rules that a code or a family means.
///
/// # Errors
/// A sentence where there is none of that name.
pub fn rules_called(name: &str) -> Result<RuleNames, Message> {
    let family = name.trim_end_matches('/');
    let is_meant = |rule: &&Rule| {
        rule.code == name || rule.code.strip_prefix(family).is_some_and(|rest| rest.starts_with('/'))
    };
    let rules: RuleNames = RULES.iter().filter(is_meant).map(|rule| rule.code).collect();
    if rules.is_empty() { Err(no_rule(name)) } else { Ok(rules) }
}

/// What is said of a rule that there is not.
pub fn no_rule(typed: &str) -> Message {
    let hint = nearest(typed).map_or_else(
        || Message::new("`vartani rules` में सब हैं", "`vartani rules` lists them"),
        |rule| Message::new(format!("क्या {} चाहिए?", rule.code), format!("did you mean {}?", rule.code)),
    );
    Message::new(
        format!("“{typed}” नाम का कोई नियम नहीं है; {}", hint.hi),
        format!("there is no rule \"{typed}\"; {}", hint.en),
    )
}

/// The rule that was probably meant. The family before the stroke is often left out or mistaken for
/// another, so the names decide; the families only between equals.
fn nearest(typed: &str) -> Option<&'static Rule> {
    let typed = typed.trim().to_lowercase();
    // A family alone means all of its rules
    if RULES.iter().any(|rule| rule.code.split_once('/').is_some_and(|(family, _)| family == typed)) {
        return None;
    }
    let likeness = |rule: &Rule| {
        let by_name = strsim::jaro_winkler(name(&typed), name(rule.code));
        (by_name, strsim::jaro_winkler(&typed, rule.code))
    };
    let all = RULES.iter().map(|rule| (likeness(rule), rule));
    let near = all.filter(|((by_name, _), _)| *by_name >= NEAR);
    near.max_by(|(a, _), (b, _)| a.partial_cmp(b).unwrap_or(Ordering::Equal)).map(|(_, rule)| rule)
}

/// The part of a rule's code after the family.
fn name(code: &str) -> &str {
    code.rsplit('/').next().unwrap_or(code)
}
