//! Names of the gazetteers in a block: the longest match from left to right.

use super::block_view::BlockView;
use super::name_use::NameUse;
use super::titled_part;
use crate::newsroom::{Kind, Newsroom, offices};
use crate::text::letters::ascii_digits;
use crate::text::{Script, TokenKind};

/// A name is at most so many words.
const MAX_WORDS: usize = 8;

/// A word rarer than this in the middle of a name is taken for a middle name.
const NAME_PER_MILLION: f32 = 4.0;

/// A word more common than this is no middle name, even if it begins names: कुमार.
const COMMON_PER_MILLION: f32 = 100.0;

/// A word more common than this is no first name, even if it begins names: जो.
const FUNCTION_WORD_PER_MILLION: f32 = 1000.0;

/// The names in a block.
pub(super) fn find(view: &BlockView<'_>, newsroom: &Newsroom) -> Vec<NameUse> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < view.words.len() {
        let found = match longest(view, newsroom, at) {
            Some(full) if full.tokens.count() > 1 => Some(full),
            found => with_middle_name(view, newsroom, at)
                .or_else(|| titled_part::find(view, newsroom, at, found.as_ref()))
                .or(found),
        };
        match found {
            Some(found) => {
                at = found.tokens.end();
                out.push(found);
            }
            None => at += 1,
        }
    }
    out
}

/// The longest name that begins at token `start`.
fn longest(view: &BlockView<'_>, newsroom: &Newsroom, start: usize) -> Option<NameUse> {
    let first = view.word(start)?;
    let Some(beginning) = &first.names else {
        let joined = first.joined.as_ref()?;
        return NameUse::of(view, start..start + 1, &joined.names, Some(joined.stem));
    };
    let mut best = NameUse::of(view, start..start + 1, &beginning.here, None);
    let (mut walk, mut at) = (beginning.on.clone(), start);
    for _ in 1..MAX_WORDS {
        if walk.is_empty() {
            break;
        }
        let Some(next) = after_separator(view, at) else {
            break;
        };
        let here = match view.word(next) {
            Some(word) => newsroom.walk(&walk, &word.key),
            None => newsroom.walk(&walk, &ascii_digits(view.block.word(view.block.tokens[next]))),
        };
        best = NameUse::of(view, start..next + 1, &newsroom.names(&here), None).or(best);
        (walk, at) = (newsroom.walk(&here, " "), next);
    }
    best
}

/// A person's full name at token `start` with a middle name that lists do not have: डोनाल्ड जॉन ट्रंप.
fn with_middle_name(view: &BlockView<'_>, newsroom: &Newsroom, start: usize) -> Option<NameUse> {
    let first = view.word(start).filter(|word| word.per_million < FUNCTION_WORD_PER_MILLION)?;
    let given = first.names.as_ref().filter(|names| names.of_person)?;
    let (middle, surname) = (view.word(start + 1)?, view.word(start + 2)?);
    let may_be_name = || {
        let begins_names = middle.names.as_ref().is_some_and(|names| names.of_person);
        let is_name_itself = middle.names.as_ref().is_some_and(|names| names.here.iter().any(|n| n.alone));
        let most = if begins_names { COMMON_PER_MILLION } else { NAME_PER_MILLION };
        let is_surname = offices::is_surname(&middle.key);
        middle.script == Script::Devanagari && middle.per_million < most && !is_name_itself && !is_surname
    };
    let here = newsroom.walk(&given.on, &surname.key);
    if here.is_empty() || !may_be_name() {
        return None;
    }
    // सोनिया राहुल गांधी are two
    if longest(view, newsroom, start + 1).is_some_and(|found| found.tokens.count() > 1) {
        return None;
    }
    let mut found = NameUse::of(view, start..start + 3, &newsroom.names(&here), None)?;
    found.names.retain(|name| name.alone && newsroom.actor(name.actor).kind == Kind::Person);
    (!found.names.is_empty()).then_some(found)
}

/// The token of the word that goes on a name after token `at`: past a space, a hyphen, the full stop of an
/// initial (.  or ॰, also typed as the digit ०), or a bracket of जनता दल (यूनाइटेड). Numbers are words of names: चंद्रयान-3.
fn after_separator(view: &BlockView<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    let is_number = |at: usize| view.block.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
    let is_word = |at: usize| view.word(at).is_some() || is_number(at);
    let is_zero = |at: usize| {
        view.block.tokens.get(at).is_some_and(|t| is_number(at) && t.span.of(view.block.text()) == "०")
    };
    if is_zero(next) && view.is_glued(next) && view.word(next + 1).is_some() {
        return Some(next + 1);
    }
    if is_word(next) {
        return Some(next);
    }
    let hyphen = view.is_mark(next, '-') && view.is_glued(next) && view.is_glued(next + 1);
    let initial = (view.is_mark(next, '.') || view.is_mark(next, '॰')) && view.is_glued(next);
    let bracket = (view.is_mark(next, '(') && view.is_glued(next + 1))
        || (view.is_mark(next, ')') && view.is_glued(next));
    ((hyphen || initial || bracket) && is_word(next + 1)).then_some(next + 1)
}
