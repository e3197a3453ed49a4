//! What stands behind the word under the pointer: a card on an actor, on a date or on a spelling.

mod actor;
mod candidates;
mod card;
mod date;
mod spelling;

use crate::diagnostics::Snapshot;
use crate::newsroom::Locale;

pub use actor::profile;
pub use card::Card;
pub(super) use date::day_lines;

/// The card on what stands at byte `offset` of the document.
///
/// Of an actor and a spelling that meet in one word the card is the actor's, which tells the spellings too.
pub fn hover(snapshot: &Snapshot, offset: usize, locale: Locale) -> Option<Card> {
    actor::card(snapshot, offset, locale)
        .or_else(|| date::card(snapshot, offset, locale))
        .or_else(|| spelling::card(snapshot, offset, locale))
        .or_else(|| candidates::card(snapshot, offset, locale))
}
