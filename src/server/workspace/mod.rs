//! The folders that a client has open, and what is known of the articles in them that it has not.
//!
//! Nothing is read before somebody asks, and nothing is kept of an article but what is shown of it: its
//! diagnostics and symbols. Whoever asks waits for one scan; the next one reads only what has changed.

pub mod closed;
pub mod cross_file;
pub mod edits;
pub mod folders;
pub mod overview;
mod scan;
