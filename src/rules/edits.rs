//! What a fix replaces by what.

use std::sync::Arc;

use crate::text::Place;

/// What a fix replaces by what, in places that do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edits {
    /// Each place with what replaces it.
    Each(Vec<(Place, String)>),
    /// Places, each with the number of what replaces it, for a fix of the whole article: it writes the same few words in
    /// thousands of places.
    Alike(Vec<(Place, u32)>, Arc<[String]>),
}

impl Edits {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Edits::Each(edits) => edits.len(),
            Edits::Alike(places, _) => places.len(),
        }
    }

    /// Whether nothing is replaced.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The places with what replaces them.
    pub fn iter(&self) -> impl Iterator<Item = (Place, &str)> {
        (0..self.len()).map(|number| match self {
            Edits::Each(edits) => (edits[number].0, edits[number].1.as_str()),
            Edits::Alike(places, texts) => {
                let (place, text) = places[number];
                (place, texts[text as usize].as_str())
            }
        })
    }

    /// Gives places their numbers, or where they stand, now.
    pub(super) fn renumber(&mut self, mut renumber: impl FnMut(&mut Place)) {
        match self {
            Edits::Each(edits) => edits.iter_mut().for_each(|(place, _)| renumber(place)),
            Edits::Alike(places, _) => places.iter_mut().for_each(|(place, _)| renumber(place)),
        }
    }
}

impl From<Vec<(Place, String)>> for Edits {
    fn from(edits: Vec<(Place, String)>) -> Edits {
        Edits::Each(edits)
    }
}

impl FromIterator<(Place, String)> for Edits {
    fn from_iter<I: IntoIterator<Item = (Place, String)>>(edits: I) -> Edits {
        Edits::Each(edits.into_iter().collect())
    }
}
