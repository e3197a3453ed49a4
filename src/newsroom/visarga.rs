//! Words that are never printed without their visarga: अतः, अंतःकरण.

use crate::text::fold::orthographic;
use crate::text::letters::VISARGA;

// `static VISARGA_WORDS: &[&str]`, sorted, with the visarga, otherwise orthographic keys; see build/encoding.rs.
include!(concat!(env!("OUT_DIR"), "/visarga.rs"));

/// Whether a word that ends in a visarga is one of them.
pub fn ends_so(word: &str) -> bool {
    word.strip_suffix(VISARGA).is_some_and(|bare| is_listed(&format!("{}{VISARGA}", orthographic(bare))))
}

/// Whether two parts with a visarga between them are one of them, or a form of one: दुः + खों.
pub fn joins(before: &str, after: &str) -> bool {
    const ENDINGS: &[&str] = &["", "ों", "ो", "ा", "े", "ी", "ि"];
    let before = orthographic(before);
    let after = orthographic(after);
    ENDINGS.iter().any(|ending| {
        let stem = after.strip_suffix(ending);
        stem.is_some_and(|stem| !stem.is_empty() && is_listed(&format!("{before}{VISARGA}{stem}")))
    })
}

fn is_listed(key: &str) -> bool {
    VISARGA_WORDS.binary_search(&key).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_their_parts() {
        assert!(ends_so("अतः") && ends_so("प्रायः") && ends_so("सम्भवतः") && ends_so("संभवतः"));
        assert!(joins("दु", "ख") && joins("दु", "खों") && joins("नि", "शुल्क") && joins("अन्त", "करण"));
        assert!(!ends_so("मंत्रीः") && !ends_so("अंतः") && !joins("कहा", "मैं") && !joins("दु", "कान"));
    }
}
