//! Years in a row that have a name: decades, centuries, fiscal and academic years.

use super::words::{Read, Words};
use super::{CalendarDate, Era, Meaning, Nth, Part, duration, number, ordinal, year};
use crate::newsroom::calendar::{CalendarWord, Unit};

/// A decade, century or fiscal year that begins at `at`.
pub(super) fn era(words: Words<'_>, at: usize) -> Read<Meaning> {
    fiscal(words, at).or_else(|| century(words, at)).or_else(|| decade(words, at))
}

/// `1980 के दशक`, `90 के दशक`, `साठ के दशक`, `1950 से 1960 के दशक`.
fn decade(words: Words<'_>, start: usize) -> Read<Meaning> {
    let at = words.past(start, CalendarWord::YearWord);
    let (from, end) = decade_number(words, at)?;
    if let Some(end) = after_decade_word(words, end) {
        return Some((Meaning::Era(from), end));
    }
    let is_range = words.is_dash(end) || words.is(end, CalendarWord::From);
    if !is_range && !words.is(end, CalendarWord::And) {
        return None;
    }
    let (to, last) = decade_number(words, end + 1)?;
    let behind = after_decade_word(words, last)?;
    if !is_range {
        return Some((Meaning::Era(from), end));
    }
    let full = |era, place| match era {
        Era::Decade(year) => words.part(place, year),
        Era::ShortDecade(tens) => words.part(place, 1900 + i16::from(tens) * 10),
        _ => words.part(place, 0),
    };
    let year = |part: Part| CalendarDate { year: Some(part), ..CalendarDate::default() };
    Some((Meaning::Range(year(full(from, at)), year(full(to, end + 1))), behind))
}

fn decade_number(words: Words<'_>, at: usize) -> Read<Era> {
    if let Some(year) = year::figure(words, at) {
        return Some((Era::Decade(year.value / 10 * 10), at + 1));
    }
    let value = match words.calendar(at) {
        Some(CalendarWord::Number(value)) => u32::from(value.unsigned_abs()),
        Some(_) => return None,
        None => words.figure(at).filter(|(_, digits)| *digits == 2)?.0,
    };
    (value >= 10 && value % 10 == 0).then_some((Era::ShortDecade((value / 10) as i8), at + 1))
}

/// Past `के दशक`, with one word between as in के शुरुआती दशक.
fn after_decade_word(words: Words<'_>, at: usize) -> Option<usize> {
    let at = if words.is(at, CalendarWord::Of) { at + 1 } else { return None };
    let at = at + usize::from(words.is_edge(at));
    words.is(at, CalendarWord::Unit(Unit::Decade)).then_some(at + 1)
}

/// `21वीं सदी`, `उन्नीसवीं शताब्दी`, `तीसरी शताब्दी ईसा पूर्व`, the first of `19वीं और 20वीं सदी`.
fn century(words: Words<'_>, start: usize) -> Read<Meaning> {
    let is_announced = words.is(start, CalendarWord::Christ) && words.is(start + 1, CalendarWord::Ago);
    let at = if is_announced { start + 2 } else { start };
    let (ordinal, end) = number::ordinal(words, at)?;
    let number = i8::try_from(ordinal.value).ok().filter(|number| (1..=22).contains(number))?;
    let is_century = |at| words.is(at, CalendarWord::Unit(Unit::Century));
    if !is_century(end) {
        let is_list =
            words.is_dash(end) || words.is(end, CalendarWord::And) || words.is(end, CalendarWord::From);
        let (_, last) = number::ordinal(words, end + 1).filter(|_| is_list)?;
        return is_century(last).then_some((Meaning::Era(Era::Century(number)), end));
    }
    let behind = end + 1;
    if words.is(behind, CalendarWord::Christ) && words.is(behind + 1, CalendarWord::Ago) {
        return Some((Meaning::Era(Era::CenturyBefore(number)), behind + 2));
    }
    let era = if is_announced { Era::CenturyBefore(number) } else { Era::Century(number) };
    Some((Meaning::Era(era), behind))
}

/// `वित्त वर्ष 2024-25`, `वित्तीय वर्ष 2025`, `शैक्षणिक सत्र 2024-25`.
fn fiscal(words: Words<'_>, at: usize) -> Read<Meaning> {
    let is_fiscal = words.is(at, CalendarWord::Fiscal);
    if !is_fiscal && !words.is(at, CalendarWord::Academic) {
        return None;
    }
    let named = !duration::is_plural(words.key(at + 1)) && words.is(at + 1, CalendarWord::Unit(Unit::Year))
        || words.is(at + 1, CalendarWord::Session);
    let first = year::figure(words, at + 2).filter(|_| named)?;
    let last = year_of_two(words, first, at + 3);
    let year = |part: Part| CalendarDate { year: Some(part), ..CalendarDate::default() };
    match last {
        Some((last, end)) if is_fiscal => {
            let whole = (Meaning::Era(Era::Fiscal(first, last)), end);
            Some(part_of_fiscal(words, first, last, end).unwrap_or(whole))
        }
        Some((last, end)) => Some((Meaning::Range(year(first), year(last)), end)),
        // The fiscal year 2025 ends in 2025
        None if is_fiscal => {
            let begin = Part { value: first.value - 1, ..first };
            let whole = (Meaning::Era(Era::Fiscal(begin, first)), at + 3);
            Some(part_of_fiscal(words, begin, first, at + 3).unwrap_or(whole))
        }
        None => Some((Meaning::Date(year(first)), at + 3)),
    }
}

/// A quarter or a half of a fiscal year that ends at `at`: `की तीसरी तिमाही` is October to December.
fn part_of_fiscal(words: Words<'_>, first: Part, last: Part, at: usize) -> Read<Meaning> {
    let inner = words.is(at, CalendarWord::Of).then_some(at + 1)?;
    let (found, end) = ordinal::nth(words, inner)?;
    let Nth { number, unit } = found.nth?;
    let months = match unit {
        Unit::Quarter => 3,
        Unit::HalfYear => 6,
        _ => return None,
    };
    let parts = 12 / months;
    let number = if number == -1 { parts } else { i16::from(number) };
    if !(1..=parts).contains(&number) || last.value != first.value + 1 {
        return None;
    }
    let span = words.span(inner, end);
    // Months from April on, those behind December are of the second year
    let month = |nth: i16| {
        let month = 3 + nth;
        let (value, year) = if month > 12 { (month - 12, last) } else { (month, first) };
        CalendarDate { month: Some(Part { value, span }), year: Some(year), ..CalendarDate::default() }
    };
    Some((Meaning::Range(month((number - 1) * months + 1), month(number * months)), end))
}

/// The second year of `2024-25` or `2024-2025`, whatever it is.
fn year_of_two(words: Words<'_>, first: Part, at: usize) -> Read<Part> {
    if !words.is_dash(at) {
        return None;
    }
    let (value, digits) = words.figure(at + 1)?;
    let value = match digits {
        2 if value == 0 => i32::from(first.value) / 100 * 100 + 100,
        2 => i32::from(first.value) / 100 * 100 + value as i32,
        4 => value as i32,
        _ => return None,
    };
    Some((words.part(at + 1, i16::try_from(value).ok()?), at + 2))
}
