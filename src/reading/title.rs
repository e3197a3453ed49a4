//! The title of a person, before the name or after it: पूर्व अमेरिकी राष्ट्रपति जो बाइडेन; जो बाइडेन, अमेरिका के राष्ट्रपति, …

use std::ops::Range;

use super::block_view::BlockView;
use super::name_use::NameUse;
use crate::newsroom::gazetteer::{and, joined_key};
use crate::newsroom::offices;
use crate::newsroom::{Actor, Kind, Newsroom, Role};

/// A block with the names in it: what titles are read in.
#[derive(Clone, Copy)]
pub struct TitleContext<'a> {
    /// The block.
    pub view: BlockView<'a>,
    /// The names in the block, in order.
    pub names: &'a [NameUse],
    /// The newsroom.
    pub newsroom: &'a Newsroom,
}

/// A title as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title<'a> {
    /// Its joined key, as roles have it: मुख्यमंत्री where सीएम is written.
    pub key: String,
    /// Whose office it is: the code of the country or state, or the id of the body, before it (or behind it, in brackets).
    pub owner: Option<&'a str>,
    /// The joined key of the owner's name or adjective as written.
    pub owner_written: String,
    /// The tokens of the title with an adjective of country: अमेरिकी राष्ट्रपति, but राष्ट्रपति of अमेरिका के राष्ट्रपति.
    pub tokens: Range<usize>,
    /// The first token of all that belongs to it, country and पूर्व.
    pub start: usize,
    /// The token of पूर्व, if it is called a former one.
    pub former: Option<usize>,
    /// Whether a word before it makes it another title, or one that is not held: उप, निर्वाचित, राज्य के.
    pub is_qualified: bool,
}

/// Maximum number of words in a title.
const MAX_WORDS: usize = 6;

/// Maximum number of words in the name of a country or state.
const MAX_PLACE_WORDS: usize = 3;

/// Maximum number of words of an honorific: एयर चीफ़ मार्शल.
const MAX_HONORIFIC_WORDS: usize = 3;

/// Maximum number of tokens between a name and the end of a title behind it.
const MAX_TOKENS_AFTER: usize = 12;

const FORMER: &str = "पूर्व";

