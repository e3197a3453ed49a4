//! What there is to say, in both languages.

use std::fmt;

/// A text for people, in Hindi and in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// In Hindi.
    pub hi: String,
    /// In English.
    pub en: String,
}

impl Message {
    /// A text in both languages.
    pub fn new(hi: impl Into<String>, en: impl Into<String>) -> Message {
        Message { hi: hi.into(), en: en.into() }
    }

    /// What is said in English only.
    pub fn same(text: impl Into<String>) -> Message {
        let text = text.into();
        Message { hi: text.clone(), en: text }
    }

    /// The same with something in front of it.
    #[must_use]
    pub fn behind(&self, beginning: &str) -> Message {
        Message { hi: format!("{beginning}{}", self.hi), en: format!("{beginning}{}", self.en) }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

impl std::error::Error for Message {}
