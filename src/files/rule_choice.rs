//! Rules chosen for one run, whatever configurations say.

use crate::newsroom::{Config, Level};
use crate::rules::{RULES, Rule};

/// Which rules a run wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleChoice {
    /// Only these; empty for all that are on.
    selected: Vec<&'static str>,
    /// Not these.
    ignored: Vec<&'static str>,
}

impl RuleChoice {
    /// What was asked for: codes of rules in groups, as families stand for several.
    pub fn of(selected: &[Vec<&'static str>], ignored: &[Vec<&'static str>]) -> RuleChoice {
        RuleChoice { selected: selected.concat(), ignored: ignored.concat() }
    }

    /// Switches rules on and off in a configuration.
    pub(super) fn apply(&self, config: &mut Config) {
        for rule in RULES {
            let is_selected = self.selected.is_empty() || self.selected.contains(&rule.code);
            if !is_selected || self.ignored.contains(&rule.code) {
                config.set_level(rule.code, Level::Off);
            } else if !self.selected.is_empty() && is_off(rule, config) {
                config.set_level(rule.code, Level::Hint);
            }
        }
    }
}

fn is_off(rule: &Rule, config: &Config) -> bool {
    match config.level(rule.code) {
        Some(level) => level == Level::Off,
        None => rule.severity.is_none(),
    }
}
