//! A finite-state map in the form that the `fst` crate writes, read so that no bytes can make it panic.
//!
//! `fst` reads its own maps too, but trusts them: a wrong address or size ends the process. A compiled gazetteer may
//! come from a cache that somebody else has written to, and to check a map of a million names as a whole would take
//! longer than to open it. So each node is checked when it is read, and where a node is none, no name goes on.
//!
//! A map is a header of two numbers, the nodes, and a footer with the number of keys, the address of the root and a
//! checksum. A node is read backwards from its last byte, which is its address, and leads only to nodes before it.

/// The version of the form that is read here.
const VERSION: u64 = 3;
const HEADER: usize = 16;
const FOOTER: usize = 20;
/// The address of the node at which a key ends and none goes on, which is not written.
const EMPTY: usize = 0;
/// A node with more transitions than this has an index of them by byte.
const INDEXED_FROM: usize = 33;

/// The bytes that a node with one transition names by their number, from one on.
const COMMON: &[u8; 63] = b"te/oasripcnw.hlm-du012g=:bf3y5&_4v9678k%?xCDASFIBEjPTzRNM+LOqHG";

/// The address of the first node.
///
/// `None` if the bytes are not a map of this form.
pub fn root(map: &[u8]) -> Option<usize> {
    let number = |at: usize| Some(u64::from_le_bytes(map.get(at..at + 8)?.try_into().ok()?));
    let root = map.len().checked_sub(HEADER + FOOTER).and_then(|_| number(map.len() - FOOTER + 8))?;
    let root = usize::try_from(root).ok()?;
    (number(0)? == VERSION && root < map.len() - FOOTER).then_some(root)
}

/// A state of the map: whether a key ends here, and how keys go on.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    /// What is added to the output of a key that ends here; `None` where none does.
    pub final_output: Option<u64>,
    /// The bytes by which keys go on, the last first, as all lists of a node.
    inputs: &'a [u8],
    /// How far before the node the next ones end; empty where the next one stands just before it.
    deltas: &'a [u8],
    outputs: &'a [u8],
    /// The number of each transition by its byte, in a node that has many.
    index: &'a [u8],
    /// Where the node begins.
    start: usize,
}

impl<'a> Node<'a> {
    /// The node at an address; `None` where there is none.
    pub fn at(map: &'a [u8], address: usize) -> Option<Node<'a>> {
        const EMPTY_NODE: Node =
            Node { final_output: Some(0), inputs: &[], deltas: &[], outputs: &[], index: &[], start: 0 };
        if address == EMPTY {
            return Some(EMPTY_NODE);
        }
        let mut rest = map.get(..=address)?;
        let (first, common) = {
            let state = take(&mut rest, 1)?[0];
            (state >> 6, usize::from(state & 0b11_1111))
        };
        let mut node = EMPTY_NODE;
        if first >= 0b10 {
            node.final_output = None;
            node.inputs = if common == 0 { take(&mut rest, 1)? } else { &COMMON[common - 1..common] };
            if first == 0b10 {
                let (delta, output) = sizes(&mut rest)?;
                node.deltas = take(&mut rest, delta)?;
                node.outputs = take(&mut rest, output)?;
            }
        } else {
            let count = match common {
                // One would be in the state, and 256 has no byte
                0 => match take(&mut rest, 1)?[0] {
                    1 => 256,
                    count => usize::from(count),
                },
                count => count,
            };
            let (delta, output) = sizes(&mut rest)?;
            node.index = take(&mut rest, if count < INDEXED_FROM { 0 } else { 256 })?;
            node.inputs = take(&mut rest, count)?;
            node.deltas = take(&mut rest, count * delta)?;
            node.outputs = take(&mut rest, count * output)?;
            node.final_output = match first {
                0b01 => Some(number(take(&mut rest, output)?)),
                _ => None,
            };
        }
        node.start = rest.len();
        Some(node)
    }

    /// Where keys go on with `byte`: the address of the next node, and what is added to the output.
    pub fn next(&self, byte: u8) -> Option<(usize, u64)> {
        let number = match self.index.get(usize::from(byte)) {
            Some(&number) => usize::from(number),
            None => self.inputs.iter().rev().position(|&input| input == byte)?,
        };
        self.transition(number)
    }

    /// All transitions in the order of their bytes, as [`Node::next`] gives them.
    pub fn transitions(self) -> impl Iterator<Item = (usize, u64)> + 'a {
        (0..self.inputs.len()).filter_map(move |number| self.transition(number))
    }

