//! What two texts differ in.

/// What a text has in the place of what another one had: all before it is the same, and all behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Byte at which it begins, in either text; it may stand within a character.
    pub start: usize,
    /// Byte at which it ends in the old text.
    pub old_end: usize,
    /// Byte at which it ends in the new text.
    pub new_end: usize,
}

/// So many bytes are compared at a time.
const STRIDE: usize = 256;

impl Edit {
    /// The smallest edit that makes one text of another.
    pub fn between(old: &str, new: &str) -> Edit {
        let (old, new) = (old.as_bytes(), new.as_bytes());
        let start = common_prefix(old, new);
        let longest = old.len().min(new.len()) - start;
        let behind = common_suffix(old, new).min(longest);
        Edit { start, old_end: old.len() - behind, new_end: new.len() - behind }
    }
}

fn common_prefix(a: &[u8], b: &[u8]) -> usize {
    let same = STRIDE * a.chunks(STRIDE).zip(b.chunks(STRIDE)).take_while(|(a, b)| a == b).count();
    let same = same.min(a.len()).min(b.len());
    same + a[same..].iter().zip(&b[same..]).take_while(|(a, b)| a == b).count()
}

fn common_suffix(a: &[u8], b: &[u8]) -> usize {
    let same = STRIDE * a.rchunks(STRIDE).zip(b.rchunks(STRIDE)).take_while(|(a, b)| a == b).count();
    let same = same.min(a.len()).min(b.len());
    let (a, b) = (&a[..a.len() - same], &b[..b.len() - same]);
    same + a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn an_edit_makes_one_text_of_the_other(
            ahead in "[अa]{0,200}", old in "[अa😀]{0,9}", new in "[अa😀]{0,9}", behind in "[अa]{0,200}",
        ) {
            let (old, new) = (format!("{ahead}{old}{behind}"), format!("{ahead}{new}{behind}"));
            let edit = Edit::between(&old, &new);
            let bytes = [&old.as_bytes()[..edit.start], &new.as_bytes()[edit.start..edit.new_end], &old.as_bytes()[edit.old_end..]].concat();
            proptest::prop_assert_eq!(bytes, new.as_bytes());
        }
    }
}
