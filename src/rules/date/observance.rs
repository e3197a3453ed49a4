//! पर्व या दिवस के साथ ग़लत तारीख़, या ग़लत गिनती, जैसे गणतंत्र दिवस (25 जनवरी)।
//!
//! ## क्यों
//! गणतंत्र दिवस की तारीख़ 26 जनवरी है। और 1947 से गिनें तो 2025 का स्वतंत्रता दिवस 79वाँ है; “78वाँ” एक साल पुरानी गिनती है।
//!
//! ## उदाहरण
//! - ✗ परेड **गणतंत्र दिवस (25 जनवरी)** को होगी।
//! - ✓ परेड **गणतंत्र दिवस (26 जनवरी)** को होगी।
//! - ✗ (14 अगस्त 2025 को) देश **78वाँ स्वतंत्रता दिवस** मनाएगा।
//!
//! ## क्या करें
//! तारीख़ या गिनती सुधारें। वर्षगाँठ की गिनती एक कम होती है (2025 में आज़ादी की 78वीं वर्षगाँठ); उस पर निशान नहीं लगता।
//! दिवाली और ईद जैसे पर्वों की तारीख़ उन्हीं सालों में जाँची जाती है जिनकी पक्की है। दूसरे देशों के दिनों पर निशान नहीं लगता,
//! “मनाया गया” पर भी नहीं: स्कूल एक दिन पहले भी मना लेते हैं।
//! ---
//! A wrong date or a wrong count beside a day that is kept every year, such as Republic Day (25 January).
//!
//! ## Why
//! Republic Day is 26 January. And counted from 1947 the Independence Day of 2025 is the 79th; “78वाँ” is last year's.
//!
//! ## Example
//! - ✗ परेड **गणतंत्र दिवस (25 जनवरी)** को होगी।
//! - ✓ परेड **गणतंत्र दिवस (26 जनवरी)** को होगी।
//! - ✗ (on 14 August 2025) देश **78वाँ स्वतंत्रता दिवस** मनाएगा।
//!
//! ## What to do
//! Check the date or the count. Anniversaries are counted one less (in 2025 the 78th of independence); the rule says
//! nothing of them. Feasts whose date changes are checked in the years for which it is certain; days of other countries
//! are not, nor is what was kept (मनाया गया): schools keep a day on the eve.

use jiff::civil::Date;

use crate::newsroom::calendar::{CalendarWord, month_name};
use crate::newsroom::observance::ObservedOn;
use crate::reading::time::{CalendarDate, Kept, Meaning, Repeat, nearest_day};
use crate::reading::{BlockView, Reading, TimeMention};
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::{Span, letters};

const CODE: &str = "date/observance";

/// A count is of the day kept so near the dateline; further away another year may be meant.
const NEAR_DAYS: i32 = 31;

/// A date without a year is of the day kept so near the dateline.
const SAME_YEAR_DAYS: i32 = 62;

/// Another country is looked for so many tokens around the name.
const NEIGHBOURHOOD: usize = 12;

/// Marks observances with another day's date or another year's count.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let times = reading.times_in(block);
    for (number, time) in times.iter().enumerate() {
        let Meaning::Observance(kept) = &time.expression.meaning else { continue };
        if is_of_another_name(&reading.view(block), time, kept) {
            continue;
        }
        let before =
            number.checked_sub(1).and_then(|before| date_that_encloses(reading, &times[before], time));
        let beside = kept.beside.or(before).or_else(|| date_that_is_said(reading, times, number));
        out.extend(beside.and_then(|date| misdated(reading, time, kept, &date)));
        out.extend(miscounted(reading, time, kept));
    }
}

/// Whether the name is the end of a longer one (विश्व बाल दिवस), or the day is another country's (पाकिस्तान का स्वतंत्रता दिवस).
fn is_of_another_name(view: &BlockView<'_>, time: &TimeMention, kept: &Kept) -> bool {
    let (start, end) = (time.expression.tokens.start(), time.expression.tokens.end());
    let sentence = view.sentence(start);
    let around = start.saturating_sub(NEIGHBOURHOOD).max(sentence.start)
        ..end.saturating_add(NEIGHBOURHOOD).min(sentence.end);
    if around.into_iter().any(|at| is_foreign(view, at)) {
        return true;
    }
    let Some(before) = view.word_before(start).filter(|_| start > sentence.start) else { return false };
    match before.calendar {
        Some(CalendarWord::Qualifier | CalendarWord::OfAYear) => true,
        Some(CalendarWord::Of) => {
            let owner = start.checked_sub(2).and_then(|at| view.word(at));
            owner.is_some_and(|owner| {
                owner.calendar.is_none() && owner.country != Some(INDIA) && &*owner.key != "देश"
            })
        }
        Some(_) => false,
        // देश 78वाँ स्वतंत्रता दिवस: the count parts them
        None => {
            let is_bare = kept.ordinal.is_none() && kept.shift.is_none();
            is_bare && is_common_name(kept.observance.name) && !is_small(&before.key)
        }
    }
}

