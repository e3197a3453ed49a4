//! Roles against the life of who held them, and against each other.

use super::doubt::{Doubt, Entry};
use crate::newsroom::actor::{Actor, Role};

pub(super) fn doubts<'a>(entries: &[Entry<'a>], out: &mut Vec<Doubt<'a>>) {
    for entry in entries.iter().filter(|entry| entry.file.is_some()) {
        for (number, role) in entry.actor.roles.iter().enumerate() {
            let messages = [outlives(entry.actor, role), twice(entry.actor, number)];
            out.extend(messages.into_iter().flatten().map(|text| Doubt::of_role(*entry, number, text)));
        }
    }
}

/// A role before birth or after death.
fn outlives(actor: &Actor, role: &Role) -> Option<String> {
    let title = &role.title;
    if actor.born.is_some_and(|born| role.from.latest() < born.earliest()) {
        return Some(format!("\"{title}\" begins before the person was born"));
    }
    let died = actor.died?;
    if role.from.earliest() > died.latest() {
        return Some(format!("\"{title}\" begins after the person died"));
    }
    let after = died.latest().tomorrow().ok()?;
    match role.to {
        None => Some(format!("\"{title}\" has no end, but the person died on {died}; write `to`")),
        Some(to) if to.earliest() > after => Some(format!("\"{title}\" ends after the person died ({died})")),
        Some(_) => None,
    }
}

/// A role that one person holds twice on the same day.
fn twice(actor: &Actor, number: usize) -> Option<String> {
    let role = &actor.roles[number];
    let is_same = |other: &&Role| match (&role.office, &other.office) {
        (Some(office), Some(other)) => office == other,
        _ => role.title == other.title,
    };
    let other = actor.roles[..number].iter().filter(is_same).find(|other| role.overlaps(other))?;
    Some(format!(
        "\"{}\" from {} and \"{}\" from {} overlap; correct their dates or make them one",
        role.title, role.from, other.title, other.from
    ))
}
