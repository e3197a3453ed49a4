//! The command line: the one place below which nothing reads files, prints or looks at the clock.

pub mod compare;
