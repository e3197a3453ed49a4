//! Distances: `दो हफ़्ते पहले`, `साल भर बाद`, `1 महीने और 21 दिन पहले`, `हमले के एक दिन बाद`.

use super::words::{Read, Words};
use super::{Anchor, Meaning, Offset, duration};
use crate::newsroom::calendar::CalendarWord;

/// A distance. `is_after_time` tells whether another expression ends right before this one and its से or के.
pub(super) fn offset(words: Words<'_>, at: usize, is_after_time: bool) -> Read<Meaning> {
    let (length, end) = duration::length(words, at)?;
    let end = words.past(end, CalendarWord::Of);
    let is_before = match words.calendar(end)? {
        CalendarWord::Ago => true,
        CalendarWord::Later => false,
        _ => return None,
    };
    Some((Meaning::Offset(Offset { length, is_before, anchor: anchor(words, at, is_after_time) }), end + 1))
}

fn anchor(words: Words<'_>, start: usize, is_after_time: bool) -> Anchor {
    let mut at = start;
    while at > 0 && words.is_about(at - 1) {
        at -= 1;
    }
    match words.before(at) {
        Some(CalendarWord::From) if words.before(at - 1) == Some(CalendarWord::Now) => Anchor::Now,
        Some(CalendarWord::From | CalendarWord::Of) if is_after_time => Anchor::Before,
        Some(CalendarWord::From | CalendarWord::Of | CalendarWord::Thereof) => {
            Anchor::Event { event: None, other: None }
        }
        _ => Anchor::Dateline,
    }
}
