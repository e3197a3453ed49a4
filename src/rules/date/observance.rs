//! पर्व या दिवस के साथ ग़लत तारीख़, या ग़लत गिनती, जैसे गणतंत्र दिवस (25 जनवरी)।
//!
//! ## क्यों
//! गणतंत्र दिवस 26 जनवरी को होता है। और 1947 से गिनें तो 2025 का स्वतंत्रता दिवस 79वाँ है; “78वाँ” एक साल पुरानी गिनती है।
//!
//! ## उदाहरण
//! - ✗ परेड **गणतंत्र दिवस (25 जनवरी)** को होगी।
//! - ✓ परेड **गणतंत्र दिवस (26 जनवरी)** को होगी।
//! - ✗ (14 अगस्त 2025 को) देश **78वाँ स्वतंत्रता दिवस** मनाएगा।
//!
//! ## क्या करें
//! तारीख़ या गिनती सुधारें। वर्षगाँठ की गिनती एक कम होती है (2025 में आज़ादी की 78वीं वर्षगाँठ); उस पर यह नियम कुछ नहीं कहता।
//! जिन पर्वों की तारीख़ हर साल बदलती है, उन पर भी नहीं।
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
//! Mend the date or the count. Anniversaries are counted one less (in 2025 the 78th of independence); the rule says
//! nothing of them, nor of feasts whose date changes from year to year.

use jiff::civil::Date;

use crate::newsroom::calendar::month_name;
use crate::newsroom::observance::ObservedOn;
use crate::reading::time::{CalendarDate, Kept, Meaning};
use crate::reading::{Reading, TimeMention};
use crate::rules::{Finding, Message, Place};
use crate::text::{Span, letters};

const CODE: &str = "date/observance";

/// A count is of the day kept so near the dateline; further away another year may be meant.
const NEAR_DAYS: i32 = 31;

/// Marks observances with another day's date or another year's count.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let times = reading.times_in(block);
    for (number, time) in times.iter().enumerate() {
        let Meaning::Observance(kept) = &time.expression.meaning else { continue };
        let before =
            number.checked_sub(1).and_then(|before| date_that_encloses(reading, &times[before], time));
        let beside = kept.beside.or(before);
        out.extend(beside.and_then(|date| misdated(reading, time, kept, &date)));
        out.extend(miscounted(reading, time, kept));
    }
}

/// The date before an observance in brackets: 25 जनवरी (गणतंत्र दिवस).
fn date_that_encloses(
    reading: &Reading<'_>,
    before: &TimeMention,
    time: &TimeMention,
) -> Option<CalendarDate> {
    let (end, start) = (before.expression.tokens.1, time.expression.tokens.0);
    let view = reading.view(time.block);
    let is_enclosed = view.is_mark(end as usize, '(') && view.is_mark(time.expression.tokens.1 as usize, ')');
    before.expression.date().copied().filter(|date| start == end + 1 && is_enclosed && date.is_day_of_month())
}

fn misdated(reading: &Reading<'_>, time: &TimeMention, kept: &Kept, date: &CalendarDate) -> Option<Finding> {
    let ObservedOn::Fixed { month, day } = kept.observance.day else { return None };
    let (written_day, written_month) = (date.day?, date.month?);
    if (i16::from(day), i16::from(month)) == (written_day.value, written_month.value) {
        return None;
    }
    let name = kept.observance.name;
    let right = format!("{day} {}", month_name(month));
    let message = Message::new(
        format!("{name} {right} को होता है। तारीख़ सुधारें।"),
        format!("{name} is on {}; mend the date", english_day(month, day)),
    );
    let place = |span| Place { block: time.block, span };
    let span = written_day.span.to(written_month.span);
    let mut finding = Finding::new(CODE, place(span), message);
    // Figures such as 25.01.2025 are left to the writer
    if reading.article.blocks[time.block].text()[written_month.span.range()].chars().any(char::is_alphabetic)
    {
        let text = reading.article.blocks[time.block].text();
        let digits = letters::in_digits_of(written_day.span.of(text), &day.to_string());
        let insert = format!("{digits} {}", month_name(month));
        if written_day.span.start < written_month.span.start {
            finding = finding.fix(place(span), insert, false);
        }
    }
    Some(finding)
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
        format!("{first} से गिनें तो {year} का {name} {right}वाँ है, {}वाँ नहीं। गिनती सुधारें।", ordinal.value),
        format!(
            "counted from {first}, the {name} of {year} is number {right}, not {}; mend the count",
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
    Some(finding.fix(place(span), insert, false))
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

fn english_day(month: i8, day: i8) -> String {
    Date::new(2024, month, day).map(|date| date.strftime("%-d %B").to_string()).unwrap_or_default()
}
