//! Names in the order of their keys: made in a moment, where a finite-state map takes several.
//!
//! They are walked as the map is, byte by byte: a place in them is the names that begin with what was read so far.

use super::names::Names;
use super::walk::Walk;

/// Names in the order of their keys.
pub struct Sorted {
    keys: Vec<u8>,
    names: Vec<Name>,
    postings: Vec<u64>,
}

/// Where the key of a name ends in `keys`, and its postings in `postings`; they begin where those before it end.
#[derive(Clone, Copy)]
struct Name {
    key_end: u32,
    postings_end: u32,
}

/// The names that begin with what was read so far, and how long that is.
#[derive(Clone, Copy)]
struct Place {
    first: usize,
    end: usize,
    depth: usize,
}

/// A walk has room for two numbers of this many bits beside the first.
const BITS: u32 = 32;

impl Place {
    fn walk(self) -> Walk {
        Walk { node: self.first, output: (self.end as u64) << BITS | self.depth as u64 }
    }

    fn of(walk: Walk) -> Place {
        let depth = walk.output as u32;
        Place { first: walk.node, end: (walk.output >> BITS) as usize, depth: depth as usize }
    }
}

impl Sorted {
    pub fn of(names: Names) -> Sorted {
        let mut sorted = Sorted { keys: Vec::new(), names: Vec::new(), postings: Vec::new() };
        names.for_each_key(|key, postings| {
            sorted.keys.extend(key);
            sorted.postings.extend(postings);
            let (key_end, postings_end) = (sorted.keys.len() as u32, sorted.postings.len() as u32);
            sorted.names.push(Name { key_end, postings_end });
        });
        sorted
    }

    /// The beginning of every name.
    pub fn start(&self) -> Walk {
        Place { first: 0, end: self.names.len(), depth: 0 }.walk()
    }

    /// Reads on; `None` where no name goes on so.
    pub fn walk(&self, from: Walk, key: &str) -> Option<Walk> {
        let Place { first, end, depth } = Place::of(from);
        let rest = |number: usize| &self.key(number)[depth..];
        let first = partition(first, end, |number| rest(number) < key.as_bytes());
        let end = partition(first, end, |number| rest(number).starts_with(key.as_bytes()));
        let place = Place { first, end, depth: depth + key.len() };
        (first < end || key.is_empty()).then(|| place.walk())
    }

    /// Whom the name that ends here leads to.
    pub fn postings(&self, at: Walk) -> &[u64] {
        let Place { first, end, depth } = Place::of(at);
        if first == end || self.key(first).len() != depth {
            return &[];
        }
        let start = first.checked_sub(1).map_or(0, |before| self.names[before].postings_end);
        &self.postings[start as usize..self.names[first].postings_end as usize]
    }

    /// Where names go on by one byte, in the order of the bytes.
    pub fn next(&self, at: Walk) -> impl Iterator<Item = Walk> + '_ {
        let Place { mut first, end, depth } = Place::of(at);
        first += usize::from(first < end && self.key(first).len() == depth);
        std::iter::from_fn(move || {
            let byte = *self.key(Some(first).filter(|first| *first < end)?).get(depth)?;
            let place = Place {
                first,
                depth: depth + 1,
                end: partition(first, end, |at| self.key(at)[depth] <= byte),
            };
            first = place.end;
            Some(place.walk())
        })
    }

    fn key(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |before| self.names[before].key_end);
        &self.keys[start as usize..self.names[number].key_end as usize]
    }
}

/// The first number from `first` on, and before `end`, of which something does not hold; it holds of none behind it.
fn partition(first: usize, end: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut first, mut end) = (first, end);
    while first < end {
        let middle = first + (end - first) / 2;
        match holds(middle) {
            true => first = middle + 1,
            false => end = middle,
        }
    }
    first
}
