//! ऐसा समय जो घड़ी में नहीं होता, जैसे 25:70 बजे।
//!
//! ## क्यों
//! घंटे 24 तक और मिनट 59 तक होते हैं। ऐसा समय टाइपिंग की चूक है, और पाठक जान नहीं सकता कि कार्यक्रम कब है।
//!
//! ## उदाहरण
//! - ✗ बैठक **25:70 बजे** शुरू होगी।
//! - ✗ ट्रेन **रात 8.75 बजे** चलेगी।
//! - ✗ दुकान **सुबह 14 बजे** खुलती है।
//! - ✓ ट्रेन **रात 8.45 बजे** चलेगी।
//!
//! ## क्या करें
//! स्रोत से समय जाँच लें। सुधार सुझाया नहीं जाता: सही समय आप ही जानते हैं।
//! ---
//! A time that no clock shows, such as 25:70.
//!
//! ## Why
//! There are 24 hours and 59 minutes. Such a time is a slip of the keyboard, and the reader cannot know when to come.
//!
//! ## Example
//! - ✗ बैठक **25:70 बजे** शुरू होगी।
//! - ✗ ट्रेन **रात 8.75 बजे** चलेगी।
//! - ✗ दुकान **सुबह 14 बजे** खुलती है।
//! - ✓ ट्रेन **रात 8.45 बजे** चलेगी।
//!
//! ## What to do
//! Check the time with the source. No fix is offered: only you know the right time.

use crate::newsroom::calendar::{CalendarWord, DayPart, Fraction};
use crate::reading::time::Clock;
use crate::reading::{BlockView, Reading};
use crate::rules::{Finding, Message, Place};
use crate::text::letters;

const CODE: &str = "date/time";

/// Marks times of day that do not exist.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let view = reading.view(block);
    for time in &reading.blocks[block].times {
        let tokens = time.tokens.range();
        out.extend(time.clocks().filter_map(|clock| finding(&clock, block, &view, tokens.clone())));
    }
}

fn finding(
    clock: &Clock,
    block: usize,
    view: &BlockView<'_>,
    tokens: std::ops::Range<usize>,
) -> Option<Finding> {
    let hour = clock.hour?;
    let of_clock: Vec<usize> =
        tokens.filter(|at| view.block.tokens.get(*at).is_some_and(|t| t.span.overlaps(clock.span))).collect();
    let (hi, en) = if clock.of_day().is_none() {
        no_such(clock, hour)
    } else if let Some(number) = fraction_past_noon(view, &of_clock) {
        (
            format!("“{number}” बजे के साथ साढ़े, सवा या पौने नहीं लगता: ये 12 तक चलते हैं।"),
            format!("half and quarter hours are told to 12, not to {number}"),
        )
    } else if hour > 12 && has_meridiem(view, &of_clock) {
        (
            format!("{hour} बजे के साथ AM या PM नहीं लगता: वह 12 घंटे की घड़ी का है।"),
            format!("hour {hour} takes no AM or PM: those are of a clock of 12 hours"),
        )
    } else {
        let part = clock.part.filter(|part| !lies_in(hour, *part))?;
        (
            format!("“{} {hour} बजे” कोई समय नहीं।", part_in_hindi(part)),
            format!("hour {hour} is not in the {}", part_in_english(part)),
        )
    };
    let message = Message::new(format!("{hi} समय जाँच लें।"), format!("{en}; check the time"));
    Some(Finding::new(CODE, Place { block, span: clock.span }, message))
}

/// Why a clock shows no such hour or minute.
fn no_such(clock: &Clock, hour: u8) -> (String, String) {
    if hour > 24 {
        (
            format!("“{hour} बजे” कोई समय नहीं: दिन में 24 घंटे होते हैं।"),
            format!("there is no hour {hour}: a day has 24"),
        )
    } else if clock.minute > 59 {
        (
            format!("घड़ी में {} मिनट नहीं होते: 59 के बाद अगला घंटा।", clock.minute),
            format!("there is no minute {}: an hour is counted to 59", clock.minute),
        )
    } else {
        (
            "24 बजे के आगे मिनट नहीं चलते: वह अगले दिन का समय है।".to_owned(),
            "minutes after 24:00 are of the next day".to_owned(),
        )
    }
}

/// Whether an hour of a clock of 24 may lie in a part of the day; those up to 12 are read by it.
fn lies_in(hour: u8, part: DayPart) -> bool {
    match part {
        _ if hour <= 12 => true,
        DayPart::Dawn | DayPart::Morning => false,
        DayPart::Noon | DayPart::Afternoon => hour <= 17,
        DayPart::Evening => (15..=21).contains(&hour),
        DayPart::Night | DayPart::Midnight => hour >= 18,
    }
}

/// The 13 of पौने 13.
fn fraction_past_noon(view: &BlockView<'_>, tokens: &[usize]) -> Option<u32> {
    let is_fraction = |at: usize| {
        matches!(
            view.word(at).and_then(|word| word.calendar),
            Some(CalendarWord::Fraction(Fraction::HalfMore | Fraction::QuarterMore | Fraction::QuarterLess))
        )
    };
    let number = tokens.windows(2).find(|pair| is_fraction(pair[0]))?[1];
    let value = match view.word(number).and_then(|word| word.calendar) {
        Some(CalendarWord::Number(number)) => u32::from(number.unsigned_abs()),
        _ => letters::number(view.block.word(*view.block.tokens.get(number)?))?,
    };
    (value > 12).then_some(value)
}

fn has_meridiem(view: &BlockView<'_>, tokens: &[usize]) -> bool {
    let says_so =
        |at: &usize| matches!(view.word(*at).and_then(|word| word.calendar), Some(CalendarWord::Meridiem(_)));
    tokens.iter().any(says_so)
}

fn part_in_hindi(part: DayPart) -> &'static str {
    match part {
        DayPart::Dawn => "भोर",
        DayPart::Morning => "सुबह",
        DayPart::Noon | DayPart::Afternoon => "दोपहर",
        DayPart::Evening => "शाम",
        DayPart::Night | DayPart::Midnight => "रात",
    }
}

fn part_in_english(part: DayPart) -> &'static str {
    match part {
        DayPart::Dawn => "early morning",
        DayPart::Morning => "morning",
        DayPart::Noon | DayPart::Afternoon => "afternoon",
        DayPart::Evening => "evening",
        DayPart::Night | DayPart::Midnight => "night",
    }
}
