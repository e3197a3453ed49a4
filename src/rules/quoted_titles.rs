//! Titles of works and single words in quotation marks: they stand as their authors wrote them.

use std::ops::Range;

use crate::reading::BlockView;
use crate::text::TokenKind;

/// More words than this between quotation marks are somebody's speech.
const MAX_WORDS: usize = 5;

/// For each token of a block whether it stands between quotation marks and the whole is too short for speech.
pub(super) fn in_titles(view: &BlockView<'_>) -> Vec<bool> {
    let mut out = vec![false; view.block.tokens.len()];
    for inside in view.quotations.inside() {
        if is_title(view, inside.clone()) {
            out[inside].fill(true);
        }
    }
    out
}

fn is_title(view: &BlockView<'_>, range: Range<usize>) -> bool {
    let tokens = &view.block.tokens[range];
    let ends_sentence = |mark: char| matches!(mark, '।' | '?' | '!');
    // Enough of them are looked at to know
    tokens.iter().filter(|token| token.is_word()).take(MAX_WORDS + 1).count() <= MAX_WORDS
        && !tokens.iter().any(|token| matches!(token.kind, TokenKind::Mark(mark) if ends_sentence(mark)))
}
