//! Who is meant: from names that may be an actor to mentions that are one.
//!
//! A full name, and a short one that means only one actor in all news, speak for themselves. Any other
//! short name is a mention if the article gives the full name too, or a title that the actor has held (of
//! several, on the day of the article), or what the actor is: कांग्रेस नेता राहुल.
//! What stays open is no mention: silence is better than a stranger's card.

use std::cell::OnceCell;

use super::block_view::BlockView;
use super::counter::Counter;
use super::name_use::NameUse;
use super::namesakes::{
    self, Namesake, is_before_a_surname, is_introduced_as_unknown, is_part_of_a_strangers_name, place_before,
};
use super::title::{has_title_before, is_called_former};
use crate::newsroom::{Actor, ActorRef, Kind, NameRef, Newsroom, Role, offices};
use crate::text::fold::orthographic;
use crate::text::{Span, TokenRange};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// A span of the article that refers to an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Which block of the article.
    pub block: usize,
    /// The name in the block's prose, without anything joined to it.
    pub span: Span,
    /// The tokens of the name, half-open.
    pub tokens: TokenRange,
    /// Who is meant.
    pub actor: ActorRef,
    /// Which of [`Actor::names`](crate::newsroom::Actor::names), or of [`Actor::latin`](crate::newsroom::Actor::latin) if `latin`; [`NameRef::PART`] is none of them.
    pub form: u8,
    /// Whether the name is in Latin letters.
    pub latin: bool,
}

/// What the article as a whole says of who may be meant.
#[derive(Clone, Copy)]
pub(super) struct ArticleContext<'a> {
    /// The newsroom.
    pub newsroom: &'a Newsroom,
    /// Who is named in a way that speaks for itself ([`NameUse::sure`]).
    pub named: &'a Counter<ActorRef>,
    /// Who has a namesake in the article who has to be introduced.
    pub namesakes: &'a Counter<Namesake>,
    /// The persons named, by surname.
    pub surnames: &'a Surnames,
    /// The codes of the countries and states that the article speaks of.
    pub countries: &'a Counter<&'static str>,
    /// The day of the article.
    pub day: Option<Date>,
}

/// How many persons of each surname, by its key, are named in an article; made when somebody first asks.
#[derive(Default)]
pub(super) struct Surnames {
    persons: OnceCell<FxHashMap<String, usize>>,
}

/// The mentions of a block, in order. Their `block` is left to be filled in.
pub(super) fn resolve(view: &BlockView<'_>, names: &[NameUse], whole: ArticleContext<'_>) -> Vec<Mention> {
    let in_block = namesakes::find(view, names, whole.newsroom);
    let mention = |name: &NameUse| {
        let is_here = |found: &NameRef| {
            !whole.is_away_from_home(found.actor) && !whole.is_elsewhere(view, name, found.actor)
        };
        let sure = name.unambiguous.filter(is_here);
        let found = sure.or_else(|| whole.by_context(view, name)).filter(is_here)?;
        (!whole.may_be_a_stranger(view, name, found, &in_block)).then_some(Mention {
            block: 0,
            span: name.span,
            tokens: name.tokens,
            actor: found.actor,
            form: found.form,
            latin: name.latin,
        })
    };
    names.iter().filter_map(mention).collect()
}

/// The one actor that a name means wherever it stands.
pub(super) fn resolve_unambiguous(
    view: &BlockView<'_>,
    name: &NameUse,
    newsroom: &Newsroom,
) -> Option<NameRef> {
    let mut sure = name.names.iter().filter(|n| n.alone);
    let Some(found) = sure.next().copied() else { return titled_namesake(view, name, newsroom) };
    let is_another = sure.any(|other| other.actor != found.actor)
        || is_part_of_a_strangers_name(view, name, found, newsroom)
        || is_before_a_surname(view, name, newsroom.actor(found.actor))
        || is_introduced_as_unknown(view, name, newsroom.actor(found.actor));
    (!is_another).then_some(found)
}

/// The one person whom a full name that many people have means by the title before it: मुख्य चुनाव आयुक्त राजीव कुमार.
fn titled_namesake(view: &BlockView<'_>, name: &NameUse, newsroom: &Newsroom) -> Option<NameRef> {
    let is_full = |found: &&NameRef| name.tokens.count() > 1 && !found.latin && found.form == 0;
    let is_titled = |found: &&NameRef| {
        let actor = newsroom.actor(found.actor);
        actor.kind == Kind::Person && has_title_before(view, name.tokens.start(), actor, |_| true)
    };
    let mut titled = name.names.iter().filter(is_full).filter(is_titled);
    let found = titled.next().copied()?;
    let is_another = titled.next().is_some() || is_part_of_a_strangers_name(view, name, found, newsroom);
    (!is_another).then_some(found)
}

