//! तारीख़ के साथ लिखा वार उस दिन का नहीं है।
//!
//! ## क्यों
//! 13 मार्च 2025 को गुरुवार था। उसके साथ “बुधवार” लिखा हो तो दो में से एक बात ग़लत है, और पाठक नहीं जान सकता कि कौन-सी।
//!
//! ## उदाहरण
//! - ✗ बैठक **बुधवार (13 मार्च 2025)** को हुई।
//! - ✓ बैठक **गुरुवार (13 मार्च 2025)** को हुई।
//! - ✓ बैठक **बुधवार (12 मार्च 2025)** को हुई।
//!
//! ## क्या करें
//! स्रोत से जाँचकर वार या तारीख़ सुधारें; दोनों सुधार सुझाए जाते हैं। साल न लिखा हो तो ख़बर की तारीख़ से लिया जाता है; वह न मिले या
//! दो महीने से ज़्यादा दूर हो, तो निशान नहीं लगता।
//! ---
//! The weekday beside a date is not that day's.
//!
//! ## Why
//! 13 March 2025 was a Thursday. With “बुधवार” beside it one of the two is wrong, and the reader cannot know which.
//!
//! ## Example
//! - ✗ बैठक **बुधवार (13 मार्च 2025)** को हुई।
//! - ✓ बैठक **गुरुवार (13 मार्च 2025)** को हुई।
//! - ✓ बैठक **बुधवार (12 मार्च 2025)** को हुई।
//!
//! ## What to do
//! Check with the source and correct the weekday or the date; both fixes are offered. A date without a year takes it from
//! the dateline; without one, or more than two months away from it, the rule is silent.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::newsroom::calendar::{month_name, weekday_name};
use crate::reading::{Reading, TimeMention};
use crate::rules::{Applicability, Finding, Message, Place};

const CODE: &str = "date/weekday";

/// A date without a year further than this from the dateline may be of another year.
const NEAR_DAYS: i32 = 62;

/// Marks weekdays that contradict the date beside them.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    out.extend(reading.times_in(block).iter().filter_map(|time| finding(reading, time)));
}

fn finding(reading: &Reading<'_>, time: &TimeMention) -> Option<Finding> {
    let said = time.expression.date()?;
    let (written, date) = (said.weekday?, time.date.filter(|_| said.is_day_of_month())?);
    let year_is_sure = said.year.is_some()
        || reading.dateline.date.is_some_and(|dateline| (date - dateline).get_days().abs() <= NEAR_DAYS);
    if i16::from(date.weekday().to_monday_one_offset()) == written.value || !year_is_sure {
        return None;
    }
    let place = |span| Place { block: time.block, span };
    let (right, wrong) =
        (weekday_name(date.weekday().to_monday_one_offset()), weekday_name(written.value as i8));
    let printed = format!("{} {} {}", date.day(), month_name(date.month()), date.year());
    let message = Message::new(
        format!("कैलेंडर में {printed} {right} है, {wrong} नहीं। वार या तारीख़ सुधारें।"),
        format!(
            "{} is a {}, not a {}; correct the weekday or the date",
            date.strftime("%-d %B %Y"),
            date.strftime("%A"),
            super::english_weekday(written.value)
        ),
    );
    let finding = Finding::new(CODE, place(time.expression.span), message).fix(
        place(written.span),
        right,
        Applicability::Suggested,
    );
    let title = Message::new(format!("वार बदलें: “{right}”"), format!("change the weekday to “{right}”"));
    let mut finding = super::titled(finding, title);
    if let Some(other) = nearest(date, written.value as i8)
        && other.month() == date.month()
    {
        let text = reading.article.blocks[time.block].text();
        let day = (other.month().into(), other.day().into());
        let shown = super::moved_text(text, said, day);
        let title = Message::new(format!("तारीख़ बदलें: “{shown}”"), format!("change the date to “{shown}”"));
        finding = super::titled(super::move_to(finding, time.block, text, said, day), title);
    }
    Some(finding)
}

/// The day with this weekday nearest to `date`.
fn nearest(date: Date, weekday: i8) -> Option<Date> {
    (1..=3)
        .flat_map(|days| [-days, days])
        .filter_map(|days| date.checked_add(i64::from(days).days()).ok())
        .find(|d| d.weekday().to_monday_one_offset() == weekday)
}
