//! Rules about signs and words on the page.

pub mod ignore;
pub(super) mod quotes;
pub(super) mod repeated_word;
