//! Whether two words that sound alike are spellings of one name.

use rustc_hash::FxHashSet;

use super::super::vocabulary::{Verdict, Vocabulary, Word, WordId};
use super::index::Index;
use super::uses::Uses;
use crate::newsroom::calendar::CalendarWord;

/// Two words that are both more common than this are two words, if neither is an actor's name.
const COMMON_PER_MILLION: f32 = 20.0;

/// A word more common than this is no surname, unless it stands in an actor's name.
pub(super) const SURNAME_PER_MILLION: f32 = 100.0;

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

/// Whether two words that sound alike are spellings of one name.
pub fn are_one(a: Used<'_>, b: Used<'_>, index: &Index, vocabulary: &Vocabulary) -> bool {
    let of_calendar = |word: &Word| word.calendar.is_some_and(CalendarWord::is_month_or_weekday);
    if (a.is_common() && b.is_common()) || of_calendar(a.word) || of_calendar(b.word) {
        return false;
    }
    let one = match vocabulary.compare(a.id, b.id) {
        Verdict::Different => false,
        Verdict::SameButSchool => a.is_name() || b.is_name(),
        Verdict::SameByEar => true,
    };
    one && !are_different_names(a, b, index, vocabulary)
}

impl Used<'_> {
    /// Whether it is too common to be a name that somebody misspelt.
    fn is_common(self) -> bool {
        self.word.per_million > COMMON_PER_MILLION && self.uses.names.is_empty()
    }

    /// Whether it is a name rather than a word of the language: an actor's, or one Hindi does not know.
    fn is_name(self) -> bool {
        !self.uses.names.is_empty() || self.word.per_million == 0.0
    }
}

/// Whether both stand in names, and never in those of one actor: अजित पवार, अजीत डोभाल.
fn are_different_names(a: Used<'_>, b: Used<'_>, index: &Index, vocabulary: &Vocabulary) -> bool {
    if !a.uses.names.is_empty() && !b.uses.names.is_empty() {
        return !a.uses.names.things().any(|name| b.uses.names.contains(name));
    }
    are_different_first_names(a, b, index, vocabulary)
}

/// Whether both always stand before a name, and never before one and the same: करण जौहर, करन थापर.
fn are_different_first_names(a: Used<'_>, b: Used<'_>, index: &Index, vocabulary: &Vocabulary) -> bool {
    let surnames = |used: Used<'_>| surnames(used.uses, index, vocabulary);
    let (Some(after_a), Some(after_b)) = (surnames(a), surnames(b)) else { return false };
    let keys: FxHashSet<&str> = after_a.iter().map(|word| &*word.key).collect();
    let sounds: FxHashSet<u64> = after_a.iter().flat_map(|word| sounds_of(word)).copied().collect();
    !after_b.iter().any(|word| keys.contains(&*word.key) || sounds_of(word).any(|key| sounds.contains(key)))
}

/// The words right after a word, if all of them may be surnames.
fn surnames<'a>(uses: &Uses, index: &Index, vocabulary: &'a Vocabulary) -> Option<Vec<&'a Word>> {
    let may_be_surname = |id: WordId| {
        let word = vocabulary.word(id);
        (word.per_million < SURNAME_PER_MILLION || index.is_in_a_name(id)).then_some(word)
    };
    uses.next.things().map(|next| next.and_then(may_be_surname)).collect()
}

/// The keys by which a word sounds like others.
pub fn sounds_of(word: &Word) -> impl Iterator<Item = &u64> {
    word.sound.iter().flat_map(|sound| sound.keys())
}
