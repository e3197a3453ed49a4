//! Names to actors: a compiled gazetteer that is read where it lies, without parsing.
//!
//! One finite-state map holds every name by its orthographic key (words joined by one space) and every
//! Latin form in lower case; and, for those who are typing one, how names sound (see `sound.rs`), from
//! each of their words on. A value leads to [`Posting`]s; a posting to an actor's record, which is
//! decoded only when somebody asks. The shipped gazetteer is compiled by `build.rs`, without the sounds, which are found
//! when they are first asked for; a newsroom's own by the same code at start. A module that has to be fetched ships
//! the columns of `columns.rs` instead.
//!
//! One that was opened from a file is read with care: the file may hold anything. Opening looks at its parts only, which
//! takes the same time for a million names as for ten; what they hold is checked where it is read. A name that leads
//! nowhere, to a record that cannot be decoded or to a form that the record has not, is no name.

#[cfg(any(test, target_arch = "wasm32"))]
pub mod columns;
mod compile;
mod key;
mod map;
mod names;
pub(crate) mod posting;
mod soonest;
mod sorted;
mod walk;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::actor::Actor;
pub use compile::{compile, compile_without_sounds};
pub use key::{and, joined_key, key};
use map::Node;
pub use names::spellings;
pub(super) use names::spellings_of;
pub use posting::{ActorIndex, MAGIC, Posting};
use posting::{HEADER, ID, OFFICE, SEVERAL, SOUND};
use soonest::soonest;
use sorted::Sorted;
pub use walk::Walk;

/// A compiled gazetteer.
#[derive(Clone)]
pub struct Gazetteer {
    bytes: Bytes,
    sections: Sections,
    /// The address of the map's first node.
    root: usize,
    /// The records that somebody asked for; `None` where the bytes are no record.
    records: Arc<[OnceLock<Option<Box<Actor>>>]>,
    /// The names, where they are not compiled.
    sorted: Option<Arc<Sorted>>,
    /// The names by their sound, where these are not with the others, from the first time that they are asked for.
    sounds: Arc<OnceLock<Sorted>>,
}

/// Bytes that are shared, not copied.
#[derive(Clone)]
enum Bytes {
    Static(&'static [u8]),
    Shared(Arc<[u8]>),
    Opened(Arc<dyn AsRef<[u8]> + Send + Sync>),
}

impl Bytes {
    fn all(&self) -> &[u8] {
        match self {
            Bytes::Static(bytes) => bytes,
            Bytes::Shared(bytes) => bytes,
            Bytes::Opened(bytes) => (**bytes).as_ref(),
        }
    }
}

/// Where the parts of a compiled gazetteer lie; all of them are in its bytes. All numbers are little-endian.
#[derive(Clone, Debug)]
struct Sections {
    /// Names to postings, see [`map`].
    map: Range<usize>,
    /// Eight bytes each.
    postings: Range<usize>,
    /// For each actor, four bytes: where its record begins in `data`. It ends where the next one begins.
    offsets: Range<usize>,
    data: Range<usize>,
}

/// An actor's record was asked for by a number that is not from this gazetteer.
const FOREIGN: &str = "whoever has the number of an actor found it in this gazetteer";

impl fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer").field("actors", &self.len()).finish_non_exhaustive()
    }
}

impl Gazetteer {
    /// A gazetteer over bytes that [`compile`] made and the program carries.
    ///
    /// # Errors
    /// One sentence, if the bytes are not a gazetteer.
    pub fn from_static(bytes: &'static [u8]) -> Result<Gazetteer, &'static str> {
        Gazetteer::open(Bytes::Static(bytes))
    }

    /// A gazetteer of a newsroom's own actors.
    pub fn of(actors: &[Actor]) -> Gazetteer {
        Gazetteer::open(Bytes::Shared(compile(actors).into())).expect("compile writes what open reads")
    }

    /// A gazetteer over bytes that [`compile`] made and somebody keeps. What they hold is not trusted.
    ///
    /// # Errors
    /// One sentence, if the bytes are not a gazetteer.
    pub fn opened(bytes: Arc<dyn AsRef<[u8]> + Send + Sync>) -> Result<Gazetteer, &'static str> {
        Gazetteer::open(Bytes::Opened(bytes))
    }

