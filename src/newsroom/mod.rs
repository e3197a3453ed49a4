//! What the newsroom knows besides the text: actors and their roles, the calendar, words, house style.
//!
//! The knowledge that ships is compiled by `build.rs` from the files in `data/`; a newsroom adds its own.

use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

mod actor;
pub mod actor_file;
pub(crate) mod ambiguous_names;
pub mod audit;
pub(crate) mod calendar;
mod config;
pub(crate) mod confused;
pub(crate) mod data_day;
mod date;
mod dictionary;
pub(crate) mod distinct_words;
pub(crate) mod due;
mod fault;
pub mod gazetteer;
pub(crate) mod language;
mod lexicon;
mod locale;
mod message;
pub(crate) mod misspellings;
mod nearest;
pub(crate) mod new_actor;
pub(crate) mod observance;
mod office_title;
pub(crate) mod offices;
pub(crate) mod orthography;
mod own_actors;
pub(crate) mod packs;
pub(crate) mod patch;
pub mod patterns;
pub(crate) mod place_file;
mod regex_work;
pub(crate) mod saka;
mod severity;
mod skip;
pub(crate) mod slips;
pub(crate) mod sound;
mod toml_fault;
mod value_error;
pub(crate) mod visarga;

pub use actor::{Actor, Form, Kind, Name, Role, Spelling};
pub use calendar::{month_name, weekday_name};
pub use date::PartialDate;
pub use dictionary::Dictionary;
pub use fault::Fault;
pub use gazetteer::Gazetteer;
pub use lexicon::Lexicon;
pub use locale::Locale;
pub use message::Message;
pub use misspellings::{Misspelling, Misspellings};
pub use own_actors::{ActorFileFaults, OwnActors};
pub use patterns::{Pattern, PatternConfig, PatternMessage, Patterns};
pub use severity::{Level, Severity};
pub use skip::Skip;
pub use value_error::ValueError;

pub use config::{
    Acronyms, Config, DEFAULT_ZONE, DateForm, DateStyle, Digits, Examples, FileFault, Glide, Ignored,
    KnownRules, Layers, Nasal, OneOrMore, Override, PackHead, Quotes, ReaderDay, Reph, RuleSet, RuleSetting,
    Sign, Source, SpellingStyle, TextStyle, YearsForm,
};

/// Everything a reading needs besides the text.
#[derive(Clone, Debug)]
pub struct Newsroom {
    /// The newsroom's own actors first, then those that ship: the first that knows a name wins.
    gazetteers: Vec<Gazetteer>,
    /// How many of them are the newsroom's own; what is between these and what ships is newer than that.
    own: u8,
    /// The last day for which an office has been checked, of all but the newsroom's own.
    data_day: Date,
    /// The words of Hindi.
    pub lexicon: Lexicon,
    /// How words of Hindi are misspelt.
    pub misspellings: Misspellings,
    /// What is not read, as the style says.
    pub skip: Skip,
    /// Which marks the newsroom does not want to see in the article that this is for.
    pub ignored: Vec<Ignored>,
    /// The words of the user's own dictionary.
    dictionary: Arc<FxHashSet<String>>,
    /// The newsroom's choices.
    pub config: Config,
}

/// An actor of a [`Newsroom`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorRef {
    gazetteer: u8,
    index: u32,
}

/// A name of an actor, as found under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NameRef {
    /// Whose name.
    pub actor: ActorRef,
    /// Which of [`Actor::names`] (or of [`Actor::latin`], if `latin`), or [`NameRef::PART`].
    pub form: u8,
    /// Whether the form alone means the actor.
    pub alone: bool,
    /// Whether it is a form in Latin letters.
    pub latin: bool,
    /// Whether it is a Latin form that must stand in capitals.
    pub acronym: bool,
}

impl NameRef {
    /// The `form` of what is only a part of the full name, and none of [`Actor::names`].
    pub const PART: u8 = u8::MAX;
}

/// So many names are looked at to see whether one is a person's.
const MAX_LOOKED_AT: usize = 8;

/// A name that is being read word by word: a walk in each gazetteer that still has names to offer.
pub type NameWalk = smallvec::SmallVec<[(u8, gazetteer::Walk); 2]>;

impl Newsroom {
    /// The knowledge that ships, under a house style.
    pub fn shipped(config: Config) -> Newsroom {
        let knowledge = Newsroom {
            gazetteers: vec![shipped_gazetteer()],
            own: 0,
            data_day: data_day::data_day(),
            lexicon: Lexicon::shipped(),
            misspellings: Misspellings::shipped(),
            skip: Skip::default(),
            ignored: Vec::new(),
            dictionary: Arc::default(),
            config: Config::default(),
        };
        knowledge.with_config(config)
    }

