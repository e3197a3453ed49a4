//! आज, कल, परसों; and the nearest weekday, day of a month or month in a direction.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::super::Direction;
use super::value::{Seen, Value};

/// So many days from the dateline: कल and परसों look both ways, and without a direction nobody knows.
pub(super) fn resolve(days: i8, seen: Seen) -> Value {
    let sign = match seen.toward {
        _ if days == 0 => 0,
        Some(Direction::Back | Direction::Before) => -1,
        Some(Direction::Ahead | Direction::After) => 1,
        None => return Value::open("XXXX-XX-XX"),
    };
    let day = seen.from.and_then(|from| from.checked_add((i64::from(days) * sign).days()).ok());
    day.map_or_else(|| Value::open("XXXX-XX-XX"), Value::day)
}

/// The day with this weekday nearest to `from` in a direction, at most a week away.
pub(super) fn weekday(from: Date, weekday: i8, direction: Direction) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let back = i64::from(from.weekday().since(weekday));
    let ahead = i64::from(from.weekday().until(weekday));
    let week = |days: i64| if days == 0 { 7 } else { days };
    let days = match direction {
        Direction::Back => -back,
        Direction::Ahead => ahead,
        Direction::Before => -week(back),
        Direction::After => week(ahead),
    };
    from.checked_add(days.days()).ok()
}

/// Whether a day lies where a direction looks.
pub(super) fn fits(day: Date, from: Date, direction: Option<Direction>) -> bool {
    match direction {
        Some(Direction::Back) => day <= from,
        Some(Direction::Ahead) => day >= from,
        Some(Direction::Before) => day < from,
        Some(Direction::After) => day > from,
        None => true,
    }
}

/// The year that a day and month without a year mean on the day of the dateline.
pub(super) fn year(from: Date, month: i16, day: i16, direction: Option<Direction>) -> Option<i16> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let days = (from.year() - 1..=from.year() + 1).filter_map(|year| Date::new(year, month, day).ok());
    let distance = |date: &Date| (*date - from).get_days().abs();
    days.filter(|day| fits(*day, from, direction)).min_by_key(distance).map(Date::year)
}

/// The year, in a direction, in which a day and month fall on the weekday that stands beside them.
pub(super) fn year_of_weekday(
    from: Date,
    month: i16,
    day: i16,
    weekday: i16,
    direction: Option<Direction>,
) -> Option<i16> {
    let year = year(from, month, day, direction)?;
    let day = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    (i16::from(day.weekday().to_monday_one_offset()) == weekday).then_some(year)
}

/// The year that a month without a year means; the month of the dateline lies in both directions.
pub(super) fn year_of_month(from: Date, month: i16, direction: Direction) -> i16 {
    let this = i16::from(from.month());
    match direction {
        Direction::Back if month <= this => from.year(),
        Direction::Before if month < this => from.year(),
        Direction::Back | Direction::Before => from.year() - 1,
        Direction::Ahead if month >= this => from.year(),
        Direction::After if month > this => from.year(),
        Direction::Ahead | Direction::After => from.year() + 1,
    }
}
