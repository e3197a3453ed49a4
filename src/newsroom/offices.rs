//! Offices of countries and states: how text says them, and who held them on a day.
//!
//! Titles are compared by joined keys, so that प्रधानमंत्री and प्रधान मंत्री are one. What papers print
//! is in `data/offices/`; what an office is called, in the roles of the actors.

use std::cmp::Reverse;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::actor::{Actor, Role};
use super::calendar::partial_in_words;
use super::gazetteer::{Gazetteer, joined_key};
pub use super::office_title::is_of;
use super::office_title::without_owner;
use super::{ActorRef, Locale, Newsroom};

/// Whether a title means an office with no country or state before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bare {
    /// Of whoever bears it: राष्ट्रपति.
    Always,
    /// Only of somebody who held the office once.
    Once,
    /// Never: राज्यपाल.
    Never,
}

// `static PLACES, NAMES, TITLES, IMPLIED, OWNERS, OFFICES: &[(&str, &str)]`: joined key to code, code to joined
// key of the preferred name, joined key to joined key, joined key to code, id to code, `owner:joined key` to
// office (of one key there may be several); `RANKS: &[(&str, &str)]`: kind of place and what, the weightiest first (not
// sorted); `BARE: &[(&str, Bare)]`; `HONORIFIC, QUALIFIED, OTHER_TIME, MEASURE,
// YEAR_OLD, YEARS: &[&str]`. All sorted.
include!(concat!(env!("OUT_DIR"), "/offices.rs"));

/// Maximum number of days after its last check for which the last known holder of an office is still spoken of.
const MAX_DAYS_UNCHECKED: i32 = 366;

fn find<T: Copy>(table: &[(&str, T)], key: &str) -> Option<T> {
    table.binary_search_by_key(&key, |(known, _)| known).ok().map(|at| table[at].1)
}

/// The code of a country or state by the joined key of its name or adjective: अमेरिका, अमेरिकी.
pub fn place(joined: &str) -> Option<&'static str> {
    find(PLACES, joined)
}

/// Whether the name of any country or state may be a slip away from a word, by its joined key: all but a few letters in one
/// place are the same. A quick look before all the words are tried that are.
pub fn has_place_near(joined: &str) -> bool {
    const MAX_BYTES: usize = 4 * 'क'.len_utf8();
    let alike = |pairs: &mut dyn Iterator<Item = (u8, u8)>| pairs.take_while(|(a, b)| a == b).count();
    PLACES.iter().any(|(name, _)| {
        let longer = name.len().max(joined.len());
        longer - name.len().min(joined.len()) <= MAX_BYTES && {
            let head = alike(&mut name.bytes().zip(joined.bytes()));
            head + MAX_BYTES >= longer
                || head + alike(&mut name.bytes().rev().zip(joined.bytes().rev())) + MAX_BYTES >= longer
        }
    })
}

/// The code of a country or state as it is known here: `IN-BR`; `None` for one whose name is not.
pub fn known_code(code: &str) -> Option<&'static str> {
    NAMES.binary_search_by_key(&code, |(known, _)| known).ok().map(|at| NAMES[at].0)
}

/// The joined key of a title as roles write it: मुख्यमंत्री of सीएम.
pub fn standard(joined: &str) -> &str {
    find(TITLES, joined).unwrap_or(joined)
}

/// Whether a title, by its joined key, means an office with nothing before it.
pub fn bare(title: &str) -> Bare {
    find(BARE, title).unwrap_or(Bare::Once)
}

/// Whether words, by their joined key, stand between a title and a name: श्री, एयर चीफ़ मार्शल.
pub fn is_honorific(word: &str) -> bool {
    HONORIFIC.binary_search(&word).is_ok()
}

/// Whether a word, by its key, is the last one of a title behind which a first name or a surname is enough: सीएम.
pub fn ends_seat_title(word: &str) -> bool {
    SEAT_TITLE.binary_search(&word).is_ok()
}

