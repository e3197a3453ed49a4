//! Plain text: every line that says something is a block.

use crate::text::{Article, Block, BlockKind, Prose};

pub(super) fn parse(text: &str) -> Article {
    let mut article = Article::default();
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let prose = line.trim_end_matches(['\n', '\r']);
        if !prose.trim().is_empty() {
            article.blocks.push(Block::new(BlockKind::Paragraph, start, Prose::verbatim(prose)));
        }
        start += line.len();
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
