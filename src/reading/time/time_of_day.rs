//! Hours and minutes: `10 बजे`, `साढ़े आठ बजे`, `8.30 बजे`, `20:30`, `7:56:30 बजे`, `5 बजकर 30 मिनट`, `दस बजने में पाँच मिनट`.

use super::words::{Read, Words};
use super::{Amount, number};
use crate::newsroom::calendar::{CalendarWord, DayPart, Unit};

/// An hour as written: hour and minute may be more than a day has.
#[derive(Clone, Copy)]
pub(super) struct Hour {
    pub hour: u8,
    pub minute: u8,
    pub second: Option<u8>,
}

impl Hour {
    fn of(hour: u8, minute: u8) -> Hour {
        Hour { hour, minute, second: None }
    }
}

/// An hour with a sign that it is one: बजे, a zone, AM or PM, a colon, or a second hour that has such a sign.
/// `has_part` tells whether a part of the day stands before it.
pub(super) fn hour(words: Words<'_>, at: usize, has_part: bool) -> Read<Hour> {
    // ट्रेन 12 is its number, ट्रेन 12 बजे is not
    let has_sign = (at + 1..at + 5).any(|at| {
        matches!(
            words.calendar(at),
            Some(CalendarWord::Oclock | CalendarWord::OclockPast | CalendarWord::OclockTo)
        )
    });
    if words.is_tail(at) || (words.is_numbered(at) && !has_sign) {
        return None;
    }
    if let Some((told, end)) = in_figures(words, at) {
        let says_so = words.is(end, CalendarWord::Oclock)
            || words.is(end, CalendarWord::Zone)
            || meridiem(words, end).is_some();
        let is_colon = words.mark(at + 1) == Some(':');
        // 12:08:37 by itself is how long somebody ran
        let is_full = words.figure(at)?.1 == 2 && told.second.is_none();
        let is_plain = is_colon && (has_part || is_full) && told.hour < 24 && told.minute < 60;
        return (says_so || is_plain).then_some((told, words.past(end, CalendarWord::Oclock)));
    }
    let (told, end) = bare(words, at)?;
    match words.calendar(end) {
        Some(CalendarWord::Oclock) => return Some((told, end + 1)),
        Some(CalendarWord::OclockPast) => return past_hour(words, told.hour, end + 1),
        Some(CalendarWord::OclockTo) => return before_hour(words, told.hour, end + 1),
        _ => {}
    }
    let is_first = (words.is_dash(end) || words.is(end, CalendarWord::From)) && told.hour <= 24;
    let says_so = meridiem(words, end).is_some() || (is_first && second_says_so(words, end + 1, has_part));
    says_so.then_some((told, end))
}

/// A number that may be an hour.
pub(super) fn bare(words: Words<'_>, at: usize) -> Read<Hour> {
    let (Amount { hundredths }, end) = number::amount(words, at)?;
    let hour = u8::try_from(hundredths / 100).ok().filter(|hour| *hour < 100)?;
    Some((Hour::of(hour, (hundredths % 100 * 60 / 100) as u8), end))
}

/// `8:30`, `8.30`, `8:30:15`.
fn in_figures(words: Words<'_>, at: usize) -> Read<Hour> {
    let small = |(value, digits): (u32, usize)| u8::try_from(value).ok().filter(|_| digits <= 2);
    let (hour, minute) = (small(words.figure(at)?)?, words.figure(at + 2)?);
    let is_joined =
        matches!(words.mark(at + 1), Some(':' | '.')) && words.is_glued(at + 1) && words.is_glued(at + 2);
    if !is_joined || minute.1 != 2 {
        return None;
    }
    let told = Hour::of(hour, small(minute)?);
    if !words.goes_on_in_figures(at + 3) {
        return Some((told, at + 3));
    }
    let (second, digits) = words.figure(at + 4)?;
    let is_second =
        [at + 1, at + 3].iter().all(|&at| words.mark(at) == Some(':')) && digits == 2 && second < 60;
    let is_alone = is_second && !words.goes_on_in_figures(at + 5);
    is_alone.then_some((Hour { second: Some(second as u8), ..told }, at + 5))
}

/// Whether the second of two hours shows that they are hours: 10 से 12 बजे, 10 से शाम 5 बजे, सुबह 9 से 11 के बीच.
fn second_says_so(words: Words<'_>, at: usize, has_part: bool) -> bool {
    let at = if matches!(words.calendar(at), Some(CalendarWord::DayPart(_))) { at + 1 } else { at };
    let Some((_, end)) = bare(words, at) else { return false };
    words.is(end, CalendarWord::Oclock) || (has_part && words.is_between(end))
}

/// `बजकर 30 मिनट`; बजकर without minutes is the hour.
fn past_hour(words: Words<'_>, hour: u8, at: usize) -> Read<Hour> {
    match minutes(words, at) {
        Some((minute, end)) => Some((Hour::of(hour, minute), end)),
        None => Some((Hour::of(hour, 0), at)),
    }
}

/// `बजने में पाँच मिनट`.
fn before_hour(words: Words<'_>, hour: u8, at: usize) -> Read<Hour> {
    let (minute, end) =
        minutes(words, words.past(at, CalendarWord::In)).filter(|(minute, _)| (1..60).contains(minute))?;
    Some((Hour::of(hour.checked_sub(1)?, 60 - minute), end))
}

fn minutes(words: Words<'_>, at: usize) -> Read<u8> {
    let (amount, end) = number::amount(words, at)?;
    let minute = u8::try_from(amount.as_whole()?).ok().filter(|minute| *minute < 100)?;
    words.is(end, CalendarWord::Unit(Unit::Minute)).then_some((minute, end + 1))
}

/// AM or PM, as the part of the day it stands for.
pub(super) fn meridiem(words: Words<'_>, at: usize) -> Read<DayPart> {
    match words.calendar(at)? {
        CalendarWord::Meridiem(part) => Some((part, at + 1)),
        _ => None,
    }
}