impl<'a> TitleContext<'a> {
    /// The longest title that ends right before token `name`, with an honorific between or none, and that is one:
    /// `is_title` is told the joined key and the owner.
    pub fn before(&self, name: usize, is_title: impl Fn(&str, Option<&str>) -> bool) -> Option<Title<'a>> {
        self.ending_at(before_honorifics(&self.view, name), is_title)
    }

    /// The title that is said of a name that ends before token `name_end`: between commas or brackets, or with हैं.
    pub fn after(&self, name_end: usize, is_title: impl Fn(&str, Option<&str>) -> bool) -> Option<Title<'a>> {
        if self.view.is_mark(name_end, ',') {
            return self.in_commas(name_end, is_title);
        }
        if self.view.is_mark(name_end, '(') {
            return self.in_brackets(name_end, is_title);
        }
        self.as_predicate(name_end, is_title)
    }

    /// `NAME, अमेरिका के राष्ट्रपति, ने कहा`.
    fn in_commas(&self, comma: usize, is_title: impl Fn(&str, Option<&str>) -> bool) -> Option<Title<'a>> {
        let end = self.next(comma + 1, |at| self.view.is_mark(at, ','))?;
        let goes_on = self
            .view
            .word(end + 1)
            .is_some_and(|word| !matches!(&*word.key, "और" | "तथा" | "एवं" | "व" | "या"));
        let next = self.names.partition_point(|name| name.tokens.start() <= end);
        let lists = self.names.get(next).is_some_and(|name| name.tokens.start() == end + 1);
        let title = self.ending_at(end, is_title)?;
        (goes_on && !lists && title.start == comma + 1).then_some(title)
    }

    /// `NAME (मुख्यमंत्री, उत्तर प्रदेश)`, `NAME (उत्तर प्रदेश के मुख्यमंत्री)`.
    fn in_brackets(&self, open: usize, is_title: impl Fn(&str, Option<&str>) -> bool) -> Option<Title<'a>> {
        let close = self.next(open + 1, |at| self.view.is_mark(at, ')'))?;
        let starts = |title: &Title<'_>| title.start == open + 1;
        if let Some(title) = self.ending_at(close, &is_title).filter(starts) {
            return Some(title);
        }
        let comma = (open + 1..close).find(|at| self.view.is_mark(*at, ','))?;
        let (owner, first) = self.owner_before(close)?;
        let title = self.ending_at(comma, |key, _| is_title(key, Some(owner))).filter(starts)?;
        let is_owner = first == comma + 1 && title.owner.is_none();
        is_owner.then(|| Title { owner: Some(owner), owner_written: self.written(first..close), ..title })
    }

    /// `NAME अब राजस्थान के मुख्यमंत्री हैं`.
    fn as_predicate(&self, start: usize, is_title: impl Fn(&str, Option<&str>) -> bool) -> Option<Title<'a>> {
        let is_verb = |at: usize| self.is(at, |word| matches!(word, "है" | "हैं"));
        let end = (start + 1..start + MAX_TOKENS_AFTER)
            .take_while(|at| self.view.word(*at).is_some())
            .find(|at| is_verb(*at))?;
        let goes_on = self
            .view
            .word(end + 1)
            .is_none_or(|word| matches!(&*word.key, "और" | "तथा" | "एवं" | "जबकि" | "लेकिन" | "जो"));
        let title = self.ending_at(end, is_title)?;
        let says_now = (start..title.start).all(|at| self.is(at, offices::is_now));
        (goes_on && start <= title.start && says_now).then_some(title)
    }

    fn next(&self, from: usize, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        (from..from + MAX_TOKENS_AFTER).find(|at| is_it(*at))
    }

    /// The longest title that ends right before token `end`.
    fn ending_at(&self, end: usize, is_title: impl Fn(&str, Option<&str>) -> bool) -> Option<Title<'a>> {
        let is_word = |words: &usize| *words <= end && self.key(end - words).is_some();
        let longest = (1..=MAX_WORDS).take_while(is_word).last()?;
        (1..=longest).rev().find_map(|words| {
            let title = self.read(end - words..end);
            is_title(&title.key, title.owner).then_some(title)
        })
    }

    fn read(&self, words: Range<usize>) -> Title<'a> {
        let written = self.written(words.clone());
        let mut title = Title {
            key: offices::standard(&written).to_owned(),
            owner: None,
            owner_written: String::new(),
            start: words.start,
            tokens: words,
            former: None,
            is_qualified: false,
        };
        self.take_former(&mut title);
        let of = title.start.checked_sub(1).filter(|at| self.is(*at, offices::is_of));
        let end = of.unwrap_or(title.start);
        if let Some((owner, first)) = self.owner_before(end) {
            title.owner = Some(owner);
            title.owner_written = self.written(first..end);
            title.start = first;
            if of.is_none() && title.former.is_none() {
                title.tokens.start = first;
            }
            title.is_qualified |= self.is_branch(first);
        } else if of.is_some() {
            title.is_qualified = true;
        } else {
            title.owner = offices::implied_place(&written);
        }
        self.take_former(&mut title);
        let qualifies = |at: usize| self.is(at, offices::is_qualifier) || self.is_joined_to(at + 1);
        title.is_qualified |= title.start.checked_sub(1).is_some_and(qualifies);
        title.is_qualified |= title.former.is_some_and(|at| at != title.start && qualifies(at - 1));
        title.is_qualified |= title.tokens.start.checked_sub(1).is_some_and(qualifies);
        title
    }

    fn take_former(&self, title: &mut Title<'_>) {
        let Some(at) = title.start.checked_sub(1).filter(|at| self.is(*at, |word| word == FORMER)) else {
            return;
        };
        title.former = Some(at);
        title.start = at;
    }

    /// The country, state or body whose name or adjective ends right before token `end`, and its first token.
    fn owner_before(&self, end: usize) -> Option<(&'a str, usize)> {
        let named = self.name_ending_at(end);
        let body = named.and_then(|name| {
            let actors = name.names.iter().map(|name| self.newsroom.actor(name.actor));
            let mut bodies = actors.filter(|actor| actor.kind == Kind::Organisation);
            Some((bodies.next()?.id.as_str(), name.tokens.start()))
        });
        body.or_else(|| {
            (1..=MAX_PLACE_WORDS).rev().filter(|words| *words <= end).find_map(|words| {
                let is_words = (end - words..end).all(|at| self.key(at).is_some());
                let place = is_words.then(|| offices::place(&self.written(end - words..end))).flatten()?;
                Some((place, end - words))
            })
        })
    }

    /// The name that ends right before token `end`.
    fn name_ending_at(&self, end: usize) -> Option<&'a NameUse> {
        let at = self.names.partition_point(|name| name.tokens.end() < end);
        self.names.get(at).filter(|name| name.tokens.end() == end)
    }

    /// Whether what stands before a body, whose name begins at `start`, makes it one of its branches: प्रदेश भाजपा,
    /// दिल्ली कांग्रेस.
    fn is_branch(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let is_place = |kind: Kind| kind == Kind::Place;
        let named = self.name_ending_at(start);
        let of_place = named.is_some_and(|name| {
            let country =
                |at: usize| self.key(at).and_then(offices::place).is_some_and(|code| code.len() == 2);
            name.names.iter().any(|name| is_place(self.newsroom.actor(name.actor).kind)) && !country(before)
        });
        of_place || self.is(before, offices::is_branch)
    }

    /// Whether token `at` is joined to what stands before it by a hyphen: उप-राष्ट्रपति.
    fn is_joined_to(&self, at: usize) -> bool {
        at > 1 && self.view.is_mark(at - 1, '-') && self.view.is_glued(at)
    }

    /// The joined key of some words.
    fn written(&self, words: Range<usize>) -> String {
        written(&self.view, words)
    }

    /// The key of the word at a token, to be joined with others.
    fn key(&self, at: usize) -> Option<&'a str> {
        key(&self.view, at)
    }

    fn is(&self, at: usize, holds: impl Fn(&str) -> bool) -> bool {
        self.view.word(at).is_some_and(|word| holds(&word.key))
    }
}

