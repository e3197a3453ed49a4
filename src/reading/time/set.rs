//! Again and again: `हर सोमवार`, `प्रत्येक महीने की 10 तारीख़`, `रोज़`, `सप्ताह में दो बार`.

use super::words::{Read, Words};
use super::{Amount, CalendarDate, Frame, Meaning, Measure, Repeat, date, duration, number, ordinal};
use crate::newsroom::calendar::{CalendarWord, Shift, Unit};

/// What recurs, from `at` on.
pub(super) fn set(words: Words<'_>, at: usize) -> Read<Meaning> {
    if let Some(CalendarWord::Often(unit)) = words.calendar(at) {
        return once_in(Some(Amount::whole(1)), unit, at + 1);
    }
    if words.is(at, CalendarWord::Every) {
        return every(words, at + 1);
    }
    let (unit, end) = duration::unit(words, at)?;
    let (_, end) = number::amount(words, words.is(end, CalendarWord::In).then_some(end + 1)?)?;
    if words.is(end, CalendarWord::Times) { once_in(Some(Amount::whole(1)), unit, end + 1) } else { None }
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
        let inner = words.past(end, CalendarWord::Of);
        let found = date::date(words, inner).or_else(|| ordinal::nth(words, inner));
        let fits = |date: &CalendarDate| match unit {
            Unit::Week => date.is_weekday_only(),
            Unit::Month => date.month.is_none() && (date.day.is_some() || date.nth.is_some()),
            Unit::Year => date.year.is_none() && date.month.is_some(),
            _ => false,
        };
        return match found.filter(|(date, _)| fits(date)) {
            Some((date, end)) => {
                let frame = Some(Frame { shift: Shift::That, unit });
                Some((on(CalendarDate { frame, ..date }), end))
            }
            None => once_in(Some(Amount::whole(1)), unit, end),
        };
    }
    if let Some((ordinal, end)) = number::ordinal(words, at) {
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
