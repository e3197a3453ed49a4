//! What the newsroom knows besides the text: actors and their roles, the calendar, words, house style.
//!
//! The knowledge that ships is compiled by `build.rs` from the files in `data/`; a newsroom adds its own.

mod lexicon;

pub use lexicon::Lexicon;
