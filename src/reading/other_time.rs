//! Whether a sentence speaks of another time than the article's: there a fact may be right that is not today's.

use std::ops::Range;

use jiff::civil::Date;

use super::Reading;
use crate::newsroom::gazetteer::and;
use crate::newsroom::{Kind, offices};
use crate::text::{Block, BlockKind, TokenKind, letters};

/// Maximum number of tokens between two that bear on each other: a paragraph as news has them, and a bound on what is
/// looked at where a whole article is one.
const REACH: usize = 500;

/// Whether the words around token `at` of a block may speak of a time other than `day`: the sentence has a word
/// such as तत्कालीन, or the block or the one before a year of another time, or the block a time of which `is_right` says that what is told
/// was so in it (from its first day to the day after its last).
pub fn is_told(
    reading: &Reading<'_>,
    block: usize,
    at: usize,
    day: Date,
    is_right: impl Fn(Date, Date) -> bool,
) -> bool {
    let tokens = at.saturating_sub(REACH)..(at + REACH).min(reading.article.blocks[block].tokens.len());
    let times = reading.times_in(block);
    let first = times.partition_point(|time| time.expression.tokens.start() < tokens.start);
    let times = times[first..].iter().take_while(|time| time.expression.tokens.start() < tokens.end);
    // The day of the article itself, as in its dateline, is no other time
    let is_other = |start: Date, end: Date| start != day || end.yesterday().ok() != Some(day);
    let mut told = times.filter_map(|time| Some((time.start?, time.end?)));
    told.any(|(start, end)| is_other(start, end) && is_right(start, end))
        || has_word_of_other_time(reading, block, at)
        || has_other_year(&reading.article.blocks[block], tokens, day)
        || block.checked_sub(1).is_some_and(|before| has_earlier_year(&reading.article.blocks[before], day))
}

fn has_word_of_other_time(reading: &Reading<'_>, block: usize, at: usize) -> bool {
    let view = reading.view(block);
    let key = |at: usize| view.word(at).map(|word| and(&word.key));
    // स्मृति ईरानी is a name, not a memory
    let is_in_name = |at: usize| {
        reading.mention_with(block, at).is_some_and(|mention| reading.actor(mention).kind == Kind::Person)
    };
    view.sentence(at).filter(|at| !is_in_name(*at)).any(|at| {
        let Some(word) = key(at) else { return false };
        let two = || key(at + 1).map(|next| format!("{word}{next}"));
        offices::is_of_other_time(word) || two().is_some_and(|two| offices::is_of_other_time(&two))
    })
}

/// Whether there is a number that may be a year other than that of `day`.
fn has_other_year(block: &Block, tokens: Range<usize>, day: Date) -> bool {
    years(block, tokens).any(|year| year != u32::from(day.year().unsigned_abs()))
}

/// Whether the end of a paragraph tells of a year before that of `day`.
fn has_earlier_year(block: &Block, day: Date) -> bool {
    let end = block.tokens.len();
    block.kind == BlockKind::Paragraph
        && years(block, end.saturating_sub(REACH)..end)
            .any(|year| year < u32::from(day.year().unsigned_abs()))
}

/// The numbers among some tokens that may be years.
fn years(block: &Block, tokens: Range<usize>) -> impl Iterator<Item = u32> + '_ {
    let numbers = block.tokens[tokens].iter().filter(|token| token.kind == TokenKind::Number);
    numbers
        .filter_map(|number| letters::number(block.word(*number)))
        .filter(|number| (1000..2100).contains(number))
}
