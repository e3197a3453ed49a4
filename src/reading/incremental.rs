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
use super::pieces::Pieces;
use super::quotation::{self, Reach};
use super::reader::Reader;
use super::shared_block::SharedBlock;
use super::time::{self, TimeMention};
use super::variants::{self, Searched, Variants};
use super::vocabulary::{Vocabulary, WordId};
use super::word_index::WordIndex;
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
    /// Where words stand; nothing before the article is read for the second time.
    index: Option<Arc<WordIndex>>,
    /// Whether the article was read before.
    is_read: bool,
    /// What was read of the blocks, once more, for readings and snapshots to share.
    shared: Pieces<SharedBlock>,
    mentions: Arc<Vec<Mention>>,
    times: Arc<Vec<TimeMention>>,
}

/// A block with what was read of it.
#[derive(Debug)]
struct BlockState {
    block: Block,
    shared: SharedBlock,
}

/// What the article says of something anywhere that it did not say before, or says no more.
struct Delta {
    /// Who is named or not, or has a namesake or not.
    named: FxHashSet<ActorRef>,
    /// Whether it speaks of other countries now.
    is_abroad: bool,
}

impl Delta {
    /// Whether nothing is said otherwise.
    fn is_empty(&self) -> bool {
        !self.is_abroad && self.named.is_empty()
    }

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
    pub blocks: Pieces<SharedBlock>,
    pub dateline: Dateline,
    pub mentions: Arc<Vec<Mention>>,
    pub times: Arc<Vec<TimeMention>>,
    pub variants: Vec<Arc<Variants>>,
    pub variant_words: FxHashSet<WordId>,
    pub index: Option<Arc<WordIndex>>,
}

impl AsRef<BlockReading> for BlockState {
    fn as_ref(&self) -> &BlockReading {
        &self.shared
    }
}

impl BlockState {
    fn view<'a>(&'a self, vocabulary: &'a Vocabulary) -> BlockView<'a> {
        self.shared.view(&self.block, vocabulary)
    }

