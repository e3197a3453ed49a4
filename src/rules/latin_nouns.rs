//! Common nouns in Latin letters that the article also has in Devanagari: Founders beside फाउंडर्स.
//!
//! Part of `spelling/latin`, for words that are no listed name. Nobody knows them, so that the article itself has to tell how
//! Hindi writes them, and a word that may be a brand as it is printed (Jio) is left alone.

use rustc_hash::FxHashMap;

use super::{Place, quoted_titles};
use crate::reading::{BlockView, Reading, Word};
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
    for block in (0..reading.article.blocks.len()).filter(|&block| reading.blocks[block].has_latin) {
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
    let mut found = Vec::new();
    if latin.is_empty() {
        return found;
    }
    for block in 0..reading.article.blocks.len() {
        let view = reading.view(block);
        let mut titles: Option<Vec<bool>> = None;
        for at in 0..view.words.len() {
            let Some(word) = view.word(at).filter(|word| word.script == Script::Devanagari) else { continue };
            let Some(nouns) = word.consonants().and_then(|key| latin.get(key)) else { continue };
            if titles.get_or_insert_with(|| quoted_titles::in_titles(&view))[at] {
                continue;
            }
            let is_one = nouns.iter().all(|(_, noun)| are_one(noun, word));
            let nouns = if is_one {
                word.consonants().and_then(|key| latin.remove(key)).unwrap_or_default()
            } else {
                Vec::new()
            };
            let there = Place { block, span: view.block.tokens[at].span };
            found.extend(nouns.into_iter().map(|(place, _)| LatinNoun { place, hindi: &word.text, there }));
        }
    }
    found
}

/// Whether a word may be a noun in Latin letters: no acronym, no iPhone, and with a capital only in the plural.
fn may_be_noun(word: &Word) -> bool {
    let text = &*word.text;
    word.script == Script::Latin
        && text.len() >= SHORTEST
        && text.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())
        && (text.ends_with('s') || text.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// Whether a word in Latin letters is that in Devanagari, and a noun: one with a capital is so only in the plural.
fn are_one(latin: &Word, hindi: &Word) -> bool {
    let is_capital = latin.text.starts_with(|c: char| c.is_ascii_uppercase());
    let are_plural = latin.text.ends_with('s') && hindi.key.ends_with('स');
    hindi.names.is_none() && (!is_capital || are_plural)
}
