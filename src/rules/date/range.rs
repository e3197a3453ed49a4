//! अवधि का अंत उसकी शुरुआत से पहले है, जैसे 14-12 मार्च।
//!
//! ## क्यों
//! “मेला 14 से 12 मार्च तक” कोई अवधि नहीं है। या तो दोनों तारीख़ें उलट गई हैं, या एक ग़लत है।
//!
//! ## उदाहरण
//! - ✗ मेला **14-12 मार्च** को लगेगा।
//! - ✓ मेला **12-14 मार्च** को लगेगा।
//! - ✗ कवि (**1945–1873**) की जयंती मनाई गई।
//!
//! ## क्या करें
//! स्रोत से जाँच लें; सुझाया गया सुधार दोनों को आपस में बदल देता है। साल बदलने वाली अवधि (28 दिसंबर से 3 जनवरी) ठीक है।
//! ---
//! A range that ends before it begins, such as 14–12 March.
//!
//! ## Why
//! “मेला 14 से 12 मार्च तक” is no stretch of time. Either the two are swapped, or one is wrong.
//!
//! ## Example
//! - ✗ मेला **14-12 मार्च** को लगेगा।
//! - ✓ मेला **12-14 मार्च** को लगेगा।
//! - ✗ कवि (**1945–1873**) की जयंती मनाई गई।
//!
//! ## What to do
//! Check with the source; the fix that is offered swaps the two. A range over the turn of the year (28 December to
//! 3 January) is in order.

use crate::newsroom::calendar::CalendarWord;
use crate::reading::time::{CalendarDate, Meaning, TimeExpression};
use crate::reading::{BlockView, Reading};
use crate::rules::{Applicability, Finding, Fix, Message, Place};
use crate::text::{Span, TokenKind};

const CODE: &str = "date/range";

/// Marks ranges that end before they begin.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let (times, view) = (&reading.blocks[block].times, reading.view(block));
    let text = reading.article.blocks[block].text();
    for (number, time) in times.iter().enumerate() {
        let swapped = match &time.meaning {
            Meaning::Range(from, to) => within(time, from, to, &view),
            Meaning::Date(from) => times.get(number + 1).and_then(|next| between(time, from, next, &view)),
            _ => None,
        };
        out.extend(swapped.map(|ends| finding(ends, block, text)));
    }
}

/// The two ends of a reversed range of days of one month, or of years.
fn within(
    time: &TimeExpression,
    from: &CalendarDate,
    to: &CalendarDate,
    view: &BlockView<'_>,
) -> Option<[Span; 2]> {
    if let (Some(first), Some(last)) = (in_full(from), in_full(to)) {
        let is_turned = first > last && !is_compared(view, time.tokens.end());
        return if is_turned { bare(from, to, time) } else { None };
    }
    if let (Some(first), Some(last)) = (from.day, to.day) {
        let is_one_month =
            from.month.is_none_or(|month| to.month.is_some_and(|other| other.value == month.value));
        let is_one_year = from.year.is_none() || to.year.is_none();
        if is_one_year && is_turned(from, to) {
            return Some([from.span()?, to.span()?]);
        }
        return (is_one_month && is_one_year && first.value > last.value).then_some([first.span, last.span]);
    }
    let (first, last) = (from.year?, to.year?);
    let is_in_years = from.month.is_none() && to.month.is_none() && time.span.overlaps(last.span);
    // “2011 से 2001 की तुलना”: only a dash or तक makes it a stretch
    let is_stretch = joined_by_dash(view, first.span, last.span) || follows(view, time, CalendarWord::Until);
    (is_in_years && is_stretch && first.value > last.value).then_some([first.span, last.span])
}

/// A date or month with its year, in the order of the calendar.
fn in_full(date: &CalendarDate) -> Option<(i16, i16, Option<i16>)> {
    Some((date.year?.value, date.month?.value, date.day.map(|day| day.value)))
}

