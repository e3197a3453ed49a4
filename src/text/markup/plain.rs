//! Plain text: every line that says something is a block.

use crate::text::{Article, Block, BlockKind, Prose};

pub(super) fn parse(text: &str) -> Article {
    let mut article = Article::default();
    let mut start = 0;
    // Bytes, not characters: a line break is never part of another character, and most of a line is none
    for line in text.as_bytes().split(|byte| matches!(byte, b'\n' | b'\r')) {
        let end = start + line.len();
        if !text[start..end].trim_start().is_empty() {
            article.blocks.push(Block::new(BlockKind::Paragraph, start, Prose::verbatim(&text[start..end])));
        }
        start = end + 1;
    }
    article
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_block_whatever_ends_it() {
        let article = parse("शीर्षक\r\n\r\nपहला पैरा।\nदूसरा।");
        let blocks: Vec<_> = article.blocks.iter().map(|b| (b.start, b.text())).collect();
        assert_eq!(blocks, [(0, "शीर्षक"), (22, "पहला पैरा।"), (51, "दूसरा।")]);
    }
}
