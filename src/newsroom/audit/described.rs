//! The line on who somebody is, against what they hold.

use super::doubt::{Doubt, Entry};
use crate::newsroom::Message;
use crate::newsroom::actor::{Actor, Kind};

pub(super) fn doubts<'a>(entries: &[Entry<'a>], out: &mut Vec<Doubt<'a>>) {
    let people = entries.iter().filter(|entry| entry.file.is_some() && entry.actor.kind == Kind::Person);
    for entry in people {
        out.extend(
            still_called(entry.actor).map(|(number, text)| Doubt::of_role(*entry, number, text).noted()),
        );
    }
}

/// The last role of which the line gives the bare title though it has ended, and what to say.
fn still_called(actor: &Actor) -> Option<(usize, Message)> {
    let is_called = |title: &str| actor.hi.split(',').any(|part| part.trim() == title);
    let is_held = |title: &str| actor.roles.iter().any(|role| role.to.is_none() && role.title == title);
    let (number, role) = actor
        .roles
        .iter()
        .enumerate()
        .rfind(|(_, role)| role.to.is_some() && is_called(&role.title) && !is_held(&role.title))?;
    let (title, to) = (&role.title, role.to?);
    let message = Message::new(
        format!("`hi` में अब भी “{title}” है, पर वह पद {to} तक ही था; `hi` और `en` बदलें"),
        format!("`hi` says \"{title}\", which ended on {to}; bring `hi` and `en` up to date"),
    );
    Some((number, message))
}
