//! Days, months and years of the calendar, of which some may be unsaid.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::{CalendarDate, Direction, Frame, Nth, timex};
use super::value::{Seen, Value, first_of_year, month_away};
use super::{deictic_day, stretch};
use crate::newsroom::calendar::{Shift, Unit};
use crate::newsroom::observance::nth_weekday;

/// Settles a date.
pub(super) fn resolve(date: &CalendarDate, seen: Seen) -> Value {
    if date.is_weekday_only() {
        let day = weekday(date, seen);
        return day.map_or_else(|| Value::open(timex::written(date)), Value::day);
    }
    if let Some(Nth { number: 0, unit: Unit::Week }) = date.nth {
        return week_of_day(&CalendarDate { nth: None, ..*date }, seen);
    }
    let known = Known::of(date, seen);
    // The first quarter of a fiscal year is not that of the calendar year: its days are left open
    if let (Some(Nth { unit: Unit::Quarter | Unit::HalfYear, .. }), Some(year)) = (date.nth, known.year) {
        return Value::open(timex::written(&CalendarDate { year: None, ..*date }).replacen(
            "XXXX",
            &format!("{year:04}"),
            1,
        ));
    }
    if let (Some(Nth { unit: Unit::Week, number }), Some(year), None) = (date.nth, known.year, known.month)
        && number > 0
    {
        return week_of_year(year, number).unwrap_or_else(|| Value::open(timex::written(date)));
    }
    if let Some(nth) = date.nth {
        let days = nth_days(nth, date.weekday.map(|part| part.value), &known);
        return match days {
            Some((first, end)) if first.tomorrow().ok() == Some(end) => Value::day(first),
            Some((first, end)) => {
                Value::days(format!("{first}/{}", end.yesterday().unwrap_or(end)), Some(first), Some(end))
            }
            None => Value::open(timex::written(date)),
        };
    }
    known.value()
}

/// The week in which a day lies: 16 मार्च वाले सप्ताह.
fn week_of_day(day: &CalendarDate, seen: Seen) -> Value {
    let known = Known::of(day, seen).day();
    let week = known.and_then(|day| stretch::unit(day, Unit::Week, 0));
    week.unwrap_or_else(|| Value::open(timex::some_unit(Unit::Week)))
}

/// The nth week of a year, as ISO 8601 counts them.
fn week_of_year(year: i16, number: i8) -> Option<Value> {
    let monday = jiff::civil::ISOWeekDate::new(year, number, jiff::civil::Weekday::Monday).ok()?.date();
    let end = monday.checked_add(7.days()).ok();
    Some(Value::days(format!("{year:04}-W{number:02}"), Some(monday), end))
}

/// Year, month and day as far as they are known.
struct Known {
    year: Option<i16>,
    month: Option<i16>,
    day: Option<i16>,
}

impl Known {
    fn of(date: &CalendarDate, seen: Seen) -> Known {
        let value = |part: Option<super::super::Part>| part.map(|part| part.value);
        let mut known = Known { year: value(date.year), month: value(date.month), day: value(date.day) };
        if known.year.is_some() {
            return known;
        }
        let Some(from) = seen.from else { return known };
        let toward = match date.frame {
            Some(Frame { unit: Unit::Year, shift }) => {
                known.year = stretch::steps(shift, seen.toward).map(|steps| from.year() + steps as i16);
                return known;
            }
            Some(Frame { unit: Unit::Month, shift }) => {
                let first = stretch::steps(shift, seen.toward).and_then(|steps| month_away(from, steps));
                known.year = first.map(Date::year);
                known.month = first.map(|first| first.month().into()).or(known.month);
                return known;
            }
            Some(Frame { shift: Shift::This, .. }) => {
                known.year = Some(from.year());
                return known;
            }
            Some(Frame { shift, .. }) => towards(shift),
            None => seen.toward,
        };
        known.year = match (known.month, known.day, toward) {
            (Some(month), Some(day), _) => {
                let weekday = date
                    .weekday
                    .and_then(|part| deictic_day::year_of_weekday(from, month, day, part.value, toward));
                weekday.or_else(|| {
                    deictic_day::year(from, month, day, toward.filter(|_| date.weekday.is_none()))
                })
            }
            (Some(month), None, Some(toward)) => Some(deictic_day::year_of_month(from, month, toward)),
            (None, Some(day), Some(toward)) => {
                let day = day_near(from, day, toward);
                known.month = day.map(|day| day.month().into());
                day.map(Date::year)
            }
            _ => None,
        };
        known
    }

