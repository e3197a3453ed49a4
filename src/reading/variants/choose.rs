//! From words that are one to the spellings of a name, and which of them to keep.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::block::BlockReading;
use super::super::vocabulary::{Vocabulary, WordId};
use super::index::Index;
use super::uses::NameWord;
use super::{Because, Spelling, Variants};
use crate::newsroom::Newsroom;
use crate::text::{Article, Span, normal};

/// Where words stand in an article.
pub struct Places<'a> {
    article: &'a Article,
    of: FxHashMap<WordId, Vec<(usize, Span)>>,
}

impl<'a> Places<'a> {
    /// Looks for words.
    pub fn find(
        words: impl Iterator<Item = WordId>,
        article: &'a Article,
        blocks: &[impl AsRef<BlockReading>],
        vocabulary: &Vocabulary,
    ) -> Places<'a> {
        let mut of: FxHashMap<WordId, Vec<(usize, Span)>> = words.map(|word| (word, Vec::new())).collect();
        if of.is_empty() {
            return Places { article, of };
        }
        for (number, (block, reading)) in article.blocks.iter().zip(blocks).enumerate() {
            let words = block.tokens.iter().zip(&reading.as_ref().words);
            for (token, id) in words.filter_map(|(token, id)| Some((token, (*id)?))) {
                if let Some(places) = of.get_mut(&id) {
                    places.push((number, vocabulary.word(id).stem(token.span)));
                }
            }
        }
        Places { article, of }
    }

    /// The spellings of words that are one, in the order of their first use. Those that only look the same
    /// are one spelling.
    fn spellings(&self, group: &[WordId]) -> Vec<Spelling> {
        let mut words: Vec<_> = group.iter().filter_map(|word| self.of.get(word)).collect();
        words.retain(|places| !places.is_empty());
        words.sort_by_key(|places| places[0]);
        let mut spellings: Vec<Spelling> = Vec::new();
        for places in words {
            let (block, span) = places[0];
            let written = span.of(self.article.blocks[block].text());
            let look = normal::same_look(written);
            match spellings.iter_mut().find(|spelling| normal::same_look(&spelling.text) == look) {
                Some(same) => same.places.extend(places),
                None => spellings.push(Spelling { text: written.to_owned(), places: places.clone() }),
            }
        }
        spellings.iter_mut().for_each(|spelling| spelling.places.sort_unstable());
        spellings
    }
}

/// The spellings of words that are one, if there are two or more, and the one to keep.
pub fn variants(
    group: &[WordId],
    places: &Places<'_>,
    index: &Index,
    newsroom: &Newsroom,
) -> Option<Variants> {
    let spellings = places.spellings(group);
    if spellings.len() < 2 {
        return None;
    }
    let names: FxHashSet<NameWord> = group.iter().flat_map(|&word| index.names(word)).collect();
    let (kept, because) = keep(&spellings, &names, newsroom);
    let actor = names.iter().map(|name| name.actor).min();
    Some(Variants { spellings, kept, because, actor })
}

/// Which spelling to keep, and why.
fn keep(spellings: &[Spelling], names: &FxHashSet<NameWord>, newsroom: &Newsroom) -> (usize, Because) {
    let spelt =
        |text: &str| spellings.iter().position(|s| normal::same_look(&s.text) == normal::same_look(text));
    if let Some(house) = newsroom.style.spelling.prefer.iter().find_map(|text| spelt(text)) {
        return (house, Because::House);
    }
    let mut known: Vec<_> =
        names.iter().filter_map(|name| Some((name.actor, spelt(name.text(newsroom))?))).collect();
    known.sort();
    if let Some((_, own)) = known.iter().find(|(actor, _)| newsroom.is_own(*actor)) {
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
    let in_lexicon = |i: &usize| newsroom.lexicon.per_million(&spellings[*i].text) > 0.0;
    let mut words = (0..spellings.len()).filter(in_lexicon);
    match (words.next(), words.next()) {
        (Some(word), None) => (word, Because::Lexicon),
        _ => (first, Because::First),
    }
}
