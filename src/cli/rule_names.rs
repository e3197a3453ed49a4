//! Rules as people name them at the command line.

use crate::rules::{Message, RULES, Rule};

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
    let hint = Rule::nearest(typed).map_or_else(
        || Message::new("`vartani rules` में सब हैं", "`vartani rules` lists them"),
        |rule| Message::new(format!("क्या {} चाहिए?", rule.code), format!("did you mean {}?", rule.code)),
    );
    Message::new(
        format!("“{typed}” नाम का कोई नियम नहीं है; {}", hint.hi),
        format!("there is no rule \"{typed}\"; {}", hint.en),
    )
}
