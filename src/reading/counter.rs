//! How often things of a kind occur in an article: a sum that blocks are added to and subtracted from.

use std::collections::hash_map::Entry;
use std::hash::Hash;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Things with their counts. Sums may be made in any order; a count may be less than nothing meanwhile.
#[derive(Clone, Debug)]
pub(super) struct Counter<T: Eq + Hash> {
    counts: Counts<T>,
}

/// Of most words an article has few uses, which are found sooner in a row than by their hashes.
#[derive(Clone, Debug)]
enum Counts<T: Eq + Hash> {
    Few(SmallVec<[(T, i32); FEW]>),
    Many(FxHashMap<T, i32>),
}

/// So many things are kept where the counter is.
const FEW: usize = 2;

/// More things than these are found by their hashes.
const MANY: usize = 12;

impl<T: Eq + Hash> Default for Counter<T> {
    fn default() -> Self {
        Counter { counts: Counts::Few(SmallVec::new()) }
    }
}

impl<T: Eq + Hash> Counter<T> {
    /// Adds to the count of a thing. `Some(true)` if that adds it, `Some(false)` if it removes
    /// it, `None` if it was there before and after, or never.
    pub fn change(&mut self, thing: T, by: i32) -> Option<bool> {
        let after = self.counts.add(thing, by);
        let before = after - by;
        ((before > 0) != (after > 0)).then_some(after > 0)
    }

    /// Whether a thing is counted.
    pub fn contains(&self, thing: &T) -> bool {
        let count = match &self.counts {
            Counts::Few(row) => row.iter().find(|(other, _)| other == thing).map(|(_, count)| *count),
            Counts::Many(map) => map.get(thing).copied(),
        };
        count.is_some_and(|count| count > 0)
    }

    /// The things counted, each once, in no order.
    pub fn things(&self) -> impl Iterator<Item = &T> {
        self.counts.iter().filter(|(_, count)| *count > 0).map(|(thing, _)| thing)
    }

    /// The things with their counts, none of them nothing, in no order.
    pub fn into_counts(self) -> impl Iterator<Item = (T, i32)> {
        let (row, map) = match self.counts {
            Counts::Few(row) => (row, FxHashMap::default()),
            Counts::Many(map) => (SmallVec::new(), map),
        };
        row.into_iter().chain(map)
    }

    /// How many things there are, each as often as it was counted.
    pub fn total(&self) -> i32 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// Whether nothing is counted.
    pub fn is_empty(&self) -> bool {
        self.things().next().is_none()
    }
}

impl<T: Eq + Hash> Counts<T> {
    /// Adds to a count, and returns what it is then. What is counted 0 times is forgotten.
    fn add(&mut self, thing: T, by: i32) -> i32 {
        match self {
            Counts::Few(row) => match row.iter().position(|(other, _)| *other == thing) {
                Some(at) => {
                    row[at].1 += by;
                    let after = row[at].1;
                    if after == 0 {
                        row.swap_remove(at);
                    }
                    after
                }
                None => {
                    row.push((thing, by));
                    if row.len() > MANY {
                        *self = Counts::Many(row.drain(..).collect());
                    }
                    by
                }
            },
            Counts::Many(map) => match map.entry(thing) {
                Entry::Vacant(vacant) => *vacant.insert(by),
                Entry::Occupied(mut occupied) => {
                    *occupied.get_mut() += by;
                    let after = *occupied.get();
                    if after == 0 {
                        occupied.remove();
                    }
                    after
                }
            },
        }
    }

    fn iter(&self) -> impl Iterator<Item = (&T, i32)> {
        let (row, map) = match self {
            Counts::Few(row) => (Some(row.iter()), None),
            Counts::Many(map) => (None, Some(map.iter())),
        };
        let row = row.into_iter().flatten().map(|(thing, count)| (thing, *count));
        row.chain(map.into_iter().flatten().map(|(thing, count)| (thing, *count)))
    }
}
