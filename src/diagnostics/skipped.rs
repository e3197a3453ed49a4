//! What the newsroom does not want read, blanked out before anything is read.

use std::borrow::Cow;

use regex::Captures;

use crate::newsroom::Newsroom;

/// The document with spaces for what the newsroom does not want read, so that places stay what they are.
pub(super) fn without_skipped<'a>(document: &'a str, newsroom: &Newsroom) -> Cow<'a, str> {
    let mut document = Cow::Borrowed(document);
    for pattern in &newsroom.skip {
        let blank = |found: &Captures<'_>| {
            let as_spaces = |c: char| {
                if matches!(c, '\n' | '\r') { c.to_string() } else { " ".repeat(c.len_utf8()) }
            };
            found[0].chars().map(as_spaces).collect::<String>()
        };
        if let Cow::Owned(blanked) = pattern.replace_all(&document, blank) {
            document = Cow::Owned(blanked);
        }
    }
    document
}
