//! A Bloom filter of the keys of common words: a quick look whether a word, put together from parts of another, may be one.
//!
//! It is filled when vartani is built, and says yes to one key in fifteen that is none. What a key hashes to is a sum over its
//! letters, so that the hash of head, middle and tail is found from theirs, without putting them together.

/// Bits of the filter, some six for each key.
const BITS: usize = 1 << 16;

/// Bytes of the filter.
pub const BYTES: usize = BITS / 8;

/// What the hash of letters is multiplied by for each letter behind them: any odd number whose bits look random.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

/// What spreads a hash over the bits of the filter.
const SPREAD: u64 = 0xD6E8_FEB8_6659_FD93;

/// Letters of the longest word with a hash.
const MAX_LETTERS: usize = 48;

/// The powers of `BASE`.
static POWERS: [u64; MAX_LETTERS + 1] = powers();

const fn powers() -> [u64; MAX_LETTERS + 1] {
    let mut powers = [1u64; MAX_LETTERS + 1];
    let mut n = 1;
    while n < powers.len() {
        powers[n] = powers[n - 1].wrapping_mul(BASE);
        n += 1;
    }
    powers
}

/// The hash of some letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hash(u64);

impl Hash {
    /// The hash of letters in order.
    pub fn of<'a>(letters: impl IntoIterator<Item = &'a char>) -> Hash {
        letters.into_iter().fold(Hash::default(), |hash, letter| hash.before(Hash::of_letter(*letter), 1))
    }

    /// The hash of one letter.
    pub fn of_letter(letter: char) -> Hash {
        Hash(u64::from(u32::from(letter)))
    }

    /// The hash of these letters and others behind them, of which there are `count`; at most [`MAX_LETTERS`].
    pub fn before(self, others: Hash, count: usize) -> Hash {
        Hash(self.0.wrapping_mul(POWERS[count.min(MAX_LETTERS)]).wrapping_add(others.0))
    }

    /// The two bits of the filter that a key of this hash sets.
    pub fn bits(self) -> [usize; 2] {
        let spread = (self.0 ^ self.0 >> 29).wrapping_mul(SPREAD);
        [(spread >> 48) as usize % BITS, (spread >> 24) as usize % BITS]
    }

    /// Whether a key of this hash may be among those that the filter was made of.
    pub fn may_be_in(self, filter: &[u8; BYTES]) -> bool {
        self.bits().iter().all(|bit| filter[bit / 8] >> (bit % 8) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_the_hash_of_the_whole() {
        let letters: Vec<char> = "संग्रहालय".chars().collect();
        for (start, end) in [(0, 0), (0, 4), (3, 5), (2, letters.len()), (0, letters.len())] {
            let (head, middle, tail) = (&letters[..start], &letters[start..end], &letters[end..]);
            let put =
                Hash::of(head).before(Hash::of(middle), middle.len()).before(Hash::of(tail), tail.len());
            assert_eq!(put, Hash::of(&letters));
        }
    }

    #[test]
    fn what_is_in_a_filter_is_found_in_it() {
        let hash = |word: &str| Hash::of(&word.chars().collect::<Vec<_>>());
        let mut made = [0; BYTES];
        for bit in ["समय", "सरकार", "बैठक"].into_iter().flat_map(|word| hash(word).bits())
        {
            made[bit / 8] |= 1 << (bit % 8);
        }
        let may_be_in = |word: &str| hash(word).may_be_in(&made);
        assert!(["समय", "सरकार", "बैठक"].into_iter().all(may_be_in));
        assert!(!["समाय", "सरकर", "बठैक"].into_iter().any(may_be_in));
    }
}
