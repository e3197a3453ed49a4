//! देवनागरी के बीच रोमन में लिखा नाम, जिसका हिंदी रूप प्रचलित है।
//!
//! ## क्यों
//! “Kyiv ने कहा” पढ़ते हुए पाठक को लिपि बदलनी पड़ती है, और वही नाम दूसरे पैराग्राफ़ में “कीव” हो तो एक शहर दो बन जाते हैं।
//!
//! ## उदाहरण
//! - ✗ **Kyiv** ने प्रस्ताव का समर्थन किया।
//! - ✓ **कीव** ने प्रस्ताव का समर्थन किया।
//! - ✓ कीव (Kyiv) ने प्रस्ताव का समर्थन किया।
//!
//! ## क्या करें
//! हिंदी रूप लिखें। जो संक्षिप्त नाम न्यूज़रूम में रोमन में ही छपते हैं, उन्हें `vartani.toml` में दर्ज करें:
//! `[spelling] keep-latin = ["NATO"]`। `acronyms = "latin"` हो तो सभी संक्षिप्त नाम रोमन में चलते हैं, और निशान केवल वहाँ लगता है जहाँ एक
//! ही ख़बर में NATO और नाटो दोनों हों। दूसरे शब्दों (Founders) पर निशान तभी लगता है जब उसी ख़बर में देवनागरी रूप (फाउंडर्स) भी हो। कोष्ठक में दिए
//! रोमन रूप, पते, हैंडल, लिंक और ब्रांड (Jio) पर निशान नहीं लगता।
//! ---
//! A name in Latin letters amid Devanagari that has a usual Hindi form.
//!
//! ## Why
//! The reader has to change scripts at “Kyiv ने कहा”, and where the next paragraph prints कीव, one city becomes two.
//!
//! ## Example
//! - ✗ **Kyiv** ने प्रस्ताव का समर्थन किया।
//! - ✓ **कीव** ने प्रस्ताव का समर्थन किया।
//! - ✓ कीव (Kyiv) ने प्रस्ताव का समर्थन किया।
//!
//! ## What to do
//! Write the Hindi form. List what your newsroom prints in Latin letters in `vartani.toml`:
//! `[spelling] keep-latin = ["NATO"]`; with `acronyms = "latin"` all acronyms may stay, and only an article that has NATO and नाटो
//! is marked. Other words (Founders) are marked only where the article has them in Devanagari (फाउंडर्स) too. A Latin form in
//! brackets, addresses, handles, links and brands (Jio) are left alone.

use rustc_hash::FxHashMap;

use crate::newsroom::{Acronyms, Actor, ActorRef, Form, sound};
use crate::reading::{BlockView, Mention, Reading};
use crate::rules::latin_nouns::{self, LatinNoun};
use crate::rules::{Applicability, Finding, Message, Place};
use crate::text::{Script, TokenKind};

const CODE: &str = "spelling/latin";

/// Marks names of actors in Latin letters in Hindi prose, and acronyms in Hindi where the newsroom wants them in Latin letters.
pub(in crate::rules) fn check(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let config = &reading.newsroom.config.spelling;
    let latin = reading.mentions.iter().filter(|mention| mention.latin);
    let mut hindi: FxHashMap<ActorRef, Vec<&Mention>> =
        latin.clone().map(|mention| (mention.actor, Vec::new())).collect();
    // Of most who are mentioned nothing is in Latin letters
    if !hindi.is_empty() {
        for mention in reading.mentions.iter().filter(|mention| !mention.latin) {
            if let Some(mentions) = hindi.get_mut(&mention.actor) {
                mentions.push(mention);
            }
        }
    }
    let mut latin_acronyms: FxHashMap<ActorRef, (Place, &str)> = FxHashMap::default();
    for mention in latin {
        let view = reading.view(mention.block);
        let written = mention.span.of(reading.article.blocks[mention.block].text());
        if !is_running_hindi(&view, mention.tokens.start(), mention.tokens.end()) {
            continue;
        }
        let place = Place { block: mention.block, span: mention.span };
        if config.acronyms == Acronyms::Latin && is_acronym(written) {
            latin_acronyms.entry(mention.actor).or_insert((place, written));
        } else if !config.keep_latin.iter().any(|kept| kept == written) {
            let others = hindi.get(&mention.actor).map_or(&[][..], Vec::as_slice);
            out.push(finding(reading, mention, written, others));
        }
    }
    let in_hindi = |(actor, (place, latin))| {
        let mentions = hindi.get(&actor).into_iter().flatten();
        mentions
            .filter(move |mention| sounds_like(reading, mention, latin))
            .map(move |mention| back_to_latin(reading, mention, place, latin))
    };
    out.extend(latin_acronyms.into_iter().flat_map(in_hindi));
    let nouns = latin_nouns::find(reading, |view, at| is_running_hindi(view, at, at + 1));
    out.extend(nouns.iter().map(|noun| of_noun(reading, noun)));
}

/// A noun in Latin letters that the article also has in Devanagari.
fn of_noun(reading: &Reading<'_>, noun: &LatinNoun<'_>) -> Finding {
    let latin = noun.place.span.of(reading.article.blocks[noun.place.block].text());
    let hindi = noun.hindi;
    Finding::new(CODE, noun.place, beside(latin, hindi))
        .relate(noun.there, Message::new(format!("यहाँ “{hindi}”"), format!("“{hindi}” here")))
        .replace_with(hindi, Applicability::Suggested)
}

