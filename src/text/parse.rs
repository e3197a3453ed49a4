//! From a document to an article: its markup taken apart, its words and sentences found.

use super::markup::{self, Format};
use super::{Article, Block, Edit};

impl Article {
    /// Reads a document. Never fails: what is no markup is prose.
    pub fn parse(text: &str, format: Format) -> Article {
        let mut article = markup::parse(text, format);
        article.blocks.iter_mut().for_each(Block::read);
        article
    }

    /// The blocks of a document, in which no words and sentences are found.
    pub fn of_blocks(text: &str, format: Format) -> Article {
        markup::parse(text, format)
    }

    /// Reads a document after a change: `before` is the article as it was, and what has changed since. Blocks that
    /// are the same at the beginning and at the end share their prose, tokens and sentences with those before.
    pub fn parse_again(text: &str, format: Format, before: Option<(Edit, &Article)>) -> Article {
        let Some((edit, old)) = before else { return Article::parse(text, format) };
        let mut article = match format {
            Format::Plain => markup::plain::parse_again(text, edit, old),
            _ => markup::parse(text, format),
        };
        let ahead = article.blocks.iter_mut().zip(&old.blocks);
        let kept = ahead.map(|(block, old)| block.take_over(old)).take_while(|same| *same).count();
        let behind = article.blocks[kept..].iter_mut().rev().zip(old.blocks[kept..].iter().rev());
        let kept_behind = behind.map(|(block, old)| block.take_over(old)).take_while(|same| *same).count();
        let new = kept..article.blocks.len() - kept_behind;
        article.blocks[new].iter_mut().for_each(Block::read);
        article
    }
}
