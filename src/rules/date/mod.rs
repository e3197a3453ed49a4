//! Rules about dates.

use jiff::civil::Weekday;

pub(super) mod contradiction;
pub(super) mod fiscal_year;
pub(super) mod impossible;
pub(super) mod observance;
pub(super) mod range;
pub(super) mod relative;
pub(super) mod tense;
pub(super) mod time;
pub(super) mod weekday;

/// The English name of a weekday, 1 (Monday) to 7.
fn english_weekday(weekday: i16) -> &'static str {
    match Weekday::from_monday_one_offset(weekday as i8) {
        Ok(Weekday::Monday) => "Monday",
        Ok(Weekday::Tuesday) => "Tuesday",
        Ok(Weekday::Wednesday) => "Wednesday",
        Ok(Weekday::Thursday) => "Thursday",
        Ok(Weekday::Friday) => "Friday",
        Ok(Weekday::Saturday) => "Saturday",
        _ => "Sunday",
    }
}
