//! Days, months and years in the orders Hindi papers print them.
//!
//! ```text
//! date     = weekday sep? monthday | monthday sep? weekday | monthday | weekday
//! monthday = day month year? | month day year? | month year | month year? (की) day तारीख़ | day तारीख़ | figures
//! sep      = "," | "(" … ")" | "-" | "–" | "यानी" | "(के) दिन"
//! ```

use jiff::civil::Date;

use super::words::{Read, Words};
use super::{CalendarDate, Part, number, numeric_date, year};
use crate::newsroom::calendar::{CalendarWord, Unit};
use crate::text::TokenKind;

/// The greatest number that is taken for a day of a month, existing or not.
const LAST_DAY: u32 = 39;

/// A date with or without its weekday, or a weekday.
pub(super) fn date(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    if let Some(found) = after_short_weekday(words, at).or_else(|| short_weekday(words, at)) {
        return Some(found);
    }
    if let Some(weekday) = words.weekday(at) {
        let bare = CalendarDate { weekday: Some(weekday), ..CalendarDate::default() };
        let beside = after_separator(words, at + 1).and_then(|at| month_day(words, at));
        let Some((date, end)) = beside.filter(|(date, _)| date.day.is_some()) else {
            return Some((bare, at + 1));
        };
        return Some((CalendarDate { weekday: Some(weekday), ..date }, close_bracket(words, at + 1, end)));
    }
    let (date, end) = month_day(words, at)?;
    let beside = weekday_after(words, end).filter(|_| date.is_day_of_month());
    let Some((weekday, behind)) = beside else { return Some((date, end)) };
    Some((CalendarDate { weekday: Some(weekday), ..date }, behind))
}

/// A weekday cut short by itself, with its dot and को: बुध. को.
fn short_weekday(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    let Some(CalendarWord::ShortWeekday(weekday)) = words.calendar(at) else { return None };
    let end = words.past_dot(at + 1);
    let weekday = Some(words.part(at, i16::from(weekday)));
    (end > at + 1 && words.is(end, CalendarWord::On))
        .then_some((CalendarDate { weekday, ..CalendarDate::default() }, end))
}

/// A date behind a weekday cut short: बुध., 12 मार्च; (सोम, 10 मार्च). Without a dot or a bracket it may be a name.
fn after_short_weekday(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    let Some(CalendarWord::ShortWeekday(weekday)) = words.calendar(at) else { return None };
    let end = words.past_dot(at + 1);
    let is_enclosed = at > 0 && matches!(words.mark(at - 1), Some('(' | '['));
    let (date, behind) = month_day(words, after_separator(words, end)?)?;
    let is_short = end > at + 1 || is_enclosed;
    (is_short && date.is_day_of_month())
        .then(|| (CalendarDate { weekday: Some(words.part(at, i16::from(weekday))), ..date }, behind))
}

/// The weekday beside the date that ends at `end`.
fn weekday_after(words: Words<'_>, end: usize) -> Read<Part> {
    let next = after_separator(words, end)?;
    // 15 और 16 मार्च (शनिवार-रविवार): each has its own
    let is_of_several = words.is_dash(next + 1) || words.is(next + 1, CalendarWord::And);
    if is_of_several && words.weekday(next).is_some() && words.weekday(next + 2).is_some() {
        return None;
    }
    if let Some(weekday) = words.weekday(next)
        && !is_of_the_next_date(words, next)
    {
        return Some((weekday, close_bracket(words, end, next + 1)));
    }
    let Some(CalendarWord::ShortWeekday(weekday)) = words.calendar(next) else {
        // 15 अगस्त को शुक्रवार है
        let weekday = words.weekday(end + 1).filter(|_| words.is(end, CalendarWord::On))?;
        let says_so =
            matches!(words.key(end + 2), "है" | "था" | "होगा" | "पड़" | "पड़ता" | "पडेगा" | "पड" | "पडता");
        return says_so.then_some((weekday, end + 2));
    };
    let behind = words.past_dot(next + 1);
    let is_enclosed = words.mark(end) == Some('(') && words.mark(behind) == Some(')');
    // 12 मार्च, बुध. को
    let is_short = behind > next + 1 && words.mark(end) == Some(',') && words.calendar(behind).is_some();
    if is_short {
        return Some((words.part(next, i16::from(weekday)), behind));
    }
    is_enclosed.then(|| (words.part(next, i16::from(weekday)), behind + 1))
}

