//! What is new in a reading against the one before.

use std::ops::Range;

/// What is new in a reading against the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// These blocks were read …
    pub read: Range<usize>,
    /// … in place of so many that stood there.
    pub replaced: usize,
    /// Other blocks, by number, that say something else now: who or when is meant is resolved by the whole.
    pub resolved: Vec<usize>,
}

impl Changes {
    /// All blocks of an article of so many, none of which was known.
    pub fn all(blocks: usize) -> Changes {
        Changes { read: 0..blocks, replaced: 0, resolved: Vec::new() }
    }

    /// The number of a block now that had this number before and is none of those replaced.
    pub fn renumber(&self, block: usize) -> usize {
        if block < self.read.start { block } else { block + self.read.len() - self.replaced }
    }

    /// Whether blocks have other numbers now.
    pub fn moves_blocks(&self) -> bool {
        self.read.len() != self.replaced
    }

    /// The blocks that say something new.
    pub fn blocks(&self) -> impl Iterator<Item = usize> + '_ {
        self.read.clone().chain(self.resolved.iter().copied())
    }
}
