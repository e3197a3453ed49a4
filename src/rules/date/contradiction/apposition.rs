//! Two words for one day that are two days: आज (20 मार्च) in news of the 12th, परसों (मंगलवार), तीन दिन बाद, 16 मार्च को.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::code::CODE;
use crate::newsroom::ReaderDay;
use crate::newsroom::calendar::{CalendarWord, Shift, Tense, Unit, month_name, weekday_name};
use crate::reading::clause::{Verb, verb_after};
use crate::reading::time::{Anchor, CalendarDate, Meaning, Offset};
use crate::reading::{BlockView, DatelineSource, Reading, TimeMention};
use crate::rules::{Applicability, Finding, Message, Place};

/// Marks dates and weekdays that are not the day told by the word beside them.
pub(super) fn check(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    for (number, pair) in reading.times.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        if first.block != second.block {
            continue;
        }
        let view = reading.view(first.block);
        let Some(link) = link(&view, first, second) else { continue };
        let found = contradiction(reading, &view, number, (first, second), link);
        let turned = || {
            let may_turn = matches!(link, Link::Bracket | Link::ThatIs);
            may_turn.then(|| contradiction(reading, &view, number, (second, first), link)).flatten()
        };
        out.extend(found.or_else(turned));
    }
}

/// What stands between two words for one day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Bracket,
    ThatIs,
    Loose,
}

fn link(view: &BlockView<'_>, first: &TimeMention, second: &TimeMention) -> Option<Link> {
    let (end, start) = (first.expression.tokens.end(), second.expression.tokens.start());
    let behind = second.expression.tokens.end();
    let says_that_is = |at: usize| calendar(view, at) == Some(CalendarWord::ThatIs);
    let link = match start.checked_sub(end)? {
        0 => Link::Loose,
        1 if view.is_mark(end, '(') && view.is_mark(behind, ')') => Link::Bracket,
        1 if says_that_is(end) => Link::ThatIs,
        1 if view.is_mark(end, ',') => Link::Loose,
        2 if view.is_mark(end, ',') && says_that_is(end + 1) => Link::ThatIs,
        _ => return None,
    };
    // कल, शनिवार और रविवार को: three days. कल से गुरुवार तक goes on
    let goes_on = match view.block.tokens.get(behind).map(|token| token.kind) {
        Some(crate::text::TokenKind::Mark(',' | '-' | '–')) => link == Link::Loose,
        _ => matches!(calendar(view, behind), Some(CalendarWord::And)),
    };
    (link != Link::Loose || !goes_on).then_some(link)
}

fn calendar(view: &BlockView<'_>, at: usize) -> Option<CalendarWord> {
    view.word(at)?.calendar
}

/// `told` is the word by which a day is told, `named` the date or weekday beside it.
fn contradiction(
    reading: &Reading<'_>,
    view: &BlockView<'_>,
    number: usize,
    (told, named): (&TimeMention, &TimeMention),
    link: Link,
) -> Option<Finding> {
    let date = named.expression.date().filter(|date| names_a_day(date))?;
    let days = days_told(reading, view, number, told, named)?;
    let tolerance = tolerance(told);
    let fits = |day: Date| is_named(day, date, tolerance);
    if days.iter().any(|day| fits(*day)) || view.is_quoted(told.expression.tokens.start()) {
        return None;
    }
    // आज (15 अगस्त 1947) is told of history
    let written_on = reading.dateline.date?;
    if date.year.is_some_and(|year| (year.value - written_on.year()).abs() > 1) {
        return None;
    }
    debug_assert!(link != Link::Loose || told.expression.tokens.start() < named.expression.tokens.start());
    Some(finding(reading, told, named, date, &days))
}

fn names_a_day(date: &CalendarDate) -> bool {
    date.frame.is_none()
        && date.nth.is_none()
        && (date.is_day_of_month() || date.is_weekday_only() || (date.day.is_some() && date.year.is_none()))
}

/// Whether a day is the one that is named, give or take some days.
fn is_named(day: Date, date: &CalendarDate, tolerance: i64) -> bool {
    (-tolerance..=tolerance).filter_map(|days| day.checked_add(days.days()).ok()).any(|day| {
        let is = |part: Option<crate::reading::time::Part>, value: i16| {
            part.is_none_or(|part| part.value == value)
        };
        let is_weekday = date.day.is_some() || is(date.weekday, day.weekday().to_monday_one_offset().into());
        is_weekday
            && is(date.day, day.day().into())
            && is(date.month, day.month().into())
            && is(date.year, day.year())
    })
}

/// A count of weeks or months is no exact number of days.
fn tolerance(told: &TimeMention) -> i64 {
    let Meaning::Offset(offset) = told.expression.meaning else { return 0 };
    offset.length.iter().flatten().fold(0, |tolerance, measure| {
        let amount = measure.amount.and_then(|amount| amount.as_whole()).unwrap_or(0);
        tolerance.max(match measure.unit {
            Unit::Day if amount <= 7 => 0,
            Unit::Day if amount <= 15 => 1,
            Unit::Day | Unit::Week => 2,
            Unit::Fortnight => 2,
            _ => 4,
        })
    })
}

