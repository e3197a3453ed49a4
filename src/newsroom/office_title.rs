//! What is left of a title without whose office it is: राष्ट्रपति of अमेरिका के राष्ट्रपति.
//!
//! Shared with the build, which makes the table of offices by their titles.

use super::gazetteer::{and, key};

/// What stands between a country or body and a title.
const OF: [&str; 3] = ["के", "की", "का"];

/// Whether a word, by its key, stands between a country or body and a title.
pub fn is_of(word: &str) -> bool {
    OF.contains(&word)
}

/// The joined key of a title without its owner, the longest part of it that ends in a name for which `is_owner`
/// holds (given the joined key of the name).
pub fn without_owner(title: &str, is_owner: impl Fn(&str) -> bool) -> String {
    let key = key(title);
    let words: Vec<&str> = key.split(' ').map(and).collect();
    let ends_owner = |end: &usize| (0..*end).any(|start| is_owner(&words[start..*end].concat()));
    let owner = (1..words.len()).rev().find(ends_owner).unwrap_or(0);
    let rest = match words.get(owner) {
        Some(word) if owner > 0 && is_of(word) => owner + 1,
        _ => owner,
    };
    words[rest..].concat()
}