/// Where a title before a name may end: before श्री, डॉ., एयर चीफ़ मार्शल and the like.
pub(super) fn before_honorifics(view: &BlockView<'_>, name: usize) -> usize {
    let mut at = name;
    loop {
        let stop = at.checked_sub(1).is_some_and(|before| view.is_mark(before, '.'));
        let end = if stop { at - 1 } else { at };
        let is_one = |words: &usize| *words <= end && offices::is_honorific(&written(view, end - words..end));
        match (1..=MAX_HONORIFIC_WORDS).rev().find(is_one) {
            Some(words) => at = end - words,
            None => return at,
        }
    }
}

/// The joined key of some words.
fn written(view: &BlockView<'_>, words: Range<usize>) -> String {
    words.filter_map(|at| key(view, at)).collect()
}

fn key<'a>(view: &BlockView<'a>, at: usize) -> Option<&'a str> {
    view.word(at).map(|word| and(&word.key))
}

/// Whether a title before a name, with an honorific between or none, is one that the actor has held, in a role that `fits`: its
/// last word is that of the role's title, or it is what papers write for the title: सीएम, डिप्टी सीएम.
pub(super) fn has_title_before(
    view: &BlockView<'_>,
    name: usize,
    actor: &Actor,
    fits: impl Fn(&Role) -> bool,
) -> bool {
    if actor.roles.is_empty() {
        return false;
    }
    let end = before_honorifics(view, name);
    let Some(before) = view.word_before(end) else { return false };
    let of_two = end.checked_sub(2).filter(|at| key(view, *at).is_some_and(offices::is_qualifier));
    let deputy = of_two.map(|at| written(view, at..end)).filter(|title| offices::is_title(title));
    let is_its_last_word = |role: &Role| role.title.rsplit(' ').next() == Some(&*before.text);
    let is_said_otherwise = |words: Range<usize>| {
        let said = written(view, words);
        let title = offices::standard(&said);
        (title != said).then(|| title.to_owned())
    };
    // जनरल of डायरेक्टर जनरल is an honorific elsewhere
    let short = || {
        let ends = [name, end].into_iter().flat_map(|end| [(2, end), (1, end)]);
        ends.filter(|(words, end)| words <= end).find_map(|(words, end)| is_said_otherwise(end - words..end))
    };
    let is_of = |role: &Role, title: &str| {
        offices::title_of(role) == title
            || role.title.rsplit(' ').next().is_some_and(|last| joined_key(last) == title)
    };
    match deputy {
        Some(title) => {
            let title = offices::standard(&title);
            actor.roles.iter().filter(|role| offices::title_of(role) == title).any(fits)
        }
        None if actor.roles.iter().filter(|role| is_its_last_word(role)).any(&fits) => true,
        None => short().is_some_and(|title| actor.roles.iter().filter(|role| is_of(role, &title)).any(fits)),
    }
}

/// Whether the title before a name is one that is over: पूर्व मुख्यमंत्री रावत.
pub(super) fn is_called_former(view: &BlockView<'_>, name: usize) -> bool {
    let end = before_honorifics(view, name);
    let first = end.saturating_sub(MAX_FORMER_WORDS + 1);
    (first..end).any(|at| key(view, at) == Some(FORMER))
}

/// Maximum number of words of a title between पूर्व and the name.
const MAX_FORMER_WORDS: usize = 3;