    fn open(bytes: Bytes) -> Result<Gazetteer, &'static str> {
        let sections = Sections::of(bytes.all());
        let opened =
            sections.and_then(|sections| Some((map::root(&bytes.all()[sections.map.clone()])?, sections)));
        let (root, sections) = opened.ok_or("this is no compiled gazetteer of this version")?;
        let records = (0..sections.offsets.len() / 4).map(|_| OnceLock::new()).collect();
        Ok(Gazetteer { bytes, sections, root, records, sorted: None, sounds: Arc::default() })
    }

    /// A gazetteer that has its actors at hand instead of compiled.
    #[cfg(any(test, target_arch = "wasm32"))]
    pub fn holding(actors: Vec<Actor>) -> Gazetteer {
        let sorted = Some(Arc::new(Sorted::of(names::names_of(&actors))));
        let records = actors.into_iter().map(|actor| OnceLock::from(Some(Box::new(actor)))).collect();
        let part = || 0..0;
        let sections = Sections { map: part(), postings: part(), offsets: part(), data: part() };
        Gazetteer { bytes: Bytes::Static(&[]), sections, root: 0, records, sorted, sounds: Arc::default() }
    }

    /// The number of actors.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is no actor.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record of an actor that this gazetteer found, decoded when it is first asked for.
    ///
    /// # Panics
    /// If the number is of another gazetteer.
    pub fn actor(&self, index: ActorIndex) -> &Actor {
        self.record(index).expect(FOREIGN)
    }

    fn record(&self, index: ActorIndex) -> Option<&Actor> {
        self.records.get(index as usize)?.get_or_init(|| self.decoded(index).map(Box::new)).as_deref()
    }

    /// The record of an actor, as its bytes have it.
    fn decoded(&self, index: ActorIndex) -> Option<Actor> {
        let offset = |index| {
            let bytes = self.part(&self.sections.offsets).get(4 * index..4 * index + 4)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
        };
        let data = self.part(&self.sections.data);
        let end = offset(index as usize + 1).unwrap_or(data.len());
        let actor: Actor = postcard::from_bytes(data.get(offset(index as usize)?..end)?).ok()?;
        let is_named = !actor.names.is_empty() && actor.names.iter().all(|name| !name.text.trim().is_empty());
        is_named.then_some(actor)
    }

    /// The part of the bytes that is a section.
    fn part(&self, section: &Range<usize>) -> &[u8] {
        &self.bytes.all()[section.clone()]
    }

    /// Whether a posting leads to a name; what was compiled here does.
    fn leads(&self, posting: &Posting) -> bool {
        let has_form = |actor: &Actor| {
            let forms = if posting.latin { actor.latin.len() } else { actor.names.len() };
            usize::from(posting.form) < forms
        };
        !matches!(self.bytes, Bytes::Opened(_)) || self.record(posting.actor).is_some_and(has_form)
    }

    /// All actors with their numbers, in the order of their files.
    pub fn actors(&self) -> impl Iterator<Item = (ActorIndex, &Actor)> {
        (0..self.len() as ActorIndex).filter_map(|index| Some((index, self.record(index)?)))
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
        self.sorted.as_ref().map_or(Walk { node: self.root, output: 0 }, |sorted| sorted.start())
    }

    /// Reads on: `key` is part of a name's key. `None` where no name goes on so.
    pub fn walk(&self, from: Walk, key: &str) -> Option<Walk> {
        if let Some(sorted) = &self.sorted {
            return sorted.walk(from, key);
        }
        let map = self.part(&self.sections.map);
        let mut at = from;
        for byte in key.bytes() {
            let (node, output) = Node::at(map, at.node)?.next(byte)?;
            at = Walk { node, output: at.output.wrapping_add(output) };
        }
        Some(at)
    }

    /// The names that end here.
    pub fn postings(&self, at: Walk) -> impl Iterator<Item = Posting> + '_ {
        let sorted = self.sorted.as_ref().map_or(&[][..], |sorted| sorted.postings(at));
        let node = if self.sorted.is_some() { None } else { self.node(at) };
        let ends = node.and_then(|node| node.final_output);
        let (one, several) = match ends.map(|output| at.output.wrapping_add(output)) {
            None => (None, 0..0),
            Some(value) if value & SEVERAL == 0 => (Some(value), 0..0),
            Some(value) => {
                let first = (value & !SEVERAL) as usize >> 8;
                (None, first..first + (value & 0xFF) as usize)
            }
        };
        let several = several.map_while(|number| {
            let bytes = self.part(&self.sections.postings).get(8 * number..8 * number + 8)?;
            Some(u64::from_le_bytes(bytes.try_into().ok()?))
        });
        let compiled = one.into_iter().chain(several);
        compiled.chain(sorted.iter().copied()).map(Posting::unpack).filter(|posting| self.leads(posting))
    }

    fn node(&self, at: Walk) -> Option<Node<'_>> {
        Node::at(self.part(&self.sections.map), at.node)
    }

    /// The names that end here or further on, those that end soonest first, with the number of bytes until
    /// they end: at most `most`.
    pub fn beneath(&self, at: Walk, most: usize) -> Vec<(usize, Posting)> {
        let next = |walk: Walk, ahead: &mut dyn FnMut(Walk)| match &self.sorted {
            Some(sorted) => sorted.next(walk).for_each(ahead),
            None => self.node(walk).into_iter().flat_map(Node::transitions).for_each(|(node, output)| {
                ahead(Walk { node, output: walk.output.wrapping_add(output) });
            }),
        };
        soonest(at, most, |walk| self.postings(walk), next)
    }

    /// Names that begin with `key`, those that end soonest first, with the number of bytes that are left: at most `most`.
    pub fn beginning(&self, key: &str, most: usize) -> Vec<(usize, Posting)> {
        self.walk(self.start(), key).map_or_else(Vec::new, |walk| self.beneath(walk, most))
    }

    /// Like [`Gazetteer::beginning`], for names or words in them with a key of sounds (see `sound.rs`) that begins with
    /// `key`.
    pub fn sounding(&self, key: &str, most: usize) -> Vec<(usize, Posting)> {
        let key = format!("{SOUND}{key}");
        let has_sounds = || self.walk(self.start(), SOUND.encode_utf8(&mut [0; 4])).is_some();
        if self.sounds.get().is_none() && has_sounds() {
            return self.beginning(&key, most);
        }
        let sounds = self.sounds.get_or_init(|| Sorted::of(names::sounds_of(self.decoded_actors())));
        let postings = |walk| sounds.postings(walk).iter().copied().map(Posting::unpack);
        let next = |walk, ahead: &mut dyn FnMut(Walk)| sounds.next(walk).for_each(ahead);
        let from = sounds.walk(sounds.start(), &key);
        from.map_or_else(Vec::new, |walk| soonest(walk, most, postings, next))
    }

    /// All actors with their numbers. What is decoded for this alone is not kept.
    fn decoded_actors(&self) -> impl Iterator<Item = (usize, Cow<'_, Actor>)> {
        (0..self.len()).filter_map(|index| {
            let actor = match self.records[index].get() {
                Some(known) => Cow::Borrowed(known.as_deref()?),
                None => Cow::Owned(self.decoded(index as ActorIndex)?),
            };
            Some((index, actor))
        })
    }

    /// The names with this key: words of orthographic keys joined by a space, or Latin in lower case.
    pub fn lookup(&self, key: &str) -> impl Iterator<Item = Posting> + use<'_> {
        self.walk(self.start(), key).into_iter().flat_map(|walk| self.postings(walk))
    }
}

