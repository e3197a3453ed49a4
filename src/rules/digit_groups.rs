//! Whether long numbers are grouped as in India (12,50,000) or as in the West (1,250,000): part of `text/digits`.

use super::facts::Grouping;
use super::{About, Applicability, Fact, Finding, Fix, Message, Place, Says};
use crate::reading::{BlockView, Reading};
use crate::text::TokenKind;

const CODE: &str = "text/digits";

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
        if let Some(grouping) = grouping(span.of(view.block.text())).filter(|_| !is_money) {
            out.push(Fact {
                about: About::Mark(','),
                says: Says::Grouping(grouping),
                place: Place { block, span },
            });
        }
    }
}

/// In which way a number is grouped, if that is plain: 25,000 is both.
fn grouping(number: &str) -> Option<Grouping> {
    let groups: Vec<usize> = number.split(',').map(|group| group.chars().count()).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    if *last != 3 || !(1..=3).contains(first) {
        return None;
    }
    if !middle.is_empty() && middle.iter().all(|&group| group == 2) && *first <= 2 {
        return Some(Grouping::Indian);
    }
    let is_western = middle.iter().all(|&group| group == 3) && (!middle.is_empty() || *first == 3);
    is_western.then_some(Grouping::Western)
}

/// A number in the other way.
fn regrouped(number: &str, grouping: Grouping) -> String {
    let digits: Vec<char> = number.chars().filter(|&c| c != ',').collect();
    let mut out = String::new();
    for (at, digit) in digits.iter().enumerate() {
        let left = digits.len() - at;
        let is_start = match grouping {
            Grouping::Indian => left == 3 || (left > 3 && left % 2 == 1),
            Grouping::Western => left.is_multiple_of(3),
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
    let of = |grouping| facts.iter().filter(move |fact| fact.says == Says::Grouping(grouping));
    let (indian, western) = (of(Grouping::Indian).count(), of(Grouping::Western).count());
    let (kept, other) = match indian >= western {
        true => (Grouping::Indian, Grouping::Western),
        false => (Grouping::Western, Grouping::Indian),
    };
    let (Some(odd), Some(usual)) = (of(other).next(), of(kept).next()) else { return };
    let written = |place: Place| place.span.of(reading.article.blocks[place.block].text());
    let (here, there) = (called(other), called(kept));
    let (first, second) = (written(odd.place), written(usual.place));
    let message = Message::new(
        format!("“{first}” में अल्पविराम {} ढंग से हैं, “{second}” में {} से: एक ही रखें।", here.0, there.0),
        format!("“{first}” is grouped in the {} way, “{second}” in the {}; keep one", here.1, there.1),
    );
    let mut finding = Finding::new(CODE, odd.place, message)
        .relate(usual.place, Message::new(format!("यहाँ “{second}”"), format!("“{second}” here")));
    for (wanted, changed, example) in [(kept, other, first), (other, kept, second)] {
        let edits: Vec<(Place, String)> =
            of(changed).map(|fact| (fact.place, regrouped(written(fact.place), wanted))).collect();
        let example = regrouped(example, wanted);
        let title = Message::new(
            format!("सब जगह {} ढंग: {example} ({} बदलाव)", called(wanted).0, edits.len()),
            format!("{} grouping everywhere: {example} ({} changes)", called(wanted).1, edits.len()),
        );
        finding.fixes.push(Fix { title, applicability: Applicability::Suggested, edits: edits.into() });
    }
    out.push(finding);
}

/// What a way is called.
fn called(grouping: Grouping) -> (&'static str, &'static str) {
    match grouping {
        Grouping::Indian => ("भारतीय", "Indian"),
        Grouping::Western => ("पश्चिमी", "Western"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_grouped_in_one_way_or_may_be_in_both() {
        for (number, way, other_way, other) in [
            ("12,50,000", Grouping::Indian, Grouping::Western, "1,250,000"),
            ("1,25,000", Grouping::Indian, Grouping::Western, "125,000"),
            ("1,250,000", Grouping::Western, Grouping::Indian, "12,50,000"),
            ("125,000", Grouping::Western, Grouping::Indian, "1,25,000"),
            ("१,२५,०००", Grouping::Indian, Grouping::Western, "१२५,०००"),
        ] {
            assert_eq!(grouping(number), Some(way), "{number}");
            assert_eq!(regrouped(number, other_way), other);
        }
        for number in ["25,000", "2025", "1,2,3", "3,4", "1,25", "1234,567"] {
            assert_eq!(grouping(number), None, "{number}");
        }
    }
}
