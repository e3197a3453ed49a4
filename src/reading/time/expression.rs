//! The grammar of dates: day, month, year and weekday in the orders Hindi papers print them.
//!
//! ```text
//! date     = weekday sep? monthday | monthday sep? weekday | monthday | weekday
//! monthday = day "-" day month year? | day month year? | month day? year | numeric
//! numeric  = day [./-] month [./-] year | year "-" month "-" day
//! sep      = "," | "(" … ")" | "-" | "–" | "यानी" | "दिन"
//! ```

use crate::newsroom::calendar::CalendarWord;
use crate::reading::block::BlockView;
use crate::text::{Span, TokenKind, letters};

/// A value and where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The value.
    pub value: i16,
    /// Where it is written.
    pub span: Span,
}

/// An expression of time as it is written: any day of any month may stand there, existing or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeExpression {
    /// All of it.
    pub span: Span,
    /// The first and last token, as a half-open range.
    pub tokens: (u32, u32),
    /// The day of the week, 1 (Monday) to 7.
    pub weekday: Option<Part>,
    /// The first day of a range of days (the 12 of 12–14 मार्च).
    pub from_day: Option<Part>,
    /// The day of the month.
    pub day: Option<Part>,
    /// The month, 1 to 12 in words; any number in figures.
    pub month: Option<Part>,
    /// The year.
    pub year: Option<Part>,
}

impl TimeExpression {
    /// The day, month and year without the weekday.
    pub fn date_span(&self) -> Option<Span> {
        [self.from_day, self.day, self.month, self.year]
            .into_iter()
            .flatten()
            .map(|part| part.span)
            .reduce(Span::to)
    }
}

/// The expressions of time in a block, from left to right.
pub fn find(view: &BlockView<'_>) -> Vec<TimeExpression> {
    let mut out: Vec<TimeExpression> = Vec::new();
    let mut at = 0;
    while at < view.block.tokens.len() {
        match expression(view, at) {
            Some((found, end)) => {
                out.push(found);
                at = end;
            }
            None => at += 1,
        }
    }
    out
}

/// An expression that begins at token `at`, and the token after it.
fn expression(view: &BlockView<'_>, at: usize) -> Option<(TimeExpression, usize)> {
    if let Some(weekday) = weekday(view, at) {
        let after = at + 1;
        if let Some((date, end)) = after_separator(view, after).and_then(|at| month_day(view, at)) {
            let end = close_bracket(view, after, end);
            return Some((finish(view, at, end, TimeExpression { weekday: Some(weekday), ..date }), end));
        }
        return Some((
            finish(view, at, after, TimeExpression { weekday: Some(weekday), ..Default::default() }),
            after,
        ));
    }
    let (date, end) = month_day(view, at)?;
    if date.day.is_some()
        && let Some(next) = after_separator(view, end)
        && let Some(weekday) = weekday(view, next)
        && !is_of_the_next_date(view, next)
    {
        let end = close_bracket(view, end, next + 1);
        return Some((finish(view, at, end, TimeExpression { weekday: Some(weekday), ..date }), end));
    }
    Some((finish(view, at, end, date), end))
}

/// Whether the weekday at `at` goes with a date after it, which has no weekday of its own behind it.
fn is_of_the_next_date(view: &BlockView<'_>, at: usize) -> bool {
    let Some((_, end)) = after_separator(view, at + 1).and_then(|at| month_day(view, at)) else {
        return false;
    };
    after_separator(view, end).and_then(|at| weekday(view, at)).is_none()
}

fn finish(view: &BlockView<'_>, start: usize, end: usize, expression: TimeExpression) -> TimeExpression {
    let tokens = &view.block.tokens;
    TimeExpression {
        span: tokens[start].span.to(tokens[end - 1].span),
        tokens: (start as u32, end as u32),
        ..expression
    }
}

