//! एक ही समास कहीं जोड़कर लिखा है, कहीं अलग या हाइफ़न से।
//!
//! ## क्यों
//! युद्धविराम, युद्ध विराम और युद्ध-विराम तीनों चलते हैं, पर एक ख़बर में एक ही रूप हो तो शब्द एक ही लगता है और खोजने पर हर जगह मिलता है।
//!
//! ## उदाहरण
//! - ✗ युद्धविराम लागू हुआ। अगले दिन **युद्ध विराम** टूट गया।
//! - ✓ युद्धविराम लागू हुआ। अगले दिन युद्धविराम टूट गया।
//! - ✗ 30-दिवसीय यात्रा शुरू हुई। **30 दिवसीय** यात्रा पटना में ख़त्म होगी।
//!
//! ## क्या करें
//! जो रूप लेख में ज़्यादा है, सुधार उसे हर जगह रख देता है; बराबरी पर जोड़कर लिखा रूप, जो मानक है, यदि वह शब्दकोश में हो, नहीं तो जो
//! पहले आया। समास वही गिना जाता है जो लेख में कहीं जुड़ा हुआ आया हो; दो शब्द जो केवल पास-पास आए हों, और नाम, छोड़ दिए जाते हैं।
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
//! the lexicon has it, and otherwise the one used first. Only what the article joins somewhere is taken for a compound; words that
//! just stand side by side, and names, are left alone.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::reading::{BlockView, Reading, Word};
use crate::rules::mixture::{Mixture, STANDARD, Use};
use crate::rules::{Finding, Message, Place};
use crate::text::{Span, TokenKind};

const CODE: &str = "spelling/compound";

/// How a compound may be written: by side, with what stands between the parts.
const JOINED: u8 = 0;
const HYPHENED: u8 = 1;
const APART: u8 = 2;
const BETWEEN: [&str; 3] = ["", "-", " "];

/// The letters and signs of the shortest parts of a compound.
const SHORTEST: (usize, usize) = (2, 3);

/// Second words that are written apart or joined for the sake of grammar.
const NO_SECOND: &[&str] = &["वाला", "वाले", "वाली", "वालों", "करके", "होना", "जाना", "लिए", "साथ", "द्वारा"];

/// Second words of names: राज कुमार and राजकुमार may be two people.
const OF_NAMES: &[&str] =
    &["कुमार", "कुमारी", "सिंह", "चंद्र", "प्रसाद", "नाथ", "लाल", "दास", "देवी", "बाबू", "राम", "पाल", "राज"];

/// Marks compounds that are written in more than one way.
pub(in crate::rules) fn check(reading: &Reading<'_>, out: &mut Vec<Finding>) {
    let names = names(reading);
    let joined = joined_words(reading);
    let mut compounds: FxHashMap<String, Vec<Use>> = FxHashMap::default();
    for block in 0..reading.article.blocks.len() {
        parts_in(&reading.view(block), block, &joined, &mut compounds);
    }
    compounds
        .retain(|_, uses| !uses.iter().any(|one| names.contains(&(one.place.block, one.place.span.start))));
    for block in 0..reading.article.blocks.len() {
        let view = reading.view(block);
        for (at, token) in view.block.tokens.iter().enumerate() {
            if let Some(uses) = view.word(at).and_then(|word| compounds.get_mut(&*word.key)) {
                uses.push(Use { place: Place { block, span: token.span }, side: JOINED });
            }
        }
    }
    let mut all: Vec<Vec<Use>> = compounds.into_values().collect();
    all.iter_mut().for_each(|uses| uses.sort_by_key(|one| one.place));
    all.sort_by_key(|uses| uses[0].place);
    out.extend(all.iter().filter_map(|uses| finding(reading, uses)));
}

/// Where names begin: राजकुमार is no compound of the Raj Kumar next to it.
fn names(reading: &Reading<'_>) -> FxHashSet<(usize, u32)> {
    reading.mentions.iter().map(|mention| (mention.block, mention.span.start)).collect()
}

/// The keys of the words that may be compounds, and of numbers with the word that they count.
fn joined_words<'a>(reading: &'a Reading<'_>) -> FxHashSet<&'a str> {
    let ids = reading.blocks.iter().flat_map(|block| block.words.iter().flatten());
    let words = ids.map(|&id| reading.vocabulary.word(id));
    let is_long = |word: &&Word| word.key.chars().count() >= SHORTEST.0 + SHORTEST.1;
    words.filter(|word| word.names.is_none()).filter(is_long).map(|word| &*word.key).collect()
}

/// Two words of a block that the article joins elsewhere, and numbers before an adjective of time.
fn parts_in(
    view: &BlockView<'_>,
    block: usize,
    joined: &FxHashSet<&str>,
    out: &mut FxHashMap<String, Vec<Use>>,
) {
    let tokens = &view.block.tokens;
    let mut key = String::new();
    for at in 0..tokens.len() {
        let is_hyphen = view.is_mark(at + 1, '-') && view.is_glued(at + 1) && view.is_glued(at + 2);
        let (second, side) = if is_hyphen { (at + 2, HYPHENED) } else { (at + 1, APART) };
        let Some(last) = tokens.get(second).filter(|_| side == HYPHENED || is_one_space(view, at)) else {
            continue;
        };
        let Some(second) = view.word(second).filter(|word| last.is_devanagari() && may_be_second(word))
        else {
            continue;
        };
        key.clear();
        let is_compound = match view.word(at) {
            Some(first) => {
                key.push_str(&first.key);
                key.push_str(&second.key);
                let is_long = |word: &Word, least| word.key.chars().count() >= least;
                is_long(first, SHORTEST.0) && is_long(second, SHORTEST.1) && joined.contains(key.as_str())
            }
            None => {
                // 30-दिवसीय, 30 दिवसीय
                key.push_str(view.block.word(tokens[at]));
                key.push_str(&second.key);
                tokens[at].kind == TokenKind::Number && second.key.ends_with("ीय")
            }
        };
        if is_compound {
            let place = Place { block, span: tokens[at].span.to(last.span) };
            out.entry(key.clone()).or_default().push(Use { place, side });
        }
    }
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
    let parts = written(*uses.iter().find(|one| one.side != JOINED)?);
    let (first, second) = parts.split_once([' ', '-'])?;
    let mut spelt = BETWEEN.map(|between| format!("{first}{between}{second}"));
    let mut uses = uses.to_vec();
    // The standard joins what is one word; where the lexicon does not know it for one, the first use decides
    let is_one_word = reading.newsroom.lexicon.per_million(&spelt[usize::from(JOINED)]) > 0.0;
    let advised = if is_one_word { JOINED } else { uses[0].side };
    let on_tie = if is_one_word {
        STANDARD
    } else {
        ("लेख में यही पहले आया है", "the article has it first")
    };
    spelt.swap(0, usize::from(advised));
    for one in &mut uses {
        one.side = match one.side {
            side if side == advised => 0,
            0 => advised,
            side => side,
        };
    }
    let names = spelt.each_ref().map(|text| Message::new(format!("“{text}”"), format!("“{text}”")));
    let mixture = Mixture {
        code: CODE,
        names: &names,
        on_tie,
        uses: &uses,
        shown: &uses,
        written,
        rewritten: |_, side| spelt[usize::from(side)].clone(),
    };
    mixture.finding()
}
