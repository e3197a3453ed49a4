//! Whether two spellings are one name or word: word for word, or as one person's full name.

use super::comparison::Comparison;
use super::prepared::word_for_word;
use super::{full_name, phrase};
use crate::newsroom::Newsroom;

/// Whether two spellings, of one word or of several, are one name or word.
pub fn compare(a: &str, b: &str, newsroom: &Newsroom) -> Comparison {
    let said = word_for_word(a, b, newsroom);
    if said.same || (phrase::is_word(a) && phrase::is_word(b)) {
        return said;
    }
    full_name::same(a, b, newsroom).unwrap_or(said)
}