/// Past a comma, an opening bracket, a dash or a linking word.
fn after_separator(view: &BlockView<'_>, at: usize) -> Option<usize> {
    let links = |at: usize| view.word(at).is_some_and(|word| matches!(&*word.key, "दिन" | "यानी" | "यानि"));
    match view.block.tokens.get(at)?.kind {
        TokenKind::Mark(',' | '(' | '-' | '–' | '—') => Some(at + 1),
        _ if links(at) => Some(at + 1),
        _ => Some(at),
    }
}

/// Past the bracket that closes what `after_separator` opened at `opened`.
fn close_bracket(view: &BlockView<'_>, opened: usize, end: usize) -> usize {
    if view.is_mark(opened, '(') && view.is_mark(end, ')') { end + 1 } else { end }
}

fn weekday(view: &BlockView<'_>, at: usize) -> Option<Part> {
    match view.word(at)?.calendar? {
        CalendarWord::Weekday(day) => Some(part(view, at, i16::from(day))),
        CalendarWord::Month(_) => None,
    }
}

fn month(view: &BlockView<'_>, at: usize) -> Option<Part> {
    match view.word(at)?.calendar? {
        CalendarWord::Month(month) => Some(part(view, at, i16::from(month))),
        CalendarWord::Weekday(_) => None,
    }
}

fn part(view: &BlockView<'_>, at: usize, value: i16) -> Part {
    Part { value, span: view.block.tokens[at].span }
}

/// A number of one or two digits that stands by itself: no fraction, no score, no thousands.
fn day(view: &BlockView<'_>, at: usize) -> Option<Part> {
    let value = number(view, at, 1..=2)?;
    (1..40).contains(&value).then(|| part(view, at, value))
}

fn number(view: &BlockView<'_>, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    let token = view.block.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    let text = view.block.word(*token);
    let fits = digits.contains(&text.chars().count());
    fits.then(|| letters::number(text)).flatten().and_then(|value| i16::try_from(value).ok())
}

fn year(view: &BlockView<'_>, at: usize) -> Option<Part> {
    let value = number(view, at, 4..=4)?;
    let goes_on =
        view.is_glued(at + 1) && !view.block.tokens[at + 1].is_mark(',') && has_digit_after(view, at + 1);
    ((1000..=2200).contains(&value) && !goes_on).then(|| part(view, at, value))
}

/// Whether a mark at `at` joins the number before it to a number after it: 2,500; 12.5; 3-2.
fn has_digit_after(view: &BlockView<'_>, at: usize) -> bool {
    let joins = matches!(view.block.tokens[at].kind, TokenKind::Mark('.' | ',' | '/' | ':'));
    joins && view.is_glued(at + 1) && view.block.tokens[at + 1].kind == TokenKind::Number
}

/// Whether the number at `at` is the tail of a longer figure: the 13 of 2.13, 1,013 or ₹13.
fn is_tail(view: &BlockView<'_>, at: usize) -> bool {
    view.is_glued(at)
        && matches!(view.block.tokens[at - 1].kind, TokenKind::Mark('.' | ',' | '/' | ':' | '₹' | '$' | '#'))
}

/// Words before a number that it numbers: वार्ड 31, धारा 30.
const NUMBERED: &[&str] = &[
    "वार्ड",
    "सेक्टर",
    "संख्या",
    "नंबर",
    "क्रमांक",
    "धारा",
    "अनुच्छेद",
    "कमरा",
    "गेट",
    "प्लेटफार्म",
    "पेज",
    "पृष्ठ",
    "बस",
    "फेज",
    "खंड",
    "ब्लाक",
    "ब्लॉक",
];

/// Whether the number at `at` is a number of something.
fn is_numbered(view: &BlockView<'_>, at: usize) -> bool {
    view.word_before(at).is_some_and(|word| NUMBERED.contains(&&*word.key))
}

