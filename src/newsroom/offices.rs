//! Offices of countries and states: how text says them, and who held them on a day.
//!
//! Titles are compared by joined keys, so that प्रधानमंत्री and प्रधान मंत्री are one. What papers print
//! is in `data/offices/`; what an office is called, in the roles of the actors.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::actor::{Actor, Role};
use super::calendar::partial_in_words;
use super::gazetteer::{Gazetteer, and, joined_key, key};
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

// `static PLACES, NAMES, TITLES: &[(&str, &str)]`: joined key to code, code to joined key of the preferred
// name, joined key to joined key; `RANKS: &[(&str, &str)]`: kind of place and what, the weightiest first (not
// sorted); `BARE: &[(&str, Bare)]`; `HONORIFIC, QUALIFIED, OTHER_TIME, MEASURE,
// YEAR_OLD, YEARS: &[&str]`. All sorted.
include!(concat!(env!("OUT_DIR"), "/offices.rs"));

/// What stands between a country and a title.
const OF: [&str; 3] = ["के", "की", "का"];

fn find<T: Copy>(table: &[(&str, T)], key: &str) -> Option<T> {
    table.binary_search_by_key(&key, |(known, _)| known).ok().map(|at| table[at].1)
}

/// The code of a country or state by the joined key of its name or adjective: अमेरिका, अमेरिकी.
pub fn place(joined: &str) -> Option<&'static str> {
    find(PLACES, joined)
}

/// The joined key of a title as roles write it: मुख्यमंत्री of सीएम.
pub fn standard(joined: &str) -> &str {
    find(TITLES, joined).unwrap_or(joined)
}

/// Whether a title, by its joined key, means an office with nothing before it.
pub fn bare(title: &str) -> Bare {
    find(BARE, title).unwrap_or(Bare::Once)
}

/// Whether a word, by its key, stands between a country and a title.
pub fn is_of(word: &str) -> bool {
    OF.contains(&word)
}

/// Whether a word, by its key, stands between a title and a name: श्री.
pub fn is_honorific(word: &str) -> bool {
    HONORIFIC.binary_search(&word).is_ok()
}

/// Whether a word, by its key, makes the title after it another, or one not yet held: उप, निर्वाचित.
pub fn is_qualifier(word: &str) -> bool {
    QUALIFIED.binary_search(&word).is_ok()
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
    let key = key(&role.title);
    let words: Vec<&str> = key.split(' ').map(and).collect();
    let of = |n: usize| place(&words[..n].concat()).is_some_and(|code| Some(code) == place_of(role));
    let owner = (1..words.len()).rev().find(|n| of(*n)).unwrap_or(0);
    let rest = match words.get(owner) {
        Some(word) if owner > 0 && is_of(word) => owner + 1,
        _ => owner,
    };
    standard(&words[rest..].concat()).to_owned()
}

impl Newsroom {
    /// Who held an office on a day, as far as that is certain.
    pub fn holder_on(&self, office: &str, day: Date) -> Option<(ActorRef, &Role)> {
        self.all(|gazetteer| gazetteer.holders(office).collect()).find_map(|holder| {
            let actor = self.actor(holder);
            let is_held =
                |role: &&Role| role.office.as_deref() == Some(office) && role.certainly_held_on(day);
            actor.roles.iter().find(is_held).map(|role| (holder, role))
        })
    }

    /// The office of a country or state with a title, both as text says them.
    pub fn office_titled(&self, code: &str, title: &str) -> Option<String> {
        let name = find(NAMES, code)?;
        let written = [
            title.to_owned(),
            format!("{name}के{title}"),
            format!("{name}की{title}"),
            joined_key("केंद्रीय") + title,
        ];
        written.iter().find_map(|written| {
            let holder = self.all(|gazetteer| gazetteer.titled(code, written).collect()).next()?;
            let is_it = |role: &&Role| place_of(role) == Some(code) && joined_key(&role.title) == *written;
            self.actor(holder).roles.iter().find(is_it)?.office.clone()
        })
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

/// The last day for which an office of the shipped knowledge has been checked.
pub fn data_day() -> Date {
    env!("VARTANI_DATA_DAY").parse().unwrap_or(Date::MIN)
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
        assert_eq!(title("थल सेना प्रमुख", "IN/army-chief"), joined_key("थल सेना प्रमुख"));
    }

    #[test]
    fn an_office_is_found_as_text_says_it_and_its_holder_by_the_day() {
        let newsroom = Newsroom::shipped(Config::default());
        let office = |place_said: &str, title: &str| {
            newsroom.office_titled(place(&joined_key(place_said))?, standard(&joined_key(title)))
        };
        assert_eq!(office("अमरीकी", "राष्ट्रपति").as_deref(), Some("US/president"));
        assert_eq!(office("केंद्रीय", "शिक्षा मंत्री").as_deref(), Some("IN/education-minister"));
        assert_eq!(office("यूपी", "सीएम").as_deref(), Some("IN-UP/chief-minister"));
        assert_eq!(office("रूसी", "मुख्यमंत्री"), None);
        let holder = |day: &str| {
            let holder = newsroom.holder_on("US/president", day.parse().unwrap());
            holder.map(|(actor, _)| newsroom.actor(actor).id.as_str())
        };
        assert_eq!(holder("2025-01-19"), Some("joe-biden"));
        assert_eq!(holder("2025-01-20"), Some("donald-trump"));
        assert_eq!(holder("2090-01-20"), None, "nobody knows");
    }
}
