//! What lists say of two spellings: one name of one actor, names of two, or a name that usually is one.
//!
//! The ear does not hear that इसराइल is इज़राइल, nor that two cities whose names sound alike are two.
//! The gazetteers know both, so they have the last word. And अजीत and अजित are words that Hindi knows, as
//! दिन and दीन are, but one name.

use smallvec::SmallVec;

use super::comparison::{Comparison, Listed};
use super::veto::Veto;
use crate::newsroom::ambiguous_names::{self, Usually};
use crate::newsroom::distinct_words::are_distinct;
use crate::newsroom::orthography;
use crate::newsroom::{ActorRef, Kind, NameRef, Newsroom, gazetteer};
use crate::text::fold::orthographic;

/// What lists know a spelling for.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// The names that it is by itself, with nothing around it to tell who is meant.
    pub names: SmallVec<[NameRef; 1]>,
    /// The places that are called so, even where the name alone would not mean them: महाराजगंज in Bihar.
    places: SmallVec<[ActorRef; 1]>,
}

impl Known {
    /// Looks up `text`, of one word or of several.
    pub fn look_up(text: &str, newsroom: &Newsroom) -> Known {
        let key = gazetteer::key(text);
        Known::of(&newsroom.names(&newsroom.walk(&newsroom.start(), &key)), &key, newsroom)
    }

    /// Of the names that newsrooms have under a key.
    pub fn of(found: &[NameRef], key: &str, newsroom: &Newsroom) -> Known {
        let is_its_name = |name: &&NameRef| {
            let actor = newsroom.actor(name.actor);
            let first = actor.names.first().filter(|_| actor.kind == Kind::Place && !name.latin);
            first.is_some_and(|first| gazetteer::key(&first.text) == key)
        };
        let places = found.iter().filter(is_its_name).map(|name| name.actor).collect();
        let names = found.iter().filter(|name| name.alone && !name.latin).copied().collect();
        Known { names, places }
    }

    /// Whether each is what the gazetteers call a place of its own.
    fn is_another_place(&self, other: &Known) -> bool {
        let has = |known: &Known, place| known.places.contains(place);
        !self.places.is_empty()
            && !other.places.is_empty()
            && !self.places.iter().any(|place| has(other, place))
    }
}

/// The last word on what the ear said of two spellings, which are asked for their names only if it matters.
pub(super) fn resolve(
    heard: Comparison,
    [a, b]: [&str; 2],
    one: impl FnOnce() -> Known,
    other: impl FnOnce() -> Known,
) -> Comparison {
    if heard.same && are_distinct(&orthographic(a), &orthographic(b)) {
        return Comparison::different(Veto::Listed, heard.reasons, heard.score);
    }
    if heard.same && !heard.is_phonetic_match() {
        return heard;
    }
    if !heard.same && !heard.reasons.is_empty() && is_usually_one(a, b) {
        return heard.listed(Listed::Twins);
    }
    let (one, other) = (one(), other());
    if heard.same && one.is_another_place(&other) {
        return Comparison::different(Veto::Actors, heard.reasons, heard.score);
    }
    let (one, other) = (one.names, other.names);
    if one.is_empty() || other.is_empty() {
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

/// Maximum length in bytes of a word that a list has.
const MAX_LISTED: usize = 100;

/// The list that has two words as two spellings of one, whatever the ear says.
pub(super) fn one_word(a: &str, b: &str, newsroom: &Newsroom) -> Option<Listed> {
    if a.len().max(b.len()) > MAX_LISTED {
        return None;
    }
    let is_misspelling_of = |wrong: &str, right: &str| {
        let found = newsroom.misspellings.find(wrong);
        found.is_some_and(|found| found.rights.iter().any(|form| orthographic(form) == orthographic(right)))
    };
    if is_misspelling_of(a, b) || is_misspelling_of(b, a) {
        return Some(Listed::Misspelling);
    }
    let (one, _) = orthography::pair(a)?;
    orthography::pair(b).is_some_and(|(other, _)| other == one).then_some(Listed::Pair)
}

fn is_usually_one(a: &str, b: &str) -> bool {
    ambiguous_names::usually(&orthographic(a), &orthographic(b)) == Some(Usually::One)
}
