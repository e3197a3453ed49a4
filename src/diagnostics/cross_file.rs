//! One name, one spelling, over all articles of a newsroom.
//!
//! Each article gives its names and rare words ([`ArticleNames`]); a [`CrossFileIndex`] adds them up, and what is read from
//! the sum as if it were one article says which of them are one name ([`CrossFileNames`]). Nothing of it depends on
//! the order in which articles are read, only on the order in which they are added.

mod article_names;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

pub use self::article_names::ArticleNames;
use self::article_names::Phrase;
use crate::diagnostics::limit::limit_per_rule;
use crate::diagnostics::{PlacedFinding, Snapshot};
use crate::newsroom::{Level, Newsroom, Severity};
use crate::reading::{Because, DateHints, Reader, ReaderGuard, Variants};
use crate::rules::{Applicability, Finding, Fix, MAX_RELATED, Message, Place, Rule, across};
use crate::text::{Article, Format, Span, normal};

/// So many other articles are named.
const MAX_NAMED: usize = 2;

/// What articles spell in different ways, by the configuration that they share.
pub type ByConfig = BTreeMap<Option<PathBuf>, CrossFileNames>;

/// The articles that spell something otherwise than others, by their configuration and their numbers: of their names those
/// that are spelt in different ways.
pub type Concerned = BTreeMap<Option<PathBuf>, FxHashMap<u32, ArticleNames>>;

/// Sums up, in the order in which articles are added.
#[derive(Default)]
pub struct Sums(BTreeMap<Option<PathBuf>, (CrossFileIndex, Arc<Newsroom>)>);

impl Sums {
    /// Adds an article, and returns its number among those of its configuration.
    pub fn add(
        &mut self,
        config: Option<&Path>,
        newsroom: &Arc<Newsroom>,
        name: &str,
        names: &ArticleNames,
    ) -> u32 {
        let new = || (CrossFileIndex::default(), newsroom.clone());
        self.0.entry(config.map(Path::to_owned)).or_insert_with(new).0.add(name, names)
    }

    /// What is spelt in different ways, and where.
    pub fn resolve(self, readers: &mut ReaderGuard<'_>) -> (ByConfig, Concerned) {
        let (mut across, mut concerned) = (ByConfig::default(), Concerned::default());
        for (config, (sum, newsroom)) in self.0 {
            let (names, articles) = sum.resolve(readers.of(&newsroom));
            across.insert(config.clone(), names);
            concerned.insert(config, articles);
        }
        (across, concerned)
    }
}

/// Something for each of some phrases: first for rare words, then for names.
#[derive(Debug, PartialEq)]
struct ByPhrase<T>([FxHashMap<Box<str>, T>; 2]);

impl<T> Default for ByPhrase<T> {
    fn default() -> Self {
        ByPhrase([FxHashMap::default(), FxHashMap::default()])
    }
}

impl<T> ByPhrase<T> {
    fn get(&self, phrase: Phrase<'_>) -> Option<&T> {
        self.0[usize::from(phrase.is_name)].get(phrase.text)
    }

    fn get_or_insert(&mut self, phrase: Phrase<'_>, new: impl FnOnce() -> T) -> &mut T {
        let of_kind = &mut self.0[usize::from(phrase.is_name)];
        if !of_kind.contains_key(phrase.text) {
            of_kind.insert(phrase.text.into(), new());
        }
        of_kind.get_mut(phrase.text).expect("it is there")
    }
}

/// The names of all articles of a newsroom, added up.
#[derive(Debug, Default)]
pub struct CrossFileIndex {
    articles: Vec<Indexed>,
    /// The numbers of phrases, in the order in which they were met.
    numbers: ByPhrase<u32>,
    phrases: u32,
}

/// An article in the index.
#[derive(Debug)]
struct Indexed {
    /// What it is called in findings.
    name: Box<str>,
    uses: Box<[Use]>,
}

/// A phrase, by its number, and where it stands.
#[derive(Clone, Copy, Debug)]
struct Use {
    phrase: u32,
    block: u32,
    span: Span,
}