/// Whether a word, by its key, makes the title after it another, or one not yet held: उप, निर्वाचित.
pub fn is_qualifier(word: &str) -> bool {
    QUALIFIED.binary_search(&word).is_ok()
}

/// Whether a word, by its key, makes the body after it one of its branches: प्रदेश, युवा.
pub fn is_branch(word: &str) -> bool {
    BRANCH.binary_search(&word).is_ok()
}

/// Whether a word, by its key, is a surname, or goes on a name that could end before it: रेड्डी of नीतीश कुमार रेड्डी.
pub fn is_surname(word: &str) -> bool {
    SURNAME.binary_search(&word).is_ok()
}

/// Whether a word, by its key, is as often in the middle of a name as at its end: कुमार.
pub fn is_middle_name(word: &str) -> bool {
    MIDDLE_NAME.binary_search(&word).is_ok()
}

/// Whether a word, by its key, behind a name makes it that of somebody who has to be introduced: निवासी, उर्फ़.
pub fn introduces(word: &str) -> bool {
    INTRODUCES.binary_search(&word).is_ok()
}

/// Whether a word, by its key, before a name says what people are who are not widely known: किसान, एसपी.
pub fn is_occupation(word: &str) -> bool {
    OCCUPATION.binary_search(&word).is_ok()
}

/// Whether a word, by its key, with के before a name tells of the village that somebody is from: गाँव.
pub fn is_village(word: &str) -> bool {
    VILLAGE.binary_search(&word).is_ok()
}

/// Whether a word, by its key, behind a name says that it is a place's: ज़िला.
pub fn is_of_place(word: &str) -> bool {
    OF_PLACE.binary_search(&word).is_ok()
}

/// Whether a word, by its key, stands before the name of somebody who was identified: पहचान.
pub fn identifies(word: &str) -> bool {
    IDENTIFIED.binary_search(&word).is_ok()
}

/// Whether a word, by its key, behind a short name makes it that of whoever governs: सरकार of मोदी सरकार.
pub fn is_government(word: &str) -> bool {
    GOVERNMENT.binary_search(&word).is_ok()
}

/// Whether a word, by its key, behind a surname is what bears it: मंदिर of बिड़ला मंदिर.
pub fn is_named_after(word: &str) -> bool {
    NAMED_AFTER.binary_search(&word).is_ok()
}

/// Whether a word, by its key, is both a surname and a word of every day: गंभीर.
pub fn is_everyday_name(word: &str) -> bool {
    EVERYDAY_NAME.binary_search(&word).is_ok()
}

/// Whether a word, by its key, before a name makes it a common noun: एक योगी.
pub fn is_determiner(word: &str) -> bool {
    DETERMINER.binary_search(&word).is_ok()
}

/// Whether a word, by its key, may stand between a name and the title that is said of it: अब.
pub fn is_now(word: &str) -> bool {
    NOW.binary_search(&word).is_ok()
}

/// Whether a word, by its key, is what a holder of an office leaves behind: सरकार of ओबामा की सरकार.
pub fn is_legacy(word: &str) -> bool {
    LEGACY.binary_search(&word).is_ok()
}

/// Whether a word or two, by joined key, speak of another time: तत्कालीन, उस समय.
pub fn is_of_other_time(joined: &str) -> bool {
    OTHER_TIME.binary_search(&joined).is_ok()
}

/// Whether a word, by its key, makes a पूर्व after it mean earlier, not former: दो साल पूर्व.
pub fn is_measure(word: &str) -> bool {
    MEASURE.binary_search(&word).is_ok()
}

/// Whether a word, by its key, makes a number before it an age: वर्षीय.
pub fn is_year_old(word: &str) -> bool {
    YEAR_OLD.binary_search(&word).is_ok()
}

/// Whether a word, by its key, makes a number before it an age, with के or की after it: साल.
pub fn is_years(word: &str) -> bool {
    YEARS.binary_search(&word).is_ok()
}

