//! What one article adds to a survey.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::row::Kind;
use super::unlisted;
use crate::diagnostics::Snapshot;
use crate::newsroom::orthography::Side;
use crate::reading::{BlockView, DateHints, DatelineSource, Mention, Reader, Vocabulary};
use crate::rules::habits::each_habit;
use crate::rules::orthography::each_choice;
use crate::text::normal::same_look;
use crate::text::{Format, Place, printable, sample};

/// What one article adds to the sums.
#[derive(Debug, Default)]
pub struct ArticleCounts {
    /// The day of the article.
    pub(super) date: Option<Date>,
    pub(super) desk: String,
    /// What the article is called.
    pub(super) name: String,
    pub(super) facts: Vec<Fact>,
}

/// A number of uses of one thing in one article.
#[derive(Debug)]
pub(super) struct Fact {
    pub key: FactKey,
    pub uses: u64,
    /// The sentence of the first use.
    pub sentence: String,
}

/// What is used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct FactKey {
    pub kind: Kind,
    pub item: String,
    pub word: String,
    pub spelling: String,
}

/// Uses by what is used, each with the place of the first.
type Uses = FxHashMap<FactKey, (u64, Option<Place>)>;

impl ArticleCounts {
    /// Reads an article and counts what it adds; otherwise like [`ArticleCounts::of`].
    pub fn read(
        text: String,
        format: Format,
        reader: &mut Reader,
        hints: DateHints,
        name: &str,
        desk: Option<&str>,
    ) -> ArticleCounts {
        reader.forget_if_full();
        let snapshot = Snapshot::take(text, format, reader, hints);
        ArticleCounts::of(&snapshot, reader.vocabulary(), name, desk)
    }

    /// What an article adds. `vocabulary` is that of the reader that has read it, `name` what the article is called (a path, an id),
    /// `desk` the desk of an article that does not give its own.
    pub fn of(snapshot: &Snapshot, vocabulary: &Vocabulary, name: &str, desk: Option<&str>) -> ArticleCounts {
        let mut uses = Uses::default();
        let mut words = 0;
        for (number, block) in snapshot.article.blocks.iter().enumerate() {
            let view = snapshot.blocks[number].view(block, vocabulary);
            words += block.tokens.iter().filter(|token| token.is_devanagari()).count() as u64;
            let start = snapshot.mentions().partition_point(|mention| mention.block < number);
            let end = snapshot.mentions().partition_point(|mention| mention.block <= number);
            let mentions = &snapshot.mentions()[start..end];
            names(snapshot, number, mentions, &mut uses);
            orthography(snapshot, number, &view, mentions, &mut uses);
            each_habit(&view, &snapshot.blocks[number].times, |item, value, span| {
                add(&mut uses, key(Kind::Habit, item, "", value.to_owned()), Place { block: number, span });
            });
            unlisted::each(&view, &snapshot.newsroom, mentions, |span| {
                let key = key(Kind::Unlisted, "", "", spelt(span.of(block.text())));
                add(&mut uses, key, Place { block: number, span });
            });
        }
        for found in &snapshot.found {
            add(&mut uses, key(Kind::Rule, found.finding.code(), "", String::new()), found.finding.place);
        }
        uses.insert(key(Kind::Article, "", "", String::new()), (words, None));
        let fact = |(key, (uses, place)): (FactKey, (u64, Option<Place>))| {
            let is_told = key.kind != Kind::Unlisted;
            let sentence = place.filter(|_| is_told).map(|place| sentence(snapshot, place));
            Fact { key, uses, sentence: sentence.unwrap_or_default() }
        };
        let source = snapshot.dateline.source;
        ArticleCounts {
            date: snapshot.dateline.date.filter(|_| source != Some(DatelineSource::Today)),
            desk: snapshot.article.desk.as_deref().or(desk).unwrap_or_default().to_owned(),
            name: printable(name).into_owned(),
            facts: uses.into_iter().map(fact).collect(),
        }
    }
}

fn key(kind: Kind, item: &str, word: &str, spelling: String) -> FactKey {
    FactKey { kind, item: item.to_owned(), word: word.to_owned(), spelling }
}

fn add(uses: &mut Uses, key: FactKey, place: Place) {
    uses.entry(key).or_insert((0, Some(place))).0 += 1;
}

/// What is written, as it looks: one space between words.
fn spelt(written: &str) -> String {
    written.split_whitespace().map(same_look).collect::<Vec<_>>().join(" ")
}

/// The names of actors in Devanagari, in full or in another of their forms.
fn names(snapshot: &Snapshot, block: usize, mentions: &[Mention], uses: &mut Uses) {
    let text = snapshot.article.blocks[block].text();
    for mention in mentions.iter().filter(|mention| !mention.latin) {
        let actor = snapshot.newsroom.actor(mention.actor);
        let Some(form) = actor.names.get(usize::from(mention.form)) else { continue };
        let key = key(Kind::Name, &actor.id, &form.text, spelt(mention.span.of(text)));
        add(uses, key, Place { block, span: mention.span });
    }
}

/// The sides of schools, and the words that show them.
fn orthography(
    snapshot: &Snapshot,
    block: usize,
    view: &BlockView<'_>,
    mentions: &[Mention],
    uses: &mut Uses,
) {
    let is_name =
        |at: usize| mentions.iter().any(|mention| mention.tokens.start() <= at && at < mention.tokens.end());
    each_choice(view, &snapshot.newsroom, is_name, |at, word, choice| {
        if !choice.tells {
            return;
        }
        let (school, place) = (choice.school, Place { block, span: view.block.tokens[at].span });
        let pair = school.spellings().first().copied().unwrap_or_default();
        let side = school.side_word(choice.side).to_owned();
        add(uses, key(Kind::Orthography, school.word(), pair, side), place);
        if pair.is_empty() {
            let advised = school.spelt(&word.text, &word.key, Side::ADVISED);
            let written = same_look(&word.text).into_owned();
            add(uses, key(Kind::Word, school.word(), &advised, written), place);
        }
    });
}

/// The sentence with a place, with ⟦ and ⟧ around it.
fn sentence(snapshot: &Snapshot, place: Place) -> String {
    let Some(block) = snapshot.article.blocks.get(place.block) else { return String::new() };
    let text = block.text();
    if text.get(place.span.range()).is_none() {
        return String::new();
    }
    let at = block.tokens.partition_point(|token| token.span.end <= place.span.start);
    let sentence = block.sentences.iter().find(|sentence| at < sentence.end).cloned().unwrap_or_default();
    let around = match block.tokens.get(sentence) {
        Some([first, .., last]) => first.span.to(last.span),
        Some([only]) => only.span,
        _ => place.span,
    };
    printable(&sample(text, around, place.span)).into_owned()
}
