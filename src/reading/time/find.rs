//! The expressions of time in a block, from left to right: the order in which the grammar is tried.

use super::direction::Tenses;
use super::words::{Read, Words};
use super::{
    CalendarDate, Meaning, TimeExpression, clock, date, duration, era, event_anchor, modifier, observance,
    offset, ordinal, range, relative, set, year,
};
use crate::newsroom::calendar::{CalendarWord, Unit};
use crate::reading::block_view::BlockView;
use crate::text::TokenRange;

/// The expressions of time in a block, from left to right.
pub fn find(view: &BlockView<'_>) -> Vec<TimeExpression> {
    let words = Words { view };
    let mut found: Vec<TimeExpression> = Vec::new();
    let mut tenses = None;
    let mut at = 0;
    while at < words.len() {
        let ends_here = found.last().map_or(0, |last| last.tokens.end());
        if !may_begin(words, at) {
            debug_assert!(
                expression(words, at, ends_here).is_none(),
                "an expression begins with {:?}",
                words.calendar(at)
            );
            at += 1;
            continue;
        }
        let Some((meaning, hours, end)) = expression(words, at, ends_here) else {
            at = past_number(words, at);
            continue;
        };
        let tenses = tenses.get_or_insert_with(|| Tenses::of(words));
        found.push(TimeExpression {
            span: words.span(at, end),
            tokens: TokenRange::new(at, end),
            meaning,
            clock: hours.map(|hours| hours.0),
            until: hours.and_then(|hours| hours.1),
            direction: tenses.direction(words, at, end, &meaning),
            modifier: modifier::modifier(words, at, end, &meaning),
        });
        at = end.max(at + 1);
    }
    event_anchor::join_days(words, &mut found);
    found
}

/// Whether an expression may begin at a token: at a number or a word of time that is no particle.
fn may_begin(words: Words<'_>, at: usize) -> bool {
    let word = || words.view.word(at);
    words.is_figure(at)
        || word().is_some_and(|word| {
            word.observances.is_some() || word.calendar.is_some_and(|word| !is_particle(word))
        })
}

/// Whether a word stands behind or between times, but begins none: with every third word of a text one of these, it matters.
fn is_particle(word: CalendarWord) -> bool {
    use CalendarWord::{Agent, And, From, In, Of, On, Until, Vala};
    matches!(word, Agent | And | From | In | Of | On | Until | Vala)
}

/// Past a number that is no time, and all that is joined to it: 18-7, 2/3, 98260-12345.
fn past_number(words: Words<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while words.is_figure(end - 1)
        && words.is_glued(end)
        && words.is_glued(end + 1)
        && matches!(words.mark(end), Some('.' | ',' | '/' | ':' | '-' | '–'))
        && words.is_figure(end + 1)
    {
        end += 2;
    }
    end
}

type Found = (Meaning, Option<clock::Hours>, usize);

/// The expression that begins at token `at`, if one does. `ends_here` is where the one before it ends.
fn expression(words: Words<'_>, at: usize, ends_here: usize) -> Option<Found> {
    let is_after_time = ends_here > 0 && ends_here + 1 == at;
    let day = |found: Read<Meaning>| found.map(|(meaning, end)| with_clock(words, meaning, end));
    day(set::set(words, at))
        .or_else(|| day(observance::observance(words, at)))
        .or_else(|| plain(era::era(words, at)))
        .or_else(|| plain(relative::present(words, at)))
        .or_else(|| plain(relative::from_near(words, at)))
        .or_else(|| day(relative::near(words, at)))
        .or_else(|| day(ordinal::expression(words, at)))
        .or_else(|| plain(range::range(words, at)))
        .or_else(|| plain(relative::days_of_month(words, at)))
        .or_else(|| day(range::day_in_list(words, at).map(as_date)))
        .or_else(|| day(date::date(words, at).map(|found| as_date(ordinal::or_its_week(words, found)))))
        .or_else(|| day(relative::shifted(words, at)))
        .or_else(|| plain(ordinal::weekend(words, at)))
        .or_else(|| day(offset::offset(words, at, is_after_time)))
        .or_else(|| clock_then_day(words, at))
        .or_else(|| plain(duration::length(words, at).map(|(length, end)| (Meaning::Duration(length), end))))
        .or_else(|| day(date::bare_month(words, at).map(as_date)))
        .or_else(|| plain(year::expression(words, at)))
}

fn as_date((date, end): (CalendarDate, usize)) -> (Meaning, usize) {
    (Meaning::Date(date), end)
}

fn plain(found: Read<Meaning>) -> Option<Found> {
    found.map(|(meaning, end)| (meaning, None, end))
}

/// A day with the time of day behind it.
fn with_clock(words: Words<'_>, meaning: Meaning, end: usize) -> Found {
    let takes_clock = match meaning {
        Meaning::Date(date) => date.weekday.is_some() || date.day.is_some() || date.nth.is_some(),
        Meaning::Near(_) | Meaning::Set(_) | Meaning::Observance(_) => true,
        Meaning::Offset(_) => true,
        Meaning::Stretch(stretch) => stretch.unit <= Unit::Week,
        _ => false,
    };
    match clock::after_day(words, end).filter(|_| takes_clock) {
        Some((hours, end)) => (meaning, Some(hours), end),
        None => (meaning, None, end),
    }
}

/// A time of day, and the day behind it if there is one: शाम 5 बजे कल, शाम 5 बजे से 7 बजे तक कल.
fn clock_then_day(words: Words<'_>, at: usize) -> Option<Found> {
    let ((from, to), end) = clock::from_to(words, at)?;
    let next = if to.is_some() { words.past(end, CalendarWord::Until) } else { end };
    // सुबह 10 बजे से शाम 5 बजे तक सोमवार से शुक्रवार: the days are more than one
    if range::range(words, next).is_some() {
        return Some((Meaning::Clock(from, to), None, end));
    }
    let behind = relative::near(words, next).or_else(|| {
        let (date, end) = date::date(words, next)?;
        (date.is_weekday_only() || date.is_day_of_month()).then_some((Meaning::Date(date), end))
    });
    match behind.filter(|_| from.hour.is_some()) {
        Some((day, end)) => Some((day, Some((from, to)), end)),
        None => Some((Meaning::Clock(from, to), None, end)),
    }
}
