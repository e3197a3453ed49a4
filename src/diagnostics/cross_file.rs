//! One name, one spelling, over all articles of a newsroom.
//!
//! Each article gives its names and rare words ([`ArticleNames`]); a [`CrossFileIndex`] adds them up, and what is read from
//! the sum as if it were one article says which of them are one name ([`CrossFileNames`]). Nothing of it depends on
//! the order in which articles are read, only on the order in which they are added.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::diagnostics::limit::limit_per_rule;
use crate::diagnostics::suppression::Suppressions;
use crate::diagnostics::{PlacedFinding, Snapshot};
use crate::newsroom::{Level, Newsroom, Severity};
use crate::reading::{Because, DateHints, Reader, Variants};
use crate::rules::{Applicability, Finding, Fix, MAX_RELATED, Message, Place, Rule, across};
use crate::text::{Article, Format, Span, Token, normal};

/// A word more common than this is one of the language, unless it is part of a name.
const RARE_PER_MILLION: f32 = 1.0;

/// A word more common than this after a rare one is no surname.
const SURNAME_PER_MILLION: f32 = 100.0;

/// So many other articles are named.
const MAX_NAMED: usize = 2;

/// The names and rare words of an article.
#[derive(Clone, Debug, Default)]
pub struct ArticleNames {
    /// Each with where it stands, in order.
    phrases: BTreeMap<Phrase, Vec<Place>>,
}

/// A name, or a rare word with the word after it that may be its surname.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Phrase {
    text: Box<str>,
    /// Whether all of its words count; else the first.
    is_name: bool,
}

impl ArticleNames {
    /// The facts of an article.
    pub fn of(snapshot: &Snapshot) -> ArticleNames {
        let comments = {
            let patterns = &snapshot.newsroom.config.patterns;
            Suppressions::of(&snapshot.text, snapshot.format, &snapshot.article, patterns)
        };
        let mut facts = ArticleNames::default();
        let mut add = |text: &str, is_name, block: usize, span| {
            if !comments.hides([across::CODE], snapshot.span(block, span)) {
                let phrase = Phrase { text: text.into(), is_name };
                facts.phrases.entry(phrase).or_default().push(Place { block, span });
            }
        };
        let mut mentions = snapshot.mentions.iter().peekable();
        for (number, block) in snapshot.article.blocks.iter().enumerate() {
            let mut at = 0;
            while at < block.tokens.len() {
                while mentions.next_if(|m| (m.block, m.tokens.start()) < (number, at)).is_some() {}
                let here = |m: &&crate::reading::Mention| (m.block, m.tokens.start()) == (number, at);
                if let Some(mention) = mentions.next_if(here) {
                    if !mention.latin {
                        add(mention.span.of(block.text()), true, number, mention.span);
                    }
                    at = mention.tokens.end().max(at + 1);
                    continue;
                }
                let per_million = |token: &Token| snapshot.newsroom.lexicon.per_million(block.word(*token));
                let token = &block.tokens[at];
                at += 1;
                if !token.is_devanagari() || per_million(token) > RARE_PER_MILLION {
                    continue;
                }
                let is_surname =
                    |next: &&Token| next.is_devanagari() && per_million(next) < SURNAME_PER_MILLION;
                let end =
                    block.tokens.get(at).filter(is_surname).map_or(token.span.end, |next| next.span.end);
                add(Span { end, ..token.span }.of(block.text()), false, number, token.span);
            }
        }
        facts
    }
}

/// What articles spell in different ways, by the configuration that they share.
pub type ByConfig = BTreeMap<Option<PathBuf>, CrossFileNames>;

/// Sums up, in the order in which articles are added.
#[derive(Default)]
pub struct Sums(BTreeMap<Option<PathBuf>, (CrossFileIndex, Arc<Newsroom>)>);

impl Sums {
    /// Adds an article.
    pub fn add(&mut self, config: Option<&Path>, newsroom: &Arc<Newsroom>, name: &str, facts: &ArticleNames) {
        let new = || (CrossFileIndex::default(), newsroom.clone());
        self.0.entry(config.map(Path::to_owned)).or_insert_with(new).0.add(name, facts);
    }

    /// What is spelt in different ways.
    pub fn resolve(self) -> ByConfig {
        self.0.into_iter().map(|(config, (sum, newsroom))| (config, sum.resolve(&newsroom))).collect()
    }
}

