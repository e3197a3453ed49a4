//! एक ही समास कहीं जोड़कर लिखा है, कहीं अलग या हाइफ़न से।
//!
//! ## क्यों
//! युद्धविराम, युद्ध विराम और युद्ध-विराम तीनों चलते हैं, पर एक ख़बर में एक ही रूप हो तो शब्द एक ही लगता है और खोजने पर सब जगह मिलता है।
//!
//! ## उदाहरण
//! - ✗ युद्धविराम लागू हुआ। अगले दिन **युद्ध विराम** टूट गया।
//! - ✓ युद्धविराम लागू हुआ। अगले दिन युद्धविराम टूट गया।
//! - ✗ 30-दिवसीय यात्रा शुरू हुई। **30 दिवसीय** यात्रा पटना में ख़त्म होगी।
//!
//! ## क्या करें
//! जो रूप ख़बर में ज़्यादा है, सुधार उसे सब जगह रख देता है। बराबरी हो तो शब्दकोश में मिलने वाला जुड़ा हुआ (मानक) रूप; वह न हो और दोनों शब्द
//! शब्दकोश में हों तो अलग लिखा रूप, नहीं तो जो पहले आया। “30-दिन का” के साथ “30-दिवसीय” भी हो तो विशेषण रखा जाता है। समास वही गिना जाता है
//! जो ख़बर में कहीं जुड़ा हुआ आया हो; केवल पास-पास आए दो शब्दों पर और नामों पर निशान नहीं लगता।
//! ---
//! One compound is joined in one place, and apart or with a hyphen in another.
//!
//! ## Why
//! युद्धविराम, युद्ध विराम and युद्ध-विराम are all in use, but one form in one story reads like one word, and search finds it everywhere.
//!
//! ## Example
//! - ✗ युद्धविराम लागू हुआ। अगले दिन **युद्ध विराम** टूट गया।
//! - ✓ युद्धविराम लागू हुआ। अगले दिन युद्धविराम टूट गया।
//! - ✗ 30-दिवसीय यात्रा शुरू हुई। **30 दिवसीय** यात्रा पटना में ख़त्म होगी।
//!
//! ## What to do
//! The fix writes the form that the article has more often; where both are as many, the joined one, which is the standard's, if
//! the lexicon has it, the one apart if the lexicon has both words, and otherwise the one used first. “30-दिन का” beside
//! “30-दिवसीय” becomes the adjective. Only what the article joins somewhere is taken for a compound; words that
//! just stand side by side, and names, are left alone.

use crate::reading::{BlockView, Reading, Word};
use crate::rules::facts::CompoundKind;
use crate::rules::joined_names::{self, APART, HYPHENED, JOINED, about};
use crate::rules::mixed_style::{Mixture, STANDARD, Side, Use, unless_written};
use crate::rules::{Fact, Finding, Message, Place, Says};
use crate::text::fold::orthographic;
use crate::text::{Span, TokenKind};

const CODE: &str = "spelling/compound";

/// Units of time, and the adjectives made of them: 30-दिन का is 30-दिवसीय.
const ADJECTIVES: &[(&str, &str)] = &[("दिन", "दिवसीय"), ("वर्ष", "वर्षीय"), ("साल", "वर्षीय")];

/// What makes an attribute of a number and a unit.
const GENITIVES: &[&str] = &["का", "के", "की"];

/// An honorific, which is joined to names as well.
const HONORIFIC: &str = "जी";

/// A number, a unit and a genitive in place of the adjective.
const GENITIVE: Side = Side(3);

/// What stands between the parts, by side.
const BETWEEN: [&str; 3] = ["", "-", " "];

/// The letters and signs of the shortest parts of a compound.
const SHORTEST: (usize, usize) = (2, 3);

/// Second words that are written apart or joined for the sake of grammar.
const NO_SECOND: &[&str] = &["वाला", "वाले", "वाली", "वालों", "करके", "होना", "जाना", "लिए", "साथ", "द्वारा"];

/// Second words that grammar keeps apart from the first: इन लोगों, अब तक, आए हैं.
const APART_BY_GRAMMAR: &[&str] = &[
    "तक",
    "लोग",
    "लोगों",
    "है",
    "हैं",
    "था",
    "थे",
    "थी",
    "थीं",
    "रहा",
    "रहे",
    "रही",
    "गया",
    "गए",
    "गई",
    "हुआ",
    "हुए",
    "हुई",
    "नहीं",
];

