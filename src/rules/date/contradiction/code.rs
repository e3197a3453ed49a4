//! The code that the files of this rule share.

pub const CODE: &str = "date/contradiction";