/// A phrase of any article, and its number.
struct Numbered<'a> {
    phrase: Phrase<'a>,
    number: u32,
}

/// For each phrase that is asked for the numbers of the articles that have it, in order, and how often.
type Occurrences = FxHashMap<u32, Vec<(u32, u32)>>;

impl CrossFileIndex {
    /// Adds the names of an article under the name by which findings call it, and returns its number.
    pub fn add(&mut self, name: &str, names: &ArticleNames) -> u32 {
        let uses = names.uses().map(|(phrase, Place { block, span })| {
            let number = *self.numbers.get_or_insert(phrase, || {
                self.phrases += 1;
                self.phrases - 1
            });
            Use { phrase: number, block: block as u32, span }
        });
        let uses = uses.collect();
        self.articles.push(Indexed { name: name.into(), uses });
        self.articles.len() as u32 - 1
    }

    /// What is spelt in more than one way, and the articles that have not the usual one. `reader` is one of the newsroom.
    pub fn resolve(self, reader: &mut Reader) -> (CrossFileNames, FxHashMap<u32, ArticleNames>) {
        let phrases = self.in_order();
        let document: String = phrases.iter().flat_map(|one| [one.phrase.text, "\n"]).collect();
        let article = Article::parse(&document, Format::Plain);
        let newsroom = reader.newsroom().clone();
        let reading = reader.read(&article, &document, DateHints::default());
        let name = |article: &Indexed| article.name.clone();
        let articles = self.articles.iter().map(name).collect();
        let mut across = CrossFileNames { articles, ..CrossFileNames::default() };
        if article.blocks.len() != phrases.len() {
            return (across, FxHashMap::default());
        }
        let occurrences = self.occurrences(&reading.variants, &phrases);
        for variants in &reading.variants {
            across.enter(variants, &phrases, &occurrences, &newsroom);
        }
        let concerned = self.concerned(&across, &phrases);
        (across, concerned)
    }

