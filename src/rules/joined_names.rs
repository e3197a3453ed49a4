//! Names that are joined here, and apart or with a hyphen there: मध्य प्रदेश/मध्यप्रदेश, अल-क़ायदा/अल कायदा.
//!
//! Part of `spelling/compound`: a name of several words is a whole, so that it need not be joined
//! anywhere to be compared, and a joined form that no list knows is found by the name taken apart.

use std::hash::Hasher as _;

use rustc_hash::{FxHashSet, FxHasher};

use super::facts::CompoundKind;
use super::mixed_style::{Mixture, Side, Use, unless_written};
use super::{About, Fact, Finding, Message, Place, Says};
use crate::newsroom::Kind;
use crate::reading::{BlockView, Mention, Reading};
use crate::text::normal::same_look;
use crate::text::{Span, TokenKind};

/// How a compound or a name may be written: by side, with what stands between the parts.
pub(super) const JOINED: Side = Side(0);
pub(super) const HYPHENED: Side = Side(1);
pub(super) const APART: Side = Side(2);

/// Minimum number of letters and signs of a name that may be written apart.
const SHORTEST: usize = 6;

/// A joined word more common than this is a word of its own beside a person's name: राजकुमार.
const ORDINARY_PER_MILLION: f32 = 1.0;

/// A second word more common than this is no part of a person's name that nobody has listed so: राम देव.
const PART_PER_MILLION: f32 = 15.0;

/// What facts are about: a compound or a name by the key of its parts put together.
pub(super) fn about(key: &str) -> About {
    let mut hasher = FxHasher::default();
    hasher.write(key.as_bytes());
    About::Word(hasher.finish())
}

/// The names of a block, each about its words without what stands between them. Returns where they are.
pub(super) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) -> FxHashSet<Span> {
    let view = reading.view(block);
    let mut spans = FxHashSet::default();
    for mention in reading.mentions_in(block).iter().filter(|mention| !mention.latin) {
        let Some((key, side)) = taken_apart(&view, mention) else { continue };
        let kind = CompoundKind::Name { of_person: reading.actor(mention).kind == Kind::Person };
        let place = Place { block, span: mention.span };
        out.push(Fact { about: about(&key), says: Says::Compound(side, kind), place });
        spans.insert(mention.span);
    }
    spans
}

/// The keys of a name's words put together, and what stands between them.
fn taken_apart(view: &BlockView<'_>, mention: &Mention) -> Option<(String, Side)> {
    let tokens = mention.tokens.range();
    // चंद्रयान-2 and चंद्रयान-3 are two, and which of चंद्रयान 3 and चंद्रयान-3 is right is a matter of every number
    if tokens.clone().any(|at| view.block.tokens[at].kind == TokenKind::Number) {
        return None;
    }
    let words = tokens.clone().filter_map(|at| view.word(at));
    // A word with something joined to it is another word than its name
    if words.clone().any(|word| word.joined.is_some()) {
        return None;
    }
    let key: String = words.clone().map(|word| &*word.key).collect();
    let is_hyphen = |at: usize| matches!(view.block.tokens[at].kind, TokenKind::Mark('-' | '–'));
    let side = match (words.count(), tokens.clone().any(is_hyphen)) {
        (1, _) => JOINED,
        (_, true) => HYPHENED,
        _ if tokens.len() > 3 => return None,
        _ => APART,
    };
    (key.chars().count() >= SHORTEST).then_some((key, side))
}

/// Whether a fact tells of all of a name.
pub(super) fn is_name(fact: &Fact) -> bool {
    matches!(kind(fact), Some(CompoundKind::Name { .. }))
}

fn kind(fact: &Fact) -> Option<CompoundKind> {
    match fact.says {
        Says::Compound(_, kind) => Some(kind),
        _ => None,
    }
}

/// The finding on a name that is written in more than one way: joined, apart or with a hyphen, or with a letter
/// spelt otherwise (दक्षिण अफ़्रीका/दक्षिण अफ्रीका) where it has several words; single words are compared as such.
pub(super) fn judge(code: &'static str, reading: &Reading<'_>, facts: &[Fact]) -> Option<Finding> {
    let is_person = facts.iter().any(|fact| kind(fact) == Some(CompoundKind::Name { of_person: true }));
    let is_of_it = |fact: &&Fact| is_name(fact) || !is_person || is_rare(reading, fact);
    let of_it: Vec<(&Fact, Use)> =
        facts.iter().filter(is_of_it).filter_map(|fact| Some((fact, Use::of(fact)?))).collect();
    let sides_differ = of_it.windows(2).any(|two| two[0].1.side != two[1].1.side);
    if of_it.iter().all(|(_, one)| one.side == JOINED) || (is_person && !sides_differ) {
        return None;
    }
    let written = |one: Use| one.place.span.of(reading.article.blocks[one.place.block].text()).to_owned();
    // What the gazetteers call it comes first: it is kept where no form is more frequent
    let first = of_it.iter().position(|(fact, _)| is_preferred(reading, fact)).unwrap_or_default();
    let order = std::iter::once(of_it.get(first)?).chain(&of_it);
    let mut forms: Vec<String> = Vec::new();
    for (_, one) in order {
        let form = written(*one);
        if !forms.iter().any(|known| same_look(known) == same_look(&form)) {
            forms.push(form);
        }
    }
    if forms.len() < 2 {
        return None;
    }
    let number = |form: &str| forms.iter().position(|known| same_look(known) == same_look(form));
    let uses: Vec<Use> = of_it
        .iter()
        .filter_map(|(_, one)| Some(Use { side: Side(number(&written(*one))? as u8), ..*one }))
        .collect();
    let name = |text: &String| Message::new(format!("“{text}”"), format!("“{text}”"));
    let mixture = Mixture {
        code,
        names: &forms.iter().map(name).collect::<Vec<_>>(),
        on_tie: ("vartani के नामकोश में यही है", "the gazetteer has it"),
        is_decided: false,
        uses: &uses,
        shown: &uses,
        written,
        rewritten: |one, side| unless_written(forms[side.index()].clone(), &written(one)),
    };
    mixture.finding()
}

/// Whether words that no list has for the name may be it all the same: none of them is a word of every day.
fn is_rare(reading: &Reading<'_>, fact: &Fact) -> bool {
    let block = &reading.article.blocks[fact.place.block];
    let text = fact.place.span.of(block.text());
    let per_million = |word: &str| reading.newsroom.lexicon.per_million(word);
    match text.split_once([' ', '-']) {
        Some((_, second)) => per_million(second) < PART_PER_MILLION,
        None => per_million(text) < ORDINARY_PER_MILLION,
    }
}

/// Whether this is the form by which the gazetteers call the bearer of the name.
fn is_preferred(reading: &Reading<'_>, fact: &Fact) -> bool {
    let mentions = reading.mentions_in(fact.place.block);
    let at = mentions.binary_search_by_key(&fact.place.span.start, |mention| mention.span.start);
    let name = at.ok().and_then(|at| reading.actor(&mentions[at]).names.first());
    let text = fact.place.span.of(reading.article.blocks[fact.place.block].text());
    name.is_some_and(|name| same_look(&name.text) == same_look(text))
}
