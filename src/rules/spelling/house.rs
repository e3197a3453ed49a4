//! शब्द उस रूप में नहीं है जो न्यूज़रूम ने तय किया है।
//!
//! ## क्यों
//! मॉस्को या मास्को, यह डेस्क एक बार तय करता है और सब ख़बरों के लिए। इसलिए दूसरे रूप पर तब भी निशान लगता है जब पूरी ख़बर में
//! वही एक रूप हो।
//!
//! ## उदाहरण
//! `vartani.toml` में `prefer = ["मॉस्को"]` और `avoid = { "कलकत्ता" = "कोलकाता" }` हो तो
//! - ✗ बातचीत **मास्को** में होगी।
//! - ✓ बातचीत **मॉस्को** में होगी।
//! - ✗ मैच **कलकत्ता** में खेला गया।
//! - ✓ **रूस** तय हो तो भी **रूसी** अधिकारी ठीक है: वह अलग शब्द है।
//!
//! ## क्या करें
//! सुधार तय रूप रख देता है और शब्द का अंत बना रहता है (खबरों → ख़बरों)। `[spelling]` की `prefer` में तय रूप लिखें, `avoid` में
//! पुराना और उसकी जगह का रूप; नामों की फ़ाइल में `name`, `spellings` और `avoid`। जो शब्द सही है उसे `accept` में लिखें।
//! ---
//! A word is not in the form that the newsroom has decided on.
//!
//! ## Why
//! The desk decides between मॉस्को and मास्को once, for all articles. So the other form is marked even where an article has
//! nothing else.
//!
//! ## Example
//! With `prefer = ["मॉस्को"]` and `avoid = { "कलकत्ता" = "कोलकाता" }` in `vartani.toml`:
//! - ✗ बातचीत **मास्को** में होगी।
//! - ✓ बातचीत **मॉस्को** में होगी।
//! - ✗ मैच **कलकत्ता** में खेला गया।
//! - ✓ Where **रूस** is preferred, **रूसी** is still right: it is another word.
//!
//! ## What to do
//! The fix writes the form that was decided on and keeps the ending of the word (खबरों → ख़बरों). Under `[spelling]`, `prefer` lists
//! what was decided, and `avoid` says what to write for a form that is not wanted; so do `name`, `spellings` and `avoid` in your
//! actor files. List a word that is right under `accept`.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::newsroom::orthography::{Choice, School};
use crate::newsroom::{ActorRef, Form, Newsroom, gazetteer};
use crate::reading::spelling::Prepared;
use crate::reading::{Mention, Reading, Word, WordId};
use crate::rules::quoted_titles::in_titles;
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::Script;
use crate::text::fold::orthographic;
use crate::text::normal::same_look;

pub const CODE: &str = "spelling/house";

/// What may follow a word without making another one of it: endings of case, an honorific, a postposition.
const ENDINGS: &[&str] = &["ों", "ें", "ो", "जी", "ने", "को", "का", "के", "की", "से", "में", "पर"];

/// What takes the place of the ा at the end of a word.
const ENDINGS_FOR_AA: &[&str] = &["े", "ों", "ो"];

/// Two words that Hindi uses so often are two, if they differ for the ear.
const COMMON_PER_MILLION: f32 = 20.0;

/// Where a decision of the newsroom is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decided {
    /// In `prefer` or `avoid` of `vartani.toml`.
    InStyle,
    /// In an actor file.
    InActors,
}

/// What to write for a word, and whether it is certainly the same word.
#[derive(Clone, Debug)]
struct Ruling {
    wanted: String,
    is_certain: bool,
}

/// A form that `vartani.toml` prefers.
struct Preferred<'a> {
    text: &'a str,
    key: String,
    sound: Prepared,
    actors: Vec<ActorRef>,
}

