//! Words with letters of other scripts in them: what converters leave (`आíथक`), and letters that look like others.

use super::repair::{Repair, weight};
use crate::newsroom::Newsroom;
use crate::text::damage::{Damage, candidates, damage};
use crate::text::letters::{NUKTA, VIRAMA, is_devanagari};
use crate::text::normal::same_look;

// `static RESIDUE: &[&str]` and `LOOK_ALIKES: &[(char, char)]`, sorted; see build/encoding.rs.
include!(concat!(env!("OUT_DIR"), "/foreign_letters.rs"));

/// A word counts as meant if it is used so often, in a million words …
const COMMON_PER_MILLION: f32 = 1.0;

/// … and all others that may have been meant are this much rarer, …
const RARER: f32 = 0.1;

/// … which in a shorter word says nothing.
const MIN_LETTERS: usize = 4;

impl Repair {
    /// What has happened to a word of mixed scripts, if something has.
    pub fn of_mixed(word: &str, newsroom: &Newsroom) -> Option<Repair> {
        if !word.contains(is_devanagari) {
            return of_latin(word);
        }
        let repair = |words: Vec<String>| {
            Some(Repair { damage: Damage::ForeignLetter, words, is_certain: false, needs_company: false })
        };
        let own: String = word.chars().map(own_letter).collect();
        if own.chars().all(is_devanagari) {
            let own = same_look(&own).into_owned();
            let is_known = damage(&own).is_none() && weight(&own, newsroom) > 0.0;
            return repair(if is_known { vec![own] } else { Vec::new() });
        }
        let foreign: Vec<char> = own.chars().filter(|&c| is_residue(c)).collect();
        let is_residue_only = own.chars().all(|c| is_devanagari(c) || is_residue(c));
        if foreign.is_empty() || !is_residue_only {
            return None;
        }
        repair(guesses(&own, &foreign, newsroom))
    }
}

/// A letter of Latin with a mark, which nobody types into a word of Hindi.
fn is_residue(c: char) -> bool {
    matches!(c, '\u{AA}' | '\u{B5}' | '\u{BA}' | '\u{C0}'..='\u{24F}')
}

/// A letter of another script of India where Devanagari has the same, a nukta for a dot below; any other as it is.
fn own_letter(c: char) -> char {
    match c {
        '\u{323}' => NUKTA,
        '\u{980}'..='\u{D7F}' => char::from_u32(0x900 + (u32::from(c) & 0x7F)).unwrap_or(c),
        c => c,
    }
}

/// The word that was meant, if there is one and no other.
fn guesses(word: &str, foreign: &[char], newsroom: &Newsroom) -> Vec<String> {
    let [one] = foreign else { return Vec::new() };
    let mut found: Vec<(f32, String)> = Vec::new();
    for letters in RESIDUE.iter().chain([&""]) {
        let typed = word.replacen(*one, letters, 1);
        // As it stands, and in the order of speech
        let is_moved = letters.contains(['ि', VIRAMA]);
        let moved =
            is_moved.then(|| candidates(&typed)).into_iter().flatten().map(|candidate| candidate.text);
        for text in std::iter::once(typed.clone()).chain(moved) {
            let weight = if damage(&text).is_none() { weight(&text, newsroom) } else { 0.0 };
            if weight >= COMMON_PER_MILLION && found.iter().all(|(_, other)| *other != text) {
                found.push((weight, text));
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    match &found[..] {
        [] => Vec::new(),
        [(_, only)] => vec![only.clone()],
        [(best, first), (next, _), ..] if next / best < RARER && word.chars().nth(MIN_LETTERS).is_some() => {
            vec![first.clone()]
        }
        _ => Vec::new(),
    }
}

/// A Latin word with letters in it that only look Latin.
fn of_latin(word: &str) -> Option<Repair> {
    let is_mixed = word.contains(|c: char| c.is_ascii_alphabetic()) && word.contains(|c: char| !c.is_ascii());
    let looks_latin = word.chars().all(|c| c.is_ascii_alphanumeric() || find_look_alike(c).is_some());
    if !is_mixed || !looks_latin {
        return None;
    }
    let text = word.chars().map(|c| find_look_alike(c).unwrap_or(c)).collect();
    Some(Repair { damage: Damage::LookAlike, words: vec![text], is_certain: false, needs_company: false })
}

/// The Latin letter that a letter looks like.
fn find_look_alike(c: char) -> Option<char> {
    let row = LOOK_ALIKES.binary_search_by_key(&c, |(letter, _)| *letter).ok()?;
    Some(LOOK_ALIKES[row].1)
}
