//! What is remembered of an article between two readings, so that a keystroke costs little.
//!
//! An article is a sum of blocks. Whatever the article as a whole settles (who is meant, which spellings
//! are one name) hangs on facts that each block states by itself, counted in a [`Counter`] or an index. When
//! blocks change, their old facts are taken away and the new ones added; sums know no order, so what was
//! typed letter by letter reads like what was opened at once. Then only that is resolved again which one of
//! the changed sums touches.
//!
//! A new fact takes part like this: a function of one block finds it; a sum over blocks holds it; what
//! hangs on it is resolved again where its count went from none to some, or back. Rules have a simpler way,
//! see [`crate::rules::Check::Facts`].

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::actors::{self, ArticleContext, Mention, Surnames};
use super::block::BlockReading;
use super::block_view::BlockView;
use super::changes::Changes;
use super::counter::Counter;
use super::dateline::{DateHints, Dateline};
use super::name_use::NameUse;
use super::namesakes::Namesake;
use super::quotation::{self, Neighbours};
use super::reader::Reader;
use super::time::{self, TimeMention};
use super::variants::{self, Variants};
use super::vocabulary::Vocabulary;
use crate::newsroom::{ActorRef, Kind, NameRef, Newsroom};
use crate::text::{Article, Block};

/// What is remembered of one article. It belongs to the reader that made it; another one starts anew.
#[derive(Debug, Default)]
pub struct ReadingState {
    reader: Option<Arc<()>>,
    blocks: Vec<BlockState>,
    /// Who is named in a way that speaks for itself.
    named: Counter<ActorRef>,
    /// Who has a namesake who has to be introduced.
    namesakes: Counter<Namesake>,
    /// The countries and states that the article speaks of.
    countries: Counter<&'static str>,
    names: variants::KnownVariants,
    dateline: Dateline,
}

/// A block with what the article has resolved of it. Numbers of blocks in it mean nothing.
#[derive(Debug)]
struct BlockState {
    block: Block,
    reading: Arc<BlockReading>,
    mentions: Vec<Mention>,
    times: Vec<TimeMention>,
    around: Neighbours,
}

/// What the article says of something anywhere that it did not say before, or says no more.
struct Delta {
    /// Who is named or not, or has a namesake or not.
    named: FxHashSet<ActorRef>,
    /// Whether it speaks of other countries now.
    is_abroad: bool,
}

impl Delta {
    /// Whether that may settle whom a name means.
    fn touches(&self, name: &NameUse, newsroom: &Newsroom) -> bool {
        let has_home = |name: &NameRef| {
            let actor = newsroom.actor(name.actor);
            actor.home.is_some() || (actor.within.is_some() && !name.alone)
        };
        // Of a surname it matters who else of that surname is named
        let is_surname = |name: &NameRef| newsroom.actor(name.actor).kind == Kind::Person;
        ((self.is_abroad || !self.named.is_empty()) && name.names.iter().any(has_home))
            || (!self.named.is_empty() && name.tokens.count() == 1 && name.names.iter().any(is_surname))
            || (!self.named.is_empty() && name.names.iter().any(|name| self.named.contains(&name.actor)))
    }
}

/// What an article says, without the article.
pub(super) struct ArticleFacts {
    pub blocks: Vec<Arc<BlockReading>>,
    pub around: Vec<Neighbours>,
    pub dateline: Dateline,
    pub mentions: Vec<Mention>,
    pub times: Vec<TimeMention>,
    pub variants: Vec<Arc<Variants>>,
}

impl AsRef<BlockReading> for BlockState {
    fn as_ref(&self) -> &BlockReading {
        &self.reading
    }
}

impl BlockState {
    fn view<'a>(&'a self, vocabulary: &'a Vocabulary) -> BlockView<'a> {
        self.reading.view(&self.block, vocabulary)
    }

    /// The countries and states that it speaks of.
    fn countries<'a>(&'a self, vocabulary: &'a Vocabulary) -> impl Iterator<Item = &'static str> + 'a {
        self.reading.words.iter().flatten().filter_map(|word| vocabulary.word(*word).country)
    }

    /// Who is named in it in a way that speaks for itself.
    fn sure_actors(&self) -> impl Iterator<Item = ActorRef> + '_ {
        self.reading.names.iter().filter_map(|name| Some(name.unambiguous?.actor))
    }
}

impl ReadingState {
    /// Whether it is a reader's own.
    pub fn is_of(&self, reader: &Reader) -> bool {
        self.reader.as_ref().is_some_and(|own| Arc::ptr_eq(own, &reader.identity))
    }

