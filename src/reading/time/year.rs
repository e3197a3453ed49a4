//! Years by themselves. A number of four digits is a year only where the words around it say so.

use super::words::{Read, Words};
use super::{CalendarDate, Meaning, Part, number};
use crate::newsroom::calendar::{CalendarWord, Unit};

/// Years that news and history write in four digits.
const YEARS: std::ops::RangeInclusive<u32> = 1000..=2200;

/// Years of this century that are told in words as often as so many people: दो हज़ार चौदह से.
const RECENT: std::ops::RangeInclusive<u32> = 2001..=2050;

/// A year in figures that stands by itself.
pub(super) fn figure(words: Words<'_>, at: usize) -> Option<Part> {
    let (value, digits) = words.figure(at)?;
    let is_year = digits == 4
        && YEARS.contains(&value)
        && !words.is_tail(at)
        && !words.goes_on_in_figures(at + 1)
        && !is_of_another_era(words, at);
    let has_sign = words.is_glued(at + 1) && matches!(words.mark(at + 1), Some('%' | '°' | '+' | '/' | '@'));
    let is_part_of_word = words.is_glued(at + 1) && words.mark(at + 1).is_none();
    (is_year && !has_sign && !is_part_of_word).then(|| words.part(at, value as i16))
}

fn is_of_another_era(words: Words<'_>, at: usize) -> bool {
    let other = |word| matches!(word, Some(CalendarWord::OtherEra | CalendarWord::OtherMonth));
    other(words.before(at)) || other(words.calendar(at + 1))
}

/// The 79 of 79 ईस्वी.
fn of_era(words: Words<'_>, at: usize) -> Option<Part> {
    let (value, digits) = words.figure(at).filter(|_| past_era(words, at + 1) > at + 1)?;
    let is_year = (2..=3).contains(&digits) && value > 0 && !words.is_tail(at) && is_spelt_out(words, at + 1);
    is_year.then(|| words.part(at, value as i16))
}

/// ईस्वी and the like, not the letter of ई. alone, which begins names too.
fn is_spelt_out(words: Words<'_>, at: usize) -> bool {
    words.key(at).chars().count() > 1
}

/// The 47 of सन 47: of the last century, or of this one up to its present.
fn short(words: Words<'_>, at: usize) -> Option<Part> {
    let (value, digits) = words.figure(at).filter(|_| words.before(at) == Some(CalendarWord::YearWord))?;
    let is_year =
        digits == 2 && !words.goes_on_in_figures(at + 1) && words.is_followed_by_postposition(at + 1);
    let century = if value > 30 { 1900 } else { 2000 };
    is_year.then(|| words.part(at, century + value as i16))
}

/// A year in figures or, after सन or वर्ष, in words.
fn any(words: Words<'_>, at: usize, is_announced: bool) -> Read<Part> {
    if let Some(year) = figure(words, at).or_else(|| short(words, at)).or_else(|| of_era(words, at)) {
        return Some((year, at + 1));
    }
    let (value, end) =
        number::in_words(words, at).filter(|(value, _)| is_announced && YEARS.contains(value))?;
    Some((Part { value: value as i16, span: words.span(at, end) }, end))
}

/// उन्नीस सौ नब्बे में: a year in words without सन, not a count that happens to be as great.
fn in_words(words: Words<'_>, start: usize) -> Read<Part> {
    let (value, end) = number::in_words(words, start)?;
    let is_year = (1600..=2200).contains(&value) && end >= start + 3;
    // Nobody counts by nineteen hundreds; two thousand and eighteen may be people
    let is_told_by_hundreds =
        value % 100 != 0 && words.is(start + 1, CalendarWord::Scale(100)) || RECENT.contains(&value);
    let is_dated = match words.calendar(end) {
        Some(CalendarWord::In) => !words.is(end + 1, CalendarWord::From),
        Some(CalendarWord::From | CalendarWord::Until) => {
            is_told_by_hundreds && !matches!(words.calendar(end + 1), Some(CalendarWord::Counted))
        }
        Some(CalendarWord::Of) => {
            is_told_by_hundreds && !matches!(words.calendar(end + 1), Some(CalendarWord::Counted))
        }
        _ => false,
    };
    (is_year && is_dated).then(|| (Part { value: value as i16, span: words.span(start, end) }, end))
}

