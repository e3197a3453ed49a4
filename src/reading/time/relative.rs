//! Times seen from the dateline: `आज`, `अगले सोमवार`, `पिछले तीन दिनों`, `अगले महीने की 10 तारीख़`.

use super::words::{Read, Words};
use super::{Amount, CalendarDate, Frame, Meaning, Stretch, date, duration, ordinal, range};
use crate::newsroom::calendar::{CalendarWord, Shift, Unit};

/// आज, कल, परसों.
pub(super) fn near(words: Words<'_>, at: usize) -> Read<Meaning> {
    let Some(CalendarWord::Near(days)) = words.calendar(at) else { return None };
    // कल-कारख़ाने, कल कल
    let joined = words.is_dash(at + 1) && words.is_glued(at + 1) && words.is_glued(at + 2);
    let is_near = |at| matches!(words.calendar(at), Some(CalendarWord::Near(_)));
    let is_other_word = (joined && !is_near(at + 2))
        || words.key(at + 1) == words.key(at)
        || (at > 0 && words.key(at - 1) == words.key(at));
    (!is_other_word && !is_in_title(words, at)).then_some((Meaning::Near(days), at + 1))
}

/// `आज से शनिवार तक`, `कल से 20 मार्च तक`, `आज से कल तक`.
pub(super) fn from_near(words: Words<'_>, at: usize) -> Read<Meaning> {
    let deictic = |at: usize| match near(words, at)? {
        (Meaning::Near(days), end) => {
            Some((CalendarDate { near: Some(days), ..CalendarDate::default() }, end))
        }
        _ => None,
    };
    let (from, end) = deictic(at)?;
    let next = words.past_from(end)?;
    let (to, end) = deictic(next).or_else(|| date::date(words, next))?;
    let names_a_day = to.near.is_some() || to.is_weekday_only() || to.is_day_of_month();
    (names_a_day && words.is(end, CalendarWord::Until)).then_some((Meaning::Range(from, to), end))
}

/// अभी, फ़िलहाल, इस समय, इन दिनों.
pub(super) fn present(words: Words<'_>, at: usize) -> Read<Meaning> {
    if words.is(at, CalendarWord::Present) {
        return Some((Meaning::Present, at + 1));
    }
    let is_this = words.is(at, CalendarWord::Shift(Shift::This));
    let is_now = match words.key(at) {
        "इस" => matches!(words.key(at + 1), "समय" | "वक्त"),
        "इन" => words.key(at + 1) == "दिनों",
        _ => false,
    };
    (is_this && is_now).then_some((Meaning::Present, at + 2))
}

/// Most words of a title in quotation marks.
const TITLE_WORDS: usize = 5;

/// Whether the word opens a short quotation that is no sentence: the film ‘कल हो ना हो’.
fn is_in_title(words: Words<'_>, at: usize) -> bool {
    let closing = match at.checked_sub(1).and_then(|before| words.mark(before)) {
        Some('‘' | '’') => '’',
        Some('\'') => '\'',
        _ => return false,
    };
    let ends = (at + 1..=at + TITLE_WORDS + 1).find(|&at| words.mark(at).is_some());
    ends.is_some_and(|end| words.mark(end) == Some(closing))
}

/// Which of several at the dateline: a day, a month, a stretch.
pub(super) fn shifted(words: Words<'_>, at: usize) -> Read<Meaning> {
    let (shift, next) = words.shift(at)?;
    if let Some((found, end)) = date_itself(words, shift, next) {
        return Some((found, end));
    }
    // बीती रात, अगली सुबह: the clock behind the day says which part
    if let Some(CalendarWord::DayPart(_)) = words.calendar(next) {
        return Some((unit_itself(Frame { shift, unit: Unit::Day }), next));
    }
    if let Some((unit, end)) = duration::unit(words, next).filter(|_| !duration::is_plural(words.key(next))) {
        return Some(within(words, Frame { shift, unit }, end));
    }
    let (measure, end) = duration::measure(words, next)?;
    if !matches!(words.calendar(end - 1), Some(CalendarWord::Unit(_))) {
        return None;
    }
    let is_count_of_told = shift == Shift::That && measure.amount.is_some();
    let stretch = Stretch { shift, amount: measure.amount, unit: measure.unit, is_unit: false };
    (!is_count_of_told).then_some((Meaning::Stretch(stretch), end))
}

