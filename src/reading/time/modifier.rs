//! What the words around an expression make of it: `मार्च के अंत में`, `12 मार्च से पहले`, `लगभग तीन साल`.

use super::words::Words;
use super::{Meaning, Modifier};
use crate::newsroom::calendar::CalendarWord;

/// The modifier of the expression of tokens `start` to `end`.
pub(super) fn modifier(words: Words<'_>, start: usize, end: usize, meaning: &Meaning) -> Option<Modifier> {
    let mid = before(words, start).filter(|modifier| *modifier == Modifier::Mid && is_unit(meaning));
    mid.or_else(|| behind(words, end, meaning)).or_else(|| before(words, start))
}

fn behind(words: Words<'_>, end: usize, meaning: &Meaning) -> Option<Modifier> {
    let next = words.calendar(end + 1);
    let is_length = matches!(meaning, Meaning::Duration(_));
    let is_of_two = matches!(meaning, Meaning::Range(..) | Meaning::Clock(_, Some(_)));
    match words.calendar(end)? {
        CalendarWord::From | CalendarWord::Of
            if next == Some(CalendarWord::Ago) && !is_first_of(words, end + 1) =>
        {
            Some(Modifier::Before)
        }
        CalendarWord::Of => of(words, end + 1),
        CalendarWord::From if matches!(words.key(past_too(words, end + 1)), "अधिक" | "ज्यादा" | "ऊपर") => {
            Some(Modifier::MoreThan)
        }
        CalendarWord::From if words.key(past_too(words, end + 1)) == "कम" => Some(Modifier::LessThan),
        // 15 अप्रैल या उसके बाद
        CalendarWord::And if next == Some(CalendarWord::Thereof) => match words.calendar(end + 2)? {
            CalendarWord::Later => Some(Modifier::OnOrAfter),
            CalendarWord::Ago => Some(Modifier::OnOrBefore),
            _ => None,
        },
        CalendarWord::EdgeLast if is_unit(meaning) => Some(Modifier::End),
        CalendarWord::Edge if is_unit(meaning) && words.key(end) == "मध्य" => Some(Modifier::Mid),
        CalendarWord::Until if !is_length && !is_of_two => Some(Modifier::OnOrBefore),
        CalendarWord::From if !is_length && !is_of_two && !goes_on(words, end + 1) => {
            Some(Modifier::OnOrAfter)
        }
        _ => None,
    }
}

/// Past भी: से भी ज़्यादा.
fn past_too(words: Words<'_>, at: usize) -> usize {
    at + usize::from(words.key(at) == "भी")
}

/// Whether it is a month or a year, which has a beginning and an end.
fn is_unit(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Date(date) if date.day.is_none() && date.weekday.is_none())
}

/// मार्च के पहले पखवाड़े, 2024 के पहले तीन महीने: the first of several, not before.
fn is_first_of(words: Words<'_>, at: usize) -> bool {
    words.key(at) == "पहले"
        && (words.is_figure(at + 1)
            || matches!(
                words.calendar(at + 1),
                Some(
                    CalendarWord::Unit(_)
                        | CalendarWord::Number(_)
                        | CalendarWord::Weekday(_)
                        | CalendarWord::Some
                )
            ))
}

/// के बाद, के आसपास, के अंत.
fn of(words: Words<'_>, at: usize) -> Option<Modifier> {
    match (words.calendar(at), words.key(at)) {
        (Some(CalendarWord::Later), _) => Some(Modifier::After),
        (Some(CalendarWord::EdgeLast | CalendarWord::Ordinal(-1)), _) => Some(Modifier::End),
        (_, "आसपास" | "करीब" | "लगभग") => Some(Modifier::Approx),
        (_, "आस") if words.is_dash(at + 1) && words.key(at + 2) == "पास" => Some(Modifier::Approx),
        (_, "मध्य") => Some(Modifier::Mid),
        (_, "उत्तरार्ध" | "उत्तरार्द्ध") => Some(Modifier::End),
        (Some(CalendarWord::Edge), _) | (_, "शुरू") => Some(Modifier::Start),
        _ => None,
    }
}

/// Whether से goes on to another time: सोमवार से शुक्रवार.
fn goes_on(words: Words<'_>, at: usize) -> bool {
    words.is_figure(at)
        || matches!(
            words.calendar(at),
            Some(
                CalendarWord::Month(_)
                    | CalendarWord::Weekday(_)
                    | CalendarWord::Number(_)
                    | CalendarWord::Near(_)
                    | CalendarWord::DayPart(_)
                    | CalendarWord::Shift(_)
                    | CalendarWord::Fraction(_)
            )
        )
}

fn before(words: Words<'_>, start: usize) -> Option<Modifier> {
    match words.before(start) {
        Some(CalendarWord::Edge) if words.key(start - 1) == "मध्य" => return Some(Modifier::Mid),
        Some(CalendarWord::Roughly) => return Some(Modifier::Approx),
        Some(CalendarWord::Edge) if words.key(start - 1) == "शुरुआती" => {
            return Some(Modifier::Start);
        }
        _ => {}
    }
    let key = |back: usize| start.checked_sub(back).map_or("", |at| words.key(at));
    match (key(3), key(2), key(1)) {
        ("कम", "से", "कम") => Some(Modifier::EqualOrMore),
        ("ज्यादा" | "अधिक", "से", "ज्यादा" | "अधिक") | (_, _, "अधिकतम") => {
            Some(Modifier::EqualOrLess)
        }
        _ => None,
    }
}
