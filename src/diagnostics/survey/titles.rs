//! What schools of spelling and their sides are called by people.

use crate::newsroom::Message;
use crate::newsroom::orthography::School;
use crate::rules::orthography::side_names;

/// What a school is called, by the word for it in [`Row::item`](super::Row::item); `None` for a pair of spellings.
pub fn school_title(school: &str) -> Option<Message> {
    let sides = side_names(School::called(school)?);
    let (hi, en): (Vec<&str>, Vec<&str>) = sides.iter().map(|side| (&*side.hi, &*side.en)).unzip();
    Some(Message::new(hi.join(" या "), en.join(" or ")))
}

/// What a side of a school is called, by the words for both; `None` for spellings, which need no other name.
pub fn side_title(school: &str, side: &str) -> Option<Message> {
    let school = School::called(school)?;
    let sides = side_names(school);
    let at = (0..sides.len())
        .find(|&at| school.side_word(crate::newsroom::orthography::Side(at as u8)) == side)?;
    sides.into_iter().nth(at)
}
