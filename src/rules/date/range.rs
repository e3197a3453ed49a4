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
//! स्रोत से मिलाएँ; सुझाया गया सुधार दोनों को अदल-बदल देता है। साल बदलने वाली अवधि (28 दिसंबर से 3 जनवरी) ठीक है।
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
use crate::rules::{Finding, Fix, Message, Place};
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
    if let (Some(first), Some(last)) = (from.day, to.day) {
        let is_one_month =
            from.month.is_none_or(|month| to.month.is_some_and(|other| other.value == month.value));
        let is_one_year = from.year.is_none() || to.year.is_none();
        return (is_one_month && is_one_year && first.value > last.value).then_some([first.span, last.span]);
    }
    let (first, last) = (from.year?, to.year?);
    let is_in_years = from.month.is_none() && to.month.is_none() && time.span.overlaps(last.span);
    // “2011 से 2001 की तुलना”: only a dash or तक makes it a stretch
    let is_stretch = joined_by_dash(view, first.span, last.span) || follows(view, time, CalendarWord::Until);
    (is_in_years && is_stretch && first.value > last.value).then_some([first.span, last.span])
}

/// Two full dates, one directly behind the other with a dash between, the later one first.
fn between(
    time: &TimeExpression,
    from: &CalendarDate,
    next: &TimeExpression,
    view: &BlockView<'_>,
) -> Option<[Span; 2]> {
    let to = next.date()?;
    let full = |date: &CalendarDate| Some((date.year?.value, date.month?.value, date.day?.value));
    let is_dash = next.tokens.0 == time.tokens.1 + 1 && is_dash(view, time.tokens.1 as usize);
    (is_dash && full(from)? > full(to)?).then_some([time.span, next.span])
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
    view.word(time.tokens.1 as usize).is_some_and(|next| next.calendar == Some(word))
}

fn finding([first, last]: [Span; 2], block: usize, text: &str) -> Finding {
    let place = |span| Place { block, span };
    let (from, to) = (first.of(text), last.of(text));
    let message = Message::new(
        format!("अवधि {from} से शुरू होकर उससे पहले, {to} पर ख़त्म होती है। तारीख़ें मिला लें।"),
        format!("the range begins with {from} and ends before that, with {to}; check the dates"),
    );
    let title = Message::new(format!("“{to}” और “{from}” की जगह बदलें"), format!("swap “{from}” and “{to}”"));
    let edits = vec![(place(first), to.to_owned()), (place(last), from.to_owned())];
    let mut finding = Finding::new(CODE, place(first.to(last)), message);
    finding.fixes.push(Fix { title, safe: false, edits });
    finding
}
