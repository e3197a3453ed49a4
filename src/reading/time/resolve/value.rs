//! What an expression comes to: a TIMEX3 value and days.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::reading::time::Direction;

/// What is known where an expression is settled.
#[derive(Clone, Copy)]
pub struct Seen {
    /// The date of the article.
    pub from: Option<Date>,
    /// Where the clause looks.
    pub toward: Option<Direction>,
}

/// A TIMEX3 value with the days that it stands for, half-open, where they are known.
pub struct Value {
    pub timex: String,
    pub days: Option<(Date, Date)>,
}

impl Value {
    pub fn open(timex: impl Into<String>) -> Value {
        Value { timex: timex.into(), days: None }
    }

    pub fn day(day: Date) -> Value {
        Value { timex: day.to_string(), days: day.tomorrow().ok().map(|next| (day, next)) }
    }

    pub fn days(timex: String, first: Option<Date>, end: Option<Date>) -> Value {
        Value { timex, days: first.zip(end).filter(|(first, end)| first < end) }
    }
}

/// The first day of a year.
pub fn first_of_year(year: i16) -> Option<Date> {
    Date::new(year, 1, 1).ok()
}

/// The first day of the month so many months from that of `from`.
pub fn month_away(from: Date, months: i64) -> Option<Date> {
    from.first_of_month().checked_add(months.months()).ok()
}
