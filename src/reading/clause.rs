//! The verb of the clause in which an expression of time stands, and what its sentence says of plans.

use super::block_view::BlockView;
use crate::newsroom::calendar::{CalendarWord, Stance, Tense};
use crate::text::TokenKind;

/// What a finite verb says of the time that its clause names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// It happened: किया, किया गया है. With था behind it is told from further off.
    Past {
        /// Whether था stands behind.
        is_remote: bool,
    },
    /// It was so: था, थी.
    Was,
    /// What happened then is named: हुए हादसे में.
    Participle,
    /// It will be: होगा.
    Future,
    /// It is to be: होना है.
    Due,
    /// It was to be: होना था.
    WasDue,
    /// It is so: है, रहा है.
    Present,
}

/// A verb and the token it stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClauseVerb {
    /// What it says.
    pub verb: Verb,
    /// Its token.
    pub at: usize,
}

/// A verb is looked for so many tokens away.
const REACH: usize = 32;

/// The finite verb that governs what stands before token `from`, or `None` where a participle, a relative clause or
/// somebody's words come first.
pub fn verb_after(view: &BlockView<'_>, from: usize) -> Option<ClauseVerb> {
    let end = view.sentence(from.checked_sub(1)?).end.min(from.saturating_add(REACH));
    let mut at = from;
    while at < end {
        match view.block.tokens.get(at)?.kind {
            TokenKind::Mark('(') => {
                at = (at..end).find(|&at| view.is_mark(at, ')'))?;
            }
            TokenKind::Mark('“' | '”' | '‘' | '’' | '"' | '\'' | ';' | ':' | '?') => return None,
            TokenKind::Word(_) => match step(view, at, from, end) {
                Step::Found(verb) => return Some(ClauseVerb { verb, at }),
                Step::Governed => return None,
                Step::On => {}
            },
            _ => {}
        }
        at += 1;
    }
    None
}

enum Step {
    On,
    Governed,
    Found(Verb),
}

fn step(view: &BlockView<'_>, at: usize, from: usize, end: usize) -> Step {
    let Some(word) = view.word(at) else { return Step::On };
    let (key, next) = (&*word.key, key(view, at + 1));
    if opens_a_clause(key) {
        return Step::Governed;
    }
    if is_oblique_infinitive(view, at) {
        // होने जा रही है is to come
        return Step::Governed;
    }
    if matches!(key, "रहा" | "रही" | "रहे") {
        return if is_auxiliary(next) || is_closed(view, at + 1, end) {
            Step::Found(Verb::Present)
        } else {
            Step::Governed
        };
    }
    if matches!(key, "है" | "हैं") {
        return Step::Found(Verb::Present);
    }
    let is_done = key == "की" && (is_closed(view, at + 1, end) || matches!(next, "है" | "थी" | "गई" | "हैं"));
    let tense = if is_done && at > from { Some(Tense::Past) } else { word.tense };
    match tense {
        Some(Tense::Future) => Step::Found(Verb::Future),
        Some(Tense::Due) => match next {
            "है" | "हैं" => Step::Found(Verb::Due),
            "था" | "थी" | "थे" | "थीं" => Step::Found(Verb::WasDue),
            _ => Step::On,
        },
        Some(Tense::Past) => past(view, at, end),
        None if word.stance == Some(Stance::Done) && is_attribute(view, at, end) => Step::Governed,
        None => Step::On,
    }
}

/// A perfect form: finite, one link of a longer verb, or an attribute of what is named behind it.
fn past(view: &BlockView<'_>, at: usize, end: usize) -> Step {
    let (key, next) = (key(view, at), key(view, at + 1));
    let next_tense = view.word(at + 1).and_then(|word| word.tense);
    if next.starts_with("जा") || matches!(next, "रहा" | "रही" | "रहे" | "कर" | "हो") || next.starts_with("रहे")
    {
        return if matches!(next, "जाता" | "जाती" | "जाते") {
            Step::Governed
        } else {
            Step::On
        };
    }
    if matches!(next_tense, Some(Tense::Past | Tense::Future)) && !is_was(next) {
        return Step::On;
    }
    if is_was(key) {
        return Step::Found(Verb::Was);
    }
    if is_was(next) {
        return Step::Found(Verb::Past { is_remote: true });
    }
    if is_auxiliary(next) || is_closed(view, at + 1, end) || joins_clauses(next) {
        return Step::Found(Verb::Past { is_remote: false });
    }
    if matches!(key, "हुए" | "हुई" | "हुआ") {
        Step::Found(Verb::Participle)
    } else {
        Step::Governed
    }
}

