//! An event that ends before it begins: सुबह 10 बजे शुरू होकर सुबह 9 बजे समाप्त.

use super::code::CODE;
use crate::newsroom::calendar::{CalendarWord, DayPart, Stance};
use crate::reading::time::{Clock, Meaning};
use crate::reading::{BlockView, Reading, TimeMention};
use crate::rules::{Finding, Message, Place};

/// What begins is looked for so many tokens behind its hour.
const BEHIND: usize = 6;

/// Marks hours at which something ends before it begins.
pub(super) fn check(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (number, time) in reading.times.iter().enumerate() {
        let view = reading.view(time.block);
        let (from, until) = hours(time);
        if let (Some(from), Some(until)) = (from, until) {
            out.extend(finding(time.block, &from, &until));
            continue;
        }
        let Some(next) = reading.times.get(number + 1).filter(|next| next.block == time.block) else {
            continue;
        };
        let ends = hours(next)
            .0
            .filter(|_| is_hour(time) && matches!(next.expression.meaning, Meaning::Clock(_, None)));
        if let (Some(from), Some(until)) = (from, ends)
            && is_one_event(&view, time, next)
        {
            out.extend(finding(time.block, &from, &until));
        }
    }
}

fn hours(time: &TimeMention) -> (Option<Clock>, Option<Clock>) {
    match time.expression.meaning {
        Meaning::Clock(from, until) => (Some(from), until),
        _ => (time.expression.clock, time.expression.until),
    }
}

fn is_hour(time: &TimeMention) -> bool {
    hours(time).0.is_some_and(|clock| clock.hour.is_some())
}

/// Whether one thing begins at the first hour and ends at the second: शुरू and समाप्त, or से and तक, in one sentence.
fn is_one_event(view: &BlockView<'_>, first: &TimeMention, second: &TimeMention) -> bool {
    let (end, start) = (first.expression.tokens.end(), second.expression.tokens.start());
    let behind = second.expression.tokens.end();
    let sentence = view.sentence(end.saturating_sub(1));
    if !sentence.contains(&start) {
        return false;
    }
    let begins = view.word(end).is_some_and(|word| word.calendar == Some(CalendarWord::From))
        || (end..start.min(end + BEHIND)).any(|at| stance(view, at) == Some(Stance::Begin));
    let ends = view.word(behind).is_some_and(|word| word.calendar == Some(CalendarWord::Until))
        || (behind..sentence.end.min(behind + BEHIND)).any(|at| {
            view.word(at).is_some_and(|word| matches!(&*word.key, "समाप्त" | "समापन" | "खत्म" | "संपन्न" | "बंद"))
        });
    let is_another_day = (end..start).any(|at| {
        view.word(at)
            .is_some_and(|word| matches!(&*word.key, "अगले" | "दूसरे" | "अगली" | "जबकि" | "कल" | "परसों"))
    });
    begins && ends && !is_another_day
}

fn stance(view: &BlockView<'_>, at: usize) -> Option<Stance> {
    view.word(at)?.stance
}

fn finding(block: usize, from: &Clock, until: &Clock) -> Option<Finding> {
    let (first, last) = (from.of_day()?, until.of_day()?);
    let (Some(begin), Some(end)) = (from.part, until.part) else { return None };
    let is_over_night = matches!(begin, DayPart::Evening | DayPart::Night | DayPart::Midnight)
        && matches!(end, DayPart::Night | DayPart::Midnight | DayPart::Dawn | DayPart::Morning);
    if first <= last || is_over_night && begin != end || begin == DayPart::Night || last.0 == 0 {
        return None;
    }
    // सुबह 10 से 3: the part is only of the first
    let shown = |(hour, minute): (u8, u8)| format!("{hour}:{minute:02}");
    let message = Message::new(
        format!("{} से शुरू होकर {} पर ख़त्म नहीं हो सकता: वह पहले है। समय जाँच लें।", shown(first), shown(last)),
        format!("it begins at {} and ends before that, at {}; check the times", shown(first), shown(last)),
    );
    let finding = Finding::new(CODE, Place { block, span: until.span }, message);
    Some(finding.relate(Place { block, span: from.span }, Message::new("यहाँ शुरू", "begins here")))
}
