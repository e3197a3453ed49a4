//! The language server as a client meets it: over a pipe in memory, and as the real binary over stdio.
//!
//! Each test is a fact. Most of them are traps that tower-lsp 0.20 was seen to fall into, or that other
//! prose servers did. No test measures time: a limit of many seconds only ends what hangs.
#![cfg(feature = "server")]

mod across;
mod actions;
#[cfg(feature = "cli")]
mod binary;
mod client;
mod columns;
mod diagnostics;
mod flood;
mod hints;
mod lifecycle;
mod newsroom;
mod page;
mod random;
mod settings;
mod trace;
mod wild;
mod workspace;