/// Whether a quotation that is nothing but day and month begins at `at`: the film ‘31 जून’.
fn is_title(view: &BlockView<'_>, at: usize) -> bool {
    let quote = |at: usize| {
        view.block
            .tokens
            .get(at)
            .is_some_and(|t| matches!(t.kind, TokenKind::Mark('‘' | '’' | '“' | '”' | '"' | '\'')))
    };
    at > 0 && quote(at - 1) && quote(at + 2)
}

/// Day, month and year; month and year; or a date in figures.
fn month_day(view: &BlockView<'_>, at: usize) -> Option<(TimeExpression, usize)> {
    if is_tail(view, at) || is_numbered(view, at) || is_title(view, at) {
        return None;
    }
    day_month(view, at).or_else(|| month_first(view, at)).or_else(|| figures(view, at))
}

fn day_month(view: &BlockView<'_>, at: usize) -> Option<(TimeExpression, usize)> {
    let first = day(view, at)?;
    let (from_day, day, next) = match day_range(view, at) {
        Some((last, next)) => (Some(first), last, next),
        None => (None, first, at + 1),
    };
    let month = month(view, next)?;
    let (year, end) = year_after(view, next + 1);
    Some((TimeExpression { from_day, day: Some(day), month: Some(month), year, ..Default::default() }, end))
}

/// The last day of `12-14 मार्च` or `12 से 14 मार्च`, and the token after it.
fn day_range(view: &BlockView<'_>, at: usize) -> Option<(Part, usize)> {
    let dash = matches!(view.block.tokens.get(at + 1)?.kind, TokenKind::Mark('-' | '–' | '—'));
    let links = view.word(at + 1).is_some_and(|word| matches!(&*word.key, "से" | "और" | "व"));
    if !dash && !links {
        return None;
    }
    Some((day(view, at + 2)?, at + 3))
}

/// A year at `at`, after a comma if there is one; and the token after it.
fn year_after(view: &BlockView<'_>, at: usize) -> (Option<Part>, usize) {
    let comma = view.is_mark(at, ',') || view.is_mark(at, '-');
    let place = if comma { at + 1 } else { at };
    match year(view, place) {
        Some(year) => (Some(year), place + 1),
        None => (None, at),
    }
}

fn month_first(view: &BlockView<'_>, at: usize) -> Option<(TimeExpression, usize)> {
    let month = month(view, at)?;
    if let Some(day) = day(view, at + 1)
        && !view.is_glued(at + 1)
        && let (Some(year), end) = year_after(view, at + 2)
    {
        return Some((
            TimeExpression { day: Some(day), month: Some(month), year: Some(year), ..Default::default() },
            end,
        ));
    }
    let (year, end) = year_after(view, at + 1);
    Some((TimeExpression { month: Some(month), year: Some(year?), ..Default::default() }, end))
}

/// `12.03.2025`, `12/3/2025`, `12-03-2025`, `2025-03-12`.
fn figures(view: &BlockView<'_>, at: usize) -> Option<(TimeExpression, usize)> {
    let TokenKind::Mark(mark) = view.block.tokens.get(at + 1)?.kind else {
        return None;
    };
    let glued = (at + 1..at + 5).all(|i| view.is_glued(i))
        && !(view.is_glued(at + 5) && has_digit_after(view, at + 5));
    if !matches!(mark, '.' | '/' | '-') || !view.is_mark(at + 3, mark) || !glued {
        return None;
    }
    let place = |at: usize, digits| number(view, at, digits).map(|value| part(view, at, value));
    let (day, month, year) = match place(at, 4..=4) {
        Some(year) if mark == '-' => (place(at + 4, 2..=2)?, place(at + 2, 2..=2)?, year),
        _ => (place(at, 1..=2)?, place(at + 2, 1..=2)?, place(at + 4, 4..=4)?),
    };
    let plausible = (1..=31).contains(&day.value)
        && (1..=12).contains(&month.value)
        && (1600..=2200).contains(&year.value);
    plausible.then(|| {
        (
            TimeExpression { day: Some(day), month: Some(month), year: Some(year), ..Default::default() },
            at + 5,
        )
    })
}
