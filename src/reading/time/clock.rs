//! The time of day: `सुबह 10 बजे`, `रात 8.30 बजे IST`, `सुबह 9 से 11 के बीच`, `देर रात`.

use super::Clock;
use super::time_of_day::{self, Hour};
use super::words::{Read, Words};
use crate::newsroom::calendar::{CalendarWord, DayPart, Fraction, Unit};
use crate::text::Span;

/// A time of day, and the one until which it goes on.
pub(super) type Hours = (Clock, Option<Clock>);

/// A time of day, and the other if it goes on to one.
pub(super) fn from_to(words: Words<'_>, at: usize) -> Read<Hours> {
    let (from, end) = clock(words, at)?;
    // सुबह 10 बजे और शाम 5 बजे are two, unless के बीच follows
    let is_and = words.is(end, CalendarWord::And);
    let link = words.past_from(end).or((is_and || words.is_dash(end)).then_some(end + 1));
    let has_part = from.part.is_some();
    let other = |at| {
        let told = clock(words, at).filter(|(clock, _)| clock.hour.is_some() || from.hour.is_none());
        told.or_else(|| bare_end(words, at, has_part))
    };
    let to = link.and_then(other).filter(|(_, end)| !is_and || words.is_between(*end));
    match to.filter(|(to, end)| {
        to.hour.is_some() == from.hour.is_some() && (to.hour.is_some() || words.is(*end, CalendarWord::Until))
    }) {
        Some((to, end)) => {
            let part = to.part.or(if to.hour >= from.hour { from.part } else { part_of_end(&from, &to) });
            let from = Clock { part: from.part.or(to.part), ..from };
            Some(((from, Some(Clock { part, ..to })), end))
        }
        None => Some(((from, None), end)),
    }
}

/// The part of the day of an hour that lies before the one it goes on from. Without any part, hours that
/// begin in the morning and end at a smaller one are those of offices: 10 से 5 बजे.
fn part_of_end(from: &Clock, to: &Clock) -> Option<DayPart> {
    let is_of_office = from.hour.is_some_and(|hour| (8..=12).contains(&hour))
        && to.hour.is_some_and(|hour| (1..=6).contains(&hour));
    match from.part {
        Some(part) => Some(next_part(part)),
        None => is_of_office.then_some(DayPart::Afternoon),
    }
}

/// The 11 of सुबह 9 से 11 के बीच; behind a part of the day also that of शाम 5 से 6 तक.
fn bare_end(words: Words<'_>, start: usize, has_part: bool) -> Read<Clock> {
    // शाम 4 बजे से रात 8 तक
    let part = part(words, start);
    let (told, end) = time_of_day::bare_or_colon(words, part.map_or(start, |(_, at)| at))?;
    let is_end =
        words.is_between(end) || (has_part && told.hour <= 24 && time_of_day::ends_hours(words, end));
    is_end.then(|| (Clock::told(told, part.map(|(part, _)| part), words.span(start, end)), end))
}

/// The part of the day in which hours end that begin in another and go on past noon: सुबह 11 से 3.
fn next_part(part: DayPart) -> DayPart {
    match part {
        DayPart::Dawn | DayPart::Morning | DayPart::Noon | DayPart::Afternoon => DayPart::Afternoon,
        DayPart::Evening | DayPart::Night | DayPart::Midnight => DayPart::Night,
    }
}

/// The time of day that goes with the day that ends at `end`: शुक्रवार को सुबह 10 बजे, सोमवार 10 बजे से 12 बजे.
pub(super) fn after_day(words: Words<'_>, end: usize) -> Read<Hours> {
    let links = matches!(words.calendar(end), Some(CalendarWord::On | CalendarWord::Of));
    let at = end + usize::from(links || words.mark(end) == Some(','));
    let (hours, behind) = from_to(words, at)?;
    // सोमवार, शाम को …: two expressions. सुबह से शाम 5 बजे: two of their own
    let is_loose = words.mark(end).is_some() && hours.0.hour.is_none();
    let goes_on = words.is(behind, CalendarWord::From)
        && clock(words, behind + 1).is_some_and(|(clock, _)| clock.hour.is_some());
    (!is_loose && !goes_on).then_some((hours, behind))
}

