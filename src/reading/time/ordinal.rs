//! One of several: `मई के दूसरे शनिवार`, `जुलाई 2016 का पहला शुक्रवार`, `2016 की 5 मई`, `महीने के आख़िरी दिन`, `2016 की पहली तिमाही`.

use super::words::{Read, Words};
use super::{Amount, CalendarDate, Frame, Meaning, Nth, Stretch, date, duration, number, range, year};
use crate::newsroom::calendar::{CalendarWord, Shift, Unit};

/// तीसरे गुरुवार, आख़िरी दिन, पहले सप्ताह: which of several, and the weekday if it is one.
pub(super) fn nth(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    let (ordinal, end) = number::ordinal(words, at)?;
    let number = i8::try_from(ordinal.value).ok().filter(|number| (-1..=53).contains(number))?;
    let of = |unit| Some(Nth { number, unit });
    if let Some(weekday) = words.weekday(end) {
        let date = CalendarDate { weekday: Some(weekday), nth: of(Unit::Day), ..CalendarDate::default() };
        return (number <= 5).then_some((date, end + 1));
    }
    match words.calendar(end)? {
        CalendarWord::Unit(
            unit @ (Unit::Day
            | Unit::Week
            | Unit::Fortnight
            | Unit::Month
            | Unit::Weekend
            | Unit::Quarter
            | Unit::HalfYear),
            // आख़िरी दिनों में: more than one
        ) if !duration::is_plural(words.key(end)) => {
            Some((CalendarDate { nth: of(unit), ..CalendarDate::default() }, end + 1))
        }
        _ => None,
    }
}

/// One of several in a month or year that is named, or said by महीने or साल alone; a weekday also by itself.
pub(super) fn expression(words: Words<'_>, at: usize) -> Read<Meaning> {
    // इससे पहले सोमवार को: no first Monday
    if let Some((nth, end)) = nth(words, at) {
        return match nth.nth?.unit {
            Unit::Quarter | Unit::HalfYear => part_of_year(words, at, nth, end),
            _ => nth.weekday.filter(|_| !words.is(at, CalendarWord::Ago)).map(|_| (Meaning::Date(nth), end)),
        };
    }
    if let Some(CalendarWord::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year))) = words.calendar(at)
        && words.is(at + 1, CalendarWord::Of)
    {
        return of_unit(words, unit, at + 2);
    }
    let (of, end) = outer(words, at)?;
    let inner = words.is(end, CalendarWord::Of).then_some(end + 1)?;
    if let Some(found) = day_of_year(words, of, inner).or_else(|| month_of_year(words, of, inner)) {
        return Some(found);
    }
    let (found, end) = nth(words, inner).or_else(|| quarter(words, inner))?;
    let unit = found.nth?.unit;
    let is_of_year = matches!(unit, Unit::Quarter | Unit::HalfYear | Unit::Month);
    let is_of_either =
        matches!(unit, Unit::Week | Unit::Day) && found.weekday.is_none() && of.month.is_none();
    (of.month.is_some() != is_of_year || is_of_either)
        .then_some((Meaning::Date(CalendarDate { month: of.month, year: of.year, ..found }), end))
}

/// दूसरे क्वार्टर: of a year it is a quarter, by itself it may be one of a match.
fn quarter(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    let (ordinal, end) =
        number::ordinal(words, at).filter(|(ordinal, _)| (1..=4).contains(&ordinal.value))?;
    let nth = Some(Nth { number: ordinal.value as i8, unit: Unit::Quarter });
    (words.key(end) == "क्वार्टर").then_some((CalendarDate { nth, ..CalendarDate::default() }, end + 1))
}

/// दूसरी तिमाही में, of which year nobody says; with the months in brackets those are meant. लगातार तीसरी तिमाही is a count.
fn part_of_year(words: Words<'_>, at: usize, nth: CalendarDate, end: usize) -> Read<Meaning> {
    if at > 0 && (words.key(at - 1) == "लगातार" || words.is(at - 1, CalendarWord::Of)) {
        return None;
    }
    if matches!(words.mark(end), Some('('))
        && let Some((Meaning::Range(from, to), behind)) = range::range(words, end + 1)
        && from.day.is_none()
        && words.mark(behind) == Some(')')
    {
        return Some((Meaning::Range(from, to), behind + 1));
    }
    let is_plain = matches!(words.calendar(end), Some(CalendarWord::In | CalendarWord::Until));
    is_plain.then_some((Meaning::Date(nth), end))
}

