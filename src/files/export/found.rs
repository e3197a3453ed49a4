//! What is found in an export.

use super::item::Item;
use crate::rules::Message;

/// The articles of an export, and what is wrong with those that could not be read.
#[derive(Debug, Default)]
pub struct Export {
    /// The articles, in the order of the file.
    pub items: Vec<Item>,
    /// What could not be read: one sentence each, without the name of the file.
    pub faults: Vec<(Option<usize>, Message)>,
}

/// Maximum number of faults that are told of one file.
pub const MAX_FAULTS: usize = 20;

impl Export {
    /// Adds a fault of a line.
    pub fn fault(&mut self, line: Option<usize>, hi: String, en: String) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push((line, Message::new(hi, en)));
        }
    }
}
