//! Who is meant: from names that may be an actor to mentions that are one.
//!
//! A full name, and a short one that means only one actor in all news, speak for themselves. Any other
//! short name is a mention if the article gives the full name too, or a title that the actor has held (of
//! several, on the day of the article), or what the actor is: कांग्रेस नेता राहुल.
//! What stays open is no mention: silence is better than a stranger's card.

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use super::block_view::BlockView;
use super::counter::Counter;
use super::names::NameUse;
use super::vocabulary::Word;
use crate::newsroom::{Actor, ActorRef, Kind, NameRef, Newsroom, Role, offices};
use crate::text::{Script, Span};

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

/// What the article as a whole says of who may be meant.
#[derive(Clone, Copy)]
pub(super) struct ArticleContext<'a> {
    /// The newsroom.
    pub newsroom: &'a Newsroom,
    /// Who is named in a way that speaks for itself ([`NameUse::sure`]).
    pub named: &'a Counter<ActorRef>,
    /// The codes of the countries and states that the article speaks of.
    pub countries: &'a Counter<&'static str>,
    /// The day of the article.
    pub day: Option<Date>,
}

/// The mentions of a block, in order. Their `block` is left to be filled in.
pub(super) fn resolve(view: &BlockView<'_>, names: &[NameUse], whole: ArticleContext<'_>) -> Vec<Mention> {
    let strangers = strangers(view, names, whole.newsroom);
    let mention = |name: &NameUse| {
        let sure = name.unambiguous.filter(|found| !whole.is_away_from_home(found.actor));
        let found = sure.or_else(|| whole.by_context(view, name))?;
        let at = name.tokens.start as usize;
        let is_shared = name.tokens.len() == 1 && strangers.contains(&found.actor);
        if is_shared && !has_title_before(view, at, whole.newsroom.actor(found.actor), |_| true) {
            return None;
        }
        Some(Mention {
            block: 0,
            span: name.span,
            tokens: (name.tokens.start, name.tokens.end),
            actor: found.actor,
            form: found.form,
            latin: name.latin,
        })
    };
    names.iter().filter_map(mention).collect()
}

/// The persons one of whose names a stranger bears in the block: हितेश मोदी. There the name alone may be either.
fn strangers(view: &BlockView<'_>, names: &[NameUse], newsroom: &Newsroom) -> FxHashSet<ActorRef> {
    let short = names.iter().filter(|name| name.tokens.len() == 1);
    let borne = short.flat_map(|name| name.names.iter().map(move |found| (name, found)));
    borne
        .filter(|(name, found)| is_part_of_a_strangers_name(view, name, **found, newsroom))
        .filter(|(name, found)| !is_word(view, name, newsroom.actor(found.actor)))
        .map(|(_, found)| found.actor)
        .collect()
}

/// The one actor that a name means wherever it stands.
pub(super) fn resolve_unambiguous(
    view: &BlockView<'_>,
    name: &NameUse,
    newsroom: &Newsroom,
) -> Option<NameRef> {
    let mut sure = name.names.iter().filter(|n| n.alone);
    let found = *sure.next()?;
    let is_another = sure.any(|other| other.actor != found.actor)
        || is_part_of_a_strangers_name(view, name, found, newsroom);
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

    /// The one actor that the name means because of what stands before it, or of a full name elsewhere.
    fn by_context(&self, view: &BlockView<'_>, name: &NameUse) -> Option<NameRef> {
        let one_of = |fits: &dyn Fn(&Actor) -> bool| {
            let mut fitting = name.names.iter().filter(|name| fits(self.newsroom.actor(name.actor)));
            let first = fitting.next()?;
            fitting.all(|other| other.actor == first.actor).then_some(*first)
        };
        let at = name.tokens.start as usize;
        let found = one_of(&|actor| has_title_before(view, at, actor, |_| true))
            .or_else(|| {
                let day = self.day?;
                one_of(&|actor| has_title_before(view, at, actor, |role| role.may_be_held_on(day)))
            })
            .or_else(|| one_of(&|actor| is_introduced(view, at, actor)))
            .or_else(|| {
                let mut named = name.names.iter().filter(|name| self.names(name.actor));
                let first = named.next()?;
                named.all(|other| other.actor == first.actor).then_some(*first)
            })?;
        let is_another = is_part_of_a_strangers_name(view, name, found, self.newsroom);
        (!is_another && !self.is_away_from_home(found.actor)).then_some(found)
    }
}

