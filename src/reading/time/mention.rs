//! An expression of time with what it means.

use jiff::civil::Date;

use super::{Meaning, TimeExpression};
use crate::newsroom::calendar::Unit;

/// An expression of time with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// Which block of the article.
    pub block: usize,
    /// The expression.
    pub expression: TimeExpression,
    /// The day, where it is one, exists and is known.
    pub date: Option<Date>,
    /// The TIMEX3 value: `2025-03-12`, `XXXX-03-12`, `WXX-3`, `2025-03`, `2025-03-12/2025-03-14`, `198X`, `P3D`, `T17:00`.
    pub timex: String,
    /// The first day.
    pub start: Option<Date>,
    /// The day after the last.
    pub end: Option<Date>,
    /// The day from which it is counted: of हमले के एक दिन बाद that of the attack.
    pub from: Option<Date>,
}

impl TimeMention {
    /// The class in the sense of TIMEX3, with `weekday`, `range` and `observance` as classes of their own.
    pub fn class(&self) -> &'static str {
        match &self.expression.meaning {
            Meaning::Set(_) => "set",
            Meaning::Observance(_) => "observance",
            _ if self.expression.clock.is_some() => "time",
            Meaning::Clock(..) => "time",
            Meaning::Duration(_) => "duration",
            Meaning::Range(..) => "range",
            Meaning::Date(date) if date.is_weekday_only() => "weekday",
            Meaning::Stretch(stretch) if stretch.unit < Unit::Day => "time",
            Meaning::Stretch(stretch) if !stretch.is_unit => "range",
            Meaning::Offset(offset) if offset.length.iter().flatten().all(|m| m.unit < Unit::Day) => "time",
            _ => "date",
        }
    }

    /// Whether it names a place on the calendar: a day, month or year, not what is only so far from one.
    pub fn is_on_calendar(&self) -> bool {
        match self.expression.meaning {
            Meaning::Date(_) | Meaning::Range(..) | Meaning::Era(_) | Meaning::Observance(_) => true,
            Meaning::Near(_) => self.date.is_some(),
            _ => false,
        }
    }
}
