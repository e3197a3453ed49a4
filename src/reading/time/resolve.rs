//! From an expression of time to days: what a reader takes it to mean on the day of the dateline.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Days, ToSpan as _};

use super::TimeExpression;
use crate::newsroom::calendar::{self, Tense};
use crate::reading::block::BlockView;

/// An expression of time with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// Which block of the article.
    pub block: usize,
    /// The expression.
    pub expression: TimeExpression,
    /// The day, where it is one, exists and is known.
    pub date: Option<Date>,
    /// The TIMEX3 value: `2025-03-12`, `XXXX-03-12`, `WXX-3`, `2025-03`, `2025-03-12/2025-03-14`.
    pub timex: String,
    /// The first day.
    pub start: Option<Date>,
    /// The day after the last.
    pub end: Option<Date>,
}

impl TimeMention {
    /// The class in the sense of TIMEX3, with `weekday` and `range` as classes of their own.
    pub fn class(&self) -> &'static str {
        match self.expression {
            TimeExpression { from_day: Some(_), .. } => "range",
            TimeExpression { month: None, .. } => "weekday",
            _ => "date",
        }
    }
}

/// Where an expression without a year or a date looks from the dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the dateline's own day or before.
    Back,
    /// To the dateline's own day or after.
    Ahead,
    /// Strictly before: बीते बुधवार.
    Before,
    /// Strictly after: आगामी बुधवार.
    After,
}

/// Settles an expression against the date of the article.
pub fn resolve(
    view: &BlockView<'_>,
    block: usize,
    expression: TimeExpression,
    written_on: Option<Date>,
) -> TimeMention {
    let direction = direction(view, &expression);
    let mut mention =
        TimeMention { block, expression, date: None, timex: String::new(), start: None, end: None };
    match expression.month {
        None => mention.settle_weekday(written_on.zip(direction)),
        Some(_) => mention.settle_date(written_on, direction),
    }
    mention
}

impl TimeMention {
    fn settle_weekday(&mut self, known: Option<(Date, Direction)>) {
        let Some(weekday) = self.expression.weekday else {
            return;
        };
        let value = weekday.value as i8;
        self.timex = format!("WXX-{value}");
        if let Some((written_on, direction)) = known {
            self.settle_on(weekday_near(written_on, value, direction));
        }
    }

    fn settle_date(&mut self, written_on: Option<Date>, direction: Option<Direction>) {
        let (month, day) =
            (self.expression.month.map_or(0, |m| m.value as i8), self.expression.day.map(|d| d.value as i8));
        let Some(day) = day else {
            let year = self.expression.year.map_or(0, |y| y.value);
            self.timex = format!("{year:04}-{month:02}");
            self.start = Date::new(year, month, 1).ok();
            self.end = self.start.and_then(|first| first.checked_add(1.month()).ok());
            return;
        };
        let year = match self.expression.year {
            Some(year) => Some(year.value),
            None => written_on.and_then(|written_on| year_near(written_on, month, day, direction)),
        };
        let first_day = self.expression.from_day.map_or(day, |d| d.value as i8);
        let print = |year: Option<i16>, day: i8| match year {
            Some(year) => format!("{year:04}-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}-{day:02}"),
        };
        self.timex = print(year, day);
        if first_day != day {
            self.timex = format!("{}/{}", print(year, first_day), self.timex);
        }
        let Some(year) = year else { return };
        let (Ok(first), Ok(last)) = (Date::new(year, month, first_day), Date::new(year, month, day)) else {
            return;
        };
        if first_day == day {
            self.settle_on(last);
        } else if first < last {
            (self.start, self.end) = (Some(first), last.tomorrow().ok());
        }
    }

    fn settle_on(&mut self, date: Date) {
        self.timex = date.to_string();
        self.date = Some(date);
        self.start = Some(date);
        self.end = date.tomorrow().ok();
    }
}

/// The day with this weekday nearest to `from` in a direction, at most a week away.
fn weekday_near(from: Date, weekday: i8, direction: Direction) -> Date {
    let Ok(weekday) = Weekday::from_monday_one_offset(weekday) else {
        return from;
    };
    let back = i64::from(from.weekday().since(weekday));
    let ahead = i64::from(from.weekday().until(weekday));
    let week = |days: i64| if days == 0 { 7 } else { days };
    let days = match direction {
        Direction::Back => -back,
        Direction::Ahead => ahead,
        Direction::Before => -week(back),
        Direction::After => week(ahead),
    };
    from.saturating_add(Days::new().days(days))
}

/// The year that a day and month without a year mean on the day of the dateline.
fn year_near(written_on: Date, month: i8, day: i8, direction: Option<Direction>) -> Option<i16> {
    let year = written_on.year();
    let days = (year - 1..=year + 1).filter_map(|year| Date::new(year, month, day).ok());
    let fits = |date: &Date| match direction {
        Some(Direction::Back | Direction::Before) => *date <= written_on,
        Some(Direction::Ahead | Direction::After) => *date >= written_on,
        None => true,
    };
    let distance = |date: &Date| (*date - written_on).get_days().abs();
    days.filter(fits).min_by_key(distance).map(Date::year)
}

/// Where the clause of an expression looks: by a word before it (बीते, आगामी) or by the verb after it.
fn direction(view: &BlockView<'_>, expression: &TimeExpression) -> Option<Direction> {
    let (start, end) = (expression.tokens.0 as usize, expression.tokens.1 as usize);
    match view.word_before(start).map(|word| &*word.key) {
        Some("बीते" | "बीती" | "पिछले" | "पिछली" | "गत" | "विगत" | "गुजरे") =>
        {
            return Some(Direction::Before);
        }
        Some("आगामी" | "अगले" | "अगली" | "आने" | "आनेवाले") => {
            return Some(Direction::After);
        }
        Some("वाले") => return Some(Direction::After),
        _ => {}
    }
    let sentence = view.sentence(start);
    (end..sentence.end).find_map(|at| tense(view, at)).map(|tense| match tense {
        Tense::Past => Direction::Back,
        Tense::Future => Direction::Ahead,
    })
}

/// The tense that the word at `at` settles by itself or with the next: किया is past, किया जाएगा is not,
/// होने वाली is to come.
fn tense(view: &BlockView<'_>, at: usize) -> Option<Tense> {
    let key = &*view.word(at)?.key;
    let next = view.word(at + 1).map(|word| &*word.key);
    if key.ends_with("ने") && matches!(next, Some("वाला" | "वाली" | "वाले")) {
        return Some(Tense::Future);
    }
    let passive = next.is_some_and(|next| next.starts_with("जा"));
    calendar::tense(key).filter(|tense| !(passive && *tense == Tense::Past))
}
