//! The short forms that are part of a full name, and what becomes of them when that gets another text.

use crate::diagnostics::Snapshot;
use crate::reading::Mention;

/// A short form that gets another text along with the full name.
pub(super) struct ShortForm<'a> {
    /// One of its mentions.
    pub mention: &'a Mention,
    /// Its new text.
    pub new: String,
}

/// The short forms in the article that are part of the name that is mentioned, where `new` changes that part.
pub(super) fn along<'a>(snapshot: &'a Snapshot, full: &Mention, new: &str) -> Vec<ShortForm<'a>> {
    let names = &snapshot.newsroom.actor(full.actor).names;
    let Some(name) = names.get(full.form as usize).filter(|_| !full.latin) else { return Vec::new() };
    let listed = words(&name.text);
    let (old, new) = (words(snapshot.words_of(full)), words(new));
    let form = |(number, form): (usize, &crate::newsroom::Name)| {
        let part = words(&form.text);
        let at = listed
            .windows(part.len())
            .position(|window| window == part)
            .filter(|_| part.len() < listed.len())?;
        let changed = part_of(&new, listed.len(), at, part.len())?;
        // As it is written here, or as it is listed: a part that stays is left alone in all its spellings
        if changed == part || part_of(&old, listed.len(), at, part.len()) == Some(changed) {
            return None;
        }
        let is_form = |m: &&Mention| m.actor == full.actor && !m.latin && usize::from(m.form) == number;
        let mention = snapshot.mentions().iter().find(is_form)?;
        Some(ShortForm { mention, new: changed.join(" ") })
    };
    names.iter().enumerate().filter_map(form).collect()
}

fn words(name: &str) -> Vec<&str> {
    name.split_whitespace().collect()
}

/// What corresponds in `words` to `count` words at `at` of a name of `whole` words. Where the names differ in
/// length, only what stands at an end does: the surname stays the surname.
fn part_of<'w, 'a>(words: &'w [&'a str], whole: usize, at: usize, count: usize) -> Option<&'w [&'a str]> {
    if words.len() == whole {
        return words.get(at..at + count);
    }
    if words.len() <= count {
        return None;
    }
    if at + count == whole {
        return words.get(words.len() - count..);
    }
    (at == 0).then(|| &words[..count])
}
