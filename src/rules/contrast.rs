//! Which facts can matter among all that say how something is written.
//!
//! Nearly every word, and every word with the next, may be a compound that is written otherwise somewhere else. Of these facts
//! only those are worth to be sorted and judged, in a long article even to be kept, that speak of a thing which has both a
//! joined form and another.

use super::facts::{About, CompoundKind, Fact, Says};
use super::joined_names::JOINED;

/// What is noted of all facts of an article before any is judged. Two things may share their places in it, so it says of some
/// facts that they matter which do not, and of none that does not matter what does.
#[derive(Debug)]
pub struct Contrasts {
    joined: Vec<u64>,
    others: Vec<u64>,
}

impl Contrasts {
    /// With room for the facts of an article of so many tokens.
    pub fn of_tokens(tokens: usize) -> Contrasts {
        let words = (tokens / 8).next_power_of_two();
        Contrasts { joined: vec![0; words], others: vec![0; words] }
    }

    /// Whether what a fact says matters only beside a fact that says something else of the same thing.
    pub fn is_about(fact: &Fact) -> bool {
        matches!(fact.says, Says::Compound(..))
    }

    /// Notes what a fact says.
    pub fn note(&mut self, fact: &Fact) {
        let Some((at, bit)) = self.place(fact) else { return };
        let (is_joined, is_other) = match fact.says {
            Says::Compound(side, CompoundKind::Words { .. }) => (side == JOINED, side != JOINED),
            // A name differs by its letters, too, and numbers are compounds whether they are joined or not
            _ => (true, true),
        };
        self.joined[at] |= if is_joined { bit } else { 0 };
        self.others[at] |= if is_other { bit } else { 0 };
    }

    /// Whether a fact may matter, once all are noted.
    pub fn matters(&self, fact: &Fact) -> bool {
        self.place(fact).is_none_or(|(at, bit)| self.joined[at] & self.others[at] & bit != 0)
    }

    /// The word and the bit of what a fact is about.
    fn place(&self, fact: &Fact) -> Option<(usize, u64)> {
        let About::Word(hash) = fact.about else { return None };
        Self::is_about(fact).then(|| {
            let hash = hash ^ (hash >> 32);
            ((hash >> 6) as usize & (self.joined.len() - 1), 1 << (hash & 63))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::orthography::Side;
    use crate::text::{Place, Span};

    #[test]
    fn a_compound_matters_where_it_is_written_in_two_ways() {
        let fact = |word, side, kind| Fact {
            about: About::Word(word),
            says: Says::Compound(side, kind),
            place: Place { block: 0, span: Span::new(0, 1) },
        };
        let words = CompoundKind::Words { begins_name: false };
        let apart = Side(2);
        let facts = [
            fact(1 << 6, JOINED, words),
            fact(2 << 6, JOINED, words),
            fact(2 << 6, apart, words),
            fact(3 << 6, apart, words),
            fact(4 << 6, apart, CompoundKind::Name { of_person: false }),
        ];
        let mut contrasts = Contrasts::of_tokens(64);
        facts.iter().for_each(|fact| contrasts.note(fact));
        assert_eq!(facts.map(|fact| contrasts.matters(&fact)), [false, true, true, false, true]);
    }
}
