//! Which word was meant where signs stand wrongly: of the candidates of [`text::damage`](crate::text::damage) those
//! that Hindi knows.

use crate::newsroom::{Lexicon, Newsroom, gazetteer};
use crate::text::Script;
use crate::text::damage::{Candidate, Damage, candidates, damage};
use crate::text::letters::{NUKTA, VIRAMA, is_consonant, is_joiner, is_matra, is_modifier};
use crate::text::normal::is_well_formed;

/// A word that is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What has happened to it.
    pub damage: Damage,
    /// The words that may have been meant, the likeliest first: known ones, or one that looks the same.
    pub words: Vec<String>,
    /// Whether the first of `words` was meant, beyond doubt, and is known.
    pub is_certain: bool,
    /// Whether the word is built as words are, so that only the company it keeps tells that it is broken.
    pub needs_company: bool,
}

/// Half र, which is drawn above the letter behind it.
const REPH: &str = "र्";

/// Maximum number of words that are offered for one.
const MAX_OFFERED: usize = 3;

/// Of words that may have been meant one this much rarer than the likeliest was not.
const RARER: f32 = 0.05;

/// A word that is built as words are is taken for another only if that is used so often, in a million words.
const COMMON_PER_MILLION: f32 = 1.0;

/// A word with ि in another place needs no company if it has so many letters and signs …
const MIN_LETTERS: usize = 5;

/// … or if the one it is taken for is used so often, in a million words: a short one that is rarer may be a name.
const PLAIN_PER_MILLION: f32 = 30.0;

impl Repair {
    /// What has happened to a word of Hindi or of mixed scripts, if something has.
    pub fn find(word: &str, script: Script, newsroom: &Newsroom) -> Option<Repair> {
        match script {
            Script::Devanagari => Repair::of_hindi(word, newsroom),
            Script::Latin => None,
            Script::Other => Repair::of_mixed(word, newsroom),
        }
    }

    /// The word that was meant, where that is beyond doubt.
    pub fn certain(&self) -> Option<&str> {
        self.words.first().filter(|_| self.is_certain).map(String::as_str)
    }

    fn of_hindi(word: &str, newsroom: &Newsroom) -> Option<Repair> {
        word.chars().filter(|&c| !is_joiner(c)).nth(1)?;
        let seen = damage(word).or((!is_well_formed(word)).then_some(Damage::SameLook));
        match seen {
            Some(seen) => Some(Repair::of_damaged(word, seen, newsroom)),
            None if has_odd_nukta(word) => of_odd_nukta(word, newsroom),
            None => Repair::of_well_built(word, newsroom),
        }
    }

    /// Of a word whose signs show that it is broken.
    fn of_damaged(word: &str, seen: Damage, newsroom: &Newsroom) -> Repair {
        let found = candidates(word);
        let same_look = found.iter().find(|found| found.damage == Damage::SameLook).cloned();
        let mut known: Vec<(Candidate, f32)> = found
            .into_iter()
            .filter_map(|candidate| {
                let weight = weight(&candidate.text, newsroom);
                (weight > 0.0).then_some((candidate, weight))
            })
            .collect();
        // Of two signs on a letter the first was meant, and the second slipped in
        let is_first =
            |candidate: &Candidate| seen == Damage::TwoSigns && keeps_first_signs(word, &candidate.text);
        known.sort_by(|(a, weight), (b, other)| is_first(b).cmp(&is_first(a)).then(other.total_cmp(weight)));
        let best = known.iter().map(|(_, weight)| *weight).fold(0.0, f32::max);
        known.retain(|(candidate, weight)| *weight >= best * RARER || is_first(candidate));
        let other_orders = known.iter().any(|(one, _)| one.damage == Damage::VisualOrder);
        let looks_right =
            !other_orders && same_look.as_ref().is_some_and(|same| known.iter().any(|(one, _)| one == same));
        if let Some(same) = same_look.filter(|_| looks_right || known.is_empty()) {
            // `काे` looks like को, but a sign too many on का or के looks so too. ॅ slips in by itself nowhere
            let is_rival = |one: &Candidate| matches!(one.damage, Damage::TwoSigns | Damage::SignOnVowel);
            let rivals = known.into_iter().filter(|(one, _)| is_rival(one) && !word.contains('ॅ'));
            let mut words = vec![same.text];
            words.extend(rivals.map(|(one, _)| one.text).take(MAX_OFFERED - 1));
            let is_certain = looks_right && words.len() == 1;
            return Repair { damage: Damage::SameLook, words, is_certain, needs_company: false };
        }
        let damage = known.first().map_or(seen, |(best, _)| best.damage);
        let only_one = known.len() == 1;
        let is_plain = match damage {
            Damage::StrayNukta => true,
            Damage::HalfLetter => word.contains("्ा"),
            Damage::TwoSigns => repeats_a_sign(word),
            _ => false,
        };
        let is_certain = is_plain && (only_one || (damage == Damage::StrayNukta && !known.is_empty()));
        let words = known.into_iter().take(MAX_OFFERED).map(|(candidate, _)| candidate.text).collect();
        Repair { damage, words, is_certain, needs_company: false }
    }

