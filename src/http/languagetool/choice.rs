//! Which rules a client of LanguageTool wants to hear of.

use crate::http::refusal::Refusal;
use crate::newsroom::Message;

/// Rules and categories by their ids: a category is a family of rules.
#[derive(Debug, Default)]
pub struct RuleChoice {
    enabled: Vec<String>,
    disabled: Vec<String>,
    enabled_categories: Vec<String>,
    disabled_categories: Vec<String>,
    only: bool,
}

impl RuleChoice {
    /// Reads a parameter, if it is about rules.
    pub fn read(&mut self, name: &str, value: &str) {
        let listed = match name {
            "enabledRules" => &mut self.enabled,
            "disabledRules" => &mut self.disabled,
            "enabledCategories" => &mut self.enabled_categories,
            "disabledCategories" => &mut self.disabled_categories,
            "enabledOnly" => {
                self.only = matches!(value, "true" | "yes");
                return;
            }
            _ => return,
        };
        listed.extend(value.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned));
    }

    /// # Errors
    /// Only what is enabled is wanted, and nothing is.
    pub fn checked(self) -> Result<RuleChoice, Refusal> {
        if self.only && self.enabled.is_empty() && self.enabled_categories.is_empty() {
            let message = Message::new(
                "enabledOnly=true के साथ enabledRules या enabledCategories भी भेजें",
                "You must specify enabled rules or categories when using enabledOnly=true",
            );
            return Err(Refusal::bad("parameter", message));
        }
        Ok(self)
    }

    /// Whether somebody wants to hear of a rule.
    pub fn wants(&self, rule: &str) -> bool {
        let family = rule.split('/').next().unwrap_or_default();
        let has = |ids: &[String], wanted: &str| ids.iter().any(|id| id == wanted);
        let is_enabled = has(&self.enabled, rule);
        if self.only {
            return is_enabled || has(&self.enabled_categories, family);
        }
        is_enabled || !(has(&self.disabled, rule) || has(&self.disabled_categories, family))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants(parameters: &[(&str, &str)], rule: &str) -> bool {
        let mut choice = RuleChoice::default();
        parameters.iter().for_each(|(name, value)| choice.read(name, value));
        choice.checked().unwrap().wants(rule)
    }

    #[test]
    fn rules_and_families_are_switched_on_and_off() {
        assert!(wants(&[], "date/weekday"));
        assert!(!wants(&[("disabledRules", "text/danda,date/weekday")], "date/weekday"));
        assert!(!wants(&[("disabledCategories", "date")], "date/weekday"));
        assert!(wants(&[("disabledCategories", "date"), ("enabledRules", "date/weekday")], "date/weekday"));
        let only = ("enabledOnly", "true");
        assert!(wants(&[only, ("enabledRules", "date/weekday")], "date/weekday"));
        assert!(!wants(&[only, ("enabledRules", "date/weekday")], "text/danda"));
        assert!(wants(&[only, ("enabledCategories", "text")], "text/danda"));
    }

    #[test]
    fn only_of_nothing_is_no_choice() {
        let mut choice = RuleChoice::default();
        choice.read("enabledOnly", "true");
        assert!(choice.checked().is_err());
    }
}
