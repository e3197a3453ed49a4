//! One file per feature of the protocol: a function from a snapshot and the client's parameters to the
//! client's answer.

pub mod code_action;
pub mod code_lens;
pub mod completion;
pub mod cursor;
pub mod definition;
pub mod diagnostics;
pub mod document_highlight;
pub mod document_symbol;
pub mod edits;
pub mod folding_range;
pub mod formatting;
pub mod hover;
pub mod inlay_hint;
pub mod linked_editing_range;
pub mod references;
pub mod rename;
#[cfg(test)]
mod sample;
pub mod selection_range;
pub mod semantic_tokens;
pub mod workspace_diagnostic;
pub mod workspace_symbol;
