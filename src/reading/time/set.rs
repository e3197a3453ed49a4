//! Again and again: `हर सोमवार`, `प्रत्येक महीने की 10 तारीख़`, `रोज़`, `सप्ताह में दो बार`.

use super::words::{Read, Words};
use super::{Amount, CalendarDate, Frame, Meaning, Measure, Repeat, date, duration, number, ordinal};
use crate::newsroom::calendar::{CalendarWord, Shift, Unit};

/// What recurs, from `at` on.
pub(super) fn set(words: Words<'_>, at: usize) -> Read<Meaning> {
    if let Some(CalendarWord::Often(unit)) = words.calendar(at) {
        // प्रतिवर्ष 14 सितंबर को
        return match words.key(at).starts_with("प्रति").then(|| day_in(words, unit, at + 1)).flatten()
        {
            Some((date, end)) => Some((Meaning::Set(Repeat::Date(date)), end)),
            None => once_in(Some(Amount::whole(1)), unit, at + 1),
        };
    }
    if words.is(at, CalendarWord::Every) {
        return every(words, at + 1);
    }
    let (unit, end) = duration::unit(words, at)?;
    let (_, end) = number::amount(words, words.is(end, CalendarWord::In).then_some(end + 1)?)?;
    // सप्ताह में दो बार, हफ़्ते में तीन दिन
    let is_often = words.is(end, CalendarWord::Times)
        || (unit == Unit::Week && words.is(end, CalendarWord::Unit(Unit::Day)));
    if is_often { once_in(Some(Amount::whole(1)), unit, end + 1) } else { None }
}

/// The day of every unit that stands behind it: महीने की 10 तारीख़, साल 2 अक्टूबर, हफ़्ते सोमवार.
fn day_in(words: Words<'_>, unit: Unit, at: usize) -> Read<CalendarDate> {
    let inner = words.past(at, CalendarWord::Of);
    let (date, end) = date::date(words, inner).or_else(|| ordinal::nth(words, inner))?;
    let fits = match unit {
        Unit::Week => date.is_weekday_only(),
        Unit::Month => date.month.is_none() && (date.day.is_some() || date.nth.is_some()),
        Unit::Year => date.year.is_none() && date.month.is_some(),
        _ => false,
    };
    let frame = Some(Frame { shift: Shift::That, unit });
    fits.then_some((CalendarDate { frame, ..date }, end))
}

fn once_in(amount: Option<Amount>, unit: Unit, end: usize) -> Read<Meaning> {
    Some((Meaning::Set(Repeat::Every(Measure { amount, unit })), end))
}

fn every(words: Words<'_>, at: usize) -> Read<Meaning> {
    let on = |date: CalendarDate| Meaning::Set(Repeat::Date(date));
    if let Some(CalendarWord::Often(unit)) = words.calendar(at) {
        return once_in(Some(Amount::whole(1)), unit, at + 1);
    }
    if let Some((found, end)) = date::date(words, at) {
        return Some((on(found), end));
    }
    if let Some((unit, end)) = duration::unit(words, at) {
        // 80 किलोमीटर प्रति घंटा is a speed
        if unit < Unit::Day && words.key(at - 1) == "प्रति" {
            return None;
        }
        return match day_in(words, unit, end) {
            Some((date, end)) => Some((on(date), end)),
            None => once_in(Some(Amount::whole(1)), unit, end),
        };
    }
    if let Some((ordinal, end)) = number::ordinal(words, at) {
        // हर दूसरे शुक्रवार
        if let Some(weekday) = words.weekday(end) {
            return Some((on(CalendarDate { weekday: Some(weekday), ..CalendarDate::default() }), end + 1));
        }
        let (unit, end) = duration::unit(words, end)?;
        return once_in(Some(Amount::whole(u32::try_from(ordinal.value).ok()?)), unit, end);
    }
    if let Some(CalendarWord::DayPart(_)) = words.calendar(at) {
        return once_in(Some(Amount::whole(1)), Unit::Day, at);
    }
    if let Some((month, end)) = date::bare_month(words, at) {
        return Some((on(month), end));
    }
    let (measure, end) = duration::measure(words, at)?;
    once_in(measure.amount, measure.unit, end)
}
