//! Names to actors: a compiled gazetteer that is read where it lies, without parsing.
//!
//! One finite-state map holds every name by its orthographic key (words joined by one space) and every
//! Latin form in lower case; and, for those who are typing one, how names sound ([`super::sound`]), from
//! each of their words on. A value leads to [`Posting`]s; a posting to an actor's record, which is
//! decoded only when somebody asks. The shipped gazetteer is compiled by `build.rs`, a newsroom's own
//! by the same code at start.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use fst::raw::{CompiledAddr, Fst, Output};

use super::actor::{Actor, Form, Kind};
use super::sound;
use crate::text::fold;
use crate::text::letters::ascii_digits;

/// A number of an actor within its gazetteer.
pub type ActorIndex = u32;

/// One name of one actor, as the gazetteer finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Posting {
    /// Whose name.
    pub actor: ActorIndex,
    /// Which of [`Actor::names`], or of [`Actor::latin`] if `latin`.
    pub form: u8,
    /// Whether the form alone means the actor.
    pub alone: bool,
    /// A form in Latin letters.
    pub latin: bool,
    /// A Latin form in capitals, which must be written so: NATO.
    pub acronym: bool,
    /// Whether the actor is a person.
    pub person: bool,
}

/// A place in the map while a name is read word by word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walk {
    node: CompiledAddr,
    output: u64,
}

/// A compiled gazetteer.
#[derive(Clone)]
pub struct Gazetteer {
    bytes: Bytes,
    map: Fst<Bytes>,
    sections: Sections,
    /// The records that somebody asked for.
    records: Arc<[OnceLock<Box<Actor>>]>,
}

/// Bytes that are shared, not copied.
#[derive(Clone)]
struct Bytes {
    owner: Owner,
    range: Range<usize>,
}

#[derive(Clone)]
enum Owner {
    Static(&'static [u8]),
    Shared(Arc<[u8]>),
    Opened(Arc<dyn AsRef<[u8]> + Send + Sync>),
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        let all = match &self.owner {
            Owner::Static(bytes) => bytes,
            Owner::Shared(bytes) => &bytes[..],
            Owner::Opened(bytes) => (**bytes).as_ref(),
        };
        &all[self.range.clone()]
    }
}

/// Where the parts of a compiled gazetteer lie. All numbers are little-endian.
#[derive(Clone, Copy, Debug)]
struct Sections {
    postings: usize,
    records: usize,
    data: usize,
    actors: u32,
}

/// Begins a compiled gazetteer; other with every change of its form.
pub const MAGIC: &[u8; 8] = b"vartani6";
const HEADER: usize = 8 + 4 * 4 + 8;
const SEVERAL: u64 = 1 << 63;
const ID: char = '#';
/// Begins the keys of offices and titles.
const OFFICE: char = '@';
/// So many actors at most are found under one key.
const MAX_POSTINGS: usize = 255;
/// Begins the keys by sound.
pub(super) const SOUND: char = '~';
/// A name is found by the sound of its first, second … word.
const SOUNDED_WORDS: usize = 4;

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer").field("actors", &self.sections.actors).finish_non_exhaustive()
    }
}

impl Gazetteer {
    /// A gazetteer over bytes that [`compile`] made and the program carries.
    ///
    /// # Errors
    /// One sentence, if the bytes are not a gazetteer.
    pub fn from_static(bytes: &'static [u8]) -> Result<Gazetteer, &'static str> {
        Gazetteer::open(Owner::Static(bytes), bytes.len())
    }

    /// A gazetteer of a newsroom's own actors.
    pub fn of(actors: &[Actor]) -> Gazetteer {
        let bytes: Arc<[u8]> = compile(actors).into();
        let length = bytes.len();
        Gazetteer::open(Owner::Shared(bytes), length).expect("compile writes what open reads")
    }

    /// A gazetteer over bytes that [`compile`] made and somebody keeps, such as a file that is mapped into memory.
    ///
    /// # Errors
    /// One sentence, if the bytes are not a gazetteer.
    pub fn opened(bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) -> Result<Gazetteer, &'static str> {
        let length = (*bytes).as_ref().len();
        Gazetteer::open(Owner::Opened(bytes), length)
    }

