//! Actors: the people, places, organisations, works, programmes and events that news names.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::PartialDate;

/// A person, place, organisation, work, programme or event that news names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Unique in the newsroom, Latin letters and hyphens: `vladimir-putin`.
    pub id: String,
    /// What sort of thing it is.
    pub kind: Kind,
    /// The forms of the Hindi name: the full name first, then the short one, then others.
    pub names: Vec<Name>,
    /// The Latin forms, the preferred first.
    pub latin: Vec<String>,
    /// Words of the names with the other spellings that are in use.
    pub spellings: Vec<Spelling>,
    /// The item of Wikidata, where a source says which: `Q7747`.
    pub qid: Option<String>,
    /// One line on who or what it is, in Hindi.
    pub hi: String,
    /// One line on who or what it is, in English.
    pub en: String,
    /// The code of the country whose articles mean this actor, where the names are common nouns: `IN` of सर्वोच्च
    /// न्यायालय. In articles that speak only of other countries they mean another.
    pub home: Option<String>,
    /// The code of the country or state that a place is in: `IN-BR` of the औरंगाबाद in Bihar.
    pub within: Option<String>,
    /// Date of birth, where publicly known.
    pub born: Option<PartialDate>,
    /// Date of death.
    pub died: Option<PartialDate>,
    /// Offices held, in order of time.
    pub roles: Vec<Role>,
    /// Where the entry is from, and under which licence.
    pub source: String,
    /// The day that the whole record is of: roles without an end that have no day of their own were held on it.
    pub as_of: Option<PartialDate>,
}

/// What sort of thing an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A human being.
    Person,
    /// A party, a company, an agency, a body.
    Organisation,
    /// A country, a state, a city.
    Place,
    /// A book, a film, a treaty.
    Work,
    /// A scheme, a mission, a military operation, a satellite, a weapon, a law: मनरेगा, चंद्रयान-3.
    Programme,
    /// Something that happens and has a name: a cyclone, the Olympic Games.
    Event,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 6] =
        [Kind::Person, Kind::Organisation, Kind::Place, Kind::Work, Kind::Programme, Kind::Event];

    /// The kind that a word is for.
    pub fn called(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The word for the kind in actor files and in the output for programs.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Place => "place",
            Kind::Work => "work",
            Kind::Programme => "programme",
            Kind::Event => "event",
        }
    }
}

/// One form of an actor's Hindi name in its preferred spelling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The form, as the newsroom prints it.
    pub text: String,
    /// Which form of the name it is.
    pub form: Form,
    /// Whether the form alone, with nothing around it, means this actor.
    pub alone: bool,
}

/// Which form of an actor's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// व्लादिमीर पुतिन, भारतीय जनता पार्टी, अमेरिका.
    Full,
    /// What news says after first mention: पुतिन, भाजपा.
    Short,
    /// Another name in use: बीजेपी, संयुक्त राज्य अमेरिका.
    Other,
    /// A form the newsroom does not want to see.
    Avoid,
}

/// Other spellings of one word (or of a whole name) in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    /// The preferred spelling.
    pub of: String,
    /// Other spellings, none of them only a matter of orthography.
    pub others: Vec<String>,
}

/// An office, and when it was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The title as Hindi papers print it: अमेरिका के राष्ट्रपति.
    pub title: String,
    /// The title in English.
    pub en: String,
    /// The office, if only one person can hold it at a time: `US/president`.
    #[serde(default)]
    pub office: Option<String>,
    /// The first day in office.
    pub from: PartialDate,
    /// The first day no longer in office; `None` while it is held.
    #[serde(default)]
    pub to: Option<PartialDate>,
    /// The day up to which a role without an end is known to be held; `None` for one that is taken as held ever since.
    #[serde(default)]
    pub checked: Option<PartialDate>,
    /// When it is expected to end (retirement, the end of a term, an election): the day to look it up again.
    #[serde(default)]
    pub expected_end: Option<PartialDate>,
}

impl Role {
    /// The last day for which it is on record whether the role was held: the day it was checked, or, if it began
    /// later, the day it began. `None` where the record has no such limit.
    pub fn known_until(&self) -> Option<Date> {
        let checked = self.checked.filter(|_| self.to.is_none())?;
        Some(checked.earliest().max(self.from.earliest()))
    }

    /// Whether this and another role were certainly held on one and the same day.
    pub fn overlaps(&self, other: &Role) -> bool {
        let begun = self.from.latest().max(other.from.latest());
        let lasts = |role: &Role| role.to.is_none_or(|to| begun < to.earliest());
        lasts(self) && lasts(other)
    }

    /// Whether the role was certainly held on `date`.
    pub fn held_on(&self, date: Date) -> bool {
        self.from.latest() <= date && self.to.is_none_or(|to| date < to.earliest())
    }
}

impl Actor {
    /// The full name in its preferred spelling.
    pub fn name(&self) -> &str {
        self.names.first().map_or(self.id.as_str(), |name| &name.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_held_from_its_first_day_to_before_its_last() {
        let role = Role {
            title: "अमेरिका के राष्ट्रपति".into(),
            en: "President of the United States".into(),
            office: None,
            from: "2017-01-20".parse().unwrap(),
            to: Some("2021".parse().unwrap()),
            checked: None,
            expected_end: None,
        };
        let on = |date: &str| role.held_on(date.parse().unwrap());
        assert_eq!(
            [on("2017-01-19"), on("2017-01-20"), on("2020-12-31"), on("2021-01-01")],
            [false, true, true, false]
        );
    }
}
