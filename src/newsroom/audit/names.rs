//! Names that two actors answer to.

use std::collections::BTreeMap;

use super::doubt::{Doubt, Entry};
use crate::newsroom::Message;
use crate::newsroom::actor::{Form, Kind};
use crate::newsroom::gazetteer::{key, spellings_of};

/// A name or spelling of an entry.
#[derive(Clone, Copy)]
struct Claim<'a> {
    entry: Entry<'a>,
    /// Whether it is one of the preferred spellings.
    is_preferred: bool,
    /// Whether it is the full name.
    is_full: bool,
    /// Whether it means the actor by itself.
    alone: bool,
}

pub(super) fn doubts<'a>(entries: &[Entry<'a>], out: &mut Vec<Doubt<'a>>) {
    let mut claims: BTreeMap<String, Vec<Claim<'a>>> = BTreeMap::new();
    for entry in entries {
        if entry.file.is_some() {
            out.extend(badly_formed(&entry.actor.id).map(|message| Doubt::fault(*entry, message)));
        }
        for name in &entry.actor.names {
            for (number, spelling) in spellings_of(entry.actor, &name.text).iter().enumerate() {
                let claim = Claim {
                    entry: *entry,
                    is_preferred: number == 0,
                    is_full: name.form == Form::Full,
                    alone: name.alone,
                };
                let all = claims.entry(key(spelling)).or_default();
                if all.iter().all(|other| other.entry.actor.id != entry.actor.id) {
                    all.push(claim);
                }
            }
        }
    }
    for (name, claims) in &claims {
        for (at, claim) in claims.iter().enumerate() {
            out.extend(claims[..at].iter().find_map(|other| collision(name, *other, *claim)));
        }
    }
}

fn badly_formed(id: &str) -> Option<Message> {
    let is_good =
        !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (!is_good).then(|| {
        Message::new(
            "id में छोटे रोमन अक्षर, अंक और हाइफ़न ही होते हैं: [asha-devi]",
            "an id has small Latin letters, digits and hyphens: [asha-devi]",
        )
    })
}

/// What is wrong when two answer to one name.
fn collision<'a>(name: &str, first: Claim<'a>, second: Claim<'a>) -> Option<Doubt<'a>> {
    let (claim, other) = if second.entry.file.is_some() { (second, first) } else { (first, second) };
    let (actor, twin) = (claim.entry.actor, other.entry.actor);
    if !(claim.alone && other.alone) {
        return None;
    }
    let same_kind = actor.kind == twin.kind;
    if claim.is_full && other.is_full && same_kind && claim.is_preferred && other.is_preferred {
        let told_apart = actor.kind == Kind::Person && actor.born.is_some() && twin.born.is_some();
        if told_apart && actor.born != twin.born {
            let message = Message::new(
                format!("“{name}” [{}] का नाम भी है; कौन है, यह ख़बर से पता चले", twin.id),
                format!("{name} is the name of [{}] too; the article has to tell which", twin.id),
            );
            return Some(Doubt::fault(claim.entry, message).noted());
        }
        let message = Message::new(
            format!("“{name}” [{}] का नाम भी है; एक ही हों तो एक खंड रखें, नहीं तो दोनों में `born` लिखें", twin.id),
            format!(
                "{name} is the name of [{}] too; if they are one, make them one table, else give `born` to both",
                twin.id
            ),
        );
        return Some(Doubt::fault(claim.entry, message));
    }
    let message = if claim.is_preferred || other.is_preferred {
        Message::new(
            format!("अकेला “{name}” [{}] भी है; किसी एक से `alone` या यह वर्तनी हटाएँ", twin.id),
            format!(
                "{name} alone means [{}] too; leave out `alone`, or the spelling, at one of them",
                twin.id
            ),
        )
    } else {
        Message::new(
            format!("“{name}” [{}] की वर्तनी भी है; किसी एक से हटाएँ", twin.id),
            format!("{name} is a spelling of [{}] too; leave it out at one of them", twin.id),
        )
    };
    Some(Doubt::fault(claim.entry, message))
}
