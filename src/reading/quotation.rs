//! What somebody else says: words between quotation marks are theirs.
//!
//! The one reading of quotation marks. `marks` finds them and tells them from apostrophes and inches, `pairs`
//! matches those of a block, and `paragraphs` those of quotations that run over several. Only what is matched is a
//! quotation: a mark that is never closed quotes nothing.

mod marks;
mod pairs;
mod paragraphs;

pub use marks::{Form, Neighbour, QuotationMark, Side};
pub(super) use pairs::find;
pub(super) use paragraphs::{Reach, resolve};

use std::ops::Range;

use smallvec::SmallVec;

/// The quotation marks of a block, matched as far as the block tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotations {
    /// The marks, in order.
    pub marks: Vec<QuotationMark>,
    /// The tokens where quotations begin and end, in turns: every other one leads out again.
    turns: Vec<u32>,
    /// The marks without a partner that may have one in another block, as indices of `marks`.
    loose: SmallVec<[u32; 2]>,
}

/// What other blocks say of the quotations of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// What they quote of it.
    pub(super) edges: Edges,
    /// What becomes of each mark without a partner in the block.
    fates: SmallVec<[Fate; 2]>,
}

/// What quotations that run over several blocks quote of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edges {
    /// Tokens before this one.
    head: u32,
    /// Tokens behind this one.
    tail: u32,
}

/// What becomes of a mark without a partner in its block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its partner stands in another block.
    Across,
    /// The next one without a partner is its partner: one of the two has its space on the wrong side.
    WithNext,
    /// The one before is its partner.
    WithLast,
    /// It has none.
    Alone,
}

/// Where the partner of a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Partner {
    /// In the same block: the index of the mark.
    Mark(usize),
    /// In another block.
    Across,
    /// Nowhere.
    Missing,
}

impl Default for Edges {
    fn default() -> Edges {
        Edges { head: 0, tail: u32::MAX }
    }
}

impl Edges {
    /// Whether a token stands in a quotation that began in a block before or goes on in the next.
    pub(super) fn is_quoted(self, token: usize) -> bool {
        token < self.head as usize || token > self.tail as usize
    }
}

impl Quotations {
    /// Each mark with its side and its partner, as the whole article shows them.
    pub fn resolved(&self, around: &Neighbours) -> Vec<(QuotationMark, Partner)> {
        let own = |mark: &QuotationMark| match mark.partner {
            Some(partner) => (*mark, Partner::Mark(partner as usize)),
            None => (*mark, Partner::Missing),
        };
        let mut out: Vec<(QuotationMark, Partner)> = self.marks.iter().map(own).collect();
        for (at, (&mark, fate)) in self.loose.iter().zip(&around.fates).enumerate() {
            let (resolved, partner) = &mut out[mark as usize];
            match fate {
                Fate::Across => *partner = Partner::Across,
                Fate::Alone => {}
                Fate::WithNext => {
                    resolved.side = Side::Opens;
                    *partner = Partner::Mark(self.loose[at + 1] as usize);
                }
                Fate::WithLast => {
                    resolved.side = Side::Closes;
                    *partner = Partner::Mark(self.loose[at - 1] as usize);
                }
            }
        }
        out
    }

    /// The tokens between each two marks that are partners in the block.
    pub fn inside(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.marks.iter().filter(|mark| mark.side == Side::Opens).filter_map(|mark| {
            let close = &self.marks[mark.partner? as usize];
            Some(mark.tokens().end..close.tokens().start)
        })
    }

    /// Whether a token stands between marks that are partners in the block.
    pub(super) fn is_quoted(&self, token: usize) -> bool {
        self.turns.partition_point(|turn| (*turn as usize) < token) % 2 == 1
    }
}