/// Whether the weekday at `at` goes with a date after it, which has no weekday of its own behind it.
fn is_of_the_next_date(words: Words<'_>, at: usize) -> bool {
    let Some((date, end)) = after_separator(words, at + 1).and_then(|at| month_day(words, at)) else {
        return false;
    };
    date.day.is_some() && after_separator(words, end).and_then(|at| words.weekday(at)).is_none()
}

/// Past a comma, an opening bracket, a dash or a linking word.
fn after_separator(words: Words<'_>, at: usize) -> Option<usize> {
    if words.is(at, CalendarWord::ThatIs) || words.is(at, CalendarWord::Unit(Unit::Day)) {
        return Some(at + 1);
    }
    if words.is(at, CalendarWord::Of) && words.is(at + 1, CalendarWord::Unit(Unit::Day)) {
        return Some(at + 2);
    }
    match words.view.block.tokens.get(at)?.kind {
        TokenKind::Mark(',') => {
            Some(words.past(words.past(at + 1, CalendarWord::ThatIs), CalendarWord::Unit(Unit::Day)))
        }
        TokenKind::Mark('(' | '[' | '-' | '–' | '—') => Some(at + 1),
        _ => Some(at),
    }
}

/// Past the bracket that closes what `after_separator` opened at `opened`.
fn close_bracket(words: Words<'_>, opened: usize, end: usize) -> usize {
    let closes =
        matches!((words.mark(opened), words.mark(end)), (Some('('), Some(')')) | (Some('['), Some(']')));
    if closes { end + 1 } else { end }
}

/// The day of a month at `at`: 12, बारह, पहली; 40 and more are no days.
pub(super) fn day(words: Words<'_>, at: usize) -> Read<Part> {
    // ट्रेन 12 is its number, ट्रेन 12 मार्च को is not
    if words.is_tail(at) || (words.is_numbered(at) && !is_day_of(words, at)) {
        return None;
    }
    if let Some((ordinal, end)) = number::ordinal(words, at) {
        let is_day = (1..=31).contains(&ordinal.value) && !words.is(at, CalendarWord::Ago);
        return is_day.then_some((ordinal, end));
    }
    let value = match words.calendar(at) {
        Some(CalendarWord::Number(number)) => u32::from(number.unsigned_abs()),
        Some(_) => return None,
        None => words.figure(at).filter(|&(_, digits)| digits <= 2)?.0,
    };
    (1..=LAST_DAY).contains(&value).then(|| (words.part(at, value as i16), at + 1))
}

/// Whether the number at `at` is a day that the month behind it has.
fn is_day_of(words: Words<'_>, at: usize) -> bool {
    let Some((month, (day, _))) = month(words, at + 1).zip(words.figure(at)) else { return false };
    Date::new(2024, month.value as i8, i8::try_from(day).unwrap_or(0)).is_ok()
}

/// The month named at `at`.
pub(super) fn month(words: Words<'_>, at: usize) -> Option<Part> {
    match words.calendar(at)? {
        CalendarWord::Month(month) => Some(words.part(at, i16::from(month))),
        _ => None,
    }
}

/// A month after a day, also one cut short (12 सित. 2020).
fn month_after_day(words: Words<'_>, at: usize) -> Read<Part> {
    if let Some(month) = month(words, at) {
        return Some((month, at + 1));
    }
    let Some(CalendarWord::ShortMonth(month)) = words.calendar(at) else { return None };
    let end = words.past_dot(at + 1);
    // 22-अक्टू-2018
    let dash = usize::from(words.is_dash(end) && words.is_glued(end) && words.is_glued(end + 1));
    let is_short = end > at + 1 || year::figure(words, end + dash).is_some();
    is_short.then(|| (words.part(at, i16::from(month)), end))
}

/// A month before a day, also one cut short (अक्टू. 2).
pub(super) fn month_before_day(words: Words<'_>, at: usize) -> Read<Part> {
    if let Some(month) = month(words, at) {
        return Some((month, at + 1));
    }
    let Some(CalendarWord::ShortMonth(month)) = words.calendar(at) else { return None };
    let end = words.past_dot(at + 1);
    (end > at + 1 && words.is_figure(end)).then(|| (words.part(at, i16::from(month)), end))
}

