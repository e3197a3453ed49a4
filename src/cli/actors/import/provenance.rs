//! Where imported entries are from.

use crate::newsroom::{Kind, PartialDate};

/// Where entries are from.
pub(super) struct Provenance {
    pub source: String,
    pub retrieved: PartialDate,
    pub kind: Kind,
}