    fn open(owner: Owner, length: usize) -> Result<Gazetteer, &'static str> {
        const BAD: &str = "this is no compiled gazetteer of this version";
        let bytes = Bytes { owner, range: 0..length };
        let all = bytes.as_ref();
        if all.len() < HEADER || &all[..8] != MAGIC {
            return Err(BAD);
        }
        let [map, postings, records, actors] = [8, 12, 16, 20].map(|at| read_u32(all, at));
        let sections = Sections {
            postings: HEADER + map as usize,
            records: HEADER + (map + postings) as usize,
            data: HEADER + (map + postings + records) as usize,
            actors,
        };
        let whole = u64::from(read_u32(all, 24)) | u64::from(read_u32(all, 28)) << 32;
        if sections.data > all.len() || whole != all.len() as u64 {
            return Err(BAD);
        }
        let map = Bytes { owner: bytes.owner.clone(), range: HEADER..sections.postings };
        let records = (0..actors).map(|_| OnceLock::new()).collect();
        Ok(Gazetteer { map: Fst::new(map).map_err(|_| BAD)?, bytes, sections, records })
    }

    /// The number of actors.
    pub fn len(&self) -> usize {
        self.sections.actors as usize
    }

    /// Whether there is no actor.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record of an actor, decoded when it is first asked for.
    pub fn actor(&self, index: ActorIndex) -> &Actor {
        self.records[index as usize].get_or_init(|| {
            let all = self.bytes.as_ref();
            let start =
                self.sections.data + read_u32(all, self.sections.records + 4 * index as usize) as usize;
            Box::new(postcard::from_bytes(&all[start..]).expect("compile wrote the record"))
        })
    }

    /// All actors, in the order of their files.
    pub fn actors(&self) -> impl Iterator<Item = &Actor> {
        (0..self.sections.actors).map(|index| self.actor(index))
    }

    /// The number of the actor with this id.
    pub fn find(&self, id: &str) -> Option<ActorIndex> {
        let walk = self.walk(self.start(), &format!("{ID}{id}"))?;
        self.postings(walk).next().map(|posting| posting.actor)
    }

    /// Who holds or held an office: `US/president`.
    pub fn holders(&self, office: &str) -> impl Iterator<Item = ActorIndex> + '_ {
        self.lookup(&format!("{OFFICE}{office}")).map(|posting| posting.actor)
    }

    /// Who holds or held an office of a country or body under a title, given by its [`joined_key`].
    pub fn titled(&self, place: &str, title: &str) -> impl Iterator<Item = ActorIndex> + '_ {
        self.lookup(&format!("{OFFICE}{place}:{title}")).map(|posting| posting.actor)
    }

    /// The beginning of every name.
    pub fn start(&self) -> Walk {
        Walk { node: self.map.root().addr(), output: 0 }
    }

    /// Reads on: `key` is part of a name's key. `None` where no name goes on so.
    pub fn walk(&self, from: Walk, key: &str) -> Option<Walk> {
        let mut node = self.map.node(from.node);
        let mut output = from.output;
        for byte in key.bytes() {
            let transition = node.transition(node.find_input(byte)?);
            output += transition.out.value();
            node = self.map.node(transition.addr);
        }
        Some(Walk { node: node.addr(), output })
    }

    /// The names that end here.
    pub fn postings(&self, at: Walk) -> impl Iterator<Item = Posting> + '_ {
        let node = self.map.node(at.node);
        let value = node.is_final().then(|| Output::new(at.output).cat(node.final_output()).value());
        let (one, offset, count) = match value {
            None => (None, 0, 0),
            Some(value) if value & SEVERAL == 0 => (Some(Posting::unpack(value)), 0, 0),
            Some(value) => (None, (value & !SEVERAL) as usize >> 8, (value & 0xFF) as usize),
        };
        let several = (0..count).map(move |i| {
            let at = self.sections.postings + 8 * (offset + i);
            let all = self.bytes.as_ref();
            Posting::unpack(u64::from(read_u32(all, at)) | u64::from(read_u32(all, at + 4)) << 32)
        });
        one.into_iter().chain(several)
    }

    /// The names that end here or further on, those that end soonest first, with the number of bytes until
    /// they end: at most `most`.
    pub fn beneath(&self, at: Walk, most: usize) -> Vec<(usize, Posting)> {
        const NODES_FOR_A_NAME: usize = 64;
        let mut found = Vec::new();
        let mut ahead = VecDeque::from([(0, at)]);
        for _ in 0..most.saturating_mul(NODES_FOR_A_NAME) {
            let Some((depth, walk)) = ahead.pop_front() else { break };
            found.extend(self.postings(walk).take(most - found.len()).map(|posting| (depth, posting)));
            if found.len() == most {
                break;
            }
            ahead.extend(self.map.node(walk.node).transitions().map(|transition| {
                (depth + 1, Walk { node: transition.addr, output: walk.output + transition.out.value() })
            }));
        }
        found
    }

    /// The names with this key: words of orthographic keys joined by a space, or Latin in lower case.
    pub fn lookup(&self, key: &str) -> impl Iterator<Item = Posting> + use<'_> {
        self.walk(self.start(), key).into_iter().flat_map(|walk| self.postings(walk))
    }
}

fn read_u32(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"))
}

impl Posting {
    fn pack(self) -> u64 {
        let flags = u64::from(self.alone)
            | u64::from(self.latin) << 1
            | u64::from(self.acronym) << 2
            | u64::from(self.person) << 3;
        u64::from(self.actor) | u64::from(self.form) << 32 | flags << 40
    }

    fn unpack(value: u64) -> Posting {
        let flag = |bit: u32| value >> (40 + bit) & 1 == 1;
        Posting {
            actor: value as u32,
            form: (value >> 32) as u8,
            alone: flag(0),
            latin: flag(1),
            acronym: flag(2),
            person: flag(3),
        }
    }
}

