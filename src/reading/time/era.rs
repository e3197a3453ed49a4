//! Years in a row that have a name: decades, centuries, fiscal and academic years.

use super::fiscal::fiscal;
use super::words::{Read, Words};
use super::{CalendarDate, Era, Meaning, Part, SeasonYear, number, year};
use crate::newsroom::calendar::{CalendarWord, Season, Unit};

/// A decade, century or fiscal year that begins at `at`.
pub(super) fn era(words: Words<'_>, at: usize) -> Read<Meaning> {
    fiscal(words, at)
        .or_else(|| season(words, at))
        .or_else(|| century(words, at))
        .or_else(|| before_christ(words, at))
        .or_else(|| decade(words, at))
}

/// `326 ईसा पूर्व`, `ईसा पूर्व 326`, `326 ई.पू.`.
fn before_christ(words: Words<'_>, at: usize) -> Read<Meaning> {
    let year = |at: usize| {
        let (value, digits) = words.figure(at).filter(|_| !words.is_tail(at))?;
        i16::try_from(value).ok().filter(|value| (1..=9999).contains(value) && digits <= 4)
    };
    let (year, end) = match past_before_christ(words, at) {
        Some(next) => (year(next)?, next + 1),
        None => (year(at)?, past_before_christ(words, at + 1)?),
    };
    Some((Meaning::Era(Era::YearBefore(year)), end))
}

/// Past ईसा पूर्व or ई.पू.
fn past_before_christ(words: Words<'_>, at: usize) -> Option<usize> {
    if words.is(at, CalendarWord::Christ) && words.is(at + 1, CalendarWord::Ago) {
        return Some(at + 2);
    }
    let next = words.past_dot(at + 1);
    let is_short = words.is(at, CalendarWord::Era) && matches!(words.key(next), "पू" | "पूर्व");
    is_short.then(|| words.past_dot(next + 1))
}

/// `2019 की सर्दियों में`, `पिछली गर्मियों में`, `इस साल गर्मियों में`, `सर्दियों में`.
fn season(words: Words<'_>, at: usize) -> Read<Meaning> {
    let of = |at: usize| {
        let season = season_at(words, at)?;
        // वसंत ऋतु, गर्मी के मौसम
        let next = words.past(at + 1, CalendarWord::Of);
        let is_named = words.is(next, CalendarWord::SeasonWord) && (next > at + 1 || words.key(next) == "ऋतु");
        Some((season, if is_named { next + 1 } else { at + 1 }))
    };
    if let Some(year) = year::figure(words, at).filter(|_| words.is(at + 1, CalendarWord::Of)) {
        // 2016 की गर्मी में
        let weather = || match words.calendar(at + 2)? {
            CalendarWord::Weather(season) if words.is(at + 3, CalendarWord::In) => Some((season, at + 3)),
            _ => None,
        };
        let (season, end) = of(at + 2).or_else(weather)?;
        return Some((Meaning::Era(Era::Season(season, SeasonYear::Of(year.value))), end));
    }
    if let Some((shift, next)) = words.shift(at) {
        let next = words.past(words.past(next, CalendarWord::Unit(Unit::Year)), CalendarWord::Of);
        let (season, end) = of(next)?;
        return Some((Meaning::Era(Era::Season(season, SeasonYear::Shifted(shift))), end));
    }
    let (season, end) = of(at)?;
    let is_during = words.is(end, CalendarWord::Of) && words.key(end + 1) == "दौरान";
    let is_many = words.key(at).ends_with("ों") && (words.is(end, CalendarWord::In) || is_during);
    let is_plain = is_many || end > at + 1;
    is_plain.then_some((Meaning::Era(Era::Season(season, SeasonYear::Unsaid)), end))
}

/// The season named at `at`: गर्मियों; गर्मी and सर्दी only with के मौसम behind, for they are heat and cold.
fn season_at(words: Words<'_>, at: usize) -> Option<Season> {
    match words.calendar(at)? {
        CalendarWord::Season(season) => Some(season),
        CalendarWord::Weather(season) => (words.is(at + 1, CalendarWord::Of)
            && words.is(at + 2, CalendarWord::SeasonWord))
        .then_some(season),
        _ => None,
    }
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
    // उन्नीस सौ सत्तर के दशक
    if let Some((value, end)) = number::in_words(words, at)
        && let Some(year) =
            i16::try_from(value).ok().filter(|year| (1600..2200).contains(year) && year % 10 == 0)
    {
        return Some((Era::Decade(year), end));
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
    // 80 के दौर में
    let is_decade = words.is(at, CalendarWord::Unit(Unit::Decade))
        || (words.is(at, CalendarWord::Period) && words.is(at + 1, CalendarWord::In));
    is_decade.then_some(at + 1)
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
    if let Some(end) = past_before_christ(words, behind) {
        return Some((Meaning::Era(Era::CenturyBefore(number)), end));
    }
    let era = if is_announced { Era::CenturyBefore(number) } else { Era::Century(number) };
    Some((Meaning::Era(era), behind))
}
