//! A list in pieces that are shared.

use std::ops::{Index, Range};
use std::sync::Arc;

/// Maximum number of things in a piece.
const MAX: usize = 128;

/// A list of which a copy costs as little as its pieces are few, and an edit copies only the pieces that it touches.
#[derive(Clone, Debug)]
pub struct Pieces<T> {
    pieces: Vec<Arc<Vec<T>>>,
    /// The number of things up to the end of each piece.
    ends: Vec<usize>,
}

impl<T> Default for Pieces<T> {
    fn default() -> Self {
        Pieces { pieces: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Pieces<T> {
    /// The number of things.
    pub fn len(&self) -> usize {
        self.ends.last().copied().unwrap_or_default()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The things, in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.pieces.iter().flat_map(|piece| piece.iter())
    }

    /// The piece with a thing, and where in it that is.
    fn place(&self, number: usize) -> (usize, usize) {
        let piece = self.ends.partition_point(|end| *end <= number);
        (piece, number - piece.checked_sub(1).map_or(0, |before| self.ends[before]))
    }
}

impl<T: Clone> Pieces<T> {
    /// Puts things in the place of others.
    pub fn splice(&mut self, range: Range<usize>, new: impl IntoIterator<Item = T>) {
        let ((first, head), (last, tail)) = (self.place(range.start), self.place(range.end));
        // At the end of the list there is no piece, and what stands at the end of another one goes on in it
        let (first, head) = match first.checked_sub(1).filter(|_| head == 0) {
            Some(before) => (before, self.pieces[before].len()),
            None => (first, head),
        };
        let mut things: Vec<T> = self.pieces.get(first).map_or(&[][..], |piece| &piece[..head]).to_vec();
        things.extend(new);
        things.extend_from_slice(self.pieces.get(last).map_or(&[][..], |piece| &piece[tail..]));
        let pieces = match things.len() {
            ..=MAX => Vec::from_iter((!things.is_empty()).then(|| Arc::new(things))),
            _ => in_halves(things),
        };
        self.pieces.splice(first..(last + 1).min(self.pieces.len()), pieces);
        self.ends.truncate(first);
        let mut end = self.len();
        self.ends.extend(self.pieces[first..].iter().map(|piece| {
            end += piece.len();
            end
        }));
    }

    /// Puts a thing in the place of another.
    pub fn set(&mut self, number: usize, thing: T) {
        let (piece, at) = self.place(number);
        Arc::make_mut(&mut self.pieces[piece])[at] = thing;
    }
}

/// Pieces of half their size, so that what is added where a piece is full does not copy all of it each time.
fn in_halves<T>(things: impl IntoIterator<Item = T>) -> Vec<Arc<Vec<T>>> {
    let mut things = things.into_iter();
    let piece = || {
        let piece: Vec<T> = things.by_ref().take(MAX / 2).collect();
        (!piece.is_empty()).then(|| Arc::new(piece))
    };
    std::iter::from_fn(piece).collect()
}

impl<T> FromIterator<T> for Pieces<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Self {
        let pieces = in_halves(things);
        let ends = pieces.iter().scan(0, |end, piece| {
            *end += piece.len();
            Some(*end)
        });
        Pieces { ends: ends.collect(), pieces }
    }
}

impl<T> Index<usize> for Pieces<T> {
    type Output = T;

    fn index(&self, number: usize) -> &T {
        let (piece, at) = self.place(number);
        &self.pieces[piece][at]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_list_in_pieces_is_that_list(
            edits in prop::collection::vec((any::<prop::sample::Index>(), 0..300_usize, 0..300_usize, any::<prop::sample::Index>()), 1..20),
        ) {
            let (mut list, mut pieces) = (Vec::new(), Pieces::default());
            for (number, (start, gone, new, one)) in edits.into_iter().enumerate() {
                let start = start.index(list.len() + 1);
                let end = (start + gone).min(list.len());
                let before = pieces.clone();
                let old = list.clone();
                list.splice(start..end, vec![number; new]);
                pieces.splice(start..end, vec![number; new]);
                if !list.is_empty() {
                    let one = one.index(list.len());
                    list[one] = usize::MAX;
                    pieces.set(one, usize::MAX);
                    prop_assert_eq!(pieces[one], usize::MAX);
                }
                prop_assert_eq!(pieces.len(), list.len());
                prop_assert_eq!(pieces.iter().copied().collect::<Vec<_>>(), list.clone());
                prop_assert!((0..list.len()).all(|at| pieces[at] == list[at]));
                prop_assert_eq!(before.iter().copied().collect::<Vec<_>>(), old, "a copy stays as it was");
                prop_assert!(pieces.pieces.iter().all(|piece| !piece.is_empty()));
            }
        }
    }
}
