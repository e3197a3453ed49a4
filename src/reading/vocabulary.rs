//! Each distinct word is looked up once, then remembered.

use std::cell::{OnceCell, RefCell};
use std::num::NonZeroU32;

use rustc_hash::FxHashMap;

use super::repair::Repair;
use super::spelling::{Class, Comparison, Prepared, Veto};
use crate::newsroom::ambiguous_names;
use crate::newsroom::calendar::{self, CalendarWord, Stance, Tense};
use crate::newsroom::confused::{self, Pattern};
use crate::newsroom::distinct_words;
use crate::newsroom::language::{self, Language};
use crate::newsroom::misspellings;
use crate::newsroom::observance::NamesFrom;
use crate::newsroom::orthography::{self, Choices, School, Side};
use crate::newsroom::slips;
use crate::newsroom::sound;
use crate::newsroom::{Misspelling, NameRef, NameWalk, Newsroom, offices};
use crate::text::damage::Damage;
use crate::text::letters::{NUKTA, VISARGA, is_consonant};
use crate::text::normal::same_look;
use crate::text::{Script, Span, fold};

/// The number of a distinct word in a [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(NonZeroU32);

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
    /// What it says in an expression of time.
    pub calendar: Option<CalendarWord>,
    /// The tense that it shows as a verb.
    pub tense: Option<Tense>,
    /// How it makes its clause stand to the day that it names.
    pub stance: Option<Stance>,
    /// The observances whose names it begins.
    pub observances: Option<NamesFrom>,
    /// The code of the country or state whose name or adjective it is.
    pub country: Option<&'static str>,
    /// Whether it ends a title behind which a first name or a surname is enough: सीएम.
    pub ends_seat_title: bool,
    /// The language whose small word it is.
    pub language: Option<Language>,
    /// The names that it is or begins.
    pub names: Option<Box<Beginning>>,
    /// The word without a postposition or honorific joined to it (मोदीजी → मोदी), where the rest is a name.
    pub joined: Option<Box<Joined>>,
    /// What is wrong with its letters, and the words that may have been meant.
    pub repair: Option<Box<Repair>>,
    /// In which matters schools of spelling would write it otherwise.
    pub schools: Choices,
    /// The common word that it may be a slip of, if nobody knows it.
    pub guess: Option<Box<str>>,
    /// Where it stands for another word.
    pub patterns: &'static [Pattern],
    /// What to write for it, if it is a listed misspelling that the newsroom has not decided on.
    pub misspelling: Option<Box<Misspelling>>,
    /// The word (without what is joined to it) made ready to be compared; `None` if it is too short, no
    /// Devanagari, misspelt, or accepted by the newsroom.
    pub sound: Option<Box<Prepared>>,
    /// See [`Word::consonants`].
    consonants: OnceCell<Option<Box<str>>>,
}

/// A word as the first of a name.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// The names that it is by itself.
    pub here: Vec<NameRef>,
    /// Where longer names go on after it, past the space.
    pub on: NameWalk,
    /// Whether a person's name goes on after it: राहुल, but not आज of आज तक.
    pub of_person: bool,
}

/// A name with something joined to it.
#[derive(Clone, Debug)]
pub struct Joined {
    /// Bytes of the name.
    pub stem: usize,
    /// The names that it is.
    pub names: Vec<NameRef>,
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
    /// What was said of two words, the lower number first.
    verdicts: RefCell<FxHashMap<(WordId, WordId), Verdict>>,
    /// How words are spelt by a school on one of its sides, where that is otherwise.
    spelt: RefCell<FxHashMap<SpeltBy, Option<Box<str>>>>,
}

/// A word, and the school and side by which it is spelt.
type SpeltBy = (WordId, School, Side);

/// Whether two words are spellings of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They are two.
    Different,
    /// They are one, and differ only by a school of spelling.
    SameButSchool,
    /// They are one, and differ for the ear.
    SamePhonetically,
    /// They are two for the ear, and one name for the gazetteers: only for those whose name it is.
    SameByList,
    /// They are two for the ear, but not by much.
    Near,
    /// They are a name that is sometimes one and sometimes two.
    OneOrTwo,
}

/// Words that are two for the ear are near from this score on.
const NEAR: f32 = 0.3;

impl WordId {
    /// The number, counted from 0 in the order in which words were met.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    /// One more than the number: tokens without a word take no room of their own for saying so.
    fn of_index(index: usize) -> WordId {
        WordId(NonZeroU32::MIN.saturating_add(index as u32))
    }
}

