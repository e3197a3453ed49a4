//! Fiscal and academic years with their quarters: `वित्त वर्ष 2024-25`, `चालू वित्त वर्ष की पहली तिमाही`, `Q3 FY25`, `जून तिमाही`.

use super::words::{Read, Words};
use super::{CalendarDate, Era, FiscalYear, Meaning, Nth, Part, date, duration, number, year};
use crate::newsroom::calendar::{CalendarWord, Unit};

/// A fiscal or academic year, or a quarter or half of a fiscal one.
pub(super) fn fiscal(words: Words<'_>, at: usize) -> Read<Meaning> {
    named(words, at)
        .or_else(|| shifted(words, at))
        .or_else(|| short(words, at))
        .or_else(|| of_two_years(words, at))
        .or_else(|| ending_in(words, at))
}

/// `वित्त वर्ष 2024-25`, `वित्तीय वर्ष 2025`, `वित्त वर्ष 25`, `शैक्षणिक सत्र 2024-25`.
fn named(words: Words<'_>, at: usize) -> Read<Meaning> {
    let is_academic = words.is(at, CalendarWord::Academic);
    let start = if is_academic {
        let is_named = is_year_word(words, at + 1) || words.is(at + 1, CalendarWord::Session);
        is_named.then_some(at + 2)?
    } else {
        past_fiscal_year(words, at)?
    };
    let (years, end) = years(words, start, !is_academic)?;
    let year = |part: Part| CalendarDate { year: Some(part), ..CalendarDate::default() };
    if is_academic {
        return Some(match years {
            (first, Some(last)) => (Meaning::Range(year(first), year(last)), end),
            (only, None) => (Meaning::Date(year(only)), end),
        });
    }
    // The fiscal year 2025 ends in 2025
    let (from, to) = match years {
        (first, Some(last)) => (first, last),
        (only, None) => (Part { value: only.value - 1, ..only }, only),
    };
    Some(match part_of(words, end).filter(|_| to.value == from.value + 1) {
        Some((part, end)) => (Meaning::Era(Era::FiscalPart(FiscalYear::From(from.value), Some(part))), end),
        None => (Meaning::Era(Era::Fiscal(from, to)), end),
    })
}

/// Past वित्त वर्ष, वित्तवर्ष.
fn past_fiscal_year(words: Words<'_>, at: usize) -> Option<usize> {
    if words.is(at, CalendarWord::FiscalYear) {
        return Some(at + 1);
    }
    (words.is(at, CalendarWord::Fiscal) && is_year_word(words, at + 1)).then_some(at + 2)
}

fn is_year_word(words: Words<'_>, at: usize) -> bool {
    words.is(at, CalendarWord::Unit(Unit::Year)) && !duration::is_plural(words.key(at))
}

/// `2024-25`, `2024/25`, `2025`, and 25 where `may_be_short`.
fn years(words: Words<'_>, at: usize, may_be_short: bool) -> Read<(Part, Option<Part>)> {
    let (value, digits) = words.figure(at)?;
    if digits == 2 && may_be_short {
        let is_year = (10..60).contains(&value) && !words.goes_on_in_figures(at + 1);
        return is_year.then(|| ((words.part(at, 2000 + value as i16), None), at + 1));
    }
    let is_year = digits == 4 && (1900..=2200).contains(&value) && !words.is_tail(at);
    let first = is_year.then(|| words.part(at, value as i16))?;
    match year_of_two(words, first, at + 1) {
        Some((last, end)) => Some(((first, Some(last)), end)),
        None => year::figure(words, at).map(|only| ((only, None), at + 1)),
    }
}

