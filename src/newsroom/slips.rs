//! The common word that an unknown one is a slip away from: सम्राज्य for साम्राज्य.
//!
//! Only a guess: names and rare words look like slips too. So it is made where one word only is near, and that a common one.

use super::lexicon::Lexicon;
use crate::text::fold;
use crate::text::letters::{ANUSVARA, VIRAMA, is_consonant, is_matra, is_modifier};

/// How often, in a million words, a word is used that is taken for the one that was meant, by the number of characters of the
/// slip: short words have more neighbours.
fn min_per_million(chars: usize) -> f32 {
    match chars {
        0..=4 => f32::INFINITY,
        5 | 6 => 100.0,
        _ => 8.0,
    }
}

/// Maximum number of characters of a word that is guessed at: no common word is longer.
const MAX_CHARS: usize = 32;

/// Letters of loanwords, whose spelling is a matter of the ear.
const LOANED: [char; 2] = ['ॉ', 'ऑ'];

impl Lexicon {
    /// The one common word that an unknown word is a slip away from.
    pub fn meant_by(&self, word: &str) -> Option<String> {
        let is_too_long = word.chars().nth(MAX_CHARS).is_some();
        if is_too_long || word.contains(LOANED) || self.per_million(word) > 0.0 {
            return None;
        }
        let min_per_million = min_per_million(word.chars().count());
        let mut meant: Option<(String, String)> = None;
        for near in slips(word) {
            let key = fold::orthographic(&near);
            if self.per_million_of_key(&key) < min_per_million
                || meant.as_ref().is_some_and(|(_, known)| *known == key)
            {
                continue;
            }
            if meant.is_some() {
                return None;
            }
            meant = Some((near, key));
        }
        let (near, _) = meant?;
        (!self.has_form(word)).then_some(near)
    }
}

/// The letters that pens confuse.
fn confused() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../../data/lexicon/slips.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' '))
}

/// All words that are one slip away.
fn slips(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (a, b) in confused() {
        for (from, to) in [(a, b), (b, a)] {
            let places = word.match_indices(from);
            out.extend(places.map(|(at, _)| format!("{}{to}{}", &word[..at], &word[at + from.len()..])));
        }
    }
    let letters: Vec<char> = word.chars().collect();
    let spelt = |parts: [&[char]; 3]| parts.concat().into_iter().collect::<String>();
    for at in 0..letters.len() {
        let (head, c, tail) = (&letters[..at], letters[at], &letters[at + 1..]);
        // A sign too many; a last आ makes other words (कलम, कलमा)
        if matches!(c, ANUSVARA | VIRAMA) || (c == 'ा' && !tail.is_empty()) {
            out.push(spelt([head, &[], tail]));
        }
        // A letter doubled
        if is_consonant(c) && tail.starts_with(&[VIRAMA, c]) && !head.ends_with(&['र', VIRAMA]) {
            out.push(spelt([head, &[c], &tail[2..]]));
        }
        let carries_vowel =
            is_consonant(c) && !tail.first().is_some_and(|&next| is_matra(next) || next == VIRAMA);
        if (carries_vowel || is_matra(c)) && !tail.first().is_some_and(|&next| is_modifier(next)) {
            out.push(spelt([head, &[c, ANUSVARA], tail]));
        }
        // A vowel or a joining left out
        if carries_vowel && !tail.is_empty() {
            out.push(spelt([head, &[c, 'ा'], tail]));
            out.push(spelt([head, &[c, VIRAMA], tail]));
        }
        // Two neighbours in the wrong order, a sign among them
        if let Some((&next, tail)) = tail.split_first()
            && c != next
            && !(is_consonant(c) && is_consonant(next))
        {
            out.push(spelt([head, &[next, c], tail]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_taken_for_the_common_word_beside_it() {
        let lexicon = Lexicon::shipped();
        for (slip, meant) in
            [("सम्राज्य", "साम्राज्य"), ("संग्राहलय", "संग्रहालय"), ("स्थपित", "स्थापित"), ("प्रतिबंद", "प्रतिबंध")]
        {
            assert_eq!(lexicon.meant_by(slip).as_deref(), Some(meant));
        }
    }

    #[test]
    fn words_names_and_short_words_are_left_alone() {
        let lexicon = Lexicon::shipped();
        for word in ["राष्ट्रपति", "यूरोपा", "विनियमन", "प्लैटफ़ॉर्म", "परिवर्त्तन", "मोंटे", "गोर्बाचेव", "तूतीकोरिन"]
        {
            assert_eq!(lexicon.meant_by(word), None, "{word}");
        }
    }
}
