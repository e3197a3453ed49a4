//! The schools and the words of `data/orthography/`, which all of them look up.

// `NUKTA_WORDS` … `PAIRS`: see build/orthography.rs.
include!(concat!(env!("OUT_DIR"), "/orthography.rs"));

/// A matter in which schools of spelling differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum School {
    /// हिंदी, हिन्दी.
    Nasal,
    /// हाँ, हां.
    Chandrabindu,
    /// ज़मीन, जमीन.
    NuktaZ,
    /// फ़ैसला, फैसला.
    NuktaF,
    /// क़दम, कदम; ख़बर, खबर; ग़लत, गलत.
    NuktaQ,
    /// गए, गये.
    Glide,
    /// दुःख, दुख.
    Visarga,
    /// कर्तव्य, कर्त्तव्य: any consonant doubled after half र. Only the doubling tells.
    Reph,
    /// A word with spellings of its own, by its number in `data/orthography/pairs.tsv`: रुपये, रुपए.
    Pair(u16),
}

/// What a table says of a word with this key: its marks, and whether they are certain.
pub(super) fn mask(table: &[(&str, u32, bool)], key: &str) -> Option<(u32, bool)> {
    let at = table.binary_search_by_key(&key, |(word, ..)| word).ok()?;
    Some((table[at].1, table[at].2))
}

/// Each character with the one before and the two after it; spaces where there is none.
pub(super) fn windows(word: &str) -> impl Iterator<Item = (char, char, char, char)> + '_ {
    let mut rest = word.chars();
    let (mut before, mut here, mut next) = (' ', rest.next(), rest.next());
    std::iter::from_fn(move || {
        let (c, after) = (here?, rest.next());
        let window = (before, c, next.unwrap_or(' '), after.unwrap_or(' '));
        (before, here, next) = (c, next, after);
        Some(window)
    })
}
