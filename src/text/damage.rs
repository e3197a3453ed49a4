//! Words whose signs stand where no signs can stand, and the words that may have been meant.
//!
//! Text that comes out of a PDF or a converter keeps the order of the page: ि before its letter (िकसान), the reph behind
//! its syllable (कायर्क्रम), a half letter with the upright that made it whole (ख्ाबर). What Hindi would make of it, other
//! floors know; here are only the letters.

use super::letters::{NUKTA, NUKTA_BASES, VIRAMA, VISARGA, is_consonant, is_joiner, is_matra, is_modifier};
use super::normal::{is_well_formed, same_look, well_formed};

/// What has happened to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Damage {
    /// Signs typed twice, or letters pieced together, that look like the right ones.
    SameLook,
    /// A nukta on a sign, or on a letter that takes none.
    StrayNukta,
    /// ि before its letter.
    VisualOrder,
    /// The reph behind its syllable.
    LateReph,
    /// A vowel sign on a half letter.
    HalfLetter,
    /// Two signs on one letter.
    TwoSigns,
    /// A vowel sign on a vowel.
    SignOnVowel,
    /// A sign at the beginning, on no letter.
    NoLetter,
    /// A letter of another script in a word of Hindi.
    ForeignLetter,
    /// Letters in a Latin word that only look Latin.
    LookAlike,
}

/// A word that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The word.
    pub text: String,
    /// What has happened to it, if it was meant.
    pub damage: Damage,
}

/// Maximum number of words that are tried for one.
const MAX_CANDIDATES: usize = 32;

/// The first sign of a word that stands where none can; `None` for a word that is built as words are.
pub fn damage(word: &str) -> Option<Damage> {
    let (mut before_last, mut before) = (None, None);
    for c in word.chars().filter(|&c| !is_joiner(c)) {
        if let Some(damage) = misplaced(before, c) {
            return Some(damage);
        }
        // A vowel carries no reph; र्इ is what is left of ई
        let is_vowel = matches!(c, 'अ' | 'आ' | 'उ'..='औ');
        if is_vowel && before == Some(VIRAMA) && before_last == Some('र') {
            return Some(Damage::LateReph);
        }
        (before_last, before) = (before, Some(c));
    }
    // No word of Hindi ends in half र
    word.ends_with("र्").then_some(Damage::LateReph)
}

/// What is wrong with `c` behind `before`.
fn misplaced(before: Option<char>, c: char) -> Option<Damage> {
    let is_sign = is_matra(c) || is_modifier(c) || c == VIRAMA || c == NUKTA;
    let Some(before) = before else {
        return is_sign.then_some(if c == 'ि' { Damage::VisualOrder } else { Damage::NoLetter });
    };
    // हूँः: a visarga that is typed for a colon is no sign on the letter
    if c == VISARGA && is_modifier(before) && before != VISARGA {
        return None;
    }
    let is_letter = is_consonant(before) || before == NUKTA;
    let on_sign = is_matra(before) || is_modifier(before);
    if c == NUKTA {
        return (!is_consonant(before)).then_some(Damage::StrayNukta);
    }
    if is_letter || !is_sign {
        return None;
    }
    let is_vowel = matches!(before, 'अ'..='औ' | 'ॲ'..='ॷ');
    match c {
        'ि' if !is_vowel => Some(Damage::VisualOrder),
        _ if is_modifier(c) && (is_vowel || is_matra(before)) => None,
        _ if is_matra(c) && is_vowel => Some(Damage::SignOnVowel),
        VIRAMA if is_vowel => Some(Damage::SignOnVowel),
        _ if before == VIRAMA => Some(Damage::HalfLetter),
        _ if on_sign => Some(Damage::TwoSigns),
        // behind ऽ, ॐ and the like
        _ => None,
    }
}

/// A way to undo one kind of damage: the words that it may have been.
type Way = fn(&str) -> Vec<String>;

/// Maximum length in bytes of a word that is repaired. The longest of Hindi are half as long.
const MAX_LENGTH: usize = 240;