/// The key of a name of one or more words. A number is a word of its own, as it is in an article: एल1.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in name.split([' ', '-', '.', '(', ')']) {
        let mut rest = word;
        while !rest.is_empty() {
            let is_number = rest.starts_with(is_digit);
            let end = rest.find(|c| is_digit(c) != is_number).unwrap_or(rest.len());
            if !key.is_empty() {
                key.push(' ');
            }
            if is_number {
                key.push_str(&ascii_digits(&rest[..end]));
            } else {
                fold::orthographic_into(&rest[..end], &mut key);
            }
            rest = &rest[end..];
        }
    }
    key
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('०'..='९').contains(&c)
}

/// The key of words that are written as one or apart: प्रधानमंत्री, प्रधान मंत्री.
pub fn joined_key(words: &str) -> String {
    key(words).split(' ').map(and).collect()
}

/// A word of a title, with one word for all that say "and".
pub fn and(word: &str) -> &str {
    if matches!(word, "एवं" | "तथा" | "व") { "और" } else { word }
}

/// The names of a gazetteer by key, as packed postings, in the order in which they were found.
#[derive(Default)]
struct Names(Vec<(Box<str>, u64)>);

impl Names {
    fn add(&mut self, key: String, posting: Posting) {
        self.0.push((key.into(), posting.pack()));
    }
}

/// Compiles actors into the bytes that a [`Gazetteer`] reads.
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
pub(super) fn spellings_of<'a>(actor: &'a Actor, name: &'a str) -> Vec<Cow<'a, str>> {
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

#[cfg(test)]
mod tests {
    use super::super::actor_file;
    use super::*;

    fn gazetteer() -> Gazetteer {
        let (actors, faults) = actor_file::parse(
            r#"
[vikram-joshi]
kind = "person"
name = "विक्रम जोशी"
short = "जोशी"
latin = "Vikram Joshi"
spellings = { "विक्रम" = ["विकरम"], "जोशी" = ["जोषी"] }

[parishad]
kind = "organisation"
name = "ग्राम परिषद"
short = "ग्राप"
also = ["जीपी"]
alone = true
latin = "Village Council"
latin_also = ["GVC"]

[mohan-joshi]
kind = "person"
name = "मोहन जोशी"
short = "जोशी"
latin = "Mohan Joshi"
"#,
        );
        assert_eq!(faults, []);
        Gazetteer::of(&actors)
    }

    fn found(gazetteer: &Gazetteer, name: &str) -> Vec<String> {
        gazetteer.lookup(&key(name)).map(|p| gazetteer.actor(p.actor).id.clone()).collect()
    }

    #[test]
    fn a_name_is_found_in_every_spelling_and_school() {
        let gazetteer = gazetteer();
        assert_eq!(found(&gazetteer, "विकरम जोषी"), ["vikram-joshi"]);
        assert_eq!(found(&gazetteer, "जोशी"), ["vikram-joshi", "mohan-joshi"]);
        assert_eq!(found(&gazetteer, "ग्राम-परिषद"), ["parishad"]);
        assert_eq!(found(&gazetteer, "विक्रम"), [""; 0]);
        assert_eq!(gazetteer.find("mohan-joshi"), Some(2));
    }

    #[test]
    fn names_are_found_by_their_beginning_the_shortest_first() {
        let gazetteer = gazetteer();
        let beneath = |key: &str, most| {
            let walk = gazetteer.walk(gazetteer.start(), key);
            let found = walk.map_or(Vec::new(), |walk| gazetteer.beneath(walk, most));
            found.iter().map(|(left, p)| (*left, gazetteer.actor(p.actor).id.clone())).collect::<Vec<_>>()
        };
        let of = |left, id: &str| (left, id.to_owned());
        assert_eq!(beneath("vik", 9), [of(9, "vikram-joshi")]);
        assert_eq!(beneath("जोश", 9), [of(3, "vikram-joshi"), of(3, "mohan-joshi")]);
        assert_eq!(beneath("जोश", 1), [of(3, "vikram-joshi")]);
        assert_eq!(beneath("~jUs", 9), [of(1, "vikram-joshi"), of(1, "mohan-joshi")], "joshi, zoshi, जोषी");
        assert_eq!(beneath("~gram", 9), []);
        assert_eq!(beneath("~krns", 9), []);
        assert_eq!(beneath("~prIsd", 9), [of(0, "parishad")], "परिषद is its second word");
    }

    #[test]
    fn a_number_is_a_word_of_a_name() {
        assert_eq!(["चंद्रयान-3", "चंद्रयान 3", "चंद्रयान-३", "चंद्रयान3"].map(key), ["चंद्रयान 3"; 4].map(key));
        assert_eq!(key("आदित्य-एल1"), key("आदित्य एल 1"));
    }

    #[test]
    fn an_acronym_remembers_its_capitals() {
        let gazetteer = gazetteer();
        let posting = gazetteer.lookup("gvc").next().unwrap();
        assert!(posting.latin && posting.acronym && posting.alone);
        assert!(!gazetteer.lookup("village council").next().unwrap().acronym);
    }

    #[test]
    fn an_empty_gazetteer_finds_nothing() {
        let empty = Gazetteer::of(&[]);
        assert!(empty.is_empty() && empty.lookup("क").next().is_none() && empty.find("x").is_none());
    }
}