/// Whether a quotation that is nothing but day and month begins at `at`: the film ‘31 जून’.
fn is_title(words: Words<'_>, at: usize) -> bool {
    let quote = |at: usize| matches!(words.mark(at), Some('‘' | '’' | '“' | '”' | '"' | '\''));
    at > 0 && quote(at - 1) && quote(at + 2)
}

/// Day, month and year; month and year; a day by its number; or a date in figures.
pub(super) fn month_day(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    if is_title(words, at) {
        return None;
    }
    if words.is(at, CalendarWord::DayNumber) && words.is_figure(at + 1) {
        // आख़िरी तारीख़ 30 अप्रैल: the date is what follows
        let is_named = matches!(words.before(at), Some(CalendarWord::Ordinal(_)));
        return if is_named { None } else { month_day(words, at + 1) };
    }
    if words.is_figure(at)
        && !words.is_tail(at)
        && !words.is_numbered(at)
        && let Some(found) = numeric_date::date(words, at).or_else(|| numeric_date::day_month(words, at))
    {
        return Some(found);
    }
    day_month(words, at).or_else(|| month_first(words, at))
}

fn day_month(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    let (day, next) = day(words, at)?;
    if words.is(next, CalendarWord::DayNumber) && !words.is(at, CalendarWord::Ordinal(-1)) {
        // मुहर्रम की 10 तारीख़
        if words.is_of_another_month(at) {
            return None;
        }
        return Some((CalendarDate { day: Some(day), ..CalendarDate::default() }, next + 1));
    }
    let dash = usize::from(words.is_dash(next) && words.is_glued(next) && words.is_glued(next + 1));
    let (month, end) = month_after_day(words, next + dash)?;
    if is_of_meals(words, end) {
        return None;
    }
    let (year, end) = year_after(words, end);
    Some((CalendarDate { day: Some(day), month: Some(month), year, ..CalendarDate::default() }, end))
}

/// A year at `at`, after a comma, a dash or सन if there is one; and the token after it.
fn year_after(words: Words<'_>, at: usize) -> (Option<Part>, usize) {
    let comma = matches!(words.mark(at), Some(',' | '-' | '–'));
    let mut place = if comma { at + 1 } else { at };
    if words.is(place, CalendarWord::YearWord) || words.is(place, CalendarWord::Unit(Unit::Year)) {
        place += 1;
    }
    if let Some(year) = year::figure(words, place).filter(|_| !starts_range(words, place)) {
        return (Some(year), place + 1);
    }
    match year::in_words_of_date(words, place) {
        Some((year, end)) if !comma => (Some(year), end),
        _ => (None, at),
    }
}

/// Whether the year at `at` is the first of two: मार्च 2019-20.
fn starts_range(words: Words<'_>, at: usize) -> bool {
    words.is_dash(at + 1)
        && words.is_glued(at + 1)
        && words.is_glued(at + 2)
        && words.is_figure(at + 2)
        && numeric_date::date(words, at).is_none()
        && words.figure(at + 2).is_some_and(|(_, digits)| digits == 2)
        && month(words, at + 3).is_none()
}

fn month_first(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    let (month, behind_month) = month_before_day(words, at)?;
    let with =
        |day, year| CalendarDate { day: Some(day), month: Some(month), year, ..CalendarDate::default() };
    let next = words.past(behind_month, CalendarWord::Unit(Unit::Month));
    // मार्च (महीने) की 5 तारीख़, अप्रैल की 22 को
    let of = words.past(next, CalendarWord::Of);
    if let Some((day, end)) = day(words, of) {
        if words.is(end, CalendarWord::DayNumber) {
            return Some((with(day, None), end + 1));
        }
        if of > next && day.value <= 31 && words.key(of - 1) == "की" && words.key(end) == "को" {
            return Some((with(day, None), end));
        }
    }
    if next == behind_month
        && !words.is_glued(next)
        && let Some((day, end)) = day(words, next)
        && (words.is_figure(next) || words.is(end, CalendarWord::On))
    {
        if let (Some(year), end) = year_after(words, end) {
            return Some((with(day, Some(year)), end));
        }
        let is_closed = words.is_closed(end) && !words.is_dash(end) && !words.goes_on_in_figures(end);
        let is_of_it = words.is(end, CalendarWord::Of) && words.calendar(end + 1).is_none();
        if day.value <= 31 && (is_closed || is_of_it) {
            return Some((with(day, None), end));
        }
    }
    let (Some(year), end) = year_after(words, next) else { return None };
    // जनवरी 2016 की 12 तारीख
    if words.is(end, CalendarWord::Of)
        && let Some((day, behind)) = day(words, end + 1)
        && words.is(behind, CalendarWord::DayNumber)
    {
        return Some((with(day, Some(year)), behind + 1));
    }
    Some((CalendarDate { month: Some(month), year: Some(year), ..CalendarDate::default() }, end))
}

