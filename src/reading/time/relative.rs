//! Times seen from the dateline or from what was told: `आज`, `अगले सोमवार`, `पिछले तीन दिनों`,
//! `अगले महीने की 10 तारीख़`, `दो हफ़्ते पहले`, `एक दिन बाद`.

use super::words::{Read, Words};
use super::{Amount, Anchor, Away, CalendarDate, Frame, Meaning, Stretch, date, duration, range};
use crate::newsroom::calendar::{CalendarWord, Shift, Unit};

/// आज, कल, परसों.
pub(super) fn near(words: Words<'_>, at: usize) -> Read<Meaning> {
    let Some(CalendarWord::Near(days)) = words.calendar(at) else { return None };
    // कल-कारख़ाने, कल कल
    let joined = words.is_dash(at + 1) && words.is_glued(at + 1) && words.is_glued(at + 2);
    let is_near = |at| matches!(words.calendar(at), Some(CalendarWord::Near(_)));
    let is_other_word = (joined && !is_near(at + 2))
        || words.key(at + 1) == words.key(at)
        || (at > 0 && words.key(at - 1) == words.key(at));
    (!is_other_word).then_some((Meaning::Near(days), at + 1))
}

/// Which of several at the dateline: a day, a month, a stretch.
pub(super) fn shifted(words: Words<'_>, at: usize) -> Read<Meaning> {
    let (shift, next) = words.shift(at)?;
    if let Some((found, end)) = date_itself(words, shift, next) {
        return Some((found, end));
    }
    if let Some((unit, end)) = duration::unit(words, next).filter(|_| !duration::is_plural(words.key(next))) {
        return Some(within(words, Frame { shift, unit }, end));
    }
    let (measure, end) = duration::measure(words, next)?;
    if !matches!(words.calendar(end - 1), Some(CalendarWord::Unit(_))) {
        return None;
    }
    let is_count_of_told = shift == Shift::That && measure.amount.is_some();
    let stretch = Stretch { shift, amount: measure.amount, unit: measure.unit, is_unit: false };
    (!is_count_of_told).then_some((Meaning::Stretch(stretch), end))
}

/// The day or month that a word like अगले stands before: अगले सोमवार, बीते 20 मार्च, पिछले मार्च.
fn date_itself(words: Words<'_>, shift: Shift, at: usize) -> Read<Meaning> {
    let frame = Some(Frame { shift, unit: Unit::Day });
    if let Some((found, end)) = range::range(words, at) {
        let Meaning::Range(from, to) = found else { return None };
        return Some((Meaning::Range(CalendarDate { frame, ..from }, CalendarDate { frame, ..to }), end));
    }
    let (found, end) = date::date(words, at).or_else(|| {
        let month = date::month(words, at)?;
        Some((CalendarDate { month: Some(month), ..CalendarDate::default() }, at + 1))
    })?;
    Some((Meaning::Date(CalendarDate { frame, ..found }), end))
}

/// What lies within a unit at the dateline: अगले महीने की 10 तारीख़, पिछले साल जून, अगले हफ़्ते सोमवार;
/// else the unit itself.
fn within(words: Words<'_>, frame: Frame, end: usize) -> (Meaning, usize) {
    let inner = words.past(end, CalendarWord::Of);
    let framed = |date: CalendarDate| CalendarDate { frame: Some(frame), ..date };
    if frame.unit >= Unit::Week
        && let Some((Meaning::Range(from, to), end)) = range::range(words, inner)
        && lies_in(from, frame.unit)
    {
        return (Meaning::Range(framed(from), framed(to)), end);
    }
    let found = date::date(words, inner).or_else(|| date::nth(words, inner)).or_else(|| {
        let month = date::month(words, inner).filter(|_| frame.unit == Unit::Year)?;
        Some((CalendarDate { month: Some(month), ..CalendarDate::default() }, inner + 1))
    });
    match found.filter(|(date, _)| lies_in(*date, frame.unit)) {
        Some((date, end)) => (Meaning::Date(framed(date)), end),
        None => {
            let one = Some(Amount::whole(1));
            (
                Meaning::Stretch(Stretch {
                    shift: frame.shift,
                    amount: one,
                    unit: frame.unit,
                    is_unit: true,
                }),
                end,
            )
        }
    }
}

