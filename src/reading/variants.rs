//! The different spellings of one name in an article.
//!
//! Two sources say that two words are one: the gazetteers, which know the spellings of an actor's name,
//! and the ear ([`super::spelling`]), which hears that two words nobody has listed are one. Words that
//! are kept apart: ordinary words that differ only by a school of spelling (that is orthography, not a
//! name), and known names of different actors.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::actors::Mention;
use super::block::BlockReading;
use super::vocabulary::{Verdict, Vocabulary, Word, WordId};
use crate::newsroom::{Actor, ActorRef, Kind, Newsroom};
use crate::text::{Article, Span, normal};

/// Different spellings of one name in an article.
#[derive(Clone, Debug)]
pub struct Variants {
    /// The spellings, in the order of their first use; two or more.
    pub spellings: Vec<Spelling>,
    /// The number of the spelling to keep.
    pub kept: usize,
    /// Why that one.
    pub because: Because,
    /// The actor whose name it is, if the newsroom knows.
    pub actor: Option<ActorRef>,
}

/// One of the spellings.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// The word, as it was first written.
    pub text: String,
    /// Where it stands: number of the block and bytes of its prose.
    pub places: Vec<(usize, Span)>,
}

/// Why a spelling is kept, from the strongest reason to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// `vartani.toml` prefers it.
    House,
    /// The newsroom's own actor file has it.
    OwnActors,
    /// The article mostly has it.
    Majority,
    /// The gazetteer that ships has it.
    Gazetteer,
    /// It is a word of Hindi, and the others are not.
    Lexicon,
    /// The article has it first.
    First,
}

/// Shorter words are never compared: too many of them sound alike.
const SHORTEST: usize = 3;

/// Two words that are both more common than this are two words, if neither is an actor's name.
const COMMON_PER_MILLION: f32 = 20.0;

/// A word more common than this is no surname, unless it stands in an actor's name.
const SURNAME_PER_MILLION: f32 = 100.0;

/// So many uses of a word show which surnames follow it.
const MOST_SURNAMES: usize = 8;

/// A word of one sound is compared with at most so many others of the same sound.
const MOST_OF_ONE_SOUND: usize = 24;

/// The names of an article that are spelt in more than one way, in the order of their first use.
pub(super) fn find(
    article: &Article,
    blocks: &[impl AsRef<BlockReading>],
    vocabulary: &Vocabulary,
    newsroom: &Newsroom,
    mentions: &[Mention],
) -> Vec<Variants> {
    let numbers = vec![UNSEEN; vocabulary.len()];
    let mut search =
        Search { article, vocabulary, newsroom, mentions, numbers, places: Vec::new(), words: Vec::new() };
    search.collect(blocks);
    search.name_actors(blocks);
    let groups = search.groups();
    let mut all: Vec<Variants> = groups.into_iter().filter_map(|group| search.variants(&group)).collect();
    all.sort_by_key(|variants| variants.spellings[0].places[0]);
    all
}

struct Search<'a> {
    article: &'a Article,
    vocabulary: &'a Vocabulary,
    newsroom: &'a Newsroom,
    mentions: &'a [Mention],
    /// For each word of the vocabulary its number among `words`.
    numbers: Vec<u32>,
    /// Where words stand, those of a distinct word together, in the order of the article.
    places: Vec<(usize, Span)>,
    /// Distinct words in the order of their first use.
    words: Vec<Distinct>,
}

/// The number of a word that the article does not have.
const UNSEEN: u32 = u32::MAX;

/// A distinct word of the article.
struct Distinct {
    id: WordId,
    /// Where it stands, as a range of [`Search::places`].
    places: Range<usize>,
    /// The actors in whose names it stands, with the word of the preferred name that it spells.
    names: SmallVec<[(ActorRef, String); 1]>,
}

