//! Whether two words that sound alike are spellings of one name.

use rustc_hash::FxHashSet;

use super::super::vocabulary::{Verdict, Vocabulary, Word, WordId};
use super::uses::{Part, Uses};

/// Two words that are both more common than this are two words, if neither is an actor's name.
const COMMON_PER_MILLION: f32 = 20.0;

/// A word more common than this is no surname, unless it stands in an actor's name.
pub(super) const SURNAME_PER_MILLION: f32 = 100.0;

/// A word rarer than this before a name is taken for a first name.
const FIRST_NAME_PER_MILLION: f32 = 4.0;

/// A word more common than this that begins no name is one of the language.
const ORDINARY_PER_MILLION: f32 = 2.0;

/// A word more common than this after a name may be a common noun.
const NOUN_PER_MILLION: f32 = 4.0;

/// A name of so many sounds or fewer is short.
const SHORT: usize = 5;

/// A distinct word of an article, as far as it matters here: what it is and how it is used.
#[derive(Clone, Copy)]
pub struct Used<'a> {
    /// Its number.
    pub id: WordId,
    /// What is known of it anywhere.
    pub word: &'a Word,
    /// How the article uses it.
    pub uses: &'a Uses,
}

/// How two words are one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bond {
    /// They are.
    Sure,
    /// They may be two names as well: only the writer knows.
    Doubtful,
}

/// Whether two words that sound alike are spellings of one name.
///
/// `is_in_a_name` tells of a word whether it is part of the name of an actor anywhere in the article.
pub fn bond(
    a: Used<'_>,
    b: Used<'_>,
    is_in_a_name: &dyn Fn(WordId) -> bool,
    vocabulary: &Vocabulary,
) -> Option<Bond> {
    let verdict = vocabulary.compare(a.id, b.id);
    let of_calendar = |word: &Word| word.calendar.filter(|word| word.is_month_or_weekday());
    let days = (of_calendar(a.word), of_calendar(b.word));
    if days != (None, None) {
        // गुरुवार/गुरूवार is one day; of a day and another word, or of two days, nothing is said here
        return (days.0 == days.1 && verdict == Verdict::SamePhonetically).then_some(Bond::Sure);
    }
    let bond = match verdict {
        // Two words that everybody uses are near by chance
        Verdict::Near if a.is_common() && b.is_common() => None,
        Verdict::Different | Verdict::SameByList => None,
        Verdict::SameButSchool => (a.is_name() || b.is_name()).then_some(Bond::Sure),
        Verdict::SamePhonetically => Some(match first_names(a, b, vocabulary) {
            FirstNames::Differ if a.is_short() && b.is_short() => Bond::Doubtful,
            _ => Bond::Sure,
        }),
        Verdict::Near => (first_names(a, b, vocabulary) == FirstNames::Agree).then_some(Bond::Sure),
        Verdict::OneOrTwo => match first_names(a, b, vocabulary) {
            FirstNames::Agree => Some(Bond::Sure),
            FirstNames::Unknown => Some(Bond::Doubtful),
            FirstNames::Differ => None,
        },
    }?;
    let apart =
        a.stands_beside(b) || b.stands_beside(a) || are_different_names(a, b, is_in_a_name, vocabulary);
    (!apart).then_some(bond)
}

/// What the first names before two words say of whether they are one surname.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FirstNames {
    /// Both stand after one and the same.
    Agree,
    /// Both stand after first names, and never after the same.
    Differ,
    /// One or both stand after none.
    Unknown,
}

fn first_names(a: Used<'_>, b: Used<'_>, vocabulary: &Vocabulary) -> FirstNames {
    let before = |used: Used<'_>| -> Vec<&Word> {
        used.uses
            .before
            .things()
            .map(|&id| vocabulary.word(id))
            .filter(|word| may_be_first_name(word))
            .collect()
    };
    let (before_a, before_b) = (before(a), before(b));
    if before_a.is_empty() || before_b.is_empty() {
        return FirstNames::Unknown;
    }
    if sound_alike(&before_a, &before_b) { FirstNames::Agree } else { FirstNames::Differ }
}

/// Whether a word begins names that the newsroom knows, or is hardly known in Hindi.
fn may_be_first_name(word: &Word) -> bool {
    let begins_names = word.names.as_ref().is_some_and(|names| !names.on.is_empty());
    (begins_names || word.per_million < FIRST_NAME_PER_MILLION) && word.sound.is_some()
}

/// Whether any word of one list sounds like one of the other.
fn sound_alike(some: &[&Word], others: &[&Word]) -> bool {
    let keys: FxHashSet<&str> = some.iter().map(|word| &*word.key).collect();
    let sounds: FxHashSet<u64> = some.iter().flat_map(|word| sounds_of(word)).copied().collect();
    others.iter().any(|word| keys.contains(&*word.key) || sounds_of(word).any(|key| sounds.contains(key)))
}

