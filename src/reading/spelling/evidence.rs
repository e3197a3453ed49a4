//! How much a pair of words may differ and still be one.
//!
//! Two words are one when their differences weigh no more than their length carries. A long word that
//! agrees in all but one vowel is hardly another word; a short one easily is. What the lexicon knows
//! shifts the balance: when both words are words of Hindi, a difference that Hindi lives by (दिन/दीन)
//! weighs many times more; when one is known and frequent, the other, unknown, is a misspelling or a name.

use super::align::Difference;
use super::class::Class;

/// What a word's length carries, for each of its sounds.
const PER_SOUND: f32 = 0.1;
/// What the longest word carries.
const CEILING: f32 = 1.5;

/// The verdict of weight against length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Balance {
    /// What the differences weigh.
    pub cost: f32,
    /// What the length carries.
    pub budget: f32,
}

impl Balance {
    /// The plain balance, when nothing is known of the words.
    pub fn of_unknown(differences: &[Difference], sounds: f32) -> Balance {
        Balance { cost: differences.iter().map(weight).sum(), budget: (PER_SOUND * sounds).min(CEILING) }
    }

    /// The balance of two words that occur `a` and `b` times in a million.
    pub fn of(differences: &[Difference], sounds: f32, a: f32, b: f32) -> Balance {
        let plain = Balance::of_unknown(differences, sounds);
        let (rare, common) = (a.min(b), a.max(b));
        if rare > 0.0 {
            let strength = 8.0 / (sounds - 2.0).max(1.0);
            let cost =
                differences.iter().map(|d| weight(d) * (1.0 + d.class.row().contrast * strength)).sum();
            return Balance { cost, ..plain };
        }
        if common > 0.0 {
            let doubt = 0.15 * (1.0 + common).log10() * (5.0 / sounds).min(1.5);
            return Balance { budget: plain.budget * (1.0 - doubt).max(0.3), ..plain };
        }
        plain
    }

    pub fn is_same(self) -> bool {
        self.cost <= self.budget
    }

    /// 1 for no difference, ½ where the balance tips, towards 0 for strangers.
    pub fn score(self) -> f32 {
        if self.cost == 0.0 { 1.0 } else { self.budget / (self.budget + self.cost) }
    }
}

fn weight(difference: &Difference) -> f32 {
    difference.class.weight(difference.position)
}

/// Whether Hindi allows all of the differences in any of its words.
pub(super) fn is_orthographic(differences: &[Difference]) -> bool {
    differences.iter().all(|d| matches!(d.class, Class::HMetathesis | Class::NasalPlace))
}
