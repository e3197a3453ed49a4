//! The language server as a client meets it: over a pipe in memory, and as the real binary over stdio.
//!
//! Each test is a fact. Most of them are traps that tower-lsp 0.20 was seen to fall into, or that other
//! prose servers did. No test measures time: a limit of many seconds only ends what hangs.
#![cfg(feature = "server")]

mod actions;
#[cfg(feature = "cli")]
mod binary;
mod burst;
mod client;
mod columns;
mod cross_file;
mod diagnostics;
mod fairness;
mod hints;
mod ledger;
mod lifecycle;
mod malformed_input;
mod newsroom;
mod on_demand;
mod page;
mod random;
mod settings;
mod soak;
mod trace;
mod trust;
mod workspace;
