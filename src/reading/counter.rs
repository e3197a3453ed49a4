//! How often things of a kind occur in an article: a sum that blocks are added to and subtracted from.

use std::collections::hash_map::Entry;
use std::hash::Hash;

use rustc_hash::FxHashMap;

/// Things with their counts. Sums may be made in any order; a count may be less than nothing meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counter<T: Eq + Hash> {
    counts: FxHashMap<T, i32>,
}

impl<T: Eq + Hash> Default for Counter<T> {
    fn default() -> Self {
        Counter { counts: FxHashMap::default() }
    }
}

impl<T: Eq + Hash> Counter<T> {
    /// Adds to the count of a thing. `Some(true)` if that adds it, `Some(false)` if it removes
    /// it, `None` if it was there before and after, or never.
    pub fn change(&mut self, thing: T, by: i32) -> Option<bool> {
        let (before, after) = match self.counts.entry(thing) {
            Entry::Vacant(vacant) => {
                vacant.insert(by);
                (0, by)
            }
            Entry::Occupied(mut occupied) => {
                let before = *occupied.get();
                *occupied.get_mut() += by;
                if before + by == 0 {
                    occupied.remove();
                }
                (before, before + by)
            }
        };
        ((before > 0) != (after > 0)).then_some(after > 0)
    }

    /// Whether a thing is counted.
    pub fn contains(&self, thing: &T) -> bool {
        self.counts.get(thing).is_some_and(|&count| count > 0)
    }

    /// The things counted, each once, in no order.
    pub fn things(&self) -> impl Iterator<Item = &T> {
        self.counts.iter().filter(|(_, count)| **count > 0).map(|(thing, _)| thing)
    }

    /// The things with their counts, none of them nothing, in no order.
    pub fn into_counts(self) -> impl Iterator<Item = (T, i32)> {
        self.counts.into_iter()
    }

    /// How many things there are, each as often as it was counted.
    pub fn total(&self) -> i32 {
        self.counts.values().sum()
    }

    /// Whether nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.things().next().is_none()
    }
}
