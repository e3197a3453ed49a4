//! The actor files that a configuration names, and knowledge that was released apart from the program.

use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use super::compiled::Compiled;
use super::data_file;
use super::newsrooms::{Newsrooms, What};
use super::read::{MAX_ACTOR_FILE, read_regular};
use crate::newsroom::patch::{Patch, Touched};
use crate::newsroom::{Actor, Fault, Gazetteer, Message, Newsroom, actor_file};

/// A patch with the file that it stands in.
struct FilePatch {
    path: PathBuf,
    text: String,
    patch: Patch,
}

impl Newsrooms {
    /// A newsroom with what the actor files of its configuration say; those of big files compiled from the time before, if
    /// nothing changed. What is wrong in them is said.
    pub(super) fn with_own_actors(
        &mut self,
        shipped: Newsroom,
        files: Vec<PathBuf>,
        config: &Path,
    ) -> Newsroom {
        let (data, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| data_file::is_one(file));
        let mut newsroom = shipped;
        // Of several the first that is named wins
        for file in data.iter().rev() {
            match data_file::read(file) {
                Ok((actors, day)) => {
                    let compiled = Compiled::of(std::slice::from_ref(file), &newsroom);
                    let gazetteer = compiled.map_or_else(
                        || Gazetteer::of(&actors),
                        |compiled| compiled.open().unwrap_or_else(|| compiled.keep(&actors)),
                    );
                    newsroom = newsroom.with_data(gazetteer, day);
                }
                Err(error) => self.say(config, What::ActorsUnread(error)),
            }
        }
        let troubles = self.troubles.len();
        let compiled = Compiled::of(&files, &newsroom);
        if let Some(known) = compiled.as_ref().and_then(Compiled::open) {
            return newsroom.with_gazetteer(known);
        }
        let actors = self.read_actors(&files, config, &newsroom);
        // What is wrong in a file is to be said again the next time
        let is_sound = self.troubles.len() == troubles;
        match compiled.filter(|_| is_sound) {
            Some(compiled) => newsroom.with_gazetteer(compiled.keep(&actors)),
            None if actors.is_empty() => newsroom,
            None => newsroom.with_gazetteer(Gazetteer::of(&actors)),
        }
    }

    /// The actors of some files; a broken table is said and left out. Patches are applied to them and to what else is
    /// `known`.
    fn read_actors(&mut self, files: &[PathBuf], config: &Path, known: &Newsroom) -> Vec<Actor> {
        let (mut all, mut ids, mut patches) = (Vec::new(), FxHashSet::default(), Vec::new());
        for path in files {
            let text = match read_regular(path, MAX_ACTOR_FILE) {
                Ok(file) => file.text,
                Err(error) => {
                    self.say(config, What::ActorsUnread(error));
                    continue;
                }
            };
            let read = actor_file::read(&text);
            read.faults.into_iter().for_each(|fault| self.say(path, What::Fault(fault)));
            for actor in read.actors {
                if ids.insert(actor.id.clone()) {
                    all.push(actor);
                } else {
                    self.say(path, What::Twice(actor.id));
                }
            }
            let in_file = |patch| FilePatch { path: path.clone(), text: text.clone(), patch };
            patches.extend(read.patches.into_iter().map(in_file));
        }
        let mut touched = Touched::default();
        for FilePatch { path, text, patch } in patches {
            if let Err(message) = patched(&patch, &mut all, known, &mut touched) {
                self.say(&path, What::Fault(Fault::new(&text, patch.place.clone(), message)));
            }
        }
        all
    }
}

/// Applies a patch to an actor of the newsroom's own, or makes the one that is known its own with it.
fn patched(
    patch: &Patch,
    own: &mut Vec<Actor>,
    known: &Newsroom,
    touched: &mut Touched,
) -> Result<(), Message> {
    if let Some(actor) = own.iter_mut().find(|actor| actor.id == patch.id) {
        *actor = patch.apply(actor, touched)?;
        return Ok(());
    }
    let base = known.find(&patch.id).map(|base| known.actor(base)).ok_or_else(|| patch.nobody())?;
    own.push(patch.apply(base, touched)?);
    Ok(())
}
