//! The command line as programs and newsrooms rely on it: its contracts on the real binary, a file a command.
#![cfg(feature = "cli")]

mod actors;
mod archive;
mod bad_input;
mod cache;
mod check;
mod compare;
mod completions;
mod cross_file;
mod documents;
mod errors;
mod explain;
mod exports;
mod fix;
mod folder;
mod formats;
mod harm;
mod help;
mod house_style;
mod ignore;
mod import;
mod init;
mod inspect;
mod json;
mod ledger;
mod newsroom;
mod packs;
mod survey;
mod trial;
