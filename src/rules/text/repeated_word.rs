//! एक ही शब्द लगातार दो बार लिखा गया है।
//!
//! ## क्यों
//! “सरकार **ने ने** कहा” टाइप करने या काटने-चिपकाने की चूक है। हिंदी में दोहराव अर्थ भी देता है (धीरे धीरे, बार बार, घर घर), इसलिए
//! यह नियम केवल उन शब्दों को देखता है जो दोहराए नहीं जाते: ने, का, और, है जैसे शब्द, और “के लिए के लिए” जैसे टुकड़े।
//!
//! ## उदाहरण
//! - ✗ मंत्री **ने ने** कहा कि बारिश से नुक़सान हुआ।
//! - ✓ मंत्री **ने** कहा कि बारिश से नुक़सान हुआ।
//! - ✓ पानी धीरे धीरे उतरा।
//!
//! ## क्या करें
//! दोहराया शब्द हटा दें; सुधार यही करता है।
//! ---
//! The same word appears twice in a row.
//!
//! ## Why
//! “सरकार **ने ने** कहा” is a slip of typing or pasting. Hindi also repeats words for their meaning (धीरे धीरे, बार बार, घर घर),
//! so the rule looks only at words that are never repeated: postpositions, conjunctions and forms such as है, and at runs
//! of two or three words that hold one (“के लिए के लिए”).
//!
//! ## Example
//! - ✗ मंत्री **ने ने** कहा कि बारिश से नुक़सान हुआ।
//! - ✓ मंत्री **ने** कहा कि बारिश से नुक़सान हुआ।
//! - ✓ पानी धीरे धीरे उतरा।
//!
//! ## What to do
//! Delete one of them; the fix does so.

use crate::reading::{BlockView, Reading, Word};
use crate::rules::spelling::confused;
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::{Span, TokenKind};

const CODE: &str = "text/repeated-word";

/// Words that Hindi never says twice in a row, by their orthographic key.
const NEVER_TWICE: &[&str] = &[
    "ने",
    "को",
    "का",
    "की",
    "के",
    "में",
    "से",
    "पर",
    "कि",
    "और",
    "है",
    "हैं",
    "था",
    "थे",
    "थी",
    "थीं",
    "भी",
    "लिए",
    "तथा",
    "एवं",
    "इस",
    "उस",
    "यह",
    "तक",
    "द्वारा",
    "अगर",
    "यदि",
    "लेकिन",
    "परंतु",
    "क्योंकि",
    "इसलिए",
    "जबकि",
    "हालांकि",
    "ताकि",
    "उन्हें",
    "इन्हें",
    "उसे",
    "इसे",
    "मुझे",
    "हमें",
    "जिन्हें",
    "उन्होंने",
    "इन्होंने",
    "जिन्होंने",
    "मैंने",
    "हमने",
    "उसने",
    "इसने",
    "जिसने",
    "उनका",
    "उनकी",
    "उनके",
    "इनका",
    "इनकी",
    "इनके",
    "उसका",
    "उसकी",
    "उसके",
    "इसका",
    "इसकी",
    "इसके",
    "जिसका",
    "जिसकी",
    "जिसके",
    "उनसे",
    "उससे",
    "इससे",
    "उनमें",
    "इसमें",
    "उसमें",
    "जिसमें",
    "नहीं",
    "गया",
    "गई",
    "गए",
    "किया",
    "दिया",
    "लिया",
    "होगा",
    "होगी",
    "होंगे",
    "चाहिए",
    "रहा",
    "रही",
];

/// Marks a word or a run of two or three words that is repeated at once.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let view = reading.view(block);
    let mut at = 1;
    while at < view.words.len() {
        match (1..=3).find(|&length| is_repeated(&view, at, length)) {
            Some(length) => {
                if !is_name(reading, block, at, length) {
                    out.push(finding(&view, block, at, length));
                }
                at += length;
            }
            None => at += 1,
        }
    }
}

