//! लेख में अंक कहीं 1, 2, 3 हैं और कहीं १, २, ३।
//!
//! ## क्यों
//! दोनों तरह के अंक एक ख़बर में आँख को अटकाते हैं, और २०२५ को 2025 खोजने वाला नहीं पाता।
//!
//! ## उदाहरण
//! - ✗ बस में 40 यात्री थे, **१२** घायल हुए।
//! - ✓ बस में 40 यात्री थे, 12 घायल हुए।
//! - ✓ कोविड-19 और 5G जैसे नाम जैसे हैं वैसे रहते हैं।
//!
//! ## क्या करें
//! जो अंक लेख में ज़्यादा हैं, सुधार उन्हें हर जगह रख देता है। न्यूज़रूम की पसंद `vartani.toml` में लिखें: `[text] digits = "ascii"` या
//! `"devanagari"`; तब हर उल्टा अंक चिह्नित होगा।
//! ---
//! Digits are 1, 2, 3 in one place and १, २, ३ in another.
//!
//! ## Why
//! Both in one story catch the eye, and whoever looks for 2025 does not find २०२५.
//!
//! ## Example
//! - ✗ बस में 40 यात्री थे, **१२** घायल हुए।
//! - ✓ बस में 40 यात्री थे, 12 घायल हुए।
//! - ✓ Names such as कोविड-19 and 5G stay as they are.
//!
//! ## What to do
//! The fix writes all of them as most are. Put the newsroom's choice into `vartani.toml`, `[text] digits = "ascii"` or
//! `"devanagari"`, and each number that is otherwise is marked.

use crate::newsroom::Digits;
use crate::reading::{BlockView, Reading};
use crate::rules::mixed_style::{Mixture, STANDARD, Use};
use crate::rules::{About, Applicability, Fact, Finding, Message, Place};
use crate::text::TokenKind;
use crate::text::letters::{ascii_digits, devanagari_digits};

const CODE: &str = "text/digits";

/// In which digits the numbers of a block are.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let view = reading.view(block);
    let numbers = (0..view.block.tokens.len()).filter(|&at| is_free_number(&view, at));
    out.extend(numbers.map(|at| {
        let token = view.block.tokens[at];
        let is_ascii = view.block.word(token).starts_with(|c: char| c.is_ascii_digit());
        let place = Place { block, span: token.span };
        Fact { about: About::Article, says: u32::from(!is_ascii), place }
    }));
}

/// Marks numbers in other digits than the newsroom's, or than the rest of the article.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    let uses: Vec<Use> = facts.iter().map(Use::from).collect();
    let written = |one: Use| one.place.span.of(reading.article.blocks[one.place.block].text()).to_owned();
    let rewritten = |one: Use, side: u8| match side {
        0 => ascii_digits(&written(one)),
        _ => devanagari_digits(&written(one)),
    };
    let wanted = match reading.newsroom.config.text.digits {
        Digits::Consistent => None,
        Digits::Ascii => Some(0),
        Digits::Devanagari => Some(1),
    };
    if let Some(side) = wanted {
        let odd = uses.iter().filter(|one| one.side != side);
        return out.extend(odd.map(|one| against_the_house(*one, &rewritten(*one, side))));
    }
    let names = [("1, 2, 3", "1, 2, 3"), ("१, २, ३", "१, २, ३")]
        .map(|(hi, en)| Message::new(format!("{hi} वाले अंक"), format!("digits as in {en}")));
    let mixture = Mixture {
        code: CODE,
        names: &names,
        on_tie: STANDARD,
        is_decided: false,
        uses: &uses,
        shown: &uses,
        written,
        rewritten,
    };
    out.extend(mixture.finding());
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
    let message = Message::new(
        format!("vartani.toml में दूसरे अंक तय हैं: “{wanted}” लिखें।"),
        format!("vartani.toml has decided on other digits: write “{wanted}”"),
    );
    Finding::new(CODE, one.place, message).replace_with(wanted, Applicability::Safe)
}
