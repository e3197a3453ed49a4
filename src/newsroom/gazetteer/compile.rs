//! Actors become the bytes that a [`super::Gazetteer`] reads.

use super::names::{Names, names_of, sounds_of};
use super::posting::{HEADER, MAGIC, SEVERAL};
use crate::newsroom::actor::Actor;

/// Compiles actors into the bytes that a [`Gazetteer`](super::Gazetteer) reads.
pub fn compile(actors: &[Actor]) -> Vec<u8> {
    let mut names = names_of(actors);
    names.extend(sounds_of(actors.iter().enumerate()));
    layout(names, actors)
}

/// Like [`compile`], without the names by their sound, which the gazetteer finds when somebody asks.
pub fn compile_without_sounds(actors: &[Actor]) -> Vec<u8> {
    layout(names_of(actors), actors)
}

fn layout(names: Names, actors: &[Actor]) -> Vec<u8> {
    let mut postings: Vec<u64> = Vec::new();
    let mut map = fst::raw::Builder::memory();
    names.for_each_key(|key, list| {
        let value = match list[..] {
            [one] => one,
            _ => {
                let several = SEVERAL | (postings.len() as u64) << 8 | list.len() as u64;
                postings.extend(list);
                several
            }
        };
        map.insert(key, value).expect("keys are sorted");
    });
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
