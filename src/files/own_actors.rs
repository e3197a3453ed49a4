//! The actor files that a configuration names, and knowledge that was released apart from the program.

use std::path::{Path, PathBuf};

use super::compiled::Compiled;
use super::data_file;
use super::newsrooms::{Newsrooms, What};
use super::read::{MAX_ACTOR_FILE, read_regular};
use crate::newsroom::{Actor, Gazetteer, Newsroom, OwnActors};

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
        let mut own = OwnActors::default();
        for (number, path) in files.iter().enumerate() {
            let text = match read_regular(path, MAX_ACTOR_FILE) {
                Ok(file) => file.text,
                Err(error) => {
                    self.say(config, What::ActorsUnread(error));
                    continue;
                }
            };
            let wrong = own.add(number, &text);
            wrong.faults.into_iter().for_each(|fault| self.say(path, What::Fault(fault)));
            wrong.twice.into_iter().for_each(|id| self.say(path, What::Twice(id)));
        }
        let (actors, faults) = own.finish(known);
        faults.into_iter().for_each(|(number, fault)| self.say(&files[number], What::Fault(fault)));
        actors
    }
}