impl Vocabulary {
    /// The number of distinct words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The numbers of all words, in the order in which they were met.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = WordId> + use<> {
        (0..self.words.len()).map(WordId::of_index)
    }

    /// Whether no word was met.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The number of a word, which is looked up in the newsroom if it is new.
    pub fn learn(&mut self, text: &str, script: Script, newsroom: &Newsroom) -> WordId {
        if let Some(&known) = self.by_text.get(text) {
            return known;
        }
        let id = WordId::of_index(self.words.len());
        self.words.push(Word::look_up(text, script, newsroom));
        self.by_text.insert(text.into(), id);
        id
    }

    /// The number of a word that is known.
    pub fn find(&self, text: &str) -> Option<WordId> {
        self.by_text.get(text).copied()
    }

    /// Whether two words are spellings of one: compared once, then remembered.
    pub fn compare(&self, a: WordId, b: WordId) -> Verdict {
        let pair = (a.min(b), a.max(b));
        *self.verdicts.borrow_mut().entry(pair).or_insert_with(|| {
            let (Some(one), Some(other)) = (&self.word(pair.0).sound, &self.word(pair.1).sound) else {
                return Verdict::Different;
            };
            if ambiguous_names::usually(&self.word(a).key, &self.word(b).key).is_some() {
                return Verdict::OneOrTwo;
            }
            if distinct_words::are_distinct(&self.word(a).key, &self.word(b).key) {
                return Verdict::Different;
            }
            if self.are_pair_of_a_school(pair) {
                return Verdict::SameButSchool;
            }
            let said = one.compare(other);
            match said.veto {
                None if said.listed.is_some() => Verdict::SameByList,
                None if said.is_phonetic_match() || self.is_of_no_school(pair, &said) => {
                    Verdict::SamePhonetically
                }
                None => Verdict::SameButSchool,
                Some(Veto::Weight | Veto::Ordinary) if said.score >= NEAR => Verdict::Near,
                Some(_) => Verdict::Different,
            }
        })
    }

    /// How a word is spelt on a side of a school, if not as it is written: found once, then remembered.
    pub fn spelt(&self, id: WordId, school: School, side: Side) -> Option<String> {
        let mut spelt = self.spelt.borrow_mut();
        let other = spelt.entry((id, school, side)).or_insert_with(|| {
            let word = self.word(id);
            let other = school.spelt(&word.text, &word.key, side);
            (other != *word.text).then(|| other.into_boxed_str())
        });
        other.as_deref().map(str::to_owned)
    }

    /// Whether orthography has the two words as a pair with spellings of its own: रुपये, रुपए.
    fn are_pair_of_a_school(&self, (a, b): (WordId, WordId)) -> bool {
        let pair = |id| {
            let mut schools = self.word(id).schools.iter().map(|choice| choice.school);
            schools.find(|school| matches!(school, School::Pair(_)))
        };
        pair(a).is_some_and(|one| pair(b) == Some(one))
    }

    /// Whether two words differ in what Hindi spells both ways, but no school counts, as loanwords do:
    /// कॉलेज/कालेज, सैंपल/सैम्पल.
    fn is_of_no_school(&self, pair: (WordId, WordId), said: &Comparison) -> bool {
        let has_school = |id| self.word(id).schools.iter().any(|choice| choice.school == School::Nasal);
        said.reasons.iter().any(|difference| match difference.class {
            Class::HalfO => true,
            Class::Nasal => !has_school(pair.0) || !has_school(pair.1),
            _ => false,
        })
    }

    /// What is known of a word.
    pub fn word(&self, id: WordId) -> &Word {
        &self.words[id.index()]
    }
}

impl Word {
    fn look_up(text: &str, script: Script, newsroom: &Newsroom) -> Word {
        let repair = Repair::find(text, script, newsroom).map(Box::new);
        let read = repair.as_deref().and_then(Repair::certain).unwrap_or(text);
        let key = match script {
            Script::Devanagari => fold::orthographic(read),
            _ => text.to_lowercase(),
        };
        let devanagari = script == Script::Devanagari;
        let per_million = if devanagari { newsroom.lexicon.per_million_of_key(&key) } else { 0.0 };
        let names = Beginning::of(&key, newsroom);
        let may_be_joined = devanagari && read == text && names.is_none() && per_million < COMMON_PER_MILLION;
        let joined = may_be_joined.then(|| Joined::find(text, newsroom)).flatten();
        let stem = joined.as_ref().map_or(read, |joined| &text[..joined.stem]);
        let is_accepted = newsroom.accepts(text);
        let may_be_misspelt = devanagari && !is_accepted && !is_decided(text, newsroom);
        let find =
            || newsroom.misspellings.find(text).or_else(|| misspellings::by_rule(text, &newsroom.lexicon));
        let misspelling = may_be_misspelt.then(find).flatten();
        let is_named = names.as_ref().is_some_and(|names| !names.here.is_empty());
        let misspelling = misspelling.filter(|it| !is_named || it.class.id == misspellings::DOT_EXTRA);
        // A word of which nobody knows what was meant is no spelling of another; a visarga at the end is a colon's
        let is_broken = repair.as_ref().is_some_and(|it| !it.is_certain && it.damage != Damage::SameLook);
        let is_compared =
            devanagari && !is_accepted && !is_broken && misspelling.is_none() && !text.ends_with(VISARGA);
        let is_unknown = may_be_misspelt
            && misspelling.is_none()
            && names.is_none()
            && joined.is_none()
            && repair.is_none()
            && per_million == 0.0;
        let is_name = |word: &str| {
            Beginning::of(&fold::orthographic(word), newsroom).is_some_and(|it| !it.here.is_empty())
        };
        let guess = is_unknown.then(|| newsroom.lexicon.meant_by(&same_look(text), is_name)).flatten();
        let guess = guess.or_else(|| if is_unknown { adjective_of_place(text) } else { None });
        let sound = is_compared.then(|| match (&repair, &joined) {
            (None, None) => {
                let here = names.as_ref().map_or(&[][..], |names| &names.here);
                Prepared::of_looked_up(text, &key, per_million, here, newsroom)
            }
            _ => Prepared::if_long_enough(stem, newsroom),
        });
        Word {
            calendar: calendar::word(&key),
            tense: calendar::tense(&key),
            stance: calendar::stance(&key),
            observances: if devanagari { NamesFrom::word(&key) } else { None },
            country: offices::place(&key),
            ends_seat_title: devanagari && offices::ends_seat_title(&key),
            language: language::of_small_word(&key),
            schools: if devanagari && !is_broken { orthography::choices(read, &key) } else { Choices::new() },
            patterns: if devanagari && !is_accepted { confused::patterns(&key) } else { &[] },
            text: text.into(),
            key: key.into(),
            script,
            per_million,
            names: names.map(Box::new),
            joined: joined.map(Box::new),
            guess: guess.map(String::into_boxed_str),
            misspelling: misspelling.map(Box::new),
            sound: sound.flatten().map(Box::new),
            repair,
            consonants: OnceCell::new(),
        }
    }
}

