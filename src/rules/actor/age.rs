//! लिखी उम्र जन्मतिथि से मेल नहीं खाती।
//!
//! ## क्यों
//! उम्र हर जन्मदिन पर बदलती है; पुरानी ख़बर से उठाई उम्र ग़लत हो चुकी होती है।
//!
//! ## उदाहरण
//! 12 मार्च 2025 की ख़बर में (व्लादिमीर पुतिन का जन्म: 7 अक्टूबर 1952):
//! - ✗ **71 वर्षीय** पुतिन ने कहा।
//! - ✓ **72 वर्षीय** पुतिन ने कहा।
//!
//! ## क्या करें
//! उम्र जाँचकर सुधारें। निशान नहीं लगता जब ख़बर की तारीख़ न मिले, बात उद्धरण में या किसी और समय की हो, या जन्म का केवल
//! साल दर्ज हो और दोनों उम्र हो सकती हों।
//! ---
//! The age that is written does not fit the date of birth.
//!
//! ## Why
//! An age changes with every birthday; one taken from old copy is out of date.
//!
//! ## Example
//! In a story of 12 March 2025 (Vladimir Putin was born on 7 October 1952):
//! - ✗ **71 वर्षीय** पुतिन ने कहा।
//! - ✓ **72 वर्षीय** पुतिन ने कहा।
//!
//! ## What to do
//! Check the age and fix it. Where only the year of birth is on record and both ages are possible, without a dateline, in quotations,
//! and where the sentence speaks of another time, the rule is silent.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::newsroom::calendar::{self, Tense, partial_in_words};
use crate::newsroom::{Kind, Locale, PartialDate, offices};
use crate::reading::{BlockView, Mention, Reading, other_time};
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::{TokenKind, letters};

const CODE: &str = "actor/age";

/// An age further from the true one than this is probably a namesake's, unless a title is between.
const NEAR_YEARS: u32 = 5;

/// So many days after a death the age at it is still told.
const DAYS_OF_MOURNING: i32 = 30;

/// Marks ages that are not the person's on the day of the article.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let Some(day) = reading.dateline.date else { return };
    let mentions = reading.mentions_in(block).iter();
    let persons = mentions.filter(|mention| reading.actor(mention).kind == Kind::Person);
    out.extend(persons.filter_map(|mention| finding(reading, mention, day)));
}

/// An age as it is written beside a name.
#[derive(Clone, Copy)]
struct Age {
    /// The token of the number.
    number: usize,
    /// The token of the word after it.
    word: usize,
    years: u32,
    /// Whether a title stands between the age and the name.
    is_titled: bool,
}

fn finding(reading: &Reading<'_>, mention: &Mention, day: Date) -> Option<Finding> {
    let (actor, view) = (reading.actor(mention), reading.view(mention.block));
    let born = actor.born?;
    let day = match actor.died {
        Some(died) if (day - died.latest()).get_days() > DAYS_OF_MOURNING => return None,
        Some(died) => day.min(died.latest()),
        None => day,
    };
    let age = before_name(reading, &view, mention).or_else(|| after_name(&view, mention))?;
    let right = ages(born, day)?;
    let is_near = |true_age: &u32| true_age.abs_diff(age.years) <= NEAR_YEARS;
    if right.contains(&age.years)
        || !(age.is_titled || is_near(right.start()))
        || view.is_quoted(age.number)
        || other_time::is_told(reading, mention.block, age.number, day, |start, end| {
            let (first, last) = (ages(born, start), ages(born, end));
            first.zip(last).is_some_and(|(first, last)| (*first.start()..=*last.end()).contains(&age.years))
        })
    {
        return None;
    }
    let (tokens, text) = (&view.block.tokens, view.block.text());
    let place = |span| Place { block: mention.block, span };
    let number = tokens[age.number].span;
    let (name, written, years) = (actor.name(), age.years, said(&right));
    let birth = |locale| partial_in_words(born, locale);
    let message = Message::new(
        format!("उम्र {years} साल होनी चाहिए, {written} नहीं: {name} का जन्म {} का है।", birth(Locale::Hi)),
        format!("the age should be {years}, not {written}: {name} was born {}", birth(Locale::En)),
    );
    let whole = place(number.to(tokens[age.word].span));
    let finding = Finding::new(CODE, whole, message);
    if right.start() != right.end() {
        return Some(finding);
    }
    let in_devanagari = number.of(text).chars().any(|c| ('०'..='९').contains(&c));
    let fixed = if in_devanagari { letters::devanagari_digits(&years) } else { years };
    Some(finding.fix_within(whole, text, vec![(number, fixed)], Applicability::Suggested))
}

