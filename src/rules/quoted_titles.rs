//! Titles of works and single words in quotation marks: they stand as their authors wrote them.

use std::ops::Range;

use crate::reading::BlockView;
use crate::text::TokenKind;

/// More words than this between quotation marks are somebody's speech.
const MAX_WORDS: usize = 5;

/// For each token of a block whether it stands between quotation marks and the whole is too short for speech.
pub(super) fn in_titles(view: &BlockView<'_>) -> Vec<bool> {
    let mut out = vec![false; view.block.tokens.len()];
    let mut open: Option<(usize, char)> = None;
    for (at, token) in view.block.tokens.iter().enumerate() {
        let TokenKind::Mark(mark) = token.kind else { continue };
        match (open, closing(mark)) {
            (Some((start, end)), _) if mark == end => {
                if is_title(view, start + 1..at) {
                    out[start + 1..at].fill(true);
                }
                open = None;
            }
            (_, Some(end)) => open = Some((at, end)),
            _ => {}
        }
    }
    out
}

fn closing(mark: char) -> Option<char> {
    match mark {
        '“' => Some('”'),
        '‘' => Some('’'),
        '«' => Some('»'),
        '"' | '\'' => Some(mark),
        _ => None,
    }
}

fn is_title(view: &BlockView<'_>, range: Range<usize>) -> bool {
    let tokens = &view.block.tokens[range];
    let ends_sentence = |mark: char| matches!(mark, '।' | '?' | '!');
    tokens.iter().filter(|token| token.is_word()).count() <= MAX_WORDS
        && !tokens.iter().any(|token| matches!(token.kind, TokenKind::Mark(mark) if ends_sentence(mark)))
}