impl Sections {
    /// Where the parts lie; `None` if they are not in the bytes as the header says.
    fn of(bytes: &[u8]) -> Option<Sections> {
        let number = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize);
        let whole = u64::from_le_bytes(bytes.get(HEADER - 8..HEADER)?.try_into().ok()?);
        if !bytes.starts_with(MAGIC) || whole != bytes.len() as u64 {
            return None;
        }
        let [map, postings, offsets, actors] = [number(8)?, number(12)?, number(16)?, number(20)?];
        let after = |start: usize, length: usize| start.checked_add(length).map(|end| start..end);
        let map = after(HEADER, map)?;
        let postings = after(map.end, postings)?;
        let offsets = after(postings.end, offsets)?;
        // In order, so that no two records share bytes: what all of them decode to is bounded by the size of the file
        let starts = bytes.get(offsets.clone())?.as_chunks().0.iter().map(|start| u32::from_le_bytes(*start));
        let fits = actors.checked_mul(4) == Some(offsets.len()) && starts.is_sorted();
        fits.then_some(Sections { map, postings, data: offsets.end..bytes.len(), offsets })
    }
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
    fn no_bytes_make_it_panic() {
        let sound = gazetteer().bytes.all().to_vec();
        let ask = |bytes: Vec<u8>| {
            let Ok(opened) = Gazetteer::opened(Arc::new(bytes)) else { return false };
            let found = |posting: Posting| opened.actor(posting.actor).names[0].text.len();
            let mut all: Vec<Posting> = Vec::new();
            all.extend(
                ["जोशी", "ग्राप", "gvc", "#parishad", "~jUsI"].iter().flat_map(|key| opened.lookup(key)),
            );
            all.extend(opened.beneath(opened.start(), 40).iter().map(|(_, posting)| posting));
            all.iter().for_each(|posting| assert!(found(*posting) > 0));
            assert!(opened.actors().all(|(_, actor)| !actor.names.is_empty()));
            !all.is_empty()
        };
        assert!(ask(sound.clone()));
        for at in 0..sound.len() {
            for value in [1, 0x88, 0xFF] {
                let mut bytes = sound.clone();
                bytes[at] = value;
                ask(bytes);
            }
            assert!(!ask(sound[..at].to_vec()), "cut off");
        }
    }

    #[test]
    fn an_empty_gazetteer_finds_nothing() {
        let empty = Gazetteer::of(&[]);
        assert!(empty.is_empty() && empty.lookup("क").next().is_none() && empty.find("x").is_none());
    }
}
