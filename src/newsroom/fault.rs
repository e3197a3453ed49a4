//! What is wrong in a file that a person wrote for vartani.

use std::ops::Range;

use super::{Message, toml_fault};

/// A fault in a configuration or actor file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the file.
    pub place: Range<usize>,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: Message,
}

impl Fault {
    /// A fault at a place in `text`.
    pub fn new(text: &str, place: Range<usize>, message: Message) -> Fault {
        let before = text.get(..place.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        Fault {
            line: 1 + before.matches('\n').count(),
            column: 1 + before[line_start..].chars().count(),
            place,
            message,
        }
    }

    /// The fault that the TOML reader found.
    pub fn from_toml(text: &str, error: &toml::de::Error) -> Fault {
        Fault::new(text, error.span().unwrap_or(0..0), toml_fault::message(error.message()))
    }
}