impl Used<'_> {
    /// Whether it is too common to be a name that somebody misspelt.
    fn is_common(self) -> bool {
        self.word.per_million > COMMON_PER_MILLION && self.uses.names.is_empty()
    }

    /// Whether it is a word of the language rather than a name.
    fn is_ordinary(self) -> bool {
        self.word.per_million > ORDINARY_PER_MILLION
            && self.word.names.is_none()
            && self.uses.names.is_empty()
    }

    /// Whether it is so short that one sound makes another name of it: डॉयर/डायर.
    fn is_short(self) -> bool {
        self.word.sound.as_ref().is_some_and(|sound| sound.sounds() <= SHORT)
    }

    /// Whether the article ever sets the two side by side, as in डिड्डी या डिडी: then it speaks of their difference.
    fn stands_beside(self, other: Used<'_>) -> bool {
        self.uses.beyond.contains(&other.id) || self.uses.next.contains(&Some(other.id))
    }

    /// Whether it always stands behind what may be a first name.
    fn is_always_a_surname(self, vocabulary: &Vocabulary) -> bool {
        let mut before = self.uses.before.things().map(|&id| vocabulary.word(id));
        self.uses.before.total() == self.uses.count && before.all(may_be_first_name)
    }

    /// Whether it always stands before a common noun: बिड़ला मंदिर, टाटा समूह.
    fn is_always_an_epithet(self, vocabulary: &Vocabulary) -> bool {
        let is_noun = |next: &Option<WordId>| {
            let Some(word) = next.map(|id| vocabulary.word(id)) else { return false };
            word.per_million > NOUN_PER_MILLION
                && word.language.is_none()
                && word.tense.is_none()
                && word.names.is_none()
        };
        self.uses.next.things().all(is_noun)
    }

    /// Whether it is a name rather than a word of the language: an actor's, or one Hindi does not know.
    fn is_name(self) -> bool {
        !self.uses.names.is_empty() || self.word.per_million == 0.0
    }
}

/// Whether both stand in names, and never in those of one actor: अजित पवार, अजीत डोभाल.
fn are_different_names(
    a: Used<'_>,
    b: Used<'_>,
    is_in_a_name: &dyn Fn(WordId) -> bool,
    vocabulary: &Vocabulary,
) -> bool {
    if !a.uses.names.is_empty() && !b.uses.names.is_empty() {
        return !a.uses.names.things().any(|name| b.uses.names.contains(name));
    }
    let is_apart = |named, other| {
        has_another_role(named, other, vocabulary)
            || has_another_surname(named, other, is_in_a_name, vocabulary)
    };
    if is_apart(a, b) || is_apart(b, a) {
        return true;
    }
    !(a.is_ordinary() && b.is_ordinary()) && are_different_first_names(a, b, is_in_a_name, vocabulary)
}

/// Whether a word that is part of a person's name has nothing to do with another word that is not: नवीन of नवीन पटनायक
/// with a surname, नितिन नबीन, and बिरला of ओम बिरला with what something is called after, बिड़ला मंदिर.
fn has_another_role(named: Used<'_>, other: Used<'_>, vocabulary: &Vocabulary) -> bool {
    if named.uses.names.is_empty() || !other.uses.names.is_empty() {
        return false;
    }
    let is_always = |part: Part| named.uses.names.things().all(|name| name.part == part);
    (is_always(Part::FirstName) && other.is_always_a_surname(vocabulary))
        || (is_always(Part::OfPerson) && other.is_always_an_epithet(vocabulary))
}

/// Whether a word that is a person's first name has to do with another that somewhere stands before another
/// surname: सौरव गांगुली, सौरभ तिवारी.
fn has_another_surname(
    named: Used<'_>,
    other: Used<'_>,
    is_in_a_name: &dyn Fn(WordId) -> bool,
    vocabulary: &Vocabulary,
) -> bool {
    let is_first_name = !named.uses.names.is_empty()
        && other.uses.names.is_empty()
        && named.uses.names.things().all(|name| name.part == Part::FirstName);
    if !is_first_name {
        return false;
    }
    let surname = |next: &Option<WordId>| {
        let (id, word) = next.map(|id| (id, vocabulary.word(id)))?;
        let is_rare = word.per_million < FIRST_NAME_PER_MILLION && word.tense.is_none();
        (is_rare || is_in_a_name(id) || word.names.is_some()).then_some(word)
    };
    let after = |used: Used<'_>| -> Vec<_> { used.uses.next.things().filter_map(surname).collect() };
    let (ours, others) = (after(named), after(other));
    !others.is_empty() && !sound_alike(&ours, &others)
}

/// Whether both always stand before a name, and never before one and the same: करण जौहर, करन थापर.
fn are_different_first_names(
    a: Used<'_>,
    b: Used<'_>,
    is_in_a_name: &dyn Fn(WordId) -> bool,
    vocabulary: &Vocabulary,
) -> bool {
    let surnames = |used: Used<'_>| surnames(used.uses, is_in_a_name, vocabulary);
    let (Some(after_a), Some(after_b)) = (surnames(a), surnames(b)) else { return false };
    !sound_alike(&after_a, &after_b)
}

/// The words right after a word, if all of them may be surnames.
fn surnames<'a>(
    uses: &Uses,
    is_in_a_name: &dyn Fn(WordId) -> bool,
    vocabulary: &'a Vocabulary,
) -> Option<Vec<&'a Word>> {
    let may_be_surname = |id: WordId| {
        let word = vocabulary.word(id);
        (word.per_million < SURNAME_PER_MILLION || is_in_a_name(id)).then_some(word)
    };
    uses.next.things().map(|next| next.and_then(may_be_surname)).collect()
}

/// The keys by which a word sounds like others.
pub fn sounds_of(word: &Word) -> impl Iterator<Item = &u64> {
    word.sound.iter().flat_map(|sound| sound.keys())
}
