//! Common nouns in Latin letters that the article also has in Devanagari: Founders beside फाउंडर्स.
//!
//! Part of `spelling/latin`, for words that are no listed name. Nobody knows them, so that the article itself has to tell how
//! Hindi writes them, and a word that may be a brand as it is printed (Jio) is left alone.

use rustc_hash::FxHashMap;

use super::{Place, quoted_titles};
use crate::reading::{BlockView, Reading, Word, WordId, WordIndex};
use crate::text::Script;

/// Minimum number of letters of a word.
const SHORTEST: usize = 4;

/// A noun in Latin letters, and the same in Devanagari.
pub(super) struct LatinNoun<'a> {
    /// Where it stands.
    pub place: Place,
    /// The word in Devanagari.
    pub hindi: &'a str,
    /// Where that first stands.
    pub there: Place,
}

/// The nouns in Latin letters that an article also has in Devanagari. `may_stand` tells of a token whether it is a word of
/// a Hindi sentence.
pub(super) fn find<'a>(
    reading: &'a Reading<'_>,
    may_stand: impl Fn(&BlockView<'_>, usize) -> bool,
) -> Vec<LatinNoun<'a>> {
    let keep = &reading.newsroom.config.spelling.keep_latin;
    let mut latin: FxHashMap<&str, Vec<(Place, &Word)>> = FxHashMap::default();
    for block in blocks_with_nouns(reading) {
        let view = reading.view(block);
        for at in 0..view.words.len() {
            let Some(word) = view.word(at).filter(|word| may_be_noun(word)) else { continue };
            let is_kept = keep.iter().any(|kept| **kept == *word.text);
            let is_name = reading.mention_with(block, at).is_some();
            if is_kept || is_name || view.is_quoted(at) || !may_stand(&view, at) {
                continue;
            }
            if let Some(key) = word.consonants() {
                let place = Place { block, span: view.block.tokens[at].span };
                latin.entry(key).or_default().push((place, word));
            }
        }
    }
    let mut found = match &reading.index {
        Some(index) => {
            let there = latin.iter().map(|(key, nouns)| first_in_hindi(reading, index, key, nouns));
            there.zip(latin.values()).filter_map(|(there, nouns)| Some((there?, nouns))).collect()
        }
        None => all_in_hindi(reading, &latin),
    };
    found.sort_unstable_by_key(|((there, _), _)| *there);
    let of_one = |((there, hindi), nouns): ((Place, &'a str), &Vec<(Place, &Word)>)| {
        nouns.iter().map(move |(place, _)| LatinNoun { place: *place, hindi, there }).collect::<Vec<_>>()
    };
    found.into_iter().flat_map(of_one).collect()
}

/// The blocks that may have nouns in Latin letters, in order.
fn blocks_with_nouns(reading: &Reading<'_>) -> Vec<usize> {
    let Some(index) = &reading.index else {
        return (0..reading.article.blocks.len()).filter(|&block| reading.blocks[block].has_latin).collect();
    };
    let nouns = index.latin_words().iter().filter(|word| may_be_noun(reading.vocabulary.word(**word)));
    let mut blocks: Vec<usize> = nouns.flat_map(|word| index.blocks_with(*word)).collect();
    blocks.sort_unstable();
    blocks.dedup();
    blocks
}

/// A word in Devanagari, and where it first stands.
type InHindi<'a> = (Place, &'a str);

/// Nouns with the word in Devanagari that each of them is.
type Nouns<'a, 'n> = Vec<(InHindi<'a>, &'n Vec<(Place, &'a Word)>)>;

/// Looks for nouns in an article of which it is not known where words stand.
fn all_in_hindi<'a, 'n>(
    reading: &'a Reading<'_>,
    latin: &'n FxHashMap<&'a str, Vec<(Place, &'a Word)>>,
) -> Nouns<'a, 'n> {
    let mut sought: FxHashMap<&str, &Vec<(Place, &Word)>> =
        latin.iter().map(|(key, nouns)| (*key, nouns)).collect();
    let mut found = Vec::new();
    if sought.is_empty() {
        return found;
    }
    for block in 0..reading.article.blocks.len() {
        let view = reading.view(block);
        let mut titles: Option<Vec<bool>> = None;
        for at in 0..view.words.len() {
            let Some(word) = view.word(at).filter(|word| word.script == Script::Devanagari) else { continue };
            let Some(key) = word.consonants() else { continue };
            let Some(nouns) = sought.get(key).copied() else { continue };
            let is_in_title = titles.get_or_insert_with(|| quoted_titles::in_titles(&view))[at];
            if !is_in_title && are_all_one(nouns, word) {
                sought.remove(key);
                found.push(((Place { block, span: view.block.tokens[at].span }, &*word.text), nouns));
            }
        }
    }
    found
}

/// The first word in Devanagari, outside titles, that nouns with the same consonants are.
fn first_in_hindi<'a>(
    reading: &'a Reading<'_>,
    index: &WordIndex,
    key: &str,
    nouns: &[(Place, &Word)],
) -> Option<InHindi<'a>> {
    let first_of = |id: WordId| {
        let word = reading.vocabulary.word(id);
        let is_it = word.consonants() == Some(key) && are_all_one(nouns, word);
        index.blocks_with(id).filter(|_| is_it).find_map(|block| {
            let view = reading.view(block);
            let titles = quoted_titles::in_titles(&view);
            let at = (0..view.words.len()).find(|&at| view.words[at] == Some(id) && !titles[at])?;
            Some((Place { block, span: view.block.tokens[at].span }, &*word.text))
        })
    };
    index.words_with(key).iter().filter_map(|id| first_of(*id)).min_by_key(|(place, _)| *place)
}

/// Whether a word may be a noun in Latin letters: no acronym, no iPhone, and with a capital only in the plural.
fn may_be_noun(word: &Word) -> bool {
    let text = &*word.text;
    word.script == Script::Latin
        && text.len() >= SHORTEST
        && text.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        && (text.ends_with('s') || text.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// Whether nouns in Latin letters are all one word in Devanagari.
fn are_all_one(nouns: &[(Place, &Word)], hindi: &Word) -> bool {
    nouns.iter().all(|(_, noun)| are_one(noun, hindi))
}

/// Whether a word in Latin letters is that in Devanagari, and a noun: one with a capital is so only in the plural.
fn are_one(latin: &Word, hindi: &Word) -> bool {
    let is_capital = latin.text.starts_with(|c: char| c.is_ascii_uppercase());
    let are_plural = latin.text.ends_with('s') && hindi.key.ends_with('स');
    hindi.names.is_none() && (!is_capital || are_plural)
}
