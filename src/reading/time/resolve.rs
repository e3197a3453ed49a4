//! From an expression of time to days: what a reader takes it to mean on the day of the dateline.

mod calendar_date;
mod deictic_day;
mod offset;
mod stretch;
mod value;

use jiff::civil::Date;
use value::{Seen, Value, first_of_year, month_away};

use super::{
    Anchor, Direction, Era, FiscalYear, Kept, Meaning, Nth, SeasonYear, TimeExpression, TimeMention, timex,
};
use crate::newsroom::calendar::{Season, Shift, Unit};
use crate::newsroom::observance::ObservedOn;

/// Settles the expressions of a block against the date of the article.
pub fn resolve_all(
    block: usize,
    times: &[TimeExpression],
    written_on: Option<Date>,
    out: &mut Vec<TimeMention>,
) {
    let first = out.len();
    out.extend(times.iter().map(|time| resolve(block, time, written_on)));
    for number in 0..times.len() {
        let Meaning::Offset(offset) = times[number].meaning else { continue };
        let day_of = |number: Option<u16>| out.get(first + usize::from(number?))?.date;
        let (event, other) = match offset.anchor {
            Anchor::Dateline | Anchor::Now => continue,
            Anchor::Before => (number.checked_sub(1).and_then(|at| out[first + at].date), None),
            Anchor::Event { event, other } => (day_of(event), day_of(other)),
        };
        let day = other.or_else(|| offset::day(event?, &offset));
        let from = event.or_else(|| offset::origin(other?, &offset));
        if let Some(day) = day {
            let mention = &mut out[first + number];
            take(mention, Value::day(day));
            mention.from = from;
        }
    }
}

/// Settles one expression by itself against the date of the article.
pub fn resolve(block: usize, expression: &TimeExpression, written_on: Option<Date>) -> TimeMention {
    let seen = Seen { from: written_on, toward: expression.direction };
    let value = match &expression.meaning {
        Meaning::Date(date) => calendar_date::resolve(date, seen),
        Meaning::Range(from, to) => calendar_date::resolve_range(from, to, seen),
        Meaning::Era(era) => era_value(*era, seen),
        Meaning::Near(days) => deictic_day::resolve(*days, seen),
        Meaning::Stretch(stretch) => stretch::resolve(stretch, seen),
        Meaning::Offset(offset) => offset::resolve(offset, seen),
        Meaning::Clock(from, None) => Value::open(timex::clock(from)),
        Meaning::Clock(from, Some(to)) => Value::open(format!("{}/{}", timex::clock(from), timex::clock(to))),
        Meaning::Duration(length) => Value::open(timex::length(length)),
        Meaning::Set(repeat) => Value::open(timex::repeat(repeat)),
        Meaning::Observance(kept) => observance(kept, seen),
        Meaning::Present => Value::open("PRESENT_REF"),
    };
    let mut mention = TimeMention {
        block,
        expression: *expression,
        date: None,
        timex: String::new(),
        start: None,
        end: None,
        from: None,
    };
    take(&mut mention, value);
    mention
}

/// The day so far from another, if the distance is one of whole days or months.
pub fn day_at(from: Date, offset: &super::Offset) -> Option<Date> {
    offset::day(from, offset)
}

