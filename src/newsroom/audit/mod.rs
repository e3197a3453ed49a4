//! What is wrong in files of actors beyond their form: facts that contradict each other.
//!
//! The build, `vartani actors check` and the tests of our own data ask here, so that a newsroom's names are
//! held to what those that ship are held to. A fault is certainly wrong; a note may be right and wants a look.

mod dates;
mod described;
mod doubt;
mod names;
mod offices;

use std::collections::BTreeMap;
use std::ops::Range;

use doubt::{Doubt, Entry};

use super::actor::Actor;
use super::patch::{Patch, Touched};
use super::{Fault, Message, actor_file, place_file};

/// A file of actors as it was read.
#[derive(Clone, Debug, Default)]
pub struct ActorFile {
    /// Its text; empty for actors that are in no file.
    pub text: String,
    /// Whether it is TSV of places rather than TOML of actors.
    pub is_places: bool,
    /// Its actors.
    pub actors: Vec<Actor>,
    /// What it adds to actors of other files: see [`ActorFile::patched`].
    pub patches: Vec<Patch>,
    /// What is wrong in its form.
    pub faults: Vec<Fault>,
}

/// Something to say about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The number of the file.
    pub file: usize,
    /// Where and what.
    pub fault: Fault,
    /// Whether it may be right: a note, no fault.
    pub is_note: bool,
}

impl ActorFile {
    /// Reads a file of actors (TOML).
    pub fn of_actors(text: String) -> ActorFile {
        let actor_file::ActorFile { actors, patches, faults } = actor_file::read(&text);
        ActorFile { text, is_places: false, actors, patches, faults }
    }

    /// Reads a file of places (TSV) with the name `stem`.
    pub fn of_places(stem: &str, text: String) -> ActorFile {
        let (actors, faults) = place_file::parse(stem, &text);
        ActorFile { text, is_places: true, actors, patches: Vec::new(), faults }
    }

    /// Files with their patches applied, to their own actors and to those that `known` finds by id.
    pub fn patched(mut files: Vec<ActorFile>, known: impl Fn(&str) -> Option<Actor>) -> Vec<ActorFile> {
        let mut touched = Touched::default();
        for number in 0..files.len() {
            for patch in std::mem::take(&mut files[number].patches) {
                let own =
                    files.iter_mut().flat_map(|file| &mut file.actors).find(|actor| actor.id == patch.id);
                let base = own.as_deref().cloned().or_else(|| known(&patch.id));
                let patched =
                    base.ok_or_else(|| patch.nobody()).and_then(|base| patch.apply(&base, &mut touched));
                match (patched, own) {
                    (Ok(patched), Some(own)) => *own = patched,
                    (Ok(patched), None) => files[number].actors.push(patched),
                    (Err(message), _) => {
                        let fault = Fault::new(&files[number].text, patch.place, message);
                        files[number].faults.push(fault);
                    }
                }
            }
        }
        files
    }
}

/// All that is to be said of files, by file and place. `known` are actors of other files: they are not
/// audited, but what is audited may contradict them or build on them.
pub fn audit<'a>(files: &'a [ActorFile], known: impl IntoIterator<Item = &'a Actor>) -> Vec<Remark> {
    let in_files = files.iter().enumerate();
    let mut entries: Vec<Entry<'_>> = in_files
        .flat_map(|(file, read)| read.actors.iter().map(move |actor| Entry { file: Some(file), actor }))
        .collect();
    let mut doubts = Vec::new();
    let own = unique(&mut entries, &mut doubts);
    let others = known.into_iter().filter(|actor| !own.contains_key(actor.id.as_str()));
    entries.extend(others.map(|actor| Entry { file: None, actor }));
    dates::doubts(&entries, &mut doubts);
    described::doubts(&entries, &mut doubts);
    offices::doubts(&entries, &mut doubts);
    names::doubts(&entries, &mut doubts);

    let form = files.iter().enumerate().flat_map(|(file, read)| {
        read.faults.iter().map(move |fault| Remark { file, fault: fault.clone(), is_note: false })
    });
    let mut remarks: Vec<Remark> = form.collect();
    let mut locator = Locator { files, places: BTreeMap::new() };
    remarks.extend(doubts.iter().filter_map(|doubt| locator.remark(doubt)));
    remarks.sort_by_key(|remark| (remark.file, remark.fault.place.start));
    remarks
}

/// The entries by id; of two with one id the later is taken out and said.
fn unique<'a>(entries: &mut Vec<Entry<'a>>, doubts: &mut Vec<Doubt<'a>>) -> BTreeMap<&'a str, Entry<'a>> {
    let mut first: BTreeMap<&str, Entry<'_>> = BTreeMap::new();
    entries.retain(|entry| {
        if let Some(twin) = first.get(entry.actor.id.as_str()) {
            let name = twin.actor.name();
            let message = Message::new(
                format!("यह id पहले से है ({name}); दूसरी चुनें"),
                format!("this id is taken already, by {name}; choose another"),
            );
            doubts.push(Doubt::fault(*entry, message));
            return false;
        }
        first.insert(&entry.actor.id, *entry);
        true
    });
    first
}

/// Finds where actors stand in their files.
struct Locator<'a> {
    files: &'a [ActorFile],
    places: BTreeMap<usize, Option<actor_file::Places<'a>>>,
}

impl Locator<'_> {
    fn remark(&mut self, doubt: &Doubt<'_>) -> Option<Remark> {
        let file = doubt.about.file?;
        let place = self.place(file, &doubt.about.actor.id, doubt.role).unwrap_or(0..0);
        let message = doubt.message.behind(&format!("[{}]: ", doubt.about.actor.id));
        let fault = Fault::new(&self.files[file].text, place, message);
        Some(Remark { file, fault, is_note: doubt.is_note })
    }

    fn place(&mut self, file: usize, id: &str, role: Option<usize>) -> Option<Range<usize>> {
        let read = &self.files[file];
        if read.is_places {
            return place_file::place_of(&read.text, id);
        }
        let places =
            self.places.entry(file).or_insert_with(|| actor_file::Places::of(&read.text)).as_ref()?;
        role.and_then(|role| places.role(id, role)).or_else(|| places.table(id))
    }
}

#[cfg(test)]
mod tests;