/// Whether a one-word name of a person is part of somebody else's: नीरव मोदी, नितीश राणा.
///
/// So it is after a word that begins other people's names, or after one that Hindi hardly knows; and a
/// first name is, before a word that is no word of every day.
fn is_part_of_a_strangers_name<'a>(
    view: &BlockView<'a>,
    name: &NameUse,
    found: NameRef,
    newsroom: &Newsroom,
) -> bool {
    let actor = newsroom.actor(found.actor);
    if goes_on(view, name, actor.kind) || is_word(view, name, actor) {
        return true;
    }
    if name.tokens.len() > 1 || actor.kind != Kind::Person {
        return false;
    }
    let (at, script) =
        (name.tokens.start as usize, if name.latin { Script::Latin } else { Script::Devanagari });
    let of_script = |word: Option<&'a Word>| word.filter(|word| word.script == script);
    let is_surname = of_script(view.word_before(at)).is_some_and(|before| {
        let begins_names = before.names.as_ref().is_some_and(|names| names.of_person);
        let is_name_itself = before.names.as_ref().is_some_and(|names| names.here.iter().any(|n| n.alone));
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
/// Whether a name is the beginning of somebody else's (नीतीश कुमार रेड्डी, भुवनेश्वर कुमार), or that of somebody who has
/// to be introduced: रोहित शर्मा नाम के युवक.
fn goes_on(view: &BlockView<'_>, name: &NameUse, kind: Kind) -> bool {
    let end = name.tokens.end as usize;
    let Some(next) = view.word(end).filter(|_| !name.latin) else { return false };
    let is_one_word = name.tokens.len() == 1;
    match kind {
        Kind::Person => {
            let is_of = |word: &Word| offices::is_of(&word.key);
            let is_named_so = &*next.key == "नाम" && view.word(end + 1).is_some_and(is_of);
            let may_go_on = view.word(end - 1).is_some_and(|last| offices::is_middle_name(&last.key));
            let has_surname = !is_one_word && may_go_on && offices::is_surname(&next.key);
            is_named_so || offices::introduces(&next.key) || has_surname
        }
        Kind::Place => is_one_word && offices::is_surname(&next.key),
        _ => false,
    }
}

/// Whether a one-word name of a person is a word here: गंभीर बीमारी, एक योगी.
fn is_word(view: &BlockView<'_>, name: &NameUse, actor: &Actor) -> bool {
    let (at, end) = (name.tokens.start as usize, name.tokens.end as usize);
    if name.tokens.len() > 1 || actor.kind != Kind::Person || name.latin {
        return false;
    }
    if view.word_before(at).is_some_and(|before| offices::is_determiner(&before.key)) {
        return true;
    }
    let is_everyday = view.word(at).is_some_and(|word| offices::is_everyday_name(&word.key));
    let acts = view.word(end).is_some_and(|next| matches!(&*next.key, "ने" | "जी" | "बोले" | "बोलीं"));
    is_everyday && !acts && !has_title_before(view, at, actor, |_| true)
}

/// Whether the word before a name is the last word of a title that the actor has held, in a role that `fits`.
fn has_title_before(view: &BlockView<'_>, name: usize, actor: &Actor, fits: impl Fn(&Role) -> bool) -> bool {
    let Some(before) = view.word_before(name) else { return false };
    let is_it = |role: &&Role| role.title.rsplit(' ').next() == Some(&*before.text);
    actor.roles.iter().filter(is_it).any(fits)
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

/// A word commoner than this (के, और) says nothing of who somebody is.
const FUNCTION_WORD_PER_MILLION: f32 = 2000.0;

/// A word rarer than this before a surname is taken for a first name.
const FIRST_NAME_PER_MILLION: f32 = 4.0;

/// A word rarer than this after a first name is taken for a surname.
const SURNAME_PER_MILLION: f32 = 100.0;