impl ArticleContext<'_> {
    /// Whether an actor is named in a way that speaks for itself.
    fn names(&self, actor: ActorRef) -> bool {
        self.named.contains(&actor) && !self.is_away_from_home(actor)
    }

    /// Whether a name that is a common noun stands in an article that speaks only of other countries.
    fn is_away_from_home(&self, actor: ActorRef) -> bool {
        let Some(home) = &self.newsroom.actor(actor).home else { return false };
        let is_home = |code: &str| {
            code.strip_prefix(home.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        };
        let speaks_of_home = self.countries.things().any(|code| is_home(code));
        // An article without the name of a country: of which are those who are named in it?
        let of_named = || {
            let roles = self.named.things().flat_map(|named| &self.newsroom.actor(*named).roles);
            roles.filter_map(offices::place_of)
        };
        let are_few = || self.named.things().nth(MAX_NAMED_LOOKED_AT).is_none();
        let are_elsewhere = || are_few() && of_named().next().is_some() && !of_named().any(is_home);
        let is_elsewhere = || !self.countries.is_empty() || are_elsewhere();
        !speaks_of_home && is_elsewhere()
    }

    /// Whether words before a name say that it is another's: पाकिस्तान के विदेश मंत्रालय, उत्तराखंड के श्रीनगर.
    fn is_elsewhere(&self, view: &BlockView<'_>, name: &NameUse, actor: ActorRef) -> bool {
        let actor = self.newsroom.actor(actor);
        let Some(said) = place_before(view, name.tokens.start()) else { return false };
        if actor.home.is_some() {
            return namesakes::is_of_another_country(actor, said);
        }
        let is_another_state = |code: &str| code.contains('-') && said.contains('-') && code != said;
        let next = view.word(name.tokens.end());
        actor.kind == Kind::Place
            && actor.within.as_deref().is_some_and(is_another_state)
            && next.is_none_or(|word| &*word.key != "स्थित")
    }

    /// Whether a person may be meant by a short name as the head of a government: मोदी सरकार, ट्रंप प्रशासन.
    fn governs(
        &self,
        view: &BlockView<'_>,
        name: &NameUse,
        actor: &Actor,
        holds: fn(&Role, Date) -> bool,
    ) -> bool {
        let is_government =
            || view.word(name.tokens.end()).is_some_and(|next| offices::is_government(&next.key));
        let Some(day) = self.day else { return false };
        actor.kind == Kind::Person
            && is_government()
            && actor.roles.iter().any(|role| role.governs() && holds(role, day))
    }

    /// Whether the article speaks of the state that a place is in, and the place's name is no word of every day here.
    fn is_within_article(&self, view: &BlockView<'_>, name: &NameUse, actor: &Actor) -> bool {
        let is_state = |code: &&String| actor.kind == Kind::Place && code.contains('-');
        let state = actor.within.as_ref().filter(is_state).and_then(|code| offices::known_code(code));
        state.is_some_and(|state| self.countries.contains(&state)) && !may_be_a_word(view, name)
    }

    /// Whether a name may be that of somebody whom the article (or the block of which `in_block` are the namesakes) has
    /// to introduce, or of another who bears it too.
    fn may_be_a_stranger(
        &self,
        view: &BlockView<'_>,
        name: &NameUse,
        found: NameRef,
        in_block: &[Namesake],
    ) -> bool {
        let actor = self.newsroom.actor(found.actor);
        if actor.home.is_some() {
            return self.namesakes.contains(&(found.actor, true))
                && place_before(view, name.tokens.start()).is_none();
        }
        let is_settled = || {
            has_title_before(view, name.tokens.start(), actor, |_| true)
                || self.governs(view, name, actor, has_begun)
        };
        let is_short = name.tokens.count() == 1;
        let has_namesake = self.namesakes.contains(&(found.actor, true))
            || (is_short
                && (in_block.iter().any(|(namesake, _)| *namesake == found.actor)
                    || (self.namesakes.contains(&(found.actor, false)) && !self.names(found.actor))
                    || self.has_two_of_name(view, name, actor)));
        actor.kind == Kind::Person && has_namesake && !is_settled()
    }

    /// Whether somebody else of the surname is named in the article in full: two अंबानी. Whoever governs on the day
    /// is meant all the same.
    fn has_two_of_name(&self, view: &BlockView<'_>, name: &NameUse, actor: &Actor) -> bool {
        let Some(written) = view.word(name.tokens.start()) else { return false };
        let governs = || {
            let Some(day) = self.day else { return false };
            actor.roles.iter().any(|role| role.governs() && role.may_be_held_on(day))
        };
        surname(actor).is_some_and(|own| own == *written.key)
            && self.surnames().get(&*written.key).is_some_and(|persons| *persons > 1)
            && !governs()
    }

    /// The persons named by surname; none where too many are named.
    fn surnames(&self) -> &FxHashMap<String, usize> {
        self.surnames.persons.get_or_init(|| {
            let mut persons = FxHashMap::default();
            if self.named.things().nth(MAX_NAMED_LOOKED_AT).is_none() {
                let actors = self.named.things().map(|named| self.newsroom.actor(*named));
                for surname in actors.filter_map(surname) {
                    *persons.entry(surname).or_default() += 1;
                }
            }
            persons
        })
    }

    /// The one actor that the name means because of what stands before it, or of a full name elsewhere.
    fn by_context(&self, view: &BlockView<'_>, name: &NameUse) -> Option<NameRef> {
        let at = name.tokens.start();
        // A part of a name is nobody's who is to come into office only later
        let has_come = |found: &NameRef, actor: &Actor| {
            let Some(day) = self.day.filter(|_| found.form == NameRef::PART) else { return true };
            has_title_before(view, at, actor, |role| has_begun(role, day))
        };
        let one_of = |fits: &dyn Fn(&Actor) -> bool| {
            let mut fitting = name.names.iter().filter(|name| {
                let actor = self.newsroom.actor(name.actor);
                fits(actor) && has_come(name, actor)
            });
            let first = fitting.next()?;
            fitting.all(|other| other.actor == first.actor).then_some(*first)
        };
        let held = |fits: &dyn Fn(&Role) -> bool| {
            let day = self.day.filter(|_| !is_called_former(view, at))?;
            one_of(&|actor| has_title_before(view, at, actor, |role| role.may_be_held_on(day) && fits(role)))
        };
        let is_of_article = |role: &Role| {
            let code = offices::place_of(role).and_then(offices::known_code);
            code.is_some_and(|code| code.contains('-') && self.countries.contains(&code))
        };
        let found = one_of(&|actor| has_title_before(view, at, actor, |_| true))
            .or_else(|| held(&|_| true))
            .or_else(|| held(&is_of_article))
            .or_else(|| one_of(&|actor| is_introduced(view, at, actor)))
            .or_else(|| one_of(&|actor| self.governs(view, name, actor, Role::may_be_held_on)))
            .or_else(|| one_of(&|actor| self.governs(view, name, actor, has_begun)))
            .or_else(|| one_of(&|actor| is_within(actor, place_before(view, at))))
            .or_else(|| one_of(&|actor| self.is_within_article(view, name, actor)))
            .or_else(|| {
                let mut named = name.names.iter().filter(|name| self.names(name.actor));
                let first = named.next()?;
                named.all(|other| other.actor == first.actor).then_some(*first)
            })?;
        let is_government = self.governs(view, name, self.newsroom.actor(found.actor), has_begun);
        let is_another = !is_government && is_part_of_a_strangers_name(view, name, found, self.newsroom);
        (!is_another).then_some(found)
    }
}

