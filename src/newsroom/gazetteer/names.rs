//! All names of actors, by key.

use std::borrow::{Borrow, Cow};

use super::key::{joined_key, key, key_into};
use super::posting::{ActorIndex, ID, OFFICE, PART, Posting, SOUND};
use crate::newsroom::actor::{Actor, Form, Kind};
use crate::newsroom::sound;

/// So many actors at most are found under one key.
const MAX_POSTINGS: usize = 255;
/// A name is found by the sound of its first, second … word.
const SOUNDED_WORDS: usize = 4;

/// Names by key, as packed postings, in the order in which they were found.
#[derive(Default)]
pub struct Names {
    /// All keys, one behind the other.
    text: String,
    list: Vec<Found>,
}

struct Found {
    /// The first bytes of the key, as a number: most keys differ in them.
    first: u128,
    start: u32,
    end: u32,
    posting: u64,
}

impl Found {
    fn key<'a>(&self, text: &'a str) -> &'a [u8] {
        &text.as_bytes()[self.start as usize..self.end as usize]
    }
}

impl Names {
    /// Adds a name under the key that `write` writes.
    fn add(&mut self, posting: Posting, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        write(&mut self.text);
        let mut first = [0; 16];
        let written = &self.text.as_bytes()[start..];
        let length = written.len().min(first.len());
        first[..length].copy_from_slice(&written[..length]);
        self.list.push(Found {
            first: u128::from_be_bytes(first),
            start: start as u32,
            end: self.text.len() as u32,
            posting: posting.pack(),
        });
    }

    /// All that `other` has too.
    pub fn extend(&mut self, other: Names) {
        let from = self.text.len() as u32;
        self.text.push_str(&other.text);
        let moved = |it: Found| Found { start: it.start + from, end: it.end + from, ..it };
        self.list.extend(other.list.into_iter().map(moved));
    }

    /// Calls `visit` with each key, in order, and with whom it leads to.
    pub fn for_each_key(mut self, mut visit: impl FnMut(&[u8], &[u64])) {
        let key = |found: &Found| found.key(&self.text);
        // The sort is stable: under one key the actors stay in order, and what one actor has of it is together
        self.list.sort_by(|one, other| one.first.cmp(&other.first).then_with(|| key(one).cmp(key(other))));
        let mut postings = Vec::new();
        for same in self.list.chunk_by(|one, other| one.first == other.first && key(one) == key(other)) {
            postings.clear();
            postings.extend(same.iter().map(|found| found.posting));
            postings.dedup_by_key(|posting| *posting as u32);
            postings.truncate(MAX_POSTINGS);
            visit(key(&same[0]), &postings);
        }
    }
}

fn push(key: &mut String, sign: char, parts: &[&str]) {
    key.push(sign);
    key.extend(parts.iter().copied());
}

/// The name of an actor, as one of its forms, or as an id or an office.
fn posting(index: usize, actor: &Actor, form: usize, alone: bool) -> Posting {
    Posting {
        actor: index as ActorIndex,
        form: form as u8,
        alone,
        latin: false,
        acronym: false,
        person: actor.kind == Kind::Person,
    }
}

pub fn names_of(actors: &[Actor]) -> Names {
    let mut names = Names::default();
    for (index, actor) in actors.iter().enumerate() {
        let posting = |form, alone| posting(index, actor, form, alone);
        names.add(posting(0, false), |key| push(key, ID, &[&actor.id]));
        for (role, office) in actor.roles.iter().filter_map(|role| Some((role, role.office.as_ref()?))) {
            let place = office.split('/').next().unwrap_or_default();
            names.add(posting(0, false), |key| push(key, OFFICE, &[office]));
            names.add(posting(0, false), |key| push(key, OFFICE, &[place, ":", &joined_key(&role.title)]));
        }
        for (name, posting) in hindi_names(index, actor) {
            names.add(posting, |key| key_into(&name, key));
        }
        for part in parts_of(actor) {
            names.add(posting(0, false), |key| {
                key.push(PART);
                key_into(&part, key);
            });
        }
        for (latin, posting) in latin_names(index, actor) {
            names.add(posting, |written| written.push_str(&key(latin).to_lowercase()));
        }
    }
    names
}

