//! Tokens of one block that stand in a row.

use std::ops::Range;

/// A half-open range of token numbers of one block, `start..end`.
///
/// Unlike `Range<u32>` it is [`Copy`], and its ends are indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenRange {
    start: u32,
    end: u32,
}

impl TokenRange {
    /// The tokens from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> TokenRange {
        TokenRange { start: start as u32, end: end as u32 }
    }

    /// The number of the first token.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the number of the last token.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// How many tokens it covers.
    pub fn count(self) -> usize {
        self.range().len()
    }

    /// The same range as indices.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}