    /// The same knowledge under another house style.
    #[must_use]
    pub fn with_config(mut self, config: Config) -> Newsroom {
        // What cannot be compiled is a fault of the configuration, which says so
        self.skip =
            Skip::compile(config.skip.iter().map(|pattern| pattern.get_ref().as_str())).unwrap_or_default();
        self.ignored = config.ignore.iter().filter(|ignored| ignored.path.is_none()).cloned().collect();
        self.config = config;
        self
    }

    /// Adds a newsroom's own actors. An actor that ships under the same id is no longer seen.
    #[must_use]
    pub fn with_actors(self, actors: &[Actor]) -> Newsroom {
        if actors.is_empty() { self } else { self.with_gazetteer(Gazetteer::of(actors)) }
    }

    /// Adds a newsroom's own actors, compiled.
    #[must_use]
    pub fn with_gazetteer(mut self, own: Gazetteer) -> Newsroom {
        self.gazetteers.insert(0, own);
        self.own += 1;
        self
    }

    /// Adds knowledge that was released apart from the program, known up to `day`. It hides what ships, and is hidden by
    /// the newsroom's own.
    #[must_use]
    pub fn with_data(mut self, data: Gazetteer, day: Date) -> Newsroom {
        self.gazetteers.insert(usize::from(self.own), data);
        self.data_day = self.data_day.max(day);
        self
    }

    /// The last day for which an office has been checked, as far as the newsroom has not written that itself.
    pub fn data_day(&self) -> Date {
        self.data_day
    }

    /// Adds the words of the user's own dictionary.
    #[must_use]
    pub fn with_dictionary(mut self, words: Arc<FxHashSet<String>>) -> Newsroom {
        self.dictionary = words;
        self
    }

    /// Whether a word is right as it is, for the newsroom or for the user.
    pub fn accepts(&self, word: &str) -> bool {
        self.dictionary.contains(word) || self.config.spelling.accept.iter().any(|accepted| accepted == word)
    }

    /// The record of an actor.
    pub fn actor(&self, actor: ActorRef) -> &Actor {
        self.gazetteers[actor.gazetteer as usize].actor(actor.index)
    }

    /// The actor with this id.
    pub fn find(&self, id: &str) -> Option<ActorRef> {
        let found = |(number, gazetteer): (usize, &Gazetteer)| {
            gazetteer.find(id).map(|index| ActorRef { gazetteer: number as u8, index })
        };
        self.gazetteers.iter().enumerate().find_map(found)
    }

    /// All actors, the newsroom's own first; those that ship only where they are not hidden.
    pub fn actors(&self) -> impl Iterator<Item = &Actor> {
        let all = self.gazetteers.iter().enumerate().flat_map(|(number, gazetteer)| {
            let at = move |index| ActorRef { gazetteer: number as u8, index };
            gazetteer.actors().map(move |(index, actor)| (at(index), actor))
        });
        all.filter(|(at, _)| at.gazetteer == 0 || !self.is_hidden(*at)).map(|(_, actor)| actor)
    }

    /// Whether an actor is from the newsroom's own files.
    pub fn is_own(&self, actor: ActorRef) -> bool {
        actor.gazetteer < self.own
    }

    /// The beginning of every name.
    pub fn start(&self) -> NameWalk {
        self.gazetteers
            .iter()
            .enumerate()
            .map(|(number, gazetteer)| (number as u8, gazetteer.start()))
            .collect()
    }

    /// Reads on by part of a key; an empty walk means that no name goes on so.
    pub fn walk(&self, from: &NameWalk, key: &str) -> NameWalk {
        from.iter()
            .filter_map(|&(number, walk)| Some((number, self.gazetteers[number as usize].walk(walk, key)?)))
            .collect()
    }

    /// The names that end here. A newsroom's own actor hides the shipped one with the same id.
    pub fn names(&self, at: &NameWalk) -> Vec<NameRef> {
        let mut out = Vec::new();
        for &(number, walk) in at {
            for posting in self.gazetteers[number as usize].postings(walk) {
                let actor = ActorRef { gazetteer: number, index: posting.actor };
                if number > 0 && self.is_hidden(actor) {
                    continue;
                }
                let gazetteer::Posting { form, alone, latin, acronym, .. } = posting;
                out.push(NameRef { actor, form, alone, latin, acronym });
            }
        }
        out
    }

    /// The persons who held an office, by a part of their full name, given by its key: शिवराज. It means one of them only
    /// behind a title.
    pub fn parts(&self, key: &str) -> Vec<NameRef> {
        let mut found = self.names(&self.walk(&self.start(), &format!("{}{key}", gazetteer::posting::PART)));
        found.iter_mut().for_each(|name| name.form = NameRef::PART);
        found
    }

    /// Names that begin with `key`, those that end soonest first, with the number of bytes that are left: at
    /// most `most` from each gazetteer.
    pub fn beginning(&self, key: &str, most: usize) -> Vec<(usize, NameRef)> {
        self.of_each(|gazetteer| gazetteer.beginning(key, most))
    }

