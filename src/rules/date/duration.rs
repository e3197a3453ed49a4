//! कितने दिन या साल, और किससे किस तक: दोनों का मेल नहीं बैठता, जैसे तीन दिवसीय मेला 10 से 15 मार्च तक।
//!
//! ## क्यों
//! 10 से 15 मार्च छह दिन होते हैं, या पाँच दिन का अंतर; तीन किसी तरह नहीं। इसी तरह 1950 में जन्मा व्यक्ति 2020 में 65 साल का नहीं होता,
//! और 1980 में बनी संस्था की स्वर्ण जयंती 2025 में नहीं होती।
//!
//! ## उदाहरण
//! - ✗ तीन दिवसीय मेला **10 से 15 मार्च** तक चलेगा।
//! - ✓ छह दिवसीय मेला **10 से 15 मार्च** तक चलेगा।
//! - ✗ 1950 में जन्मे गायक का 2020 में **65 साल** की उम्र में निधन हुआ।
//!
//! ## क्या करें
//! स्रोत से जाँचकर गिनती या तारीख़ में से एक सुधारें। पहला और आख़िरी दिन गिनकर या न गिनकर जो ठीक बैठे, उस पर निशान नहीं
//! लगता।
//! ---
//! A number of days or years that does not fit the dates beside it, such as three days from 10 to 15 March.
//!
//! ## Why
//! From 10 to 15 March it is six days, or five days' distance, but in no way three. Nor is somebody born in 1950 aged
//! 65 in 2020, or the golden jubilee of what was founded in 1980 in 2025.
//!
//! ## Example
//! - ✗ तीन दिवसीय मेला **10 से 15 मार्च** तक चलेगा।
//! - ✓ छह दिवसीय मेला **10 से 15 मार्च** तक चलेगा।
//! - ✗ 1950 में जन्मे गायक का 2020 में **65 साल** की उम्र में निधन हुआ।
//!
//! ## What to do
//! Check with the source and correct the count or the dates. The rule is silent where the count fits with the first or
//! last day left out.

use crate::newsroom::calendar::{CalendarWord, Unit};
use crate::reading::time::{Meaning, TimeExpression};
use crate::reading::{BlockView, Reading, TimeMention};
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::{Span, letters};

const CODE: &str = "date/duration";

/// Longer events are told in months.
const MAX_DAYS: i16 = 60;

/// Marks counts of days and years that do not fit the dates of their sentence.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let times = reading.times_in(block);
    let view = reading.view(block);
    let mut start = 0;
    while start < times.len() {
        let sentence = view.sentence(times[start].expression.tokens.start());
        let more = &times[start..];
        let length = more.partition_point(|time| time.expression.tokens.start() < sentence.end).max(1);
        let told = &more[..length];
        out.extend(days(reading, &view, told));
        out.extend(age(reading, &view, told));
        out.extend(since(reading, &view, told));
        out.extend(jubilee(reading, &view, sentence, told));
        start += length;
    }
}

/// तीन दिवसीय, दो दिन का: so many days of an event, and where it is written.
fn count_of_days(view: &BlockView<'_>, time: &TimeExpression) -> Option<(i16, Span)> {
    let Meaning::Duration([Some(measure), None, None]) = time.meaning else { return None };
    let days = i16::try_from(measure.amount?.as_whole()?).ok()?;
    let (end, last) = (time.tokens.end(), time.tokens.end().checked_sub(1)?);
    let is_lasting =
        matches!(calendar(view, last), Some(CalendarWord::Lasting(Unit::Day) | CalendarWord::DaysLong(_)));
    // दो दिन का दौरा, तीन दिन तक चलेगा; not दो दिन में, दो दिन से
    let is_of_event = matches!(calendar(view, end), Some(CalendarWord::Of)) && !is_distance(view, end + 1);
    // एक दिवसीय मैच is a kind of match
    let is_days = measure.unit == Unit::Day && days > 1 && (is_lasting || is_of_event);
    let is_rough =
        time.tokens.start() > 0 && calendar(view, time.tokens.start() - 1).is_some_and(is_rough_word);
    (is_days && !is_rough && (1..=MAX_DAYS).contains(&days)).then_some((days, time.span))
}

