//! Who is known already, and what an import may add to it.

use std::hash::{BuildHasher as _, Hash};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::provenance::Provenance;
use super::row::{EntityRows, is_hindi};
use crate::newsroom::new_actor::{NewActor, slug};
use crate::newsroom::{Actor, Kind, Message, PartialDate, actor_file, gazetteer};

/// Who is known, by all that tells whether two are one.
#[derive(Default)]
pub(super) struct ImportIndex {
    by_qid: FxHashMap<String, Known>,
    by_name: FxHashMap<(Kind, String), Known>,
    /// Hashes of all ids, and of the items that this import added: an import may have millions.
    ids: FxHashSet<u64>,
    items: FxHashSet<u64>,
    /// Hashes of the names that this import added, with the day of birth.
    names: FxHashMap<u64, Option<PartialDate>>,
}

/// What is compared with an entry of an import.
#[derive(Clone)]
struct Known {
    id: String,
    /// The file it stands in, for a sentence.
    file: String,
    name: String,
    qid: Option<String>,
    born: Option<PartialDate>,
    died: Option<PartialDate>,
}

/// What became of an entry of an import.
pub(super) enum ImportOutcome {
    /// A table for the newsroom's file.
    New(String),
    /// It is there already and says the same.
    Known,
    /// It is there already and says otherwise, which stays.
    Conflict(Message),
    /// It cannot be an entry.
    Unusable(Message),
}

impl ImportIndex {
    /// Makes an actor of a file known.
    pub fn know(&mut self, actor: &Actor, file: &str) {
        let known = Known {
            id: actor.id.clone(),
            file: file.to_owned(),
            name: actor.name().to_owned(),
            qid: actor.qid.clone(),
            born: actor.born,
            died: actor.died,
        };
        self.keep(known, actor.kind);
    }

    fn keep(&mut self, known: Known, kind: Kind) {
        self.ids.insert(hash(&known.id));
        if let Some(qid) = &known.qid {
            self.by_qid.entry(qid.clone()).or_insert_with(|| known.clone());
        }
        self.by_name.entry((kind, gazetteer::key(&known.name))).or_insert(known);
    }

    /// What becomes of an entry.
    pub fn enter(&mut self, gathered: EntityRows, from: &Provenance) -> ImportOutcome {
        let place = gathered.first.place.clone();
        if !is_hindi(&gathered.first.name) {
            return unusable(&place, "हिंदी नाम नहीं है", "there is no Hindi name");
        }
        let new = new_actor(gathered, from);
        if let Some(known) = new.qid.as_ref().and_then(|qid| self.by_qid.get(qid)) {
            return compare(known, &new, &place);
        }
        if new.qid.as_ref().is_some_and(|qid| self.items.contains(&hash(qid))) {
            return unusable(
                &place,
                &format!("{} ऊपर की एक पंक्ति में भी है; पंक्तियाँ item के क्रम में रखें", new.name),
                &format!("{} is in an earlier row; sort the rows by item", new.name),
            );
        }
        let name = (new.kind, gazetteer::key(&new.name));
        if let Some(born) = self.names.get(&hash(&name))
            && (new.qid.is_none() || !differ(*born, new.born))
        {
            return unusable(
                &place,
                &format!("ऊपर की एक पंक्ति में भी यही नाम है: {}", new.name),
                &format!("an earlier row has the name {} too", new.name),
            );
        }
        if let Some(namesake) = self.by_name.get(&name)
            && !are_told_apart(namesake, &new)
        {
            return match &new.qid {
                Some(qid) if namesake.qid.is_none() && namesake.file != "what ships" => {
                    let Known { id, file, .. } = namesake;
                    let name = &new.name;
                    ImportOutcome::Conflict(at(
                        &place,
                        &format!(
                            "{file} के [{id}] का नाम भी {name} है और qid नहीं है; उसे नहीं बदला गया। वही हो तो वहाँ qid = \"{qid}\" लिखें"
                        ),
                        &format!(
                            "[{id}] in {file} has the name {name} and no qid; it was kept. If it is the same, write qid = \"{qid}\" there"
                        ),
                    ))
                }
                _ => compare(namesake, &new, &place),
            };
        }
        self.add(new, &place)
    }

