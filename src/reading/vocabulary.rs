//! Each distinct word is looked up once, then remembered.

use rustc_hash::FxHashMap;

use super::spelling::Prepared;
use super::variants::sound_of;
use crate::newsroom::calendar::{self, CalendarWord};
use crate::newsroom::{NameWalk, Newsroom};
use crate::text::{Script, fold};

/// The number of a distinct word in a [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

/// What is known of a distinct word, wherever it stands.
#[derive(Clone, Debug)]
pub struct Word {
    /// The word as written.
    pub text: Box<str>,
    /// Its orthographic key; of Latin words the lower case.
    pub key: Box<str>,
    /// Its script.
    pub script: Script,
    /// How often Hindi uses it, in a million words.
    pub per_million: f32,
    /// The month or weekday it names.
    pub calendar: Option<CalendarWord>,
    /// Where the word as first word of a name leads in the gazetteers; empty where to nothing.
    pub names: NameWalk,
    /// The word without a postposition or honorific joined to it (मोदीजी → मोदी), where the rest begins a name.
    pub joined: Option<Joined>,
    /// The word (without what is joined to it) made ready to be compared; `None` if it is too short or no Devanagari.
    pub sound: Option<Prepared>,
}

/// A name with something joined to it.
#[derive(Clone, Debug)]
pub struct Joined {
    /// Bytes of the name.
    pub stem: usize,
    /// The orthographic key of the name.
    pub key: Box<str>,
    /// Where it leads in the gazetteers.
    pub names: NameWalk,
}

/// What may be joined to a name in print without a space.
const JOINED: &[&str] = &["जी", "ने", "को", "का", "के", "की", "से", "में", "पर"];

/// Words up to here are common enough in Hindi that what looks like a joined postposition is part of them.
const COMMON_PER_MILLION: f32 = 1.0;

/// All distinct words met so far, with what is known of them.
///
/// It only ever grows and belongs to one newsroom: after a change of the newsroom, start a new one.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<Word>,
    by_text: FxHashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The number of a word, which is looked up in the newsroom if it is new.
    pub fn learn(&mut self, text: &str, script: Script, newsroom: &Newsroom) -> WordId {
        if let Some(&known) = self.by_text.get(text) {
            return known;
        }
        let id = WordId(self.words.len() as u32);
        self.words.push(Word::look_up(text, script, newsroom));
        self.by_text.insert(text.into(), id);
        id
    }

    /// The number of a word that is known.
    pub fn find(&self, text: &str) -> Option<WordId> {
        self.by_text.get(text).copied()
    }

    /// What is known of a word.
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id.0 as usize]
    }
}

impl Word {
    fn look_up(text: &str, script: Script, newsroom: &Newsroom) -> Word {
        let key = match script {
            Script::Devanagari => fold::orthographic(text),
            _ => text.to_lowercase(),
        };
        let devanagari = script == Script::Devanagari;
        let per_million = if devanagari { newsroom.lexicon.per_million_of_key(&key) } else { 0.0 };
        let names = newsroom.walk(&newsroom.start(), &key);
        let joined =
            (devanagari && per_million < COMMON_PER_MILLION).then(|| Joined::find(text, newsroom)).flatten();
        Word {
            calendar: if devanagari { calendar::word(&key) } else { None },
            text: text.into(),
            key: key.into(),
            script,
            per_million,
            names,
            sound: devanagari
                .then(|| sound_of(joined.as_ref().map_or(text, |joined| &text[..joined.stem]), newsroom))
                .flatten(),
            joined,
        }
    }
}

impl Joined {
    fn find(text: &str, newsroom: &Newsroom) -> Option<Joined> {
        JOINED.iter().find_map(|ending| {
            let stem = text.strip_suffix(ending).filter(|stem| stem.chars().count() > 2)?;
            let key = fold::orthographic(stem);
            let names = newsroom.walk(&newsroom.start(), &key);
            let ends_a_name = !newsroom.names(&names).is_empty();
            ends_a_name.then(|| Joined { stem: stem.len(), key: key.into(), names })
        })
    }
}