const INDIA: &str = "IN";

/// Whether the word at `at` is the name or adjective of another country.
fn is_foreign(view: &BlockView<'_>, at: usize) -> bool {
    view.word(at).and_then(|word| word.country).is_some_and(|code| code.len() == 2 && code != INDIA)
}

/// Whether a name is so common that a noun before it makes another of it: … दिवस.
fn is_common_name(name: &str) -> bool {
    name.split(' ').next_back().is_some_and(|last| matches!(last, "दिवस" | "डे" | "दिन" | "जयंती" | "पूजा"))
}

/// Whether a word is a verb or particle that ends what stands before a name.
fn is_small(key: &str) -> bool {
    matches!(
        key,
        "है" | "हैं"
            | "था"
            | "थे"
            | "थी"
            | "कि"
            | "तो"
            | "ही"
            | "भी"
            | "यह"
            | "जो"
            | "लेकिन"
            | "जब"
    )
}

/// The date before an observance in brackets: 25 जनवरी (गणतंत्र दिवस).
fn date_that_encloses(
    reading: &Reading<'_>,
    before: &TimeMention,
    time: &TimeMention,
) -> Option<CalendarDate> {
    let (end, start) = (before.expression.tokens.end(), time.expression.tokens.start());
    let view = reading.view(time.block);
    let is_enclosed = view.is_mark(end, '(') && view.is_mark(time.expression.tokens.end(), ')');
    before.expression.date().copied().filter(|date| start == end + 1 && is_enclosed && date.is_day_of_month())
}

/// The date that the sentence says it is kept on: बाल दिवस 13 नवंबर को मनाया जाता है, 6 सितंबर को शिक्षक दिवस है. What was
/// kept on another day (मनाया गया) may have been.
fn date_that_is_said(reading: &Reading<'_>, times: &[TimeMention], number: usize) -> Option<CalendarDate> {
    let time = &times[number].expression;
    let view = reading.view(times[number].block);
    let behind = times.get(number + 1).map(|time| &time.expression).filter(|next| {
        next.tokens.start() == time.tokens.end() && says_it_is_kept(&view, next.tokens.end() + 1)
    });
    let before = number.checked_sub(1).map(|at| &times[at].expression).filter(|before| {
        before.tokens.end() + 1 == time.tokens.start() && says_it_is_kept(&view, time.tokens.end())
    });
    let dated = behind.or(before).filter(|dated| is_on(&view, dated.tokens.end()))?;
    let date = match &dated.meaning {
        Meaning::Date(date) | Meaning::Set(Repeat::Date(date)) => date,
        _ => return None,
    };
    Some(*date).filter(CalendarDate::is_day_of_month)
}

fn is_on(view: &BlockView<'_>, at: usize) -> bool {
    view.word(at).is_some_and(|word| &*word.key == "को")
}

/// Whether है, मनाया जाता है or मनाई जाएगी stands at `at`.
fn says_it_is_kept(view: &BlockView<'_>, at: usize) -> bool {
    let key = |at: usize| view.word(at).map_or("", |word| &*word.key);
    match key(at) {
        "मनाया" | "मनाई" | "मनाए" => key(at + 1).starts_with("जा"),
        "है" => view.word(at + 1).is_none(),
        _ => false,
    }
}