/// Marks words that are not as the newsroom has decided.
pub(in crate::rules) fn check(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let config = &reading.newsroom.config.spelling;
    let names = reading.mentions.iter().filter(|mention| !mention.latin);
    let names: Vec<_> = names.filter_map(|name| Some((name, rule_on_name(reading, name)?))).collect();
    if names.is_empty() && config.prefer.is_empty() && config.avoid.is_empty() {
        return;
    }
    let mut marked: FxHashSet<Place> = marked_already(reading);
    if !config.prefer.is_empty() || !config.avoid.is_empty() {
        let preferred: Vec<Preferred<'_>> =
            config.prefer.iter().map(|text| Preferred::new(text, reading.newsroom)).collect();
        let mut rulings: FxHashMap<WordId, Option<Ruling>> = FxHashMap::default();
        for block in 0..reading.article.blocks.len() {
            let view = reading.view(block);
            for (at, is_in_title) in in_titles(&view).into_iter().enumerate() {
                let (Some(id), Some(word)) = (view.words[at], view.word(at)) else { continue };
                let ruling = rulings.entry(id).or_insert_with(|| rule_on(word, &preferred, reading.newsroom));
                let Some(ruling) = ruling.as_ref().filter(|_| !is_in_title) else { continue };
                let place = Place { block, span: view.block.tokens[at].span };
                if marked.insert(place) {
                    out.push(finding(reading, place, ruling, Decided::InStyle));
                }
            }
        }
    }
    for (mention, ruling) in names {
        let tokens = &reading.article.blocks[mention.block].tokens[mention.tokens.range()];
        let is_marked =
            tokens.iter().any(|token| marked.contains(&Place { block: mention.block, span: token.span }));
        if !is_marked {
            let place = Place { block: mention.block, span: mention.span };
            out.push(finding(reading, place, &ruling, Decided::InActors));
        }
    }
}

/// The words that are marked as an inconsistent spelling, with the same advice.
fn marked_already(reading: &Reading<'_>) -> FxHashSet<Place> {
    let others = reading.variants.iter().flat_map(|variants| {
        variants.spellings.iter().enumerate().filter(|(number, _)| *number != variants.kept)
    });
    others.flat_map(|(_, spelling)| &spelling.places).copied().collect()
}