/// Where the two dates of a range are written.
fn bare(from: &CalendarDate, to: &CalendarDate, time: &TimeExpression) -> Option<[Span; 2]> {
    let [first, last] = [from.span()?, to.span()?];
    time.span.overlaps(last).then_some([first, last])
}

/// Two dates or months with their years, joined by a dash, the later one first.
fn between(
    time: &TimeExpression,
    from: &CalendarDate,
    next: &TimeExpression,
    view: &BlockView<'_>,
) -> Option<[Span; 2]> {
    let to = next.date()?;
    let (first, last) = (in_full(from)?, in_full(to)?);
    let (end, behind) = (time.tokens.end(), next.tokens.end());
    let is_from = follows(view, time, CalendarWord::From) && !is_compared(view, behind);
    let is_joined = next.tokens.start() == time.tokens.end() + 1 && (is_dash(view, end) || is_from);
    let is_of_one_kind = first.2.is_some() == last.2.is_some();
    let bare =
        |date: &CalendarDate, whole: Span| if date.weekday.is_some() { Some(whole) } else { date.span() };
    (is_joined && is_of_one_kind && first > last)
        .then(|| Some([bare(from, time.span)?, bare(to, next.span)?]))
        .flatten()
}

/// Whether what stands at `at` makes of two dates a comparison: की तुलना में, से पहले.
fn is_compared(view: &BlockView<'_>, at: usize) -> bool {
    let key = |at: usize| view.word(at).map_or("", |word| &*word.key);
    matches!(key(at), "पहले" | "पूर्व" | "पीछे" | "ही")
        || matches!(
            key(at + 1),
            "तुलना"
                | "मुकाबले"
                | "बजाय"
                | "बजाए"
                | "पहले"
                | "पूर्व"
                | "बाद"
                | "अपेक्षा"
        )
}

/// Days of two months without a year that are most of a year apart: 20 मार्च से 15 फ़रवरी. A whole year (1 अप्रैल से
/// 31 मार्च) and the turn of the year are in order.
fn is_turned(from: &CalendarDate, to: &CalendarDate) -> bool {
    let (Some(first), Some(last)) = (from.month, to.month) else { return false };
    let (Some(first_day), Some(last_day)) = (from.day, to.day) else { return false };
    let is_whole_year = first_day.value == 1 && last_day.value >= 28 || last_day.value + 1 == first_day.value;
    let months = first.value - last.value;
    (1..=2).contains(&months) && !is_whole_year
}

fn is_dash(view: &BlockView<'_>, at: usize) -> bool {
    view.block.tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Mark('-' | '–' | '—')))
}

fn joined_by_dash(view: &BlockView<'_>, first: Span, last: Span) -> bool {
    let tokens = &view.block.tokens;
    let at = tokens.partition_point(|token| token.span.start < first.end);
    is_dash(view, at) && tokens.get(at + 1).is_some_and(|token| token.span == last)
}

fn follows(view: &BlockView<'_>, time: &TimeExpression, word: CalendarWord) -> bool {
    view.word(time.tokens.end()).is_some_and(|next| next.calendar == Some(word))
}

fn finding([first, last]: [Span; 2], block: usize, text: &str) -> Finding {
    let place = |span| Place { block, span };
    let (from, to) = (first.of(text), last.of(text));
    let message = Message::new(
        format!("अवधि उल्टी है: शुरू {from} पर, ख़त्म {to} पर। तारीख़ें जाँच लें।"),
        format!("the range is reversed: it begins with {from} and ends with {to}; check the dates"),
    );
    let between = Span { start: first.end, end: last.start }.of(text);
    let title = Message::new(
        format!("दोनों आपस में बदलें: “{to}{between}{from}”"),
        format!("swap the two: “{to}{between}{from}”"),
    );
    let edits = vec![(place(first), to.to_owned()), (place(last), from.to_owned())];
    let mut finding = Finding::new(CODE, place(first.to(last)), message);
    finding.fixes.push(Fix { title, applicability: Applicability::Suggested, edits: edits.into() });
    finding
}
