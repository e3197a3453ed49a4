//! The desk that a document says it is from: in front matter, in `<meta>`.

use super::stated::plain_name;

/// Names of the desk in front matter, `<meta>` and exports, in lower case and without `_`, `-` and `:`.
const DESK: [&str; 7] = ["desk", "section", "articlesection", "category", "डेस्क", "अनुभाग", "श्रेणी"];

/// Maximum length of the name of a desk, in characters; what is longer is cut.
const MAX_DESK: usize = 60;

/// Whether a document calls its desk by this name: `section`, `article:section`.
pub fn is_name_of_desk(name: &str) -> bool {
    DESK.contains(&&*plain_name(name))
}

/// A desk as it is counted: in one line, without space around it; `None` if nothing is left.
pub fn desk(value: &str) -> Option<String> {
    let words: Vec<&str> = value.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let desk: String = words.join(" ").chars().take(MAX_DESK).collect();
    (!desk.is_empty()).then_some(desk)
}
