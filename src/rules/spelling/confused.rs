//! एक शब्द की जगह उससे मिलता-जुलता दूसरा शब्द लिखा गया है।
//!
//! ## क्यों
//! “उन्होंने कहा **की** बैठक होगी” में हर शब्द हिंदी का है, फिर भी “की” ग़लत है: बात “कि” से शुरू होती है। ऐसी चूक शब्दकोश नहीं पकड़ता।
//! निशान वहीं लगता है जहाँ आसपास के शब्द कोई संदेह नहीं छोड़ते: कि-की, में-मे, मैं-में, है-हैं, ओर-और, और गृह-ग्रह जैसे कुछ जोड़े।
//!
//! ## उदाहरण
//! - ✗ उन्होंने कहा **की** बैठक होगी।
//! - ✓ उन्होंने कहा **कि** बैठक होगी।
//! - ✗ मंत्री ने पटना **मे** सभा की।
//! - ✓ मंत्री ने पटना **में** सभा की।
//! - ✓ थेरेसा **मे** ने कहा: नाम पर निशान नहीं लगता।
//!
//! ## क्या करें
//! सुझाया गया शब्द रखें। जहाँ लिखा हुआ ही सही हो, वहाँ एडिटर में “यहाँ यह निशान न दिखाएँ” चुनें।
//! ---
//! A word stands for another that looks much like it.
//!
//! ## Why
//! All words of “उन्होंने कहा **की** बैठक होगी” are Hindi, and yet की is wrong: what is said begins with कि. No dictionary finds that. A
//! place is marked only where the words around leave no doubt: कि and की, में and मे, मैं and में, है and हैं, ओर and और, and some pairs such
//! as गृह and ग्रह.
//!
//! ## Example
//! - ✗ उन्होंने कहा **की** बैठक होगी।
//! - ✓ उन्होंने कहा **कि** बैठक होगी।
//! - ✗ मंत्री ने पटना **मे** सभा की।
//! - ✓ मंत्री ने पटना **में** सभा की।
//! - ✓ थेरेसा **मे** ने कहा: a name is left alone.
//!
//! ## What to do
//! Take the word that is suggested. Where what is written is right, ignore the mark.

use std::ops::Range;

use crate::newsroom::confused::{self, Condition, Kind, Needs, Pattern};
use crate::reading::{BlockView, Reading, Word};
use crate::rules::quoted_titles::in_titles;
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::fold::orthographic;
use crate::text::normal::same_look;
use crate::text::{Script, TokenKind};

pub const CODE: &str = "spelling/confused";

/// Words that somebody says of himself.
const FIRST_PERSON: &[&str] = &["हूं", "मैंने", "मुझे", "मेरा", "मेरी", "मेरे", "मुझसे", "मुझको"];
/// What a verb ends in when somebody speaks of himself.
const FIRST_PERSON_ENDINGS: &[&str] = &["ूंगा", "ूंगी", "ऊंगा", "ऊंगी", "रूं", "ऊं"];
/// The last word of a sentence that is not about the speaker.
const THIRD_PERSON: &[&str] = &["है", "हैं", "थे", "होंगे", "थीं"];
/// What opens a clause of its own, whose verb says nothing about the one before.
const CLAUSES: &[&str] = &["कि", "जो", "जब", "तो", "लेकिन", "क्योंकि"];

/// Marks the words that stand for another.
pub(in crate::rules) fn check(reading: &Reading<'_>, block: usize, out: &mut Vec<Finding>) {
    let view = reading.view(block);
    let matches: Vec<(usize, &Pattern)> =
        (0..view.words.len()).filter_map(|at| Some((at, pattern(&view, at)?))).collect();
    if matches.is_empty() {
        return;
    }
    let titles = in_titles(&view);
    for (at, pattern) in matches {
        let is_named = reading.mention_with(block, at).is_some();
        if !titles[at] && !is_named && !view.is_other_language(view.sentence(at)) {
            out.push(finding(&view, block, at, pattern));
        }
    }
}

