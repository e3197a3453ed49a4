//! The characters that tell what is no prose.

use crate::text::letters::{is_devanagari, is_joiner};

/// U+FFFC OBJECT REPLACEMENT CHARACTER: here stands something that is no prose.
pub const OBJECT: char = '\u{FFFC}';

/// Whether a character can stand in a name that people give to sites, files and tags: letters, digits and signs of
/// any script.
pub fn is_name_char(c: char) -> bool {
    c.is_alphanumeric() || is_devanagari(c) || is_joiner(c)
}