/// Whether papers write this, by its joined key, as a title.
pub fn is_title(joined: &str) -> bool {
    find(TITLES, joined).is_some() || find(BARE, joined).is_some()
}

/// The code of the country or state of a role's office: `US` of `US/president`; `None` for offices of bodies.
pub fn place_of(role: &Role) -> Option<&str> {
    let (place, _) = role.office.as_deref()?.split_once('/')?;
    is_code(place).then_some(place)
}

/// The joined key of a role's title without the country or state: राष्ट्रपति of अमेरिका के राष्ट्रपति.
pub fn title_of(role: &Role) -> String {
    let code = place_of(role);
    let title =
        without_owner(&role.title, |name| place(name).is_some_and(|of| code.is_none_or(|code| code == of)));
    standard(&title).to_owned()
}

/// The code of the country that a title as written, by its joined key, means where nothing stands before it:
/// `IN` of सीजेआई.
pub fn implied_place(written: &str) -> Option<&'static str> {
    find(IMPLIED, written)
}

/// The offices that ship with a title of a country, state or body (code or id), both as text says them.
fn shipped_titled(owner: &str, title: &str) -> impl Iterator<Item = &'static str> {
    let key = format!("{owner}:{title}");
    let from = OFFICES.partition_point(|(known, _)| *known < &*key);
    OFFICES[from..].iter().take_while(move |(known, _)| *known == key).map(|(_, office)| *office)
}

impl Newsroom {
    /// Who holds or held an office.
    pub fn holders<'n>(&'n self, office: &'n str) -> impl Iterator<Item = &'n Actor> {
        self.all(|gazetteer| gazetteer.holders(office).collect()).map(|holder| self.actor(holder))
    }

    /// Who held an office on a day, as far as that is certain.
    pub fn holder_on(&self, office: &str, day: Date) -> Option<(ActorRef, &Role)> {
        self.all(|gazetteer| gazetteer.holders(office).collect()).find_map(|holder| {
            let actor = self.actor(holder);
            let is_held =
                |role: &&Role| role.office.as_deref() == Some(office) && role.certainly_held_on(day);
            actor.roles.iter().find(is_held).map(|role| (holder, role))
        })
    }

    /// Who held an office last, as far as is known, if on `day` nobody knows: with the last day it is known for.
    /// `None` once it was expected to have ended.
    pub fn last_holder(&self, office: &str, day: Date) -> Option<(ActorRef, &Role, Date)> {
        self.all(|gazetteer| gazetteer.holders(office).collect()).find_map(|holder| {
            let roles = self.actor(holder).roles.iter();
            let mut open = roles.filter(|role| role.office.as_deref() == Some(office) && role.to.is_none());
            let role = open.find(|role| role.is_perhaps_over(day) == Some(false))?;
            Some((holder, role, role.known_until()?))
        })
    }

    /// The last day for which an office is known, if that is before `day`.
    pub fn office_known_until(&self, office: &str, day: Date) -> Option<Date> {
        let known_until = |role: &Role| role.known_until().filter(|known| *known < day);
        let of_office = |role: &&Role| role.office.as_deref() == Some(office);
        self.all(|gazetteer| gazetteer.holders(office).collect())
            .flat_map(|holder| self.actor(holder).roles.iter().filter(of_office))
            .filter_map(known_until)
            .max()
    }

    /// Whether the term of the last known holder of an office was expected to end before `day`, and nobody knows
    /// who followed: an election whose outcome is not on record.
    pub fn is_undecided(&self, office: &str, day: Date) -> bool {
        let has_ended = |role: &Role| {
            role.office.as_deref() == Some(office)
                && role.to.is_none()
                && role.expected_end.is_some_and(|end| end.earliest() <= day)
        };
        self.all(|gazetteer| gazetteer.holders(office).collect())
            .any(|holder| self.actor(holder).roles.iter().any(has_ended))
    }

