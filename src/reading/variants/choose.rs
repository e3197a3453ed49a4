//! From words that are one to the spellings of a name, and which of them to keep.

use std::borrow::Cow;
use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::block::BlockReading;
use super::super::vocabulary::{Vocabulary, WordId};
use super::super::word_index::WordIndex;
use super::index::Index;
use super::spellings::{Because, Spelling, Variants};
use super::uses::NameWord;
use crate::newsroom::{Newsroom, orthography};
use crate::text::{Article, Field, Place, fold, normal};

/// An article in which words are looked for.
pub struct Searched<'a, B> {
    /// The article.
    pub article: &'a Article,
    /// The readings of its blocks.
    pub blocks: &'a [B],
    /// Where words stand, if that is known already.
    pub index: Option<&'a WordIndex>,
    /// What is known of the words.
    pub vocabulary: &'a Vocabulary,
}

/// Where words stand in an article.
pub struct Places<'a> {
    article: &'a Article,
    /// Of each word that was looked for, in order.
    of: FxHashMap<WordId, Vec<Place>>,
}

impl<'a> Places<'a> {
    /// Looks for words.
    pub fn find<B: AsRef<BlockReading>>(
        words: impl Iterator<Item = WordId>,
        searched: &Searched<'a, B>,
    ) -> Places<'a> {
        let Searched { article, blocks, index, vocabulary } = *searched;
        let mut places = Places { article, of: words.map(|word| (word, Vec::new())).collect() };
        let place = |number: usize, at: usize, word: WordId| {
            let span = vocabulary.word(word).stem(article.blocks[number].tokens[at].span);
            Place { block: number, span }
        };
        if let Some(index) = index {
            for (word, of) in &mut places.of {
                for number in index.blocks_with(*word) {
                    let words = blocks[number].as_ref().words.iter().enumerate();
                    let here = words.filter(|(_, other)| **other == Some(*word));
                    of.extend(here.map(|(at, _)| place(number, at, *word)));
                }
            }
            return places;
        }
        if places.of.is_empty() {
            return places;
        }
        // A quick look: of the words of an article hardly any is looked for
        let bit = |word: WordId| 1u64 << (word.index() % 64);
        let looked_for = places.of.keys().fold(0, |bits, word| bits | bit(*word));
        for (number, reading) in blocks.iter().enumerate() {
            for (at, word) in reading.as_ref().words.iter().enumerate() {
                let Some(id) = word.filter(|id| looked_for & bit(*id) != 0) else { continue };
                if let Some(of) = places.of.get_mut(&id) {
                    of.push(place(number, at, id));
                }
            }
        }
        places
    }

    fn of(&self, word: WordId) -> Option<&Vec<Place>> {
        self.of.get(&word)
    }

    /// The spellings of words that are one, in the order of their first use. Those that only look the same
    /// are one spelling.
    fn spellings(&self, group: &[WordId]) -> Spelt<'_> {
        let mut words: Vec<_> = group.iter().filter_map(|word| self.of(*word)).collect();
        words.retain(|places| !places.is_empty());
        words.sort_by_key(|places| places[0]);
        let mut spelt = Spelt::default();
        for places in words {
            let written = places[0].span.of(self.article.blocks[places[0].block].text());
            let number = *spelt.by_look.entry(normal::same_look(written)).or_insert_with(|| {
                spelt.spellings.push(Spelling { text: written.to_owned(), places: Vec::new() });
                spelt.spellings.len() - 1
            });
            spelt.spellings[number].places.extend(places);
        }
        spelt.spellings.iter_mut().for_each(|spelling| spelling.places.sort_unstable());
        spelt
    }
}

/// The spellings of a name, and their numbers by how they look.
#[derive(Default)]
struct Spelt<'a> {
    spellings: Vec<Spelling>,
    by_look: FxHashMap<Cow<'a, str>, usize>,
}

impl Spelt<'_> {
    /// The number of the spelling that looks like a text.
    fn number(&self, text: &str) -> Option<usize> {
        self.by_look.get(&*normal::same_look(text)).copied()
    }
}

/// The spellings of words that are one, if there are two or more, and the one to keep.
pub fn variants(
    group: &[WordId],
    places: &Places<'_>,
    index: &Index,
    newsroom: &Newsroom,
) -> Option<Variants> {
    let spelt = places.spellings(group);
    if spelt.spellings.len() < 2 {
        return None;
    }
    let names: FxHashSet<NameWord> = group.iter().flat_map(|&word| index.names(word)).collect();
    let actor = names.iter().map(|name| name.actor).min();
    let is_doubtful = actor.is_none() && index.is_doubtful(group);
    let (kept, because) = keep(&spelt, &names, is_doubtful, places.article, newsroom);
    Some(Variants { spellings: spelt.spellings, kept, because, actor, is_doubtful })
}

