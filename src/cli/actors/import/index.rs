//! Who is known already, and what an import may add to it.

use std::hash::{BuildHasher as _, Hash};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::office::Offices;
use super::provenance::Provenance;
use super::row::{EntityRows, is_hindi};
use super::update::{Facts, Update, contradiction};
use crate::newsroom::new_actor::{NewActor, slug};
use crate::newsroom::patch::{Patch, Touched};
use crate::newsroom::{Actor, Kind, Message, PartialDate, Role, actor_file, gazetteer};

/// Who is known, by all that tells whether two are one.
#[derive(Default)]
pub(super) struct ImportIndex {
    by_qid: FxHashMap<String, Known>,
    by_name: FxHashMap<(Kind, String), Known>,
    /// Hashes of all ids, and of the items that this import added: an import may have millions.
    ids: FxHashSet<u64>,
    items: FxHashSet<u64>,
    /// Ids of actors to which patches add already.
    patched: FxHashSet<String>,
    /// The patches in the newsroom's files, by id.
    patches: FxHashMap<String, Patch>,
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
    facts: Facts,
}

/// What became of an entry of an import.
pub(super) enum ImportOutcome {
    /// A table for the newsroom's file.
    New(String),
    /// It is there already and says the same.
    Known,
    /// It is there already and says less: a table that adds what is new, and what that is.
    Update(String, Message),
    /// It is there already and says otherwise, which stays.
    Conflict(Message),
    /// It cannot be an entry.
    Unusable(Message),
}

impl ImportIndex {
    /// Makes an actor of a file known.
    pub fn know(&mut self, actor: &Actor, file: &str) {
        let patch = self.patches.get(&actor.id);
        let patched = patch.and_then(|patch| patch.apply(actor, &mut Touched::default()).ok());
        let actor = patched.as_ref().unwrap_or(actor);
        let known = Known {
            id: actor.id.clone(),
            file: file.to_owned(),
            name: actor.name().to_owned(),
            qid: actor.qid.clone(),
            facts: Facts { born: actor.born, died: actor.died, roles: actor.roles.clone() },
        };
        self.keep(known, actor.kind);
    }

    /// Makes the patch of an actor that is made known later known: there is one table of an id, and what it says need not be
    /// said again.
    pub fn know_patch(&mut self, patch: &Patch) {
        self.patched.insert(patch.id.clone());
        self.patches.insert(patch.id.clone(), patch.clone());
    }

    fn keep(&mut self, known: Known, kind: Kind) {
        self.ids.insert(hash(&known.id));
        if let Some(qid) = &known.qid {
            self.by_qid.entry(qid.clone()).or_insert_with(|| known.clone());
        }
        self.by_name.entry((kind, gazetteer::key(&known.name))).or_insert(known);
    }

    /// What becomes of an entry.
    pub fn enter(&mut self, gathered: EntityRows, from: &Provenance, offices: &Offices<'_>) -> ImportOutcome {
        let place = gathered.first.place.clone();
        if !is_hindi(&gathered.first.name) {
            return unusable(&place, "हिंदी नाम नहीं है", "there is no Hindi name");
        }
        let mut new = new_actor(gathered, from);
        new.roles
            .iter_mut()
            .for_each(|role| role.office = role.office.take().or_else(|| offices.of(&role.title)));
        free_of_others(&mut new, offices);
        if let Some(known) = new.qid.as_ref().and_then(|qid| self.by_qid.get(qid)) {
            let outcome = compare(known, &new, &place, true);
            return self.once(outcome, &place);
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
                            "{file} के [{id}] का नाम भी {name} है और qid नहीं है; उसे नहीं बदला गया। वही हो तो वहाँ `qid` में {qid} लिखें"
                        ),
                        &format!(
                            "[{id}] in {file} has the name {name} and no qid; it was kept. If it is the same, write qid = \"{qid}\" there"
                        ),
                    ))
                }
                _ => {
                    let outcome = compare(namesake, &new, &place, is_same_birth(namesake, &new));
                    self.once(outcome, &place)
                }
            };
        }
        self.add(new, &place)
    }

    /// An outcome, unless it adds to an actor to which a table adds already.
    fn once(&mut self, outcome: ImportOutcome, place: &Message) -> ImportOutcome {
        let ImportOutcome::Update(table, what) = outcome else { return outcome };
        let id = table.trim_start_matches('[').split(']').next().unwrap_or_default().to_owned();
        if self.patched.insert(id) {
            return ImportOutcome::Update(table, what);
        }
        ImportOutcome::Conflict(at(
            place,
            &format!("{}; इसका पैच पहले से है, उसी में जोड़ें", what.hi),
            &format!("{}; a patch of it is there already, add this to it", what.en),
        ))
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
        if let Some(why) = contradiction(&new) {
            let name = &new.name;
            return unusable(place, &format!("{name}: {}", why.hi), &format!("{name}: {}", why.en));
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
    known.qid.is_some() && new.qid.is_some() && known.qid != new.qid && differ(known.facts.born, new.born)
}

fn differ(one: Option<PartialDate>, other: Option<PartialDate>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

fn hash(what: &impl Hash) -> u64 {
    FxBuildHasher.hash_one(what)
}

/// Whether two of one name were born on the same day, so that they are one.
fn is_same_birth(known: &Known, new: &NewActor) -> bool {
    known.facts.born.is_some() && known.facts.born == new.born
}

/// What becomes of an entry that is known. Only what `is_certain` to be of the same is taken over.
fn compare(known: &Known, new: &NewActor, place: &Message, is_certain: bool) -> ImportOutcome {
    let can_patch = known.file == "what ships" && is_certain;
    let (update, mut differences) = Update::of(&known.facts, new, can_patch);
    if gazetteer::key(&known.name) != gazetteer::key(&new.name) {
        let differ = Message::new(
            format!("नाम यहाँ {} है, लाई गई फ़ाइल में {}", known.name, new.name),
            format!("name is {} here and {} in the import", known.name, new.name),
        );
        differences.insert(0, differ);
    }
    let is_taken = can_patch && differences.is_empty();
    let is_worth_saying = is_certain || !new.roles.is_empty();
    if !update.is_empty() && !is_taken && is_worth_saying {
        let added = update.in_words();
        differences.push(Message::new(
            format!("लाई गई फ़ाइल में यह और है: {added}"),
            format!("the import adds {added}"),
        ));
    }
    if !differences.is_empty() {
        let all = |of: fn(&Message) -> &str| differences.iter().map(of).collect::<Vec<_>>().join("; ");
        return ImportOutcome::Conflict(at(
            place,
            &format!("{} के [{}] को नहीं बदला गया: {}", known.file, known.id, all(|one| &one.hi)),
            &format!("[{}] in {} was kept: {}", known.id, known.file, all(|one| &one.en)),
        ));
    }
    if can_patch && !update.is_empty() {
        let what = Message::same(format!("[{}]: {}", known.id, update.in_words()));
        return ImportOutcome::Update(update.to_toml(&known.id), what);
    }
    ImportOutcome::Known
}

/// Takes an office away from a role that overlaps with another holder's on record: then the title is said of something
/// else, or one of the two is wrong, and `actors check` would not accept both.
fn free_of_others(new: &mut NewActor, offices: &Offices<'_>) {
    let name = new.name.clone();
    let is_taken = |role: &&mut Role| {
        role.office.as_ref().is_some_and(|office| offices.is_taken(office, &gazetteer::key(&name), role))
    };
    new.roles.iter_mut().filter(is_taken).for_each(|role| role.office = None);
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
