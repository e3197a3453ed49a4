//! The words of the calendar, from `data/calendar/`, and dates put into words.

use jiff::civil::Date;

use super::{Locale, PartialDate};

/// What a word of the calendar names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalendarWord {
    /// A month, 1 to 12.
    Month(i8),
    /// A day of the week, 1 (Monday) to 7 (Sunday).
    Weekday(i8),
}

/// In which direction of time a verb looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tense {
    /// कहा, गया, था.
    Past,
    /// होगा, करेंगे.
    Future,
}

// `static WORDS: &[(&str, CalendarWord)]`, sorted by orthographic key; `static TENSES` likewise;
// `MONTHS` and `WEEKDAYS`: the preferred spellings in order.
include!(concat!(env!("OUT_DIR"), "/calendar.rs"));

/// The calendar word with this orthographic key.
pub fn word(key: &str) -> Option<CalendarWord> {
    WORDS.binary_search_by_key(&key, |(word, _)| word).ok().map(|i| WORDS[i].1)
}

/// The tense of a verb form by its orthographic key, where it is plain.
pub fn tense(key: &str) -> Option<Tense> {
    if TENSES.binary_search(&key).is_ok() {
        return Some(Tense::Past);
    }
    let stem = ["गा", "गे", "गी"].iter().find_map(|ending| key.strip_suffix(ending))?;
    stem.ends_with(['े', 'ए', 'ो', 'ओ', 'ं']).then_some(Tense::Future)
}

/// The preferred spelling of a month, 1 to 12.
pub fn month_name(month: i8) -> &'static str {
    MONTHS[month as usize - 1]
}

/// The preferred spelling of a weekday, 1 (Monday) to 7 (Sunday).
pub fn weekday_name(weekday: i8) -> &'static str {
    WEEKDAYS[weekday as usize - 1]
}

/// `12 मार्च 2025`, `12 March 2025`.
pub fn date_in_words(day: Date, locale: Locale) -> String {
    match locale {
        Locale::Hi => format!("{} {} {}", day.day(), month_name(day.month()), day.year()),
        Locale::En => day.strftime("%-d %B %Y").to_string(),
    }
}

/// A date as far as it is known: `7 मई 2012`, `मई 2012`, `2012`.
pub fn partial_in_words(known: PartialDate, locale: Locale) -> String {
    let first = known.earliest();
    match (known.month, known.day, locale) {
        (0, ..) => known.year.to_string(),
        (month, 0, Locale::Hi) => format!("{} {}", month_name(month), known.year),
        (_, 0, Locale::En) => first.strftime("%B %Y").to_string(),
        _ => date_in_words(first, locale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::orthographic;

    #[test]
    fn months_and_weekdays_are_known_in_all_spellings() {
        let word = |w: &str| super::word(&orthographic(w));
        for (written, meant) in [
            ("फरवरी", CalendarWord::Month(2)),
            ("फ़रवरी", CalendarWord::Month(2)),
            ("सितम्बर", CalendarWord::Month(9)),
            ("अक्तूबर", CalendarWord::Month(10)),
            ("वीरवार", CalendarWord::Weekday(4)),
            ("इतवार", CalendarWord::Weekday(7)),
        ] {
            assert_eq!(word(written), Some(meant), "{written}");
        }
        assert_eq!(word("मंगल"), None);
        assert_eq!((month_name(9), weekday_name(4)), ("सितंबर", "गुरुवार"));
    }

    #[test]
    fn a_date_is_said_as_exactly_as_it_is_known() {
        let say = |date: &str, locale| partial_in_words(date.parse().unwrap(), locale);
        assert_eq!(say("2012-05-07", Locale::Hi), "7 मई 2012");
        assert_eq!(say("2012-05", Locale::Hi), "मई 2012");
        assert_eq!(say("2012-05", Locale::En), "May 2012");
        assert_eq!(say("2012", Locale::En), "2012");
    }

    #[test]
    fn a_verb_shows_its_tense() {
        let tense = |w: &str| super::tense(&orthographic(w));
        assert_eq!(
            (tense("कहा"), tense("जाएगा"), tense("जायेगी"), tense("है")),
            (Some(Tense::Past), Some(Tense::Future), Some(Tense::Future), None)
        );
        assert_eq!((tense("आगे"), tense("जागे"), tense("लगे")), (None, None, Some(Tense::Past)));
    }
}