/// Which spelling to keep, and why.
fn keep(
    spelt: &Spelt<'_>,
    names: &FxHashSet<NameWord>,
    is_doubtful: bool,
    article: &Article,
    newsroom: &Newsroom,
) -> (usize, Because) {
    let spellings = &spelt.spellings;
    if let Some(house) = newsroom.config.spelling.prefer.iter().find_map(|text| spelt.number(text)) {
        return (house, Because::House);
    }
    let mut known: Vec<_> =
        names.iter().filter_map(|name| Some((name.actor, spelt.number(name.text(newsroom))?))).collect();
    known.sort();
    if let Some((_, own)) = known.iter().find(|(actor, _)| newsroom.is_own(*actor)) {
        return (*own, Because::OwnActors);
    }
    if let Some(of_school) = of_the_houses_school(spellings, newsroom) {
        return (of_school, Because::House);
    }
    if let Some(word) = names.is_empty().then(|| only_word(spellings, newsroom)).flatten() {
        return (word, Because::Lexicon);
    }
    if let Some(of_text) = only_in_text(spellings, article) {
        return (of_text, Because::Text);
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
    let mut words =
        (0..spellings.len()).filter(|&at| newsroom.lexicon.per_million(&spellings[at].text) > 0.0);
    match (words.next(), words.next()) {
        (Some(word), None) => (word, Because::Lexicon),
        _ if is_doubtful => (first, Because::First),
        _ => usual_word(spellings, newsroom).map_or((first, Because::First), |word| (word, Because::Usage)),
    }
}

/// Of two spellings that both are in the word list, one so much commoner is the usual one: रॉकेट, राकेट.
const USUAL_RATIO: f32 = 3.0;

/// The spelling that Hindi uses much more often than any of the others.
fn usual_word(spellings: &[Spelling], newsroom: &Newsroom) -> Option<usize> {
    let known = |at: usize| newsroom.lexicon.per_million_as_written(&spellings[at].text);
    let word = (0..spellings.len()).max_by(|&a, &b| known(a).total_cmp(&known(b)))?;
    let is_usual = (0..spellings.len()).all(|at| at == word || known(at) * USUAL_RATIO < known(word));
    is_usual.then_some(word)
}

/// The only spelling of the running text, where others stand in fields beside it. Fields say the same again (`title`,
/// `og:title`, `description`), so that their number is no evidence.
fn only_in_text(spellings: &[Spelling], article: &Article) -> Option<usize> {
    let is_in_text = |spelling: &Spelling| {
        spelling.places.iter().any(|place| {
            let block = &article.blocks[place.block];
            !block.is_beside_text() && block.field() == Field::Body
        })
    };
    let is_beside = |spelling: &Spelling| {
        spelling.places.iter().any(|place| article.blocks[place.block].is_beside_text())
    };
    let mut in_text = (0..spellings.len()).filter(|&at| is_in_text(&spellings[at]));
    let only = in_text.next().filter(|_| in_text.next().is_none())?;
    let others = spellings.iter().enumerate().filter(|(at, _)| *at != only);
    others.map(|(_, other)| other).all(is_beside).then_some(only)
}

/// A word that is so much commoner than another is the word, and the other a misspelling of it …
const MISSPELT_RATIO: f32 = 25.0;

/// … unless many write it, in a million words.
const MISSPELT_PER_MILLION: f32 = 8.0;

/// Rarer words of the list may be names, of which one spelling got into it by chance.
const ORDINARY_PER_MILLION: f32 = 5.0;

/// The spelling that is a word of Hindi, if no other is, or hardly.
fn only_word(spellings: &[Spelling], newsroom: &Newsroom) -> Option<usize> {
    let known = |at: usize| newsroom.lexicon.per_million(&spellings[at].text);
    let word = (0..spellings.len()).max_by(|&a, &b| known(a).total_cmp(&known(b)))?;
    let is_misspelt =
        |other: usize| known(other) < MISSPELT_PER_MILLION && known(other) * MISSPELT_RATIO < known(word);
    let is_only = (0..spellings.len()).all(|other| other == word || is_misspelt(other));
    (known(word) >= ORDINARY_PER_MILLION && is_only).then_some(word)
}

/// The spelling used most of those that the newsroom's schools of spelling allow, if they do not allow all.
fn of_the_houses_school(spellings: &[Spelling], newsroom: &Newsroom) -> Option<usize> {
    let config = &newsroom.config.spelling;
    let is_allowed = |spelling: &Spelling| {
        let choices = orthography::choices(&spelling.text, &fold::orthographic(&spelling.text));
        choices.iter().all(|choice| config.side(choice.school).is_none_or(|side| side == choice.side))
    };
    let allowed: Vec<usize> = (0..spellings.len()).filter(|&at| is_allowed(&spellings[at])).collect();
    let most = || allowed.iter().copied().max_by_key(|&at| (spellings[at].places.len(), Reverse(at)));
    (allowed.len() < spellings.len()).then(most).flatten()
}
