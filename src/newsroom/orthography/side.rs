//! On which side of a matter a word is.

/// One of the ways in which a thing may be written, all of them right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Side(pub u8);

impl Side {
    /// The way that the standard advises.
    pub const ADVISED: Side = Side(0);
    /// The other one, where there are two.
    pub const OTHER: Side = Side(1);

    /// The place of this way in a list of all.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The one of two ways that this one is not.
    pub fn opposite(self) -> Side {
        Side(1 - self.0)
    }
}
