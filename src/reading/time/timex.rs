//! TIMEX3 values of what is written: `2025-03-12`, `XXXX-03-12`, `WXX-3`, `198X`, `P3D`, `T17:00`.

use super::{Amount, CalendarDate, Clock, Length, Measure, Repeat};
use crate::newsroom::calendar::{DayPart, Unit};

/// A date of which some may be unknown.
pub(super) fn date(year: Option<i16>, month: Option<i16>, day: Option<i16>) -> String {
    let year = year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
    let two = |value: Option<i16>| value.map_or("XX".to_owned(), |value| format!("{value:02}"));
    match (month, day) {
        (None, None) => year,
        (month, None) => format!("{year}-{}", two(month)),
        (month, day) => format!("{year}-{}-{}", two(month), two(day)),
    }
}

/// A date as it is written, before anything is settled.
pub(super) fn written(date: &CalendarDate) -> String {
    let value = |part: Option<super::Part>| part.map(|part| part.value);
    if date.is_weekday_only() {
        return format!("WXX-{}", value(date.weekday).unwrap_or(0));
    }
    let known = self::date(value(date.year), value(date.month), value(date.day));
    let Some(nth) = date.nth else { return known };
    let month = match date.month {
        Some(_) => known,
        None => format!("{known}-XX"),
    };
    match (date.weekday, nth.unit) {
        (Some(weekday), _) => format!("{month}-WXX-{}-#{}", weekday.value, nth.number),
        (None, Unit::Quarter) => format!("{}-Q{}", &month[..4], from_the_first(nth.number, 4)),
        (None, Unit::HalfYear) => format!("{}-H{}", &month[..4], from_the_first(nth.number, 2)),
        (None, Unit::Week) if is_of_year(date) && nth.number > 0 => {
            format!("{}-W{:02}", &month[..4], nth.number)
        }
        (None, unit) => format!("{month}-#{}{}", nth.number, letter(unit).1),
    }
}

/// The number of the last of so many where -1 stands for it.
fn from_the_first(number: i8, count: i8) -> i8 {
    if number == -1 { count } else { number }
}

/// Whether a year is what the date lies in, no month.
fn is_of_year(date: &CalendarDate) -> bool {
    date.month.is_none() && date.frame.is_none_or(|frame| frame.unit == Unit::Year)
}

/// So much time.
pub(super) fn length(length: &Length) -> String {
    let (mut days, mut hours) = (String::new(), String::new());
    for measure in length.iter().flatten() {
        let (is_clock, letter) = letter(measure.unit);
        (if is_clock { &mut hours } else { &mut days }).push_str(&(count(measure) + letter));
    }
    if hours.is_empty() { format!("P{days}") } else { format!("P{days}T{hours}") }
}

/// How many, in the unit that TIMEX3 has for it.
fn count(measure: &Measure) -> String {
    let factor = match measure.unit {
        Unit::Fortnight => 2,
        Unit::Quarter => 3,
        Unit::HalfYear => 6,
        _ => 1,
    };
    let Some(hundredths) = measure.amount.and_then(|amount| amount.hundredths.checked_mul(factor)) else {
        return "X".to_owned();
    };
    match Amount::as_whole(Amount { hundredths }) {
        Some(whole) => whole.to_string(),
        None => format!("{}.{:02}", hundredths / 100, hundredths % 100).trim_end_matches('0').to_owned(),
    }
}

/// The letter of a unit, and whether it counts hours.
fn letter(unit: Unit) -> (bool, &'static str) {
    match unit {
        Unit::Second => (true, "S"),
        Unit::Minute => (true, "M"),
        Unit::Hour => (true, "H"),
        Unit::Day => (false, "D"),
        Unit::Weekend => (false, "WE"),
        Unit::Week | Unit::Fortnight => (false, "W"),
        Unit::Month | Unit::Quarter | Unit::HalfYear => (false, "M"),
        Unit::Year => (false, "Y"),
        Unit::Decade => (false, "DE"),
        Unit::Century => (false, "CE"),
    }
}

/// A unit that is not known more exactly: `XXXX-WXX` for a week.
pub(super) fn some_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => "TXX",
        Unit::Day => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::HalfYear => "XXXX-HX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    }
}

/// A time of day: `T17:00`, `T07:56:30`, `TEV`.
pub(super) fn clock(clock: &Clock) -> String {
    if let Some((hour, minute)) = clock.of_day() {
        let second = clock.second.map_or_else(String::new, |second| format!(":{second:02}"));
        return format!("T{hour:02}:{minute:02}{second}");
    }
    match clock.part {
        Some(DayPart::Dawn | DayPart::Morning) => "TMO",
        Some(DayPart::Noon) => "TMI",
        Some(DayPart::Afternoon) => "TAF",
        Some(DayPart::Evening) => "TEV",
        Some(DayPart::Night | DayPart::Midnight) => "TNI",
        None => "TXX:XX",
    }
    .to_owned()
}

/// What recurs: `XXXX-WXX-1` for every Monday, `P1D` for every day.
pub(super) fn repeat(repeat: &Repeat) -> String {
    match repeat {
        Repeat::Date(date) if date.is_weekday_only() => format!("XXXX-{}", written(date)),
        Repeat::Date(date) => written(date),
        Repeat::Every(Measure { unit: Unit::Weekend, .. }) => some_unit(Unit::Weekend).to_owned(),
        Repeat::Every(measure) => length(&[Some(*measure), None, None]),
    }
}
