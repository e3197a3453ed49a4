//! Days that are kept every year, from `data/calendar/observances.tsv`.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

/// A day that is kept every year.
#[derive(Debug, PartialEq, Eq)]
pub struct Observance {
    /// Its name in Hindi.
    pub name: &'static str,
    /// When it is kept.
    pub day: ObservedOn,
    /// The year in which it was kept for the first time, where ordinals are counted from it; else 0.
    first: i16,
}

/// When an observance is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObservedOn {
    /// On the same day of every year.
    Fixed { month: i8, day: i8 },
    /// On the nth weekday of a month.
    Weekday { month: i8, nth: i8, weekday: i8 },
    /// So many days from Easter Sunday.
    Easter { days: i8 },
    /// On other days each year. Of a year with several days the first is the expected one, and the others are
    /// kept somewhere too: where the moon is seen later, or by another almanac.
    Listed(&'static [Date]),
}

// `static NAMES: &[(&[&str], u16)]`: the orthographic keys of the words of a name and the number of its
// observance, sorted; `static OBSERVANCES: &[Observance]`.
include!(concat!(env!("OUT_DIR"), "/observances.rs"));

/// The names that begin with a word, as a stretch of all names; `None` if there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamesFrom(u16, u16);

impl NamesFrom {
    /// The names that begin with the word with this orthographic key.
    pub fn word(key: &str) -> Option<NamesFrom> {
        let start = NAMES.partition_point(|(words, _)| words[0] < key);
        let length = NAMES[start..].partition_point(|(words, _)| words[0] == key);
        (length > 0).then_some(NamesFrom(start as u16, (start + length) as u16))
    }

    /// The longest of them whose other words are as `is_word` tells by their place (from 1) and key;
    /// with the number of its words.
    pub fn longest(self, is_word: impl Fn(usize, &str) -> bool) -> Option<(&'static Observance, usize)> {
        let names = &NAMES[usize::from(self.0)..usize::from(self.1)];
        let fits = |words: &[&str]| words.iter().enumerate().skip(1).all(|(at, word)| is_word(at, word));
        let (words, number) =
            names.iter().filter(|(words, _)| fits(words)).max_by_key(|name| name.0.len())?;
        Some((OBSERVANCES.get(usize::from(*number))?, words.len()))
    }
}

impl Observance {
    /// The day on which it is kept in a year, where that is known.
    pub fn in_year(&self, year: i16) -> Option<Date> {
        match self.day {
            ObservedOn::Fixed { month, day } => Date::new(year, month, day).ok(),
            ObservedOn::Weekday { month, nth, weekday } => nth_weekday(year, month, nth, weekday),
            ObservedOn::Easter { days } => easter(year)?.checked_add(i64::from(days).days()).ok(),
            ObservedOn::Listed(days) => days.iter().copied().find(|day| day.year() == year),
        }
    }

    /// Whether it is kept on a day, somewhere; `None` where the days of that year are not known.
    pub fn is_kept_on(&self, day: Date) -> Option<bool> {
        if let ObservedOn::Listed(days) = self.day {
            let mut of_year = days.iter().filter(|kept| kept.year() == day.year()).peekable();
            of_year.peek()?;
            return Some(of_year.any(|kept| *kept == day));
        }
        Some(self.in_year(day.year())? == day)
    }

    /// Whether it is kept on several days of a year, here and there.
    pub fn is_spread_in(&self, year: i16) -> bool {
        let ObservedOn::Listed(days) = self.day else { return false };
        days.iter().filter(|day| day.year() == year).nth(1).is_some()
    }

    /// Which time it is kept in a year, where that is counted: 78 for the Independence Day of 2024.
    pub fn ordinal_in(&self, year: i16) -> Option<i16> {
        (self.first > 0 && year >= self.first).then(|| year - self.first + 1)
    }
}

/// The nth (-1: the last) weekday, 1 (Monday) to 7, of a month.
pub fn nth_weekday(year: i16, month: i8, nth: i8, weekday: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

/// Easter Sunday of a year of the Gregorian calendar, by the anonymous computus of 1876.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, rest) = (y % 19, y / 100, y % 100);
    let epact = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * correction + 114;
    Date::new(year, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::orthographic;

    fn find(name: &str) -> &'static Observance {
        let words: Vec<String> = name.split([' ', '-']).map(orthographic).collect();
        let names = NamesFrom::word(&words[0]).unwrap_or_else(|| panic!("{name}"));
        names.longest(|at, key| words.get(at).is_some_and(|word| word == key)).unwrap().0
    }

    #[test]
    fn days_are_those_on_record() {
        for (name, year, day) in [
            ("गणतंत्र दिवस", 2025, "2025-01-26"),
            ("स्वाधीनता दिवस", 2024, "2024-08-15"),
            ("गाँधी जयंती", 2024, "2024-10-02"),
            ("दीपावली", 2024, "2024-10-31"),
            ("ईद-उल-फितर", 2025, "2025-03-31"),
            ("मदर्स डे", 2025, "2025-05-11"),
            ("थैंक्सगिविंग", 2016, "2016-11-24"),
            ("मई दिवस", 2025, "2025-05-01"),
            ("ईस्टर", 2025, "2025-04-20"),
            ("ईस्टर", 2019, "2019-04-21"),
            ("गुड फ्राइडे", 2027, "2027-03-26"),
            ("गुड फ्राइडे", 2030, "2030-04-19"),
            ("ईस्टर", 2038, "2038-04-25"),
            ("दिवाली", 2026, "2026-11-08"),
            ("वीर बाल दिवस", 2026, "2026-12-26"),
        ] {
            assert_eq!(find(name).in_year(year).unwrap().to_string(), day, "{name}");
        }
        assert_eq!(find("दिवाली").in_year(1998), None, "no list is entered");
        assert_eq!(find("ओणम").in_year(2025), None);
    }

    #[test]
    fn they_are_counted_from_the_first() {
        assert_eq!(find("स्वतंत्रता दिवस").ordinal_in(2024), Some(78));
        assert_eq!(find("गणतंत्र दिवस").ordinal_in(2025), Some(76));
        assert_eq!(find("गणतंत्र दिवस").ordinal_in(1949), None);
        assert_eq!(find("होली").ordinal_in(2025), None);
    }
}
