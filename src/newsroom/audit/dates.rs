//! Roles against the life of who held them, and against each other.

use super::doubt::{Doubt, Entry};
use crate::newsroom::Message;
use crate::newsroom::actor::{Actor, Role};

pub(super) fn doubts<'a>(entries: &[Entry<'a>], out: &mut Vec<Doubt<'a>>) {
    for entry in entries.iter().filter(|entry| entry.file.is_some()) {
        for (number, role) in entry.actor.roles.iter().enumerate() {
            let messages = [outlives(entry.actor, role), twice(entry.actor, number)];
            out.extend(messages.into_iter().flatten().map(|text| Doubt::of_role(*entry, number, text)));
            let early = checked_early(entry.actor, role);
            out.extend(early.map(|text| Doubt::of_role(*entry, number, text).noted()));
        }
    }
}

/// A role before birth or after death.
fn outlives(actor: &Actor, role: &Role) -> Option<Message> {
    let title = &role.title;
    if actor.born.is_some_and(|born| role.from.latest() < born.earliest()) {
        return Some(Message::new(
            format!("“{title}” जन्म से पहले शुरू होता है"),
            format!("\"{title}\" begins before the person was born"),
        ));
    }
    let died = actor.died?;
    if role.from.earliest() > died.latest() {
        return Some(Message::new(
            format!("“{title}” निधन के बाद शुरू होता है"),
            format!("\"{title}\" begins after the person died"),
        ));
    }
    let after = died.latest().tomorrow().ok()?;
    match role.to {
        None => Some(Message::new(
            format!("“{title}” का अंत नहीं लिखा, पर निधन {died} को हुआ; `to` लिखें"),
            format!("\"{title}\" has no end, but the person died on {died}; write `to`"),
        )),
        Some(to) if to.earliest() > after => Some(Message::new(
            format!("“{title}” निधन ({died}) के बाद ख़त्म होता है"),
            format!("\"{title}\" ends after the person died ({died})"),
        )),
        Some(_) => None,
    }
}

/// A role that one person holds twice on the same day.
fn twice(actor: &Actor, number: usize) -> Option<Message> {
    let role = &actor.roles[number];
    let is_same = |other: &&Role| match (&role.office, &other.office) {
        (Some(office), Some(other)) => office == other,
        _ => role.title == other.title,
    };
    let other = actor.roles[..number].iter().filter(is_same).find(|other| role.overlaps(other))?;
    let (title, from, second, second_from) = (&role.title, role.from, &other.title, other.from);
    Some(Message::new(
        format!("“{title}” ({from} से) और “{second}” ({second_from} से) साथ-साथ चलते हैं; तारीख़ें सुधारें या एक ही रखें"),
        format!(
            "\"{title}\" from {from} and \"{second}\" from {second_from} overlap; correct their dates or make them one"
        ),
    ))
}

/// A role that was looked up before it began. The day of the whole record is none of the role's own.
fn checked_early(actor: &Actor, role: &Role) -> Option<Message> {
    let checked = role.checked.filter(|_| role.checked != actor.as_of)?;
    let (title, from) = (&role.title, role.from);
    (checked.latest() < from.earliest()).then(|| {
        Message::new(
            format!("“{title}” का `checked` ({checked}) उसके शुरू होने ({from}) से पहले का है"),
            format!("\"{title}\" was `checked` on {checked}, before it begins on {from}"),
        )
    })
}
