//! Names that are sometimes two spellings of one name, and sometimes the names of two people: मिश्र/मिश्रा,
//! अजीत/अजित. From `data/lexicon/one-or-two.tsv`.

/// What such a pair is when nothing else is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Usually {
    /// One name in two spellings.
    One,
    /// Two names.
    Two,
}

// `static AMBIGUOUS_NAMES: &[(&str, &str, Usually)]`: pairs of orthographic keys, the smaller first, sorted.
include!(concat!(env!("OUT_DIR"), "/ambiguous_names.rs"));

/// What two names usually are, by their orthographic keys; `None` for a pair that is not listed.
pub fn usually(a: &str, b: &str) -> Option<Usually> {
    let pair = if a <= b { (a, b) } else { (b, a) };
    AMBIGUOUS_NAMES.binary_search_by_key(&pair, |&(a, b, _)| (a, b)).ok().map(|at| AMBIGUOUS_NAMES[at].2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::orthographic;

    #[test]
    fn a_pair_is_found_in_either_order_and_every_school() {
        let usually = |a: &str, b: &str| super::usually(&orthographic(a), &orthographic(b));
        assert_eq!(usually("मिश्रा", "मिश्र"), Some(Usually::Two));
        assert_eq!(usually("रवीन्द्र", "रविंदर"), Some(Usually::Two));
        assert_eq!(usually("अजित", "अजीत"), Some(Usually::One));
        assert_eq!(usually("अजित", "मिश्र"), None);
    }
}
