//! Words whose signs stand where none can stand, or whose letters are of other scripts.

use super::Message;
use super::flaw::{Flaw, FlawKind};
use crate::reading::{BlockView, Reading, Repair};
use crate::text::damage::{Damage, damage};
use crate::text::letters::{VIRAMA, is_consonant, is_matra, is_modifier};
use crate::text::{Span, TokenKind, normal};

/// A word whose first part is no word is joined with the next only if that makes one used so often, in a million.
const COMMON_PER_MILLION: f32 = 1.0;

/// A word that ends in a half letter is part of another if that is used so many times as often.
const RARER: f32 = 10.0;

/// The broken words of a block, in order.
pub(super) fn find(reading: &Reading<'_>, view: &BlockView<'_>) -> Vec<Flaw> {
    let mut found: Vec<Flaw> = Vec::new();
    let repair = |at: usize| view.word(at).and_then(|word| word.repair.as_deref());
    let count = view.block.tokens.len();
    let has_visual_order = (0..count)
        .any(|at| repair(at).is_some_and(|it| it.damage == Damage::VisualOrder && !it.needs_company));
    let mut next = 0;
    while next < count {
        let at = next;
        next += 1;
        if !matches!(view.block.tokens[at].kind, TokenKind::Word(_)) {
            continue;
        }
        if let Some(flaw) = cut_off(reading, view, at) {
            // The part before the space may be marked already
            found.pop_if(|last| last.span.overlaps(flaw.span));
            next = at + 1 + usize::from(flaw.span.end > view.block.tokens[at].span.end);
            found.push(flaw);
        } else if let Some(repair) = repair(at).filter(|it| !it.needs_company || has_visual_order) {
            found.push(of_word(view.block.word(view.block.tokens[at]), view.block.tokens[at].span, repair));
        }
    }
    found
}

/// A word that is broken by itself.
fn of_word(written: &str, span: Span, repair: &Repair) -> Flaw {
    let kind = match repair.damage {
        Damage::SameLook if normal::is_pieced(written) => FlawKind::Pieced,
        Damage::SameLook | Damage::StrayNukta => FlawKind::Typed,
        _ => FlawKind::Broken,
    };
    let shown = if repair.damage == Damage::SameLook {
        repair.words.first().map_or(written, |word| word)
    } else {
        written
    };
    let message = message(repair.damage, shown);
    let repairs = repair.words.iter().map(|word| (span, word.clone())).collect();
    Flaw { span, kind, message, repairs, is_certain: repair.is_certain }
}

/// What has happened to a word.
fn message(damage: Damage, word: &str) -> Message {
    let (hi, en) = match damage {
        Damage::SameLook => (
            "दिखता ठीक है, पर ग़लत अक्षरों से टाइप हुआ है: खोज में नहीं मिलेगा।",
            "looks right but is typed in the wrong characters: search will not find it",
        ),
        Damage::StrayNukta => ("में नुक़्ता ग़लत अक्षर पर लगा है।", "has a nukta on the wrong letter"),
        Damage::VisualOrder => ("में ि अपने अक्षर से पहले टाइप हुई है।", "has the sign ि typed before its letter"),
        Damage::LateReph => {
            ("में रेफ (र्) अपनी जगह के बाद टाइप हुआ है।", "has the reph (र्) typed after its syllable")
        }
        Damage::HalfLetter => ("में आधे अक्षर पर मात्रा लगी है।", "has a vowel sign on a half letter"),
        Damage::TwoSigns => ("में एक अक्षर पर दो मात्राएँ लगी हैं।", "has two signs on one letter"),
        Damage::SignOnVowel => ("में स्वर पर मात्रा लगी है।", "has a vowel sign on a vowel"),
        Damage::NoLetter => ("किसी अक्षर से नहीं, मात्रा से शुरू होता है।", "begins with a sign on no letter"),
        Damage::ForeignLetter => ("में दूसरी लिपि का अक्षर घुस आया है।", "has a letter of another script in it"),
        Damage::LookAlike => {
            ("में रोमन जैसे दिखते दूसरी लिपि के अक्षर हैं।", "mixes Latin letters with look-alikes of another script")
        }
    };
    Message::new(format!("“{word}” {hi}"), format!("“{word}” {en}"))
}

/// A sign that a space cuts off from its letter: `न े`, `मंत् री`.
fn cut_off(reading: &Reading<'_>, view: &BlockView<'_>, at: usize) -> Option<Flaw> {
    let tokens = &view.block.tokens;
    let before = tokens[at.checked_sub(1)?];
    let here = tokens[at];
    let (first, second) = (view.block.word(before), view.block.word(here));
    let is_sign = |c: char| is_matra(c) || is_modifier(c) || c == VIRAMA;
    let starts_with_sign = second.starts_with(is_sign);
    if !starts_with_sign && !first.ends_with(VIRAMA) {
        return None;
    }
    let gap = Span { start: before.span.end, end: here.span.start };
    let is_space = matches!(gap.of(view.block.text()), " " | "\u{A0}" | "  ");
    if !is_space || !before.is_devanagari() || !here.is_devanagari() {
        return None;
    }
    let lexicon = &reading.newsroom.lexicon;
    let is_unknown = |word: &str| lexicon.per_million_as_written(word) < COMMON_PER_MILLION;
    // `सत् ता`: सत् is a word, but सत्ता is used far more
    let is_rarer = |word: &str| {
        let joined = normal::same_look(&format!("{first}{second}")).into_owned();
        lexicon.per_million_as_written(word) * RARER < lexicon.per_million(&joined)
    };
    let ends_half = first.ends_with(VIRAMA) && (is_unknown(first) || is_unknown(second) || is_rarer(first));
    // `डोनल् ड`: no word of Hindi is one letter, but न and व
    let is_letter = second.chars().all(is_consonant) && second.chars().nth(1).is_none();
    let is_rest_of_name = ends_half && is_letter && is_unknown(first) && !matches!(second, "न" | "व");
    if !starts_with_sign && !ends_half {
        return None;
    }
    // `कहा िक`: the sign belongs to what follows
    if second.starts_with('ि')
        && view.word(at)?.repair.as_ref().is_some_and(|repair| !repair.words.is_empty())
    {
        return None;
    }
    let joined = normal::same_look(&format!("{first}{second}")).into_owned();
    let is_word = damage(&joined).is_none() && lexicon.per_million(&joined) >= COMMON_PER_MILLION;
    // `में ि है`: somebody writes about the sign
    let is_lone = second.chars().nth(1).is_none();
    if !is_word && ((ends_half && !is_rest_of_name) || (is_lone && !ends_half && !is_unknown(first))) {
        return None;
    }
    // `रखने ेवाले`: both are words without the sign
    let second_is_word =
        || view.word(at).is_some_and(|word| word.repair.as_ref().is_some_and(|it| !it.words.is_empty()));
    if starts_with_sign && !is_unknown(first) && second_is_word() {
        return None;
    }
    let span = before.span.to(here.span);
    let written = span.of(view.block.text());
    let message = Message::new(
        format!("“{written}” में स्पेस एक ही शब्द को बीच से तोड़ता है।"),
        format!("the space in “{written}” cuts a word apart within a syllable"),
    );
    Some(Flaw::new(span, FlawKind::Broken, message, is_word.then_some(joined), false))
}