    /// What is found in each gazetteer, without the actors that are hidden.
    fn of_each(
        &self,
        find: impl Fn(&Gazetteer) -> Vec<(usize, gazetteer::Posting)>,
    ) -> Vec<(usize, NameRef)> {
        let mut out = Vec::new();
        for (number, gazetteer) in self.gazetteers.iter().enumerate() {
            for (left, posting) in find(gazetteer) {
                let actor = ActorRef { gazetteer: number as u8, index: posting.actor };
                if number == 0 || !self.is_hidden(actor) {
                    let gazetteer::Posting { form, alone, latin, acronym, .. } = posting;
                    out.push((left, NameRef { actor, form, alone, latin, acronym }));
                }
            }
        }
        out
    }

    /// Whether a person's name goes on from here.
    pub fn leads_to_a_person(&self, at: &NameWalk) -> bool {
        at.iter().any(|&(number, walk)| {
            let names = self.gazetteers[number as usize].beneath(walk, MAX_LOOKED_AT);
            names.iter().any(|(_, name)| name.person && !name.latin)
        })
    }

    /// Like [`Newsroom::beginning`], for names or words in them with a key of sounds (see `sound.rs`) that begins with `key`.
    pub fn sounding(&self, key: &str, most: usize) -> Vec<(usize, NameRef)> {
        self.of_each(|gazetteer| gazetteer.sounding(key, most))
    }

    fn is_hidden(&self, actor: ActorRef) -> bool {
        let id = &self.actor(actor).id;
        self.gazetteers[..actor.gazetteer as usize].iter().any(|own| own.find(id).is_some())
    }
}

/// The actors that ship, read where they lie in the program.
#[cfg(not(target_arch = "wasm32"))]
fn shipped_gazetteer() -> Gazetteer {
    const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.bin"));
    Gazetteer::from_static(COMPILED).expect("build.rs wrote it")
}

/// The actors that ship. A module for browsers has to be fetched, so it has no more of them than their columns.
#[cfg(any(test, target_arch = "wasm32"))]
fn gazetteer_of_columns() -> Gazetteer {
    const COLUMNS: &str = include_str!(concat!(env!("OUT_DIR"), "/actors.columns"));
    Gazetteer::holding(gazetteer::columns::read(COLUMNS).expect("build.rs wrote it"))
}

#[cfg(target_arch = "wasm32")]
use gazetteer_of_columns as shipped_gazetteer;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_for_browsers_knows_the_same_actors() {
        let (compiled, columns) = (shipped_gazetteer(), gazetteer_of_columns());
        assert_eq!(compiled.len(), columns.len());
        for ((_, one), (_, other)) in compiled.actors().zip(columns.actors()) {
            assert_eq!(one, other);
        }
        let actors: Vec<Actor> = columns.actors().map(|(_, actor)| actor.clone()).collect();
        for name in actors.iter().step_by(3).flat_map(gazetteer::spellings) {
            let key = gazetteer::key(&name);
            assert!(compiled.lookup(&key).eq(columns.lookup(&key)), "{name}");
            for (end, _) in key.char_indices().step_by(2) {
                let beginning = |gazetteer: &Gazetteer| gazetteer.beginning(&key[..end], 5);
                assert_eq!(beginning(&compiled), beginning(&columns), "{name}");
            }
        }
        for key in ["#narendra-modi", "@US/president", "^शिवराज", "un", "", "~"] {
            assert_eq!(compiled.beginning(key, 20), columns.beginning(key, 20), "{key}");
            assert!(compiled.lookup(key).eq(columns.lookup(key)), "{key}");
        }
        assert_eq!(compiled.sounding("mUd", 20), columns.sounding("mUd", 20));
        assert_eq!(compiled.sounding("mUd", 20), Gazetteer::of(&actors).sounding("mUd", 20));
    }

    #[test]
    fn a_newsrooms_own_actor_hides_the_shipped_one() {
        let (own, faults) = actor_file::parse(
            "[moscow]\nkind = \"place\"\nname = \"मास्को\"\nalone = true\nlatin = \"Moscow\"\n",
        );
        assert_eq!(faults, []);
        let newsroom = Newsroom::shipped(Config::default()).with_actors(&own);
        let names = newsroom.names(&newsroom.walk(&newsroom.start(), &gazetteer::key("मास्को")));
        assert_eq!(
            names.iter().map(|n| newsroom.actor(n.actor).name().to_owned()).collect::<Vec<_>>(),
            ["मास्को"]
        );
        assert_eq!(
            newsroom.names(&newsroom.walk(&newsroom.start(), &gazetteer::key("मॉस्को"))),
            [],
            "it has one spelling now"
        );
    }
}
