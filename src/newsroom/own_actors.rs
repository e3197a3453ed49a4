//! The actors of a newsroom's own files, brought together.

use rustc_hash::FxHashSet;

use super::patch::{Patch, Touched};
use super::{Actor, Fault, Message, Newsroom, actor_file};

/// The actors of several files: the first file that has an id wins, and patches are applied when all are read.
#[derive(Debug, Default)]
pub struct OwnActors {
    actors: Vec<Actor>,
    ids: FxHashSet<String>,
    patches: Vec<FilePatch>,
}

/// A patch with the file that it stands in.
#[derive(Debug)]
struct FilePatch {
    file: usize,
    text: String,
    patch: Patch,
}

/// What is wrong in one actor file by itself, and beside those before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorFileFaults {
    /// Faults with their place; a table with one is left out.
    pub faults: Vec<Fault>,
    /// Ids that an earlier table has already, which are left out.
    pub twice: Vec<String>,
}

impl OwnActors {
    /// Adds the text of a file. `file` is the caller's number for it.
    pub fn add(&mut self, file: usize, text: &str) -> ActorFileFaults {
        let read = actor_file::read(text);
        let mut twice = Vec::new();
        for actor in read.actors {
            if self.ids.insert(actor.id.clone()) {
                self.actors.push(actor);
            } else {
                twice.push(actor.id);
            }
        }
        let in_file = |patch| FilePatch { file, text: text.to_owned(), patch };
        self.patches.extend(read.patches.into_iter().map(in_file));
        ActorFileFaults { faults: read.faults, twice }
    }

    /// All actors, with the patches applied to them and to what else is `known`; and the faults of patches that cannot
    /// be applied, with the numbers of their files.
    pub fn finish(self, known: &Newsroom) -> (Vec<Actor>, Vec<(usize, Fault)>) {
        let OwnActors { mut actors, patches, .. } = self;
        let (mut touched, mut faults) = (Touched::default(), Vec::new());
        for FilePatch { file, text, patch } in patches {
            if let Err(message) = apply(&patch, &mut actors, known, &mut touched) {
                faults.push((file, Fault::new(&text, patch.place.clone(), message)));
            }
        }
        (actors, faults)
    }
}

/// Applies a patch to an actor of the newsroom's own, or makes the one that is known its own with it.
fn apply(
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