    fn day(&self) -> Option<Date> {
        Date::new(self.year?, self.month?.try_into().ok()?, self.day?.try_into().ok()?).ok()
    }

    fn value(&self) -> Value {
        let written = timex::date(self.year, self.month, self.day);
        if self.day.is_some() {
            return self.day().map_or_else(|| Value::open(written), Value::day);
        }
        let (first, end) = self.months().unzip();
        Value::days(written, first, end)
    }

    /// The first day and the day after the last of the month, or of the year without one.
    fn months(&self) -> Option<(Date, Date)> {
        match self.month {
            Some(month) => {
                let first = Date::new(self.year?, month.try_into().ok()?, 1).ok()?;
                Some((first, month_away(first, 1)?))
            }
            None => first_of_year(self.year?).zip(first_of_year(self.year? + 1)),
        }
    }
}

fn towards(shift: Shift) -> Option<Direction> {
    match shift {
        Shift::Last | Shift::Past => Some(Direction::Before),
        Shift::Next | Shift::Coming => Some(Direction::After),
        Shift::This | Shift::That | Shift::Unsaid | Shift::Nearest => None,
    }
}

/// The day with this number nearest to `from` in a direction.
fn day_near(from: Date, day: i16, toward: Direction) -> Option<Date> {
    let months = match toward {
        Direction::Back | Direction::Before => [0, -1, -2],
        Direction::Ahead | Direction::After => [0, 1, 2],
    };
    let of_month = |months: i64| {
        let first = month_away(from, months)?;
        Date::new(first.year(), first.month(), day.try_into().ok()?).ok()
    };
    months.into_iter().filter_map(of_month).find(|day| deictic_day::fits(*day, from, Some(toward)))
}

/// The day that a weekday means. पिछले and अगले are of the week before and after; with इस it is the week
/// of the dateline; बीते and आगामी mean the nearest.
fn weekday(date: &CalendarDate, seen: Seen) -> Option<Date> {
    let (from, weekday) = (seen.from?, date.weekday?.value as i8);
    let in_week = |weeks: i64| stretch::monday(from, weeks)?.checked_add(i64::from(weekday - 1).days()).ok();
    match date.frame {
        None => deictic_day::weekday(from, weekday, seen.toward?),
        Some(Frame { shift: Shift::That, .. }) => None,
        Some(Frame { shift: Shift::Past, unit: Unit::Day }) => {
            deictic_day::weekday(from, weekday, Direction::Before)
        }
        Some(Frame { shift: Shift::Coming, unit: Unit::Day }) => {
            deictic_day::weekday(from, weekday, Direction::After)
        }
        Some(Frame { shift: Shift::This, unit: Unit::Day }) => {
            let day = in_week(0)?;
            if deictic_day::fits(day, from, seen.toward) {
                Some(day)
            } else {
                deictic_day::weekday(from, weekday, seen.toward?)
            }
        }
        Some(Frame { shift, .. }) => in_week(stretch::steps(shift, seen.toward)?),
    }
}

