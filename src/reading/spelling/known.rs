//! What lists say of two spellings: one name of one actor, names of two, or a name that usually is one.
//!
//! The ear does not hear that इसराइल is इज़राइल, nor that two cities whose names sound alike are two.
//! The gazetteers know both, so they have the last word. And अजीत and अजित are words that Hindi knows, as
//! दिन and दीन are, but one name.

use smallvec::SmallVec;

use super::comparison::{Comparison, Listed};
use super::veto::Veto;
use crate::newsroom::ambiguous_names::{self, Usually};
use crate::newsroom::{NameRef, Newsroom, gazetteer};
use crate::text::fold::orthographic;

/// The names that a spelling is by itself, with nothing around it to tell who is meant.
pub(super) type Names = SmallVec<[NameRef; 1]>;

/// The names that `text`, of one word or of several, is by itself.
pub(super) fn names(text: &str, newsroom: &Newsroom) -> Names {
    let found = newsroom.names(&newsroom.walk(&newsroom.start(), &gazetteer::key(text)));
    found.into_iter().filter(|name| name.alone && !name.latin).collect()
}

/// The last word on what the ear said of two spellings, which are asked for their names only if it matters.
pub(super) fn resolve(
    heard: Comparison,
    [a, b]: [&str; 2],
    one: impl FnOnce() -> Names,
    other: impl FnOnce() -> Names,
) -> Comparison {
    if heard.same && !heard.is_phonetic_match() {
        return heard;
    }
    if !heard.same && !heard.reasons.is_empty() && is_usually_one(a, b) {
        return heard.listed(Listed::Twins);
    }
    let one = one();
    let other = if one.is_empty() { Names::new() } else { other() };
    if other.is_empty() {
        return heard;
    }
    let of_one_actor = |a: &&NameRef| other.iter().any(|b| a.actor == b.actor);
    let is_one_name = |a: &&NameRef| other.iter().any(|b| (a.actor, a.form) == (b.actor, b.form));
    match one.iter().find(is_one_name) {
        Some(name) if !heard.same => heard.listed(Listed::Name(name.actor)),
        Some(_) => heard,
        None if heard.same && !one.iter().any(|name| of_one_actor(&name)) => {
            Comparison::different(Veto::Actors, heard.reasons, heard.score)
        }
        None => heard,
    }
}

fn is_usually_one(a: &str, b: &str) -> bool {
    ambiguous_names::usually(&orthographic(a), &orthographic(b)) == Some(Usually::One)
}