/// The Hindi names of an actor in all spellings.
fn hindi_names(index: usize, actor: &Actor) -> impl Iterator<Item = (Cow<'_, str>, Posting)> {
    actor.names.iter().enumerate().flat_map(move |(form, name)| {
        let posting = posting(index, actor, form, name.alone);
        spellings_of(actor, &name.text).into_iter().map(move |spelling| (spelling, posting))
    })
}

/// The Latin names of an actor.
fn latin_names(index: usize, actor: &Actor) -> impl Iterator<Item = (&str, Posting)> {
    actor.latin.iter().enumerate().map(move |(form, latin)| {
        let acronym = latin.chars().all(|c| !c.is_lowercase()) && latin.chars().count() > 1;
        let surname = form > 0 && !latin.contains(' ') && !acronym;
        let alone = actor.kind != Kind::Person
            || latin.contains(' ')
            || (surname && actor.names.iter().any(|n| n.alone && n.form == Form::Short));
        (&**latin, Posting { latin: true, acronym, ..posting(index, actor, form, alone) })
    })
}

/// What of the full name of a person who held an office stands behind the title: शिवराज, शिवराज सिंह, चौहान and शिवराज चौहान
/// of शिवराज सिंह चौहान.
fn parts_of(actor: &Actor) -> Vec<String> {
    if actor.kind != Kind::Person || actor.roles.is_empty() {
        return Vec::new();
    }
    let spellings = spellings_of(actor, &actor.names[0].text);
    let mut parts: Vec<String> = spellings
        .iter()
        .flat_map(|name| {
            let words: Vec<&str> = name.split(' ').collect();
            match words[..] {
                [first, last] => vec![first.to_owned(), last.to_owned()],
                [first, second, .., last] => {
                    let both = [format!("{first} {second}"), format!("{first} {last}")];
                    [first.to_owned(), last.to_owned()].into_iter().chain(both).collect()
                }
                _ => Vec::new(),
            }
        })
        .collect();
    parts.sort();
    parts.dedup();
    parts
}

/// The names of actors by their sound: of each whole names first, then from their other words on.
pub fn sounds_of<A: Borrow<Actor>>(actors: impl Iterator<Item = (usize, A)>) -> Names {
    let mut names = Names::default();
    for (index, actor) in actors {
        let actor = actor.borrow();
        let hindi = hindi_names(index, actor).map(|(name, posting)| (sound::key(&name), posting));
        let latin = latin_names(index, actor).map(|(name, posting)| (sound::key(name), posting));
        let keys: Vec<_> = hindi.chain(latin).collect();
        for (key, posting) in &keys {
            names.add(*posting, |sound| push(sound, SOUND, &[key]));
        }
        for (key, posting) in &keys {
            let words = key.match_indices(' ').map(|(at, _)| &key[at + 1..]);
            for rest in words.take(SOUNDED_WORDS - 1) {
                names.add(Posting { alone: false, ..*posting }, |sound| push(sound, SOUND, &[rest]));
            }
        }
    }
    names
}

/// Every spelling of every name of an actor.
pub fn spellings(actor: &Actor) -> Vec<Cow<'_, str>> {
    actor.names.iter().flat_map(|name| spellings_of(actor, &name.text)).collect()
}

/// Every spelling of a name: the preferred one, and those made of other spellings of its words.
pub(in crate::newsroom) fn spellings_of<'a>(actor: &'a Actor, name: &'a str) -> Vec<Cow<'a, str>> {
    let others = |text: &str| -> &[String] {
        actor.spellings.iter().find(|s| s.of == text).map_or(&[], |s| &s.others)
    };
    let mut forms: Vec<Cow<str>> = vec![Cow::Borrowed(name)];
    for word in name.split(' ') {
        let respelt: Vec<_> = others(word)
            .iter()
            .flat_map(|other| {
                let swap = |form: &Cow<str>| {
                    form.split(' ').map(|w| if w == word { other } else { w }).collect::<Vec<_>>().join(" ")
                };
                forms.iter().map(swap).collect::<Vec<_>>()
            })
            .collect();
        forms.extend(respelt.into_iter().map(Cow::Owned));
    }
    if name.contains(' ') {
        forms.extend(others(name).iter().map(|other| Cow::Borrowed(other.as_str())));
    }
    forms
}
