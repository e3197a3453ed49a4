//! `vartani serve` as programs on this machine, and strangers on it, meet it: the real binary over loopback.
//!
//! A limit of many seconds only ends what hangs.
#![cfg(all(feature = "cli", feature = "serve"))]

mod access;
mod bounds;
mod check;
mod client;
mod languagetool;
mod newsroom;
mod start;