/// The second year of `2024-25`, `2024-2025` or `2024/25`, whatever it is.
fn year_of_two(words: Words<'_>, first: Part, at: usize) -> Read<Part> {
    let is_stroke = words.mark(at) == Some('/') && words.is_glued(at) && words.is_glued(at + 1);
    if !words.is_dash(at) && !is_stroke {
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

/// `की तीसरी तिमाही`, `की पहली छमाही`.
fn part_of(words: Words<'_>, at: usize) -> Read<Nth> {
    let at = words.is(at, CalendarWord::Of).then_some(at + 1)?;
    let (ordinal, end) = number::ordinal(words, at)?;
    let (unit, end) = duration::unit(words, end)?;
    part(unit, ordinal.value).map(|part| (part, end))
}

fn part(unit: Unit, number: i16) -> Option<Nth> {
    let last = match unit {
        Unit::Quarter => 4,
        Unit::HalfYear => 2,
        _ => return None,
    };
    let number = if number == -1 { last } else { number };
    (1..=last).contains(&number).then_some(Nth { number: number as i8, unit })
}

/// `चालू वित्त वर्ष`, `पिछले वित्त वर्ष की चौथी तिमाही`.
fn shifted(words: Words<'_>, at: usize) -> Read<Meaning> {
    let (shift, next) = words.shift(at)?;
    let end = past_fiscal_year(words, next).filter(|&end| !words.is_figure(end))?;
    let (part, end) = part_of(words, end).map_or((None, end), |(part, end)| (Some(part), end));
    Some((Meaning::Era(Era::FiscalPart(FiscalYear::Shifted(shift), part)), end))
}

/// `FY25`, `FY 2024-25`, `Q3 FY25`, `Q3FY2025`, `क्यू3`.
fn short(words: Words<'_>, at: usize) -> Read<Meaning> {
    let quarter = quarter(words, at);
    let (part, start) = quarter.map_or((None, at), |(part, end)| (Some(part), end));
    let next = words.past(start, CalendarWord::Of);
    // Q3 2023
    if let Some(year) = year::figure(words, next).filter(|_| part.is_some()) {
        let date = CalendarDate { year: Some(year), nth: part, ..CalendarDate::default() };
        return Some((Meaning::Date(date), next + 1));
    }
    let year_at = match past_fiscal_year(words, next).filter(|_| part.is_some()) {
        Some(year_at) => year_at,
        None => words.is(next, CalendarWord::FiscalShort).then_some(next + 1)?,
    };
    let dash = usize::from(words.is_dash(year_at));
    let ((first, last), end) = years(words, year_at + dash, true)?;
    let from = if last.is_some() { first.value } else { first.value - 1 };
    if let (None, Some(last)) = (part, last) {
        return Some((Meaning::Era(Era::Fiscal(first, last)), end));
    }
    if part.is_none() {
        return Some((Meaning::Era(Era::Fiscal(Part { value: from, ..first }, first)), end));
    }
    Some((Meaning::Era(Era::FiscalPart(FiscalYear::From(from), part)), end))
}

/// `Q3`, `क्यू3`, `H1`.
fn quarter(words: Words<'_>, at: usize) -> Read<Nth> {
    let Some(CalendarWord::PartLetter(unit)) = words.calendar(at) else { return None };
    let at = at + 1 + usize::from(words.is_dash(at + 1));
    let (number, _) = words.figure(at).filter(|(_, digits)| *digits == 1)?;
    part(unit, i16::try_from(number).ok()?).map(|part| (part, at + 1))
}

/// `2024-25 की तीसरी तिमाही`: two years that make one are fiscal.
fn of_two_years(words: Words<'_>, at: usize) -> Read<Meaning> {
    let ((first, last), end) = years(words, at, false)?;
    let is_one = last.is_some_and(|last| last.value == first.value + 1);
    let (part, end) = part_of(words, end).filter(|_| is_one)?;
    Some((Meaning::Era(Era::FiscalPart(FiscalYear::From(first.value), Some(part))), end))
}

/// Past `में समाप्त`, `को समाप्त हुई`.
fn past_ended(words: Words<'_>, at: usize) -> usize {
    let links = matches!(words.calendar(at), Some(CalendarWord::In | CalendarWord::On));
    if !links || words.key(at + 1) != "समाप्त" {
        return at;
    }
    at + 2 + usize::from(matches!(words.key(at + 2), "हुई" | "हुए" | "होने"))
}

/// `जून तिमाही`, `दिसंबर 2024 तिमाही`, `मार्च में समाप्त तिमाही`: the three months that end so.
fn ending_in(words: Words<'_>, at: usize) -> Read<Meaning> {
    let month = date::month(words, at).filter(|month| month.value % 3 == 0)?;
    let year = year::figure(words, at + 1);
    let end = past_ended(words, at + 1 + usize::from(year.is_some()));
    let is_quarter = words.is(end, CalendarWord::Unit(Unit::Quarter));
    let first =
        CalendarDate { month: Some(Part { value: month.value - 2, ..month }), ..CalendarDate::default() };
    let last = CalendarDate { month: Some(month), year, ..CalendarDate::default() };
    is_quarter.then_some((Meaning::Range(first, last), end + 1))
}