    /// The offices with a title of a country, state or body (code or id), both as text says them.
    pub fn offices_titled(&self, owner: &str, title: &str) -> Vec<String> {
        let of_state = find(OWNERS, owner).unwrap_or(owner);
        let shipped =
            shipped_titled(owner, title).chain(shipped_titled(of_state, title).filter(|_| of_state != owner));
        let mut offices: Vec<String> = shipped.map(str::to_owned).collect();
        if self.gazetteers.len() == 1 {
            return offices;
        }
        let body = self.find(owner).map(|body| self.actor(body));
        let names = body.into_iter().flat_map(|body| body.names.iter().map(|name| joined_key(&name.text)));
        let written = names
            .chain(find(NAMES, owner).map(str::to_owned))
            .flat_map(|name| ["के", "की", ""].map(|of| format!("{name}{of}{title}")));
        for written in written.chain([title.to_owned()]) {
            for (own, holder) in
                self.own().flat_map(|own| own.titled(owner, &written).map(move |holder| (own, holder)))
            {
                let is_it = |role: &&Role| joined_key(&role.title) == written;
                let office = own.actor(holder).roles.iter().find(is_it).and_then(|role| role.office.clone());
                offices.extend(office.filter(|office| !offices.contains(office)));
            }
        }
        offices
    }

    /// The gazetteers of the newsroom's own actors.
    fn own(&self) -> impl Iterator<Item = &Gazetteer> {
        self.gazetteers[..self.gazetteers.len() - 1].iter()
    }

    fn all(&self, of: impl Fn(&Gazetteer) -> Vec<u32>) -> impl Iterator<Item = ActorRef> {
        let found = self.gazetteers.iter().enumerate().flat_map(move |(number, gazetteer)| {
            of(gazetteer).into_iter().map(move |index| ActorRef { gazetteer: number as u8, index })
        });
        found.filter(|actor| actor.gazetteer == 0 || !self.is_hidden(*actor))
    }
}

impl Role {
    /// Whether the role was certainly held on `day`: an open one only as far as it is known.
    pub fn certainly_held_on(&self, day: Date) -> bool {
        self.held_on(day) && self.known_until().is_none_or(|known| day <= known)
    }

    /// Whether a role that is not known on `day` may be over for all that was expected; `None` where it is known.
    fn is_perhaps_over(&self, day: Date) -> Option<bool> {
        let known = self.known_until().filter(|known| *known < day && self.from.latest() <= day)?;
        let is_expired = self.expected_end.is_some_and(|end| end.earliest() <= day);
        let is_long_ago = known.checked_add(MAX_DAYS_UNCHECKED.days()).map_or(true, |limit| limit < day);
        Some(is_expired || is_long_ago)
    }

    /// Whether whoever has the role governs a country or state.
    pub fn governs(&self) -> bool {
        let what = self.office.as_deref().and_then(|office| office.split_once('/')).map(|(_, what)| what);
        place_of(self).is_some()
            && matches!(what, Some("prime-minister" | "chief-minister" | "president" | "chancellor"))
    }

    /// The title with its term: `अमेरिका के राष्ट्रपति (20 जनवरी 2021 – 20 जनवरी 2025)`.
    pub fn in_words(&self, locale: Locale) -> String {
        let title = match locale {
            Locale::Hi => &self.title,
            Locale::En => &self.en,
        };
        let from = partial_in_words(self.from, locale);
        match (self.to, locale) {
            (Some(to), _) => format!("{title} ({from} – {})", partial_in_words(to, locale)),
            (None, Locale::Hi) => format!("{title} ({from} से)"),
            (None, Locale::En) => format!("{title} (since {from})"),
        }
    }

    /// Whether the role may have been held on `day`, as far as its dates are on record.
    pub fn may_be_held_on(&self, day: Date) -> bool {
        self.from.earliest() <= day && self.to.is_none_or(|to| day < to.latest())
    }
}