    /// Reads an article that may be the remembered one after a change.
    pub(super) fn read(
        &mut self,
        article: &Article,
        document: &str,
        reader: &mut Reader,
        hints: DateHints,
    ) -> (ArticleFacts, Changes) {
        let (variants, changes) = self.update(article, document, reader, hints);
        (self.said(variants), changes)
    }

    /// Reads an article of which nothing is to be remembered.
    pub(super) fn read_once(
        article: &Article,
        document: &str,
        reader: &mut Reader,
        hints: DateHints,
    ) -> ArticleFacts {
        let mut state = ReadingState::default();
        let (variants, _) = state.update(article, document, reader, hints);
        state.into_said(variants)
    }

    fn update(
        &mut self,
        article: &Article,
        document: &str,
        reader: &mut Reader,
        hints: DateHints,
    ) -> (Vec<Arc<Variants>>, Changes) {
        if !self.is_of(reader) {
            *self = ReadingState { reader: Some(reader.identity.clone()), ..ReadingState::default() };
        }
        let (read, old) = self.replace(article, reader);
        let (newsroom, vocabulary) = (&*reader.newsroom, &reader.vocabulary);
        let mut changes = Changes { read, replaced: old.len(), resolved: Vec::new() };
        let dateline = Dateline::find(article, document, &self.blocks, vocabulary, hints);
        // Where the day is from matters to rules, too
        let is_other_day = (dateline.date, dateline.source) != (self.dateline.date, self.dateline.source);
        self.dateline = dateline;
        let turned = self.sum_up(&old, &changes, vocabulary);
        let touches = |name: &NameUse| is_other_day || turned.touches(name, newsroom);
        self.resolve_mentions(&old, &mut changes, touches, vocabulary, newsroom);
        self.resolve_next(&mut changes);
        self.resolve_quotations(article, &mut changes);
        self.resolve_times(is_other_day, &mut changes);
        // Where nothing was known before it does not matter what has changed
        let is_first = changes.read.len() == self.blocks.len() && old.is_empty();
        let changed = changes.blocks().filter(|_| !is_first).map(|number| &self.blocks[number]);
        let words = old.iter().chain(changed).flat_map(|known| known.reading.words.iter().flatten().copied());
        let moved = words.collect();
        let variants = self.names.variants(article, &self.blocks, &moved, &changes, vocabulary, newsroom);
        (variants, changes)
    }

    /// What is resolved, block after block, with the numbers that blocks have now.
    fn said(&self, variants: Vec<Arc<Variants>>) -> ArticleFacts {
        let numbered = || self.blocks.iter().enumerate();
        let mentions = numbered().flat_map(|(block, known)| {
            known.mentions.iter().map(move |mention| Mention { block, ..mention.clone() })
        });
        let times = numbered().flat_map(|(block, known)| {
            known.times.iter().map(move |time| TimeMention { block, ..time.clone() })
        });
        ArticleFacts {
            blocks: self.blocks.iter().map(|known| known.reading.clone()).collect(),
            around: self.blocks.iter().map(|known| known.around.clone()).collect(),
            dateline: self.dateline.clone(),
            mentions: mentions.collect(),
            times: times.collect(),
            variants,
        }
    }

    /// Like [`ReadingState::said`], without leaving it here too.
    fn into_said(self, variants: Vec<Arc<Variants>>) -> ArticleFacts {
        let mut said = ArticleFacts {
            blocks: Vec::with_capacity(self.blocks.len()),
            around: Vec::with_capacity(self.blocks.len()),
            dateline: self.dateline,
            mentions: Vec::with_capacity(self.blocks.iter().map(|known| known.mentions.len()).sum()),
            times: Vec::with_capacity(self.blocks.iter().map(|known| known.times.len()).sum()),
            variants,
        };
        for (block, known) in self.blocks.into_iter().enumerate() {
            said.blocks.push(known.reading);
            said.around.push(known.around);
            said.mentions.extend(known.mentions.into_iter().map(|mention| Mention { block, ..mention }));
            said.times.extend(known.times.into_iter().map(|time| TimeMention { block, ..time }));
        }
        said
    }

    /// Puts new blocks in the place of those that are gone, and returns where they are and what was there.
    fn replace(&mut self, article: &Article, reader: &mut Reader) -> (Range<usize>, Vec<BlockState>) {
        let same = |(known, block): &(&BlockState, &Block)| known.block.shares_prose(block);
        let ahead = self.blocks.iter().zip(&article.blocks).take_while(same).count();
        let rest = (&self.blocks[ahead..], &article.blocks[ahead..]);
        let behind = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(same).count();
        let read = ahead..article.blocks.len() - behind;
        let new = article.blocks[read.clone()].iter().map(|block| BlockState {
            block: block.clone(),
            reading: Arc::new(reader.read_block(block)),
            mentions: Vec::new(),
            times: Vec::new(),
            around: Neighbours::default(),
        });
        let old = self.blocks.splice(ahead..self.blocks.len() - behind, new).collect();
        (read, old)
    }

