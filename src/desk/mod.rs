//! The copy desk: an article goes in, marks come out.
//!
//! The top of the pure floors. It runs the rules that the newsroom wants over a reading, gives each
//! finding its severity, and puts it where it stands in the document.

mod complete;
#[cfg(test)]
pub(crate) mod fixture;
mod hints;
mod hover;
mod lines;
mod phrases;
mod review;
mod snapshot;

pub use complete::{Suggestion, SuggestionKind, complete, complete_settings};
pub use hints::{Hint, HintChoice, People, hints};
pub use hover::{Card, hover};
pub use lines::{Lines, Position};
pub use review::{Mark, Mend, review};
pub use snapshot::Snapshot;