impl Search<'_> {
    /// Numbers the distinct words in the order of their first use, and lays their places side by side.
    fn collect(&mut self, blocks: &[impl AsRef<BlockReading>]) {
        let mut uses: Vec<(u32, usize, Span)> = Vec::new();
        let mut counts: Vec<usize> = Vec::new();
        for (block, reading) in blocks.iter().enumerate() {
            let tokens = &self.article.blocks[block].tokens;
            for (token, id) in
                tokens.iter().zip(&reading.as_ref().words).filter_map(|(t, id)| Some((t, (*id)?)))
            {
                let word = self.vocabulary.word(id);
                if word.sound.is_none() || self.is_accepted(word) {
                    continue;
                }
                let number = &mut self.numbers[id.index()];
                if *number == UNSEEN {
                    *number = self.words.len() as u32;
                    self.words.push(Distinct { id, places: 0..0, names: SmallVec::new() });
                    counts.push(0);
                }
                counts[*number as usize] += 1;
                uses.push((*number, block, word.stem(token.span)));
            }
        }
        let mut start = 0;
        for (word, count) in self.words.iter_mut().zip(counts) {
            word.places = start..start;
            start += count;
        }
        self.places = vec![(0, Span::default()); uses.len()];
        for (number, block, span) in uses {
            let places = &mut self.words[number as usize].places;
            self.places[places.end] = (block, span);
            places.end += 1;
        }
    }

    fn places(&self, index: usize) -> impl Iterator<Item = (usize, Span)> + '_ {
        self.places[self.words[index].places.clone()].iter().copied()
    }

    fn is_accepted(&self, word: &Word) -> bool {
        self.newsroom.style.spelling.accept.iter().any(|accepted| accepted.as_str() == &*word.text)
    }

    /// Notes which words stand in the names of actors.
    fn name_actors(&mut self, blocks: &[impl AsRef<BlockReading>]) {
        let newsroom = self.newsroom;
        for mention in self.mentions.iter().filter(|mention| !mention.latin) {
            let words = &blocks[mention.block].as_ref().words;
            for (token, word) in aligned(self.article, mention, newsroom.actor(mention.actor)) {
                let number = words[token].map_or(UNSEEN, |id| self.numbers[id.index()]);
                let name = (mention.actor, word.to_owned());
                if number != UNSEEN && !self.words[number as usize].names.contains(&name) {
                    self.words[number as usize].names.push(name);
                }
            }
        }
    }

    fn word(&self, index: usize) -> &Word {
        self.vocabulary.word(self.words[index].id)
    }

    /// Sets of words that are one, each with two or more.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut sets = Sets::new(self.words.len());
        let keys = |index: usize| self.word(index).sound.iter().flat_map(|sound| sound.keys().iter());
        let mut sounds: Vec<(u64, usize)> = Vec::with_capacity(2 * self.words.len());
        for index in (0..self.words.len()).filter(|&index| !self.is_common(index)) {
            sounds.extend(keys(index).map(|key| (*key, index)));
        }
        // Of the common words only those matter that sound like a rare one
        let mut rare: Vec<u64> = sounds.iter().map(|(key, _)| *key).collect();
        rare.sort_unstable();
        for index in (0..self.words.len()).filter(|&index| self.is_common(index)) {
            sounds.extend(keys(index).filter(|key| rare.binary_search(key).is_ok()).map(|key| (*key, index)));
        }
        sounds.sort_unstable();
        for alike in sounds.chunk_by(|a, b| a.0 == b.0) {
            for (i, &(_, a)) in alike.iter().enumerate() {
                for &(_, b) in alike[..i].iter().rev().take(MOST_OF_ONE_SOUND) {
                    if !sets.are_one(a, b) && self.are_one(a, b) {
                        sets.join(a, b);
                    }
                }
            }
        }
        let mut by_name: FxHashMap<&(ActorRef, String), usize> = FxHashMap::default();
        for (index, word) in self.words.iter().enumerate() {
            for name in &word.names {
                sets.join(index, *by_name.entry(name).or_insert(index));
            }
        }
        sets.groups()
    }

    /// Whether two words that sound alike are spellings of one name.
    fn are_one(&self, a: usize, b: usize) -> bool {
        let (one, other) = (self.word(a), self.word(b));
        if (self.is_common(a) && self.is_common(b))
            || one.calendar.is_some()
            || other.calendar.is_some()
            || self.are_different_names(a, b)
        {
            return false;
        }
        match self.vocabulary.compare(self.words[a].id, self.words[b].id) {
            Verdict::Different => false,
            Verdict::SameButSchool => self.is_name(a) || self.is_name(b),
            Verdict::SameByEar => true,
        }
    }

    /// Whether a word is too common to be a name that somebody misspelt.
    fn is_common(&self, index: usize) -> bool {
        self.word(index).per_million > COMMON_PER_MILLION && self.words[index].names.is_empty()
    }

    /// Whether both stand in names, and never in those of one actor: अजित पवार, अजीत डोभाल.
    fn are_different_names(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.words[a].names, &self.words[b].names);
        if !one.is_empty() && !other.is_empty() {
            return !one.iter().any(|name| other.contains(name));
        }
        self.are_different_first_names(a, b)
    }

    /// Whether both always stand before a name, and never before one and the same: करण जौहर, करन थापर.
    fn are_different_first_names(&self, a: usize, b: usize) -> bool {
        let (Some(after_one), Some(after_other)) = (self.surnames(a), self.surnames(b)) else { return false };
        let alike = |one: &Word, other: &Word| match (&one.sound, &other.sound) {
            (Some(sound), Some(other)) => sound.keys().iter().any(|key| other.keys().contains(key)),
            _ => one.key == other.key,
        };
        !after_one.iter().any(|one| after_other.iter().any(|other| alike(one, other)))
    }

    /// The words right after each use of a word, if all of them may be surnames.
    fn surnames(&self, index: usize) -> Option<SmallVec<[&Word; 4]>> {
        self.places(index).take(MOST_SURNAMES).map(|(block, span)| self.surname_after(block, span)).collect()
    }

    fn surname_after(&self, block: usize, span: Span) -> Option<&Word> {
        let block = &self.article.blocks[block];
        let next = block.tokens.partition_point(|token| token.span.start < span.end);
        let next = block.tokens.get(next).filter(|token| token.is_devanagari())?;
        let id = self.vocabulary.find(block.word(*next))?;
        let word = self.vocabulary.word(id);
        let in_a_name =
            self.words.get(self.numbers[id.index()] as usize).is_some_and(|word| !word.names.is_empty());
        (in_a_name || word.per_million < SURNAME_PER_MILLION).then_some(word)
    }

    /// Whether a word is a name rather than a word of the language: an actor's, or one Hindi does not know.
    fn is_name(&self, index: usize) -> bool {
        !self.words[index].names.is_empty() || self.word(index).per_million == 0.0
    }

    fn variants(&self, group: &[usize]) -> Option<Variants> {
        let mut spellings: Vec<Spelling> = Vec::new();
        for &index in group {
            let Some((block, span)) = self.places(index).next() else { continue };
            let written = span.of(self.article.blocks[block].text());
            let look = normal::same_look(written);
            match spellings.iter_mut().find(|spelling| normal::same_look(&spelling.text) == look) {
                Some(same) => same.places.extend(self.places(index)),
                None => spellings
                    .push(Spelling { text: written.to_owned(), places: self.places(index).collect() }),
            }
        }
        if spellings.len() < 2 {
            return None;
        }
        spellings.iter_mut().for_each(|spelling| spelling.places.sort());
        spellings.sort_by_key(|spelling| spelling.places[0]);
        let names: FxHashSet<_> = group.iter().flat_map(|&index| &self.words[index].names).collect();
        let (kept, because) = self.keep(&spellings, &names);
        let actor = names.iter().map(|(actor, _)| *actor).min();
        Some(Variants { spellings, kept, because, actor })
    }

    /// Which spelling to keep, and why.
    fn keep(&self, spellings: &[Spelling], names: &FxHashSet<&(ActorRef, String)>) -> (usize, Because) {
        let spelt =
            |text: &str| spellings.iter().position(|s| normal::same_look(&s.text) == normal::same_look(text));
        if let Some(house) = self.newsroom.style.spelling.prefer.iter().find_map(|text| spelt(text)) {
            return (house, Because::House);
        }
        let mut known: Vec<_> =
            names.iter().filter_map(|(actor, name)| Some((*actor, spelt(name)?))).collect();
        known.sort();
        if let Some((_, own)) = known.iter().find(|(actor, _)| self.newsroom.is_own(*actor)) {
            return (*own, Because::OwnActors);
        }
        let most = spellings.iter().map(|s| s.places.len()).max().unwrap_or_default();
        let mut leaders = (0..spellings.len()).filter(|&i| spellings[i].places.len() == most);
        let first = leaders.next().unwrap_or_default();
        if leaders.next().is_none() {
            return (first, Because::Majority);
        }
        if let Some((_, shipped)) = known.first() {
            return (*shipped, Because::Gazetteer);
        }
        let in_lexicon = |i: &usize| self.newsroom.lexicon.per_million(&spellings[*i].text) > 0.0;
        let mut words = (0..spellings.len()).filter(in_lexicon);
        match (words.next(), words.next()) {
            (Some(word), None) => (word, Because::Lexicon),
            _ => (first, Because::First),
        }
    }
}

