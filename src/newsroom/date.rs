//! Dates as the public record knows them: to the day, the month or the year.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ValueError;

/// A date of which the month or the day may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// 1000 to 2999.
    pub year: i16,
    /// 1 to 12; 0 where only the year is known.
    pub month: i8,
    /// 1 to 31; 0 where only year and month are known.
    pub day: i8,
}

impl PartialDate {
    /// Whether it is a date of the years 1000 to 2999.
    fn exists(self) -> bool {
        let is_partial = self.month >= 0 && self.day >= 0 && (self.month > 0 || self.day == 0);
        is_partial
            && (1000..3000).contains(&self.year)
            && Date::new(self.year, self.month.max(1), self.day.max(1)).is_ok()
    }

    /// The first day it may be.
    pub fn earliest(self) -> Date {
        Date::new(self.year, self.month.max(1), self.day.max(1)).unwrap_or(Date::MIN)
    }

    /// The last day it may be.
    pub fn latest(self) -> Date {
        match (self.month, self.day) {
            (0, _) => Date::new(self.year, 12, 31).unwrap_or(Date::MAX),
            (_, 0) => self.earliest().last_of_month(),
            _ => self.earliest(),
        }
    }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> PartialDate {
        PartialDate { year: day.year(), month: day.month(), day: day.day() }
    }
}

impl std::str::FromStr for PartialDate {
    type Err = ValueError;

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; the day must exist.
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let bad = || ValueError::Date(text.to_owned());
        let mut parts = text.split('-');
        let mut part = |digits: usize| match parts.next() {
            None => Ok(0),
            Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => {
                p.parse::<i16>().map_err(|_| bad())
            }
            Some(_) => Err(bad()),
        };
        let date = PartialDate { year: part(4)?, month: part(2)? as i8, day: part(2)? as i8 };
        let zero_written = text.get(5..7) == Some("00") || text.get(8..10) == Some("00");
        if date.exists() && parts.next().is_none() && !zero_written { Ok(date) } else { Err(bad()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let (year, month, day) = Deserialize::deserialize(deserializer)?;
            let date = PartialDate { year, month, day };
            return if date.exists() { Ok(date) } else { Err(serde::de::Error::custom("no such date")) };
        }
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error: ValueError| serde::de::Error::custom(error.message().packed()))
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.year, self.month, self.day).serialize(serializer)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_it_is_written() {
        let date = |text: &str| text.parse::<PartialDate>();
        assert_eq!(date("2012").unwrap().latest().to_string(), "2012-12-31");
        assert_eq!(date("2012-02").unwrap().latest().to_string(), "2012-02-29");
        assert_eq!(date("2012-02-09").unwrap().to_string(), "2012-02-09");
        for bad in ["", "12", "2012-13", "2012-2", "2012-00", "2025-04-31", "2012-02-09-1", "0999"] {
            assert!(date(bad).is_err(), "{bad}");
        }
    }
}