/// The year in words of a date (पाँच मई दो हज़ार सोलह को), not a count of what is named behind it.
pub(super) fn in_words_of_date(words: Words<'_>, start: usize) -> Read<Part> {
    let (value, end) = number::in_words(words, start)?;
    let is_year = (1600..=2200).contains(&value) && end >= start + 3;
    let is_closed = match words.calendar(end) {
        Some(follows) => matches!(
            follows,
            CalendarWord::On | CalendarWord::In | CalendarWord::Of | CalendarWord::From | CalendarWord::Until
        ),
        None => words.view.word(end).is_none() && !words.is_figure(end),
    };
    (is_year && is_closed).then(|| (Part { value: value as i16, span: words.span(start, end) }, end))
}

/// Past सन, वर्ष or साल, if a year is announced.
pub(super) fn after_announcement(words: Words<'_>, at: usize) -> Option<usize> {
    match words.calendar(at)? {
        CalendarWord::YearWord => Some(at + 1),
        CalendarWord::Unit(Unit::Year) => Some(words.past(at + 1, CalendarWord::YearWord))
            .filter(|&next| words.is_figure(next) || next > at + 1 || is_year_in_words(words, next)),
        // ई. 1526, ईस्वी सन 1526
        CalendarWord::Era => Some(words.past(past_era(words, at), CalendarWord::YearWord))
            .filter(|&next| words.is_figure(next)),
        _ => None,
    }
}

/// Whether दो हज़ार चौबीस or the like is at `at`, no count of hundreds.
fn is_year_in_words(words: Words<'_>, at: usize) -> bool {
    number::in_words(words, at)
        .is_some_and(|(value, end)| (1600..=2200).contains(&value) && end >= at + 3 && words.is_closed(end))
}

/// A year or a range of years that begins at `at`.
pub(super) fn expression(words: Words<'_>, start: usize) -> Read<Meaning> {
    if let Some((year, end)) = in_words(words, start) {
        return Some((Meaning::Date(CalendarDate { year: Some(year), ..CalendarDate::default() }), end));
    }
    let announced = after_announcement(words, start);
    let is_announced = announced.is_some();
    let (from, end) = any(words, announced.unwrap_or(start), is_announced)?;
    if words.is_numbered(start) {
        return None;
    }
    let year = |year| CalendarDate { year: Some(year), ..CalendarDate::default() };
    if let Some((to, end)) = last_year(words, from, end) {
        let is_round = from.value % 100 == 0 && to.value % 100 == 0;
        let is_plain = is_announced
            || !words.is_figure(end - 1)
            || words.figure(end - 1).is_some_and(|(_, digits)| digits == 2)
            || is_enclosed(words, start, end)
            || (is_plain_range(from, to) && words.view.word(end).is_none())
            || (!is_round && is_shown_by_what_follows(words, end, true));
        return is_plain.then(|| (Meaning::Range(year(from), year(to)), past_era(words, end)));
    }
    let is_plain = is_announced
        || past_era(words, end) > end
        || (is_likely(from.value) && from.value >= 1500 && is_enclosed(words, start, end))
        || is_beside_its_event(words, start, end)
        || (is_likely(from.value) && is_shown_by_what_follows(words, end, from.value % 100 != 0))
        || is_in_a_list(words, end)
        || opens_an_entry(words, start, end);
    is_plain.then(|| (Meaning::Date(year(from)), past_era(words, end)))
}

/// The last year of `1909-1963`, `2019-20`, `2000 से 2005`, `2010 और 2015 के बीच`; reversed years too.
fn last_year(words: Words<'_>, from: Part, end: usize) -> Read<Part> {
    let link = past_era(words, end);
    if words.is_dash(link) {
        if let Some(to) = figure(words, link + 1) {
            return (!words.is_dash(link + 2) || !words.is_figure(link + 3)).then_some((to, link + 2));
        }
        let (short, digits) =
            words.figure(link + 1).filter(|_| words.is_glued(link) && words.is_glued(link + 1))?;
        let to = i32::from(from.value) / 100 * 100 + short as i32;
        let to = if short == 0 { to + 100 } else { to };
        let follows = digits == 2 && to > i32::from(from.value) && !words.is_dash(link + 2);
        let is_alone = !words.goes_on_in_figures(link + 2);
        return (follows && is_alone).then(|| (words.part(link + 1, to as i16), link + 2));
    }
    let announced = |at: usize| after_announcement(words, at).unwrap_or(at);
    match words.calendar(link)? {
        CalendarWord::From => {
            let at = announced(words.past_from(link)?);
            figure(words, at).map(|to| (to, at + 1))
        }
        CalendarWord::And => {
            let at = announced(link + 1);
            let to = figure(words, at)?;
            words.is_between(at + 1).then_some((to, at + 1))
        }
        _ => None,
    }
}