/// दो दिन के बाद, दो दिन के लिए, दो दिन के भीतर.
fn is_distance(view: &BlockView<'_>, at: usize) -> bool {
    let is_place = view.word(at).is_some_and(|word| {
        matches!(
            &*word.key,
            "लिए"
                | "भीतर"
                | "अंदर"
                | "दौरान"
                | "बराबर"
                | "अंतर"
                | "अंतराल"
                | "बीच"
                | "अवकाश"
                | "नोटिस"
                | "समय"
                | "रिमांड"
                | "बच्चे"
                | "बच्ची"
        )
    });
    is_place
        || matches!(calendar(view, at), Some(CalendarWord::Ago | CalendarWord::Later | CalendarWord::Between))
}

fn is_rough_word(word: CalendarWord) -> bool {
    matches!(word, CalendarWord::About | CalendarWord::Roughly)
}

fn calendar(view: &BlockView<'_>, at: usize) -> Option<CalendarWord> {
    view.word(at)?.calendar
}

/// An event of so many days with a range of another length: one of each in the sentence.
fn days(reading: &Reading<'_>, view: &BlockView<'_>, told: &[TimeMention]) -> Option<Finding> {
    let mut counts = told.iter().filter_map(|time| count_of_days(view, &time.expression));
    let (count, span) = counts.next()?;
    let mut ranges = told.iter().filter_map(|time| Some((time, days_of_range(time)?)));
    let (range, days) = ranges.next()?;
    // 10 से 20 मार्च के बीच and दो चरणों में leave days out
    let behind = range.expression.tokens.end();
    let sentence = view.sentence(behind.saturating_sub(1));
    let is_within = calendar(view, behind + 1) == Some(CalendarWord::Between);
    if is_within || has_word(view, sentence, &["चरण", "चरणों", "हिस्सों", "बैठकें"])
    {
        return None;
    }
    let is_single = counts.next().is_none() && ranges.next().is_none();
    let others =
        told.iter().filter(|time| time.expression.date().is_some_and(|date| date.day.is_some())).count();
    if !is_single || others > 0 || days == count || days == count + 1 || count == days + 1 && days == 0 {
        return None;
    }
    if view.is_quoted(range.expression.tokens.start()) {
        return None;
    }
    let prose = reading.article.blocks[range.block].text();
    let (from_to, length) = (range.expression.span.of(prose), span.of(prose));
    let message = Message::new(
        format!("{from_to} {days} दिन हैं, पर साथ में “{length}” लिखा है। गिनती या तारीख़ जाँच लें।"),
        format!("{from_to} is {days} days, but “{length}” is written with it; check the count or the dates"),
    );
    let place = |span| Place { block: range.block, span };
    let finding = Finding::new(CODE, place(range.expression.span), message);
    Some(finding.relate(place(span), Message::new("इतने दिन", "so many days")))
}

/// How many days a range has, the first and the last counted.
fn days_of_range(time: &TimeMention) -> Option<i16> {
    let Meaning::Range(from, to) = &time.expression.meaning else { return None };
    let (from_day, to_day) = (from.day?, to.day?);
    let one_month = from.month.or(to.month).map(|month| month.value) == to.month.map(|month| month.value);
    if one_month && from.year.is_none() {
        return Some(to_day.value - from_day.value + 1).filter(|days| *days > 0);
    }
    let days = (time.end? - time.start?).get_days();
    i16::try_from(days).ok().filter(|days| (1..=MAX_DAYS * 2).contains(days))
}

