//! एक ही ख़बर में तारीख़ें कई ढंग से: 12 मार्च और मार्च 12, या 2024-25 और 2024-2025।
//!
//! ## क्यों
//! तारीख़ का हर ढंग अपने आप में ठीक है, पर एक ख़बर में एक ही रहे तो पाठक को दिन और महीना पहचानने में देर नहीं लगती।
//!
//! ## उदाहरण
//! - ✗ बैठक 12 मार्च 2025 को हुई, अगली **15/4/2025** को होगी।
//! - ✓ बैठक 12 मार्च 2025 को हुई, अगली **15 अप्रैल 2025** को होगी।
//! - ✗ वित्त वर्ष 2023-24 से **2024-2025** तक।
//!
//! ## क्या करें
//! जो ढंग ख़बर में ज़्यादा है, सुधार सब जगह वही लिख देता है। न्यूज़रूम की पसंद `vartani.toml` में लिखें: `[date] form = "day-month"` (12 मार्च),
//! `"month-day"` (मार्च 12) या `"figures"` (12/3/2025), और `years = "short"` (2024-25) या `"long"`।
//! ---
//! Dates written in several ways in one article: 12 मार्च and मार्च 12, or 2024-25 and 2024-2025.
//!
//! ## Why
//! Each form is right by itself, but with one of them throughout, nobody stops to tell the day from the month.
//!
//! ## Example
//! - ✗ बैठक 12 मार्च 2025 को हुई, अगली **15/4/2025** को होगी।
//! - ✓ बैठक 12 मार्च 2025 को हुई, अगली **15 अप्रैल 2025** को होगी।
//! - ✗ वित्त वर्ष 2023-24 से **2024-2025** तक।
//!
//! ## What to do
//! The fix writes all of them as most are. Put the newsroom's choice into `vartani.toml`: `[date] form = "day-month"`
//! (12 मार्च), `"month-day"` (मार्च 12) or `"figures"` (12/3/2025), and `years = "short"` (2024-25) or `"long"`.

use crate::newsroom::calendar::{Unit, month_name};
use crate::newsroom::{DateForm, YearsForm};
use crate::reading::time::{CalendarDate, Era, Meaning, Part, TimeExpression};
use crate::reading::{BlockView, Reading};
use crate::rules::mixed_style::{Mixture, Side, Use, unless_written};
use crate::rules::{About, Applicability, Fact, Finding, Message, Place, Says};
use crate::text::{Span, letters};

const CODE: &str = "date/form";

pub(in crate::rules) const WORDS: Side = Side(0);
pub(in crate::rules) const MONTH_FIRST: Side = Side(1);
const FIGURES: Side = Side(2);
pub(in crate::rules) const SHORT: Side = Side(0);
pub(in crate::rules) const LONG: Side = Side(1);

/// In which form the dates and the double years of a block are written.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let view = reading.view(block);
    for time in &reading.blocks[block].times {
        let place = |span| Place { block, span };
        if let Some((side, date)) = form_of_date(&view, time) {
            out.extend(date.span().map(|span| Fact {
                about: About::DateForm,
                says: Says::Side(side),
                place: place(span),
            }));
        }
        if let Some((side, [from, to])) = form_of_years(&view, time) {
            let span = from.span.to(to.span);
            out.push(Fact { about: About::YearsForm, says: Says::Side(side), place: place(span) });
        }
    }
}

/// The form of a day with its month; ISO dates are for machines, and a day that shares its month stays.
pub(in crate::rules) fn form_of_date<'a>(
    view: &BlockView<'_>,
    time: &'a TimeExpression,
) -> Option<(Side, &'a CalendarDate)> {
    let date = time.date().filter(|date| date.frame.is_none_or(|frame| frame.unit == Unit::Day))?;
    let (day, month) = (date.day?, date.month?);
    let prose = view.block.text();
    let is_own = time.span.start <= month.span.start && month.span.end <= time.span.end;
    let is_word = |part: Part| part.span.of(prose).chars().any(char::is_alphabetic);
    if !is_own || is_word(day) || date.year.is_some_and(is_word) {
        return None;
    }
    let side = match (is_word(month), day.span.start < month.span.start) {
        (true, true) => WORDS,
        (true, false) => MONTH_FIRST,
        (false, true) => FIGURES,
        (false, false) => return None,
    };
    let is_dated = side == WORDS || date.year.is_some();
    // मार्च की 5 तारीख़, 2016 की 5 मई: told, not written in a form
    let span = date.span()?;
    let is_told = view.block.tokens.iter().skip(time.tokens.start()).take(12).any(|token| {
        token.span.start >= span.start
            && token.span.end <= span.end
            && matches!(token.span.of(prose), "की" | "के" | "का" | "सन" | "सन्")
    });
    (is_dated && !is_told).then_some((side, date))
}