/// Whether what is done is told of something named behind it: दर्ज मामला, not दर्ज किया.
fn is_attribute(view: &BlockView<'_>, at: usize, end: usize) -> bool {
    let Some(next) = view.word(at + 1).filter(|_| at + 1 < end) else { return false };
    let key = &*next.key;
    let is_verb = next.tense.is_some()
        || is_auxiliary(key)
        || matches!(
            key,
            "की" | "कर"
                | "करके"
                | "हो"
                | "होकर"
                | "करते"
                | "होते"
                | "होने"
                | "करने"
        )
        || key.starts_with("कर");
    !is_verb && !matches!(next.calendar, Some(CalendarWord::And))
}

fn stance(view: &BlockView<'_>, at: usize) -> Option<Stance> {
    view.word(at)?.stance
}

fn key<'a>(view: &BlockView<'a>, at: usize) -> &'a str {
    view.word(at).map_or("", |word| &word.key)
}

fn is_was(key: &str) -> bool {
    matches!(key, "था" | "थी" | "थे" | "थीं")
}

fn is_auxiliary(key: &str) -> bool {
    matches!(key, "है" | "हैं" | "था" | "थी" | "थे" | "थीं" | "हूं" | "हो")
}

/// Words behind a finite verb that begin another clause.
fn joins_clauses(key: &str) -> bool {
    matches!(
        key,
        "और" | "व"
            | "तथा"
            | "एवं"
            | "कि"
            | "लेकिन"
            | "मगर"
            | "पर"
            | "जबकि"
            | "जिसमें"
            | "जिससे"
            | "जिसके"
            | "जिसे"
            | "जहां"
            | "तो"
            | "जो"
    )
}

/// Words that begin a clause of their own before the verb, or close one (1 जनवरी को आधार मानकर).
fn opens_a_clause(key: &str) -> bool {
    matches!(
        key,
        "कि" | "जो"
            | "जब"
            | "जहां"
            | "यदि"
            | "अगर"
            | "ताकि"
            | "क्योंकि"
            | "लेकिन"
            | "मगर"
            | "बल्कि"
            | "वरना"
            | "जबकि"
    ) || matches!(key, "मानकर" | "मानते" | "लेकर" | "देखते")
        || key.starts_with("जिस")
        || key.starts_with("जिन्ह")
}

/// करने के लिए, होने वाली: what is said is no event but one that is named.
fn is_oblique_infinitive(view: &BlockView<'_>, at: usize) -> bool {
    let Some(word) = view.word(at) else { return false };
    let Some(stem) = word.key.strip_suffix("ने").filter(|stem| !stem.is_empty()) else { return false };
    let is_verb = word.tense == Some(Tense::Due)
        || crate::newsroom::calendar::tense(&format!("{stem}ना")) == Some(Tense::Due);
    is_verb && view.word(at + 1).is_some()
}

/// Whether the clause ends before token `at`.
fn is_closed(view: &BlockView<'_>, at: usize, end: usize) -> bool {
    at >= end || matches!(view.block.tokens.get(at).map(|token| token.kind), None | Some(TokenKind::Mark(_)))
}

/// Whether one of some words of the sentence between two tokens takes a stance.
pub fn takes_stance(view: &BlockView<'_>, from: usize, to: usize, stance: Stance) -> bool {
    (from..to).any(|at| view.word(at).is_some_and(|word| word.stance == Some(stance)))
}

/// Whether a plan is told between two tokens: तय, प्रस्तावित, फ़ैसला लिया, but not फ़ैसला सुनाया.
pub fn tells_a_plan(view: &BlockView<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| match view.word(at).and_then(|word| word.stance) {
        Some(Stance::Plan) => true,
        // कार्यक्रम के अनुसार
        Some(Stance::Resolve) if key(view, at + 1) == "के" && stance(view, at + 2) == Some(Stance::Report) => {
            true
        }
        Some(Stance::Resolve) => {
            let next = at + 1 + usize::from(matches!(key(view, at + 1), "भी" | "ही"));
            is_light(key(view, next))
        }
        _ => false,
    })
}

/// Verbs that only make one of a noun: फ़ैसला किया.
fn is_light(key: &str) -> bool {
    matches!(
        key,
        "किया"
            | "की"
            | "दिया"
            | "दी"
            | "दिए"
            | "लिया"
            | "ली"
            | "बनाई"
            | "बनाया"
            | "मांगी"
            | "मांगा"
            | "जताई"
            | "जताया"
            | "हुआ"
            | "हुई"
            | "है"
            | "था"
            | "थी"
    )
}
