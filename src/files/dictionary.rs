//! The user's own dictionary: `vartani/dictionary.txt` in the folder of the user's configurations, one word a line.
//!
//! Its words are right for this user in every newsroom; what a newsroom has decided still holds.

use std::path::PathBuf;

use etcetera::{BaseStrategy as _, choose_base_strategy};
use rustc_hash::FxHashSet;

use super::read::{MAX_CONFIG, read_regular};
use super::{FileError, Problem};
use crate::newsroom::{Fault, Message};

/// Maximum length in bytes of a word.
const MAX_WORD: usize = 200;

/// Maximum number of bad lines that are named one by one.
const MAX_FAULTS: usize = 20;

/// What a dictionary says, and the lines that are no words.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    pub words: FxHashSet<String>,
    pub faults: Vec<Fault>,
}

/// Where the user's dictionary is, whether it exists or not; `None` on a machine without a folder for it.
pub fn dictionary_path() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.config_dir().join("vartani").join("dictionary.txt"))
}

impl Dictionary {
    /// Reads the user's dictionary; without one no word is in it.
    ///
    /// # Errors
    /// The file is there and cannot be read.
    pub fn read() -> Result<Dictionary, FileError> {
        let Some(path) = dictionary_path() else { return Ok(Dictionary::default()) };
        match read_regular(&path, MAX_CONFIG) {
            Ok(file) => Ok(Dictionary::parse(&file.text)),
            Err(FileError { problem: Problem::Missing | Problem::Denied, .. }) => Ok(Dictionary::default()),
            Err(error) => Err(error),
        }
    }

    /// Reads one word a line; empty lines and those that begin with `#` are none.
    pub fn parse(text: &str) -> Dictionary {
        let mut read = Dictionary::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let word = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
            let is_comment = word.is_empty() || word.starts_with('#');
            match word_fault(word) {
                _ if is_comment => {}
                None => {
                    read.words.insert(word.to_owned());
                }
                Some(_) if read.faults.len() == MAX_FAULTS => {}
                Some(reason) => read.faults.push(Fault::new(text, start..start + line.len(), reason)),
            }
            start += line.len();
        }
        read
    }
}

/// Why a line is no word of a dictionary.
fn word_fault(word: &str) -> Option<Message> {
    let (hi, en) = if word.len() > MAX_WORD {
        ("यह शब्द बहुत लंबा है", "this is too long for a word")
    } else if word.contains(char::is_whitespace) {
        ("यहाँ एक से ज़्यादा शब्द हैं", "this is more than one word")
    } else if word.contains(char::is_control) || !word.contains(char::is_alphabetic) {
        ("यह शब्द नहीं है", "this is not a word")
    } else {
        return None;
    };
    Some(Message::new(format!("{hi}; एक पंक्ति में एक शब्द लिखें"), format!("{en}; write one word a line")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_named_and_the_rest_is_used() {
        let read = Dictionary::parse("\u{FEFF}# अपने शब्द\r\nमीडियाकर्मी\r\n\r\nदो शब्द\r\n12\r\n  चौपाली\n");
        let mut words: Vec<&str> = read.words.iter().map(String::as_str).collect();
        words.sort_unstable();
        assert_eq!(words, ["चौपाली", "मीडियाकर्मी"]);
        let lines: Vec<usize> = read.faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [4, 5]);
        assert!(read.faults[0].message.en.contains("one word a line"));
    }

    #[test]
    fn of_many_bad_lines_the_first_are_named() {
        let read = Dictionary::parse(&"क ख\n".repeat(1000));
        assert_eq!((read.words.len(), read.faults.len()), (0, MAX_FAULTS));
        assert!(!Dictionary::parse(&"क".repeat(MAX_WORD)).faults.is_empty());
    }
}
