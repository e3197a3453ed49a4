//! From one date to another: `12–14 मार्च`, `27 मार्च से 6 अप्रैल`, `सोमवार से शुक्रवार`, `जनवरी-मार्च 2024`.

use super::words::{Read, Words};
use super::{CalendarDate, Meaning, date, year};
use crate::newsroom::calendar::CalendarWord;

/// A range of days, months or weekdays that begins at `at`.
///
/// Two dates that both give their year and are joined by a dash are two expressions: the days of a birth and
/// a death in brackets are no stretch of time that news would mean.
pub(super) fn range(words: Words<'_>, at: usize) -> Read<Meaning> {
    if let Some(found) =
        month_first(words, at).or_else(|| days_in_month(words, at)).or_else(|| short_weekdays(words, at))
    {
        return Some(found);
    }
    let (from, first_end) = first(words, at)?;
    let (to, end) = last(words, link(words, first_end)?, from)?;
    let is_one_kind = from.weekday.is_some() == to.weekday.is_some()
        && (from.day.is_none() || to.day.is_some())
        && (from.month.is_none() || to.month.is_some());
    let is_of_a_life = from.year.is_some() && to.year.is_some() && words.is_dash(first_end);
    (is_one_kind && !is_of_a_life).then_some((Meaning::Range(from, to), end))
}

/// `जनवरी 4-22 को`, `मई 5 से मई 10 तक`.
fn month_first(words: Words<'_>, at: usize) -> Read<Meaning> {
    let (month, next) = date::month_before_day(words, at)?;
    let figure = |at: usize| date::day(words, at).filter(|_| words.is_figure(at));
    let (first, end) = figure(next).filter(|_| !words.is_glued(next))?;
    let link = link(words, end)?;
    let (other, next) = date::month_before_day(words, link.next).unwrap_or((month, link.next));
    let (last, end) = figure(next)?;
    let is_over = words.calendar(end).is_some() || words.view.word(end).is_none() && !words.is_figure(end);
    let is_closed = if link.needs_between { words.is_between(end) } else { is_over };
    let is_of_day = |day| CalendarDate { day: Some(day), ..CalendarDate::default() };
    let from = CalendarDate { month: Some(month), ..is_of_day(first) };
    is_closed.then_some((Meaning::Range(from, CalendarDate { month: Some(other), ..is_of_day(last) }), end))
}

/// `फरवरी में 2 से 7 तक`, `मार्च 2025 में 10 से 15 तारीख़`: days of a month that is named before them.
fn days_in_month(words: Words<'_>, at: usize) -> Read<Meaning> {
    let month = date::month(words, at)?;
    let year = year::figure(words, at + 1);
    let end = at + 1 + usize::from(year.is_some());
    let inner = (words.is(end, CalendarWord::In) || words.is(end, CalendarWord::Of)).then_some(end + 1)?;
    let (Meaning::Range(from, to), end) = days(words, inner)? else { return None };
    let is_named = words.is(end, CalendarWord::DayNumber);
    let is_closed = is_named || words.is(end, CalendarWord::Until) || words.is_between(end);
    let of_month = |date: CalendarDate| CalendarDate { month: Some(month), ..date };
    let to = CalendarDate { year, ..of_month(to) };
    is_closed.then_some((Meaning::Range(of_month(from), to), end + usize::from(is_named)))
}

/// `सोम-शुक्र`, `सोम. से शनि. तक`.
fn short_weekdays(words: Words<'_>, at: usize) -> Read<Meaning> {
    let short = |at: usize| match words.calendar(at)? {
        CalendarWord::ShortWeekday(day) => Some((words.part(at, i16::from(day)), words.past_dot(at + 1))),
        _ => None,
    };
    let (first, end) = short(at)?;
    let link = link(words, end).filter(|link| !link.needs_between)?;
    let (last, behind) = short(link.next)?;
    let is_plain = (words.is_dash(end) && words.is_glued(end)) || (end > at + 1 && behind > link.next + 1);
    let of = |day| CalendarDate { weekday: Some(day), ..CalendarDate::default() };
    is_plain.then_some((Meaning::Range(of(first), of(last)), behind))
}

/// How two ends are joined: by से or a dash, or by और with के बीच behind.
#[derive(Clone, Copy)]
struct Link {
    next: usize,
    needs_between: bool,
}

fn link(words: Words<'_>, at: usize) -> Option<Link> {
    if let Some(next) = words.past_from(at) {
        return Some(Link { next, needs_between: false });
    }
    let needs_between = words.is(at, CalendarWord::And);
    (needs_between || words.is_dash(at)).then_some(Link { next: at + 1, needs_between })
}

/// Days of a month that the words around them name: the 4 से 23 of `इस महीने 4 से 23 तक`.
pub(super) fn days(words: Words<'_>, at: usize) -> Read<Meaning> {
    let figure = |at: usize| date::day(words, at).filter(|(day, _)| words.is_figure(at) && day.value <= 31);
    let (first, end) = figure(at)?;
    let link = link(words, end)?;
    let (last, end) = figure(link.next)?;
    let of_day = |day| CalendarDate { day: Some(day), ..CalendarDate::default() };
    let is_range = first.value < last.value && (!link.needs_between || words.is_between(end));
    is_range.then_some((Meaning::Range(of_day(first), of_day(last)), end))
}

/// The first end: a day alone, a date, a weekday or a month.
fn first(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    if let Some((found, end)) = date::date(words, at) {
        let is_plain = found.weekday.is_none() || found.is_weekday_only();
        return is_plain.then_some((found, end));
    }
    if let Some((day, end)) = date::day(words, at) {
        return Some((CalendarDate { day: Some(day), ..CalendarDate::default() }, end));
    }
    let month = date::month(words, at)?;
    Some((CalendarDate { month: Some(month), ..CalendarDate::default() }, at + 1))
}

/// The last end, of the same kind as the first.
fn last(words: Words<'_>, link: Link, from: CalendarDate) -> Read<CalendarDate> {
    let at = link.next;
    let (to, end) = if from.is_weekday_only() {
        let weekday = words.weekday(at)?;
        (CalendarDate { weekday: Some(weekday), ..CalendarDate::default() }, at + 1)
    } else if let Some((to, end)) = date::month_day(words, at) {
        (to, end)
    } else {
        let month = date::month(words, at).filter(|_| from.day.is_none())?;
        (CalendarDate { month: Some(month), ..CalendarDate::default() }, at + 1)
    };
    (!link.needs_between || words.is_between(end)).then_some((to, end))
}

/// The days before the last in a list: the 5 and 12 of `5, 12 और 19 मार्च`. Each with the month and year
/// of the last; the token after it is its own.
pub(super) fn day_in_list(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    let (day, end) = date::day(words, at)?;
    let mut link = end;
    for _ in 0..12 {
        if words.mark(link) != Some(',') && !words.is(link, CalendarWord::And) {
            return None;
        }
        if let Some((last, _)) = date::month_day(words, link + 1) {
            let listed = CalendarDate { day: Some(day), weekday: None, ..last };
            return last.is_day_of_month().then_some((listed, end));
        }
        link = date::day(words, link + 1)?.1;
    }
    None
}