/// The facts of all articles of a newsroom, added up.
#[derive(Debug, Default)]
pub struct CrossFileIndex {
    /// The names of the articles, as they are told.
    articles: Vec<Box<str>>,
    /// Which articles have a phrase, by their numbers, and how often.
    phrases: BTreeMap<Phrase, Vec<(u32, u32)>>,
}

impl CrossFileIndex {
    /// Adds the facts of an article under the name by which findings call it.
    pub fn add(&mut self, name: &str, facts: &ArticleNames) {
        let number = self.articles.len() as u32;
        self.articles.push(name.into());
        for (phrase, places) in &facts.phrases {
            self.phrases.entry(phrase.clone()).or_default().push((number, places.len() as u32));
        }
    }

    /// What is spelt in more than one way.
    pub fn resolve(self, newsroom: &Arc<Newsroom>) -> CrossFileNames {
        let mut phrases: Vec<(Phrase, Vec<(u32, u32)>)> = self.phrases.into_iter().collect();
        // Names in full come first, as in articles: a short name is understood after them
        phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.text.matches(' ').count()));
        let document: String = phrases.iter().flat_map(|(phrase, _)| [&*phrase.text, "\n"]).collect();
        let article = Article::parse(&document, Format::Plain);
        let mut reader = Reader::new(newsroom.clone());
        let reading = reader.read(&article, &document, DateHints::default());
        let mut across = CrossFileNames { articles: self.articles, ..CrossFileNames::default() };
        if article.blocks.len() != phrases.len() {
            return across;
        }
        for variants in &reading.variants {
            across.enter(variants, &phrases, newsroom);
        }
        across
    }
}

/// The names that the articles of a newsroom spell in more than one way.
#[derive(Debug, Default, PartialEq)]
pub struct CrossFileNames {
    articles: Vec<Box<str>>,
    names: Vec<Name>,
    /// What the words of a phrase spell: numbers of `names` and of the spelling, and bytes of the phrase.
    by_phrase: FxHashMap<Phrase, Vec<(usize, usize, Span)>>,
}

#[derive(Debug, PartialEq)]
struct Name {
    spellings: Vec<Spelt>,
    kept: usize,
    because: Because,
}

/// A spelling and the articles that have it, by their numbers, with how often.
#[derive(Debug, PartialEq)]
struct Spelt {
    text: String,
    articles: BTreeMap<u32, u32>,
}

impl CrossFileNames {
    fn enter(&mut self, variants: &Variants, phrases: &[(Phrase, Vec<(u32, u32)>)], newsroom: &Newsroom) {
        let number = self.names.len();
        let mut uses = Vec::new();
        let mut spellings = Vec::new();
        for (at, spelling) in variants.spellings.iter().enumerate() {
            let mut articles: BTreeMap<u32, u32> = BTreeMap::new();
            for &Place { block, span } in &spelling.places {
                let (phrase, of) = &phrases[block];
                if phrase.is_name || span.start == 0 {
                    of.iter().for_each(|(article, count)| *articles.entry(*article).or_default() += count);
                    uses.push((phrase, (number, at, span)));
                }
            }
            spellings.push(Spelt { text: spelling.text.clone(), articles });
        }
        let used: Vec<usize> =
            (0..spellings.len()).filter(|&at| !spellings[at].articles.is_empty()).collect();
        let Some((kept, because)) = keep(variants, &spellings, &used, newsroom).filter(|_| used.len() > 1)
        else {
            return;
        };
        for (phrase, spells) in uses {
            self.by_phrase.entry(phrase.clone()).or_default().push(spells);
        }
        self.names.push(Name { spellings, kept, because });
    }

    /// Whether an article has a name that is spelt otherwise somewhere.
    pub fn concerns(&self, facts: &ArticleNames) -> bool {
        facts.phrases.keys().any(|phrase| self.by_phrase.contains_key(phrase))
    }

    /// What is found in an article that was added under a name, as it is now; see [`severity`].
    pub fn found(&self, name: &str, snapshot: &Snapshot, is_asked_for: bool) -> Vec<PlacedFinding> {
        let newsroom = &snapshot.newsroom;
        let Some(severity) = severity(newsroom, is_asked_for) else { return Vec::new() };
        let place = |finding: Finding| {
            let span = snapshot.span(finding.place.block, finding.place.span);
            PlacedFinding::new(span, severity, Arc::new(finding))
        };
        let mut found: Vec<PlacedFinding> =
            self.findings(name, &ArticleNames::of(snapshot)).map(place).collect();
        let is_ignored = |found: &PlacedFinding| {
            let words = found.span.of(&snapshot.text);
            newsroom.ignored.iter().any(|ignored| ignored.covers(across::CODE, words))
        };
        // What is marked for its spelling already is not marked again
        let is_marked = |found: &PlacedFinding| {
            let spelling = snapshot.found.iter().filter(|other| Rule::is_spelling(other.finding.rule));
            spelling.into_iter().any(|other| other.span.overlaps(found.span))
        };
        found.retain(|found| !is_ignored(found) && !is_marked(found));
        found.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        limit_per_rule(&mut found);
        found
    }