/// The words that may have been meant by one, each once; those nearer to it come first.
pub fn candidates(word: &str) -> Vec<Candidate> {
    if word.len() > MAX_LENGTH {
        return Vec::new();
    }
    let mut found = vec![Candidate { text: word.to_owned(), damage: Damage::SameLook }];
    let ways: [(Damage, Way); 7] = [
        (Damage::StrayNukta, without_stray_nukta),
        (Damage::HalfLetter, whole_letters),
        (Damage::NoLetter, without_leading_signs),
        (Damage::VisualOrder, in_spoken_order),
        (Damage::LateReph, with_early_reph),
        (Damage::SignOnVowel, with_one_vowel),
        (Damage::TwoSigns, with_one_sign),
    ];
    for (damage, way) in ways {
        let more: Vec<Candidate> = found
            .iter()
            .flat_map(|from| {
                let damage = if from.damage == Damage::SameLook { damage } else { from.damage };
                way(&from.text).into_iter().map(move |text| Candidate { text, damage })
            })
            .collect();
        for candidate in more {
            if found.len() < MAX_CANDIDATES && found.iter().all(|other| other.text != candidate.text) {
                found.push(candidate);
            }
        }
    }
    let mut out: Vec<Candidate> = Vec::with_capacity(found.len());
    for mut candidate in found {
        if candidate.damage != Damage::SameLook {
            candidate.text = same_look(&candidate.text).into_owned();
        } else if !is_well_formed(&candidate.text) {
            candidate.text = well_formed(&candidate.text).into_owned();
        }
        let is_new = candidate.text != word && out.iter().all(|other| other.text != candidate.text);
        if is_new && damage(&candidate.text).is_none() {
            out.push(candidate);
        }
    }
    out
}

/// Without the nuktas that stand on signs or on letters that take none; first with each moved to the letter before
/// it, if that takes one.
fn without_stray_nukta(word: &str) -> Vec<String> {
    let (mut dropped, mut moved) = (String::new(), String::new());
    let mut base = None;
    for c in word.chars() {
        let last = dropped.chars().next_back();
        if c == NUKTA && !last.is_some_and(|last| NUKTA_BASES.contains(&last)) {
            if let Some(at) = base.filter(|&at: &usize| !moved[at..].contains(NUKTA)) {
                moved.insert(at, NUKTA);
            }
            continue;
        }
        dropped.push(c);
        moved.push(c);
        if is_consonant(c) {
            base = NUKTA_BASES.contains(&c).then_some(moved.len());
        } else if !is_matra(c) && !is_modifier(c) {
            base = None;
        }
    }
    if dropped == word { Vec::new() } else { vec![moved, dropped] }
}

/// With whole letters for half ones that carry a vowel sign: the sign is, or contains, the upright that was to make the
/// letter whole, or stands there by mistake.
fn whole_letters(word: &str) -> Vec<String> {
    let has = |sign: &str| word.contains(sign);
    if !has("्ा")
        && !has("्ो")
        && !has("्ौ")
        && !has("्े")
        && !has("्ै")
        && !has("्ी")
        && !has("्ु")
        && !has("्ू")
        && !has("््")
    {
        return Vec::new();
    }
    let upright = word.replace("्ाे", "े").replace("्ाै", "ै").replace("्ो", "े").replace("्ौ", "ै").replace("्ा", "");
    let mut simple = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        let carries = rest.peek().is_some_and(|&next| is_matra(next) || next == VIRAMA);
        if c != VIRAMA || !carries {
            simple.push(c);
        }
    }
    vec![upright, simple]
}

/// Without the signs that it begins with.
fn without_leading_signs(word: &str) -> Vec<String> {
    let rest = word.trim_start_matches(|c| is_matra(c) || is_modifier(c) || c == VIRAMA || c == NUKTA);
    let starts_with_i = word.starts_with('ि');
    if rest.len() == word.len() || rest.is_empty() || starts_with_i {
        Vec::new()
    } else {
        vec![rest.to_owned()]
    }
}

