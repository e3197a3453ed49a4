//! “बीते” के साथ आने वाली तारीख़, “आगामी” के साथ बीती हुई, या बीती तारीख़ पर “होगा”।
//!
//! ## क्यों
//! 12 मार्च 2025 की ख़बर में “बीते 20 मार्च को” नहीं हो सकता: 20 मार्च अभी आया नहीं। या तो शब्द ग़लत है या तारीख़।
//!
//! ## उदाहरण
//! - ✗ (12 मार्च 2025 को) हादसा **बीते 20 मार्च** को हुआ।
//! - ✗ (12 मार्च 2025 को) मतदान **20 फ़रवरी 2025** को होगा।
//! - ✓ (12 मार्च 2025 को) मतदान **20 मार्च 2025** को होगा।
//!
//! ## क्या करें
//! तारीख़, महीना और साल स्रोत से जाँच लें। ख़बर की तारीख़ न मिले तो निशान नहीं लगता।
//! ---
//! A date to come with “बीते”, a past one with “आगामी”, or “होगा” on a day that is over.
//!
//! ## Why
//! News of 12 March 2025 cannot have “बीते 20 मार्च को”: that day has not come yet. Either the word or the date is wrong.
//!
//! ## Example
//! - ✗ (on 12 March 2025) हादसा **बीते 20 मार्च** को हुआ।
//! - ✗ (on 12 March 2025) मतदान **20 फ़रवरी 2025** को होगा।
//! - ✓ (on 12 March 2025) मतदान **20 मार्च 2025** को होगा।
//!
//! ## What to do
//! Check day, month and year with the source. The day of the article is that of its dateline; without one the rule is
//! silent.

use jiff::civil::Date;

use crate::newsroom::calendar::{CalendarWord, Shift, Stance, partial_in_words};
use crate::newsroom::{Locale, PartialDate};
use crate::reading::clause::{ClauseVerb, Verb, takes_stance, tells_a_plan, verb_after};
use crate::reading::time::{CalendarDate, Meaning, TimeExpression, nearest_day};
use crate::reading::{BlockView, DatelineSource, Reading, TimeMention};
use crate::rules::{Finding, Message, Place};
use crate::text::TokenKind;

const CODE: &str = "date/tense";

/// Without a year a word like बीते is of days so near; further away another year may be meant.
const NEAR_DAYS: i32 = 45;

/// Without a year and such a word a verb is of days so near.
const NEXT_DAYS: i32 = 15;

/// The verb of what is to come stands at most so many tokens behind its day.
const FUTURE_REACH: usize = 14;

/// Marks dates on the wrong side of the dateline.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    // The day on which an editor is open says nothing of the day of an old article
    let known = reading.dateline.date.filter(|_| reading.dateline.source != Some(DatelineSource::Today));
    let Some(written_on) = known else { return };
    out.extend(reading.times_in(block).iter().filter_map(|time| finding(reading, time, written_on)));
}

/// What the words around a date say of it.
struct Said<'a> {
    is_past: bool,
    word: &'a str,
}

fn finding(reading: &Reading<'_>, time: &TimeMention, written_on: Date) -> Option<Finding> {
    let (first, last) = days(time, written_on)?;
    if first <= written_on && last >= written_on {
        return None;
    }
    let view = reading.view(time.block);
    if !has_year(time) && speaks_of_another_year(reading, time, written_on) {
        return None;
    }
    let said = match time.expression.date().and_then(|date| date.frame) {
        Some(frame) => by_frame(frame.shift, &time.expression, &view)?,
        None => by_verb(&view, time, first > written_on)?,
    };
    let contradicts = if said.is_past { first > written_on } else { last < written_on };
    if !contradicts || view.is_quoted(time.expression.tokens.start()) {
        return None;
    }
    let day = if said.is_past { first } else { last };
    Some(Finding::new(
        CODE,
        Place { block: time.block, span: time.expression.span },
        message(day, has_day(time), (day - written_on).get_days(), &said),
    ))
}

fn has_day(time: &TimeMention) -> bool {
    time.expression.dates().any(|date| date.day.is_some())
}

