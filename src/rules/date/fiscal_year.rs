//! वित्त वर्ष एक साल का नहीं है, जैसे वित्त वर्ष 2024-26।
//!
//! ## क्यों
//! वित्त वर्ष अप्रैल से अगले साल के मार्च तक चलता है: 2024 में शुरू हुआ तो 2025 में ख़त्म होगा।
//!
//! ## उदाहरण
//! - ✗ **वित्त वर्ष 2024-26** में आय बढ़ी।
//! - ✓ **वित्त वर्ष 2024-25** में आय बढ़ी।
//! - ✓ **वित्त वर्ष 2024-25** और **2025-26** में आय बढ़ी।
//!
//! ## क्या करें
//! दोनों में से एक साल सुधारें; दोनों सुधार सुझाए जाते हैं। पाँच साल की योजना जैसी लंबी अवधि पर निशान नहीं लगता।
//! ---
//! A fiscal year that is not one year, such as 2024-26.
//!
//! ## Why
//! The fiscal year runs from April to March of the next year: one that began in 2024 ends in 2025.
//!
//! ## Example
//! - ✗ **वित्त वर्ष 2024-26** में आय बढ़ी।
//! - ✓ **वित्त वर्ष 2024-25** में आय बढ़ी।
//! - ✓ **वित्त वर्ष 2024-25** और **2025-26** में आय बढ़ी।
//!
//! ## What to do
//! Correct one of the two years; both fixes are offered. The rule is silent on longer periods, such as those of a
//! five-year plan.

use crate::reading::Reading;
use crate::reading::time::{Era, Meaning, Part, TimeExpression};
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::letters;

const CODE: &str = "date/fiscal-year";

/// More years than this are a period on purpose.
const SLIP: i16 = 2;

/// Marks fiscal years that do not end in the year after they begin.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let text = reading.article.blocks[block].text();
    out.extend(reading.blocks[block].times.iter().filter_map(|time| finding(time, block, text)));
}

fn finding(time: &TimeExpression, block: usize, text: &str) -> Option<Finding> {
    let Meaning::Era(Era::Fiscal(from, to)) = time.meaning else { return None };
    if to.value == from.value + 1 || to.value > from.value + SLIP {
        return None;
    }
    let message = Message::new(
        format!(
            "वित्त वर्ष {}-{} होता है, {} नहीं। कोई एक साल सुधारें।",
            from.value,
            as_written(from.value + 1, to, text),
            from.span.to(to.span).of(text)
        ),
        format!(
            "a fiscal year is {}-{}, not {}; correct one of the years",
            from.value,
            as_written(from.value + 1, to, text),
            from.span.to(to.span).of(text)
        ),
    );
    let place = |span| Place { block, span };
    let years = place(from.span.to(to.span));
    Some(
        Finding::new(CODE, Place { block, span: time.span }, message)
            .fix_within(
                years,
                text,
                vec![(to.span, as_written(from.value + 1, to, text))],
                Applicability::Suggested,
            )
            .fix_within(
                years,
                text,
                vec![(from.span, as_written(to.value - 1, from, text))],
                Applicability::Suggested,
            ),
    )
}

/// A year with as many digits, and in the script, of the one it replaces.
fn as_written(year: i16, replaced: Part, text: &str) -> String {
    let written = replaced.span.of(text);
    let full = format!("{year:04}");
    let digits = if written.chars().count() == 2 { &full[2..] } else { &full };
    letters::in_digits_of(written, digits)
}