/// Whether the `length` words from token `at` repeat those before them.
fn is_repeated(view: &BlockView<'_>, at: usize, length: usize) -> bool {
    if at < length || view.words[at] != view.words[at - length] || at + length > view.words.len() {
        return false;
    }
    let (first, second) = (&view.words[at - length..at], &view.words[at..at + length]);
    if first != second || first.contains(&None) {
        return false;
    }
    let never_twice = |at: usize| view.word(at).is_some_and(|word| NEVER_TWICE.contains(&&*word.key));
    match length {
        1 => {
            never_twice(at)
                && !is_initials(view, at)
                && !is_exclamation(view, at)
                && confused::pattern(view, at).is_none()
        }
        _ => never_twice(at + length - 1),
    }
}

/// What follows the के of a compound postposition: after anything else, के के may be initials (के के शर्मा).
const AFTER_KE: &[&str] = &[
    "लिए",
    "साथ",
    "पास",
    "बाद",
    "बीच",
    "रूप",
    "बारे",
    "कारण",
    "खिलाफ",
    "विरुद्ध",
    "तहत",
    "द्वारा",
    "अनुसार",
    "मुताबिक",
    "ऊपर",
    "नीचे",
    "सामने",
    "अंदर",
    "भीतर",
    "बाहर",
    "तौर",
    "समय",
    "दौरान",
    "आधार",
    "नाम",
    "प्रति",
    "चलते",
    "अलावा",
    "बजाय",
    "बिना",
    "आगे",
    "पीछे",
    "निकट",
    "संबंध",
    "मामले",
];

/// Whether the first of the two ends a name: आंग सान सू की की रिहाई.
fn is_name(reading: &Reading<'_>, block: usize, at: usize, length: usize) -> bool {
    let view = reading.view(block);
    let is_in_name =
        |at: usize| reading.blocks[block].name_with(at).is_some_and(|name| name.tokens.count() > 1);
    let follows =
        |word: &str| at > length && view.word(at - length - 1).is_some_and(|before| &*before.text == word);
    is_in_name(at - 1) || follows("सू")
}

/// Whether somebody says no, and again no: नहीं नहीं, ऐसा नहीं है.
fn is_exclamation(view: &BlockView<'_>, at: usize) -> bool {
    let is_no = view.word(at).is_some_and(|word| &*word.key == "नहीं");
    is_no && (at < 2 || view.word(at - 2).is_none() || view.word(at + 1).is_none())
}

fn is_initials(view: &BlockView<'_>, at: usize) -> bool {
    let is_ke = |at: usize| view.word(at).is_some_and(|word| &*word.text == "के");
    let is_before_noun = view.word(at + 1).is_some_and(|next| AFTER_KE.contains(&&*next.key));
    is_ke(at) && !is_before_noun && !is_behind_oblique(view, at - 1)
}

/// Whether a number or a plural stands before token `at` that wants a postposition: 1990 के, मंत्रियों के.
fn is_behind_oblique(view: &BlockView<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let is_plural = |word: &Word| word.key.ends_with("ों") && word.per_million > 0.0 && word.names.is_none();
    view.block.tokens[before].kind == TokenKind::Number || view.word(before).is_some_and(is_plural)
}

fn finding(view: &BlockView<'_>, block: usize, at: usize, length: usize) -> Finding {
    let tokens = &view.block.tokens;
    let end = tokens[at - 1].span.end;
    let last = tokens[at + length - 1].span;
    let text = view.block.text();
    let words = Span { start: tokens[at].span.start, end: last.end }.of(text);
    let message = Message::new(
        format!("“{words}” दो बार लिखा है। एक हटाएँ।"),
        format!("“{words}” appears twice in a row; delete one"),
    );
    let whole = Place { block, span: Span { start: tokens[at - length].span.start, end: last.end } };
    let mut finding = Finding::new(CODE, whole, message).fix(
        Place { block, span: Span { start: end, end: last.end } },
        "",
        Applicability::Suggested,
    );
    finding.fixes[0].title = Message::new(format!("एक “{words}” हटाएँ"), format!("remove one “{words}”"));
    finding
}
