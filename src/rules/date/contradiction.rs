//! एक तारीख़ के दो वार, या “एक दिन बाद” की ग़लत गिनती।
//!
//! ## क्यों
//! “मंगलवार को हुए हमले के एक दिन बाद, गुरुवार को” में गिनती ग़लत है: मंगलवार के एक दिन बाद बुधवार होता है। इसी तरह 12 मार्च एक
//! बार बुधवार और दूसरी बार गुरुवार नहीं हो सकता, और 12 मार्च की ख़बर में “आज (20 मार्च)” भी नहीं।
//!
//! ## उदाहरण
//! - ✗ मंगलवार को हुए हमले के एक दिन बाद मंत्री **गुरुवार** को पहुँचे।
//! - ✓ मंगलवार को हुए हमले के एक दिन बाद मंत्री **बुधवार** को पहुँचे।
//! - ✗ पहला मैच बुधवार (12 मार्च) को है। दूसरा मैच भी **गुरुवार (12 मार्च)** को है।
//! - ✗ (12 मार्च 2025 को) बैठक कल यानी **15 मार्च** को होगी।
//! - ✗ मेला शाम 5 बजे शुरू होकर **दोपहर 2 बजे** समाप्त होगा।
//!
//! ## क्या करें
//! स्रोत से जाँचकर दोनों में से एक सुधारें। जो न्यूज़रूम अगले दिन पढ़ने वाले के लिए “आज” लिखते हैं, वे `vartani.toml` में
//! `[date] day-of-reading = "next"` लिखें।
//! ---
//! Two weekdays for one date, or a “day later” that does not fit the two days.
//!
//! ## Why
//! In “मंगलवार को हुए हमले के एक दिन बाद, गुरुवार को” the count is wrong: the day after Tuesday is Wednesday. Nor can
//! 12 March be a Wednesday in one place and a Thursday in another, nor “आज” 20 March in news of the 12th.
//!
//! ## Example
//! - ✗ मंगलवार को हुए हमले के एक दिन बाद मंत्री **गुरुवार** को पहुँचे।
//! - ✓ मंगलवार को हुए हमले के एक दिन बाद मंत्री **बुधवार** को पहुँचे।
//! - ✗ पहला मैच बुधवार (12 मार्च) को है। दूसरा मैच भी **गुरुवार (12 मार्च)** को है।
//! - ✗ (on 12 March 2025) बैठक कल यानी **15 मार्च** को होगी।
//! - ✗ मेला शाम 5 बजे शुरू होकर **दोपहर 2 बजे** समाप्त होगा।
//!
//! ## What to do
//! Check with the source and correct one of the two. A newspaper that writes “आज” for tomorrow's reader sets
//! `[date] day-of-reading = "next"` in `vartani.toml`.

mod apposition;
mod code;
mod hours;
mod one_event;

use code::CODE;
use rustc_hash::FxHashMap;

use crate::newsroom::calendar::{Unit, weekday_name};
use crate::reading::time::{Anchor, CalendarDate, Meaning, Offset, Part};
use crate::reading::{Reading, TimeMention};
use crate::rules::{Applicability, Finding, Message, Place};

/// Marks days of the week that contradict another place of the article.
pub(in crate::rules) fn check(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    out.extend(reading.times.iter().filter_map(|time| miscounted(reading, time)));
    two_weekdays(reading, out);
    apposition::check(reading, out);
    hours::check(reading, out);
    one_event::check(reading, out);
}