/// A month without day or year, where the words around it say that it is no march and no name.
pub(super) fn bare_month(words: Words<'_>, at: usize) -> Read<CalendarDate> {
    let month = month(words, at)?;
    let end = words.past_month_word(at + 1);
    let is_named = end > at + 1 || stands_alone(words, at, end) || is_edge_beside(words, at, end);
    let is_march = month.value == 3 && end == at + 1 && is_a_march(words, at);
    let date = CalendarDate { month: Some(month), ..CalendarDate::default() };
    (is_named && !is_march && !is_of_meals(words, end)).then_some((date, end))
}

/// Whether one end of the month or its middle stands beside it without a postposition: मध्य अगस्त, मार्च अंत तक.
fn is_edge_beside(words: Words<'_>, at: usize, end: usize) -> bool {
    let is_mid = at > 0 && words.key(at - 1) == "मध्य" && words.is(at - 1, CalendarWord::Edge);
    let is_before = is_mid && words.calendar(end).is_some();
    let is_behind = words.is_edge(end)
        && matches!(
            words.calendar(end + 1),
            Some(CalendarWord::In | CalendarWord::Until | CalendarWord::From)
        );
    is_before || is_behind
}

/// दो जून की रोटी: two meals a day.
fn is_of_meals(words: Words<'_>, end: usize) -> bool {
    words.is(end, CalendarWord::Of) && words.is(end + 1, CalendarWord::Meal)
}

fn stands_alone(words: Words<'_>, at: usize, end: usize) -> bool {
    let is_name = at > 0
        && words.view.word(at - 1).is_some_and(|word| word.per_million == 0.0 && word.calendar.is_none());
    let follows = matches!(
        words.calendar(end),
        Some(CalendarWord::In | CalendarWord::Of | CalendarWord::From | CalendarWord::Until)
    );
    let is_in_list = words.is(end, CalendarWord::And) && month(words, end + 1).is_some();
    (follows || is_in_list) && !is_name
}

/// Whether मार्च at `at` is a march: after its kind, after a postposition, or where one takes part in it.
fn is_a_march(words: Words<'_>, at: usize) -> bool {
    let is_end = words.is_edge(at + 2) || words.is(at + 2, CalendarWord::Ordinal(-1));
    let is_plainly_a_month = words.is(at + 1, CalendarWord::Of) && is_end
        || words.is(at + 1, CalendarWord::And) && month(words, at + 2).is_some()
        || is_edge_beside(words, at, at + 1);
    let follows_kind = match words.before(at) {
        _ if is_plainly_a_month => false,
        Some(CalendarWord::March | CalendarWord::Number(_) | CalendarWord::Ordinal(_)) => true,
        Some(CalendarWord::Shift(_) | CalendarWord::And | CalendarWord::Until | CalendarWord::Vala) => false,
        Some(CalendarWord::Of | CalendarWord::In) => true,
        _ => {
            at > 0
                && words
                    .view
                    .word(at - 1)
                    .is_some_and(|word| word.calendar.is_none() && !is_particle(&word.key))
        }
    };
    follows_kind || matches!(words.key(at + 2), "शामिल" | "हिस्सा" | "भाग" | "दौरान")
}

/// Small words that say nothing of the word after them.
fn is_particle(key: &str) -> bool {
    matches!(
        key,
        "कि" | "ने"
            | "तो"
            | "ही"
            | "भी"
            | "जो"
            | "है"
            | "हैं"
            | "था"
            | "थे"
            | "लेकिन"
            | "जब"
            | "वह"
            | "यह"
            | "वे"
    )
}
