//! What somebody else says: words between quotation marks are theirs.

use super::block_view::BlockView;
use crate::text::TokenKind;

/// Whether token `at` stands in a quotation that begins in the same block.
pub fn is_quoted(view: &BlockView<'_>, at: usize) -> bool {
    let (mut curly, mut single, mut straight, mut angled) = (false, false, false, false);
    for token in view.block.tokens.iter().take(at) {
        match token.kind {
            TokenKind::Mark('“') => curly = true,
            TokenKind::Mark('”') => curly = false,
            TokenKind::Mark('‘') => single = true,
            TokenKind::Mark('’') => single = false,
            TokenKind::Mark('«') => angled = true,
            TokenKind::Mark('»') => angled = false,
            TokenKind::Mark('"') => straight = !straight,
            _ => {}
        }
    }
    curly || single || straight || angled
}
