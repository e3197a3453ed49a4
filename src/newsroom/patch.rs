//! Patches: what a newsroom adds to an actor of record without writing the whole entry anew.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::actor::{Actor, Form, Name, Role};
use super::{Message, PartialDate};

/// What is added to an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// Whose entry it adds to.
    pub id: String,
    /// Where it stands in its file.
    pub place: Range<usize>,
    /// Roles: one with the office (or, where there is none, the title) and the first day of a role of record takes its
    /// place, others are added.
    pub roles: Vec<Role>,
    /// Other Hindi names.
    pub also: Vec<String>,
    /// Date of birth.
    pub born: Option<PartialDate>,
    /// Date of death.
    pub died: Option<PartialDate>,
    /// One line on who or what it is, in Hindi.
    pub hi: Option<String>,
    /// One line on who or what it is, in English.
    pub en: Option<String>,
}

/// The roles that patches have touched, so that no two touch the same.
pub type Touched = FxHashSet<(String, String, PartialDate)>;

impl Patch {
    /// The actor with what the patch adds.
    ///
    /// # Errors
    /// One sentence: another patch touches the same role, or roles overlap after it.
    pub fn apply(&self, base: &Actor, touched: &mut Touched) -> Result<Actor, Message> {
        let mut actor = base.clone();
        for role in &self.roles {
            let office = role.office.as_ref().unwrap_or(&role.title);
            if !touched.insert((self.id.clone(), office.clone(), role.from)) {
                return Err(Message::new(
                    format!("[{}]: “{}” ({} से) पर दो पैच हैं; एक ही रखें", self.id, role.title, role.from),
                    format!("[{}]: two patches for \"{}\" from {}", self.id, role.title, role.from),
                ));
            }
            let is_it = |known: &&mut Role| known.from == role.from && is_same_office(known, role);
            match actor.roles.iter_mut().find(is_it) {
                Some(known) => *known = role.clone(),
                None => actor.roles.push(role.clone()),
            }
        }
        actor.roles.sort_by_key(|role| role.from.latest());
        if let Some((one, other)) = overlapping(&actor.roles) {
            return Err(Message::new(
                format!(
                    "[{}]: पैच के बाद “{}” ({} से) और “{}” ({} से) साथ-साथ चलते हैं; पहले का `to` लिखें",
                    self.id, one.title, one.from, other.title, other.from
                ),
                format!(
                    "[{}]: after the patch \"{}\" from {} and \"{}\" from {} overlap; close the first with `to`",
                    self.id, one.title, one.from, other.title, other.from
                ),
            ));
        }
        let named = |text: &String| Name { text: text.clone(), form: Form::Other, alone: text.contains(' ') };
        actor.names.extend(self.also.iter().map(named));
        actor.born = self.born.or(actor.born);
        actor.died = self.died.or(actor.died);
        actor.hi.clone_from(self.hi.as_ref().unwrap_or(&base.hi));
        actor.en.clone_from(self.en.as_ref().unwrap_or(&base.en));
        Ok(actor)
    }

    /// The sentence where there is nobody with its id.
    pub fn nobody(&self) -> Message {
        Message::new(
            format!("[{}]: ऐसा कोई नाम नहीं है जिसमें जोड़ा जाए; `vartani actors list` में सब नाम हैं", self.id),
            format!(
                "[{}]: there is no such actor to patch; `vartani actors list` lists those that are known",
                self.id
            ),
        )
    }
}

/// Whether two roles are of one office, or have one title where they have none.
pub fn is_same_office(one: &Role, other: &Role) -> bool {
    match (&one.office, &other.office) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.title == other.title,
        _ => false,
    }
}

/// Two roles of one office that were held on the same day.
fn overlapping(roles: &[Role]) -> Option<(&Role, &Role)> {
    let pairs =
        roles.iter().enumerate().flat_map(|(at, role)| roles[..at].iter().map(move |other| (other, role)));
    pairs.into_iter().find(|(one, other)| is_same_office(one, other) && one.overlaps(other))
}