/// Minimum number of consonants that a word is known by: shorter ones sound alike by chance.
const MIN_CONSONANTS: usize = 4;

/// Letters of a sound key that are vowels, which Latin letters do not tell.
const VOWELS: [char; 3] = ['A', 'I', 'U'];

impl Word {
    /// The consonants that the word sounds of, in either script; `None` if they are too few to know it by. Found once.
    pub fn consonants(&self) -> Option<&str> {
        let find = || {
            let key: String = sound::key(&self.text).chars().filter(|c| !VOWELS.contains(c)).collect();
            (key.chars().count() >= MIN_CONSONANTS).then(|| key.into_boxed_str())
        };
        self.consonants.get_or_init(find).as_deref()
    }

    /// The part of the word at `span` that is the word itself, without what is joined to it.
    pub fn stem(&self, span: Span) -> Span {
        self.joined.as_ref().map_or(span, |joined| Span { end: span.start + joined.stem as u32, ..span })
    }
}

/// Minimum number of characters of the name of a country that is recognized in an adjective although it is misspelt.
const MIN_PLACE_CHARS: usize = 6;

/// The adjective in ी that a word is a slip of, if it is one of a country or state: अज़बैजानी. Word lists have few of them.
fn adjective_of_place(text: &str) -> Option<String> {
    let look = same_look(text);
    let stem = look.strip_suffix('ी').filter(|stem| stem.chars().count() >= MIN_PLACE_CHARS)?;
    if !offices::has_place_near(&fold::orthographic(stem)) {
        return None;
    }
    let mut meant: Option<(&str, String)> = None;
    let (mut is_only, mut key) = (true, String::new());
    slips::near(stem, |near| {
        if !near.ends_with(is_stem_end) {
            return;
        }
        key.clear();
        fold::orthographic_into(near, &mut key);
        let Some(code) = offices::place(&key) else { return };
        is_only &= meant.as_ref().is_none_or(|(known, _)| *known == code);
        meant.get_or_insert_with(|| (code, near.to_owned()));
    });
    meant.filter(|_| is_only).map(|(_, near)| format!("{near}ी"))
}

/// Whether an ी may follow a letter.
fn is_stem_end(c: char) -> bool {
    is_consonant(c) || c == NUKTA
}

/// Whether `vartani.toml` says what to write for a word.
fn is_decided(text: &str, newsroom: &Newsroom) -> bool {
    let spelling = &newsroom.config.spelling;
    spelling.prefer.iter().any(|preferred| preferred == text) || spelling.avoid.contains_key(text)
}

impl Beginning {
    fn of(key: &str, newsroom: &Newsroom) -> Option<Beginning> {
        let walk = newsroom.walk(&newsroom.start(), key);
        let on = newsroom.walk(&walk, " ");
        let of_person = newsroom.leads_to_a_person(&on);
        let beginning = Beginning { here: newsroom.names(&walk), on, of_person };
        (!beginning.here.is_empty() || !beginning.on.is_empty()).then_some(beginning)
    }
}

impl Joined {
    fn find(text: &str, newsroom: &Newsroom) -> Option<Joined> {
        JOINED.iter().find_map(|ending| {
            let stem = text.strip_suffix(ending).filter(|stem| stem.chars().count() > 2)?;
            let names = Beginning::of(&fold::orthographic(stem), newsroom)?.here;
            (!names.is_empty()).then_some(Joined { stem: stem.len(), names })
        })
    }
}
