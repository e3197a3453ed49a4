//! vartani (वर्तनी, "spelling") reads a Hindi news article the way a careful copy editor does.
//!
//! The house has eight floors, and each stands only on those below it:
//!
//! | floor | what it knows |
//! | --- | --- |
//! | [`server`], [`http`], [`cli`] | faces: the language server, the checker over HTTP and the command line |
//! | [`files`] | articles, configurations and actor files on disk, for all faces |
//! | [`ide`] | what an editor asks of one article: hover, completion, actions, rename |
//! | [`diagnostics`] | an article goes in, diagnostics come out |
//! | [`rules`] | what is wrong: a rule reads a reading and yields findings with fixes |
//! | [`reading`] | what the article says: mentions of actors, dates, the spellings of one name |
//! | [`newsroom`] | what the newsroom knows: actors and their roles in time, calendar, lexicon, house style |
//! | [`text`] | what is on the page: letters, words, sentences, blocks |
//!
//! # Example
//!
//! ```
//! use std::sync::Arc;
//! use vartani::diagnostics::diagnose;
//! use vartani::newsroom::{Config, Locale, Newsroom};
//! use vartani::reading::{DateHints, Reader};
//! use vartani::text::Format;
//!
//! let newsroom = Arc::new(Newsroom::shipped(Config::default()));
//! let mut reader = Reader::new(newsroom);
//! let article = "नई दिल्ली, 12 मार्च 2025। बैठक बुधवार, 13 मार्च 2025 को होगी।";
//! let found = diagnose(article, Format::Plain, &mut reader, DateHints::default());
//! assert_eq!(found[0].rule, "date/weekday");
//! println!("{}", found[0].message.in_locale(Locale::En));
//! ```
//!
//! Data flows one way: bytes → [`text::Article`] → [`reading::Reading`] → [`rules::Finding`]s → a report.
//! The floors from `text` to `ide` are pure: no I/O, no clock, no global state.

#![deny(missing_docs)]
#![forbid(unsafe_code)]
// Without its faces much of the house is not used
#![cfg_attr(
    not(all(feature = "cli", feature = "server", feature = "serve")),
    allow(dead_code, unused_imports)
)]

#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostics;
#[cfg(feature = "files")]
pub mod files;
#[cfg(feature = "serve")]
pub mod http;
pub mod ide;
pub mod newsroom;
pub mod reading;
pub mod rules;
#[cfg(feature = "server")]
pub mod server;
pub mod text;
