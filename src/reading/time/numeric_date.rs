//! Dates in figures: `12.03.2025`, `12/3/25`, `2025-03-12`.

use super::words::{Read, Words};
use super::{CalendarDate, Part};
use crate::newsroom::calendar::CalendarWord;

/// A date in figures, day first as India writes it; month first only where no month could come second.
pub(super) fn date(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    let mark = words.mark(at + 1).filter(|mark| matches!(mark, '.' | '/' | '-' | '–'))?;
    let is_glued = (at + 1..at + 5).all(|at| words.is_glued(at));
    let goes_on = words.is_glued(at + 5)
        && words.is_glued(at + 6)
        && words.is_figure(at + 6)
        && words.mark(at + 5).is_some();
    let is_no_date = goes_on || is_tail_of_more(words, at) || is_reference(words, at, at + 5);
    if words.mark(at + 3) != Some(mark) || !is_glued || is_no_date {
        return None;
    }
    let [first, second, third] = [at, at + 2, at + 4].map(|place| words.figure(place));
    let (first, second, third) = (first?, second?, third?);
    let part = |place, value: u32| i16::try_from(value).ok().map(|value| words.part(place, value));
    let (day, month, year) = match (first.1, second.1, third.1) {
        (4, 2, 2) if matches!(mark, '-' | '/') => {
            (part(at + 4, third.0)?, part(at + 2, second.0)?, part(at, first.0)?)
        }
        (1..=2, 1..=2, 4) => (part(at, first.0)?, part(at + 2, second.0)?, part(at + 4, third.0)?),
        (1..=2, 1..=2, 2) if mark == '/' || (first.1, second.1) == (2, 2) || is_announced(words, at) => {
            (part(at, first.0)?, part(at + 2, second.0)?, part(at + 4, century_of(third.0))?)
        }
        _ => return None,
    };
    let (day, month) = in_order(day, month, first.1 == 4)?;
    let date =
        CalendarDate { day: Some(day), month: Some(month), year: Some(year), ..CalendarDate::default() };
    (1600..=2200).contains(&year.value).then_some((date, at + 5))
}

/// Whether तारीख़ or दिनांक stands before the figures at `at`.
fn is_announced(words: Words<'_>, at: usize) -> bool {
    words.before(at) == Some(CalendarWord::DayNumber)
}

/// Day and month as they are meant; `None` where they are no date at all.
fn in_order(day: Part, month: Part, is_iso: bool) -> Option<(Part, Part)> {
    let fits = |day: i16, month: i16| (1..=31).contains(&day) && (1..=12).contains(&month);
    if fits(day.value, month.value) {
        return Some((day, month));
    }
    let exists =
        |day: i16, month: i16| fits(day, month) && (day <= 30 || !matches!(month, 2 | 4 | 6 | 9 | 11));
    (!is_iso && exists(month.value, day.value)).then_some((month, day))
}

/// The year of two digits, as people write of their own time.
fn century_of(short: u32) -> u32 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

/// A word that says what the figures number stands at most so many tokens before them: याचिका (सिविल) सं. 30/02/2024.
const REFERENCE_TOKENS: usize = 7;

/// Whether the figures number a case, a notice or a tender. After याचिका they may still be a date, with को behind.
fn is_reference(words: Words<'_>, start: usize, end: usize) -> bool {
    let sentence = words.view.sentence(start).start;
    let is_dated = matches!(words.key(end), "को" | "तक" | "से");
    let mut numbers_something = false;
    for at in (sentence.max(start.saturating_sub(REFERENCE_TOKENS))..start).rev() {
        match words.calendar(at) {
            // सं. 31/02/2024, नंबर: 31/02/2024
            Some(CalendarWord::Numbered) => return (at + 1..start).all(|at| words.mark(at).is_some()),
            Some(CalendarWord::Reference) => numbers_something = true,
            // दिनांक 12/03/2025, याचिका में 12/03/2025
            Some(_) => break,
            None if words.is_figure(at) => break,
            None => {}
        }
    }
    numbers_something && !is_dated
}

/// Whether figures and marks touch it on the left: an address, a telephone number, a version.
fn is_tail_of_more(words: Words<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| words.is_glued(at) && words.is_glued(*before))
    else {
        return false;
    };
    matches!(words.mark(before), Some('/' | '.' | '-' | '_' | '='))
        || (words.mark(before).is_some() && words.is_figure(before - 1))
}

/// Day and month in figures where को or तक shows that they are one and the month has its nought: `22/04 को`.
pub(super) fn day_month(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    use crate::newsroom::calendar::CalendarWord::{On, Until};
    let is_slashed = words.mark(at + 1) == Some('/') && words.is_glued(at + 1) && words.is_glued(at + 2);
    let (day, (month, digits)) = (words.figure(at)?, words.figure(at + 2)?);
    let is_marked = (words.is(at + 3, On) || words.is(at + 3, Until)) && digits == 2 && day.1 == 2;
    // 26/11 is the name of an attack, whatever year it is
    let is_event = matches!((day.0, month), (26, 11) | (9, 11));
    let is_date = (1..=31).contains(&day.0)
        && (1..=12).contains(&month)
        && !is_event
        && !is_tail_of_more(words, at)
        && !is_reference(words, at, at + 3);
    (is_slashed && is_marked && is_date).then(|| {
        let (day, month) = (words.part(at, day.0 as i16), words.part(at + 2, month as i16));
        (CalendarDate { day: Some(day), month: Some(month), ..CalendarDate::default() }, at + 3)
    })
}
