//! The date in a value that a program or a person wrote into front matter or metadata.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::newsroom::calendar::{self, CalendarWord};
use crate::text::{fold, letters, tokens};

/// Maximum length of a value that is read, in bytes.
const MAX_VALUE: usize = 200;

/// The months as programs write them; the first three letters tell them apart.
const ENGLISH_MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The date of `2025-03-12`, `2025-03-12T09:00:00+05:30`, `Wed, 12 Mar 2025 09:00:00 GMT`, `12/03/2025` (day first), `१२ मार्च
/// २०२५` or `March 12, 2025`; `None` for anything else. A time in UTC gives the day it is in India.
pub(super) fn read(value: &str) -> Option<Date> {
    let value = value.trim();
    if value.len() > MAX_VALUE {
        return None;
    }
    moment(value).or_else(|| leading_date(value)).or_else(|| in_words(value))
}

/// A date with a time and a time zone.
fn moment(value: &str) -> Option<Date> {
    let spaced = value.replace(" +", "+").replace(" UTC", "Z").replace(" GMT", "Z");
    if spaced.get(..10).is_some_and(|date| date.parse::<Date>().is_ok()) {
        let moment: Timestamp = spaced.parse().ok()?;
        let is_utc = spaced.ends_with(['Z', 'z']) || spaced.ends_with("+00:00") || spaced.ends_with("+0000");
        return if is_utc { in_india(moment) } else { None };
    }
    let moment = jiff::fmt::rfc2822::parse(value).ok()?;
    if moment.offset() == Offset::UTC { in_india(moment.timestamp()) } else { Some(moment.date()) }
}

fn in_india(moment: Timestamp) -> Option<Date> {
    let offset = Offset::from_seconds(5 * 3600 + 1800).ok()?;
    Some(offset.to_datetime(moment).date())
}

/// An ISO date, whatever stands behind it.
fn leading_date(value: &str) -> Option<Date> {
    let date = value.get(..10)?.parse().ok()?;
    let goes_on = value[10..].starts_with(|c: char| c.is_ascii_digit());
    (!goes_on).then_some(date)
}

/// Day, month and year as numbers or words.
fn in_words(value: &str) -> Option<Date> {
    let is_digit = |c: char| c.is_ascii_digit() || matches!(c, '०'..='९');
    let numbers: Vec<u32> = value.split(|c| !is_digit(c)).filter_map(letters::number).collect();
    let words = tokens(value);
    let month = words.iter().filter(|token| token.is_word()).find_map(|token| month_of(token.span.of(value)));
    let date = |year: u32, month: u32, day: u32| {
        let year = i16::try_from(year).ok().filter(|year| (1000..3000).contains(year))?;
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    match (month, numbers.as_slice()) {
        (Some(month), &[day, year, ..]) if day <= 31 => date(year, month, day),
        (Some(month), &[year, day, ..]) => date(year, month, day),
        (None, &[first, second, third, ..]) if first > 31 => date(first, second, third),
        (None, &[first, second, third, ..]) => date(third, second, first),
        _ => None,
    }
}

/// A month by its name in Hindi or English.
fn month_of(word: &str) -> Option<u32> {
    if let Some(CalendarWord::Month(month)) = calendar::word(&fold::orthographic(word)) {
        return u32::try_from(month).ok();
    }
    let word = word.to_lowercase();
    let number = ENGLISH_MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&*word))?;
    u32::try_from(number + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_programs_and_people_write_them() {
        for value in [
            "2025-03-12",
            "2025-03-12T23:50:00+05:30",
            "2025-03-11T20:00:00Z",
            "2025-03-12 09:00:00 +0530",
            "2025-03-12T09:00",
            "Wed, 12 Mar 2025 09:00:00 +0530",
            "Tue, 11 Mar 2025 20:00:00 GMT",
            "12/03/2025",
            "12-03-2025",
            "12.03.2025",
            "2025/03/12",
            "2025-3-12",
            "12 मार्च 2025",
            "१२ मार्च २०२५",
            "बुधवार, 12 मार्च 2025",
            "March 12, 2025",
            "12 Mar 2025 10:30 AM",
        ] {
            assert_eq!(read(value), Some(Date::constant(2025, 3, 12)), "{value}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for value in
            ["", "कल", "12 मार्च", "31/04/2025", "12/03", "2025", "1741766400", "2025-03-123", "अप्रैल 2025"]
        {
            assert_eq!(read(value), None, "{value}");
        }
    }
}