/// The days that a word may mean: more than one where the tense does not tell, or for tomorrow's reader.
fn days_told(
    reading: &Reading<'_>,
    view: &BlockView<'_>,
    number: usize,
    told: &TimeMention,
    named: &TimeMention,
) -> Option<Vec<Date>> {
    let known = reading.dateline.date.filter(|_| reading.dateline.source != Some(DatelineSource::Today));
    let away = |from: Date, days: i64| from.checked_add(days.days()).ok();
    match told.expression.meaning {
        Meaning::Near(days) => {
            let (from, days) = (known?, i64::from(days));
            let behind = named.expression.tokens.end().max(told.expression.tokens.end());
            let steps = match side(view, behind) {
                _ if days == 0 => vec![0],
                Some(true) => vec![days],
                Some(false) => vec![-days],
                None => vec![-days, days],
            };
            let for_tomorrow = reading.newsroom.config.date.day_of_reading == ReaderDay::Next;
            let shifted = steps.iter().filter(|_| for_tomorrow).map(|days| days + 1);
            Some(steps.iter().copied().chain(shifted).filter_map(|days| away(from, days)).collect())
        }
        Meaning::Offset(offset) => {
            let from = match offset.anchor {
                Anchor::Now => known?,
                Anchor::Dateline | Anchor::Event { event: None, .. }
                    if is_counted_from_dateline(view, told, named, &offset) =>
                {
                    known?
                }
                Anchor::Event { .. } | Anchor::Before => day_of_event(reading, told, named, &offset)?,
                _ => return None,
            };
            is_exact(view, told, &offset)
                .then(|| crate::reading::time::day_at(from, &offset))
                .flatten()
                .map(|day| vec![day])
        }
        Meaning::Stretch(stretch) => {
            let is_next = stretch.is_unit && stretch.unit == Unit::Day && stretch.shift == Shift::Next;
            let before = is_next.then(|| number.checked_sub(1)).flatten()?;
            let before = reading.times.get(before).filter(|before| {
                let sentence = view.sentence(told.expression.tokens.start());
                before.block == told.block && sentence.contains(&before.expression.tokens.start())
            })?;
            let is_day = before.expression.date().is_some_and(CalendarDate::is_day_of_month);
            let is_told_of = is_day || is_next_of_weekday(view, before, told);
            away(before.date.filter(|_| is_told_of)?, 1).map(|day| vec![day])
        }
        // इस महीने की 15 तारीख़ (मंगलवार)
        Meaning::Date(date) if date.frame.is_some_and(|frame| frame.unit == Unit::Month) => {
            told.date.filter(|_| date.day.is_some() && date.weekday.is_none()).map(|day| vec![day])
        }
        _ => None,
    }
}

/// So near must a weekday stand before अगले दिन to be the one whose next day is meant.
const NEXT_TOKENS: usize = 7;

/// Whether अगले दिन is the day after a weekday of the same clause: सोमवार को आए भूकंप के अगले दिन, सोमवार को आग लगी और अगले दिन.
fn is_next_of_weekday(view: &BlockView<'_>, before: &TimeMention, told: &TimeMention) -> bool {
    let (end, start) = (before.expression.tokens.end(), told.expression.tokens.start());
    let is_weekday =
        before.expression.date().is_some_and(|date| date.is_weekday_only() && date.frame.is_none());
    let is_apart = |at: usize| {
        view.is_mark(at, ',')
            || view
                .word(at)
                .is_some_and(|word| &*word.key == "कि" || word.calendar == Some(CalendarWord::Agent))
    };
    // सोमवार की बैठक में हादसे के अगले दिन: of the accident
    let word = |at: usize| view.word(at);
    let is_on = word(end).is_some_and(|word| &*word.key == "को");
    let is_told = word(end + 1).is_some_and(|word| word.tense == Some(Tense::Past));
    let joins = match start.checked_sub(1).and_then(|at| calendar(view, at)) {
        Some(CalendarWord::Of) => is_told,
        Some(CalendarWord::And) => true,
        _ => false,
    };
    let is_near = start.saturating_sub(end) <= NEXT_TOKENS && !(end..start).any(is_apart);
    is_weekday && is_on && joins && is_near
}