/// Days before their month: 4 से 23 अगले महीने. Before पिछले महीने they are as often prices or points.
pub(super) fn days_of_month(words: Words<'_>, at: usize) -> Read<Meaning> {
    let (Meaning::Range(from, to), end) = range::days(words, at)? else { return None };
    let (shift, next) = words.shift(end)?;
    let is_named = matches!(shift, Shift::This | Shift::Next | Shift::Coming)
        && words.is(next, CalendarWord::Unit(Unit::Month));
    let frame = Some(Frame { shift, unit: Unit::Month });
    let framed = |date: CalendarDate| CalendarDate { frame, ..date };
    is_named.then_some((Meaning::Range(framed(from), framed(to)), next + 1))
}

/// The day or month that a word like अगले stands before: अगले सोमवार, बीते 20 मार्च, पिछले मार्च.
fn date_itself(words: Words<'_>, shift: Shift, at: usize) -> Read<Meaning> {
    let frame = Some(Frame { shift, unit: Unit::Day });
    if let Some((found, end)) = range::range(words, at) {
        let Meaning::Range(from, to) = found else { return None };
        return Some((Meaning::Range(CalendarDate { frame, ..from }, CalendarDate { frame, ..to }), end));
    }
    let (found, end) = date::date(words, at).or_else(|| {
        let month = date::month(words, at)?;
        Some((CalendarDate { month: Some(month), ..CalendarDate::default() }, at + 1))
    })?;
    Some((Meaning::Date(CalendarDate { frame, ..found }), end))
}

/// What lies within a unit at the dateline: अगले महीने की 10 तारीख़, पिछले साल जून, अगले हफ़्ते सोमवार;
/// else the unit itself.
fn within(words: Words<'_>, frame: Frame, end: usize) -> (Meaning, usize) {
    let inner = words.past(words.past(end, CalendarWord::Of), CalendarWord::In);
    let framed = |date: CalendarDate| CalendarDate { frame: Some(frame), ..date };
    // इस महीने 4-23 तक
    let bare = || {
        let (found, end) = range::days(words, inner)?;
        let is_named = words.is(end, CalendarWord::DayNumber);
        let is_closed = is_named
            || words.is(end, CalendarWord::Until)
            || words.is_between(end)
            || (frame.shift == Shift::This && words.is_closed(end));
        is_closed.then_some((found, end + usize::from(is_named)))
    };
    if frame.unit >= Unit::Week
        && let Some((Meaning::Range(from, to), end)) = range::range(words, inner).or_else(bare)
        && lies_in(from, frame.unit)
    {
        return (Meaning::Range(framed(from), framed(to)), end);
    }
    let found = date::date(words, inner).or_else(|| ordinal::nth(words, inner)).or_else(|| {
        let month = date::month(words, inner).filter(|_| frame.unit == Unit::Year)?;
        Some((CalendarDate { month: Some(month), ..CalendarDate::default() }, inner + 1))
    });
    match found.filter(|(date, _)| lies_in(*date, frame.unit)) {
        Some((date, end)) => (Meaning::Date(framed(date)), end),
        None => (unit_itself(frame), end),
    }
}

fn unit_itself(Frame { shift, unit }: Frame) -> Meaning {
    Meaning::Stretch(Stretch { shift, amount: Some(Amount::whole(1)), unit, is_unit: true })
}

/// Whether such a date may be one of a unit.
fn lies_in(date: CalendarDate, unit: Unit) -> bool {
    match unit {
        Unit::Week => date.is_weekday_only(),
        Unit::Month => {
            date.month.is_none() && date.year.is_none() && (date.day.is_some() || date.nth.is_some())
        }
        Unit::Year => date.year.is_none() && (date.month.is_some() || date.nth.is_some()),
        _ => false,
    }
}
