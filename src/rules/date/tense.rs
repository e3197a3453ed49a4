//! “बीते” के साथ आने वाली तारीख़, “आगामी” के साथ बीती हुई, या बीती तारीख़ पर “होगा”।
//!
//! ## क्यों
//! 12 मार्च 2025 की ख़बर में “बीते 20 मार्च को” नहीं हो सकता: 20 मार्च अभी आया नहीं। या तो शब्द ग़लत है या तारीख़।
//!
//! ## उदाहरण
//! - ✗ (12 मार्च 2025 को) हादसा **बीते 20 मार्च** को हुआ।
//! - ✗ (12 मार्च 2025 को) मतदान **20 फरवरी 2025** को होगा।
//! - ✓ (12 मार्च 2025 को) मतदान **20 मार्च 2025** को होगा।
//!
//! ## क्या करें
//! तारीख़, महीना और साल स्रोत से मिलाएँ। लेख की तारीख़ डेटलाइन से ली जाती है; वह न हो तो यह नियम चुप रहता है।
//! ---
//! A date to come with “बीते”, a past one with “आगामी”, or “होगा” on a day that is over.
//!
//! ## Why
//! News of 12 March 2025 cannot have “बीते 20 मार्च को”: that day has not come yet. Either the word or the date is wrong.
//!
//! ## Example
//! - ✗ (on 12 March 2025) हादसा **बीते 20 मार्च** को हुआ।
//! - ✗ (on 12 March 2025) मतदान **20 फरवरी 2025** को होगा।
//! - ✓ (on 12 March 2025) मतदान **20 मार्च 2025** को होगा।
//!
//! ## What to do
//! Check day, month and year with the source. The day of the article is that of its dateline; without one the rule is
//! silent.

use jiff::civil::Date;

use crate::newsroom::Locale;
use crate::newsroom::calendar::{CalendarWord, Shift, Tense, date_in_words};
use crate::reading::time::{CalendarDate, TimeExpression, nearest_day};
use crate::reading::{BlockView, DatelineSource, Reading, TimeMention};
use crate::rules::{Finding, Message, Place};

const CODE: &str = "date/tense";

/// Without a year a word like बीते is of days so near; further away another year may be meant.
const NEAR_DAYS: i32 = 45;

/// Marks dates on the wrong side of the dateline.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    // The day on which an editor is open says nothing of the day of an old article
    let known = reading.dateline.date.filter(|_| reading.dateline.source != Some(DatelineSource::Today));
    let Some(written_on) = known else { return };
    out.extend(reading.times_in(block).iter().filter_map(|time| finding(reading, time, written_on)));
}

fn finding(reading: &Reading<'_>, time: &TimeMention, written_on: Date) -> Option<Finding> {
    let date = time.expression.date().filter(|date| date.is_day_of_month())?;
    let day = meant(date, time, written_on)?;
    let (is_past, word) = said(date, &time.expression, &reading.view(time.block))?;
    let contradicts = if is_past { day > written_on } else { day < written_on };
    if !contradicts {
        return None;
    }
    let (hi_day, en_day) = (date_in_words(day, Locale::Hi), date_in_words(day, Locale::En));
    let days = (day - written_on).get_days();
    let message = if is_past {
        Message::new(
            format!(
                "{hi_day} इस ख़बर की तारीख़ से {days} दिन बाद है, पर साथ में “{word}” लिखा है। तारीख़ या शब्द सुधारें।"
            ),
            format!(
                "{en_day} is {days} days after the day of this article, but “{word}” stands with it; mend one of them"
            ),
        )
    } else {
        Message::new(
            format!(
                "{hi_day} इस ख़बर की तारीख़ से {} दिन पहले थी, पर साथ में “{word}” लिखा है। तारीख़ या शब्द सुधारें।",
                -days
            ),
            format!(
                "{en_day} was {} days before the day of this article, but “{word}” stands with it; mend one of them",
                -days
            ),
        )
    };
    Some(Finding::new(CODE, Place { block: time.block, span: time.expression.span }, message))
}

/// The day that the date names whatever is said of it: by its year, or the nearest there is.
fn meant(date: &CalendarDate, time: &TimeMention, written_on: Date) -> Option<Date> {
    if date.year.is_some() {
        return time.date;
    }
    let day = nearest_day(written_on, date.month?.value, date.day?.value)?;
    let is_near = (day - written_on).get_days().abs() <= NEAR_DAYS;
    (is_near && date.frame.is_some()).then_some(day)
}

/// Whether the words around the date say that it is past, or to come; and which word does.
fn said<'a>(date: &CalendarDate, time: &TimeExpression, view: &BlockView<'a>) -> Option<(bool, &'a str)> {
    if let Some(frame) = date.frame {
        let first = view.word(time.tokens.0 as usize)?;
        return match frame.shift {
            Shift::Past => Some((true, &first.text)),
            Shift::Coming if &*first.text == "आने" => Some((false, "आने वाले")),
            Shift::Coming => Some((false, &first.text)),
            _ => None,
        };
    }
    let end = time.tokens.1 as usize;
    // Only a verb right behind को, or one word further, is sure to be that of the date
    let is_on = view.word(end).is_some_and(|word| word.calendar == Some(CalendarWord::On));
    let places = [end + 1, end + 2].into_iter().filter(|_| is_on);
    let verbs = places.filter_map(|at| Some((view.word(at)?.tense?, at)));
    let (tense, at) = verbs.into_iter().next()?;
    let verb = view.word(at)?;
    match tense {
        Tense::Future if is_of_being(&verb.key) => Some((false, &verb.text)),
        Tense::Past if is_of_being(&verb.key) && !goes_on(view, at + 1) => Some((true, &verb.text)),
        _ => None,
    }
}

/// होगा, हुआ, था: verbs that say that something is on the day.
fn is_of_being(key: &str) -> bool {
    matches!(
        key,
        "होगा"
            | "होगी"
            | "होंगे"
            | "होंगी"
            | "हुआ"
            | "हुई"
            | "हुए"
            | "था"
            | "थी"
            | "थे"
            | "थीं"
    )
}

/// Whether the verb is part of a longer one, or of a clause that says what thing: हुए हादसे.
fn goes_on(view: &BlockView<'_>, at: usize) -> bool {
    view.word(at).is_some_and(|word| !matches!(&*word.key, "है" | "था" | "थी" | "थे" | "और"))
}