/// The key of the surname of a person with a first name.
fn surname(actor: &Actor) -> Option<String> {
    let (_, last) = actor.name().rsplit_once(' ').filter(|_| actor.kind == Kind::Person)?;
    Some(orthographic(last))
}

fn has_begun(role: &Role, day: Date) -> bool {
    role.from.earliest() <= day
}

/// Whether the name of a place may be a word of every day where it stands: भेजा गया है, मंडी में भाव. It is none before a word as
/// ज़िला, nor between commas; and a verb is none before में: गया में.
fn may_be_a_word(view: &BlockView<'_>, name: &NameUse) -> bool {
    let (start, end) = (name.tokens.start(), name.tokens.end());
    let Some(word) = view.word(start).filter(|_| name.tokens.count() == 1) else { return false };
    let is_next = |holds: fn(&str) -> bool| view.word(end).is_some_and(|next| holds(&next.key));
    let is_listed =
        start.checked_sub(1).is_some_and(|before| view.is_mark(before, ',')) && view.is_mark(end, ',');
    let is_where = word.per_million > FUNCTION_WORD_PER_MILLION && is_next(|next| matches!(next, "में" | "से"));
    word.per_million > EVERYDAY_PER_MILLION && !is_listed && !is_where && !is_next(offices::is_of_place)
}

/// Whether a place is in a state.
fn is_within(actor: &Actor, state: Option<&str>) -> bool {
    actor.kind == Kind::Place && state.is_some() && actor.within.as_deref() == state
}

/// Whether the two words before a name are in the line on who the actor is: कांग्रेस नेता राहुल.
fn is_introduced(view: &BlockView<'_>, name: usize, actor: &Actor) -> bool {
    let Some(first) = name.checked_sub(2) else { return false };
    let is_said_of = |at: usize| {
        let words = actor.hi.split([' ', ',', '(', ')', '-']);
        view.word(at).is_some_and(|word| {
            word.per_million < FUNCTION_WORD_PER_MILLION && words.clone().any(|said| *said == *word.text)
        })
    };
    is_said_of(first) && is_said_of(first + 1)
}

/// Maximum number of actors named in an article whose offices tell of which country it speaks.
const MAX_NAMED_LOOKED_AT: usize = 100;

/// The name of a place that is commoner than this as a word is one in most of its places.
const EVERYDAY_PER_MILLION: f32 = 15.0;

/// A word commoner than this (के, और) says nothing of who somebody is.
const FUNCTION_WORD_PER_MILLION: f32 = 2000.0;
