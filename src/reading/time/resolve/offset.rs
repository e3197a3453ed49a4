//! दो हफ़्ते पहले, एक दिन बाद: distances from the dateline or from another day.

use jiff::Span;
use jiff::civil::Date;

use super::super::{Anchor, Direction, Length, Offset, timex};
use super::value::{Seen, Value};
use crate::newsroom::calendar::Unit;

/// Settles a distance from the dateline; one from another day is settled with that day.
pub(super) fn resolve(offset: &Offset, seen: Seen) -> Value {
    let looks_ahead = matches!(seen.toward, Some(Direction::Ahead | Direction::After));
    let is_from_dateline = match offset.anchor {
        Anchor::Now => true,
        Anchor::Dateline => offset.is_before || looks_ahead,
        _ => false,
    };
    let day = seen.from.filter(|_| is_from_dateline).and_then(|from| day(from, offset));
    day.map_or_else(|| Value::open(timex::length(&offset.length)), Value::day)
}

/// The day so far from another.
pub(super) fn day(from: Date, offset: &Offset) -> Option<Date> {
    moved(from, &offset.length, offset.is_before)
}

/// The day from which a day is so far.
pub(super) fn origin(day: Date, offset: &Offset) -> Option<Date> {
    moved(day, &offset.length, !offset.is_before)
}

/// A day moved back or ahead by a length, if the length is a number of whole days or months.
pub(super) fn moved(from: Date, length: &Length, back: bool) -> Option<Date> {
    let (mut months, mut days) = (0i64, 0i64);
    for measure in length.iter().flatten() {
        let hundredths = i64::try_from(measure.amount?.hundredths).ok()?;
        let times = |factor: i64| {
            let product = hundredths.checked_mul(factor)?;
            (product % 100 == 0).then_some(product / 100)
        };
        match measure.unit {
            Unit::Day => days = days.checked_add(times(1)?)?,
            Unit::Week => days = days.checked_add(times(7)?)?,
            Unit::Fortnight => days = days.checked_add(times(15)?)?,
            Unit::Month => months = months.checked_add(times(1)?)?,
            Unit::Quarter => months = months.checked_add(times(3)?)?,
            Unit::HalfYear => months = months.checked_add(times(6)?)?,
            Unit::Year => months = months.checked_add(times(12)?)?,
            Unit::Decade => months = months.checked_add(times(120)?)?,
            Unit::Century => months = months.checked_add(times(1200)?)?,
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Weekend => return None,
        }
    }
    let span = Span::new().try_months(months).ok()?.try_days(days).ok()?;
    if back { from.checked_sub(span).ok() } else { from.checked_add(span).ok() }
}