/// The day with this month and day nearest to another, in the same year or one beside it.
pub fn nearest_day(from: Date, month: i16, day: i16) -> Option<Date> {
    let year = deictic_day::year(from, month, day, None)?;
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn take(mention: &mut TimeMention, value: Value) {
    let day = value.timex;
    mention.timex = match (&mention.expression.clock, &mention.expression.until) {
        (Some(from), Some(to)) => format!("{day}{}/{day}{}", timex::clock(from), timex::clock(to)),
        (Some(clock), None) => day + &timex::clock(clock),
        (None, _) => day,
    };
    mention.start = value.days.map(|days| days.0);
    mention.end = value.days.map(|days| days.1);
    mention.date = mention.start.filter(|start| start.tomorrow().ok() == mention.end);
}

fn era_value(era: Era, seen: Seen) -> Value {
    let years = |timex: String, first: i16, count: i16| {
        Value::days(timex, first_of_year(first), first_of_year(first + count))
    };
    match era {
        Era::Decade(year) => years(format!("{}X", year / 10), year, 10),
        Era::ShortDecade(tens) if tens >= 3 => {
            let first = 1900 + i16::from(tens) * 10;
            years(format!("{}X", first / 10), first, 10)
        }
        Era::ShortDecade(tens) => Value::open(format!("XX{tens}X")),
        Era::Century(number) => {
            let hundreds = i16::from(number) - 1;
            years(format!("{hundreds:02}XX"), hundreds * 100 + 1, 100)
        }
        Era::CenturyBefore(number) => Value::open(format!("BC{:02}XX", number - 1)),
        Era::Fiscal(from, to) => Value::days(
            format!("{:04}-04/{:04}-03", from.value, to.value),
            Date::new(from.value, 4, 1).ok(),
            Date::new(to.value, 4, 1).ok(),
        ),
        Era::FiscalPart(year, part) => fiscal_part(year, part, seen),
        Era::YearBefore(year) => Value::open(format!("BC{year:04}")),
        Era::Season(season, year) => season_value(season, year, seen),
    }
}

/// A fiscal year, or the quarter or half of one.
fn fiscal_part(year: FiscalYear, part: Option<Nth>, seen: Seen) -> Value {
    let from = match year {
        FiscalYear::From(year) => Some(year),
        FiscalYear::Shifted(shift) => seen
            .from
            .zip(stretch::steps(shift, seen.toward))
            .map(|(from, steps)| from.year() - i16::from(from.month() < 4) + steps as i16),
    };
    let april = from.and_then(|year| Date::new(year, 4, 1).ok());
    let months = match part.map(|part| part.unit) {
        Some(Unit::Quarter) => 3,
        Some(_) => 6,
        None => 12,
    };
    let steps = part.map_or(0, |part| i64::from(part.number) - 1);
    let first = april.and_then(|april| month_away(april, steps * months));
    let end = first.and_then(|first| month_away(first, months));
    let timex = match (first, part) {
        (Some(first), _) => {
            let last = month_away(first, months - 1).unwrap_or(first);
            format!("{}/{}", first.strftime("%Y-%m"), last.strftime("%Y-%m"))
        }
        (None, Some(part)) => timex::some_unit(part.unit).to_owned(),
        (None, None) => "XXXX".to_owned(),
    };
    Value::days(timex, first, end)
}

/// A season: its days are told in no calendar.
fn season_value(season: Season, year: SeasonYear, seen: Seen) -> Value {
    let year = match year {
        SeasonYear::Of(year) => Some(year),
        SeasonYear::Shifted(shift) => {
            seen.from.zip(stretch::steps(shift, seen.toward)).map(|(from, steps)| from.year() + steps as i16)
        }
        SeasonYear::Unsaid => None,
    };
    let letters = match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    };
    Value::open(format!("{}-{letters}", timex::date(year, None, None)))
}

fn observance(kept: &Kept, seen: Seen) -> Value {
    let in_year = |year: i16| kept.observance.in_year(year);
    let unknown = || {
        Value::open(match kept.observance.day {
            ObservedOn::Fixed { month, day } => timex::date(None, Some(month.into()), Some(day.into())),
            _ => timex::date(kept.year.map(|year| year.value), None, None),
        })
    };
    if let Some(year) = kept.year {
        return in_year(year.value).map_or_else(unknown, Value::day);
    }
    let Some(from) = seen.from else { return unknown() };
    let before = [from.year(), from.year() - 1].into_iter().filter_map(in_year).find(|day| *day < from);
    let after = [from.year(), from.year() + 1].into_iter().filter_map(in_year).find(|day| *day > from);
    let today = in_year(from.year()).filter(|day| *day == from);
    let day = match (kept.shift, seen.toward) {
        (Some(Shift::This), _) => in_year(from.year()),
        (Some(Shift::Last | Shift::Past), _) => before,
        (Some(Shift::Next | Shift::Coming), _) => after,
        (Some(Shift::That | Shift::Unsaid | Shift::Nearest), _) => None,
        (None, Some(Direction::Back | Direction::Before)) => today.or(before),
        (None, Some(Direction::Ahead | Direction::After)) => today.or(after),
        (None, None) => today,
    };
    day.map_or_else(unknown, Value::day)
}
