//! The title before a name: पूर्व अमेरिकी राष्ट्रपति जो बाइडेन.

use std::ops::Range;

use super::block_view::BlockView;
use crate::newsroom::gazetteer::and;
use crate::newsroom::offices;

/// The title before a name, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Its joined key, as roles have it: मुख्यमंत्री where सीएम is written.
    pub key: String,
    /// The code of the country or state before it.
    pub place: Option<&'static str>,
    /// The tokens of the title with an adjective of country: अमेरिकी राष्ट्रपति, but राष्ट्रपति of अमेरिका के राष्ट्रपति.
    pub tokens: Range<usize>,
    /// The first token of all that belongs to it, country and पूर्व.
    pub start: usize,
    /// The token of पूर्व, if it is called a former one.
    pub former: Option<usize>,
    /// Whether a word before it makes it another title, or one that is not held: उप, निर्वाचित, राज्य के.
    pub is_qualified: bool,
}

/// A title is at most so many words.
const MAX_WORDS: usize = 6;

/// The name of a country or state is at most so many words.
const MAX_OF_A_PLACE: usize = 3;

const FORMER: &str = "पूर्व";

/// The longest title that ends right before token `name` and that is one: `is_title` is told the joined key and
/// the country or state.
pub fn before(
    view: &BlockView<'_>,
    name: usize,
    is_title: impl Fn(&str, Option<&'static str>) -> bool,
) -> Option<Title> {
    let end = before_honorifics(view, name);
    let longest =
        (1..=MAX_WORDS).take_while(|words| *words <= end && key(view, end - words).is_some()).last()?;
    (1..=longest).rev().find_map(|words| {
        let start = end - words;
        let written: String = (start..end).filter_map(|at| key(view, at)).collect();
        let title = offices::standard(&written);
        let title = Title::read(view, title, start..end);
        is_title(&title.key, title.place).then_some(title)
    })
}

impl Title {
    fn read(view: &BlockView<'_>, key: &str, words: Range<usize>) -> Title {
        let mut title = Title {
            key: key.to_owned(),
            place: None,
            start: words.start,
            tokens: words,
            former: None,
            is_qualified: false,
        };
        title.take_former(view);
        let of = title.start.checked_sub(1).filter(|at| is(view, *at, offices::is_of));
        if let Some((place, first)) = place_before(view, of.unwrap_or(title.start)) {
            title.place = Some(place);
            title.start = first;
            if of.is_none() && title.former.is_none() {
                title.tokens.start = first;
            }
        } else if of.is_some() {
            title.is_qualified = true;
        }
        title.take_former(view);
        let qualifies = |at: usize| is(view, at, offices::is_qualifier);
        title.is_qualified |= title.start.checked_sub(1).is_some_and(qualifies);
        title.is_qualified |= title.former.is_some_and(|at| at != title.start && qualifies(at - 1));
        title.is_qualified |= title.tokens.start.checked_sub(1).is_some_and(qualifies);
        title
    }

    fn take_former(&mut self, view: &BlockView<'_>) {
        let Some(at) = self.start.checked_sub(1).filter(|at| is(view, *at, |word| word == FORMER)) else {
            return;
        };
        self.former = Some(at);
        self.start = at;
    }
}

/// Where a title before a name may end: before श्री, डॉ. and the like.
fn before_honorifics(view: &BlockView<'_>, name: usize) -> usize {
    let mut at = name;
    while let Some(before) = at.checked_sub(1) {
        let word = if view.is_mark(before, '.') { before.checked_sub(1) } else { Some(before) };
        match word.filter(|word| is(view, *word, offices::is_honorific)) {
            Some(word) => at = word,
            None => break,
        }
    }
    at
}

/// The country or state whose name or adjective ends right before token `end`, and its first token.
fn place_before(view: &BlockView<'_>, end: usize) -> Option<(&'static str, usize)> {
    (1..=MAX_OF_A_PLACE).rev().filter(|words| *words <= end).find_map(|words| {
        let written: Option<String> = (end - words..end).map(|at| key(view, at)).collect();
        Some((offices::place(&written?)?, end - words))
    })
}

/// The key of the word at a token, to be joined with others.
fn key<'a>(view: &BlockView<'a>, at: usize) -> Option<&'a str> {
    view.word(at).map(|word| and(&word.key))
}

fn is(view: &BlockView<'_>, at: usize, holds: impl Fn(&str) -> bool) -> bool {
    view.word(at).is_some_and(|word| holds(&word.key))
}
