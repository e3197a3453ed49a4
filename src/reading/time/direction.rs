//! In which direction of time a clause looks.

use super::words::Words;
use super::{Direction, Meaning};
use crate::newsroom::calendar::{CalendarWord, Shift, Tense};

/// The tenses of a block's verbs, each where it stands: found once, asked for every expression.
pub(super) struct Tenses(Vec<(usize, Tense)>);

impl Tenses {
    /// The verbs of a block whose tense is plain.
    pub fn of(words: Words<'_>) -> Tenses {
        Tenses((0..words.len()).filter_map(|at| Some((at, tense(words, at)?))).collect())
    }

    /// Where an expression of tokens `start` to `end` looks: by the next verb of the sentence, else by the
    /// ने before it, whose verb is past.
    pub fn direction(
        &self,
        words: Words<'_>,
        start: usize,
        end: usize,
        meaning: &Meaning,
    ) -> Option<Direction> {
        if let Some(toward) = said_before(words, start) {
            return Some(toward);
        }
        // सोमवार तक के लिए टली
        if words.is(end, CalendarWord::Until) && words.key(end + 1) == "के" && words.key(end + 2) == "लिए"
        {
            return Some(Direction::Ahead);
        }
        let sentence = words.view.sentence(start);
        let next = self.0.partition_point(|(at, _)| *at < end);
        if let Some((_, tense)) = self.0.get(next).filter(|(at, _)| *at < sentence.end) {
            return Some(match tense {
                Tense::Past => Direction::Back,
                Tense::Future | Tense::Due => Direction::Ahead,
            });
        }
        if is_since(words, end, sentence.end, meaning) {
            return Some(Direction::Back);
        }
        // ने 20 अप्रैल की तारीख़ दी: a day of a month is as often one to come
        if matches!(meaning, Meaning::Date(date) if date.month.is_some()) {
            return None;
        }
        let agent =
            (sentence.start..start).rev().take(AGENT_BEFORE).any(|at| words.is(at, CalendarWord::Agent))
                || (end..sentence.end).take(AGENT_BEFORE).any(|at| words.is(at, CalendarWord::Agent));
        agent.then_some(Direction::Back)
    }
}

/// Whether a month with से, or की शुरुआत से, and a present verb behind it tell since when: जनवरी से बंद है.
fn is_since(words: Words<'_>, end: usize, sentence_end: usize, meaning: &Meaning) -> bool {
    let is_month = matches!(meaning, Meaning::Date(date) if date.month.is_some() && date.day.is_none());
    let is_edge = words.is(end, CalendarWord::Of) && words.is_edge(end + 1);
    let from = if is_edge { end + 2 } else { end };
    let is_present = || (from..sentence_end).any(|at| matches!(words.key(at), "है" | "हैं"));
    is_month && words.is(from, CalendarWord::From) && is_present()
}

/// ने is looked for so many tokens away.
const AGENT_BEFORE: usize = 12;

/// Where a word before the expression looks: बीते कल, आने वाले कल.
fn said_before(words: Words<'_>, start: usize) -> Option<Direction> {
    match words.before(start)? {
        CalendarWord::Shift(Shift::Last | Shift::Past) => Some(Direction::Before),
        CalendarWord::Shift(Shift::Next | Shift::Coming) => Some(Direction::After),
        CalendarWord::Vala => {
            words.is(start.checked_sub(2)?, CalendarWord::Arriving).then_some(Direction::After)
        }
        _ => None,
    }
}

/// The tense that the word at `at` settles by itself or with the next: किया is past, किया जाएगा and खुला रहेगा
/// are not, होने वाली, होना है and a request that ends in जगाना are to come.
fn tense(words: Words<'_>, at: usize) -> Option<Tense> {
    let (key, next) = (words.key(at), words.key(at + 1));
    if key.ends_with("ने") && words.is(at + 1, CalendarWord::Vala) {
        return Some(Tense::Future);
    }
    let is_last = || {
        words.view.sentence(at).end <= at + 1
            || words.mark(at + 1).is_some_and(|mark| matches!(mark, '।' | '.' | '!'))
    };
    // बंद रहा, but जा रहा है
    if matches!(key, "रहा" | "रही") && is_last() {
        return Some(Tense::Past);
    }
    match words.view.word(at)?.tense? {
        Tense::Past if next.starts_with("जा") || next.starts_with("रहें") || next.starts_with("रहेग") => {
            None
        }
        Tense::Due => (is_last() || matches!(next, "है" | "हैं")).then_some(Tense::Future),
        tense => Some(tense),
    }
}
