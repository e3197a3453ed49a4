//! One event on two days: the same words of two sentences with another date in them.

use rustc_hash::FxHashMap;

use super::code::CODE;
use crate::newsroom::calendar::CalendarWord;
use crate::reading::clause::verb_after;
use crate::reading::{BlockView, Reading, TimeMention};
use crate::rules::{Finding, Message, Place};

/// A sentence with more words is told otherwise the second time.
const MAX_WORDS: usize = 14;

/// Marks dates that another sentence with the same words gives otherwise.
pub(super) fn check(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let mut told: FxHashMap<Vec<&str>, (usize, (i16, i16))> = FxHashMap::default();
    // A headline turns the sentence around: its words are compared in any order
    let mut in_fields: FxHashMap<Vec<&str>, (usize, (i16, i16))> = FxHashMap::default();
    for (number, time) in reading.times.iter().enumerate() {
        let Some(date) = time.expression.date().filter(|date| date.is_day_of_month()) else { continue };
        let (Some(day), Some(month)) = (date.day, date.month) else { continue };
        let view = reading.view(time.block);
        let Some(words) = words_of_event(&view, time) else { continue };
        let day = (month.value, day.value);
        let mut sorted = words.clone();
        sorted.sort_unstable();
        if view.block.is_beside_text() {
            in_fields.entry(sorted).or_insert((number, day));
            continue;
        }
        if let Some((field, _)) = in_fields.remove(&sorted).filter(|(_, other)| *other != day) {
            out.push(in_field(reading, &reading.times[field], time));
        }
        let (first, other) = *told.entry(words).or_insert((number, day));
        if other != day {
            out.push(finding(reading, &reading.times[first], time));
        }
    }
}

/// The words around the date in a sentence that tells nothing else, up to its verb; `None` if it may tell of one
/// of several.
fn words_of_event<'a>(view: &BlockView<'a>, time: &TimeMention) -> Option<Vec<&'a str>> {
    let (start, end) = (time.expression.tokens.start(), time.expression.tokens.end());
    let sentence = view.sentence(start);
    if sentence.len() > MAX_WORDS + 6 || view.word(end)?.calendar != Some(CalendarWord::On) {
        return None;
    }
    let verb = verb_after(view, end)?;
    let is_last = (verb.at + 3..sentence.end).all(|at| view.word(at).is_none());
    let around = (sentence.start..start).chain(end..sentence.end);
    let words: Vec<&str> = around.clone().filter_map(|at| view.word(at)).map(|word| &*word.key).collect();
    let is_plain = around.clone().all(|at| {
        let is_number = view.block.tokens.get(at).is_some_and(|t| t.kind == crate::text::TokenKind::Number);
        let is_of_several = view.word(at).is_some_and(|word| {
            matches!(
                word.calendar,
                Some(
                    CalendarWord::Ordinal(_)
                        | CalendarWord::Number(_)
                        | CalendarWord::And
                        | CalendarWord::Ago
                        | CalendarWord::Later
                        | CalendarWord::Shift(_)
                )
            ) || matches!(
                &*word.key,
                "भी" | "अब"
                    | "फिर"
                    | "यह"
                    | "वह"
                    | "वे"
                    | "ये"
                    | "दोबारा"
                    | "नई"
                    | "पुरानी"
            )
        });
        !is_number && !is_of_several
    });
    let is_whole = view.block.is_beside_text() || (is_last && start > sentence.start);
    (is_whole && is_plain && words.len() >= 3 && !view.is_quoted(start)).then_some(words)
}

/// A date in a field beside the text that the text gives otherwise.
fn in_field(reading: &Reading<'_>, field: &TimeMention, time: &TimeMention) -> Finding {
    let (here, there) = (said(reading, field), said(reading, time));
    let message = Message::new(
        format!("ख़बर में इन्हीं शब्दों के साथ {there} लिखा है, यहाँ {here}। तारीख़ जाँच लें।"),
        format!("the text has {there} with the same words, and {here} is here; check the date"),
    );
    Finding::new(CODE, place(field), message)
        .relate(place(time), Message::new("ख़बर की तारीख़", "the date in the text"))
}

fn said<'a>(reading: &'a Reading<'_>, time: &TimeMention) -> &'a str {
    time.expression.span.of(reading.article.blocks[time.block].text())
}

fn place(time: &TimeMention) -> Place {
    Place { block: time.block, span: time.expression.span }
}

fn finding(reading: &Reading<'_>, first: &TimeMention, time: &TimeMention) -> Finding {
    let (earlier, here) = (said(reading, first), said(reading, time));
    let message = Message::new(
        format!("ऊपर इन्हीं शब्दों के साथ {earlier} लिखा है, यहाँ {here}। तारीख़ जाँच लें।"),
        format!("the same words have {earlier} above and {here} here; check the date"),
    );
    Finding::new(CODE, place(time), message)
        .relate(place(first), Message::new("ऊपर की तारीख़", "the date above"))
}
