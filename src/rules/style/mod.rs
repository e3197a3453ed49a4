//! The newsroom's own rules.

pub mod pattern;
