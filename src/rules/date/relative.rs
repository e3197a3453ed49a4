//! आज, कल या परसों, जिसके साथ वार नहीं लिखा।
//!
//! ## क्यों
//! ख़बर दूसरे दिन पढ़ी जाए तो “कल” का मतलब बदल जाता है। कुछ डेस्क इसलिए साथ में वार लिखते हैं। यह न्यूज़रूम की पसंद है, इसलिए नियम
//! पहले से बंद है; `vartani.toml` में चालू करें।
//!
//! ## उदाहरण
//! - ✗ बैठक **कल** होगी।
//! - ✓ बैठक कल (गुरुवार) होगी।
//! - ✓ बैठक गुरुवार को होगी।
//!
//! ## क्या करें
//! वार जोड़ें। ख़बर की तारीख़ पता हो तो उसी से वार सुझाया जाता है। उद्धरण के भीतर निशान नहीं लगता।
//! ---
//! आज, कल or परसों without the day of the week.
//!
//! ## Why
//! Read a day later, “कल” means another day. Some desks write the weekday with it. That is house style, so the rule is
//! off by default; turn it on in `vartani.toml`.
//!
//! ## Example
//! - ✗ बैठक **कल** होगी।
//! - ✓ बैठक कल (गुरुवार) होगी।
//! - ✓ बैठक गुरुवार को होगी।
//!
//! ## What to do
//! Add the weekday. Where the dateline tells the day, it is offered. The rule is silent inside quotations.

use crate::newsroom::calendar::weekday_name;
use crate::reading::time::Meaning;
use crate::reading::{Reading, TimeMention};
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::Span;

const CODE: &str = "date/relative";

/// Marks days told by their distance alone.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let times = reading.times_in(block);
    for (number, time) in times.iter().enumerate() {
        let next = times.get(number + 1);
        if matches!(time.expression.meaning, Meaning::Near(_)) && !is_explained(time, next) {
            out.extend(finding(reading, time));
        }
    }
}

/// Whether a weekday or date follows: कल (गुरुवार), आज 12 मार्च को.
fn is_explained(time: &TimeMention, next: Option<&TimeMention>) -> bool {
    next.is_some_and(|next| {
        let gap = next.expression.tokens.start().checked_sub(time.expression.tokens.end());
        gap.is_some_and(|gap| gap <= 2) && next.expression.date().is_some()
    })
}

fn finding(reading: &Reading<'_>, time: &TimeMention) -> Option<Finding> {
    let text = reading.article.blocks[time.block].text();
    let span = time.expression.span;
    if reading.view(time.block).is_quoted(time.expression.tokens.start()) {
        return None;
    }
    // The clock behind the word is no part of it: कल शाम 5 बजे
    let word = span.of(text).split_whitespace().next()?;
    let span = Span { end: span.start + word.len() as u32, ..span };
    let message = Message::new(
        format!("“{word}” के साथ वार नहीं है: अगले दिन पढ़ने पर मतलब बदल जाएगा। वार जोड़ें।"),
        format!("“{word}” has no weekday: read a day later it means another day; add the weekday"),
    );
    let place = Place { block: time.block, span };
    let finding = Finding::new(CODE, place, message);
    Some(match time.date {
        Some(day) => {
            let weekday = weekday_name(day.weekday().to_monday_one_offset());
            finding.replace_with(format!("{word} ({weekday})"), Applicability::Suggested)
        }
        None => finding,
    })
}