    /// Of a word that is built as words are, but that nobody knows: `निणर्य`, `शिक्त`.
    fn of_well_built(word: &str, newsroom: &Newsroom) -> Option<Repair> {
        let has_reph = word.get('क'.len_utf8()..).is_some_and(|rest| rest.contains(REPH));
        if !(has_reph || word.contains('ि')) || is_known(word, newsroom) {
            return None;
        }
        let moved = |found: &Candidate| matches!(found.damage, Damage::LateReph | Damage::VisualOrder);
        let found: Vec<Candidate> = candidates(word).into_iter().filter(moved).collect();
        let weighed = found.iter().map(|one| (one, weight(&one.text, newsroom)));
        let best = weighed.filter(|(_, weight)| *weight > 0.0).max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((best, _)) = best else {
            return of_known_parts(word, found, newsroom);
        };
        // The same letters and signs, and nothing else is wrong
        let least = if is_long(word) { COMMON_PER_MILLION } else { PLAIN_PER_MILLION };
        let is_plain = word.len() == best.text.len() && newsroom.lexicon.per_million(&best.text) >= least;
        let needs_company = best.damage == Damage::VisualOrder && !is_plain;
        Some(Repair { damage: best.damage, words: vec![best.text.clone()], is_certain: false, needs_company })
    }
}

/// Of a word that is built as words are, where nobody knows it nor those it may have been, but one of these is the plural
/// of a known word, or holds one with its reph: उपिनवेशों, सुपरमाकेर्ट.
fn of_known_parts(word: &str, found: Vec<Candidate>, newsroom: &Newsroom) -> Option<Repair> {
    let lexicon = &newsroom.lexicon;
    let is_known = |one: &Candidate| {
        one.text.len() == word.len()
            && (is_plural_of_known(&one.text, lexicon)
                || (one.damage == Damage::LateReph && holds_known_word(&one.text, lexicon)))
    };
    let best = found.into_iter().find(is_known)?;
    if lexicon.has_form(word) || holds_known_word(word, lexicon) {
        return None;
    }
    Some(Repair { damage: best.damage, words: vec![best.text], is_certain: false, needs_company: false })
}

/// Whether a word is a known one of some length with an ending of the plural.
fn is_plural_of_known(word: &str, lexicon: &Lexicon) -> bool {
    let stems = ["ों", "ें", "ओं", "यों"].into_iter().filter_map(|ending| word.strip_suffix(ending));
    stems.into_iter().any(|stem| is_long(stem) && lexicon.per_million(stem) >= COMMON_PER_MILLION)
}

/// Whether a word begins or ends with a known one that has a reph within it.
fn holds_known_word(word: &str, lexicon: &Lexicon) -> bool {
    let is_known = |part: &str| {
        let has_reph = part.match_indices(REPH).any(|(at, _)| at > 0 && at + REPH.len() < part.len());
        has_reph && is_long(part) && lexicon.per_million(part) >= COMMON_PER_MILLION
    };
    let starts = |c: char| !is_matra(c) && !is_modifier(c) && c != VIRAMA && c != NUKTA && !is_joiner(c);
    let seams = word.char_indices().filter(|&(at, c)| at > 0 && starts(c)).map(|(at, _)| word.split_at(at));
    seams.into_iter().any(|(head, tail)| is_known(head) || is_known(tail))
}

fn is_long(word: &str) -> bool {
    word.chars().nth(MIN_LETTERS - 1).is_some()
}

/// Of a word with a nukta on a letter that takes none, if it is known without.
fn of_odd_nukta(word: &str, newsroom: &Newsroom) -> Option<Repair> {
    let found = candidates(word).into_iter().filter(|found| found.damage == Damage::StrayNukta);
    let best =
        found.map(|found| (weight(&found.text, newsroom), found.text)).max_by(|a, b| a.0.total_cmp(&b.0));
    let (_, text) = best.filter(|(weight, _)| *weight >= COMMON_PER_MILLION)?;
    Some(Repair { damage: Damage::StrayNukta, words: vec![text], is_certain: true, needs_company: false })
}

/// Whether a nukta stands on a letter that takes none in Hindi, and none by itself.
fn has_odd_nukta(word: &str) -> bool {
    let mut before = ' ';
    word.chars().any(|c| {
        let is_odd = c == NUKTA
            && is_consonant(before)
            && !matches!(before, 'क' | 'ख' | 'ग' | 'ज' | 'फ' | 'ड' | 'ढ' | 'झ' | 'य' | 'न' | 'र' | 'ळ');
        before = c;
        is_odd
    })
}

/// Whether a word begins as another does up to the second of two signs on a letter.
fn keeps_first_signs(broken: &str, word: &str) -> bool {
    let is_sign = |c: char| is_matra(c) || is_modifier(c);
    let shared = broken.chars().zip(word.chars()).take_while(|(a, b)| a == b).count();
    let mut rest = broken.chars().skip(shared.saturating_sub(1));
    shared > 0 && rest.next().is_some_and(is_sign) && rest.next().is_some_and(is_sign)
}

/// Whether one vowel sign stands twice on a letter, with another sign between.
fn repeats_a_sign(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(3).any(|signs| signs[0] == signs[2] && !is_consonant(signs[0]) && !is_consonant(signs[1]))
}

/// Whether a word is in the lexicon or in a gazetteer.
pub fn is_known(word: &str, newsroom: &Newsroom) -> bool {
    newsroom.lexicon.per_million(word) > 0.0 || is_name(word, newsroom)
}

fn is_name(word: &str, newsroom: &Newsroom) -> bool {
    let walk = newsroom.walk(&newsroom.start(), &gazetteer::key(word));
    !newsroom.names(&walk).is_empty() || !newsroom.walk(&walk, " ").is_empty()
}

/// How likely a word is: how often it is used in a million words, a little more if just so; nothing if it is unknown.
pub(super) fn weight(word: &str, newsroom: &Newsroom) -> f32 {
    /// For a name, which need be in no list of words.
    const NAME: f32 = 0.5;
    let lexicon = &newsroom.lexicon;
    let used = lexicon.per_million(word);
    if used > 0.0 {
        return used * 0.01 + lexicon.per_million_as_written(word) + f32::MIN_POSITIVE;
    }
    if is_name(word, newsroom) { NAME } else { 0.0 }
}
