//! Which names go on from a place, the shortest first.

use std::collections::VecDeque;

use super::posting::Posting;
use super::walk::Walk;

/// The names from a place on, those that end soonest first, with the number of bytes until they end: at most `most`.
/// `postings` are those of the names that end at a place, `next` calls back with where names go on by one byte.
pub fn soonest<P: Iterator<Item = Posting>>(
    at: Walk,
    most: usize,
    postings: impl Fn(Walk) -> P,
    next: impl Fn(Walk, &mut dyn FnMut(Walk)),
) -> Vec<(usize, Posting)> {
    const NODES_FOR_A_NAME: usize = 64;
    let mut found = Vec::new();
    let mut ahead = VecDeque::from([(0, at)]);
    for _ in 0..most.saturating_mul(NODES_FOR_A_NAME) {
        let Some((depth, walk)) = ahead.pop_front() else { break };
        found.extend(postings(walk).take(most - found.len()).map(|posting| (depth, posting)));
        if found.len() == most {
            break;
        }
        next(walk, &mut |walk| ahead.push_back((depth + 1, walk)));
    }
    found
}
