//! A dictionary as a text: one word a line.

use rustc_hash::FxHashSet;

use super::{Fault, Message};

/// Maximum length in bytes of a word.
const MAX_WORD: usize = 200;

/// Maximum number of bad lines that are named one by one.
const MAX_FAULTS: usize = 20;

/// What a dictionary says, and the lines that are no words.
#[derive(Debug, Default)]
pub struct Dictionary {
    /// Its words.
    pub words: FxHashSet<String>,
    /// The first lines that are no words.
    pub faults: Vec<Fault>,
}

impl Dictionary {
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

    /// Whether a word can stand in a dictionary.
    pub fn may_have(word: &str) -> bool {
        word_fault(word).is_none() && !word.starts_with('#')
    }

    /// The text of a dictionary with a word more, at its end; `None` if it has the word, or cannot have it.
    pub fn with_word(text: &str, word: &str) -> Option<String> {
        if !Dictionary::may_have(word) || Dictionary::parse(text).words.contains(word) {
            return None;
        }
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let missing = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
        Some(format!("{text}{missing}{word}{line_end}"))
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

    #[test]
    fn a_word_is_added_at_the_end_in_the_line_ends_of_the_file() {
        let with = |text: &str, word: &str| Dictionary::with_word(text, word);
        assert_eq!(with("", "चौपाली").as_deref(), Some("चौपाली\n"));
        assert_eq!(with("# अपने\r\nक्रमवार", "चौपाली").as_deref(), Some("# अपने\r\nक्रमवार\r\nचौपाली\r\n"));
        for word in ["क्रमवार", "दो शब्द", "12", "#शब्द", ""] {
            assert_eq!(with("क्रमवार\n", word), None, "{word}");
        }
    }
}