    fn findings<'a>(&'a self, here: &'a str, facts: &ArticleNames) -> impl Iterator<Item = Finding> + 'a {
        let mut places: BTreeMap<(usize, usize), Vec<Place>> = BTreeMap::new();
        for (phrase, at) in &facts.phrases {
            for &(number, spelling, inner) in self.by_phrase.get(phrase).into_iter().flatten() {
                let inside = |place: &Place| {
                    let start = place.span.start;
                    Place { span: Span { start: start + inner.start, end: start + inner.end }, ..*place }
                };
                places.entry((number, spelling)).or_default().extend(at.iter().map(inside));
            }
        }
        let kept: Vec<(usize, usize)> = places.keys().copied().collect();
        places.into_iter().filter_map(move |((number, spelling), mut places)| {
            let name = &self.names[number];
            // An article with both is marked for that already
            if spelling == name.kept || kept.contains(&(number, name.kept)) {
                return None;
            }
            places.sort_unstable();
            self.finding(here, name, spelling, &places)
        })
    }

    fn finding(&self, here: &str, name: &Name, spelling: usize, places: &[Place]) -> Option<Finding> {
        let (written, kept) = (&name.spellings[spelling].text, &name.spellings[name.kept]);
        let (first, rest) = places.split_first()?;
        let others = kept.articles.iter();
        let others = others.map(|(&article, &count)| (&*self.articles[article as usize], count));
        let others: Vec<(&str, u32)> = others.filter(|(article, _)| *article != here).collect();
        let again = Message::new("यहाँ भी", "here too");
        let title = Message::new(
            format!("पूरी ख़बर में “{}” लिखें", kept.text),
            format!("write “{}” in the whole article", kept.text),
        );
        let edits = places.iter().map(|place| (*place, kept.text.clone())).collect();
        let message = across::message(written, &kept.text, &others, MAX_NAMED, name.because);
        let mut finding = Finding::new(across::CODE, *first, message);
        finding.related =
            Arc::new(rest.iter().take(MAX_RELATED).map(|place| (*place, again.clone())).collect());
        finding.fixes = vec![Fix { title, applicability: Applicability::Suggested, edits }];
        Some(finding)
    }
}

/// The severity of the rule in a newsroom; `None` where it is off. Who asks for it gets hints where the
/// newsroom says nothing.
pub fn severity(newsroom: &Newsroom, is_asked_for: bool) -> Option<Severity> {
    match newsroom.config.level(across::CODE) {
        Some(level) => level.severity(),
        None => is_asked_for.then_some(Level::Hint).and_then(Level::severity),
    }
}

/// The spelling to keep and why: as in one article, with articles counted in place of words.
fn keep(
    variants: &Variants,
    spellings: &[Spelt],
    used: &[usize],
    newsroom: &Newsroom,
) -> Option<(usize, Because)> {
    if matches!(variants.because, Because::House | Because::OwnActors) && used.contains(&variants.kept) {
        return Some((variants.kept, variants.because));
    }
    let count = |at: usize| spellings[at].articles.len();
    let most = used.iter().map(|&at| count(at)).max()?;
    let leaders: Vec<usize> = used.iter().copied().filter(|&at| count(at) == most).collect();
    if let [only] = leaders[..] {
        return Some((only, Because::Majority));
    }
    let names = variants.actor.into_iter().flat_map(|actor| &newsroom.actor(actor).names);
    let looks: Vec<_> = names.flat_map(|name| name.text.split([' ', '-'])).map(normal::same_look).collect();
    let known = |at: &usize| looks.contains(&normal::same_look(&spellings[*at].text));
    if let Some(known) = leaders.iter().copied().find(known) {
        return Some((known, Because::Gazetteer));
    }
    let first = |at: &usize| (spellings[*at].articles.keys().next().copied(), spellings[*at].text.clone());
    leaders.into_iter().min_by_key(first).map(|at| (at, Because::First))
}