/// The मार्च of `2024 के मार्च में`, `साल 2024 के मार्च महीने में`.
fn month_of_year(words: Words<'_>, of: CalendarDate, inner: usize) -> Read<Meaning> {
    let month = date::month(words, inner).filter(|_| of.month.is_none() && of.year.is_some())?;
    let end = words.past_month_word(inner + 1);
    let is_plain = end > inner + 1 || words.is_followed_by_postposition(end);
    is_plain.then_some((Meaning::Date(CalendarDate { month: Some(month), ..of }), end))
}

/// The 5 मई of `2016 की 5 मई`.
fn day_of_year(words: Words<'_>, of: CalendarDate, inner: usize) -> Read<Meaning> {
    let (found, end) = date::date(words, inner)?;
    let is_open = found.is_day_of_month() && found.year.is_none() && of.month.is_none();
    is_open.then_some((Meaning::Date(CalendarDate { year: of.year, ..found }), end))
}

/// The date, or the week in which its day lies: `16 मार्च वाले सप्ताह`.
pub(super) fn or_its_week(words: Words<'_>, (date, end): (CalendarDate, usize)) -> (CalendarDate, usize) {
    let is_week = words.is(end, CalendarWord::Vala) && words.is(end + 1, CalendarWord::Unit(Unit::Week));
    if !is_week || !date.is_day_of_month() {
        return (date, end);
    }
    (CalendarDate { nth: Some(Nth { number: 0, unit: Unit::Week }), ..date }, end + 2)
}

/// The weekend by itself, where the words around it say when: सप्ताहांत में बारिश होगी.
pub(super) fn weekend(words: Words<'_>, at: usize) -> Read<Meaning> {
    let unit = Unit::Weekend;
    let is_plain = words.is(at, CalendarWord::Unit(unit)) && words.is_closed(at + 1) && at + 1 < words.len();
    let stretch = Stretch { shift: Shift::Nearest, amount: Some(Amount::whole(1)), unit, is_unit: true };
    is_plain.then_some((Meaning::Stretch(stretch), at + 1))
}

/// महीने के पहले सोमवार, महीने की 5 तारीख़, साल के अंत.
fn of_unit(words: Words<'_>, unit: Unit, inner: usize) -> Read<Meaning> {
    // The last of what is to come is of this month or year; the first may be of the next
    let shift_of = |is_last| if is_last { Shift::Unsaid } else { Shift::That };
    if words.is_edge(inner) {
        let shift = shift_of(words.is(inner, CalendarWord::EdgeLast));
        let stretch = Stretch { shift, amount: None, unit, is_unit: true };
        return Some((Meaning::Stretch(stretch), inner + 1));
    }
    if let Some((found, end)) = nth(words, inner).filter(|_| unit != Unit::Week) {
        let shift = shift_of(found.nth.is_some_and(|nth| nth.number == -1));
        let frame = Some(Frame { shift, unit });
        return Some((Meaning::Date(CalendarDate { frame, ..found }), end));
    }
    let (day, end) = date::day(words, inner).filter(|(_, end)| words.is(*end, CalendarWord::DayNumber))?;
    let of_month = CalendarDate { day: Some(day), ..CalendarDate::default() };
    (unit == Unit::Month).then_some((Meaning::Date(of_month), end + 1))
}

/// The month, with or without its year, or the year that something is one of.
fn outer(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    if let Some(found) = date::month_day(words, at).filter(|(date, _)| date.day.is_none()) {
        return Some(found);
    }
    if let Some(month) = date::month(words, at) {
        let end = words.past_month_word(at + 1);
        return Some((CalendarDate { month: Some(month), ..CalendarDate::default() }, end));
    }
    let at = year::after_announcement(words, at).unwrap_or(at);
    let year = year::figure(words, at)?;
    Some((CalendarDate { year: Some(year), ..CalendarDate::default() }, at + 1))
}
