//! The verdict on two words: from the cheapest evidence to the dearest.

use std::borrow::Cow;

use super::align::{Difference, Differences, differences};
use super::class::Class;
use super::comparison::Comparison;
use super::evidence::{Balance, is_orthographic, looks_foreign};
use super::initials::{is_initials, may_differ};
use super::key::{SoundKeys, keys_of, share};
use super::morphology::{
    Derivation, derivation, may_be_ablaut, may_be_conjunctive, may_be_participle, may_be_perfective,
    stem_length,
};
use super::sounds::{Sound, Sounds, mark};
use super::veto::Veto;
use crate::text::{letters::is_joiner, normal::same_look};

/// One word, parsed.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    pub text: Cow<'a, str>,
    pub sounds: Sounds,
    pub keys: SoundKeys,
}

impl<'a> Word<'a> {
    pub fn of(text: impl Into<Cow<'a, str>>) -> Word<'a> {
        let text = text.into();
        let sounds = Sounds::of(&text);
        let keys = keys_of(&text, &sounds);
        Word { text, sounds, keys }
    }
}

/// How much a sound in the rest of a name counts for one in the word itself.
const LENT: f32 = 0.5;

/// Judges two words; `rest` sounds of the same name stand beside them, and `known` tells how often each
/// occurs in a million (asked only when it matters).
pub(super) fn judge(a: &Word, b: &Word, rest: f32, known: impl FnOnce() -> (f32, f32)) -> Comparison {
    let (a, b) = if a.text <= b.text { (a, b) } else { (b, a) };
    let (x, y) = (&a.sounds.list, &b.sounds.list);
    if a.sounds.opaque || b.sounds.opaque || x.is_empty() || y.is_empty() {
        return if same_look(&a.text) == same_look(&b.text) && !a.text.is_empty() && !b.text.is_empty() {
            Comparison::same(looks(a, b), 1.0)
        } else {
            Comparison::different(Veto::Letters, Differences::new(), 0.0)
        };
    }
    if a.sounds.same_sounds(&b.sounds) {
        let reasons = if a.text == b.text {
            Differences::new() // joined or apart, and that is all
        } else {
            schools(a, b)
        };
        return Comparison::same(reasons, 1.0);
    }
    let found = if share(&a.keys, &b.keys) { differences(x, y) } else { None };
    let Some(found) = found else {
        let veto = derivation(x, y).map_or(Veto::Letters, Veto::Derived);
        return Comparison::different(veto, Differences::new(), 0.0);
    };
    let sounds = (stem_length(x) + stem_length(y)) as f32 / 2.0 + LENT * rest;
    let plain = Balance::of_unknown(&found, sounds);
    let mut reasons = schools(a, b);
    reasons.extend(found.iter().copied());
    if !may_differ(&found) && (is_initials(x) || is_initials(y)) {
        return Comparison::different(Veto::Initials, reasons, plain.score());
    }
    if is_orthographic(&found) {
        return Comparison::same(reasons, plain.score());
    }
    if !plain.is_same() {
        return Comparison::different(Veto::Weight, reasons, plain.score());
    }
    let foreign = looks_foreign(x) || looks_foreign(y);
    let differs_weakly = is_of_a_weak_ending(x, y, &found);
    let verbs = Verbs::of(a, b, &found);
    // Where the lexicon could say nothing against the pair, it is not asked.
    if verbs == Verbs::Neither && Balance::of(&found, sounds, f32::MAX, f32::MAX, foreign).is_same() {
        return Comparison::same(reasons, plain.score());
    }
    let (known_a, known_b) = known();
    if verbs.are_likely(known_a.min(known_b), known_a.max(known_b), sounds) {
        return Comparison::different(Veto::Derived(Derivation::Derivation), reasons, plain.score());
    }
    if differs_weakly && known_a.min(known_b) * MISSPELT_RATIO < known_a.max(known_b) {
        return Comparison::same(reasons, plain.score());
    }
    let balance = Balance::of(&found, sounds, known_a, known_b, foreign);
    if balance.is_same() {
        Comparison::same(reasons, balance.score())
    } else {
        Comparison::different(Veto::Ordinary, reasons, balance.score())
    }
}

/// A loanword is so much commoner than its other spelling: होटल, होटेल.
const MISSPELT_RATIO: f32 = 8.0;

/// Minimum number of sounds of a word with an ending that is not heard clearly.
const SHORTEST_WITH_ENDING: usize = 5;

/// Whether two words differ in the last vowel only, which loanwords say weakly before a last consonant: नोबेल, नोबल.
fn is_of_a_weak_ending(x: &[Sound], y: &[Sound], found: &[Difference]) -> bool {
    let is_weak = matches!(found, [one] if one.class == Class::SchwaFront);
    let long_enough = x.len() == y.len() && x.len() >= SHORTEST_WITH_ENDING;
    is_weak && long_enough && x.iter().zip(y).position(|(s, t)| s.code != t.code) == Some(x.len() - 2)
}

/// What two words would be if they were forms of verbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verbs {
    /// Two grades of one verb: करने/कराने.
    Grades,
    /// A participle and a noun: करता/कर्ता.
    Participle,
    /// A past and its passive, खींचा/खिंचा, or a verb with कर and a noun, बनकर/बंकर.
    Past,
    Neither,
}

