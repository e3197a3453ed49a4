//! One file per feature of the protocol: a function from a snapshot and the client's parameters to the
//! client's answer.

pub mod code_action;
pub mod cursor;
pub mod document_highlight;
pub mod edits;
pub mod references;
pub mod rename;
#[cfg(test)]
mod sample;
pub mod semantic_tokens;
