//! Plain text: every line that says something is a block, and a message of a chat without who wrote it when.

use std::ops::Range;

use super::chat;
use crate::text::{Article, Block, BlockKind, Edit, Prose};

pub(super) fn parse(text: &str) -> Article {
    let mut article = Article::default();
    read(text, 0..text.len(), &mut article.blocks);
    article
}

/// Reads a text after an edit. The lines before and behind it are not looked at: their blocks are those of
/// the text as it was.
pub(in crate::text) fn parse_again(text: &str, edit: Edit, old: &Article) -> Article {
    // Whole lines: after the last line break ahead of the change, up to the first one behind it
    let start = text.as_bytes()[..edit.start].iter().rposition(is_line_break).map_or(0, |at| at + 1);
    let behind = text.as_bytes()[edit.new_end..].iter().position(is_line_break);
    let end = behind.map_or(text.len(), |at| edit.new_end + at);
    let old_end = end + edit.old_end - edit.new_end;

    let ahead = old.blocks.partition_point(|block| (block.start as usize) < start);
    let rest = old.blocks.partition_point(|block| (block.start as usize) < old_end);
    let mut blocks = Vec::with_capacity(old.blocks.len() + 1);
    blocks.extend_from_slice(&old.blocks[..ahead]);
    read(text, start..end, &mut blocks);
    blocks.extend(old.blocks[rest..].iter().map(|block| block.at(block.start as usize + end - old_end)));
    Article { blocks, ..Article::default() }
}

/// Reads the lines of a stretch of text.
fn read(text: &str, stretch: Range<usize>, blocks: &mut Vec<Block>) {
    let mut start = stretch.start;
    // Bytes, not characters: a line break is never part of another character, and most of a line is none
    let breaks = memchr::memchr2_iter(b'\n', b'\r', &text.as_bytes()[stretch.clone()]);
    for end in breaks.map(|at| stretch.start + at).chain([stretch.end]) {
        let said = start + chat::prefix(&text[start..end]);
        if !text[said..end].trim_start().is_empty() {
            blocks.push(Block::new(BlockKind::Paragraph, said, Prose::verbatim(&text[said..end]), false));
        }
        start = end + 1;
    }
}

fn is_line_break(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn blocks(article: &Article) -> Vec<(u32, &str)> {
        article.blocks.iter().map(|block| (block.start, block.text())).collect()
    }

    #[test]
    fn a_line_is_a_block_whatever_ends_it() {
        let article = parse("शीर्षक\r\n\r\nपहला पैरा।\nदूसरा।");
        assert_eq!(blocks(&article), [(0, "शीर्षक"), (22, "पहला पैरा।"), (51, "दूसरा।")]);
    }

    proptest! {
        #[test]
        fn a_text_that_changed_has_the_blocks_of_a_new_one(
            old in "([कखि 😀]{0,2}[\n\r]{0,2}){0,6}",
            new in "([कखि 😀]{0,2}[\n\r]{0,2}){0,6}",
        ) {
            let again = parse_again(&new, Edit::between(&old, &new), &parse(&old));
            let fresh = parse(&new);
            prop_assert_eq!(blocks(&again), blocks(&fresh));
        }
    }
}