/// Born in one year, dead in another, and an age that fits neither way.
fn age(reading: &Reading<'_>, view: &BlockView<'_>, told: &[TimeMention]) -> Option<Finding> {
    let (years, time) = told.iter().find_map(|time| Some((count_of_years(view, &time.expression)?, time)))?;
    let end = time.expression.tokens.end();
    let is_age = (end..end + 3)
        .any(|at| view.word(at).is_some_and(|word| matches!(&*word.key, "उम्र" | "आयु" | "अवस्था")));
    let [born, died] = two_years(told)?;
    let sentence = view.sentence(time.expression.tokens.start());
    let is_life = has_word(view, sentence.clone(), &["जन्म", "जन्मे", "जन्मी", "जन्मा", "पैदा"])
        && has_word(view, sentence, &["निधन", "मृत्यु", "देहांत", "मौत", "स्वर्गवास", "अंतिम", "चल"]);
    let right = died.1 - born.1;
    if !is_age || !is_life || right <= 0 || years == right || years == right - 1 {
        return None;
    }
    let prose = reading.article.blocks[time.block].text();
    let message = Message::new(
        format!("{} से {} तक {right} साल होते हैं, {years} नहीं। उम्र या साल जाँच लें।", born.1, died.1),
        format!("from {} to {} it is {right} years, not {years}; check the age or the years", born.1, died.1),
    );
    Some(count_finding(time, prose, message, years, right))
}

/// 1975 से 50 साल, in the article's own year.
fn since(reading: &Reading<'_>, view: &BlockView<'_>, told: &[TimeMention]) -> Option<Finding> {
    let this_year = reading.dateline.date?.year();
    told.windows(2).find_map(|pair| {
        let [from, time] = pair else { return None };
        let years = count_of_years(view, &time.expression)?;
        let year = year_alone(from)?;
        let is_since = from.expression.tokens.end() + 1 == time.expression.tokens.start()
            && calendar(view, from.expression.tokens.end()) == Some(CalendarWord::From);
        let end = time.expression.tokens.end();
        let is_now = (end..end + 3)
            .any(|at| view.word(at).is_some_and(|word| matches!(&*word.key, "पूरे" | "हो" | "पूर्ण" | "बीत")));
        let right = this_year - year;
        let is_wrong = (years - right).abs() > 1 && right > 0;
        if !is_since || !is_now || !is_wrong {
            return None;
        }
        let prose = reading.article.blocks[time.block].text();
        let message = Message::new(
            format!("{year} से {this_year} तक {right} साल होते हैं, {years} नहीं। गिनती या साल जाँच लें।"),
            format!(
                "from {year} to {this_year} it is {right} years, not {years}; check the count or the year"
            ),
        );
        Some(count_finding(time, prose, message, years, right))
    })
}

/// Jubilees with the years that they are kept after.
const JUBILEES: &[(&str, &[i16])] = &[
    ("रजत", &[25]),
    ("स्वर्ण", &[50]),
    ("हीरक", &[60, 75]),
    ("प्लैटिनम", &[70, 75]),
    ("प्लेटिनम", &[70, 75]),
    ("अमृत", &[75]),
];

