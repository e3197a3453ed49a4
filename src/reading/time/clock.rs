//! The time of day: `सुबह 10 बजे`, `साढ़े आठ बजे`, `रात 8.30 बजे IST`, `20:30`, `देर रात`.

use super::words::{Read, Words};
use super::{Clock, Meaning, number};
use crate::newsroom::calendar::{CalendarWord, DayPart, Unit};

/// A time of day, or from one to another.
pub(super) fn expression(words: Words<'_>, at: usize) -> Read<Meaning> {
    let (from, end) = clock(words, at, true)?;
    // सुबह 9 बजे से शाम 5 बजे (तक)
    let links = words.is(end, CalendarWord::From) || words.is(end, CalendarWord::And) || words.is_dash(end);
    let to = clock(words, end + 1, true).filter(|(to, _)| links && to.hour.is_some() && from.hour.is_some());
    if let Some((to, end)) = to {
        let part = to.part.or(from.part.filter(|_| to.hour >= from.hour));
        let from = Clock { part: from.part.or(to.part), ..from };
        return Some((Meaning::Clock(from, Some(Clock { part, ..to })), end));
    }
    Some((Meaning::Clock(from, None), end))
}

/// The time of day that goes with the day that ends at `end`: शुक्रवार को सुबह 10 बजे.
pub(super) fn after_day(words: Words<'_>, end: usize) -> Read<Clock> {
    let links = matches!(words.calendar(end), Some(CalendarWord::On | CalendarWord::Of));
    let at = end + usize::from(links || words.mark(end) == Some(','));
    let (clock, behind) = clock(words, at, true)?;
    // सोमवार, शाम को …: two expressions. 10 से 12 बजे: a range of its own
    let is_loose = words.mark(end).is_some() && clock.hour.is_none();
    let goes_on = words.is(behind, CalendarWord::From) && clock_follows(words, behind + 1);
    (!is_loose && !goes_on).then_some((clock, behind))
}

fn clock_follows(words: Words<'_>, at: usize) -> bool {
    clock(words, at, true).is_some_and(|(clock, _)| clock.hour.is_some())
}

/// A time of day with a sign that it is one: a part of the day, बजे, or a colon between two figures.
fn clock(words: Words<'_>, start: usize, may_be_part: bool) -> Read<Clock> {
    let late = usize::from(matches!(words.key(start), "देर" | "आधी"));
    let part = match words.calendar(start + late) {
        Some(CalendarWord::DayPart(part)) => Some(part),
        _ if late > 0 => return None,
        _ => None,
    };
    let mut at = if part.is_some() { start + late + 1 } else { start };
    at = words.past(at, CalendarWord::About);
    let is_from_part = part.is_some();
    if let Some((hour, minute, end)) = hour(words, at, is_from_part) {
        let (part, end) = match (part, part_behind(words, end)) {
            (None, Some((part, end))) => (Some(part), end),
            (part, _) => (part, end),
        };
        let end = past_zone(words, end);
        return Some((Clock { hour: Some(hour), minute, part, span: words.span(start, end) }, end));
    }
    let is_later = part == Some(DayPart::Noon) && words.is(start + late + 1, CalendarWord::Later);
    let part = if is_later { Some(DayPart::Afternoon) } else { part };
    let end = start + late + 1 + usize::from(is_later);
    let midnight = words.key(start) == "आधी";
    let clock = Clock {
        hour: midnight.then_some(0),
        minute: 0,
        part: part.filter(|_| may_be_part),
        span: words.span(start, end),
    };
    clock.part.map(|_| (clock, end))
}