/// The pattern that the word at a token and those around it match.
pub(in crate::rules) fn pattern(view: &BlockView<'_>, at: usize) -> Option<&'static Pattern> {
    // What is misspelt is spelling/misspelling's, which asks here what to write
    let word = view.word(at).filter(|word| word.misspelling.is_none())?;
    matching(word.patterns, view, at)
}

/// What to write for a word that would stand in place of the one at a token, if it would be confused there: ससंद of
/// ससंद भवन may be meant for सांसद, but not in this place.
pub(super) fn instead(view: &BlockView<'_>, at: usize, word: &str) -> Option<String> {
    let pattern = matching(confused::patterns(&orthographic(word)), view, at)?;
    Some(whole(pattern.rights[0], word))
}

/// The first pattern that the words around a token match.
fn matching(patterns: &'static [Pattern], view: &BlockView<'_>, at: usize) -> Option<&'static Pattern> {
    if patterns.is_empty() {
        return None;
    }
    let sentence = view.sentence(at);
    patterns.iter().find(|pattern| {
        let before = pattern.before.len();
        let holds = |position: Option<usize>, conditions: &[Condition]| {
            conditions.iter().all(|condition| is_met(view, &sentence, position, condition))
        };
        pattern.before.iter().enumerate().all(|(n, item)| holds((at + n).checked_sub(before), item))
            && pattern.after.iter().enumerate().all(|(n, item)| holds(Some(at + 1 + n), item))
            && has(view, &sentence, at, pattern.needs)
    })
}

/// Whether the word at a position of a sentence is as a condition wants it.
fn is_met(
    view: &BlockView<'_>,
    sentence: &Range<usize>,
    position: Option<usize>,
    condition: &Condition,
) -> bool {
    let position = position.filter(|position| sentence.contains(position));
    let token = position.map(|position| view.block.tokens[position].kind);
    let word = position.and_then(|position| view.word(position));
    let is_listed = |word: &Word| {
        condition.words.binary_search(&&*word.key).is_ok()
            || condition.prefixes.iter().any(|prefix| word.key.starts_with(prefix))
    };
    let is_of = |kind: &Kind| match kind {
        Kind::Edge => matches!(token, None | Some(TokenKind::Mark(_))),
        Kind::Any => word.is_some_and(|word| word.script == Script::Devanagari),
        Kind::Known => word.is_some_and(|word| word.per_million > 0.0 && word.script == Script::Devanagari),
        Kind::Number => matches!(token, Some(TokenKind::Number)),
        Kind::Name => {
            word.is_some_and(|word| word.names.as_ref().is_some_and(|names| !names.here.is_empty()))
        }
        Kind::Land => word.is_some_and(|word| word.country.is_some()),
    };
    (word.is_some_and(is_listed) || condition.kinds.iter().any(is_of)) != condition.is_negated
}

/// Whether a sentence has what a pattern needs besides the words around its word.
fn has(view: &BlockView<'_>, sentence: &Range<usize>, at: usize, needs: Needs) -> bool {
    let words = |range: Range<usize>| range.filter_map(|at| view.word(at));
    let is_first_person = |word: &Word| {
        FIRST_PERSON.contains(&&*word.key)
            || FIRST_PERSON_ENDINGS.iter().any(|ending| word.key.ends_with(ending))
    };
    match needs {
        Needs::Nothing => true,
        Needs::FirstPerson => words(sentence.clone()).any(is_first_person),
        Needs::ThirdPerson => {
            let last = words(at..sentence.end).next_back();
            last.is_some_and(|word| THIRD_PERSON.contains(&&*word.key))
                && !words(sentence.clone()).any(|word| is_first_person(word) || CLAUSES.contains(&&*word.key))
        }
        Needs::Ergative => words(sentence.start..at).any(|word| {
            matches!(
                &*word.key,
                "ने" | "उन्होंने"
                    | "इन्होंने"
                    | "जिन्होंने"
                    | "मैंने"
                    | "हमने"
                    | "उसने"
                    | "इसने"
                    | "जिसने"
                    | "किसने"
            )
        }),
        Needs::Later(listed) => words(at..sentence.end).any(|word| listed.contains(&&*word.key)),
    }
}

fn finding(view: &BlockView<'_>, block: usize, at: usize, pattern: &Pattern) -> Finding {
    let span = view.block.tokens[at].span;
    let written = span.of(view.block.text());
    let (right, reason) = (whole(pattern.rights[0], written), pattern.reason);
    let message = Message::new(
        format!("“{written}” की जगह “{right}” लिखें: {}।", reason.hi),
        format!("write “{right}” for “{written}”: {}", reason.en),
    );
    let finding = Finding::new(CODE, Place { block, span }, message);
    pattern
        .rights
        .iter()
        .fold(finding, |finding, right| finding.replace_with(whole(right, written), Applicability::Suggested))
}

/// What a pattern says to write for a word.
fn whole(right: &str, written: &str) -> String {
    if let Some(more) = right.strip_prefix('+') {
        format!("{written}{more}")
    } else if let Some(less) = right.strip_prefix('-') {
        let written = same_look(written);
        written.strip_suffix(less).unwrap_or(&written).to_owned()
    } else {
        right.to_owned()
    }
}
