//! What a name leads to, and how it is written.

/// A number of an actor within its gazetteer.
pub type ActorIndex = u32;

/// One name of one actor, as the gazetteer finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Posting {
    /// Whose name.
    pub actor: ActorIndex,
    /// Which of `Actor::names`, or of `Actor::latin` if `latin`.
    pub form: u8,
    /// Whether the form alone means the actor.
    pub alone: bool,
    /// A form in Latin letters.
    pub latin: bool,
    /// A Latin form in capitals, which must be written so: NATO.
    pub acronym: bool,
    /// Whether the actor is a person.
    pub person: bool,
}

/// Begins a compiled gazetteer; other with every change of its form.
pub const MAGIC: &[u8; 8] = b"vartani8";
/// The length of what stands before the parts.
pub const HEADER: usize = 8 + 4 * 4 + 8;
/// Set in a value that leads to several postings.
pub const SEVERAL: u64 = 1 << 63;
/// Begins the keys of ids.
pub const ID: char = '#';
/// Begins the keys of offices and titles.
pub const OFFICE: char = '@';
/// Begins the keys of parts of names, which mean somebody only behind a title.
pub const PART: char = '^';
/// Begins the keys by sound.
pub const SOUND: char = '~';

impl Posting {
    /// As one number.
    pub fn pack(self) -> u64 {
        let flags = u64::from(self.alone)
            | u64::from(self.latin) << 1
            | u64::from(self.acronym) << 2
            | u64::from(self.person) << 3;
        u64::from(self.actor) | u64::from(self.form) << 32 | flags << 40
    }

    /// From [`pack`](Posting::pack).
    pub fn unpack(value: u64) -> Posting {
        let flag = |bit: u32| value >> (40 + bit) & 1 == 1;
        Posting {
            actor: value as u32,
            form: (value >> 32) as u8,
            alone: flag(0),
            latin: flag(1),
            acronym: flag(2),
            person: flag(3),
        }
    }
}
