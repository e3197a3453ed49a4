//! TODO
pub(in crate::rules) fn check(_: &crate::reading::Reading<'_>, _: &mut Vec<crate::rules::Finding>) {}