fn message(day: Date, is_day: bool, days: i32, said: &Said<'_>) -> Message {
    let mut known = PartialDate::from(day);
    if !is_day {
        known.day = 0;
    }
    let (hi_day, en_day) = (partial_in_words(known, Locale::Hi), partial_in_words(known, Locale::En));
    let (word, distance) = (said.word, days.abs());
    let en_days = if distance == 1 { "1 day".to_owned() } else { format!("{distance} days") };
    if said.is_past {
        Message::new(
            format!("“{word}” के साथ {hi_day}: यह तारीख़ ख़बर से {distance} दिन बाद की है। कोई एक जाँच लें।"),
            format!(
                "“{word}” goes with {en_day}, {en_days} after the day of this article; check which is right"
            ),
        )
    } else {
        Message::new(
            format!("“{word}” के साथ {hi_day}: यह तारीख़ ख़बर से {distance} दिन पहले की है। कोई एक जाँच लें।"),
            format!(
                "“{word}” goes with {en_day}, {en_days} before the day of this article; check which is right"
            ),
        )
    }
}

/// The first and the last day that an expression names whatever is said of it: by its year, or the nearest there is.
fn days(time: &TimeMention, written_on: Date) -> Option<(Date, Date)> {
    let whole = || Some((time.start?, time.end?.yesterday().ok()?));
    match &time.expression.meaning {
        Meaning::Date(date) if date.nth.is_none() && date.month.is_some() => match (date.year, date.day) {
            (Some(_), _) => whole(),
            (None, Some(_)) => nearest(date, written_on).map(|day| (day, day)),
            _ => None,
        },
        Meaning::Range(from, to) if from.year.or(to.year).is_some() && to.month.is_some() => whole(),
        _ => None,
    }
}

/// The day nearest to the dateline, if it is so near that no other year is meant.
fn nearest(date: &CalendarDate, written_on: Date) -> Option<Date> {
    let day = nearest_day(written_on, date.month?.value, date.day?.value)?;
    let limit = if date.frame.is_some() { NEAR_DAYS } else { NEXT_DAYS };
    ((day - written_on).get_days().abs() <= limit).then_some(day)
}

/// बीते 20 मार्च, आगामी 5 मार्च.
fn by_frame<'a>(shift: Shift, time: &TimeExpression, view: &BlockView<'a>) -> Option<Said<'a>> {
    let first = view.word(time.tokens.start())?;
    let word = if &*first.key == "आने" { "आने वाले" } else { &first.text };
    match shift {
        Shift::Past => Some(Said { is_past: true, word }),
        Shift::Coming => Some(Said { is_past: false, word }),
        _ => None,
    }
}

/// What the verb of its clause says of a day that is to come, or over.
fn by_verb<'a>(view: &BlockView<'a>, time: &TimeMention, is_to_come: bool) -> Option<Said<'a>> {
    let (start, end) = (time.expression.tokens.start(), time.expression.tokens.end());
    let sentence = view.sentence(start);
    if takes_stance(view, sentence.start, sentence.end, Stance::Condition) {
        return None;
    }
    let found = verb_after(view, end)?;
    let is_dated = has_year(time);
    let holds = if is_to_come {
        is_event(view, time, found, is_dated)
    } else {
        is_promise(view, time, found)
            && !is_reported(view, sentence.start, start)
            && !is_of_another_year(view, start)
    };
    holds.then(|| view.word(found.at)).flatten().map(|word| Said { is_past: is_to_come, word: &word.text })
}

/// Whether the paragraph names another year near a date without one: what it tells is then of that year.
fn speaks_of_another_year(reading: &Reading<'_>, time: &TimeMention, written_on: Date) -> bool {
    let is_near = |other: &&TimeMention| {
        other.expression.tokens.start().abs_diff(time.expression.tokens.start()) < YEAR_TOKENS
    };
    let times = reading.times_in(time.block);
    let first = times.partition_point(|other| {
        other.expression.tokens.start().saturating_add(YEAR_TOKENS) < time.expression.tokens.start()
    });
    let near = times[first..].iter().take_while(is_near).take(MAX_NEIGHBOURS);
    near.flat_map(|other| other.expression.dates())
        .any(|date| date.year.is_some_and(|year| year.value != written_on.year()))
}

/// How far and at how many expressions another year is looked for.
const YEAR_TOKENS: usize = 80;
const MAX_NEIGHBOURS: usize = 24;

fn has_year(time: &TimeMention) -> bool {
    time.expression.dates().any(|date| date.year.is_some())
}