/// Every ि behind the letters that it was drawn before; and only those that stand on no letter.
fn in_spoken_order(word: &str) -> Vec<String> {
    if !word.contains('ि') {
        return Vec::new();
    }
    let letters: Vec<char> = word.chars().collect();
    let moved = |all: bool| {
        let mut out: Vec<char> = Vec::with_capacity(letters.len());
        let mut at = 0;
        while at < letters.len() {
            let before = at.checked_sub(1).map(|at| letters[at]);
            let stands = before.is_some_and(|before| is_consonant(before) || before == NUKTA);
            let end = cluster(&letters, at + 1);
            if letters[at] == 'ि' && end > at + 1 && (all || !stands) {
                out.extend(&letters[at + 1..end]);
                out.push('ि');
                at = end;
            } else {
                out.push(letters[at]);
                at += 1;
            }
        }
        out.into_iter().collect::<String>()
    };
    vec![moved(true), moved(false)]
}

/// Where the letters end that begin at `at` and are written as one: क्त, स्थ.
fn cluster(letters: &[char], at: usize) -> usize {
    let mut end = at;
    while letters.get(end).is_some_and(|&c| is_consonant(c)) {
        end += 1;
        end += letters[end..].iter().take_while(|&&c| c == NUKTA).count();
        if letters.get(end) != Some(&VIRAMA) {
            break;
        }
        // a half र behind the letter is a reph that was drawn with it
        if letters.get(end - 1) == Some(&'र') && end > at + 1 {
            break;
        }
        end += 1;
    }
    end
}

/// With each half र before the syllable that it stands behind; with one, with another, with all.
fn with_early_reph(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let is_reph = |at: usize| letters[at] == 'र' && letters.get(at + 1) == Some(&VIRAMA);
    let places: Vec<usize> = (1..letters.len()).filter(|&at| is_reph(at)).collect();
    let sets: Vec<Vec<usize>> = match places[..] {
        [] => return Vec::new(),
        [one] => vec![vec![one]],
        [one, other] => vec![vec![one], vec![other], vec![one, other]],
        _ => vec![places],
    };
    sets.into_iter()
        .map(|set| {
            let mut out: Vec<char> = Vec::with_capacity(letters.len());
            let mut at = 0;
            while at < letters.len() {
                if !set.contains(&at) {
                    out.push(letters[at]);
                    at += 1;
                    continue;
                }
                let start = syllable_start(&out);
                out.splice(start..start, ['र', VIRAMA]);
                at += 2;
            }
            out.into_iter().collect()
        })
        .collect()
}

/// Where the last syllable of some letters begins.
fn syllable_start(letters: &[char]) -> usize {
    let signs = letters.iter().rev().take_while(|&&c| is_matra(c) || is_modifier(c) || c == NUKTA).count();
    let mut at = (letters.len() - signs).saturating_sub(1);
    while at >= 2 && letters[at - 1] == VIRAMA {
        at -= 2;
    }
    at
}

/// With the vowel or the sign on it only, or the vowel that the sign stands for.
fn with_one_vowel(word: &str) -> Vec<String> {
    let is_vowel = |c: char| matches!(c, 'अ'..='औ');
    let pairs = word.chars().zip(word.chars().skip(1));
    let Some(at) = pairs.into_iter().position(|(c, next)| is_vowel(c) && is_matra(next)) else {
        return Vec::new();
    };
    let letters: Vec<char> = word.chars().collect();
    let written = |middle: &[char]| letters[..at].iter().chain(middle).chain(&letters[at + 2..]).collect();
    let own = super::letters::independent(letters[at + 1]);
    let mut out: Vec<String> = own.map(|own| written(&[own])).into_iter().collect();
    out.push(written(&[letters[at]]));
    out
}

