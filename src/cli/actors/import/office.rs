//! Which office a title means, so that imported roles are held to the same record as those that ship.

use crate::newsroom::gazetteer::{self, joined_key};
use crate::newsroom::{Kind, Newsroom, Role, offices};

/// The offices that are known.
pub(super) struct Offices<'n> {
    newsroom: &'n Newsroom,
}

impl<'n> Offices<'n> {
    /// Those of a newsroom.
    pub fn new(newsroom: &'n Newsroom) -> Offices<'n> {
        Offices { newsroom }
    }

    /// The office that a title means with its country, state or body: `IN-UP/chief-minister` of उत्तर प्रदेश के मुख्यमंत्री;
    /// `None` where it means none that is known, or several.
    pub fn of(&self, title: &str) -> Option<String> {
        let words: Vec<&str> = title.split(' ').collect();
        let office = |split: usize| {
            let owner = self.owner(&words[..split].join(" "))?;
            let is_of = |word: &&&str| offices::is_of(&gazetteer::key(word));
            let rest = if words.get(split).as_ref().is_some_and(is_of) { split + 1 } else { split };
            let key = joined_key(&words.get(rest..)?.join(" "));
            let titled = self.newsroom.offices_titled(&owner, offices::standard(&key));
            <[String; 1]>::try_from(titled).ok().map(|[office]| office)
        };
        (1..words.len()).rev().find_map(office)
    }

    /// The code of a country or state, or the id of a body.
    fn owner(&self, name: &str) -> Option<String> {
        if let Some(code) = offices::place(&joined_key(name)) {
            return Some(code.to_owned());
        }
        let names = self.newsroom.names(&self.newsroom.walk(&self.newsroom.start(), &gazetteer::key(name)));
        let bodies = names.iter().map(|name| self.newsroom.actor(name.actor));
        let mut bodies = bodies.filter(|actor| actor.kind == Kind::Organisation);
        bodies.next().map(|body| body.id.clone())
    }

    /// Whether somebody of another name, by its key, is on record in an office at the time of a role.
    pub fn is_taken(&self, office: &str, name: &str, role: &Role) -> bool {
        let others = self.newsroom.holders(office);
        let others = others.filter(|actor| gazetteer::key(actor.name()) != name);
        others
            .flat_map(|actor| &actor.roles)
            .any(|other| other.office.as_deref() == Some(office) && other.overlaps(role))
    }
}