/// That the article has both forms.
fn beside(latin: &str, wanted: &str) -> Message {
    Message::new(
        format!("“{latin}” रोमन में है, जबकि इसी ख़बर में “{wanted}” भी लिखा है। एक ही रूप रखें।"),
        format!("“{latin}” is in Latin letters, while this article has “{wanted}” too; keep one form"),
    )
}

fn is_acronym(written: &str) -> bool {
    written.chars().all(|c| !c.is_lowercase()) && written.chars().filter(|c| c.is_alphabetic()).count() > 1
}

fn written<'a>(reading: &'a Reading<'_>, mention: &Mention) -> &'a str {
    mention.span.of(reading.article.blocks[mention.block].text())
}

/// A name in Latin letters. `hindi` is where the article has the actor in Hindi.
fn finding(reading: &Reading<'_>, mention: &Mention, latin: &str, hindi: &[&Mention]) -> Finding {
    let actor = reading.actor(mention);
    let is_short = mention.form > 0;
    let alike = is_short.then(|| hindi.iter().find(|other| is_short_form(reading, actor, other))).flatten();
    // A surname or an acronym becomes the short Hindi form, that of the article if it has one; a full name the full one
    let of_form = |form| actor.names.iter().find(move |name| name.form == form);
    let short = is_short.then(|| of_form(Form::Short)).flatten();
    let wanted = match alike {
        Some(other) => written(reading, other),
        None => short.map_or(actor.name(), |name| &name.text),
    };
    let message = match alike {
        Some(_) => beside(latin, wanted),
        None => Message::new(
            format!("“{latin}” रोमन में है; हिंदी में “{wanted}” लिखते हैं।"),
            format!("“{latin}” is in Latin letters; Hindi writes “{wanted}”"),
        ),
    };
    let finding = Finding::new(CODE, Place { block: mention.block, span: mention.span }, message);
    let finding = match alike.map(|other| here(reading, other)) {
        Some((place, there)) => finding.relate(place, there),
        None => finding,
    };
    finding.replace_with(wanted, Applicability::Suggested)
}

/// Whether a mention is by a name of one word that is not the actor's full name in several.
fn is_short_form(reading: &Reading<'_>, actor: &Actor, mention: &Mention) -> bool {
    let name = actor.names.get(usize::from(mention.form));
    name.is_some_and(|name| name.form != Form::Avoid) && !written(reading, mention).contains(' ')
}

fn here(reading: &Reading<'_>, mention: &Mention) -> (Place, Message) {
    let text = written(reading, mention);
    let place = Place { block: mention.block, span: mention.span };
    (place, Message::new(format!("यहाँ “{text}”"), format!("“{text}” here")))
}

/// Whether a Hindi form is the acronym read as a word: NATO, नाटो.
fn sounds_like(reading: &Reading<'_>, mention: &Mention, latin: &str) -> bool {
    // Without a vowel it is not read as a word: भाजपा has the consonants of BJP
    latin.contains(['A', 'E', 'I', 'O', 'U']) && sound::key(written(reading, mention)) == sound::key(latin)
}

/// An acronym in Hindi, where the article has it in Latin letters and the newsroom wants it so.
fn back_to_latin(reading: &Reading<'_>, mention: &Mention, place: Place, latin: &str) -> Finding {
    let text = written(reading, mention);
    let message = Message::new(
        format!("“{text}” इसी ख़बर में “{latin}” भी है; vartani.toml में संक्षिप्त नाम रोमन में तय हैं।"),
        format!(
            "“{text}” stands as “{latin}” in this article too; vartani.toml wants acronyms in Latin letters"
        ),
    );
    Finding::new(CODE, Place { block: mention.block, span: mention.span }, message)
        .relate(place, Message::new(format!("यहाँ “{latin}”"), format!("“{latin}” here")))
        .replace_with(latin, Applicability::Suggested)
}

/// Whether the name stands as a word in a Hindi sentence: not in brackets, not in a list of Latin words, no link or handle.
fn is_running_hindi(view: &BlockView<'_>, start: usize, end: usize) -> bool {
    let latin = |at: usize| view.word(at).is_some_and(|word| word.script != Script::Devanagari);
    let mark = |at: usize, marks: &[char]| matches!(view.block.tokens.get(at).map(|t| t.kind), Some(TokenKind::Mark(c)) if marks.contains(&c));
    let glued = &['@', '#', '/', '.', '_', '&', '\'', '’'];
    // Part of an address, of a Latin name, of Île-de-France or PDP-11
    let hyphen = |at: usize, beyond: usize| {
        view.is_mark(at, '-') && !view.word(beyond).is_some_and(|w| w.script == Script::Devanagari)
    };
    if let Some(before) = start.checked_sub(1)
        && (latin(before)
            || view.is_mark(before, '(')
            || (view.is_glued(start) && (mark(before, glued) || hyphen(before, before.wrapping_sub(1)))))
    {
        return false;
    }
    if latin(end)
        || view.is_mark(end, ')')
        || (view.is_glued(end) && ((mark(end, glued) && view.is_glued(end + 1)) || hyphen(end, end + 1)))
    {
        return false;
    }
    let sentence = view.sentence(start);
    let (mut hindi, mut other) = (0, 0);
    for word in sentence.filter_map(|at| view.word(at)) {
        *(if word.script == Script::Devanagari { &mut hindi } else { &mut other }) += 1;
    }
    hindi > other
}
