//! Which days a distance joins: in `मंगलवार को हुए हमले के एक दिन बाद मंत्री बुधवार को पहुँचे` Tuesday and Wednesday.

use super::words::Words;
use super::{Anchor, Direction, Meaning, Offset, TimeExpression};
use crate::newsroom::calendar::CalendarWord;

/// Finds for every distance from something told the days that it joins.
pub(super) fn join_days(words: Words<'_>, found: &mut [TimeExpression]) {
    for number in 0..found.len() {
        let Meaning::Offset(offset) = found[number].meaning else { continue };
        let is_told = match offset.anchor {
            Anchor::Event { .. } => true,
            Anchor::Dateline => !offset.is_before && found[number].direction != Some(Direction::Ahead),
            Anchor::Now | Anchor::Before => false,
        };
        if is_told {
            let event = event(words, found, number).and_then(|at| u16::try_from(at).ok());
            let other = other(words, found, number).and_then(|at| u16::try_from(at).ok());
            found[number].meaning =
                Meaning::Offset(Offset { anchor: Anchor::Event { event, other }, ..offset });
        }
    }
}

/// The day of what was told: the last before the distance in its own clause; with इसके or जिसके the one day
/// of the clause or sentence before.
fn event(words: Words<'_>, found: &[TimeExpression], number: usize) -> Option<usize> {
    let start = found[number].tokens.start();
    let sentence = words.view.sentence(start);
    let before = number.checked_sub(1).filter(|&at| names_a_day(&found[at]))?;
    let (day_start, day_end) = (found[before].tokens.start(), found[before].tokens.end());
    let is_thereof = words.before(start) == Some(CalendarWord::Thereof);
    if sentence.contains(&day_start) {
        let is_of_it = if is_thereof {
            !is_reported(words, day_end, start)
        } else {
            is_one_clause(words, day_end, start)
        };
        return is_of_it.then_some(before);
    }
    let told = words.view.sentence(sentence.start.checked_sub(1)?);
    let is_alone = before.checked_sub(1).is_none_or(|at| (found[at].tokens.start()) < told.start);
    let opens = is_thereof && start <= sentence.start + 2;
    (opens && is_alone && told.contains(&day_start) && !is_reported(words, day_end, sentence.start))
        .then_some(before)
}

/// The day so far from it: the first after the distance, before any कि.
fn other(words: Words<'_>, found: &[TimeExpression], number: usize) -> Option<usize> {
    let (start, end) = (found[number].tokens.start(), found[number].tokens.end());
    let next = found.get(number + 1).filter(|next| names_a_day(next))?;
    let at = next.tokens.start();
    let is_here = words.view.sentence(start).contains(&at) && !is_reported(words, end, at);
    is_here.then_some(number + 1)
}

fn names_a_day(expression: &TimeExpression) -> bool {
    let is_day = expression.date().is_some_and(|date| date.weekday.is_some() || date.is_day_of_month());
    is_day || matches!(expression.meaning, Meaning::Near(_))
}

/// Whether कि or a quotation mark stands between: what follows is said by somebody.
fn is_reported(words: Words<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| words.key(at) == "कि" || matches!(words.mark(at), Some('“' | '”' | '"')))
}

/// Whether neither that nor a comma stands between.
fn is_one_clause(words: Words<'_>, from: usize, to: usize) -> bool {
    !is_reported(words, from, to) && !(from..to).any(|at| matches!(words.mark(at), Some(',' | ';' | ':')))
}