/// A part of the day, an hour, or both: रात, 9 बजे, रात के 9 बजे, 9 बजे रात.
pub(super) fn clock(words: Words<'_>, start: usize) -> Read<Clock> {
    let Some((part, end)) = part(words, start) else {
        let (told, end) = time_of_day::hour(words, words.past_about(start), false)?;
        let (part, end) = match time_of_day::meridiem(words, end).or_else(|| self::part(words, end)) {
            Some((part, end)) => (Some(part), end),
            None => (None, end),
        };
        let end = words.past(end, CalendarWord::Zone);
        return Some((Clock::told(told, part, words.span(start, end)), end));
    };
    let linked = matches!(words.calendar(end), Some(CalendarWord::Of | CalendarWord::On));
    for at in [Some(end), linked.then_some(end + 1)].into_iter().flatten() {
        if let Some((told, end)) = time_of_day::hour(words, words.past_about(at), true) {
            let end = words.past(end, CalendarWord::Zone);
            return Some((Clock::told(told, Some(part), words.span(start, end)), end));
        }
    }
    let is_midnight = words.is(start, CalendarWord::Fraction(Fraction::Half)) || part == DayPart::Midnight;
    let hour = is_midnight.then_some(0);
    Some((Clock { hour, minute: 0, second: None, part: Some(part), span: words.span(start, end) }, end))
}

/// A part of the day, alone or said twice: शाम, देर रात, आधी रात, दोपहर बाद, सुबह-सवेरे.
fn part(words: Words<'_>, start: usize) -> Read<DayPart> {
    let is_qualified = words.is(start, CalendarWord::Late)
        || words.is(start, CalendarWord::Fraction(Fraction::Half))
        || words.is(start, CalendarWord::Whole);
    let at = start + usize::from(is_qualified);
    let named = |at: usize| match words.calendar(at) {
        Some(CalendarWord::DayPart(part)) => Some(part),
        _ => None,
    };
    let Some(part) = named(at) else { return by_day(words, start) };
    if is_no_time(words, at) {
        return None;
    }
    if part == DayPart::Noon && words.is(at + 1, CalendarWord::Later) {
        return Some((DayPart::Afternoon, at + 2));
    }
    let dash = usize::from(words.is_dash(at + 1));
    match named(at + 1 + dash) {
        Some(again) if again == part || (again, part) == (DayPart::Dawn, DayPart::Morning) => {
            Some((part, at + 2 + dash))
        }
        _ => Some((part, at + 1)),
    }
}

/// रातों-रात is “at once”, दिन-रात “always”, and भोर and संध्या are names too: alone they need a postposition or an hour.
fn is_no_time(words: Words<'_>, at: usize) -> bool {
    let dash = usize::from(words.is_dash(at + 1));
    let is_at_once = words.key(at) == "रातों" && words.key(at + 1 + dash) == "रात";
    let is_tail = at > 1 && words.is_dash(at - 1) && matches!(words.key(at - 2), "रातों" | "दिन");
    let is_name = matches!(words.key(at), "भोर" | "संध्या")
        && !words.is_figure(at + 1)
        && !matches!(
            words.calendar(at + 1),
            Some(
                CalendarWord::In
                    | CalendarWord::Of
                    | CalendarWord::Number(_)
                    | CalendarWord::Fraction(_)
                    | CalendarWord::DayPart(_)
            )
        );
    is_at_once || is_tail || is_name
}

/// The दिन में of दिन में 2 बजे, दिन के 11 बजे: between morning and evening.
fn by_day(words: Words<'_>, at: usize) -> Read<DayPart> {
    let links = matches!(words.calendar(at + 1), Some(CalendarWord::In | CalendarWord::Of));
    let hour = words.past_about(at + 2);
    let is_by_day = words.is(at, CalendarWord::Unit(Unit::Day))
        && links
        && time_of_day::hour(words, hour, false).is_some();
    is_by_day.then_some((DayPart::Noon, at + 2))
}

impl Clock {
    fn told(told: Hour, part: Option<DayPart>, span: Span) -> Clock {
        Clock { hour: Some(told.hour), minute: told.minute, second: told.second, part, span }
    }

    /// The hour of 24 and the minute, where both exist.
    pub fn of_day(&self) -> Option<(u8, u8)> {
        let hour = self.hour?;
        let hour = match self.part {
            Some(DayPart::Noon | DayPart::Afternoon) if hour < 9 => hour + 12,
            Some(DayPart::Evening) if hour < 12 => hour + 12,
            Some(DayPart::Night) if (6..12).contains(&hour) => hour + 12,
            Some(DayPart::Night | DayPart::Midnight | DayPart::Dawn) if hour == 12 => 0,
            _ => hour,
        };
        (hour <= 24 && self.minute < 60 && (hour < 24 || self.minute == 0)).then_some((hour, self.minute))
    }
}
