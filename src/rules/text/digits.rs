//! ख़बर में अंक कहीं 1, 2, 3 हैं और कहीं १, २, ३, या अल्पविराम दो ढंग से।
//!
//! ## क्यों
//! एक ख़बर में दोनों तरह के अंकों पर आँख अटकती है, और 2025 खोजने पर २०२५ नहीं मिलता। 12,50,000 के साथ 1,250,000 हो तो पाठक
//! गिनने लगता है।
//!
//! ## उदाहरण
//! - ✗ बस में 40 यात्री थे, **१२** घायल हुए।
//! - ✓ बस में 40 यात्री थे, 12 घायल हुए।
//! - ✗ कुल 12,50,000 लोग और **1,250,000** छात्र।
//! - ✓ कोविड-19 और 5G जैसे नाम जैसे हैं वैसे रहते हैं।
//!
//! ## क्या करें
//! जो अंक ख़बर में ज़्यादा हैं, सुधार उन्हें सब जगह लगा देता है। न्यूज़रूम की पसंद `vartani.toml` में लिखें: `[text] digits = "ascii"` या
//! `"devanagari"`; तब दूसरी तरह के हर अंक पर निशान लगेगा।
//! ---
//! Digits are 1, 2, 3 in one place and १, २, ३ in another, or numbers are grouped in two ways.
//!
//! ## Why
//! Both in one story catch the eye, and a search for 2025 does not find २०२५. With 1,250,000 beside 12,50,000 a reader begins to
//! count.
//!
//! ## Example
//! - ✗ बस में 40 यात्री थे, **१२** घायल हुए।
//! - ✓ बस में 40 यात्री थे, 12 घायल हुए।
//! - ✗ कुल 12,50,000 लोग और **1,250,000** छात्र।
//! - ✓ Names such as कोविड-19 and 5G stay as they are.
//!
//! ## What to do
//! The fix writes all of them as most are. Put the newsroom's choice into `vartani.toml`, `[text] digits = "ascii"` or
//! `"devanagari"`, and each number in other digits is marked.

use crate::newsroom::Digits;
use crate::reading::{BlockView, Reading};
use crate::rules::mixed_style::{Mixture, STANDARD, Side, Use, unless_written};
use crate::rules::{About, Applicability, Fact, Finding, Message, Place, Says, digit_groups};
use crate::text::TokenKind;
use crate::text::letters::{ascii_digits, devanagari_digits};

const CODE: &str = "text/digits";

/// In which digits the numbers of a block are.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let view = reading.view(block);
    out.extend(numbers(&view).map(|(at, is_ascii)| {
        let place = Place { block, span: view.block.tokens[at].span };
        Fact {
            about: About::Article,
            says: Says::Side(if is_ascii { Side::ADVISED } else { Side::OTHER }),
            place,
        }
    }));
    digit_groups::gather(&view, block, out);
}

/// The numbers of a block that may be in other digits, by their tokens, and whether each is in international digits.
pub(in crate::rules) fn numbers(view: &BlockView<'_>) -> impl Iterator<Item = (usize, bool)> {
    let numbers = (0..view.block.tokens.len()).filter(|&at| is_free_number(view, at));
    numbers.map(|at| (at, view.block.word(view.block.tokens[at]).starts_with(|c: char| c.is_ascii_digit())))
}