fn misdated(reading: &Reading<'_>, time: &TimeMention, kept: &Kept, date: &CalendarDate) -> Option<Finding> {
    let (written_day, written_month) = (date.day?, date.month?);
    let year = year_of(reading, kept, date);
    let (right, is_spread) = match kept.observance.day {
        ObservedOn::Fixed { month, day } => (Date::new(year.unwrap_or(2024), month, day).ok()?, false),
        _ => (kept.observance.in_year(year?)?, kept.observance.is_spread_in(year?)),
    };
    let written = (written_month.value, written_day.value);
    if (i16::from(right.month()), i16::from(right.day())) == written || kept_on(kept, year, written) {
        return None;
    }
    let name = kept.observance.name;
    let is_fixed = matches!(kept.observance.day, ObservedOn::Fixed { .. });
    let (hi_year, en_year) = match year.filter(|_| !is_fixed) {
        Some(year) => (format!(" {year} में"), format!(" in {year}")),
        None => Default::default(),
    };
    let (hi_day, en_day) = (day_in_words(right), right.strftime("%-d %B").to_string());
    let text = reading.article.blocks[time.block].text();
    let shown = written_day.span.to(written_month.span).of(text);
    let (hi_about, en_about) = if is_spread { (" के आसपास", "about ") } else { ("", "") };
    let message = Message::new(
        format!("{name} की तारीख़{hi_year} {hi_day}{hi_about} है, {shown} नहीं। तारीख़ जाँच लें।"),
        format!("{name} is on {en_about}{en_day}{en_year}, not on {shown}; check the date"),
    );
    let place = |span| Place { block: time.block, span };
    let finding = Finding::new(CODE, place(written_day.span.to(written_month.span)), message);
    if is_spread {
        return Some(finding);
    }
    Some(super::move_to(finding, time.block, text, date, (right.month().into(), right.day().into())))
}

/// The year of a date beside an observance: its own, that of the name, or the nearest to the dateline.
fn year_of(reading: &Reading<'_>, kept: &Kept, date: &CalendarDate) -> Option<i16> {
    if let Some(year) = date.year.or(kept.year) {
        return Some(year.value);
    }
    let written_on = reading.dateline.date?;
    let day = nearest_day(written_on, date.month?.value, date.day?.value)?;
    let is_near = (day - written_on).get_days().abs() <= SAME_YEAR_DAYS;
    is_near.then(|| day.year())
}

fn kept_on(kept: &Kept, year: Option<i16>, (month, day): (i16, i16)) -> bool {
    let day = year.and_then(|year| Date::new(year, month as i8, day as i8).ok());
    day.and_then(|day| kept.observance.is_kept_on(day)) == Some(true)
}

fn day_in_words(day: Date) -> String {
    format!("{} {}", day.day(), month_name(day.month()))
}

fn miscounted(reading: &Reading<'_>, time: &TimeMention, kept: &Kept) -> Option<Finding> {
    let ordinal = kept.ordinal.filter(|ordinal| ordinal.value > 0 && kept.shift.is_none())?;
    let year = match kept.year {
        Some(year) => year.value,
        None => kept_near(kept, reading.dateline.date?)?.year(),
    };
    let right = kept.observance.ordinal_in(year).filter(|right| *right != ordinal.value)?;
    let (name, first) = (kept.observance.name, year - right + 1);
    let message = Message::new(
        format!("{year} का {name} {right}वाँ है, {}वाँ नहीं (पहला {first} में)। गिनती जाँच लें।", ordinal.value),
        format!(
            "the {name} of {year} is number {right}, not {} (the first was in {first}); check the count",
            ordinal.value
        ),
    );
    let text = reading.article.blocks[time.block].text();
    let place = |span| Place { block: time.block, span };
    let finding = Finding::new(CODE, place(time.expression.span), message);
    let written = ordinal.span.of(text);
    let digits =
        written.chars().take_while(|c| letters::digit(*c).is_some()).map(char::len_utf8).sum::<usize>();
    if digits == 0 {
        return Some(finding);
    }
    let span = Span { end: ordinal.span.start + digits as u32, ..ordinal.span };
    let insert = letters::in_digits_of(span.of(text), &right.to_string());
    Some(finding.fix_within(place(ordinal.span), text, vec![(span, insert)], Applicability::Suggested))
}

/// The day nearest to the dateline on which it is kept, if it is near.
fn kept_near(kept: &Kept, written_on: Date) -> Option<Date> {
    let year = written_on.year();
    let distance = |day: &Date| (*day - written_on).get_days().abs();
    (year - 1..=year + 1)
        .filter_map(|year| kept.observance.in_year(year))
        .filter(|day| distance(day) <= NEAR_DAYS)
        .min_by_key(distance)
}
