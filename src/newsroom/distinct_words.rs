//! Words that look like two spellings of one word and are two: अवधि/अवधी. From `data/lexicon/distinct-words.tsv`.

// `static DISTINCT_WORDS: &[(&str, &str)]`: pairs of orthographic keys, the smaller first, sorted.
include!(concat!(env!("OUT_DIR"), "/distinct_words.rs"));

/// Maximum number of characters of an ending that both words share.
const MAX_ENDING: usize = 6;

/// Whether two words, by their orthographic keys, are known to be two, in these forms or without an ending that
/// both share: सांसदों/संसदों as सांसद/संसद.
pub fn are_distinct(a: &str, b: &str) -> bool {
    let shared = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).take(MAX_ENDING);
    let mut ending = 0;
    is_listed(a, b)
        || shared.map(|(c, _)| c.len_utf8()).any(|bytes| {
            ending += bytes;
            is_listed(&a[..a.len() - ending], &b[..b.len() - ending])
        })
}

fn is_listed(a: &str, b: &str) -> bool {
    let pair = if a <= b { (a, b) } else { (b, a) };
    DISTINCT_WORDS.binary_search(&pair).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::orthographic;

    #[test]
    fn a_pair_is_found_in_either_order_and_with_an_ending() {
        let are_distinct = |a: &str, b: &str| are_distinct(&orthographic(a), &orthographic(b));
        assert!(are_distinct("अवधी", "अवधि"));
        assert!(are_distinct("संसदों", "सांसदों"));
        assert!(are_distinct("निकली", "निकाली"));
        assert!(!are_distinct("अवधि", "अवधि"));
        assert!(!are_distinct("मॉस्को", "मास्को"));
    }
}