    /// All phrases, names in full first, as in articles: a short name is understood after them.
    fn in_order(&self) -> Vec<Numbered<'_>> {
        let of_kind = |is_name: bool| {
            let phrases = self.numbers.0[usize::from(is_name)].iter();
            phrases.map(move |(text, &number)| Numbered { phrase: Phrase { text, is_name }, number })
        };
        let mut phrases: Vec<Numbered<'_>> = of_kind(false).chain(of_kind(true)).collect();
        phrases.sort_by_cached_key(|one| {
            let Phrase { text, is_name } = one.phrase;
            (std::cmp::Reverse(text.matches(' ').count()), text, is_name)
        });
        phrases
    }

    /// Where the phrases stand that are spelt in more than one way.
    fn occurrences(&self, variants: &[Arc<Variants>], phrases: &[Numbered<'_>]) -> Occurrences {
        let mut is_asked_for = vec![false; phrases.len()];
        let spellings = variants.iter().flat_map(|variants| &variants.spellings);
        for place in spellings.flat_map(|spelling| &spelling.places) {
            is_asked_for[phrases[place.block].number as usize] = true;
        }
        let mut occurrences = Occurrences::default();
        for (article, indexed) in (0..).zip(&self.articles) {
            for one in indexed.uses.iter().filter(|one| is_asked_for[one.phrase as usize]) {
                let articles = occurrences.entry(one.phrase).or_default();
                match articles.last_mut().filter(|last| last.0 == article) {
                    Some((_, count)) => *count += 1,
                    None => articles.push((article, 1)),
                }
            }
        }
        occurrences
    }

    /// The articles that have a spelling which is not the one to keep, with what of their names is spelt in more than one way.
    fn concerned(&self, across: &CrossFileNames, phrases: &[Numbered<'_>]) -> FxHashMap<u32, ArticleNames> {
        // For each phrase by its number: the phrase, if it is in a name of several spellings, and whether it is to be changed
        let mut known = vec![None; phrases.len()];
        for one in phrases {
            if let Some(spelt) = across.by_phrase.get(one.phrase) {
                let is_other =
                    |&(name, spelling, _): &(usize, usize, Span)| across.names[name].kept != spelling;
                known[one.number as usize] = Some((one.phrase, spelt.iter().any(is_other)));
            }
        }
        let known = |one: &Use| known[one.phrase as usize];
        let is_concerned =
            |article: &Indexed| article.uses.iter().filter_map(known).any(|(_, is_other)| is_other);
        let names = |article: &Indexed| {
            let mut names = ArticleNames::default();
            for one in &article.uses {
                if let Some((phrase, _)) = known(one) {
                    names.push(phrase, Place { block: one.block as usize, span: one.span });
                }
            }
            names
        };
        let articles = (0..).zip(&self.articles).filter(|(_, article)| is_concerned(article));
        articles.map(|(number, article)| (number, names(article))).collect()
    }
}

/// The names that the articles of a newsroom spell in more than one way.
#[derive(Debug, Default, PartialEq)]
pub struct CrossFileNames {
    articles: Vec<Box<str>>,
    names: Vec<Name>,
    /// What the words of a phrase spell: numbers of `names` and of the spelling, and bytes of the phrase.
    by_phrase: ByPhrase<Vec<(usize, usize, Span)>>,
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
    fn enter(
        &mut self,
        variants: &Variants,
        phrases: &[Numbered<'_>],
        occurrences: &Occurrences,
        newsroom: &Newsroom,
    ) {
        let number = self.names.len();
        let mut uses = Vec::new();
        let mut spellings = Vec::new();
        for (at, spelling) in variants.spellings.iter().enumerate() {
            let mut articles: BTreeMap<u32, u32> = BTreeMap::new();
            for &Place { block, span } in &spelling.places {
                let Numbered { phrase, number: of } = phrases[block];
                if phrase.is_name || span.start == 0 {
                    let of = occurrences.get(&of).into_iter().flatten();
                    of.for_each(|(article, count)| *articles.entry(*article).or_default() += count);
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
            self.by_phrase.get_or_insert(phrase, Vec::new).push(spells);
        }
        self.names.push(Name { spellings, kept, because });
    }

    /// Whether an article has a name that is spelt otherwise somewhere.
    pub fn concerns(&self, names: &ArticleNames) -> bool {
        names.uses().any(|(phrase, _)| self.by_phrase.get(phrase).is_some())
    }

    /// What is found in an article that was added under a name, as it is now, with its names; see [`severity`].
    pub fn found(
        &self,
        name: &str,
        snapshot: &Snapshot,
        names: &ArticleNames,
        is_asked_for: bool,
    ) -> Vec<PlacedFinding> {
        let newsroom = &snapshot.newsroom;
        let Some(severity) = severity(newsroom, is_asked_for) else { return Vec::new() };
        let place = |finding: Finding| {
            let span = snapshot.span(finding.place.block, finding.place.span);
            PlacedFinding::new(span, severity, Arc::new(finding))
        };
        let mut found: Vec<PlacedFinding> = self.findings(name, names).map(place).collect();
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

    fn findings<'a>(&'a self, here: &'a str, names: &ArticleNames) -> impl Iterator<Item = Finding> + 'a {
        let mut places: BTreeMap<(usize, usize), Vec<Place>> = BTreeMap::new();
        for (phrase, place) in names.uses() {
            for &(number, spelling, inner) in self.by_phrase.get(phrase).into_iter().flatten() {
                let start = place.span.start;
                let span = Span { start: start + inner.start, end: start + inner.end };
                places.entry((number, spelling)).or_default().push(Place { span, ..place });
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
        let edits: Vec<_> = places.iter().map(|place| (*place, kept.text.clone())).collect();
        let message = across::message(written, &kept.text, &others, MAX_NAMED, name.because);
        let mut finding = Finding::new(across::CODE, *first, message);
        finding.related =
            Arc::new(rest.iter().take(MAX_RELATED).map(|place| (*place, again.clone())).collect());
        finding.fixes = vec![Fix { title, applicability: Applicability::Suggested, edits: edits.into() }];
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
