//! Who is meant: from names that may be an actor to mentions that are one.
//!
//! A full name, and a short one that means only one actor in all news, speak for themselves. Any other
//! short name is a mention if the article gives the full name too, or a title that the actor has held.
//! What stays open is no mention: silence is better than a stranger's card.

use rustc_hash::FxHashSet;

use super::block::{BlockReading, BlockView};
use super::names::NameUse;
use super::vocabulary::Vocabulary;
use crate::newsroom::{ActorRef, Kind, NameRef, Newsroom};
use crate::text::{Article, Span};

/// A span of the article that refers to an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Which block of the article.
    pub block: usize,
    /// The name in the block's prose, without anything joined to it.
    pub span: Span,
    /// The tokens of the name, half-open.
    pub tokens: (u32, u32),
    /// Who is meant.
    pub actor: ActorRef,
    /// Which of [`Actor::names`](crate::newsroom::Actor::names), or of [`Actor::latin`](crate::newsroom::Actor::latin) if `latin`.
    pub form: u8,
    /// Whether the name is in Latin letters.
    pub latin: bool,
}

/// The mentions of an article, in order.
pub(super) fn settle(
    article: &Article,
    readings: &[impl AsRef<BlockReading>],
    vocabulary: &Vocabulary,
    newsroom: &Newsroom,
) -> Vec<Mention> {
    let mut settling = Settling { newsroom, named: FxHashSet::default() };
    let uses = || {
        article.blocks.iter().zip(readings).enumerate().flat_map(|(number, (block, reading))| {
            let reading = reading.as_ref();
            let view = BlockView { block, words: &reading.words, vocabulary };
            reading.names.iter().map(move |name| (number, view, name))
        })
    };
    let mut settled: Vec<Option<NameRef>> = Vec::new();
    for (_, view, name) in uses() {
        let found = settling.by_itself(&view, name);
        settling.named.extend(found.map(|name| name.actor));
        settled.push(found);
    }
    let mention = |((block, view, name), by_itself): ((usize, BlockView<'_>, &NameUse), Option<NameRef>)| {
        let found = by_itself.or_else(|| settling.by_context(&view, name))?;
        let tokens = (name.tokens.start, name.tokens.end);
        Some(Mention {
            block,
            span: name.span,
            tokens,
            actor: found.actor,
            form: found.form,
            latin: name.latin,
        })
    };
    uses().zip(settled).filter_map(mention).collect()
}

struct Settling<'n> {
    newsroom: &'n Newsroom,
    /// Who is named in a way that speaks for itself.
    named: FxHashSet<ActorRef>,
}

impl Settling<'_> {
    /// The one actor that the name means wherever it stands.
    fn by_itself(&self, view: &BlockView<'_>, name: &NameUse) -> Option<NameRef> {
        let mut sure = name.names.iter().filter(|n| n.alone);
        let found = *sure.next()?;
        if sure.any(|other| other.actor != found.actor) || self.is_part_of_a_strangers_name(view, name, found)
        {
            return None;
        }
        Some(found)
    }

    /// The one actor that the name means because of a title before it, or of a full name elsewhere.
    fn by_context(&self, view: &BlockView<'_>, name: &NameUse) -> Option<NameRef> {
        let only = |mut fitting: Vec<NameRef>| {
            fitting.dedup_by_key(|name| name.actor);
            (fitting.len() == 1).then(|| fitting[0])
        };
        let titled: Vec<_> =
            name.names.iter().copied().filter(|n| self.has_title_before(view, name, n.actor)).collect();
        let found = only(titled).or_else(|| {
            only(name.names.iter().copied().filter(|n| self.named.contains(&n.actor)).collect())
        })?;
        (!self.is_part_of_a_strangers_name(view, name, found)).then_some(found)
    }

    /// Whether the word before the name is the last word of a title that the actor has held.
    fn has_title_before(&self, view: &BlockView<'_>, name: &NameUse, actor: ActorRef) -> bool {
        let Some(before) = view.word_before(name.tokens.start as usize) else {
            return false;
        };
        let roles = &self.newsroom.actor(actor).roles;
        roles.iter().any(|role| role.title.rsplit(' ').next() == Some(&*before.text))
    }

    /// Whether a one-word name of a person is the surname of somebody else: नीरव मोदी, इवांका ट्रंप.
    ///
    /// So it is after a word that begins other people's names, or after one that Hindi hardly knows.
    fn is_part_of_a_strangers_name(&self, view: &BlockView<'_>, name: &NameUse, found: NameRef) -> bool {
        if name.tokens.len() > 1 || self.newsroom.actor(found.actor).kind != Kind::Person {
            return false;
        }
        let Some(before) = view.word_before(name.tokens.start as usize) else {
            return false;
        };
        if before.script != view.word(name.tokens.start as usize).map_or(before.script, |word| word.script) {
            return false;
        }
        let begins_names = before.names.as_ref().is_some_and(|names| !names.on.is_empty());
        let is_name_itself = before.names.as_ref().is_some_and(|names| names.here.iter().any(|n| n.alone));
        (begins_names && !is_name_itself) || before.per_million < STRANGER_PER_MILLION
    }
}

/// A word rarer than this before a surname is taken for a first name.
const STRANGER_PER_MILLION: f32 = 4.0;
