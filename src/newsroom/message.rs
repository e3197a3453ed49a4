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

/// Stands between two texts that are packed into one: the separator of units, which nobody writes.
const BETWEEN: char = '\u{1F}';

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

    /// Both texts in one, for a library that carries a single text from us to us, as serde does with errors.
    pub fn packed(&self) -> String {
        format!("{}{BETWEEN}{}", self.hi, self.en)
    }

    /// What [`packed`](Message::packed) has packed; `None` for any other text.
    pub fn unpacked(text: &str) -> Option<Message> {
        text.split_once(BETWEEN).map(|(hi, en)| Message::new(hi, en))
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