    fn transition(&self, number_of_it: usize) -> Option<(usize, u64)> {
        let from_end = self.inputs.len().checked_sub(number_of_it + 1)?;
        let of = |list: &'a [u8]| {
            let size = list.len() / self.inputs.len();
            number(&list[from_end * size..(from_end + 1) * size])
        };
        let address = match of(self.deltas) {
            _ if self.deltas.is_empty() => self.start.checked_sub(1)?,
            0 => EMPTY,
            delta => self.start.checked_sub(usize::try_from(delta).ok()?)?,
        };
        Some((address, of(self.outputs)))
    }
}

/// The last bytes of what is left.
fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (before, taken) = rest.split_at_checked(rest.len().checked_sub(count)?)?;
    *rest = before;
    Some(taken)
}

/// The sizes of one delta and of one output, in bytes.
fn sizes(rest: &mut &[u8]) -> Option<(usize, usize)> {
    let both = take(rest, 1)?[0];
    let (delta, output) = (usize::from(both >> 4), usize::from(both & 0xF));
    (delta <= 8 && output <= 8).then_some((delta, output))
}

/// A little-endian number of at most eight bytes.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a map says of a key.
    fn get(map: &[u8], key: &[u8]) -> Option<u64> {
        let (mut node, mut output) = (Node::at(map, root(map)?)?, 0_u64);
        for &byte in key {
            let (address, more) = node.next(byte)?;
            (node, output) = (Node::at(map, address)?, output.wrapping_add(more));
        }
        Some(output.wrapping_add(node.final_output?))
    }

    fn map(keys: &[(Vec<u8>, u64)]) -> Vec<u8> {
        let mut map = fst::raw::Builder::memory();
        for (key, value) in keys {
            map.insert(key, *value).unwrap();
        }
        map.into_inner().unwrap()
    }

    /// Keys of every byte: nodes with one transition, few and 256, with and without outputs.
    fn keys() -> Vec<(Vec<u8>, u64)> {
        let mut keys: Vec<(Vec<u8>, u64)> = Vec::new();
        for byte in 0..=255 {
            keys.push((vec![byte], u64::from(byte) << (byte % 64)));
            keys.push((vec![byte, byte, b'-', byte], u64::from(byte)));
            if byte % 3 == 0 {
                keys.extend((0..40).map(|other| (vec![byte, byte, b'.', other], 7)));
            }
        }
        keys.sort();
        keys
    }

    #[test]
    fn what_fst_wrote_is_read() {
        let keys = keys();
        let map = map(&keys);
        for (key, value) in &keys {
            assert_eq!(get(&map, key), Some(*value), "{key:?}");
            assert_eq!(get(&map, &[key, &b"!!"[..]].concat()), None);
        }
        assert_eq!(get(&map, b""), None);
        let all = Node::at(&map, root(&map).unwrap()).unwrap();
        assert_eq!(all.transitions().count(), 256);
        assert!(
            (0..=255).zip(all.transitions()).all(|(byte, transition)| all.next(byte) == Some(transition))
        );
    }

    #[test]
    fn an_empty_map_has_no_key() {
        let map = map(&[]);
        assert_eq!((get(&map, b""), get(&map, b"a")), (None, None));
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let good = map(&keys()[..90]);
        let read_all = |map: &[u8]| {
            for address in 0..map.len() + 2 {
                let Some(node) = Node::at(map, address) else { continue };
                assert!(
                    node.transitions().all(|(next, _)| next < address),
                    "a node leads only to what is before it"
                );
                assert!((0..=255).filter_map(|byte| node.next(byte)).all(|(next, _)| next < address));
            }
        };
        for at in 0..good.len() {
            for value in [0, 1, 0x3F, 0x41, 0x80, 0x88, 0xC0, 0xFF] {
                let mut bad = good.clone();
                bad[at] = value;
                get(&bad, b"aa-a");
                if at % 64 == 0 {
                    read_all(&bad);
                }
            }
            root(&good[..at]);
            get(&good[at..], b"aa-a");
        }
        read_all(&good);
    }
}
