//! One person's name with a middle name or without, and with the surname last or first.

use super::class::Class;
use super::comparison::Comparison;
use super::known::Known;
use super::prepared::word_for_word;
use super::{Difference, phrase};
use crate::newsroom::{Kind, NameRef, Newsroom, gazetteer};

/// The score of two full names of which one says more: whoever says less may mean another.
const SCORE: f32 = 0.75;

/// So many middle names may be left out.
const MAX_MIDDLE_NAMES: usize = 2;

/// A word rarer than this may be a name that nobody has listed.
const NAME_PER_MILLION: f32 = 4.0;

/// A word more common than this is no first name, even if it begins names: जो.
const GIVEN_PER_MILLION: f32 = 1000.0;

/// A word more common than this is no middle name, even if it begins names: कुमार.
const MIDDLE_PER_MILLION: f32 = 100.0;

/// A surname more common than this is that of too many: राम सिंह and राम कुमार सिंह may well be two men.
const SURNAME_PER_MILLION: f32 = 100.0;

/// Two spellings as one person's full name, where one leaves out middle names, or where lists know the person
/// and the surname stands at the other end.
pub(super) fn same(a: &str, b: &str, newsroom: &Newsroom) -> Option<Comparison> {
    let (short, long) = if phrase::words(a).len() <= phrase::words(b).len() { (a, b) } else { (b, a) };
    let [given, surname] = phrase::words(short)[..] else { return None };
    let agree = |x: &str, y: &str| word_for_word(x, y, newsroom).same;
    let (one, other) = (persons(short, newsroom), persons(long, newsroom));
    let class = match phrase::words(long)[..] {
        [first, last] => {
            let is_turned = one.is_empty() != other.is_empty() && agree(given, last) && agree(surname, first);
            is_turned.then_some(Class::NameOrder)
        }
        [first, ref middle @ .., last] if middle.len() <= MAX_MIDDLE_NAMES => {
            let may_be_one = other.is_empty() || other.iter().any(|a| one.iter().any(|b| a.actor == b.actor));
            let is_rare = !one.is_empty() || newsroom.lexicon.per_million(surname) < SURNAME_PER_MILLION;
            let may_be_names = || {
                may_be_name(given, GIVEN_PER_MILLION, newsroom)
                    && middle.iter().all(|word| may_be_name(word, MIDDLE_PER_MILLION, newsroom))
            };
            let is_fuller =
                may_be_one && is_rare && agree(given, first) && agree(surname, last) && may_be_names();
            is_fuller.then_some(Class::MiddleName)
        }
        _ => None,
    }?;
    Some(Comparison::same([Difference::anywhere(class)].into_iter().collect(), SCORE))
}

/// The persons whose name it is.
fn persons(text: &str, newsroom: &Newsroom) -> Vec<NameRef> {
    let names = Known::look_up(text, newsroom).names.into_iter();
    names.filter(|name| newsroom.actor(name.actor).kind == Kind::Person).collect()
}

/// Whether a word begins names of persons and is no more common than that, or is hardly known in Hindi.
fn may_be_name(word: &str, most: f32, newsroom: &Newsroom) -> bool {
    let per_million = newsroom.lexicon.per_million(word);
    let leads_to_a_person = || {
        let walk = newsroom.walk(&newsroom.start(), &gazetteer::key(word));
        newsroom.leads_to_a_person(&newsroom.walk(&walk, " "))
    };
    per_million < NAME_PER_MILLION || per_million < most && leads_to_a_person()
}