impl Verbs {
    fn of(a: &Word, b: &Word, found: &[Difference]) -> Verbs {
        let (x, y) = (&a.sounds.list, &b.sounds.list);
        let confused = |d: &Difference| matches!(d.class, Class::RuLength | Class::HiatusLength);
        if may_be_ablaut(x, y) && !found.iter().any(confused) {
            Verbs::Grades
        } else if may_be_participle(x, y) {
            Verbs::Participle
        } else if may_be_perfective(x, y) && !found.iter().any(confused) || may_be_conjunctive(x, y) {
            Verbs::Past
        } else {
            Verbs::Neither
        }
    }

    /// Whether that is what they are, by how often in a million the rarer and the commoner one occurs:
    /// both are in use, or one is and they are as short as verbs are.
    fn are_likely(self, rare: f32, common: f32, sounds: f32) -> bool {
        match self {
            Verbs::Grades => rare > 1.2 || common > 1.5 && sounds <= 6.0 || common > 5.0 && sounds < 8.0,
            Verbs::Participle => rare > 1.2 && sounds <= 6.0,
            Verbs::Past => rare > 0.0,
            Verbs::Neither => false,
        }
    }
}

/// The differences that schools of spelling leave in words of the same sounds.
fn schools(a: &Word, b: &Word) -> Differences {
    const CLASSES: [(u8, Class); 8] = [
        (mark::HALF_NASAL, Class::Nasal),
        (mark::CHANDRABINDU, Class::Chandrabindu),
        (mark::NUKTA, Class::Nukta),
        (mark::GLIDE, Class::Glide),
        (mark::VISARGA, Class::Visarga),
        (mark::DOUBLED, Class::Doubling),
        (mark::HALANT, Class::Halant),
        (mark::RI, Class::ShriRi),
    ];
    let (x, y) = (&a.sounds.list, &b.sounds.list);
    let marks = if x.len() == y.len() {
        x.iter().zip(y).fold(0, |marks, (s, t)| marks | (s.marks ^ t.marks))
    } else {
        x.iter().fold(0, |marks, s| marks | s.marks) ^ y.iter().fold(0, |marks, s| marks | s.marks)
    };
    let named = CLASSES.iter().filter(|(mark, _)| marks & mark != 0);
    let found: Differences = named.map(|&(_, class)| Difference::anywhere(class)).collect();
    if found.is_empty() && a.sounds.same_sounds(&b.sounds) { looks(a, b) } else { found }
}

/// The difference between words of the same sounds and marks: one in looks, or in which half nasal is written.
fn looks(a: &Word, b: &Word) -> Differences {
    let class = if a.text.chars().filter(|&c| !is_joiner(c)).eq(b.text.chars().filter(|&c| !is_joiner(c))) {
        Class::Joiner
    } else if same_look(&a.text) != same_look(&b.text)
        && a.sounds.list.iter().any(|s| s.marks & mark::HALF_NASAL != 0)
    {
        Class::Nasal
    } else {
        Class::SameLook
    };
    std::iter::once(Difference::anywhere(class)).collect()
}
