//! Namesakes: names that are somebody else's than the one who is widely known by them, or no names at all.

use super::block_view::BlockView;
use super::name_use::NameUse;
use super::spelling::compare;
use super::title::has_title_before;
use super::vocabulary::Word;
use jiff::civil::Date;

use crate::newsroom::gazetteer::and;
use crate::newsroom::{Actor, ActorRef, Kind, NameRef, Newsroom, offices, sound};
use crate::text::{Script, TokenKind, letters};

/// Who has a namesake who has to be introduced, and whether it is one of the full name (किसान अमित शाह) rather than of
/// the surname (हितेश मोदी); or a body of which the block names another country's of the same name.
pub type Namesake = (ActorRef, bool);

/// The namesakes in a block, each once.
pub(super) fn find(view: &BlockView<'_>, names: &[NameUse], newsroom: &Newsroom) -> Vec<Namesake> {
    let borne = names.iter().flat_map(|name| name.names.iter().map(move |found| (name, *found)));
    let namesake = |(name, found): (&NameUse, NameRef)| {
        let actor = newsroom.actor(found.actor);
        if actor.home.is_some() {
            let said = place_before(view, name.tokens.start());
            return said
                .is_some_and(|said| is_of_another_country(actor, said))
                .then_some((found.actor, true));
        }
        let is_full = name.tokens.count() > 1;
        let is_namesake = if is_full {
            found.form == 0
                && (is_introduced_as_unknown(view, name, actor)
                    || goes_on(view, name, actor.kind)
                    || is_of_another_age(view, name, actor, newsroom.data_day()))
        } else {
            is_part_of_a_strangers_name(view, name, found, newsroom) && !is_word(view, name, actor)
        };
        (actor.kind == Kind::Person && is_namesake).then_some((found.actor, is_full))
    };
    let mut found: Vec<Namesake> = borne.filter_map(namesake).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The code of the country or state whose name or adjective stands right before token `at`, with के or की between
/// or without.
pub(super) fn place_before(view: &BlockView<'_>, at: usize) -> Option<&'static str> {
    let key = |at: usize| {
        let hyphen = view.is_mark(at, '-').then_some("");
        view.word(at).map(|word| and(&word.key)).or(hyphen)
    };
    let of = at.checked_sub(1).filter(|at| key(*at).is_some_and(offices::is_of));
    let end = of.unwrap_or(at);
    (1..=MAX_PLACE_WORDS).rev().filter(|words| *words <= end).find_map(|words| {
        let written: Option<String> = (end - words..end).map(key).collect();
        offices::place(&written?)
    })
}

/// Whether the country with a code, that stands before a name which is a common noun, makes it another's: पाकिस्तान के विदेश
/// मंत्रालय.
pub(super) fn is_of_another_country(actor: &Actor, said: &str) -> bool {
    actor.home.as_deref().is_some_and(|home| said.len() == home.len() && said != home)
}

/// Whether what stands around a full name says that it is of somebody who is not widely known: किसान अमित शाह,
/// बड़वार निवासी अमित शाह, रामपुर गाँव के अमित शाह, अमित शाह (24) पुत्र रामलाल, पहचान अमित शाह के रूप में.
pub(super) fn is_introduced_as_unknown(view: &BlockView<'_>, name: &NameUse, actor: &Actor) -> bool {
    if actor.kind != Kind::Person || name.latin || name.tokens.count() == 1 {
        return false;
    }
    let (at, end) = (name.tokens.start(), name.tokens.end());
    let is = |at: usize, holds: fn(&str) -> bool| view.word(at).is_some_and(|word| holds(&word.key));
    let is_said = |word: &Word| {
        let of_roles = actor.roles.iter().map(|role| role.title.as_str());
        of_roles.chain([actor.hi.as_str()]).any(|said| said.split(' ').any(|said| *said == *word.text))
    };
    let occupation = at
        .checked_sub(1)
        .and_then(|before| view.word(before))
        .filter(|word| offices::is_occupation(&word.key) || offices::introduces(&word.key));
    let behind = if view.is_mark(end, '(') && view.is_mark(end + 2, ')') { end + 3 } else { end };
    occupation.is_some_and(|word| !is_said(word))
        || (at >= 2 && is(at - 1, offices::is_of) && is(at - 2, offices::is_village))
        || (at >= 1 && is(at - 1, offices::identifies) && is(behind, offices::is_of))
        || (behind > end && is(behind, offices::introduces))
}

/// Whether a one-word name of a person is part of somebody else's: नीरव मोदी, नितीश राणा.
///
/// So it is after a word that begins other people's names, or after one that Hindi hardly knows; and a
/// first name is, before a word that is no word of every day.
pub(super) fn is_part_of_a_strangers_name<'a>(
    view: &BlockView<'a>,
    name: &NameUse,
    found: NameRef,
    newsroom: &Newsroom,
) -> bool {
    let actor = newsroom.actor(found.actor);
    if goes_on(view, name, actor.kind) || is_word(view, name, actor) {
        return true;
    }
    if name.tokens.count() > 1 || actor.kind != Kind::Person {
        return false;
    }
    let (at, script) = (name.tokens.start(), if name.latin { Script::Latin } else { Script::Devanagari });
    let of_script = |word: Option<&'a Word>| word.filter(|word| word.script == script);
    // ब्लादिमिर पुतिन: the own name, in a spelling that no list has
    let is_own = |word: &Word| {
        let names = actor.name().split(' ');
        let mut own = names.chain(actor.spellings.iter().flat_map(|s| s.others.iter().map(String::as_str)));
        own.any(|own| sound::key(own) == sound::key(&word.text) || compare(own, &word.text, newsroom).same)
    };
    let is_surname = of_script(view.word_before(at)).is_some_and(|before| {
        let begins_names = before.names.as_ref().is_some_and(|names| names.of_person);
        let is_name_itself = before.names.as_ref().is_some_and(|names| names.here.iter().any(|n| n.alone));
        ((begins_names && !is_name_itself) || before.per_million < FIRST_NAME_PER_MILLION)
            && !is_own(before)
            && !has_title_before(view, at, actor, |_| true)
    });
    let is_first_name = view.word(at).is_some_and(|word| {
        let first = actor.name().split(' ').next().unwrap_or_default();
        let form = actor.names.get(found.form as usize).map_or("", |name| name.text.as_str());
        !name.latin && (form == first || *word.text == *first)
    });
    // महानिदेशक टेड्रोस अडेहनॉम: behind the title, what nobody knows is more of the name
    let is_own_rest = |next: &Word| {
        next.per_million < FIRST_NAME_PER_MILLION
            && !offices::is_surname(&next.key)
            && has_title_before(view, at, actor, |_| true)
    };
    let surname_follows = || {
        of_script(view.word(at + 1))
            .is_some_and(|next| next.per_million < SURNAME_PER_MILLION && !is_own_rest(next) && !is_own(next))
    };
    is_surname || (is_first_name && surname_follows())
}

/// Whether a name is the beginning of somebody else's (नीतीश कुमार रेड्डी, भुवनेश्वर कुमार), or that of somebody who has
/// to be introduced: रोहित शर्मा नाम के युवक.
fn goes_on(view: &BlockView<'_>, name: &NameUse, kind: Kind) -> bool {
    let end = name.tokens.end();
    let Some(next) = view.word(end).filter(|_| !name.latin) else { return false };
    let is_one_word = name.tokens.count() == 1;
    match kind {
        Kind::Person => {
            let is_of = |word: &Word| offices::is_of(&word.key);
            let is_named_so = &*next.key == "नाम" && view.word(end + 1).is_some_and(is_of);
            let may_go_on = view.word(end - 1).is_some_and(|last| offices::is_middle_name(&last.key));
            let is_surname = offices::is_surname(&next.key);
            // राहुल गांधी वाडकर ने: of two who act the one is no object of the other
            let is =
                |at: usize, words: &[&str]| view.word(at).is_some_and(|word| words.contains(&&*word.key));
            let acts = || is(end + 1, &["ने"]) || (is(end + 1, &["का"]) && is(end + 2, &["कहना"]));
            let is_rare = next.script == Script::Devanagari && next.per_million < FIRST_NAME_PER_MILLION;
            let is_no_word = is_surname && next.per_million < SURNAME_PER_MILLION;
            let has_surname = if is_one_word {
                is_no_word && acts()
            } else {
                (may_go_on && is_surname) || ((is_surname || is_rare) && acts())
            };
            let is_borne = is_one_word && offices::is_named_after(&next.key);
            is_named_so || offices::introduces(&next.key) || has_surname || is_borne
        }
        Kind::Place => is_one_word && offices::is_surname(&next.key),
        _ => false,
    }
}

/// Whether a full name that ends in what is also a first name stands before a word that Hindi hardly knows, and with no
/// title of the person: जुआन कार्लोस वैरेला. What has में or पर behind it may be a place.
pub(super) fn is_before_a_surname(view: &BlockView<'_>, name: &NameUse, actor: &Actor) -> bool {
    let end = name.tokens.end();
    let may_go_on = actor.kind == Kind::Person && name.tokens.count() > 1 && !name.latin;
    let Some(next) = view.word(end).filter(|_| may_go_on) else { return false };
    let is_known = || next.names.as_ref().is_some_and(|names| names.here.iter().any(|name| name.alone));
    let is_where = || view.word(end + 1).is_some_and(|word| matches!(&*word.key, "में" | "पर"));
    let ends_in_first_name =
        || view.word(end - 1).and_then(|last| last.names.as_ref()).is_some_and(|names| names.of_person);
    next.script == Script::Devanagari
        && next.per_million < FIRST_NAME_PER_MILLION
        && next.joined.is_none()
        && !is_known()
        && !is_where()
        && ends_in_first_name()
        && !has_title_before(view, name.tokens.start(), actor, |_| true)
}

/// Whether an age before a full name is that of somebody else of the name on whatever day the article is from: one that
/// the person has not reached yet, or was of long ago while the paragraph names no year.
fn is_of_another_age(view: &BlockView<'_>, name: &NameUse, actor: &Actor, today: Date) -> bool {
    let at = name.tokens.start();
    let number = |at: usize| {
        let token = view.block.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        letters::number(view.block.word(*token))
    };
    let age = || {
        view.word_before(at).filter(|word| offices::is_year_old(&word.key))?;
        number(at.checked_sub(2)?).and_then(|years| i16::try_from(years).ok()).filter(|years| *years < 120)
    };
    let Some((born, age)) = actor.born.zip(age()) else { return false };
    let year = born.year + age;
    let names_a_year = || (0..view.block.tokens.len()).any(|at| number(at).is_some_and(|n| n > 1000));
    match actor.died {
        Some(died) => year > died.year + 1,
        None => year > today.year() + 1 || (year < today.year() - LONG_AGO_YEARS && !names_a_year()),
    }
}

/// Whether a one-word name of a person is a word here: गंभीर बीमारी, एक योगी.
fn is_word(view: &BlockView<'_>, name: &NameUse, actor: &Actor) -> bool {
    let (at, end) = (name.tokens.start(), name.tokens.end());
    if name.tokens.count() > 1 || actor.kind != Kind::Person || name.latin {
        return false;
    }
    if view.word_before(at).is_some_and(|before| offices::is_determiner(&before.key)) {
        return true;
    }
    let is_everyday = view.word(at).is_some_and(|word| offices::is_everyday_name(&word.key));
    let acts = view.word(end).is_some_and(|next| matches!(&*next.key, "ने" | "जी" | "बोले" | "बोलीं"));
    is_everyday && !acts && !has_title_before(view, at, actor, |_| true)
}

/// An age reached so many years ago is no age of the news.
const LONG_AGO_YEARS: i16 = 25;

/// Maximum number of words in the name of a country or state.
const MAX_PLACE_WORDS: usize = 3;

/// A word rarer than this before a surname is taken for a first name.
const FIRST_NAME_PER_MILLION: f32 = 4.0;

/// A word rarer than this after a first name is taken for a surname.
const SURNAME_PER_MILLION: f32 = 100.0;
