//! How long: `तीन घंटे`, `डेढ़ साल`, `30-दिवसीय`, `2 घंटे 30 मिनट`, `कुछ हफ़्ते`, `साल भर`.

use super::words::{Read, Words};
use super::{Amount, Length, Measure, number};
use crate::newsroom::calendar::{CalendarWord, Unit};

/// A length of time that begins at `at`.
pub(super) fn length(words: Words<'_>, at: usize) -> Read<Length> {
    let (first, mut end) = measure(words, at)?;
    let mut length: Length = [Some(first), None, None];
    let mut smallest = first.unit;
    for place in &mut length[1..] {
        let next =
            if words.is(end, CalendarWord::And) || words.mark(end) == Some(',') { end + 1 } else { end };
        let more = measure(words, next).filter(|(more, _)| more.unit < smallest && more.amount.is_some());
        let Some((more, behind)) = more.filter(|_| first.amount.is_some()) else { break };
        (*place, smallest, end) = (Some(more), more.unit, behind);
    }
    Some((length, end))
}

/// So many of a unit.
pub(super) fn measure(words: Words<'_>, at: usize) -> Read<Measure> {
    if words.is_numbered(at) {
        return None;
    }
    if words.is(at, CalendarWord::Some) {
        let (unit, end) = unit(words, at + 1)?;
        return Some((Measure { amount: None, unit }, end));
    }
    if words.is(at, CalendarWord::Whole) {
        if let Some((unit, end)) = unit(words, at + 1) {
            return Some((Measure { amount: Some(Amount::whole(1)), unit }, end));
        }
        // पूरे दो महीने
        return counted(words, at + 1).filter(|(measure, _)| measure.amount.is_some());
    }
    match words.calendar(at) {
        Some(CalendarWord::All(unit)) => {
            return Some((Measure { amount: Some(Amount::whole(1)), unit }, at + 1));
        }
        Some(CalendarWord::DaysLong(days)) => {
            let amount = Some(Amount::whole(u32::from(days.unsigned_abs())));
            return Some((Measure { amount, unit: Unit::Day }, at + 1));
        }
        _ => {}
    }
    if let Some(CalendarWord::Unit(unit)) = words.calendar(at) {
        let one = Measure { amount: Some(Amount::whole(1)), unit };
        if words.is(at + 1, CalendarWord::Throughout) {
            return Some((one, at + 2));
        }
        // आख़िरी दिनों में
        let is_counted = matches!(words.before(at), Some(CalendarWord::Ordinal(_)));
        return (is_plural(words.key(at)) && !is_counted).then_some((Measure { amount: None, unit }, at + 1));
    }
    counted(words, at)
}

/// A number of units: दो महीने, तीन दिवसीय.
fn counted(words: Words<'_>, at: usize) -> Read<Measure> {
    let (amount, end) = some_number(words, at)?;
    if let Some(CalendarWord::Lasting(unit)) = words.calendar(past_dash(words, end)) {
        return Some((Measure { amount, unit }, past_dash(words, end) + 1));
    }
    let (unit, end) = unit(words, past_dash(words, end))?;
    Some((Measure { amount, unit }, end))
}

/// A number, or two that give it roughly (दो-तीन, 5 से 6, चार या पाँच): then `None`.
fn some_number(words: Words<'_>, at: usize) -> Read<Option<Amount>> {
    let (amount, end) = number::amount(words, at)?;
    let links = words.is_dash(end) || words.is(end, CalendarWord::From) || words.is(end, CalendarWord::And);
    let second = number::amount(words, if links { end + 1 } else { end });
    // 1975 से 50 साल: a year, and a count from it
    let rises = |second: &Amount| !links || amount <= *second;
    match second.filter(|(second, end)| unit(words, *end).is_some() && rises(second)) {
        Some((_, end)) => Some((None, end)),
        None => Some((Some(amount), end)),
    }
}

fn past_dash(words: Words<'_>, at: usize) -> usize {
    if words.is_dash(at) && words.is_glued(at) { at + 1 } else { at }
}

/// The unit at `at`, also with ही before it: दो ही दिन, पिछले ही साल.
pub(super) fn unit(words: Words<'_>, at: usize) -> Read<Unit> {
    let at = if words.key(at) == "ही" { at + 1 } else { at };
    match words.calendar(at)? {
        CalendarWord::Unit(unit) => Some((unit, at + 1)),
        _ => None,
    }
}

/// Many, by the form of the word alone: सालों, महीनों. (मिनटों, शताब्दियों and the like too.)
pub(super) fn is_plural(key: &str) -> bool {
    key.ends_with("ों")
}
