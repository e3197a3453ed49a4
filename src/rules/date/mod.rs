//! Rules about dates.

use jiff::civil::Weekday;

use super::finding::edited;
use super::{Applicability, Finding, Message, Place};
use crate::newsroom::calendar::month_name;
use crate::reading::time::CalendarDate;
use crate::text::{Span, letters};

pub(super) mod contradiction;
pub(super) mod duration;
pub(super) mod fiscal_year;
pub(super) mod form;
pub(super) mod impossible;
pub(super) mod observance;
pub(super) mod range;
pub(super) mod relative;
pub(super) mod tense;
pub(super) mod time;
pub(super) mod weekday;

/// Offers another day of the year for a date, in the form in which it is written: `31/04/2014` becomes
/// `30/04/2014`, `३१ अप्रैल` becomes `३० अप्रैल`.
fn move_to(finding: Finding, block: usize, prose: &str, date: &CalendarDate, day: (i16, i16)) -> Finding {
    match edits_to_move(prose, date, day) {
        Some((shown, edits)) => {
            finding.fix_within(Place { block, span: shown }, prose, edits, Applicability::Suggested)
        }
        None => finding,
    }
}

/// Where day and month are written, and the edits that make another day of them.
fn edits_to_move(
    prose: &str,
    date: &CalendarDate,
    (month, day): (i16, i16),
) -> Option<(Span, Vec<(Span, String)>)> {
    let (Some(shown), Some(old_day), Some(old_month)) = (date.span(), date.day, date.month) else {
        return None;
    };
    let is_padded = [old_day, old_month].iter().any(|part| part.span.of(prose).starts_with(['0', '०']));
    let figures = |number: i16, written: &str| {
        let ascii = if is_padded { format!("{number:02}") } else { number.to_string() };
        letters::in_digits_of(written, &ascii)
    };
    let mut edits = Vec::new();
    if old_day.value != day {
        edits.push((old_day.span, figures(day, old_day.span.of(prose))));
    }
    let written = old_month.span.of(prose);
    if old_month.value != month {
        let is_word = written.chars().any(char::is_alphabetic);
        let name = month_name(month as i8).to_owned();
        edits.push((old_month.span, if is_word { name } else { figures(month, written) }));
    }
    Some((shown, edits))
}

/// How a date reads when another day has been made of it.
fn moved_text(prose: &str, date: &CalendarDate, day: (i16, i16)) -> String {
    edits_to_move(prose, date, day).map_or_else(String::new, |(shown, edits)| edited(shown, prose, &edits))
}

/// The finding with another title for its last fix.
fn titled(mut finding: Finding, title: Message) -> Finding {
    if let Some(fix) = finding.fixes.last_mut() {
        fix.title = title;
    }
    finding
}

/// The English name of a weekday, 1 (Monday) to 7.
fn english_weekday(weekday: i16) -> &'static str {
    match Weekday::from_monday_one_offset(weekday as i8) {
        Ok(Weekday::Monday) => "Monday",
        Ok(Weekday::Tuesday) => "Tuesday",
        Ok(Weekday::Wednesday) => "Wednesday",
        Ok(Weekday::Thursday) => "Thursday",
        Ok(Weekday::Friday) => "Friday",
        Ok(Weekday::Saturday) => "Saturday",
        _ => "Sunday",
    }
}
