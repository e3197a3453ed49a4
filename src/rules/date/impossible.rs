//! तारीख़ कैलेंडर में नहीं है, जैसे 31 अप्रैल।
//!
//! ## क्यों
//! अप्रैल में 30 दिन होते हैं, और 29 फ़रवरी केवल लीप वर्ष में आती है। ऐसी तारीख़ पाठक तुरंत पकड़ लेता है और पूरी ख़बर से
//! उसका भरोसा उठ जाता है।
//!
//! ## उदाहरण
//! - ✗ सुनवाई **31 अप्रैल** को होगी।
//! - ✓ सुनवाई **30 अप्रैल** को होगी।
//! - ✗ उनका जन्म **29 फ़रवरी 2023** को हुआ।
//!
//! ## क्या करें
//! स्रोत से तारीख़ जाँच लें। सुझाए गए सुधार महीने का आख़िरी दिन और अगले महीने का पहला दिन हैं; कौन-सा सही है, यह आप ही
//! जानते हैं। जिस फ़रवरी का साल नहीं लिखा, उसकी 29 तारीख़ पर निशान नहीं लगता।
//! ---
//! A date that no calendar has, such as 31 April.
//!
//! ## Why
//! April has 30 days, and 29 February exists in leap years only. Readers spot such a date at once and trust the rest of
//! the story less.
//!
//! ## Example
//! - ✗ सुनवाई **31 अप्रैल** को होगी।
//! - ✓ सुनवाई **30 अप्रैल** को होगी।
//! - ✗ उनका जन्म **29 फ़रवरी 2023** को हुआ।
//!
//! ## What to do
//! Check the date with the source. The fixes offer the last day of the month and the first of the next; only you know
//! which is right. The rule is silent on 29 February without a year.

use jiff::civil::Date;

use crate::newsroom::calendar::month_name;
use crate::reading::time::{CalendarDate, Part, TimeExpression};
use crate::reading::{BlockView, Reading};
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::{Span, letters};

const CODE: &str = "date/impossible";

/// Marks days that their month does not have.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    for time in &reading.blocks[block].times {
        out.extend(time.dates().filter_map(|date| finding(reading, block, time, date)));
    }
}

fn finding(
    reading: &Reading<'_>,
    block: usize,
    time: &TimeExpression,
    date: &CalendarDate,
) -> Option<Finding> {
    let (day, month) = (date.day?, month_of(time, date)?);
    let last = last_day(month.value, date.year.map(|year| year.value))?;
    // “35 मार्च निकाले”: no month has so many days, so it is a count, unless the sentence takes it for a date
    let is_count = day.value > 31
        && date.year.is_none()
        && date.weekday.is_none()
        && !is_followed_by_postposition(&reading.view(block), time);
    if day.value <= last || is_count {
        return None;
    }
    let name = month_name(month.value as i8);
    let place = Place { block, span: marked(time, date)? };
    let year = date.year.filter(|_| month.value == 2).map(|year| year.value);
    let en_year = year.map_or_else(String::new, |year| format!(" in {year}"));
    let (hi_year, hi_why) = match year {
        Some(year) => (format!(" {year}"), format!("उस साल {name} {last} दिन की है")),
        None if month.value == 2 => (String::new(), format!("{name} में ज़्यादा से ज़्यादा {last} दिन होते हैं")),
        None => (String::new(), format!("{name} में {last} दिन होते हैं")),
    };
    let message = Message::new(
        format!("{} {name}{hi_year} कैलेंडर में नहीं है: {hi_why}। तारीख़ जाँच लें।", day.value),
        format!(
            "there is no {} {}: the month has {last} days{en_year}; check the date",
            day.value,
            english_month(month.value)
        ),
    );
    let prose = reading.article.blocks[block].text();
    let finding = Finding::new(CODE, place, message);
    let is_one_phrase = time.date().is_some() && time.span.overlaps(month.span);
    if !is_one_phrase {
        let digits = letters::in_digits_of(day.span.of(prose), &last.to_string());
        let shown = Place { block, span: place.span.to(day.span) };
        return Some(finding.fix_within(shown, prose, vec![(day.span, digits)], Applicability::Suggested));
    }
    let said = CalendarDate { month: Some(month), ..*date };
    let finding = super::move_to(finding, block, prose, &said, (month.value, last));
    if month.value == 12 || day.span.start > month.span.start {
        return Some(finding);
    }
    Some(super::move_to(finding, block, prose, &said, (month.value + 1, 1)))
}

/// The month of a day: of the first day of a range that of the last.
fn month_of(time: &TimeExpression, date: &CalendarDate) -> Option<Part> {
    date.month.or_else(|| time.dates().last()?.month)
}

/// Where the date is written: the whole range, if the other end says the month; of a list the day.
fn marked(time: &TimeExpression, date: &CalendarDate) -> Option<Span> {
    let whole = time.dates().filter_map(CalendarDate::span).reduce(Span::to)?;
    let shares_month = time.dates().any(|date| date.month.is_none());
    if shares_month { Some(whole) } else { date.span().map(|span| within(span, time.span)) }
}

/// The part of a span that lies in another.
fn within(span: Span, outer: Span) -> Span {
    Span { start: span.start.max(outer.start), end: span.end.min(outer.end) }
}

/// Whether को, तक or से follows: the words for a day on which something is.
fn is_followed_by_postposition(view: &BlockView<'_>, time: &TimeExpression) -> bool {
    view.word(time.tokens.end()).is_some_and(|word| matches!(&*word.key, "को" | "तक" | "से"))
}

/// The last day of a month; of a February without a year the 29th.
fn last_day(month: i16, year: Option<i16>) -> Option<i16> {
    let first = Date::new(year.unwrap_or(2024), month as i8, 1).ok()?;
    Some(i16::from(first.days_in_month()))
}

fn english_month(month: i16) -> String {
    Date::new(2024, month as i8, 1).map(|date| date.strftime("%B").to_string()).unwrap_or_default()
}
