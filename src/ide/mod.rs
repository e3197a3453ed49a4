//! What an editor asks of one [`Snapshot`](crate::diagnostics::Snapshot), as plain data.
//!
//! Nothing here knows the protocol: positions are byte offsets, texts are strings, and the server turns the
//! answers into what its client understands.

pub mod actions;
mod alike;
pub mod code_lens;
mod completion;
pub(crate) mod config_edit;
pub(crate) mod config_schema;
mod hints;
mod hover;
pub mod inspect;
pub mod linked_names;
pub mod outline;
pub mod references;
pub mod rename;
pub(crate) mod respell_workspace;
pub mod selection;
pub mod semantic_tokens;
mod wording;

pub use completion::{Occasion, Suggestion, SuggestionKind, complete, complete_settings};
pub use hints::{Hint, HintChoice, People, hints};
pub use hover::{Card, hover, profile};
