//! Rules about signs and words on the page.

pub(super) mod danda;
pub(super) mod digits;
pub mod ignore;
pub(super) mod quotes;
pub(super) mod repeated_word;
pub(super) mod spacing;
pub mod unused_ignore;
