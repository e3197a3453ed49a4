//! The language in which something is said.

use serde::Deserialize;

use super::Message;

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Hindi.
    #[default]
    Hi,
    /// English.
    En,
}

impl Message {
    /// The text in one language.
    pub fn in_locale(&self, locale: Locale) -> &str {
        match locale {
            Locale::Hi => &self.hi,
            Locale::En => &self.en,
        }
    }
}
