//! In which direction of time a clause looks.

use super::words::Words;
use crate::newsroom::calendar::{self, CalendarWord, Tense};

/// Where an expression without a year or a date looks from the dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the dateline's own day or before.
    Back,
    /// To the dateline's own day or after.
    Ahead,
    /// Strictly before: बीते बुधवार.
    Before,
    /// Strictly after: आगामी बुधवार.
    After,
}

/// The tenses of a block's verbs, each where it stands: found once, asked for every expression.
pub(super) struct Tenses(Vec<(usize, Tense)>);

impl Tenses {
    /// The verbs of a block whose tense is plain.
    pub fn of(words: Words<'_>) -> Tenses {
        Tenses((0..words.len()).filter_map(|at| Some((at, tense(words, at)?))).collect())
    }

    /// Where an expression of tokens `start` to `end` looks: by the next verb of the sentence, else by the
    /// ने before it, whose verb is past.
    pub fn direction(&self, words: Words<'_>, start: usize, end: usize) -> Option<Direction> {
        let sentence = words.view.sentence(start);
        let next = self.0.partition_point(|(at, _)| *at < end);
        if let Some((_, tense)) = self.0.get(next).filter(|(at, _)| *at < sentence.end) {
            return Some(match tense {
                Tense::Past => Direction::Back,
                Tense::Future | Tense::Due => Direction::Ahead,
            });
        }
        let agent =
            (sentence.start..start).rev().take(AGENT_BEFORE).any(|at| words.is(at, CalendarWord::Agent))
                || (end..sentence.end).take(AGENT_BEFORE).any(|at| words.is(at, CalendarWord::Agent));
        agent.then_some(Direction::Back)
    }
}

/// ने is looked for so many tokens away.
const AGENT_BEFORE: usize = 12;

/// The tense that the word at `at` settles by itself or with the next: किया is past, किया जाएगा is not,
/// होने वाली and होना है are to come.
fn tense(words: Words<'_>, at: usize) -> Option<Tense> {
    let (key, next) = (words.key(at), words.key(at + 1));
    if key.ends_with("ने") && words.is(at + 1, CalendarWord::Vala) {
        return Some(Tense::Future);
    }
    match calendar::tense(key)? {
        Tense::Past if next.starts_with("जा") => None,
        Tense::Due => matches!(next, "है" | "हैं").then_some(Tense::Future),
        tense => Some(tense),
    }
}
