//! Numbers: in figures of both scripts, in words (एक सौ पाँच, साढ़े तीन), and places in a row (21वीं, तीसरे).

use super::words::{Read, Words};
use super::{Amount, Part};
use crate::newsroom::calendar::{CalendarWord, Fraction};

impl Amount {
    /// So many whole ones.
    pub fn whole(number: u32) -> Amount {
        Amount { hundredths: u64::from(number) * 100 }
    }

    fn times(self, factor: u32) -> Option<Amount> {
        Some(Amount { hundredths: self.hundredths.checked_mul(factor.into())? })
    }

    /// The whole number that it is.
    pub fn as_whole(self) -> Option<u64> {
        self.hundredths.is_multiple_of(100).then_some(self.hundredths / 100)
    }
}

/// A whole number in words: इक्कीस, एक सौ पाँच, उन्नीस सौ सैंतालीस, दो हज़ार पच्चीस.
pub(super) fn in_words(words: Words<'_>, start: usize) -> Read<u32> {
    let (mut total, mut group, mut is_scaled) = (0u32, None::<u32>, false);
    let mut at = start;
    loop {
        match words.calendar(at) {
            Some(CalendarWord::Number(number)) if group.is_none() || is_scaled => {
                group = Some(group.unwrap_or(0) + number.unsigned_abs() as u32);
                is_scaled = false;
            }
            Some(CalendarWord::Scale(100)) if !is_scaled && group.is_none_or(|group| group < 100) => {
                group = Some(group.unwrap_or(1) * 100);
                is_scaled = true;
            }
            Some(CalendarWord::Scale(scale)) if scale > 100 && (group.is_some() || total == 0) => {
                total = total.checked_add(group.unwrap_or(1).checked_mul(scale)?)?;
                group = None;
                is_scaled = false;
            }
            _ => break,
        }
        at += 1;
    }
    (at > start).then_some((total.checked_add(group.unwrap_or(0))?, at))
}

/// A number of things: 5, 2.5, तीन, डेढ़, साढ़े तीन, आधा, 10 हज़ार.
pub(super) fn amount(words: Words<'_>, at: usize) -> Read<Amount> {
    let (amount, end) = match words.calendar(at) {
        Some(CalendarWord::Fraction(fraction)) => fractional(words, fraction, at + 1)?,
        Some(_) => {
            let (number, end) = in_words(words, at)?;
            (Amount::whole(number), end)
        }
        None => in_figures(words, at)?,
    };
    match words.calendar(end) {
        Some(CalendarWord::Scale(scale)) => Some((amount.times(scale)?, end + 1)),
        _ => Some((amount, end)),
    }
}

fn fractional(words: Words<'_>, fraction: Fraction, at: usize) -> Read<Amount> {
    let alone = |hundredths| Some((Amount { hundredths }, at));
    match fraction {
        Fraction::Half => return alone(50),
        Fraction::ThreeQuarters => return alone(75),
        Fraction::OneAndAHalf => return alone(150),
        Fraction::TwoAndAHalf => return alone(250),
        _ => {}
    }
    let number = match words.calendar(at) {
        Some(CalendarWord::Number(number)) => u32::from(number.unsigned_abs()),
        _ => match words.figure(at) {
            Some((number, _)) => number,
            None if fraction == Fraction::QuarterMore => return alone(125),
            // पौने घंटे
            None if fraction == Fraction::QuarterLess
                && matches!(words.calendar(at), Some(CalendarWord::Unit(_))) =>
            {
                return alone(75);
            }
            None => return None,
        },
    };
    let whole = Amount::whole(number).hundredths;
    let hundredths = match fraction {
        Fraction::HalfMore => whole.checked_add(50)?,
        Fraction::QuarterMore => whole.checked_add(25)?,
        _ => whole.checked_sub(25)?,
    };
    Some((Amount { hundredths }, at + 1))
}

fn in_figures(words: Words<'_>, at: usize) -> Read<Amount> {
    if words.is_tail(at) {
        return None;
    }
    let (mut number, _) = words.figure(at)?;
    let mut end = at + 1;
    // 22,000; 1,50,000
    while words.mark(end) == Some(',') && words.goes_on_in_figures(end) {
        let (group, digits) = words.figure(end + 1).filter(|(_, digits)| matches!(digits, 2 | 3))?;
        number = number.checked_mul(10u32.pow(digits as u32))?.checked_add(group)?;
        end += 2;
    }
    if !words.goes_on_in_figures(end) {
        return Some((Amount::whole(number), end));
    }
    let (decimals, digits) = words.figure(end + 1)?;
    if words.mark(end) != Some('.') || digits > 2 || words.goes_on_in_figures(end + 2) {
        return None;
    }
    let hundredths = u64::from(if digits == 1 { decimals * 10 } else { decimals });
    Some((Amount { hundredths: Amount::whole(number).hundredths + hundredths }, end + 2))
}

/// A place in a row: तीसरे, पाँचवीं, 21वीं, 2-रा; -1 for आख़िरी.
pub(super) fn ordinal(words: Words<'_>, at: usize) -> Read<Part> {
    match words.calendar(at) {
        Some(CalendarWord::Ordinal(number)) => return Some((words.part(at, i16::from(number)), at + 1)),
        Some(CalendarWord::Ago) if words.key(at) == "पहले" => {
            return Some((words.part(at, 1), at + 1));
        }
        _ => {}
    }
    let (number, digits) = words.figure(at).filter(|_| !words.is_tail(at))?;
    let dash = usize::from(words.is_dash(at + 1));
    let ending = at + 1 + dash;
    let is_spaced = matches!(words.key(ending), "वां" | "वीं" | "वें");
    let is_ordinal =
        digits <= 3 && words.is(ending, CalendarWord::OrdinalEnding) && (is_spaced || words.is_glued(ending));
    let value = i16::try_from(number).ok().filter(|_| is_ordinal)?;
    Some((Part { value, span: words.span(at, ending + 1) }, ending + 1))
}