/// Whether such a date may be one of a unit.
fn lies_in(date: CalendarDate, unit: Unit) -> bool {
    match unit {
        Unit::Week => date.is_weekday_only(),
        Unit::Month => {
            date.month.is_none() && date.year.is_none() && (date.day.is_some() || date.nth.is_some())
        }
        Unit::Year => date.year.is_none() && (date.month.is_some() || date.nth.is_some()),
        _ => false,
    }
}

/// One of several in a month: मई के दूसरे शनिवार, जुलाई 2016 का पहला शुक्रवार, महीने के आख़िरी दिन.
pub(super) fn nth_in_month(words: Words<'_>, at: usize) -> Read<Meaning> {
    // इससे पहले सोमवार को: no first Monday
    if let Some((nth, end)) = date::nth(words, at).filter(|_| !words.is(at, CalendarWord::Ago)) {
        return nth.weekday.map(|_| (Meaning::Date(nth), end));
    }
    if let Some(CalendarWord::Unit(unit @ (Unit::Month | Unit::Year))) = words.calendar(at) {
        let inner = words.is(at + 1, CalendarWord::Of).then_some(at + 2)?;
        if let Some((found, end)) = date::nth(words, inner) {
            let frame = Some(Frame { shift: Shift::That, unit });
            return Some((Meaning::Date(CalendarDate { frame, ..found }), end));
        }
        let (day, end) =
            date::day(words, inner).filter(|(_, end)| words.is(*end, CalendarWord::DayNumber))?;
        let of_month = CalendarDate { day: Some(day), ..CalendarDate::default() };
        return (unit == Unit::Month).then_some((Meaning::Date(of_month), end + 1));
    }
    let (month, end) = date::month_day(words, at).filter(|(date, _)| date.day.is_none()).or_else(|| {
        let month = date::month(words, at)?;
        let end = words.past(at + 1, CalendarWord::Unit(Unit::Month));
        Some((CalendarDate { month: Some(month), ..CalendarDate::default() }, end))
    })?;
    let inner = words.is(end, CalendarWord::Of).then_some(end + 1)?;
    let (found, end) = date::nth(words, inner)?;
    Some((Meaning::Date(CalendarDate { month: month.month, year: month.year, ..found }), end))
}

/// A distance: दो हफ़्ते पहले, साल भर बाद, 1 महीने और 21 दिन पहले. `is_after_time` tells whether another
/// expression ends where this one begins.
pub(super) fn away(words: Words<'_>, at: usize, is_after_time: bool) -> Read<Meaning> {
    let (length, end) = duration::length(words, at)?;
    let place = words.past(end, CalendarWord::Of);
    let place = if words.is(place, CalendarWord::From) && words.is(place + 1, CalendarWord::Ago) {
        place + 1
    } else {
        place
    };
    let is_before = match words.calendar(place)? {
        CalendarWord::Ago => true,
        CalendarWord::Later => false,
        _ => return None,
    };
    Some((Meaning::Away(Away { length, is_before, anchor: anchor(words, at, is_after_time) }), place + 1))
}

fn anchor(words: Words<'_>, start: usize, is_after_time: bool) -> Anchor {
    let mut at = start;
    while at > 0 && words.before(at) == Some(CalendarWord::About) {
        at -= 1;
    }
    match words.before(at) {
        Some(CalendarWord::From | CalendarWord::Of) if is_after_time => Anchor::Before,
        Some(CalendarWord::From | CalendarWord::Of | CalendarWord::Thereof) => {
            Anchor::Event { event: None, other: None }
        }
        _ => Anchor::Dateline,
    }
}
