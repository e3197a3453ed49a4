//! How words are used: all that may decide whether two of them are one name, apart from the words themselves.
//!
//! A use is a fact of one block. Facts of all blocks are summed up in the [`Index`](super::index::Index),
//! from which those of a changed block are taken again. So whatever the decision in [`super::same`] looks at
//! must be part of a [`Use`]; where in the block it stands is not, or typing would change all uses behind.

use super::super::actors::Mention;
use super::super::block_view::BlockView;
use super::super::counter::Counter;
use super::super::vocabulary::WordId;
use crate::newsroom::{Actor, ActorRef, Kind, Newsroom};

/// One use of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Use {
    /// The word.
    pub word: WordId,
    /// The word right before it, if that is in Devanagari.
    pub before: Option<WordId>,
    /// The word right after it, if that is in Devanagari.
    pub next: Option<WordId>,
    /// The word after the next word or mark, if that is in Devanagari: मॉस्को in मास्को (मॉस्को).
    pub beyond: Option<WordId>,
    /// What it spells in the name of an actor.
    pub name: Option<NameWord>,
}

/// A word of the preferred name of an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameWord {
    /// Whose name.
    pub actor: ActorRef,
    /// The first of its names with that word.
    form: u8,
    /// Which word of the name.
    number: u8,
    /// What sort of name it is part of.
    pub part: Part,
}

/// What a word is in the name that it is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The first name of a person whose surname follows.
    FirstName,
    /// Another word of a person's name.
    OfPerson,
    /// A word of the name of something else.
    OfOther,
}

/// All uses of a word in an article.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    /// How many.
    pub count: i32,
    /// The words right before it.
    pub before: Counter<WordId>,
    /// The words right after it.
    pub next: Counter<Option<WordId>>,
    /// The words after the next word or mark.
    pub beyond: Counter<WordId>,
    /// What it spells.
    pub names: Counter<NameWord>,
}

/// The uses of the words of a block, as far as they are compared: those of Hindi.
pub fn of_block<'a>(
    view: BlockView<'a>,
    mentions: &[Mention],
    newsroom: &Newsroom,
) -> impl Iterator<Item = Use> + use<'a> {
    let tokens = &view.block.tokens;
    let mut names = vec![None; if mentions.is_empty() { 0 } else { tokens.len() }];
    for mention in mentions.iter().filter(|mention| !mention.latin) {
        for (token, name) in spelt(&view, mention, newsroom.actor(mention.actor)) {
            names[token] = Some(name);
        }
    }
    let sentences = view.block.sentences.iter().cloned();
    let hindi = sentences.filter(move |sentence| !view.is_other_language(sentence.clone()));
    hindi.flatten().filter_map(move |at| {
        let word = view.words[at]?;
        view.vocabulary.word(word).sound.as_ref()?;
        let beside =
            |at: usize| tokens.get(at).filter(|token| token.is_devanagari()).and_then(|_| view.words[at]);
        let before = at.checked_sub(1).and_then(beside);
        let name = names.get(at).copied().flatten();
        Some(Use { word, before, next: beside(at + 1), beyond: beside(at + 2), name })
    })
}

/// The tokens of a mention with the words of the preferred name that they spell, where both are as many.
fn spelt(view: &BlockView<'_>, mention: &Mention, actor: &Actor) -> Vec<(usize, NameWord)> {
    let Some(name) = actor.names.get(mention.form as usize) else { return Vec::new() };
    let words: Vec<&str> = words_of(&name.text).collect();
    // A place of several words has a word of its own for every part: दिल्ली in नई दिल्ली is no name of that city
    let parts_are_names = actor.kind == Kind::Person || words.len() == 1;
    let tokens = &view.block.tokens;
    let spelt = mention.tokens.range().filter(|&at| tokens[at].is_word());
    if spelt.clone().count() != words.len() || !parts_are_names {
        return Vec::new();
    }
    spelt.zip(words).filter_map(|(at, word)| Some((at, NameWord::of(mention.actor, actor, word)?))).collect()
}

impl NameWord {
    /// The word where the names of an actor first have it.
    fn of(id: ActorRef, actor: &Actor, word: &str) -> Option<NameWord> {
        actor.names.iter().enumerate().find_map(|(form, name)| {
            let number = words_of(&name.text).position(|other| other == word)?;
            let part = match actor.kind {
                Kind::Person if number == 0 && name.text.contains(' ') => Part::FirstName,
                Kind::Person => Part::OfPerson,
                _ => Part::OfOther,
            };
            Some(NameWord { actor: id, form: form as u8, number: number as u8, part })
        })
    }

    /// The word as it is preferred.
    pub fn text(self, newsroom: &Newsroom) -> &str {
        let name = newsroom.actor(self.actor).names.get(self.form as usize);
        name.and_then(|name| words_of(&name.text).nth(self.number as usize)).unwrap_or_default()
    }
}

fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-'])
}