/// एक दिन बाद between two days that are further apart.
fn miscounted(reading: &Reading<'_>, time: &TimeMention) -> Option<Finding> {
    let Meaning::Offset(away @ Offset { anchor: Anchor::Event { event, other }, .. }) =
        time.expression.meaning
    else {
        return None;
    };
    let days = whole_days(&away)?;
    let of_block = reading.times.partition_point(|mention| mention.block < time.block);
    let [event, other] = [event?, other?].map(|number| reading.times.get(of_block + usize::from(number)));
    let (event, other) = (event?, other?);
    let from = weekday(event)?;
    let steps = if away.is_before { -days } else { days };
    let right = (from.value - 1 + steps).rem_euclid(7) + 1;
    let written = weekday(other)?;
    let [hi_from, hi_right, hi_written] =
        [from.value, right, written.value].map(|day| weekday_name(day as i8));
    if written.value == right {
        return None;
    }
    let phrase = time.expression.span.of(reading.article.blocks[time.block].text());
    let message = Message::new(
        format!(
            "{hi_from} {} {phrase} {hi_right} होता है, {hi_written} नहीं। कोई वार या गिनती सुधारें।",
            if away.is_before { "से" } else { "के" }
        ),
        format!(
            "{} {} {} is a {}, not a {}; correct a weekday or the count",
            if days == 1 { "1 day".to_owned() } else { format!("{days} days") },
            if away.is_before { "before" } else { "after" },
            super::english_weekday(from.value),
            super::english_weekday(right),
            super::english_weekday(written.value)
        ),
    );
    let place = |span| Place { block: time.block, span };
    let finding = Finding::new(CODE, place(written.span), message)
        .fix(place(written.span), hi_right, Applicability::Suggested)
        .relate(place(from.span), Message::new("गिनती यहाँ से", "counted from here"))
        .relate(place(time.expression.span), Message::new("गिनती इतने दिन की", "counted so many days"));
    Some(finding)
}

/// The number of days of a distance of less than a week.
fn whole_days(away: &Offset) -> Option<i16> {
    let [Some(measure), None, None] = away.length else { return None };
    let days =
        measure.amount?.as_whole().filter(|days| measure.unit == Unit::Day && (1..7).contains(days))?;
    i16::try_from(days).ok()
}

/// The weekday that a mention names.
fn weekday(mention: &TimeMention) -> Option<Part> {
    mention.expression.date()?.weekday
}

/// One date with two weekdays; where the year is sure, `date/weekday` knows which of them is wrong.
fn two_weekdays(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    // What stands beside the text comes last: where the two differ, it is that which is to be looked at
    let is_beside = |time: &&TimeMention| reading.article.blocks[time.block].is_beside_text();
    let (beside, text): (Vec<_>, Vec<_>) = reading.times.iter().partition(is_beside);
    let dated = text
        .into_iter()
        .chain(beside)
        .filter_map(|time| Some((time, time.expression.date()?)))
        .filter(|(time, date)| time.date.is_none() && date.weekday.is_some() && date.is_day_of_month());
    let day = |date: &CalendarDate| {
        (date.day.map(|d| d.value), date.month.map(|m| m.value), date.year.map(|y| y.value))
    };
    let mut firsts = FxHashMap::default();
    for (time, date) in dated {
        let (first, earlier) = *firsts.entry(day(date)).or_insert((time, date));
        let Some(written) = date.weekday else { continue };
        let Some(other) = earlier.weekday.filter(|other| other.value != written.value) else { continue };
        let [hi, hi_other] = [written.value, other.value].map(|day| weekday_name(day as i8));
        let is_beside = is_beside(&time) && !is_beside(&first);
        let (hi_above, above) =
            if is_beside { ("ख़बर में", "in the text") } else { ("ऊपर", "above") };
        let message = Message::new(
            format!("इसी तारीख़ पर {hi_above} {hi_other} लिखा है, यहाँ {hi}। कोई एक सुधारें।"),
            format!(
                "this date is a {} {above} and a {} here; correct one of them",
                super::english_weekday(other.value),
                super::english_weekday(written.value)
            ),
        );
        let place = |time: &TimeMention, span| Place { block: time.block, span };
        let finding = Finding::new(CODE, place(time, time.expression.span), message)
            .fix(place(time, written.span), hi_other, Applicability::Suggested)
            .relate(
                place(first, first.expression.span),
                Message::new("यही तारीख़, दूसरे वार के साथ", "the same date with another weekday"),
            );
        out.push(finding);
    }
}
