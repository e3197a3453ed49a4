//! Whether a sentence speaks of another time than the article's: there a fact may be right that is not today's.

use jiff::civil::Date;

use super::Reading;
use crate::newsroom::gazetteer::and;
use crate::newsroom::offices;
use crate::text::{TokenKind, letters};

/// Whether the words around token `at` of a block may speak of a time other than `day`: the sentence has a word
/// such as तत्कालीन, or the block a year of another time, or a time of which `is_right` says that what is told
/// was so in it (from its first day to the day after its last).
pub fn is_told(
    reading: &Reading<'_>,
    block: usize,
    at: usize,
    day: Date,
    is_right: impl Fn(Date, Date) -> bool,
) -> bool {
    let times = reading.times_in(block).iter();
    times.filter_map(|time| Some((time.start?, time.end?))).any(|(start, end)| is_right(start, end))
        || has_word_of_other_time(reading, block, at)
        || has_other_year(reading, block, day)
}

fn has_word_of_other_time(reading: &Reading<'_>, block: usize, at: usize) -> bool {
    let view = reading.view(block);
    let key = |at: usize| view.word(at).map(|word| and(&word.key));
    view.sentence(at).any(|at| {
        let Some(word) = key(at) else { return false };
        let two = || key(at + 1).map(|next| format!("{word}{next}"));
        offices::is_of_other_time(word) || two().is_some_and(|two| offices::is_of_other_time(&two))
    })
}

/// Whether a block has a number that may be a year other than that of `day`.
fn has_other_year(reading: &Reading<'_>, block: usize, day: Date) -> bool {
    let block = &reading.article.blocks[block];
    let numbers = block.tokens.iter().filter(|token| token.kind == TokenKind::Number);
    numbers
        .filter_map(|number| letters::number(block.word(*number)))
        .any(|number| (1000..2100).contains(&number) && number != u32::from(day.year().unsigned_abs()))
}
