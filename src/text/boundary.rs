//! Where characters begin, near a byte that may stand within one.
//!
//! As the functions of these names in the standard library, which need a newer Rust than vartani does.

/// The last place at or before byte `at` where a character begins, or the end of the text.
pub fn floor_char_boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The first place at or behind byte `at` where a character begins, or the end of the text.
pub fn ceil_char_boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_within_a_letter_is_brought_to_either_side_of_it() {
        let text = "कल";
        let around = |at| (floor_char_boundary(text, at), ceil_char_boundary(text, at));
        assert_eq!([0, 1, 3, 5, 6, 9].map(around), [(0, 0), (0, 3), (3, 3), (3, 6), (6, 6), (6, 6)]);
    }
}
