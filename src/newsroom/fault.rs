//! What is wrong in a file that a person wrote for vartani.

use std::ops::Range;

/// A fault in a configuration or actor file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the file.
    pub place: Range<usize>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong and what to do, in English.
    pub message: String,
}

impl Fault {
    /// A fault at a place in `text`.
    pub fn new(text: &str, place: Range<usize>, message: impl Into<String>) -> Fault {
        let before = text.get(..place.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Fault {
            line: 1 + before.matches('\n').count(),
            column: 1 + before[line_start..].chars().count(),
            place,
            message: message.into(),
        }
    }

    /// The fault that the TOML reader found.
    pub fn from_toml(text: &str, error: &toml::de::Error) -> Fault {
        Fault::new(text, error.span().unwrap_or(0..0), error.message().replace('\n', "; "))
    }
}
