//! Rules about spelling.

pub mod across;
pub(super) mod compound;
pub(super) mod confused;
pub(super) mod encoding;
pub(super) mod house;
pub(super) mod inconsistent;
pub(super) mod latin;
pub(super) mod misspelling;
pub(crate) mod orthography;