/// Second words of names: राज कुमार and राजकुमार may be two people.
const OF_NAMES: &[&str] =
    &["कुमार", "कुमारी", "सिंह", "चंद्र", "प्रसाद", "नाथ", "लाल", "दास", "देवी", "बाबू", "राम", "पाल", "राज"];

/// The words of a block that may be compounds, and the pairs of words that may be compounds taken apart.
pub(in crate::rules) fn gather(reading: &Reading<'_>, block: usize, out: &mut Vec<Fact>) {
    let (view, names) = (reading.view(block), reading.mentions_in(block));
    let whole_names = joined_names::gather(reading, block, out);
    let mut key = String::new();
    for (at, token) in view.block.tokens.iter().enumerate() {
        if let Some(word) = view.word(at).filter(|word| may_be_compound(word)) {
            let place = Place { block, span: token.span };
            let says = Says::Compound(JOINED, CompoundKind::Words { begins_name: false });
            out.push(Fact { about: about(&word.key), says, place });
        }
        if let Some(fact) = attribute(&view, block, at) {
            out.push(fact);
        }
        let Some((last, side)) = second_of(&view, at) else { continue };
        let Some(is_counted) = pair(&view, at, last, &mut key) else { continue };
        let span = token.span.to(view.block.tokens[last].span);
        if whole_names.contains(&span) {
            continue;
        }
        let is_honoured = view.word(last).is_some_and(|word| &*word.key == HONORIFIC);
        let begins_name =
            !is_honoured && names.binary_search_by_key(&span.start, |name| name.span.start).is_ok();
        let kind = match is_counted {
            true => CompoundKind::Counted { begins_name },
            false => CompoundKind::Words { begins_name },
        };
        let says = Says::Compound(side, kind);
        out.push(Fact { about: about(&key), says, place: Place { block, span } });
    }
}

/// Marks a compound that is written in more than one way.
pub(in crate::rules) fn judge(reading: &Reading<'_>, facts: &[Fact], out: &mut Vec<Finding>) {
    if facts.iter().any(joined_names::is_name) {
        out.extend(joined_names::judge(CODE, reading, facts));
        return;
    }
    // Words side by side are a compound only if the article joins them elsewhere
    let is_compound = facts.iter().any(|fact| match fact.says {
        Says::Compound(_, CompoundKind::Counted { .. }) => true,
        Says::Compound(side, CompoundKind::Words { begins_name }) => side == JOINED && !begins_name,
        _ => false,
    });
    if is_compound && !facts.iter().any(begins_name) {
        let uses: Vec<Use> = facts.iter().filter_map(Use::of).collect();
        out.extend(finding(reading, &uses));
    }
}

fn begins_name(fact: &Fact) -> bool {
    match fact.says {
        Says::Compound(_, CompoundKind::Words { begins_name } | CompoundKind::Counted { begins_name }) => {
            begins_name
        }
        _ => false,
    }
}

fn may_be_compound(word: &Word) -> bool {
    let least = SHORTEST.0 + if word.key.ends_with("तक") { 2 } else { SHORTEST.1 };
    word.names.is_none() && has_letters(word, least)
}

/// Whether a word has so many letters and signs.
fn has_letters(word: &Word, least: usize) -> bool {
    word.key.chars().nth(least - 1).is_some()
}

/// The token behind token `at` and the hyphen or the space between them.
fn second_of(view: &BlockView<'_>, at: usize) -> Option<(usize, Side)> {
    let is_hyphen = view.is_mark(at + 1, '-') && view.is_glued(at + 1) && view.is_glued(at + 2);
    match is_hyphen {
        true => Some((at + 2, HYPHENED)),
        false => is_one_space(view, at).then_some((at + 1, APART)),
    }
}

/// A number with a unit and a genitive that stand for an adjective: 30-दिन के संघर्ष विराम.
fn attribute(view: &BlockView<'_>, block: usize, at: usize) -> Option<Fact> {
    let number = view.block.tokens[at];
    let is_hyphened = view.is_mark(at + 1, '-') && view.is_glued(at + 1) && view.is_glued(at + 2);
    let unit = view.word(at + 2).filter(|_| number.kind == TokenKind::Number && is_hyphened)?;
    let (_, adjective) = ADJECTIVES.iter().find(|(known, _)| *known == &*unit.key)?;
    view.word(at + 3).filter(|word| GENITIVES.contains(&&*word.key))?;
    let span = number.span.to(view.block.tokens[at + 3].span);
    let key = format!("{}{adjective}", view.block.word(number));
    let says = Says::Compound(GENITIVE, CompoundKind::Counted { begins_name: false });
    Some(Fact { about: about(&key), says, place: Place { block, span } })
}

