//! In which of several ways an article writes its digits, dates and quotation marks, in the words of `vartani.toml`.

use super::date::form::{LONG, MONTH_FIRST, SHORT, WORDS, form_of_date, form_of_years};
use super::text::digits::numbers;
use crate::reading::BlockView;
use crate::reading::time::TimeExpression;
use crate::text::Span;

/// Calls `each` with every number, date and quotation mark of a block: with the key and the value of `vartani.toml` that it
/// is written by, such as `text.digits` and `ascii`, and with its place.
pub(crate) fn each_habit(
    view: &BlockView<'_>,
    times: &[TimeExpression],
    mut each: impl FnMut(&'static str, &'static str, Span),
) {
    for (at, is_ascii) in numbers(view) {
        each("text.digits", if is_ascii { "ascii" } else { "devanagari" }, view.block.tokens[at].span);
    }
    for (at, mark) in view.block.text().char_indices() {
        let value = match mark {
            '“' | '”' => "curly",
            '"' => "straight",
            _ => continue,
        };
        each("text.quotes", value, Span::new(at, at + mark.len_utf8()));
    }
    for time in times {
        if let Some((side, _)) = form_of_date(view, time) {
            let value = match side {
                WORDS => "day-month",
                MONTH_FIRST => "month-day",
                _ => "figures",
            };
            each("date.form", value, time.span);
        }
        match form_of_years(view, time) {
            Some((SHORT, _)) => each("date.years", "short", time.span),
            Some((LONG, _)) => each("date.years", "long", time.span),
            _ => {}
        }
    }
}
