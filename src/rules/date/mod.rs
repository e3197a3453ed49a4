//! Rules about dates.

pub(super) mod impossible;
pub(super) mod weekday;
