//! How much a pair of words may differ and still be one.
//!
//! Two words are one when their differences weigh no more than their length carries. A long word that
//! agrees in all but one vowel is hardly another word; a short one easily is. What the lexicon knows adds
//! weight to the differences Hindi lives by ([`super::Row::contrast`]): when both words are known, दिन/दीन
//! are two; when one is known and frequent, the other, unknown, is a misspelling or a rare name.

use super::align::Difference;
use super::class::Class;
use super::sounds::{AE, AO, Sound, code, mark};

/// What a word's length carries, for each of its sounds.
pub const PER_SOUND: f32 = 0.1;
/// What the longest word carries.
pub const CEILING: f32 = 1.5;
/// How much the contrast counts when both words are known: this, over the square of the length.
const BOTH_KNOWN: f32 = 64.0;
/// The same when one is known, for each power of ten of its frequency.
const ONE_KNOWN: f32 = 15.0;
/// How much less it counts in words that look foreign: Hindi has few such words to confuse.
const FOREIGN: f32 = 0.4;
/// A known word is rare when it occurs at most so often in a million …
const RARE: f32 = 5.0;
/// … and then it may be a misspelling that got into the list, the more so the commoner the other is: the
/// contrast counts so much less for each power of ten between them.
const MISSPELT: f32 = 0.25;

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
        Balance::with_contrast(differences, sounds, 0.0, 1.0)
    }

    /// The balance of two words that occur `a` and `b` times in a million.
    pub fn of(differences: &[Difference], sounds: f32, a: f32, b: f32, foreign: bool) -> Balance {
        let (rare, common) = (a.min(b), a.max(b));
        let known =
            if rare > 0.0 { BOTH_KNOWN } else { (ONE_KNOWN * (1.0 + common).log10()).min(BOTH_KNOWN) };
        let known = if foreign { known * FOREIGN } else { known };
        let trust = if rare > 0.0 && rare <= RARE {
            (1.0 - MISSPELT * (common / rare).log10()).max(0.0)
        } else {
            1.0
        };
        Balance::with_contrast(differences, sounds, known / (sounds * sounds), trust)
    }

    /// What Hindi always lives by counts in full; of the rest, as much as both words can be trusted.
    fn with_contrast(differences: &[Difference], sounds: f32, strength: f32, trust: f32) -> Balance {
        let weight = |d: &Difference| {
            let contrast = d.class.contrast(d.position);
            let trust = if contrast < 1.0 { trust } else { 1.0 };
            d.class.weight(d.position) * (1.0 + contrast * strength * trust)
        };
        Balance { cost: differences.iter().map(weight).sum(), budget: (PER_SOUND * sounds).min(CEILING) }
    }

    pub fn is_same(self) -> bool {
        self.cost <= self.budget
    }

    /// 1 for no difference, ½ where the balance tips, towards 0 for strangers.
    pub fn score(self) -> f32 {
        if self.cost == 0.0 { 1.0 } else { self.budget / (self.budget + self.cost) }
    }
}

/// Whether Hindi allows all of the differences in any of its words.
pub(super) fn is_orthographic(differences: &[Difference]) -> bool {
    differences.iter().all(|d| matches!(d.class, Class::HMetathesis | Class::NasalPlace))
}

/// Whether a word has sounds together that no word of Hindi's own has: ट्र, स्ट, र्ड, ल्ट, फ़्ल, or क्स at the end.
pub(super) fn looks_foreign(word: &[Sound]) -> bool {
    const R: u8 = code('र');
    const S: u8 = code('स');
    let end = word.len();
    word.windows(2).enumerate().any(|(at, pair)| {
        let [x, y] = [pair[0].code, pair[1].code];
        let last = at + 2 == end;
        (x == code('ट') || x == code('ड')) && y == R
            || x == S && y == code('ट')
            || (x == code('फ') || x == code('ब') || x == code('ग')) && y == code('ल') && at == 0
            || (x == R || x == code('ल')) && (y == code('ट') || is_plain_dda(pair[1]) || last && y == S)
            || last && (x == code('क') || x == code('ट') || x == code('प')) && (y == S || y == code('ट'))
            || (x == AO || x == AE) && (end > 4 || beside_cluster(word, at))
    })
}

/// ड, not ड़.
fn is_plain_dda(sound: Sound) -> bool {
    sound.code == code('ड') && sound.marks & mark::NUKTA == 0
}

/// Whether two consonants stand together before or after the vowel at `at`: ब्लॉक, बॉन्ड.
fn beside_cluster(word: &[Sound], at: usize) -> bool {
    let two = |from: usize| word.get(from..from + 2).is_some_and(|pair| pair.iter().all(|s| !s.is_vowel()));
    at >= 2 && two(at - 2) || two(at + 1)
}
