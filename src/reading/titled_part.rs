//! A first name or a surname behind the title of a seat: सीएम शिवराज, मुख्यमंत्री ठाकरे, डिप्टी सीएम केशव मौर्य.
//!
//! Such a part of a full name is nobody's in all other places. Here it may be that of whoever held the office.

use super::block_view::BlockView;
use super::name_use::NameUse;
use super::namesakes::place_before;
use super::title::{before_honorifics, has_title_before};
use crate::newsroom::{NameRef, Newsroom, Role, offices};

/// Maximum number of words in a part of a name.
const MAX_WORDS: usize = 2;

/// Maximum number of tokens, of honorifics and their stops, between a title and a name: श्री, डॉ., एयर चीफ़ मार्शल.
const MAX_TOKENS_BEHIND: usize = 12;

/// The part of a name at token `start` behind a title of whoever bears the name. `found` is the name of one word that lists
/// have there; what it may be, the part may be too.
pub(super) fn find(
    view: &BlockView<'_>,
    newsroom: &Newsroom,
    start: usize,
    found: Option<&NameUse>,
) -> Option<NameUse> {
    let mut near = start.saturating_sub(MAX_TOKENS_BEHIND)..start;
    if !near.any(|at| view.word(at).is_some_and(|word| word.ends_seat_title)) {
        return None;
    }
    let end = before_honorifics(view, start);
    view.word_before(end).filter(|title| title.ends_seat_title)?;
    let said = place_before(view, end - 1);
    let is_there = |role: &Role| {
        let place = said.and_then(|said| Some((said, offices::place_of(role)?)));
        place.is_none_or(|(said, place)| said == place)
    };
    let may_be = |name: &NameRef| has_title_before(view, start, newsroom.actor(name.actor), is_there);
    (1..=MAX_WORDS).rev().find_map(|words| {
        let keys: Option<Vec<&str>> =
            (start..start + words).map(|at| view.word(at).map(|word| &*word.key)).collect();
        let keys = keys.filter(|keys| words > 1 || !offices::is_middle_name(keys[0]))?;
        let listed = found.filter(|_| words == 1).map_or(&[][..], |found| &found.names);
        let mut parts = newsroom.parts(&keys.join(" "));
        parts.retain(|part| may_be(part) && !listed.iter().any(|name| name.actor == part.actor));
        if parts.is_empty() {
            return None;
        }
        parts.extend_from_slice(listed);
        NameUse::of(view, start..start + words, &parts, None)
    })
}
