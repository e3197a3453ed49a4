//! What the newsroom does not want read, blanked out before anything is read.

use std::borrow::Cow;

use crate::newsroom::Newsroom;

/// The document with spaces for what the newsroom does not want read, so that places stay what they are.
pub(super) fn without_skipped<'a>(document: &'a str, newsroom: &Newsroom) -> Cow<'a, str> {
    let mut spans = newsroom.skip.spans(document);
    if spans.is_empty() {
        return Cow::Borrowed(document);
    }
    spans.sort_unstable_by_key(|span| span.start);
    let mut out = String::with_capacity(document.len());
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        let (start, end) = (span.start.max(out.len()), span.end.max(out.len()));
        out.push_str(&document[out.len()..start]);
        for c in document[start..end].chars() {
            match c {
                '\n' | '\r' => out.push(c),
                _ => out.extend(std::iter::repeat_n(' ', c.len_utf8())),
            }
        }
    }
    out.push_str(&document[out.len()..]);
    Cow::Owned(out)
}
