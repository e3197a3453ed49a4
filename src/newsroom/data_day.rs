//! To what day the shipped knowledge is known.

use jiff::civil::Date;

/// The last day for which an office of the shipped knowledge has been checked.
pub fn data_day() -> Date {
    env!("VARTANI_DATA_DAY").parse().unwrap_or(Date::MIN)
}