/// The tokens of a mention with the words of the preferred name that they spell, where both are as many.
fn aligned<'a>(article: &Article, mention: &Mention, record: &'a Actor) -> Vec<(usize, &'a str)> {
    let preferred = &record.names[mention.form as usize].text;
    let words: Vec<&str> = preferred.split([' ', '-']).collect();
    // A place of several words has a word of its own for every part: दिल्ली in नई दिल्ली is no name of that city
    let parts_are_names = record.kind == Kind::Person || words.len() == 1;
    let tokens = &article.blocks[mention.block].tokens;
    let spelt = (mention.tokens.0 as usize..mention.tokens.1 as usize).filter(|&at| tokens[at].is_word());
    if spelt.clone().count() != words.len() || !parts_are_names {
        return Vec::new();
    }
    spelt.zip(words).collect()
}

/// Sets of numbers that grow together.
struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    fn new(size: usize) -> Sets {
        Sets { parents: (0..size).collect() }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    fn are_one(&mut self, a: usize, b: usize) -> bool {
        self.root(a) == self.root(b)
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parents[a.max(b)] = a.min(b);
    }

    /// The sets with more than one number, each sorted.
    fn groups(mut self) -> Vec<Vec<usize>> {
        let mut members: Vec<(usize, usize)> =
            (0..self.parents.len()).map(|at| (self.root(at), at)).collect();
        let mut sizes = vec![0; members.len()];
        members.iter().for_each(|&(root, _)| sizes[root] += 1);
        members.retain(|&(root, _)| sizes[root] > 1);
        members.sort_unstable();
        members.chunk_by(|a, b| a.0 == b.0).map(|set| set.iter().map(|&(_, at)| at).collect()).collect()
    }
}

/// The word made ready to be compared, if it is long enough.
pub(super) fn sound_of(text: &str, newsroom: &Newsroom) -> Option<super::spelling::Prepared> {
    let letters = text.chars().filter(|&c| !crate::text::letters::is_joiner(c)).count();
    (letters >= SHORTEST).then(|| super::spelling::Prepared::new(text, &newsroom.lexicon))
}