/// With one of the signs on each letter that has two: the first of each, or the last.
fn with_one_sign(word: &str) -> Vec<String> {
    let is_sign = |c: char| is_matra(c) || is_modifier(c);
    if !word.chars().zip(word.chars().skip(1)).any(|(c, next)| is_sign(c) && is_sign(next)) {
        return Vec::new();
    }
    let (mut firsts, mut lasts) = (String::new(), String::new());
    let mut letters = word.chars().peekable();
    let mut signs: Vec<char> = Vec::new();
    while let Some(c) = letters.next() {
        if !is_matra(c) && !is_modifier(c) {
            firsts.push(c);
            lasts.push(c);
            continue;
        }
        signs.clear();
        signs.push(c);
        while let Some(more) = letters.next_if(|&c| is_matra(c) || is_modifier(c)) {
            signs.push(more);
        }
        let matra = |c: &&char| is_matra(**c);
        let modifier = |c: &&char| is_modifier(**c);
        firsts.extend(signs.iter().find(matra));
        firsts.extend(signs.iter().find(modifier));
        lasts.extend(signs.iter().rev().find(matra));
        lasts.extend(signs.iter().rev().find(modifier));
    }
    let mut out = vec![firsts, lasts];
    out.retain(|text| text != word);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_was_meant_is_among_the_candidates() {
        for (typed, meant, damage) in [
            ("िकसानों", "किसानों", Damage::VisualOrder),
            ("कृिष", "कृषि", Damage::VisualOrder),
            ("िस्थित", "स्थिति", Damage::VisualOrder),
            ("शिक्त", "शक्ति", Damage::VisualOrder),
            ("कायर्क्रम", "कार्यक्रम", Damage::LateReph),
            ("निणर्य", "निर्णय", Damage::LateReph),
            ("वषर्", "वर्ष", Damage::LateReph),
            ("धमोर्ं", "धर्मों", Damage::LateReph),
            ("स्पोट्सार्उंड", "स्पोर्ट्साउंड", Damage::LateReph),
            ("कर्इ", "कई", Damage::SameLook),
            ("आिथर्क", "आर्थिक", Damage::VisualOrder),
            ("विश्ोष", "विशेष", Damage::HalfLetter),
            ("ख्ाबर", "खबर", Damage::HalfLetter),
            ("भ्ाारत", "भारत", Damage::HalfLetter),
            ("मेंे", "में", Damage::TwoSigns),
            ("हैें", "हैं", Damage::TwoSigns),
            ("इीद", "ईद", Damage::SignOnVowel),
            ("ेसरकार", "सरकार", Damage::NoLetter),
            ("मंत्री\u{93C}", "मंत्री", Damage::StrayNukta),
            ("करो\u{93C}ड\u{93C}", "करोड\u{93C}", Damage::StrayNukta),
            ("नहींं", "नहीं", Damage::SameLook),
            ("अाज", "आज", Damage::SameLook),
        ] {
            let found = candidates(typed);
            let candidate = found.iter().find(|candidate| candidate.text == meant);
            assert_eq!(candidate.map(|candidate| candidate.damage), Some(damage), "{typed}: {found:?}");
        }
    }

    #[test]
    fn what_is_built_as_words_are_has_no_damage() {
        for word in [
            "किसानों",
            "कार्यक्रम",
            "हूँ",
            "दुःख",
            "अर्थात्",
            "क्‍या",
            "श्री‌लंका",
            "ऑस्ट्रेलिया",
            "ॐ",
            "सोऽहम्",
            "ऋषि",
            "ज़्यादा",
            "ऊँचा",
            "शृंखला",
            "वाङ्मय",
            "पढ़ाई",
            "अंकुर",
            "आँख",
            "ईंट",
            "छः",
            "ॲप",
        ] {
            assert_eq!(damage(word), None, "{word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn candidates_have_no_damage(word in "[कखयरतऩाि्ीेोंँःअइए\u{200D}]{0,8}") {
            for candidate in candidates(&word) {
                proptest::prop_assert_eq!(damage(&candidate.text), None);
                proptest::prop_assert_ne!(candidate.text, word.clone());
            }
        }
    }
}
