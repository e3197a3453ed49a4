//! House styles that ship: `extends = "pack:NAME"`.

use super::Message;
use super::nearest::nearest;

/// What stands before the name of a pack where a file could be named.
pub const PREFIX: &str = "pack:";

/// The newest form of a pack that this program reads.
pub const VERSION: i64 = 1;

/// A house style that ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pack {
    /// What it is called behind [`PREFIX`].
    pub name: &'static str,
    /// Its text, a `vartani.toml`.
    pub text: &'static str,
}

/// All packs, by name.
pub const PACKS: &[Pack] = &[
    Pack { name: "broadcast", text: include_str!("../../data/packs/broadcast.toml") },
    Pack { name: "daily", text: include_str!("../../data/packs/daily.toml") },
    Pack { name: "hindi-directorate", text: include_str!("../../data/packs/hindi-directorate.toml") },
];

/// The pack that a name with [`PREFIX`] means; `None` for the name of a file.
///
/// # Errors
/// There is no such pack.
pub fn find(name: &str) -> Option<Result<Pack, Message>> {
    let wanted = name.strip_prefix(PREFIX)?;
    let found = PACKS.iter().find(|pack| pack.name == wanted);
    Some(found.copied().ok_or_else(|| no_pack(wanted)))
}

fn no_pack(name: &str) -> Message {
    let names: Vec<&str> = PACKS.iter().map(|pack| pack.name).collect();
    let all = names.join(", ");
    let (hi, en) = match nearest(name, names) {
        Some(meant) => (format!("क्या `{PREFIX}{meant}` चाहिए?"), format!("did you mean `{PREFIX}{meant}`?")),
        None => (format!("ये हैं: {all}"), format!("there are {all}")),
    };
    Message::new(
        format!("`{PREFIX}{name}` नाम की कोई शैली नहीं है; {hi}"),
        format!("there is no pack `{PREFIX}{name}`; {en}"),
    )
}
