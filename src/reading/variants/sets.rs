//! Words in sets that grow together.

use rustc_hash::FxHashMap;

use super::super::vocabulary::WordId;

/// Sets of words; a word that was never joined is in none.
#[derive(Default)]
pub struct Sets {
    numbers: FxHashMap<WordId, usize>,
    words: Vec<WordId>,
    parents: Vec<usize>,
}

impl Sets {
    /// Makes one set of those of two words.
    pub fn join(&mut self, a: WordId, b: WordId) {
        let (a, b) = (self.number(a), self.number(b));
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
    }

    fn number(&mut self, word: WordId) -> usize {
        *self.numbers.entry(word).or_insert_with(|| {
            self.words.push(word);
            self.parents.push(self.parents.len());
            self.words.len() - 1
        })
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    /// The sets, each in the order of the words' numbers.
    pub fn into_groups(mut self) -> Vec<Vec<WordId>> {
        let mut members: Vec<(usize, WordId)> =
            (0..self.words.len()).map(|at| (self.root(at), self.words[at])).collect();
        members.sort_unstable();
        members.chunk_by(|a, b| a.0 == b.0).map(|set| set.iter().map(|&(_, word)| word).collect()).collect()
    }
}