/// Whether tokens `first` and `second` may be the parts of a compound, whose key this writes: two words, or a number
/// before an adjective of time (30 दिवसीय). Returns whether it is a number.
fn pair(view: &BlockView<'_>, first: usize, second: usize, key: &mut String) -> Option<bool> {
    let (token, last) = (view.block.tokens[first], view.block.tokens.get(second)?);
    let last = view.word(second).filter(|word| last.is_devanagari() && may_be_second(word))?;
    let (start, is_pair, is_counted) = match view.word(first) {
        Some(word) => (&*word.key, has_letters(word, SHORTEST.0) && is_long_enough(last), false),
        None => (view.block.word(token), token.kind == TokenKind::Number && last.key.ends_with("ीय"), true),
    };
    if !is_pair {
        return None;
    }
    key.clear();
    key.push_str(start);
    key.push_str(&last.key);
    Some(is_counted)
}

fn is_long_enough(second: &Word) -> bool {
    has_letters(second, SHORTEST.1) || &*second.key == HONORIFIC || APART_BY_GRAMMAR.contains(&&*second.key)
}

fn may_be_second(word: &Word) -> bool {
    ![NO_SECOND, OF_NAMES].iter().any(|list| list.contains(&&*word.key))
}

/// Whether one space stands behind token `at`.
fn is_one_space(view: &BlockView<'_>, at: usize) -> bool {
    let tokens = &view.block.tokens;
    tokens.get(at + 1).is_some_and(|next| {
        Span { start: tokens[at].span.end, end: next.span.start }.of(view.block.text()) == " "
    })
}

fn finding(reading: &Reading<'_>, uses: &[Use]) -> Option<Finding> {
    if uses.iter().all(|one| one.side == uses[0].side) {
        return None;
    }
    let written = |one: Use| one.place.span.of(reading.article.blocks[one.place.block].text()).to_owned();
    // A joined word has no seam: it is taken from a place where the parts are seen
    let has_seam = |one: &&Use| ![JOINED, GENITIVE].contains(&one.side);
    let parts = written(*uses.iter().find(has_seam)?);
    let (first, second) = parts.split_once([' ', '-'])?;
    let attribute = uses.iter().find(|one| one.side == GENITIVE).map(|one| written(*one));
    let [joined, hyphened, apart] = BETWEEN.map(|between| format!("{first}{between}{second}"));
    let mut spelt = [joined, hyphened, apart, attribute.clone().unwrap_or_default()];
    let mut uses = uses.to_vec();
    let joined = &spelt[JOINED.index()];
    // The standard joins what is one word; where the lexicon does not know it for one, the first use decides
    let is_one_word = reading.newsroom.lexicon.knows(joined);
    let is_word = |word: &str| reading.newsroom.lexicon.knows(word);
    let are_words = is_word(first) && is_word(second);
    let is_decided = APART_BY_GRAMMAR.contains(&&*orthographic(second));
    let (advised, on_tie) = match is_decided {
        true => (APART, STANDARD),
        // What is said of a thing is an adjective
        false if attribute.is_some() => (usual(&uses)?, STANDARD),
        false if is_one_word => (JOINED, STANDARD),
        false if are_words => (APART, ("शब्दकोश में अलग हैं", "the dictionary has them apart")),
        false => (uses[0].side, ("पहले यही आया", "the article has it first")),
    };
    spelt.swap(0, advised.index());
    for one in &mut uses {
        one.side = match one.side {
            side if side == advised => Side::ADVISED,
            Side::ADVISED => advised,
            side => side,
        };
    }
    let names = spelt.each_ref().map(|text| Message::new(format!("“{text}”"), format!("“{text}”")));
    let mixture = Mixture {
        code: CODE,
        names: &names,
        on_tie,
        is_decided: is_decided || attribute.is_some(),
        uses: &uses,
        shown: &uses,
        written,
        rewritten: |one, side| unless_written(spelt[side.index()].clone(), &written(one)),
    };
    mixture.finding()
}

/// The way in which a number and its adjective are written most often.
fn usual(uses: &[Use]) -> Option<Side> {
    let count = |side: Side| uses.iter().filter(|one| one.side == side).count();
    let adjectives = uses.iter().filter(|one| one.side != GENITIVE);
    adjectives.map(|one| one.side).max_by_key(|&side| (count(side), std::cmp::Reverse(side)))
}
