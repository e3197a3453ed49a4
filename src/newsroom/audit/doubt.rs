//! What there is to say about an actor.

use crate::newsroom::Message;
use crate::newsroom::actor::Actor;

/// An actor under audit.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// The number of its file; `None` for one that is only there to be compared with.
    pub file: Option<usize>,
    pub actor: &'a Actor,
}

/// Something to say about an actor.
pub struct Doubt<'a> {
    pub about: Entry<'a>,
    /// The role it is about, if it is about one.
    pub role: Option<usize>,
    pub message: Message,
    pub is_note: bool,
}

impl<'a> Doubt<'a> {
    pub fn fault(about: Entry<'a>, message: Message) -> Doubt<'a> {
        Doubt { about, role: None, message, is_note: false }
    }

    pub fn of_role(about: Entry<'a>, role: usize, message: Message) -> Doubt<'a> {
        Doubt { about, role: Some(role), message, is_note: false }
    }

    pub fn noted(self) -> Doubt<'a> {
        Doubt { is_note: true, ..self }
    }
}