/// Past ई., ईस्वी.
fn past_era(words: Words<'_>, at: usize) -> usize {
    if !words.is(at, CalendarWord::Era) {
        return at;
    }
    // ई० with a nought is as common as ई.
    let is_dot = words.mark(at + 1) == Some('.') || words.figure(at + 1) == Some((0, 1));
    at + 1 + usize::from(is_dot && words.is_glued(at + 1))
}

/// Whether brackets enclose it: (1965), (1250–1316), also as the last of what they enclose.
fn is_enclosed(words: Words<'_>, start: usize, end: usize) -> bool {
    let opens = start.checked_sub(1).and_then(|at| words.mark(at));
    let closes = words.mark(past_era(words, end));
    matches!(
        (opens, closes),
        (Some('(' | '['), Some(')' | ']' | ',' | ';')) | (Some(',' | ';' | ':'), Some(')'))
    )
}

/// Whether what a year is said of stands beside it: विश्व कप 2011, 2016 रियो ओलंपिक.
fn is_beside_its_event(words: Words<'_>, start: usize, end: usize) -> bool {
    let comma = usize::from(start > 0 && matches!(words.mark(start - 1), Some(',' | '-' | ':')));
    let before = words.before(start - comma);
    before == Some(CalendarWord::OfAYear)
        || words.is(end, CalendarWord::OfAYear)
        || (words.is(end + 1, CalendarWord::OfAYear)
            && words.calendar(end).is_none()
            && words.mark(end).is_none())
}

/// Whether it stands with a colon at the head of a sentence, as in a chronicle.
fn opens_an_entry(words: Words<'_>, start: usize, end: usize) -> bool {
    words.view.sentence(start).start == start
        && words.mark(end) == Some(':')
        && words.is_glued(end)
        && !words.is_glued(end + 1)
        && words.figure(start).is_some_and(|(value, _)| value >= 1600)
}

/// Whether two numbers are hardly counts: none is round, and they are years that news tells of.
fn is_plain_range(from: Part, to: Part) -> bool {
    [from, to].iter().all(|year| year.value >= 1600 && year.value % 50 != 0)
}

/// Whether a number by itself is sooner a year than a count.
fn is_likely(value: i16) -> bool {
    value >= 1600 || value % 50 != 0
}

/// Whether the words after it are those that follow a year. A round number may be a count.
fn is_shown_by_what_follows(words: Words<'_>, end: usize, is_certain: bool) -> bool {
    let next = words.calendar(end + 1);
    match words.calendar(end) {
        Some(CalendarWord::In) => next != Some(CalendarWord::From),
        Some(CalendarWord::Of) => {
            let is_year = is_certain || next == Some(CalendarWord::Later);
            is_year
                && !matches!(next, Some(CalendarWord::Counted | CalendarWord::About | CalendarWord::Roughly))
        }
        Some(CalendarWord::From) => {
            let is_compared = matches!(next, Some(CalendarWord::Counted));
            let is_range = words.figure(end + 1).is_some_and(|(_, digits)| digits > 2)
                && !words.goes_on_in_figures(end + 2);
            is_certain && !is_compared && !is_range
        }
        Some(CalendarWord::Until) => is_certain,
        // 2016 या उससे पहले
        Some(CalendarWord::And) => is_certain && next == Some(CalendarWord::Thereof),
        _ => false,
    }
}

/// Whether it is one of several years: 2014, 2019 और 2024 में.
fn is_in_a_list(words: Words<'_>, end: usize) -> bool {
    let mut at = end;
    for _ in 0..8 {
        let links = words.mark(at) == Some(',') || words.is(at, CalendarWord::And);
        if !links || figure(words, at + 1).is_none() {
            return false;
        }
        at += 2;
        if words.is_dash(at) && words.is_figure(at + 1) {
            at += 2;
        }
        let last = words.figure(at - 1).map_or(0, |(value, _)| value);
        if is_shown_by_what_follows(words, at, !last.is_multiple_of(100)) {
            return true;
        }
    }
    false
}