    /// Takes the facts of old blocks out of the sums and adds those of the new ones.
    fn sum_up(&mut self, old: &[BlockState], changes: &Changes, vocabulary: &Vocabulary) -> Delta {
        let (mut named, mut namesakes, mut countries) =
            (Counter::default(), Counter::default(), Counter::default());
        let new = &self.blocks[changes.read.clone()];
        for (known, by) in old.iter().map(|known| (known, -1)).chain(new.iter().map(|known| (known, 1))) {
            for actor in known.sure_actors() {
                named.change(actor, by);
            }
            for namesake in &known.reading.namesakes {
                namesakes.change(*namesake, by);
            }
            for country in known.countries(vocabulary) {
                countries.change(country, by);
            }
        }
        let turned = named.into_counts().filter(|&(actor, by)| self.named.change(actor, by).is_some());
        let mut named: FxHashSet<ActorRef> = turned.map(|(actor, _)| actor).collect();
        let turned =
            namesakes.into_counts().filter(|&(namesake, by)| self.namesakes.change(namesake, by).is_some());
        named.extend(turned.map(|((actor, _), _)| actor));
        let turned = countries.into_counts().filter(|&(code, by)| self.countries.change(code, by).is_some());
        Delta { named, is_abroad: turned.count() > 0 }
    }

    /// Settles who is meant in new blocks, and in those with a name that what has changed `touches`.
    fn resolve_mentions(
        &mut self,
        old: &[BlockState],
        changes: &mut Changes,
        touches: impl Fn(&NameUse) -> bool,
        vocabulary: &Vocabulary,
        newsroom: &Newsroom,
    ) {
        let ReadingState { named, namesakes, countries, dateline, blocks, names, .. } = self;
        let surnames = &Surnames::default();
        let whole = ArticleContext { newsroom, named, namesakes, surnames, countries, day: dateline.date };
        // Uses that are gone and come again cancel out; where all are new, none do
        let is_first = changes.read == (0..blocks.len()) && old.is_empty();
        let mut uses = Counter::default();
        let mut count = |known: &BlockState, by: i32| {
            let all = variants::uses_of(known.view(vocabulary), &known.mentions, newsroom);
            if is_first {
                all.for_each(|one| names.add(one));
            } else {
                all.for_each(|one| {
                    uses.change(one, by);
                });
            }
        };
        old.iter().for_each(|known| count(known, -1));
        for (number, known) in blocks.iter_mut().enumerate() {
            let is_new = changes.read.contains(&number);
            if !is_new && !known.reading.names.iter().any(&touches) {
                continue;
            }
            let mentions = actors::resolve(&known.view(vocabulary), &known.reading.names, whole);
            if !is_new {
                if mentions == known.mentions {
                    continue;
                }
                count(known, -1);
                changes.resolved.push(number);
            }
            known.mentions = mentions;
            count(known, 1);
        }
        names.change(uses);
    }

    /// The block behind those that are new: what is told before it (a year of another time) is part of what it says.
    fn resolve_next(&self, changes: &mut Changes) {
        let next = changes.read.end;
        let is_touched = !changes.read.is_empty() || changes.replaced > 0;
        if is_touched && next < self.blocks.len() && !changes.resolved.contains(&next) {
            changes.resolved.push(next);
        }
    }

    /// Matches quotation marks over the paragraphs.
    fn resolve_quotations(&mut self, article: &Article, changes: &mut Changes) {
        let kinds = article.blocks.iter().map(|block| block.kind);
        let quotations = self.blocks.iter().map(|known| &known.reading.quotations);
        let around = quotation::resolve(kinds.zip(quotations));
        let told: FxHashSet<usize> = changes.resolved.iter().copied().collect();
        for (number, (known, around)) in self.blocks.iter_mut().zip(around).enumerate() {
            if known.around == around {
                continue;
            }
            known.around = around;
            if !changes.read.contains(&number) && !told.contains(&number) {
                changes.resolved.push(number);
            }
        }
    }

    fn resolve_times(&mut self, is_other_day: bool, changes: &mut Changes) {
        if is_other_day {
            changes.resolved = (0..self.blocks.len()).filter(|block| !changes.read.contains(block)).collect();
        }
        for number in changes.blocks() {
            let known = &mut self.blocks[number];
            known.times.clear();
            time::resolve_all(0, &known.reading.times, self.dateline.date, &mut known.times);
        }
    }
}
