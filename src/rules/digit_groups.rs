//! Whether long numbers are grouped as in India (12,50,000) or as in the West (1,250,000): part of `text/digits`.

use super::{About, Applicability, Fact, Finding, Fix, Message, Place};
use crate::reading::{BlockView, Reading};
use crate::text::TokenKind;

const CODE: &str = "text/digits";

/// What a fact says: grouped as in India …
const INDIAN: u32 = 0;

/// … or as in the West.
const WESTERN: u32 = 1;

/// Signs of money abroad, whose sums are often grouped as there.
const FOREIGN_MONEY: [char; 4] = ['$', '£', '€', '¥'];

/// The numbers of a block that are grouped in one of the two ways, and in no other.
pub(super) fn gather(view: &BlockView<'_>, block: usize, out: &mut Vec<Fact>) {
    let tokens = &view.block.tokens;
    let mut at = 0;
    while at < tokens.len() {
        let start = at;
        at += 1;
        if tokens[start].kind != TokenKind::Number {
            continue;
        }
        while view.is_mark(at, ',')
            && view.is_glued(at)
            && view.is_glued(at + 1)
            && tokens[at + 1].kind == TokenKind::Number
        {
            at += 2;
        }
        let is_money = start > 0 && FOREIGN_MONEY.iter().any(|&sign| tokens[start - 1].is_mark(sign));
        let span = tokens[start].span.to(tokens[at - 1].span);
        if let Some(says) = grouping(span.of(view.block.text())).filter(|_| !is_money) {
            out.push(Fact { about: About::Mark(','), says, place: Place { block, span } });
        }
    }
}

/// In which way a number is grouped, if that is plain: 25,000 is both.
fn grouping(number: &str) -> Option<u32> {
    let groups: Vec<usize> = number.split(',').map(|group| group.chars().count()).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    if *last != 3 || !(1..=3).contains(first) {
        return None;
    }
    if !middle.is_empty() && middle.iter().all(|&group| group == 2) && *first <= 2 {
        return Some(INDIAN);
    }
    let is_western = middle.iter().all(|&group| group == 3) && (!middle.is_empty() || *first == 3);
    is_western.then_some(WESTERN)
}

/// A number in the other way.
fn regrouped(number: &str, says: u32) -> String {
    let digits: Vec<char> = number.chars().filter(|&c| c != ',').collect();
    let mut out = String::new();
    for (at, digit) in digits.iter().enumerate() {
        let left = digits.len() - at;
        let is_start = match says {
            INDIAN => left == 3 || (left > 3 && left % 2 == 1),
            _ => left.is_multiple_of(3),
        };
        if at > 0 && is_start {
            out.push(',');
        }
        out.push(*digit);
    }
    out
}

/// Marks an article with both ways.
pub(super) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let of = |says: u32| facts.iter().filter(move |fact| fact.says == says);
    let (indian, western) = (of(INDIAN).count(), of(WESTERN).count());
    let kept = if indian >= western { INDIAN } else { WESTERN };
    let (Some(odd), Some(usual)) = (of(1 - kept).next(), of(kept).next()) else { return };
    let written = |place: Place| place.span.of(reading.article.blocks[place.block].text());
    let called = [("भारतीय", "Indian"), ("पश्चिमी", "Western")];
    let (here, there) = (called[(1 - kept) as usize], called[kept as usize]);
    let (first, second) = (written(odd.place), written(usual.place));
    let message = Message::new(
        format!("“{first}” में अल्पविराम {} ढंग से हैं, “{second}” में {} से: एक ही रखें।", here.0, there.0),
        format!("“{first}” is grouped in the {} way, “{second}” in the {}; keep one", here.1, there.1),
    );
    let mut finding = Finding::new(CODE, odd.place, message)
        .relate(usual.place, Message::new(format!("यहाँ “{second}”"), format!("“{second}” here")));
    for says in [kept, 1 - kept] {
        let changed = of(1 - says);
        let edits: Vec<(Place, String)> =
            changed.map(|fact| (fact.place, regrouped(written(fact.place), says))).collect();
        let example = regrouped(if says == kept { first } else { second }, says);
        let title = Message::new(
            format!("सब जगह {} ढंग: {example} ({} बदलाव)", called[says as usize].0, edits.len()),
            format!("{} grouping everywhere: {example} ({} changes)", called[says as usize].1, edits.len()),
        );
        finding.fixes.push(Fix { title, applicability: Applicability::Suggested, edits });
    }
    out.push(finding);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_grouped_in_one_way_or_may_be_in_both() {
        for (number, says, other) in [
            ("12,50,000", Some(INDIAN), "1,250,000"),
            ("1,25,000", Some(INDIAN), "125,000"),
            ("1,250,000", Some(WESTERN), "12,50,000"),
            ("125,000", Some(WESTERN), "1,25,000"),
            ("१,२५,०००", Some(INDIAN), "१२५,०००"),
        ] {
            assert_eq!(grouping(number), says, "{number}");
            assert_eq!(regrouped(number, 1 - says.unwrap_or_default()), other);
        }
        for number in ["25,000", "2025", "1,2,3", "3,4", "1,25", "1234,567"] {
            assert_eq!(grouping(number), None, "{number}");
        }
    }
}