/// A jubilee in a year that is not so many after the founding that the sentence names.
fn jubilee(
    reading: &Reading<'_>,
    view: &BlockView<'_>,
    sentence: std::ops::Range<usize>,
    told: &[TimeMention],
) -> Option<Finding> {
    let (at, years) = sentence.clone().find_map(|at| Some((at, jubilee_at(view, at)?)))?;
    if !has_word(view, sentence, &["स्थापित", "स्थापना", "गठित", "गठन", "शुरू", "बनी", "बना", "बने", "निर्मित"])
    {
        return None;
    }
    let mut named = told.iter().filter_map(|time| Some((time, year_named(time)?)));
    let founded = named.next()?;
    let kept = match named.next() {
        Some((_, year)) => year,
        None => reading.dateline.date?.year(),
    };
    let passed = kept - founded.1;
    let is_single = named.next().is_none();
    let fits = years.iter().any(|years| passed == *years || passed == years - 1);
    if !is_single || fits || passed <= 0 {
        return None;
    }
    let block = founded.0.block;
    let (first, last) = (view.block.tokens.get(at)?.span, view.block.tokens.get(at + 1)?.span);
    let span = if is_jubilee(view, at + 1) { first.to(last) } else { first };
    let name = span.of(reading.article.blocks[block].text());
    let message = Message::new(
        format!("{} के {passed} साल बाद “{name}” नहीं होती: वह {} साल पर है। साल जाँच लें।", founded.1, years[0]),
        format!(
            "{} is {passed} years before {kept}, and “{name}” means {}; check the years",
            founded.1, years[0]
        ),
    );
    let place = Place { block, span: founded.0.expression.span };
    Some(
        Finding::new(CODE, Place { block, span }, message)
            .relate(place, Message::new("यहाँ से गिना गया", "counted from here")),
    )
}

fn jubilee_at(view: &BlockView<'_>, at: usize) -> Option<&'static [i16]> {
    let key = &*view.word(at)?.key;
    if matches!(key, "शताब्दी" | "शतवार्षिकी")
        && view.word(at + 1).is_some_and(|w| matches!(&*w.key, "वर्ष" | "समारोह" | "वर्षगांठ"))
    {
        return Some(&[100]);
    }
    is_jubilee(view, at + 1)
        .then(|| JUBILEES.iter().find(|(name, _)| *name == key))
        .flatten()
        .map(|found| found.1)
}

fn is_jubilee(view: &BlockView<'_>, at: usize) -> bool {
    view.word(at).is_some_and(|word| matches!(&*word.key, "जयंती" | "जयन्ती" | "जुबली" | "महोत्सव"))
}

fn has_word(view: &BlockView<'_>, tokens: std::ops::Range<usize>, words: &[&str]) -> bool {
    tokens.into_iter().any(|at| view.word(at).is_some_and(|word| words.contains(&&*word.key)))
}

fn count_of_years(view: &BlockView<'_>, time: &TimeExpression) -> Option<i16> {
    let Meaning::Duration([Some(measure), None, None]) = time.meaning else { return None };
    let is_rough =
        time.tokens.start() > 0 && calendar(view, time.tokens.start() - 1).is_some_and(is_rough_word);
    let years = i16::try_from(measure.amount?.as_whole()?).ok()?;
    (measure.unit == Unit::Year && !is_rough && (1..200).contains(&years)).then_some(years)
}

/// The two years that a sentence names, in order.
fn two_years(told: &[TimeMention]) -> Option<[(&TimeMention, i16); 2]> {
    let mut named = told.iter().filter_map(|time| Some((time, year_named(time)?)));
    let pair = [named.next()?, named.next()?];
    named.next().is_none().then_some(pair)
}

/// The year that a mention writes.
fn year_named(time: &TimeMention) -> Option<i16> {
    time.expression.date()?.year.map(|year| year.value)
}

fn year_alone(time: &TimeMention) -> Option<i16> {
    time.expression
        .date()
        .filter(|date| date.month.is_none() && date.day.is_none())?
        .year
        .map(|year| year.value)
}

fn count_finding(time: &TimeMention, prose: &str, message: Message, years: i16, right: i16) -> Finding {
    let place = Place { block: time.block, span: time.expression.span };
    let finding = Finding::new(CODE, place, message);
    let written = time.expression.span.of(prose);
    let figures =
        written.chars().take_while(|c| letters::digit(*c).is_some()).map(char::len_utf8).sum::<usize>();
    if figures == 0 || letters::number(&written[..figures]) != u32::try_from(years).ok() {
        return finding;
    }
    let span = Span { end: place.span.start + figures as u32, ..place.span };
    let text = letters::in_digits_of(span.of(prose), &right.to_string());
    finding.fix_within(place, prose, vec![(span, text)], Applicability::Suggested)
}
