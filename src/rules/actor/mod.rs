//! Rules about the names of actors.

pub(super) mod name_form;
pub(super) mod title;
