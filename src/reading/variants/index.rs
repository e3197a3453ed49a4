//! The words of an article by their sound, and which of them are one name.
//!
//! A sum over blocks: the uses of a changed block are taken away, those of the block as it is now are
//! added, and only pairs with a word whose uses have changed are decided again. The order of the sums does
//! not matter; an article that was typed has the pairs of one that was read at once.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::super::vocabulary::{Vocabulary, WordId};
use super::same::{Bond, SURNAME_PER_MILLION, Used, bond, sounds_of};
use super::sets::Sets;
use super::uses::{NameWord, Use, Uses};

/// A word of one sound is compared with at most so many others of the same sound before it in the alphabet.
const MAX_OF_ONE_SOUND: usize = 24;

/// The words of an article and which of them are one.
#[derive(Clone, Debug, Default)]
pub struct Index {
    words: FxHashMap<WordId, Uses>,
    /// Words whose uses have changed since pairs were last decided.
    touched: FxHashSet<WordId>,
    /// Words that have become part of an actor's name since then, or are none any more.
    renamed: FxHashSet<WordId>,
    /// The words of each sound, in the order of the alphabet.
    by_sound: FxHashMap<u64, SmallVec<[WordId; 2]>>,
    /// Of each sound the words that are one, two by two.
    pairs: FxHashMap<u64, Vec<(WordId, WordId, Bond)>>,
    /// Whether pairs or names have changed since words were last grouped.
    is_regrouped: bool,
    /// Words of which it is a doubt that they are one with another.
    doubtful: FxHashSet<WordId>,
    /// The spellings of each word of an actor's name.
    by_name: FxHashMap<NameWord, SmallVec<[WordId; 1]>>,
}

impl Index {
    /// Adds a number of equal uses, or takes them away.
    pub fn change(&mut self, one: Use, by: i32) {
        let uses = self.words.entry(one.word).or_default();
        uses.count += by;
        uses.next.change(one.next, by);
        one.before.map(|before| uses.before.change(before, by));
        one.beyond.map(|beyond| uses.beyond.change(beyond, by));
        self.touched.insert(one.word);
        let Some(name) = one.name else { return };
        let Some(is_there) = uses.names.change(name, by) else { return };
        self.renamed.insert(one.word);
        self.is_regrouped = true;
        let spellings = self.by_name.entry(name).or_default();
        if is_there {
            spellings.push(one.word);
        } else {
            spellings.retain(|word| *word != one.word);
        }
    }

    /// Whether a word is part of the name of an actor anywhere in the article.
    pub fn is_in_a_name(&self, word: WordId) -> bool {
        self.words.get(&word).is_some_and(|uses| !uses.names.is_empty())
    }

