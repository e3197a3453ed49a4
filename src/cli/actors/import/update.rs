//! What an import says beyond the entry that is known already: an end, a new role, a day of birth.

use crate::newsroom::new_actor::{NewActor, patch_table};
use crate::newsroom::patch::is_same_office;
use crate::newsroom::{Message, PartialDate, Role};

/// What is compared with an entry of an import.
#[derive(Clone)]
pub(super) struct Facts {
    pub born: Option<PartialDate>,
    pub died: Option<PartialDate>,
    pub roles: Vec<Role>,
}

/// What an import adds to an entry.
#[derive(Default)]
pub(super) struct Update {
    born: Option<PartialDate>,
    died: Option<PartialDate>,
    roles: Vec<Role>,
}

impl Update {
    /// What `new` adds, and where it says otherwise than what is known. That a day is more exact counts only where it
    /// can be taken over.
    pub fn of(known: &Facts, new: &NewActor, can_patch: bool) -> (Update, Vec<Message>) {
        let (mut update, mut conflicts) = (Update::default(), Vec::new());
        for (what, ours, theirs, taken) in [
            ("born", known.born, new.born, &mut update.born),
            ("died", known.died, new.died, &mut update.died),
        ] {
            match (ours, theirs) {
                (Some(ours), Some(theirs)) if !agree(ours, theirs) => {
                    conflicts.push(Message::new(
                        format!("{what} यहाँ {ours} है, लाई गई फ़ाइल में {theirs}"),
                        format!("{what} is {ours} here and {theirs} in the import"),
                    ));
                }
                (None, Some(_)) => *taken = theirs,
                (Some(ours), Some(theirs)) if can_patch && is_exacter(theirs, ours) => *taken = Some(theirs),
                _ => {}
            }
        }
        for role in &new.roles {
            let is_same = |ours: &&Role| agree(ours.from, role.from) && is_alike(ours, role);
            let taken = match known.roles.iter().find(is_same) {
                Some(ours) => match (ours.to, role.to) {
                    (None, Some(to)) => {
                        Some(Role { to: Some(to), checked: None, expected_end: None, ..ours.clone() })
                    }
                    (Some(ours_to), Some(to)) if !agree(ours_to, to) => {
                        conflicts.push(Message::new(
                            format!("“{}” का अंत यहाँ {ours_to} है, लाई गई फ़ाइल में {to}", ours.title),
                            format!("\"{}\" ends {ours_to} here and {to} in the import", ours.title),
                        ));
                        None
                    }
                    _ => None,
                },
                None => match known.roles.iter().find(|ours| is_alike(ours, role) && ours.overlaps(role)) {
                    Some(ours) => {
                        conflicts.push(Message::new(
                            format!(
                                "“{}” की शुरुआत यहाँ {} है, लाई गई फ़ाइल में {}",
                                ours.title, ours.from, role.from
                            ),
                            format!(
                                "\"{}\" begins {} here and {} in the import",
                                ours.title, ours.from, role.from
                            ),
                        ));
                        None
                    }
                    None => Some(role.clone()),
                },
            };
            update.roles.extend(taken);
        }
        update.roles.sort_by_key(|role| role.from.latest());
        (update, conflicts)
    }

    /// Whether nothing is added.
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty() && self.born.is_none() && self.died.is_none()
    }

    /// The table that adds it to the actor with this id.
    pub fn to_toml(&self, id: &str) -> String {
        patch_table(id, &self.roles, self.born, self.died)
    }

    /// What it adds, in a sentence.
    pub fn in_words(&self) -> String {
        let days = [("born", self.born), ("died", self.died)];
        let days = days.into_iter().filter_map(|(what, day)| Some(format!("{what} {}", day?)));
        let roles = self.roles.iter().map(|role| {
            let to = role.to.map_or_else(|| "open".to_owned(), |to| to.to_string());
            format!("\"{}\" ({} to {to})", role.title, role.from)
        });
        days.chain(roles).collect::<Vec<_>>().join("; ")
    }
}

/// Whether two roles may be of one office, of which one may lack the name.
fn is_alike(one: &Role, other: &Role) -> bool {
    is_same_office(one, other) || one.title == other.title
}

/// Whether two dates may be one, of which one is less exact.
fn agree(one: PartialDate, other: PartialDate) -> bool {
    one.earliest() <= other.latest() && other.earliest() <= one.latest()
}

fn is_exacter(one: PartialDate, other: PartialDate) -> bool {
    one != other && other.earliest() <= one.earliest() && one.latest() <= other.latest()
}

/// What is wrong with the roles of a new entry, so that `actors check` would not accept it.
pub(super) fn contradiction(new: &NewActor) -> Option<Message> {
    for (at, role) in new.roles.iter().enumerate() {
        let (title, from) = (&role.title, role.from);
        if let Some(other) =
            new.roles[..at].iter().find(|other| is_alike(other, role) && other.overlaps(role))
        {
            return Some(Message::new(
                format!("“{title}” {} से और {from} से साथ-साथ चलता है", other.from),
                format!("\"{title}\" from {} and from {from} overlap", other.from),
            ));
        }
        let outlives = |died: PartialDate| {
            role.from.earliest() > died.latest()
                || role.to.is_none_or(|to| died.latest().tomorrow().is_ok_and(|after| to.earliest() > after))
        };
        if new.died.is_some_and(outlives) {
            return Some(Message::new(
                format!("“{title}” ({from} से) निधन के बाद भी चलता है"),
                format!("\"{title}\" from {from} goes on after the death"),
            ));
        }
        if new.born.is_some_and(|born| role.from.latest() < born.earliest()) {
            return Some(Message::new(
                format!("“{title}” जन्म से पहले शुरू होता है"),
                format!("\"{title}\" begins before the birth"),
            ));
        }
    }
    None
}