impl<'a> Preferred<'a> {
    fn new(text: &'a str, newsroom: &Newsroom) -> Preferred<'a> {
        Preferred {
            text,
            key: orthographic(text),
            sound: Prepared::new(text, newsroom),
            actors: actors(text, newsroom),
        }
    }
}

/// The actors that a name may mean.
fn actors(name: &str, newsroom: &Newsroom) -> Vec<ActorRef> {
    let walk = newsroom.walk(&newsroom.start(), &gazetteer::key(name));
    newsroom.names(&walk).into_iter().map(|name| name.actor).collect()
}

/// What the newsroom has decided on a word.
fn rule_on(word: &Word, preferred: &[Preferred<'_>], newsroom: &Newsroom) -> Option<Ruling> {
    let config = &newsroom.config.spelling;
    let look = same_look(&word.text);
    let is = |text: &String| same_look(text) == look;
    if config.prefer.iter().any(is) || config.accept.iter().any(is) {
        return None;
    }
    let certain = |wanted: String| Ruling { wanted, is_certain: true };
    let avoided = config.avoid.iter().find_map(|(avoided, wanted)| {
        let ending = look.strip_prefix(&*same_look(avoided))?;
        (ending.is_empty() || ENDINGS.contains(&ending)).then(|| certain(format!("{wanted}{ending}")))
    });
    avoided
        .or_else(|| preferred.iter().find_map(|form| form.written_otherwise(word, &look)).map(certain))
        .or_else(|| {
            let form = preferred.iter().find(|form| form.sounds_like(word, newsroom))?;
            Some(Ruling { wanted: form.text.to_owned(), is_certain: false })
        })
}

impl Preferred<'_> {
    /// What to write for a word that is this one in another school of spelling, with the ending it has.
    fn written_otherwise(&self, word: &Word, look: &str) -> Option<String> {
        let is_pair = |choice: &Choice| match choice.school {
            School::Pair(_) => choice.school.spellings().contains(&self.text),
            _ => false,
        };
        if *word.key == *self.key || word.schools.iter().any(is_pair) {
            return Some(self.text.to_owned());
        }
        let inflected = |stem: &str, endings: &[&str]| {
            let ending = endings.iter().find(|ending| {
                look.strip_suffix(**ending)
                    .is_some_and(|rest| orthographic(rest) == orthographic(stem) && rest != stem)
            })?;
            Some(format!("{stem}{ending}"))
        };
        let by_case =
            word.key.starts_with(self.key.as_str()).then(|| inflected(self.text, ENDINGS)).flatten();
        by_case.or_else(|| inflected(self.text.strip_suffix('ा')?, ENDINGS_FOR_AA))
    }

    /// Whether a word is a spelling of this one for the ear.
    fn sounds_like(&self, word: &Word, newsroom: &Newsroom) -> bool {
        // A word that the user's dictionary has is compared with no other; what the newsroom prefers outlives that
        let is_in_dictionary = word.script == Script::Devanagari && newsroom.accepts(&word.text);
        let own = is_in_dictionary.then(|| Prepared::if_long_enough(&word.text, newsroom)).flatten();
        let sound = own.as_ref().or(word.sound.as_deref());
        let Some(sound) = sound.filter(|_| word.joined.is_none()) else { return false };
        let share_key = || sound.keys().iter().any(|key| self.sound.keys().contains(key));
        let are_common =
            word.per_million > COMMON_PER_MILLION && self.sound.per_million() > COMMON_PER_MILLION;
        let names = word.names.as_ref().map_or(&[][..], |names| &names.here);
        let is_other_name = !names.is_empty()
            && !self.actors.is_empty()
            && !names.iter().any(|name| self.actors.contains(&name.actor));
        !are_common && !is_other_name && share_key() && self.sound.compare(sound).same
    }
}

/// What the newsroom's actor files say on a name: to use another, or to spell it otherwise.
fn rule_on_name(reading: &Reading<'_>, mention: &Mention) -> Option<Ruling> {
    let actor = reading.actor(mention);
    let name = actor.names.get(usize::from(mention.form))?;
    let certain = |wanted: &str| Ruling { wanted: wanted.to_owned(), is_certain: true };
    if name.form == Form::Avoid {
        let short = actor.names.iter().find(|other| other.form == Form::Short && !name.text.contains(' '));
        return Some(certain(short.map_or(actor.name(), |short| &short.text)));
    }
    if !reading.newsroom.is_own(mention.actor) {
        return None;
    }
    let written = same_look(mention.span.of(reading.article.blocks[mention.block].text()));
    let is_own_form =
        actor.names.iter().any(|own| own.form != Form::Avoid && same_look(&own.text) == written);
    // A hyphen or a dot more is no spelling
    let same_words = written.split(' ').count() == name.text.split(' ').count();
    (!is_own_form && same_words && !written.contains(['.', '-'])).then(|| certain(&name.text))
}

fn finding(reading: &Reading<'_>, place: Place, ruling: &Ruling, decided: Decided) -> Finding {
    let written = place.span.of(reading.article.blocks[place.block].text());
    let wanted = &ruling.wanted;
    let (hi, en) = match decided {
        Decided::InStyle => ("vartani.toml में यही तय है", "vartani.toml has decided so"),
        Decided::InActors => ("नामों की फ़ाइल में यही तय है", "your actor file has decided so"),
    };
    let message = Message::new(
        format!("“{written}” की जगह “{wanted}” लिखें: {hi}।"),
        format!("write “{wanted}” for “{written}”: {en}"),
    );
    Finding::new(CODE, place, message).replace_with(wanted, Applicability::safe_if(ruling.is_certain))
}