/// The day from which a distance counts where the sentence names it: 5 मार्च को हुए हमले के तीन दिन बाद, रविवार से एक दिन पहले.
fn day_of_event(
    reading: &Reading<'_>,
    told: &TimeMention,
    named: &TimeMention,
    offset: &Offset,
) -> Option<Date> {
    let of_block = reading.times.partition_point(|mention| mention.block < told.block);
    let number = match offset.anchor {
        Anchor::Event { event, .. } => of_block + usize::from(event?),
        _ => {
            let at = reading.times_in(told.block).iter().position(|time| std::ptr::eq(time, told))?;
            of_block + at.checked_sub(1)?
        }
    };
    let event = reading.times.get(number)?;
    let is_behind = told.expression.tokens.start() < named.expression.tokens.start();
    let says_as_much = |date: fn(&CalendarDate) -> bool| {
        event.expression.date().is_some_and(date) && named.expression.date().is_some_and(date)
    };
    // Weekdays around हमले के एक दिन बाद are counted without a calendar
    let is_weekday = offset.anchor == Anchor::Before && says_as_much(CalendarDate::is_weekday_only);
    event.date.filter(|_| is_behind && (is_weekday || says_as_much(CalendarDate::is_day_of_month)))
}

/// Whether the clause behind looks ahead (`true`) or back, where its verb is plain.
fn side(view: &BlockView<'_>, behind: usize) -> Option<bool> {
    let behind = if view.is_mark(behind, ')') { behind + 1 } else { behind };
    let is_of_it = matches!(
        calendar(view, behind),
        Some(CalendarWord::On | CalendarWord::DayPart(_) | CalendarWord::From) | None
    );
    let verb = verb_after(view, behind).filter(|_| is_of_it)?;
    match verb.verb {
        Verb::Future | Verb::Due => Some(true),
        Verb::Past { .. } if verb.at <= behind + 6 => Some(false),
        _ => None,
    }
}

/// तीन दिन बाद is counted from today where nothing was told, and the verb does not look back.
fn is_counted_from_dateline(
    view: &BlockView<'_>,
    told: &TimeMention,
    named: &TimeMention,
    offset: &Offset,
) -> bool {
    let behind = named.expression.tokens.end().max(told.expression.tokens.end());
    let verb = verb_after(view, behind).map(|found| found.verb);
    let start = told.expression.tokens.start();
    let opens = view.sentence(start).start + 4 >= start;
    // हमले के तीन दिन बाद is counted from the attack
    let before = start.checked_sub(1).and_then(|at| calendar(view, at));
    if matches!(before, Some(CalendarWord::From | CalendarWord::Of | CalendarWord::Thereof)) {
        return false;
    }
    if offset.is_before {
        return matches!(verb, Some(Verb::Past { is_remote: false })) && opens;
    }
    matches!(verb, Some(Verb::Future | Verb::Due | Verb::Present))
}

/// Whether the count is of whole days and not told roughly.
fn is_exact(view: &BlockView<'_>, told: &TimeMention, offset: &Offset) -> bool {
    let start = told.expression.tokens.start();
    let is_rough = start > 0
        && calendar(view, start - 1)
            .is_some_and(|word| matches!(word, CalendarWord::About | CalendarWord::Roughly));
    let is_near = offset.length.iter().flatten().all(|measure| {
        matches!(measure.unit, Unit::Day | Unit::Week | Unit::Fortnight | Unit::Month)
            && measure.amount.is_some_and(|amount| amount.as_whole().is_some_and(|amount| amount <= 31))
    });
    !is_rough && is_near
}

fn finding(
    reading: &Reading<'_>,
    told: &TimeMention,
    named: &TimeMention,
    date: &CalendarDate,
    days: &[Date],
) -> Finding {
    let prose = reading.article.blocks[told.block].text();
    let (word, written) = (told.expression.span.of(prose), named.expression.span.of(prose));
    let say = |day: Date| {
        let weekday = weekday_name(day.weekday().to_monday_one_offset());
        if date.is_weekday_only() {
            (weekday.to_owned(), day.strftime("%A").to_string())
        } else {
            (format!("{} {}", day.day(), month_name(day.month())), day.strftime("%-d %B").to_string())
        }
    };
    let (hi, en) = days.iter().map(|day| say(*day)).fold((String::new(), String::new()), |out, day| {
        if out.0.is_empty() {
            day
        } else {
            (format!("{} या {}", out.0, day.0), format!("{} or {}", out.1, day.1))
        }
    });
    let message = Message::new(
        format!("“{word}” {hi} है, पर साथ में “{written}” लिखा है। दोनों में से एक जाँच लें।"),
        format!("“{word}” is {en}, but “{written}” is written beside it; check which is right"),
    );
    let place = |span| Place { block: told.block, span };
    let finding = Finding::new(CODE, place(named.expression.span), message)
        .relate(place(told.expression.span), Message::new("यह शब्द", "this word"));
    let [day] = days else { return finding };
    match (date.weekday, date.is_day_of_month()) {
        (Some(weekday), false) => finding.fix(
            place(weekday.span),
            weekday_name(day.weekday().to_monday_one_offset()),
            Applicability::Suggested,
        ),
        (None, true) => {
            super::super::move_to(finding, told.block, prose, date, (day.month().into(), day.day().into()))
        }
        _ => finding,
    }
}
