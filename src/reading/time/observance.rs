//! Days that are kept every year: `78वाँ स्वतंत्रता दिवस`, `पिछली दिवाली`, `गणतंत्र दिवस (26 जनवरी)`.

use super::words::{Read, Words};
use super::{Kept, Meaning, date, number, year};
use crate::newsroom::calendar::{CalendarWord, Unit};

/// An observance that begins at `at`, with its ordinal before it and year or day beside it.
pub(super) fn observance(words: Words<'_>, start: usize) -> Read<Meaning> {
    let year_before = year::figure(words, start).filter(|_| words.is(start + 1, CalendarWord::Of));
    let start = if year_before.is_some() { start + 2 } else { start };
    let (shift, at) = words.shift(start).map_or((None, start), |(shift, at)| (Some(shift), at));
    let ordinal = number::ordinal(words, at).filter(|_| !words.is(at, CalendarWord::Ago));
    let (ordinal, at) = ordinal.map_or((None, at), |(ordinal, at)| (Some(ordinal), at));
    let names = words.view.word(at)?.observances?;
    let has_word = |place: usize, key: &str| {
        let mut at = at;
        for _ in 0..place {
            at += 1;
            at += usize::from(words.is_dash(at));
        }
        words.key(at) == key
    };
    let (observance, length) = names.longest(has_word)?;
    let mut end = at + 1;
    for _ in 1..length {
        end += 1 + usize::from(words.is_dash(end));
    }
    // 1 मुहर्रम को, मुहर्रम की 10 तारीख़: the month of that name
    let is_numbered_in = words.is(end, CalendarWord::Of) && words.is(end + 2, CalendarWord::DayNumber);
    if words.is(at, CalendarWord::OtherMonth) && (at > 0 && words.is_figure(at - 1) || is_numbered_in) {
        return None;
    }
    let mut kept = Kept { observance, ordinal, year: year_before, shift, beside: None };
    let comma = usize::from(words.mark(end) == Some(','));
    if let Some(year) = year::figure(words, end + comma).filter(|_| year_before.is_none()) {
        kept.year = Some(year);
        end += comma + 1;
    }
    let opened = words.mark(end) == Some('(') || words.is(end, CalendarWord::ThatIs);
    if opened
        && let Some((beside, behind)) = date::month_day(words, end + 1)
        && beside.is_day_of_month()
    {
        kept.beside = Some(beside);
        end = behind + usize::from(words.mark(end) == Some('(') && words.mark(behind) == Some(')'));
    } else if words.is(end, CalendarWord::Of) && words.is(end + 1, CalendarWord::Unit(Unit::Day)) {
        end += 2;
    }
    Some((Meaning::Observance(kept), end))
}