impl Actor {
    /// The role held on `date`; of several the weightiest, then the one taken up last.
    pub fn role_on(&self, date: Date) -> Option<&Role> {
        let held = self.roles.iter().filter(|role| role.held_on(date));
        held.max_by_key(|role| (Reverse(rank(role)), role.from))
    }
}

/// The weight of an office, 0 the weightiest: of several that one person holds the weightiest is shown.
fn rank(role: &Role) -> usize {
    let office = role.office.as_deref().and_then(|office| office.split_once('/'));
    let kind = office.map(|(place, what)| (if is_code(place) { "state" } else { "body" }, what));
    kind.and_then(|kind| RANKS.iter().position(|listed| *listed == kind)).unwrap_or(RANKS.len())
}

/// Whether the first part of an office is the code of a country or state rather than the id of a body.
fn is_code(place: &str) -> bool {
    place.starts_with(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::newsroom::Config;

    fn role(title: &str, office: &str) -> Role {
        Role {
            title: title.into(),
            en: String::new(),
            office: Some(office.into()),
            from: "2020".parse().unwrap(),
            to: None,
            checked: None,
            expected_end: None,
        }
    }

    #[test]
    fn a_title_is_what_is_left_without_the_country() {
        let title = |title: &str, office: &str| title_of(&role(title, office));
        assert_eq!(title("अमेरिका के राष्ट्रपति", "US/president"), joined_key("राष्ट्रपति"));
        assert_eq!(title("केंद्रीय क़ानून मंत्री", "IN/law-minister"), joined_key("कानून मंत्री"));
        assert_eq!(title("मध्य प्रदेश विधानसभा अध्यक्ष", "IN-MP/assembly-speaker"), joined_key("विधानसभा अध्यक्ष"));
        assert_eq!(title("पाकिस्तान की सीनेट के अध्यक्ष", "PK/senate-chair"), joined_key("सीनेट के अध्यक्ष"));
        assert_eq!(title("थल सेना प्रमुख", "IN/army-chief"), joined_key("सेना प्रमुख"));
    }

    #[test]
    fn an_office_is_found_as_text_says_it_and_its_holder_by_the_day() {
        let newsroom = Newsroom::shipped(Config::default());
        let office = |place_said: &str, title: &str| {
            let place = place(&joined_key(place_said))?;
            newsroom.offices_titled(place, standard(&joined_key(title))).into_iter().next()
        };
        assert_eq!(office("अमरीकी", "राष्ट्रपति").as_deref(), Some("US/president"));
        assert_eq!(office("केंद्रीय", "शिक्षा मंत्री").as_deref(), Some("IN/education-minister"));
        assert_eq!(office("यूपी", "सीएम").as_deref(), Some("IN-UP/chief-minister"));
        assert_eq!(office("रूसी", "मुख्यमंत्री"), None);
        let of_body = |id: &str, title: &str| newsroom.offices_titled(id, standard(&joined_key(title)));
        assert_eq!(of_body("reserve-bank-of-india", "गवर्नर"), ["reserve-bank-of-india/governor"]);
        assert_eq!(of_body("bharatiya-janata-party", "राष्ट्रीय अध्यक्ष"), ["bharatiya-janata-party/president"]);
        assert_eq!(of_body("indian-space-research-organisation", "चीफ़").len(), 1, "इसरो चीफ़");
        assert_eq!(of_body("supreme-court-of-india", "प्रधान न्यायाधीश"), ["IN/chief-justice"]);
        let holder = |day: &str| {
            let holder = newsroom.holder_on("US/president", day.parse().unwrap());
            holder.map(|(actor, _)| newsroom.actor(actor).id.as_str())
        };
        assert_eq!(holder("2025-01-19"), Some("joe-biden"));
        assert_eq!(holder("2025-01-20"), Some("donald-trump"));
        assert_eq!(holder("2090-01-20"), None, "nobody knows");
    }
}