/// The days of a place in a row: of a month if one is known, else of a year.
fn nth_days(nth: Nth, weekday: Option<i16>, known: &Known) -> Option<(Date, Date)> {
    let (first, end) = known.months()?;
    let one = |day: Date| Some((day, day.tomorrow().ok()?));
    if let Some(weekday) = weekday {
        known.month?;
        return one(nth_weekday(first.year(), first.month(), nth.number, weekday as i8)?);
    }
    let inside = |first: Date, length: jiff::Span| {
        let last = first.checked_add(length).ok()?;
        Some((first, last.min(end))).filter(|_| first < end)
    };
    let steps = i64::from(nth.number) - 1;
    match (nth.unit, nth.number) {
        (_, 0) => None,
        (Unit::Day, -1) => one(end.yesterday().ok()?),
        (Unit::Day, _) => inside(first.checked_add(steps.days()).ok()?, 1.day()),
        (Unit::Week, -1) => Some((end.checked_sub(7.days()).ok()?, end)),
        (Unit::Week, _) => inside(first.checked_add((steps * 7).days()).ok()?, 7.days()),
        (Unit::Fortnight, 1) if known.month.is_some() => inside(first, 15.days()),
        (Unit::Fortnight, 2 | -1) if known.month.is_some() => Some((first.checked_add(15.days()).ok()?, end)),
        (Unit::Weekend, number) => {
            known.month?;
            let saturday = nth_weekday(first.year(), first.month(), number, 6)?;
            Some((saturday, saturday.checked_add(2.days()).ok()?))
        }
        (Unit::Month, -1) if known.month.is_none() => Some((month_away(end, -1)?, end)),
        (Unit::Month, _) if known.month.is_none() => inside(month_away(first, steps)?, 1.month()),
        _ => None,
    }
}

/// Settles a range: each end takes from the other what it does not say.
pub(super) fn resolve_range(from: &CalendarDate, to: &CalendarDate, seen: Seen) -> Value {
    if let Some(days) = from.near {
        return from_deictic(days, to, seen);
    }
    if from.is_weekday_only() {
        return weekdays(from, to, seen);
    }
    let mut last = Known::of(to, seen);
    let mut first =
        Known::of(&CalendarDate { month: from.month.or(to.month), ..*from }, Seen { from: None, ..seen });
    first.month = first.month.or(last.month);
    let wraps = first.month > last.month && last.month.is_some();
    match (first.year, to.year) {
        (Some(year), None) => last.year = Some(year + i16::from(wraps)),
        (None, _) => first.year = last.year.map(|year| year - i16::from(wraps)),
        _ => {}
    }
    let (start, end) = (first.value(), last.value());
    let days = start.days.zip(end.days);
    let timex = format!("{}/{}", start.timex, end.timex);
    Value::days(timex, days.map(|(first, _)| first.0), days.map(|(_, last)| last.1))
}

/// आज से शनिवार तक: the last day is the next of its name. Where the clause does not tell, कल is tomorrow.
fn from_deictic(days: i8, to: &CalendarDate, seen: Seen) -> Value {
    let seen = Seen { toward: seen.toward.or(Some(Direction::Ahead)), ..seen };
    let first = deictic_day::resolve(days, seen);
    let from = first.days.map(|(day, _)| day);
    let last = match (to.near, to.weekday.filter(|_| to.is_weekday_only())) {
        (Some(days), _) => deictic_day::resolve(days, seen),
        (None, Some(weekday)) => from
            .and_then(|from| deictic_day::weekday(from, weekday.value as i8, Direction::After))
            .map_or_else(|| Value::open(timex::written(to)), Value::day),
        (None, None) => Known::of(to, Seen { from, toward: Some(Direction::Ahead) }).value(),
    };
    let end = last.days.map(|(_, end)| end);
    Value::days(format!("{}/{}", first.timex, last.timex), from, end)
}

fn weekdays(from: &CalendarDate, to: &CalendarDate, seen: Seen) -> Value {
    let written = format!("{}/{}", timex::written(from), timex::written(to));
    let is_back = matches!(seen.toward, Some(Direction::Back | Direction::Before));
    let fixed = if is_back { to } else { from };
    let Some(day) = weekday(fixed, seen) else { return Value::open(written) };
    let other = if is_back { from } else { to };
    let direction = if is_back { Direction::Before } else { Direction::After };
    let other = other.weekday.and_then(|part| deictic_day::weekday(day, part.value as i8, direction));
    let (first, last) = if is_back { (other, Some(day)) } else { (Some(day), other) };
    match first.zip(last) {
        Some((first, last)) => Value::days(format!("{first}/{last}"), Some(first), last.tomorrow().ok()),
        None => Value::open(written),
    }
}
