//! What somebody else says: words between quotation marks are theirs.

use super::block_view::BlockView;
use crate::text::{Token, TokenKind};

/// Whether token `at` stands in a quotation that begins in the same block.
pub fn is_quoted(view: &BlockView<'_>, at: usize) -> bool {
    let turns = view.quotations.partition_point(|turn| (*turn as usize) < at);
    turns % 2 == 1
}

/// The marks with which quotations of a block begin and end, in turns: every other one leads out again.
pub(super) fn find(tokens: &[Token]) -> Vec<u32> {
    let (mut curly, mut single, mut straight, mut angled) = (false, false, false, false);
    let mut turns = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Mark('“') => curly = true,
            TokenKind::Mark('”') => curly = false,
            TokenKind::Mark('‘') => single = true,
            TokenKind::Mark('’') => single = false,
            TokenKind::Mark('«') => angled = true,
            TokenKind::Mark('»') => angled = false,
            TokenKind::Mark('"') => straight = !straight,
            _ => continue,
        }
        let is_quoted = curly || single || straight || angled;
        if is_quoted != (turns.len() % 2 == 1) {
            turns.push(at as u32);
        }
    }
    turns
}