/// Whether the verb says that something happened on the day: किया, पारित किया गया; not तय किया, होना था.
fn is_event(view: &BlockView<'_>, time: &TimeMention, found: ClauseVerb, is_dated: bool) -> bool {
    let (start, end) = (time.expression.tokens.start(), time.expression.tokens.end());
    let is_near_verb = match found.verb {
        Verb::Past { is_remote } => is_dated || !is_remote,
        Verb::Participle => found.at <= end + 2,
        _ => false,
    };
    let sentence = view.sentence(start);
    let starts_on_it = is_begun(view, end, found.at);
    let is_on = match view.word(end).and_then(|word| word.calendar) {
        Some(CalendarWord::On) => view.word(end).is_some_and(|word| &*word.key == "को"),
        Some(CalendarWord::From) => starts_on_it,
        Some(CalendarWord::In) => time.expression.date().is_some_and(|date| date.day.is_none()),
        // तक चला, but तक बढ़ाया
        Some(CalendarWord::Until) => {
            view.word(found.at).is_some_and(|word| matches!(&*word.key, "चला" | "चली" | "चले"))
        }
        Some(_) => false,
        None => time.expression.clock.is_some() || view.is_mark(end, ')') || starts_on_it,
    };
    let upto = (found.at + 3).min(sentence.end);
    let is_moved = view.word(end + 1).is_some_and(|word| matches!(&*word.key, "कर" | "ही"));
    is_near_verb && is_on && !is_moved && !tells_a_plan(view, sentence.start, upto)
}

/// शुरू हुआ, आरंभ होगी: what begins on the day.
fn is_begun(view: &BlockView<'_>, end: usize, verb: usize) -> bool {
    takes_stance(view, end, verb, Stance::Begin)
        || view.word(verb).is_some_and(|word| {
            matches!(
                &*word.key,
                "लगेगा"
                    | "लगेगी"
                    | "लगेंगे"
                    | "चलेगा"
                    | "चलेगी"
                    | "खुलेगा"
                    | "खुलेगी"
                    | "खुलेंगे"
            )
        })
}

/// Whether the verb says that something is to come on the day.
fn is_promise(view: &BlockView<'_>, time: &TimeMention, found: ClauseVerb) -> bool {
    let end = time.expression.tokens.end();
    let is_to_come = matches!(found.verb, Verb::Future | Verb::Due) && found.at <= end + FUTURE_REACH;
    let is_on = match view.word(end).and_then(|word| word.calendar) {
        Some(CalendarWord::On) => view.word(end).is_some_and(|word| &*word.key == "को"),
        Some(CalendarWord::From) => is_begun(view, end, found.at),
        // तक के आँकड़े are of that time
        Some(CalendarWord::Until) => {
            view.word(end + 1).is_none_or(|word| word.calendar != Some(CalendarWord::Of))
        }
        Some(CalendarWord::In) => time.expression.date().is_some_and(|date| date.day.is_none()),
        Some(_) => false,
        None => time.expression.clock.is_some() || view.is_mark(end, ')') || is_begun(view, end, found.at),
    };
    // 20 फ़रवरी को दर्ज मामले की सुनवाई होगी: the day is of what is named between
    let is_of_something_else = (end..found.at).any(|at| {
        view.word(at).is_some_and(|word| {
            matches!(
                word.calendar,
                Some(CalendarWord::Agent | CalendarWord::Month(_) | CalendarWord::Weekday(_))
            ) || matches!(word.stance, Some(Stance::Plan))
        }) || view.block.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
            && view.word(at + 1).is_some_and(|word| matches!(word.calendar, Some(CalendarWord::Month(_))))
    });
    let behind_is_was = view.word(found.at + 1).is_some_and(|word| matches!(&*word.key, "था" | "थी" | "थे"));
    is_to_come && is_on && !is_of_something_else && !behind_is_was
}

/// Whether somebody says so, whenever it was: बताया कि …, कार्यक्रम के अनुसार.
fn is_reported(view: &BlockView<'_>, from: usize, start: usize) -> bool {
    let end = view.sentence(start).end;
    (from..start).any(|at| view.word(at).is_some_and(|word| &*word.key == "कि"))
        || takes_stance(view, from, end, Stance::Report)
}

/// अगले साल 5 मार्च को, हर साल.
fn is_of_another_year(view: &BlockView<'_>, start: usize) -> bool {
    let sentence = view.sentence(start);
    sentence.clone().any(|at| {
        let is = |at: usize, word: CalendarWord| view.word(at).and_then(|w| w.calendar) == Some(word);
        let shifts = matches!(
            view.word(at).and_then(|word| word.calendar),
            Some(CalendarWord::Shift(Shift::Next | Shift::Coming) | CalendarWord::Every)
        );
        shifts && is(at + 1, CalendarWord::Unit(crate::newsroom::calendar::Unit::Year))
    })
}