/// `72 वर्षीय पुतिन`, `72 साल के रूसी राष्ट्रपति पुतिन`.
fn before_name(reading: &Reading<'_>, view: &BlockView<'_>, mention: &Mention) -> Option<Age> {
    let name = mention.tokens.start();
    let own: Vec<String> = reading.actor(mention).roles.iter().map(offices::title_of).collect();
    let context = reading.title_context(mention.block);
    let title = context.before(name, |key, _| own.iter().any(|own| own == key));
    let end = title.as_ref().map_or(name, |title| title.start);
    let last = end.checked_sub(1)?;
    let is_titled = title.is_some();
    if is(view, last, offices::is_year_old) {
        let number = last.checked_sub(if view.is_mark(last.checked_sub(1)?, '-') { 2 } else { 1 })?;
        return Some(Age { number, word: last, years: years(view, number)?, is_titled });
    }
    let is_of_years = is(view, last, offices::is_of) && is(view, last.checked_sub(1)?, offices::is_years);
    let number = last.checked_sub(2).filter(|_| is_of_years)?;
    // 11 साल के मोदी राज में: of his rule, not of him
    let after = mention.tokens.end();
    let is_noun_after = view.word(after).is_some_and(|word| !super::goes_on_after_a_name(&word.key));
    (!is_noun_after).then_some(Age { number, word: last, years: years(view, number)?, is_titled })
}

/// `पुतिन 72 साल के हैं`, `पुतिन 72 वर्ष के हो गए`.
fn after_name(view: &BlockView<'_>, mention: &Mention) -> Option<Age> {
    let number = mention.tokens.end();
    let (word, of, verb) = (number + 1, number + 2, number + 3);
    if !(is(view, word, offices::is_years) && is(view, of, offices::is_of)) {
        return None;
    }
    let has_become = || {
        is(view, verb, |word| word == "हो")
            && is(view, verb + 1, |word| calendar::tense(word) == Some(Tense::Past))
    };
    let is_said_of_now = is(view, verb, |word| matches!(word, "है" | "हैं")) || has_become();
    is_said_of_now.then_some(Age { number, word: of, years: years(view, number)?, is_titled: false })
}

fn is(view: &BlockView<'_>, at: usize, holds: impl Fn(&str) -> bool) -> bool {
    view.word(at).is_some_and(|word| holds(&word.key))
}

/// The number at a token, if it can be somebody's age.
fn years(view: &BlockView<'_>, at: usize) -> Option<u32> {
    let token = view.block.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    letters::number(view.block.word(*token)).filter(|years| (1..120).contains(years))
}

/// How old somebody may be on a day: one number, or two where the day of birth is not on record.
fn ages(born: PartialDate, day: Date) -> Option<RangeInclusive<u32>> {
    let full_years = |born: Date| {
        let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
        u32::try_from(day.year() - born.year() - i16::from(before_birthday)).ok()
    };
    Some(full_years(born.latest()).unwrap_or(0)..=full_years(born.earliest())?)
}

fn said(ages: &RangeInclusive<u32>) -> String {
    if ages.start() == ages.end() {
        ages.end().to_string()
    } else {
        format!("{}–{}", ages.start(), ages.end())
    }
}
