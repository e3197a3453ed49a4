//! The language server: a face of the house that speaks the Language Server Protocol.
//!
//! One short file per feature ([`features`]) over plain data from the [`desk`](crate::desk). Types of the
//! protocol and its columns stay on this floor.

pub mod features;
pub mod position;
