//! One file per feature of the protocol: a function from a snapshot and the client's parameters to the
//! client's answer.

pub mod completion;
pub mod diagnostics;
pub mod hover;
pub mod inlay_hint;
