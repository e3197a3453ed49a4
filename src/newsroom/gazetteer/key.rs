//! The keys under which a gazetteer has names.

use crate::text::fold;
use crate::text::letters::ascii_digits;

/// The key of a name of one or more words. A number is a word of its own, as it is in an article: एल1.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    key_into(name, &mut key);
    key
}

/// Appends the key of a name to `key`.
pub fn key_into(name: &str, key: &mut String) {
    let start = key.len();
    for word in name.split([' ', '-', '.', '(', ')']) {
        let mut rest = word;
        while !rest.is_empty() {
            let is_number = rest.starts_with(is_digit);
            let end = rest.find(|c| is_digit(c) != is_number).unwrap_or(rest.len());
            if key.len() > start {
                key.push(' ');
            }
            if is_number {
                key.push_str(&ascii_digits(&rest[..end]));
            } else {
                fold::orthographic_into(&rest[..end], key);
            }
            rest = &rest[end..];
        }
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('०'..='९').contains(&c)
}

/// The key of words that are written as one or apart: प्रधानमंत्री, प्रधान मंत्री.
pub fn joined_key(words: &str) -> String {
    key(words).split(' ').map(and).collect()
}

/// A word of a title, with one word for all that say "and".
pub fn and(word: &str) -> &str {
    if matches!(word, "एवं" | "तथा" | "व") { "और" } else { word }
}
