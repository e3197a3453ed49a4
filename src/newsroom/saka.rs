//! The Indian national calendar, which counts the years of the Saka era.
//!
//! In force since 22 March 1957, as the Calendar Reform Committee (1955) laid down: the year begins on
//! 22 March, in a Gregorian leap year on 21 March; चैत्र has 30 days, in such a year 31; the next five
//! months have 31 days, the last six 30. The Saka year that begins in 2025 is 1947.

use jiff::civil::{Date, date};

/// A date of the Indian national calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SakaDate {
    /// The year of the Saka era.
    pub year: i16,
    /// 1 (चैत्र) to 12 (फाल्गुन).
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

/// The months, Hindi and English, from `data/calendar/`.
const MONTHS: &str = include_str!("../../data/calendar/saka.tsv");

impl SakaDate {
    /// The Saka date of a day; `None` before the calendar was adopted.
    pub fn of(day: Date) -> Option<SakaDate> {
        if day < date(1957, 3, 22) {
            return None;
        }
        let first_day = |year: i16| Date::new(year, 3, if date(year, 1, 1).in_leap_year() { 21 } else { 22 });
        let this_year = first_day(day.year()).ok()?;
        let begin = if day >= this_year { this_year } else { first_day(day.year() - 1).ok()? };
        let mut left = (day - begin).get_days();
        let mut month = 1;
        loop {
            let length = match month {
                1 if begin.in_leap_year() => 31,
                2..=6 => 31,
                _ => 30,
            };
            if left < length {
                return Some(SakaDate { year: begin.year() - 78, month, day: left as i8 + 1 });
            }
            left -= length;
            month += 1;
        }
    }

    /// The name of the month in Hindi and in English.
    pub fn month_name(self) -> (&'static str, &'static str) {
        let mut names = MONTHS.lines().filter_map(|line| line.split_once('\t'));
        names.nth(self.month as usize - 1).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_are_on_record() {
        for (civil, year, month, day) in [
            (date(1957, 3, 22), 1879, "चैत्र", 1),
            (date(2024, 3, 20), 1945, "फाल्गुन", 30),
            (date(2024, 3, 21), 1946, "चैत्र", 1),
            (date(2024, 4, 21), 1946, "वैशाख", 1),
            (date(2023, 8, 15), 1945, "श्रावण", 24),
            (date(2025, 1, 26), 1946, "माघ", 6),
            (date(2025, 3, 12), 1946, "फाल्गुन", 21),
            (date(2025, 3, 22), 1947, "चैत्र", 1),
            (date(2025, 12, 31), 1947, "पौष", 10),
        ] {
            let saka = SakaDate::of(civil).unwrap();
            assert_eq!((saka.year, saka.month_name().0, saka.day), (year, month, day), "{civil}");
        }
        assert_eq!(SakaDate::of(date(1957, 3, 21)), None, "the calendar was not in force");
    }

    #[test]
    fn every_day_is_that_of_icu4x() {
        use icu_calendar::cal::Indian;
        let mut day = date(1957, 3, 22);
        while day < date(2101, 1, 1) {
            let (year, month, of_month) = (day.year().into(), day.month() as u8, day.day() as u8);
            let iso = icu_calendar::Date::try_new_iso(year, month, of_month).unwrap();
            let indian = iso.to_calendar(Indian);
            let saka = SakaDate::of(day).unwrap();
            let ours = (i32::from(saka.year), saka.month as u8, saka.day as u8);
            let theirs = (indian.year().extended_year(), indian.month().ordinal, indian.day_of_month().0);
            assert_eq!(ours, theirs, "{day}");
            day = day.tomorrow().unwrap();
        }
    }

    #[test]
    fn no_day_is_skipped_or_counted_twice() {
        let mut day = date(2023, 3, 22);
        let mut before = SakaDate::of(date(2023, 3, 21)).unwrap();
        while day < date(2029, 3, 25) {
            let saka = SakaDate::of(day).unwrap();
            let next_day = (saka.year, saka.month, saka.day) == (before.year, before.month, before.day + 1);
            let next_month = saka.day == 1 && saka.month == before.month % 12 + 1 && before.day >= 30;
            assert!(next_day || next_month, "{day}: {before:?} then {saka:?}");
            (before, day) = (saka, day.tomorrow().unwrap());
        }
    }
}