/// 2024-25 or 2024-2025, of two years that follow each other in one century.
pub(in crate::rules) fn form_of_years(
    view: &BlockView<'_>,
    time: &TimeExpression,
) -> Option<(Side, [Part; 2])> {
    let (from, to) = match &time.meaning {
        Meaning::Era(Era::Fiscal(from, to)) => (*from, *to),
        Meaning::Range(from, to) if from.month.is_none() && to.month.is_none() => (from.year?, to.year?),
        _ => return None,
    };
    let prose = view.block.text();
    let digits = |part: Part| part.span.of(prose).chars().filter(|c| letters::digit(*c).is_some()).count();
    let is_joined = prose
        .get(from.span.end as usize..to.span.start as usize)
        .is_some_and(|between| matches!(between, "-" | "–" | "—"));
    let is_pair = to.value == from.value + 1 && to.value % 100 != 0 && digits(from) == 4 && is_joined;
    match digits(to) {
        2 if is_pair => Some((SHORT, [from, to])),
        4 if is_pair => Some((LONG, [from, to])),
        _ => None,
    }
}

/// Marks dates in another form than the newsroom's, or than the rest of the article.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let uses: Vec<Use> = facts.iter().filter_map(Use::of).collect();
    let style = &reading.newsroom.config.date;
    let (wanted, names) = match facts.first().map(|fact| fact.about) {
        Some(About::DateForm) => (
            match style.form {
                DateForm::Consistent => None,
                DateForm::DayMonth => Some(WORDS),
                DateForm::MonthDay => Some(MONTH_FIRST),
                DateForm::Figures => Some(FIGURES),
            },
            &["12 मार्च", "मार्च 12", "12/3/2025"][..],
        ),
        _ => (
            match style.years {
                YearsForm::Consistent => None,
                YearsForm::Short => Some(SHORT),
                YearsForm::Long => Some(LONG),
            },
            &["2024-25", "2024-2025"][..],
        ),
    };
    let written = |one: Use| one.place.span.of(reading.article.blocks[one.place.block].text()).to_owned();
    let rewritten =
        |one: Use, side: Side| rewritten(reading, one.place, side).unwrap_or_else(|| written(one));
    if let Some(side) = wanted {
        let odd = uses.iter().filter(|one| one.side != side && rewritten(**one, side) != written(**one));
        return out.extend(odd.map(|one| against_the_house(*one, &rewritten(*one, side))));
    }
    let names: Vec<Message> = names
        .iter()
        .map(|name| Message::new(format!("{name} वाला ढंग"), format!("the form {name}")))
        .collect();
    let mixture = Mixture {
        code: CODE,
        names: &names,
        on_tie: ("अख़बारों में यही ज़्यादा", "papers print it more often"),
        is_decided: false,
        uses: &uses,
        shown: &uses,
        written,
        rewritten: |one, side| unless_written(rewritten(one, side), &written(one)),
    };
    out.extend(mixture.finding());
}

/// A date or two years in another form; `None` where it lacks a part that the form needs.
fn rewritten(reading: &Reading<'_>, place: Place, side: Side) -> Option<String> {
    let prose = reading.article.blocks[place.block].text();
    let times = &reading.blocks[place.block].times;
    let next = times.partition_point(|time| time.span.end <= place.span.start);
    let time = times.get(next)?;
    let view = reading.view(place.block);
    let in_digits = |text: String| letters::in_digits_of(place.span.of(prose), &text);
    if let Some((_, [from, to])) = form_of_years(&view, time) {
        let last = if side == SHORT { format!("{:02}", to.value % 100) } else { to.value.to_string() };
        let before = Span { start: place.span.start, end: to.span.start }.of(prose);
        return Some(format!("{before}{}", letters::in_digits_of(from.span.of(prose), &last)));
    }
    let date = time.date()?;
    let (day, month) = (date.day?.value, date.month?.value);
    let name = month_name(i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?);
    let year = date.year.map(|year| year.value);
    Some(in_digits(match (side, year) {
        (WORDS, Some(year)) => format!("{day} {name} {year}"),
        (WORDS, None) => format!("{day} {name}"),
        (MONTH_FIRST, Some(year)) => format!("{name} {day}, {year}"),
        (MONTH_FIRST, None) => format!("{name} {day}"),
        (_, Some(year)) => format!("{day}/{month}/{year}"),
        _ => return None,
    }))
}

fn against_the_house(one: Use, wanted: &str) -> Finding {
    let message = Message::new(
        format!("“{wanted}” लिखें: vartani.toml में तारीख़ का यही ढंग तय है।"),
        format!("write “{wanted}”: vartani.toml has decided on this form of dates"),
    );
    Finding::new(CODE, one.place, message).replace_with(wanted, Applicability::Suggested)
}