    fn add(&mut self, mut new: NewActor, place: &Message) -> ImportOutcome {
        if self.ids.contains(&hash(&new.id)) {
            new.id = format!("{}-{}", new.id, new.qid.as_deref().unwrap_or("2").to_lowercase());
        }
        if new.id.is_empty() || self.ids.contains(&hash(&new.id)) {
            return unusable(
                place,
                &format!("{} का रोमन नाम नहीं है, जिससे id बने", new.name),
                &format!("{} has no Latin name to make an id of", new.name),
            );
        }
        let table = new.to_toml();
        if let Some(fault) = actor_file::parse(&table).1.first() {
            return unusable(place, &fault.message.hi, &fault.message.en);
        }
        self.ids.insert(hash(&new.id));
        self.items.extend(new.qid.as_ref().map(hash));
        self.names.insert(hash(&(new.kind, gazetteer::key(&new.name))), new.born);
        ImportOutcome::New(table)
    }
}

/// Two of one name that are two: by their items, with days of birth that differ.
fn are_told_apart(known: &Known, new: &NewActor) -> bool {
    let differ =
        |one: Option<PartialDate>, other: Option<PartialDate>| one.zip(other).is_some_and(|(a, b)| a != b);
    known.qid.is_some() && new.qid.is_some() && known.qid != new.qid && differ(known.born, new.born)
}

fn differ(one: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

fn hash(what: &impl Hash) -> u64 {
    FxBuildHasher.hash_one(what)
}

fn compare(known: &Known, new: &NewActor, place: &Message) -> ImportOutcome {
    let mut differences = Vec::new();
    if gazetteer::key(&known.name) != gazetteer::key(&new.name) {
        differences.push(Message::new(
            format!("नाम यहाँ {} है, आयात में {}", known.name, new.name),
            format!("name is {} here and {} in the import", known.name, new.name),
        ));
    }
    for (what, ours, theirs) in [("born", known.born, new.born), ("died", known.died, new.died)] {
        if let Some((ours, theirs)) = ours.zip(theirs)
            && (ours.latest() < theirs.earliest() || theirs.latest() < ours.earliest())
        {
            differences.push(Message::new(
                format!("{what} यहाँ {ours} है, आयात में {theirs}"),
                format!("{what} is {ours} here and {theirs} in the import"),
            ));
        }
    }
    if differences.is_empty() {
        return ImportOutcome::Known;
    }
    let all = |of: fn(&Message) -> &str| differences.iter().map(of).collect::<Vec<_>>().join("; ");
    ImportOutcome::Conflict(at(
        place,
        &format!("{} के [{}] को नहीं बदला गया: {}", known.file, known.id, all(|one| &one.hi)),
        &format!("[{}] in {} was kept: {}", known.id, known.file, all(|one| &one.en)),
    ))
}

fn unusable(place: &Message, hi: &str, en: &str) -> ImportOutcome {
    ImportOutcome::Unusable(at(place, hi, en))
}

/// A sentence on what stands at a place of the import.
fn at(place: &Message, hi: &str, en: &str) -> Message {
    Message::new(format!("{}: {hi}", place.hi), format!("{}: {en}", place.en))
}

fn new_actor(gathered: EntityRows, from: &Provenance) -> NewActor {
    let EntityRows { first, mut roles } = gathered;
    roles.sort_by_key(|role| (role.from.latest(), role.to.map(PartialDate::latest)));
    let id = first.id.unwrap_or_else(|| slug(&first.latin));
    let mut also = first.also;
    also.retain(|name| *name != first.name);
    let source = match &first.qid {
        Some(qid) => format!("{}, {qid}, retrieved {}", from.source, from.retrieved),
        None => format!("{}, retrieved {}", from.source, from.retrieved),
    };
    NewActor {
        also,
        qid: first.qid,
        hi: first.hi,
        en: first.en,
        born: first.born,
        died: first.died,
        roles,
        source: Some(source),
        as_of: Some(from.retrieved),
        ..NewActor::named(id, first.kind.unwrap_or(from.kind), first.name, first.latin)
    }
}