    /// What the words of actors' names are that a word spells.
    pub fn names(&self, word: WordId) -> impl Iterator<Item = NameWord> + '_ {
        self.words.get(&word).into_iter().flat_map(|uses| uses.names.things().copied())
    }

    /// Whether it is a doubt that any two of these words are one.
    pub fn is_doubtful(&self, group: &[WordId]) -> bool {
        group.iter().any(|word| self.doubtful.contains(word))
    }

    fn used<'a>(&'a self, id: WordId, vocabulary: &'a Vocabulary) -> Option<Used<'a>> {
        Some(Used { id, word: vocabulary.word(id), uses: self.words.get(&id)? })
    }

    /// Sets of words that are one, each with two or more; `None` if they are those of the last time.
    pub fn new_groups(&mut self, vocabulary: &Vocabulary) -> Option<Vec<Vec<WordId>>> {
        self.decide(vocabulary);
        std::mem::take(&mut self.is_regrouped).then(|| self.groups())
    }

    fn groups(&mut self) -> Vec<Vec<WordId>> {
        let mut sets = Sets::default();
        self.doubtful.clear();
        for &(a, b, bond) in self.pairs.values().flatten() {
            sets.join(a, b);
            if bond == Bond::Doubtful {
                self.doubtful.insert(a);
            }
        }
        for spellings in self.by_name.values() {
            spellings.windows(2).for_each(|two| sets.join(two[0], two[1]));
        }
        sets.into_groups()
    }

    /// Decides again what the changes may have changed.
    fn decide(&mut self, vocabulary: &Vocabulary) {
        self.touch_first_names(vocabulary);
        let mut sounds: Vec<(u64, WordId)> = Vec::new();
        for word in std::mem::take(&mut self.touched) {
            if self.words.get(&word).is_none_or(|uses| uses.count <= 0) {
                self.words.remove(&word);
            }
            sounds.extend(sounds_of(vocabulary.word(word)).map(|&sound| (sound, word)));
        }
        sounds.sort_unstable();
        for same in sounds.chunk_by(|a, b| a.0 == b.0) {
            let sound = same[0].0;
            self.enter(same.iter().map(|(_, word)| *word), sound, vocabulary);
            let pairs = self.pairs_of(sound, vocabulary);
            let before = match pairs.is_empty() {
                true if self.pairs.is_empty() => None,
                true => self.pairs.remove(&sound),
                false => self.pairs.insert(sound, pairs),
            };
            self.is_regrouped |= match before {
                Some(before) => self.pairs.get(&sound) != Some(&before),
                None => self.pairs.contains_key(&sound),
            };
        }
        self.by_name.retain(|_, spellings| !spellings.is_empty());
    }

    /// Whether a common word counts as a surname hangs on its being part of an actor's name.
    fn touch_first_names(&mut self, vocabulary: &Vocabulary) {
        let renamed = std::mem::take(&mut self.renamed);
        let common = renamed.into_iter().filter(|id| vocabulary.word(*id).per_million >= SURNAME_PER_MILLION);
        let common: FxHashSet<Option<WordId>> = common.map(Some).collect();
        if !common.is_empty() {
            let before =
                self.words.iter().filter(|(_, uses)| uses.next.things().any(|next| common.contains(next)));
            self.touched.extend(before.map(|(word, _)| *word));
        }
    }

    /// Enters words among those of a sound, or takes them out where the article has them no more.
    fn enter(&mut self, words: impl Iterator<Item = WordId>, sound: u64, vocabulary: &Vocabulary) {
        let alike = self.by_sound.entry(sound).or_default();
        alike.extend(words);
        alike.retain(|word| self.words.contains_key(&*word));
        // A sorted run and what is new, for which a stable sort takes one pass
        alike.sort_by(|a, b| vocabulary.word(*a).text.cmp(&vocabulary.word(*b).text));
        alike.dedup();
        if alike.is_empty() {
            self.by_sound.remove(&sound);
        }
    }

    /// The words of one sound that are one.
    fn pairs_of(&self, sound: u64, vocabulary: &Vocabulary) -> Vec<(WordId, WordId, Bond)> {
        let alike = self.by_sound.get(&sound).filter(|alike| alike.len() > 1).into_iter().flatten();
        let alike: Vec<Used<'_>> = alike.filter_map(|&word| self.used(word, vocabulary)).collect();
        let mut pairs = Vec::new();
        for (at, &one) in alike.iter().enumerate() {
            let others = alike[..at].iter().rev().take(MAX_OF_ONE_SOUND);
            pairs.extend(others.filter_map(|other| {
                let bond = bond(one, *other, &|id| self.is_in_a_name(id), vocabulary)?;
                Some((other.id, one.id, bond))
            }));
        }
        pairs
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::newsroom::{Config, Newsroom};
    use crate::text::Script;

    /// Names in several spellings, first names with their surnames, and words that are no names.
    const WORDS: [&str; 12] =
        ["मॉस्को", "मास्को", "अम्फान", "अंफान", "करण", "करन", "जौहर", "थापर", "भोंडवेकर", "भोडवेकर", "दिन", "दीन"];

    impl Index {
        fn regrouped(&mut self, vocabulary: &Vocabulary) -> Vec<Vec<WordId>> {
            self.new_groups(vocabulary);
            self.groups()
        }
    }

    fn sorted(mut groups: Vec<Vec<WordId>>) -> Vec<Vec<WordId>> {
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups.sort_unstable();
        groups
    }

    proptest! {
        #[test]
        fn sums_know_no_order(
            kept in prop::collection::vec((0..WORDS.len(), 0..=WORDS.len()), 0..24),
            passing in prop::collection::vec((0..WORDS.len(), 0..=WORDS.len()), 0..24),
            order in prop::collection::vec(any::<u32>(), 96),
        ) {
            let newsroom = Newsroom::shipped(Config::default());
            let mut vocabulary = Vocabulary::default();
            let ids = WORDS.map(|word| vocabulary.learn(word, Script::Devanagari, &newsroom));
            let one = |&(word, next): &(usize, usize)| Use { word: ids[word], next: ids.get(next).copied(), before: None, beyond: None, name: None };
            let mut fresh = Index::default();
            kept.iter().for_each(|use_of| fresh.change(one(use_of), 1));

            // What passes is added and taken away, in this order or the other
            let gone = passing.iter().flat_map(|use_of| [(one(use_of), 1), (one(use_of), -1)]);
            let mut changes: Vec<(Use, i32)> = kept.iter().map(|use_of| (one(use_of), 1)).chain(gone).collect();
            let mut order = order.into_iter();
            changes.sort_by_cached_key(|_| order.next());
            let mut summed = Index::default();
            changes.into_iter().for_each(|(one, by)| summed.change(one, by));
            prop_assert_eq!(sorted(summed.regrouped(&vocabulary)), sorted(fresh.regrouped(&vocabulary)));

            // And one block after the other, with pairs decided in between
            let mut typed = Index::default();
            passing.iter().for_each(|use_of| typed.change(one(use_of), 1));
            typed.regrouped(&vocabulary);
            kept.iter().for_each(|use_of| typed.change(one(use_of), 1));
            typed.regrouped(&vocabulary);
            passing.iter().for_each(|use_of| typed.change(one(use_of), -1));
            prop_assert_eq!(sorted(typed.regrouped(&vocabulary)), sorted(fresh.regrouped(&vocabulary)));
        }
    }
}
