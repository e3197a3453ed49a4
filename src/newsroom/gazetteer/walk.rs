//! Where somebody is who reads a name.

/// A place in the map while a name is read word by word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    /// The address of a node; the first of sorted names.
    pub(super) node: usize,
    pub(super) output: u64,
}
