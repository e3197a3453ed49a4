//! The copy desk: an article goes in, marks come out.
//!
//! The top of the pure floors. It runs the rules that the newsroom wants over a reading, gives each
//! finding its severity, and puts it where it stands in the document.

pub mod across;
pub mod actions;
mod checks;
mod comments;
mod complete;
mod draft;
mod flood;
pub mod folder;
pub mod highlighting;
mod hints;
mod hover;
pub mod lens;
mod lines;
mod mend;
pub mod occurrences;
pub mod outline;
mod phrases;
pub mod rename;
mod review;
#[cfg(test)]
pub(crate) mod sample;
pub mod selection;
mod snapshot;
pub mod style_edit;

pub use complete::{Suggestion, SuggestionKind, complete, complete_settings};
pub use draft::Draft;
pub use flood::MOST_OF_A_RULE;
pub use hints::{Hint, HintChoice, People, hints};
pub use hover::{Card, hover, profile};
pub use lines::{Lines, Position};
pub use mend::{Mended, mend};
pub use review::{Found, Mark, Mend, review};
pub use snapshot::Snapshot;
