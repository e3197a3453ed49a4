//! Articles for the tests of the desk.

use std::sync::Arc;

use super::Snapshot;
use crate::newsroom::{HouseStyle, Newsroom, actor_file};
use crate::reading::{DateHints, Reader};
use crate::text::Format;

/// A snapshot of a text, read with what ships and the actors of a file.
pub fn snapshot(text: &str, actors: &str) -> Snapshot {
    snapshot_in(HouseStyle::default(), text, actors)
}

/// A snapshot of a text, read under a house style.
pub fn snapshot_in(style: HouseStyle, text: &str, actors: &str) -> Snapshot {
    let (actors, faults) = actor_file::parse(actors);
    assert_eq!(faults, []);
    let newsroom = Newsroom::shipped(style).with_actors(&actors);
    Snapshot::take(text.into(), Format::Plain, &mut Reader::new(Arc::new(newsroom)), DateHints::default())
}

/// Where words first stand in a text.
pub fn at(text: &str, words: &str) -> usize {
    text.find(words).unwrap_or_else(|| panic!("{words} is not in the text"))
}
