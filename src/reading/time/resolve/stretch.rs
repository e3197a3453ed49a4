//! पिछले साल, इस हफ़्ते, अगले तीन दिनों: units and stretches at the dateline.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::{Direction, Stretch, timex};
use super::offset;
use super::value::{Seen, Value, first_of_year, month_away};
use crate::newsroom::calendar::{Shift, Unit};

/// How many units from that of the dateline; `None` for what was told before, and for what may have been.
pub(super) fn steps(shift: Shift, toward: Option<Direction>) -> Option<i64> {
    match shift {
        Shift::Unsaid => (toward == Some(Direction::Ahead)).then_some(0),
        Shift::Nearest => match toward? {
            Direction::Ahead | Direction::After => Some(0),
            Direction::Back | Direction::Before => Some(-1),
        },
        Shift::This => Some(0),
        Shift::Last | Shift::Past => Some(-1),
        Shift::Next | Shift::Coming => Some(1),
        Shift::That => None,
    }
}

/// Settles a stretch.
pub(super) fn resolve(stretch: &Stretch, seen: Seen) -> Value {
    let measure = super::super::Measure { amount: stretch.amount, unit: stretch.unit };
    let unknown = || {
        Value::open(if stretch.is_unit {
            timex::some_unit(stretch.unit).to_owned()
        } else {
            timex::length(&[Some(measure), None, None])
        })
    };
    let (Some(from), Some(steps)) = (seen.from, steps(stretch.shift, seen.toward)) else { return unknown() };
    if stretch.is_unit {
        // अगले दिन in what is told is the day after that
        let is_told = stretch.unit == Unit::Day && seen.toward != Some(Direction::Ahead) && steps > 0;
        return if is_told { None } else { unit(from, stretch.unit, steps) }.unwrap_or_else(unknown);
    }
    let far = offset::moved(from, &[Some(measure), None, None], steps < 0);
    // The day of the article is in neither
    let (first, end) = match far.filter(|_| steps != 0) {
        Some(far) if steps < 0 => (far, from),
        Some(far) => match from.tomorrow().ok().zip(far.tomorrow().ok()) {
            Some(days) => days,
            None => return unknown(),
        },
        None => return unknown(),
    };
    let last = end.yesterday().unwrap_or(end);
    Value::days(format!("{first}/{last}"), Some(first), Some(end))
}

/// The unit of the calendar so many steps from that of `from`.
pub(super) fn unit(from: Date, unit: Unit, steps: i64) -> Option<Value> {
    let between = |timex: String, first: Date, end: Option<Date>| Some(Value::days(timex, Some(first), end));
    let years_from = |first: i16, count: i16, timex: String| {
        between(timex, first_of_year(first)?, first_of_year(first + count))
    };
    let steps_in_years = i16::try_from(steps).ok()?;
    match unit {
        Unit::Day => Some(Value::day(from.checked_add(steps.days()).ok()?)),
        Unit::Week => {
            let monday = monday(from, steps)?;
            between(week_timex(monday), monday, monday.checked_add(7.days()).ok())
        }
        Unit::Weekend => {
            let saturday = monday(from, steps)?.checked_add(5.days()).ok()?;
            between(week_timex(saturday) + "-WE", saturday, saturday.checked_add(2.days()).ok())
        }
        Unit::Month => {
            let first = month_away(from, steps)?;
            between(first.strftime("%Y-%m").to_string(), first, month_away(first, 1))
        }
        Unit::Quarter => {
            let of_this = month_away(from, -i64::from((from.month() - 1) % 3))?;
            let first = month_away(of_this, steps * 3)?;
            let timex = format!("{:04}-Q{}", first.year(), (first.month() + 2) / 3);
            between(timex, first, month_away(first, 3))
        }
        Unit::HalfYear => {
            let of_this = month_away(from, -i64::from((from.month() - 1) % 6))?;
            let first = month_away(of_this, steps * 6)?;
            let timex = format!("{:04}-H{}", first.year(), (first.month() + 5) / 6);
            between(timex, first, month_away(first, 6))
        }
        Unit::Year => {
            let year = from.year() + steps_in_years;
            years_from(year, 1, format!("{year:04}"))
        }
        Unit::Decade => {
            let first = (from.year() / 10 + steps_in_years) * 10;
            years_from(first, 10, format!("{}X", first / 10))
        }
        Unit::Century => {
            let hundreds = (from.year() - 1) / 100 + steps_in_years;
            years_from(hundreds * 100 + 1, 100, format!("{hundreds:02}XX"))
        }
        _ => None,
    }
}

/// The Monday of the week so many weeks from that of `from`.
pub(super) fn monday(from: Date, weeks: i64) -> Option<Date> {
    let since = i64::from(from.weekday().to_monday_zero_offset());
    from.checked_add((weeks * 7 - since).days()).ok()
}

fn week_timex(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}
