//! What the article says: mentions of actors and dates, and the spellings of one name.
//!
//! Stands on [`crate::text`] and [`crate::newsroom`]; it judges nothing, it reads. Pure: no I/O, no
//! clock, no global state.

pub mod spelling;
