//! Who is meant: from names that may be an actor to mentions that are one.
//!
//! A full name, and a short one that means only one actor in all news, speak for themselves. Any other
//! short name is a mention if the article gives the full name too, or a title that the actor has held.
//! What stays open is no mention: silence is better than a stranger's card.

use rustc_hash::FxHashSet;

use super::block::{BlockReading, BlockView};
use super::names::NameUse;
use super::vocabulary::{Vocabulary, Word};
use crate::newsroom::{ActorRef, Kind, NameRef, Newsroom};
use crate::text::{Article, Script, Span};

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

    /// Whether a one-word name of a person is part of somebody else's: नीरव मोदी, नितीश राणा.
    ///
    /// So it is after a word that begins other people's names, or after one that Hindi hardly knows; and a
    /// first name is, before a word that is no word of every day.
    fn is_part_of_a_strangers_name<'a>(&self, view: &BlockView<'a>, name: &NameUse, found: NameRef) -> bool {
        let actor = self.newsroom.actor(found.actor);
        if name.tokens.len() > 1 || actor.kind != Kind::Person {
            return false;
        }
        let (at, script) =
            (name.tokens.start as usize, if name.latin { Script::Latin } else { Script::Devanagari });
        let of_script = |word: Option<&'a Word>| word.filter(|word| word.script == script);
        let is_surname = of_script(view.word_before(at)).is_some_and(|before| {
            let begins_names = before.names.as_ref().is_some_and(|names| names.of_person);
            let is_name_itself =
                before.names.as_ref().is_some_and(|names| names.here.iter().any(|n| n.alone));
            (begins_names && !is_name_itself) || before.per_million < FIRST_NAME_PER_MILLION
        });
        let is_first_name = view.word(at).is_some_and(|word| {
            let first = actor.name().split(' ').next().unwrap_or_default();
            let form = actor.names.get(found.form as usize).map_or("", |name| name.text.as_str());
            !name.latin && (form == first || *word.text == *first)
        });
        let surname_follows =
            || of_script(view.word(at + 1)).is_some_and(|next| next.per_million < SURNAME_PER_MILLION);
        is_surname || (is_first_name && surname_follows())
    }
}

/// A word rarer than this before a surname is taken for a first name.
const FIRST_NAME_PER_MILLION: f32 = 4.0;

/// A word rarer than this after a first name is taken for a surname.
const SURNAME_PER_MILLION: f32 = 100.0;