    /// The countries and states that it speaks of.
    fn countries<'a>(&'a self, vocabulary: &'a Vocabulary) -> impl Iterator<Item = &'static str> + 'a {
        self.shared.words.iter().flatten().filter_map(|word| vocabulary.word(*word).country)
    }

    /// Who is named in it in a way that speaks for itself.
    fn sure_actors(&self) -> impl Iterator<Item = ActorRef> + '_ {
        self.shared.names.iter().filter_map(|name| Some(name.unambiguous?.actor))
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
        (self.said(variants, &changes), changes)
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
        self.update_index(&old, &changes, vocabulary);
        let dateline = Dateline::find(article, document, &self.blocks, vocabulary, hints);
        // Where the day is from matters to rules, too
        let is_other_day = (dateline.date, dateline.source) != (self.dateline.date, self.dateline.source);
        self.dateline = dateline;
        let turned = self.sum_up(&old, &changes, vocabulary);
        let touches = |name: &NameUse| is_other_day || turned.touches(name, newsroom);
        let may_touch = is_other_day || !turned.is_empty();
        self.resolve_mentions(&old, &mut changes, may_touch.then_some(touches), vocabulary, newsroom);
        self.resolve_next(&mut changes);
        self.resolve_quotations(&mut changes);
        self.resolve_times(is_other_day, &mut changes);
        // Where nothing was known before it does not matter what has changed
        let is_first = changes.read.len() == self.blocks.len() && old.is_empty();
        let changed = changes.blocks().filter(|_| !is_first).map(|number| &self.blocks[number]);
        let words = old.iter().chain(changed).flat_map(|known| known.shared.words.iter().flatten().copied());
        let moved = words.collect();
        let index = self.index.as_deref();
        let searched = Searched { article, blocks: &self.blocks, index, vocabulary };
        let variants = self.names.variants(&searched, &moved, &changes, newsroom);
        (variants, changes)
    }

    /// Brings the index of words up to date, or makes it where the article was read before.
    fn update_index(&mut self, old: &[BlockState], changes: &Changes, vocabulary: &Vocabulary) {
        let blocks = &self.blocks;
        if let Some(index) = self.index.as_mut().and_then(Arc::get_mut) {
            index.update(old, blocks, changes, vocabulary);
        } else if self.is_read {
            let mut index = WordIndex::default();
            index.update(&[] as &[BlockState], blocks, &Changes::all(blocks.len()), vocabulary);
            self.index = Some(Arc::new(index));
        }
        self.is_read = true;
    }

    /// What the article says, with the numbers that blocks have now.
    fn said(&mut self, variants: Vec<Arc<Variants>>, changes: &Changes) -> ArticleFacts {
        self.share(changes);
        ArticleFacts {
            blocks: self.shared.clone(),
            dateline: self.dateline.clone(),
            mentions: self.mentions.clone(),
            times: self.times.clone(),
            variants,
            variant_words: self.names.words().collect(),
            index: self.index.clone(),
        }
    }

    /// Brings what readings share up to date.
    fn share(&mut self, changes: &Changes) {
        let (blocks, read) = (&self.blocks, changes.read.clone());
        let replaced = read.start..read.start + changes.replaced;
        self.shared.splice(replaced.clone(), blocks[read.clone()].iter().map(|known| known.shared.clone()));
        for &number in &changes.resolved {
            self.shared.set(number, blocks[number].shared.clone());
        }
        let (mentions, times) = (Arc::make_mut(&mut self.mentions), Arc::make_mut(&mut self.times));
        let shared = |number: usize| &blocks[number].shared;
        if changes.resolved.len() > MAX_IN_PLACE {
            let all = || blocks.iter().enumerate();
            *mentions = all().flat_map(|(number, known)| known.shared.mentions(number)).collect();
            *times = all().flat_map(|(number, known)| known.shared.times(number)).collect();
            return;
        }
        let new = read.clone().flat_map(|number| shared(number).mentions(number));
        replace_in(mentions, replaced.clone(), new, |mention| &mut mention.block, changes);
        let new = read.flat_map(|number| shared(number).times(number));
        replace_in(times, replaced, new, |time| &mut time.block, changes);
        let in_place = Changes { read: 0..0, replaced: 0, resolved: Vec::new() };
        for &number in &changes.resolved {
            let (block, one) = (&blocks[number].shared, number..number + 1);
            replace_in(
                mentions,
                one.clone(),
                block.mentions(number),
                |mention| &mut mention.block,
                &in_place,
            );
            replace_in(times, one, block.times(number), |time| &mut time.block, &in_place);
        }
    }

    /// Like [`ReadingState::said`], without leaving it here too.
    fn into_said(self, variants: Vec<Arc<Variants>>) -> ArticleFacts {
        let variant_words = self.names.words().collect();
        let resolved = || self.blocks.iter().map(|known| &known.shared.resolved);
        let mut mentions = Vec::with_capacity(resolved().map(|known| known.mentions.len()).sum());
        let mut times = Vec::with_capacity(resolved().map(|known| known.times.len()).sum());
        let shared = self.blocks.into_iter().enumerate().map(|(block, known)| {
            let mut shared = known.shared;
            let resolved = shared.resolved_mut();
            let (here, then) = (std::mem::take(&mut resolved.mentions), std::mem::take(&mut resolved.times));
            mentions.extend(here.into_iter().map(|mention| Mention { block, ..mention }));
            times.extend(then.into_iter().map(|time| TimeMention { block, ..time }));
            shared
        });
        let blocks = shared.collect();
        ArticleFacts {
            blocks,
            dateline: self.dateline,
            mentions: Arc::new(mentions),
            times: Arc::new(times),
            variants,
            variant_words,
            index: None,
        }
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
            shared: SharedBlock::new(reader.read_block(block)),
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
            for namesake in &known.shared.namesakes {
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

    /// Settles who is meant in new blocks, and in those with a name that what has changed `touches`, if it may touch any.
    fn resolve_mentions(
        &mut self,
        old: &[BlockState],
        changes: &mut Changes,
        touches: Option<impl Fn(&NameUse) -> bool>,
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
            let all = variants::uses_of(known.view(vocabulary), &known.shared.resolved.mentions, newsroom);
            if is_first {
                all.for_each(|one| names.add(one));
            } else {
                all.for_each(|one| {
                    uses.change(one, by);
                });
            }
        };
        old.iter().for_each(|known| count(known, -1));
        let all = if touches.is_some() { 0..blocks.len() } else { changes.read.clone() };
        for number in all {
            let (is_new, known) = (changes.read.contains(&number), &mut blocks[number]);
            if !is_new && !touches.as_ref().is_some_and(|touches| known.shared.names.iter().any(touches)) {
                continue;
            }
            let mentions = actors::resolve(&known.view(vocabulary), &known.shared.names, whole);
            if !is_new {
                if mentions == known.shared.resolved.mentions {
                    continue;
                }
                count(known, -1);
                changes.resolved.push(number);
            }
            known.shared.resolved_mut().mentions = mentions;
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

    /// Matches quotation marks over the paragraphs, near those that have changed.
    fn resolve_quotations(&mut self, changes: &mut Changes) {
        let kinds = |number: usize| self.blocks[number].block.kind;
        let Reach { looked_at, changed } = Reach::of(changes.read.clone(), self.blocks.len(), kinds);
        let start = looked_at.start;
        let marks = self.blocks[looked_at].iter().map(|known| (known.block.kind, &known.shared.quotations));
        let around = quotation::resolve(marks);
        let told: FxHashSet<usize> = changes.resolved.iter().copied().collect();
        for number in changed {
            let (around, known) = (&around[number - start], &mut self.blocks[number].shared);
            if known.resolved.around == *around {
                continue;
            }
            known.resolved_mut().around = around.clone();
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
            let known = &mut self.blocks[number].shared;
            let mut times = Vec::new();
            time::resolve_all(0, &known.times, self.dateline.date, &mut times);
            known.resolved_mut().times = times;
        }
    }
}

/// Maximum number of blocks that say something else now whose mentions are replaced one after the other.
const MAX_IN_PLACE: usize = 64;

/// Puts things of the blocks that are new in the place of those of old ones, in a list of things of all blocks.
fn replace_in<T>(
    all: &mut Vec<T>,
    old: Range<usize>,
    new: impl Iterator<Item = T>,
    block_of: impl Fn(&mut T) -> &mut usize,
    changes: &Changes,
) {
    let mut before = |block: usize| {
        let (mut least, mut most) = (0, all.len());
        while least < most {
            let middle = (least + most) / 2;
            match *block_of(&mut all[middle]) < block {
                true => least = middle + 1,
                false => most = middle,
            }
        }
        least
    };
    let (start, end) = (before(old.start), before(old.end));
    if changes.moves_blocks() {
        for block in all[end..].iter_mut().map(&block_of) {
            *block = changes.renumber(*block);
        }
    }
    all.splice(start..end, new);
}