/// Marks numbers in other digits than the newsroom's, or than the rest of the article.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    if facts[0].about != About::Article {
        return digit_groups::judge(reading, facts, out);
    }
    let uses: Vec<Use> = facts.iter().filter_map(Use::of).collect();
    let written = |one: Use| one.place.span.of(reading.article.blocks[one.place.block].text()).to_owned();
    let rewritten = |one: Use, side: Side| match side {
        Side::ADVISED => ascii_digits(&written(one)),
        _ => devanagari_digits(&written(one)),
    };
    let wanted = match reading.newsroom.config.text.digits {
        Digits::Consistent => None,
        Digits::Ascii => Some(Side::ADVISED),
        Digits::Devanagari => Some(Side::OTHER),
    };
    if let Some(side) = wanted {
        let odd = uses.iter().filter(|one| one.side != side);
        return out.extend(odd.map(|one| against_the_house(*one, &rewritten(*one, side))));
    }
    let names = [
        Message::new("अंतरराष्ट्रीय अंक (123)", "international digits (123)"),
        Message::new("देवनागरी अंक (१२३)", "Devanagari digits (१२३)"),
    ];
    let mixture = Mixture {
        code: CODE,
        names: &names,
        on_tie: STANDARD,
        is_decided: false,
        uses: &uses,
        shown: &uses,
        written,
        rewritten: |one, side| unless_written(rewritten(one, side), &written(one)),
    };
    let Some(mut finding) = mixture.finding() else { return };
    let of_side = |side: Side| uses.iter().filter(move |one| one.side == side);
    let odd = uses.iter().find(|one| one.place == finding.place).map_or(Side::ADVISED, |one| one.side);
    let example = |side: Side| of_side(side).next().map(|one| written(*one)).unwrap_or_default();
    let (first, second) =
        (written(Use { place: finding.place, side: odd, word: None }), example(odd.opposite()));
    let (few, many) = (of_side(odd).count(), of_side(odd.opposite()).count());
    let called = [("अंतरराष्ट्रीय अंकों", "international"), ("देवनागरी", "Devanagari")];
    let (here, there) = (called[odd.index()], called[odd.opposite().index()]);
    finding.message = Message::new(
        format!(
            "“{first}” {} में है, “{second}” {} में: एक ही तरह के अंक रखें ({few} और {many} बार)।",
            here.0, there.0
        ),
        format!(
            "“{first}” is in {} digits, “{second}” in {}: keep one kind ({few} and {many} times)",
            here.1, there.1
        ),
    );
    for (fix, kept) in finding.fixes.iter_mut().zip([odd.opposite(), odd]) {
        let kept = [
            ("अंतरराष्ट्रीय अंक: 123", "international digits: 123"),
            ("देवनागरी अंक: १२३", "Devanagari digits: १२३"),
        ][kept.index()];
        fix.title = Message::new(
            format!("सब जगह {} ({} बदलाव)", kept.0, fix.edits.len()),
            format!("everywhere {} ({} changes)", kept.1, fix.edits.len()),
        );
    }
    out.push(finding);
}

/// Whether token `at` is a number of the sentence: no part of a name (5G, कोविड-19) or of an abbreviation (ई०), no verse's number.
fn is_free_number(view: &BlockView<'_>, at: usize) -> bool {
    let tokens = &view.block.tokens;
    if tokens[at].kind != TokenKind::Number {
        return false;
    }
    let is_sign = |kind| matches!(kind, TokenKind::Mark('@' | '#' | '_' | '=' | '&' | '॥'));
    let before = at.checked_sub(1).filter(|_| view.is_glued(at)).map(|before| tokens[before]);
    let after = tokens.get(at + 1).filter(|_| view.is_glued(at + 1));
    let follows_name = view.is_mark(at.wrapping_sub(1), '-')
        && at > 1
        && view.is_glued(at)
        && view.is_glued(at - 1)
        && tokens[at - 2].is_word();
    let clings_to_word = before.is_some_and(|token| token.is_word() || is_sign(token.kind))
        || after.is_some_and(|token| (token.is_word() && !token.is_devanagari()) || is_sign(token.kind));
    !follows_name && !clings_to_word
}

fn against_the_house(one: Use, wanted: &str) -> Finding {
    let (hi, en) = if wanted.is_ascii() {
        ("अंतरराष्ट्रीय अंक", "international digits")
    } else {
        ("देवनागरी अंक", "Devanagari digits")
    };
    let message = Message::new(
        format!("“{wanted}” लिखें: vartani.toml में {hi} तय हैं।"),
        format!("write “{wanted}”: vartani.toml has decided on {en}"),
    );
    Finding::new(CODE, one.place, message).replace_with(wanted, Applicability::Safe)
}
