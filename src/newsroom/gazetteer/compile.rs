//! Actors become the bytes that a [`super::Gazetteer`] reads.

use std::borrow::Cow;

use super::key::{joined_key, key};
use super::posting::{ActorIndex, HEADER, ID, MAGIC, OFFICE, PART, Posting, SEVERAL, SOUND};
use crate::newsroom::actor::{Actor, Form, Kind};
use crate::newsroom::sound;

/// So many actors at most are found under one key.
const MAX_POSTINGS: usize = 255;
/// A name is found by the sound of its first, second … word.
const SOUNDED_WORDS: usize = 4;

/// The names of a gazetteer by key, as packed postings, in the order in which they were found.
#[derive(Default)]
struct Names(Vec<(Box<str>, u64)>);

impl Names {
    fn add(&mut self, key: String, posting: Posting) {
        self.0.push((key.into(), posting.pack()));
    }
}

/// Compiles actors into the bytes that a [`Gazetteer`](super::Gazetteer) reads.
pub fn compile(actors: &[Actor]) -> Vec<u8> {
    let mut names = Names::default();
    for (index, actor) in actors.iter().enumerate() {
        let actor_index = index as ActorIndex;
        let posting = |form: usize, alone| Posting {
            actor: actor_index,
            form: form as u8,
            alone,
            latin: false,
            acronym: false,
            person: actor.kind == Kind::Person,
        };
        let mut written: Vec<(Cow<str>, Posting)> = Vec::new();
        names.add(format!("{ID}{}", actor.id), posting(0, false));
        for (role, office) in actor.roles.iter().filter_map(|role| Some((role, role.office.as_ref()?))) {
            let place = office.split('/').next().unwrap_or_default();
            names.add(format!("{OFFICE}{office}"), posting(0, false));
            names.add(format!("{OFFICE}{place}:{}", joined_key(&role.title)), posting(0, false));
        }
        for (form, name) in actor.names.iter().enumerate() {
            for spelling in spellings_of(actor, &name.text) {
                names.add(key(&spelling), posting(form, name.alone));
                written.push((spelling, posting(form, name.alone)));
            }
        }
        for part in parts_of(actor) {
            names.add(format!("{PART}{}", key(&part)), posting(0, false));
        }
        for (form, latin) in actor.latin.iter().enumerate() {
            let acronym = latin.chars().all(|c| !c.is_lowercase()) && latin.chars().count() > 1;
            let surname = form > 0 && !latin.contains(' ') && !acronym;
            let alone = actor.kind != Kind::Person
                || latin.contains(' ')
                || (surname && actor.names.iter().any(|n| n.alone && n.form == Form::Short));
            let posting = Posting { latin: true, acronym, ..posting(form, alone) };
            names.add(key(latin).to_lowercase(), posting);
            written.push((latin.into(), posting));
        }
        add_sounds(&mut names, &written);
    }
    layout(actors, names.0)
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

/// Adds the names of one actor by their sound: whole names first, then from their other words on.
fn add_sounds(names: &mut Names, written: &[(Cow<'_, str>, Posting)]) {
    let keys: Vec<_> = written.iter().map(|(name, posting)| (sound::key(name), *posting)).collect();
    for (key, posting) in &keys {
        names.add(format!("{SOUND}{key}"), *posting);
    }
    for (key, posting) in &keys {
        let words = key.match_indices(' ').map(|(at, _)| &key[at + 1..]);
        for rest in words.take(SOUNDED_WORDS - 1) {
            names.add(format!("{SOUND}{rest}"), Posting { alone: false, ..*posting });
        }
    }
}

fn layout(actors: &[Actor], mut names: Vec<(Box<str>, u64)>) -> Vec<u8> {
    let mut postings: Vec<u64> = Vec::new();
    let mut map = fst::raw::Builder::memory();
    // The sort is stable: under one key the actors stay in order, and what one actor has of it is together
    names.sort_by(|(one, _), (other, _)| one.cmp(other));
    for same in names.chunk_by(|(one, _), (other, _)| one == other) {
        let mut list: Vec<u64> = same.iter().map(|(_, posting)| *posting).collect();
        list.dedup_by_key(|posting| *posting as u32);
        list.truncate(MAX_POSTINGS);
        let value = match list[..] {
            [one] => one,
            _ => {
                let several = SEVERAL | (postings.len() as u64) << 8 | list.len() as u64;
                postings.extend(list);
                several
            }
        };
        map.insert(&*same[0].0, value).expect("keys are sorted");
    }
    drop(names);
    let map = map.into_inner().expect("memory does not fail");
    let (mut offsets, mut data) = (Vec::new(), Vec::new());
    for actor in actors {
        offsets.extend_from_slice(&(data.len() as u32).to_le_bytes());
        data.extend(postcard::to_stdvec(actor).expect("an actor serialises"));
    }
    let postings: Vec<u8> = postings.iter().flat_map(|p| p.to_le_bytes()).collect();
    let mut out = MAGIC.to_vec();
    for number in [map.len(), postings.len(), offsets.len(), actors.len()] {
        out.extend_from_slice(&(number as u32).to_le_bytes());
    }
    let whole = HEADER + [&map, &postings, &offsets, &data].iter().map(|part| part.len()).sum::<usize>();
    out.extend_from_slice(&(whole as u64).to_le_bytes());
    for part in [&map, &postings, &offsets, &data] {
        out.extend_from_slice(part);
    }
    out
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