/// Hour and minute at `at`, and the token after them. Both may be more than a day has.
fn hour(words: Words<'_>, at: usize, has_part: bool) -> Option<(u8, u8, usize)> {
    if words.is_tail(at) || words.is_numbered(at) {
        return None;
    }
    let small = |value: u32| u8::try_from(value).ok().filter(|value| *value < 100);
    if let (Some((hour, digits)), Some(':' | '.'), Some((minute, 2))) =
        (words.figure(at), words.mark(at + 1), words.figure(at + 2))
        && words.is_glued(at + 1)
        && words.is_glued(at + 2)
        && digits <= 2
        && !words.goes_on_in_figures(at + 3)
    {
        let is_colon = words.mark(at + 1) == Some(':');
        let says_so = words.is(at + 3, CalendarWord::Oclock)
            || is_zone(words, at + 3)
            || meridiem(words, at + 3).is_some();
        let is_plain = is_colon && (has_part || digits == 2) && hour_exists(hour, minute);
        return (says_so || is_plain).then_some((
            small(hour)?,
            small(minute)?,
            words.past(at + 3, CalendarWord::Oclock),
        ));
    }
    let (amount, end) = number::amount(words, at)?;
    let hour = u8::try_from(amount.hundredths / 100).ok().filter(|hour| *hour < 100)?;
    let minute = (amount.hundredths % 100 * 60 / 100) as u8;
    if words.is(end, CalendarWord::Oclock) {
        return Some(minutes_after(words, hour, end).unwrap_or((hour, minute, end + 1)));
    }
    // 10 से 12 बजे, 10-12 बजे
    let links = words.is_dash(end) || words.is(end, CalendarWord::From);
    let shared = links
        && number::amount(words, end + 1).is_some_and(|(_, end)| words.is(end, CalendarWord::Oclock))
        || links
            && matches!(words.calendar(end + 1), Some(CalendarWord::DayPart(_)))
            && hour_follows(words, end + 2);
    let is_plain = meridiem(words, end).is_some() || (shared && hour <= 24);
    is_plain.then_some((hour, minute, end))
}

fn hour_follows(words: Words<'_>, at: usize) -> bool {
    number::amount(words, at).is_some_and(|(_, end)| words.is(end, CalendarWord::Oclock))
}

fn hour_exists(hour: u32, minute: u32) -> bool {
    hour < 24 && minute < 60
}

/// `5 बजकर 30 मिनट`; `दस बजने में पाँच मिनट`.
fn minutes_after(words: Words<'_>, hour: u8, end: usize) -> Option<(u8, u8, usize)> {
    let is_before = words.key(end) == "बजने";
    let at = if is_before { words.past(end + 1, CalendarWord::In) } else { end + 1 };
    let (amount, unit) = number::amount(words, at)?;
    let minute = u8::try_from(amount.as_whole()?).ok().filter(|minute| *minute < 60)?;
    let end = words.is(unit, CalendarWord::Unit(Unit::Minute)).then_some(unit + 1)?;
    if words.key(end - 3) == "बजे" && !is_before {
        return None;
    }
    Some(if is_before && minute > 0 { (hour.checked_sub(1)?, 60 - minute, end) } else { (hour, minute, end) })
}

/// AM or PM in either script, as the part of the day it stands for.
fn meridiem(words: Words<'_>, at: usize) -> Option<(DayPart, usize)> {
    match words.key(at) {
        "am" | "एएम" => Some((DayPart::Morning, at + 1)),
        "pm" | "पीएम" => Some((DayPart::Evening, at + 1)),
        _ => None,
    }
}

/// The part of the day behind an hour: 7 पीएम, 8 बजे रात.
fn part_behind(words: Words<'_>, at: usize) -> Option<(DayPart, usize)> {
    if let Some(found) = meridiem(words, at) {
        return Some(found);
    }
    match words.calendar(at)? {
        CalendarWord::DayPart(part) => Some((part, at + 1)),
        _ => None,
    }
}

fn is_zone(words: Words<'_>, at: usize) -> bool {
    matches!(
        words.key(at),
        "ist" | "gmt" | "utc" | "bst" | "est" | "edt" | "et" | "pt" | "cet" | "आईएसटी" | "जीएमटी"
    )
}

fn past_zone(words: Words<'_>, at: usize) -> usize {
    if is_zone(words, at) { at + 1 } else { at }
}

impl Clock {
    /// The hour of 24 and the minute, where both exist.
    pub fn of_day(&self) -> Option<(u8, u8)> {
        let hour = self.hour?;
        let hour = match self.part {
            Some(DayPart::Noon | DayPart::Afternoon) if hour < 9 => hour + 12,
            Some(DayPart::Evening) if hour < 12 => hour + 12,
            Some(DayPart::Night) if (6..12).contains(&hour) => hour + 12,
            Some(DayPart::Night | DayPart::Dawn) if hour == 12 => 0,
            _ => hour,
        };
        (hour <= 24 && self.minute < 60 && (hour < 24 || self.minute == 0)).then_some((hour, self.minute))
    }
}
