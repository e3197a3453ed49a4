//! The common word that an unknown one is a slip away from: सम्राज्य for साम्राज्य.
//!
//! Only a guess: names and rare words look like slips too. So it is made where one word is near that is much commoner than
//! any other, and the shorter the word, the commoner it has to be.

mod edits;
mod filter;

use smallvec::SmallVec;

use edits::{Edit, Slip, edits};
use filter::Hash;

use super::lexicon::{Beginning, Lexicon};
use crate::text::fold;
use crate::text::letters::{NUKTA, VIRAMA, VISARGA, is_consonant, is_matra, is_modifier};

impl Slip {
    /// How often, in a million words, a word is used that is taken for the one that was meant, by its number of
    /// characters: short words have more neighbours.
    fn min_per_million(self, chars: usize) -> f32 {
        let by_length: &[f32] = match self {
            Slip::Moved => &[60.0, 50.0, 35.0, 20.0],
            Slip::Unnamelike => &[500.0, 60.0, 35.0, 30.0],
            Slip::Spelling => &[f32::INFINITY, 200.0, 65.0, 65.0],
            Slip::Order => &[f32::INFINITY, 240.0, 50.0, 30.0],
            Slip::Vowel => &[f32::INFINITY, f32::INFINITY, 300.0, 80.0, 80.0, 20.0],
            Slip::Consonant => &[f32::INFINITY, f32::INFINITY, 200.0, 60.0, 40.0, 30.0],
        };
        let of_longer = if self <= Slip::Order { MIN_PER_MILLION } else { 20.0 };
        by_length.get(chars.saturating_sub(MIN_CHARS)).copied().unwrap_or(of_longer)
    }

    /// At most as much, for a word with a key of so many characters: its spellings may be longer.
    fn min_per_million_of_key(self, chars: usize) -> f32 {
        // A slip of spelling in the key may be another in the word
        let slip = if self >= Slip::Vowel { self } else { Slip::Moved };
        slip.min_per_million(chars + 2).max(MIN_PER_MILLION)
    }

    /// Whether it is one of the fingers rather than of the ear.
    fn is_of_typing(self) -> bool {
        self >= Slip::Order
    }
}

/// The filter of the keys of words that are used at least so often: see build/lexicon.rs.
static COMMON: &[u8; filter::BYTES] = include_bytes!(concat!(env!("OUT_DIR"), "/common.bloom"));

/// No word is meant that is used less often in a million words.
const MIN_PER_MILLION: f32 = 5.0;

/// The word that is meant is so much commoner than any other that is as near.
const RATIO: f32 = 20.0;

/// Minimum number of characters of a word that is guessed at.
const MIN_CHARS: usize = 3;

/// Maximum number of characters of a word that is guessed at: no common word is longer.
const MAX_CHARS: usize = 32;

/// Letters of loanwords, whose spelling is a matter of the ear.
const LOANED: [char; 2] = ['ॉ', 'ऑ'];

/// Auxiliaries that are no endings of other words.
const AUXILIARIES: &[&str] =
    &["है", "हैं", "था", "थी", "थे", "गया", "गई", "गए", "गये", "रहा", "रही", "रहे", "चुका", "चुके", "नहीं"];

/// Postpositions that stand apart, but for pronouns.
const POSTPOSITIONS: &[&str] = &["में", "से", "को", "का", "के", "की", "ने", "पर", "तक"];

/// How often, in a million words, a word is used that may have an auxiliary joined to it.
const MIN_PER_MILLION_APART: f32 = 100.0;

/// Endings of words made from others that say nothing of whether the whole is a word: समानित is no form of समान.
const MADE_OF_ANY: [&str; 3] = ["ि", "ित", "िक"];

impl Lexicon {
    /// The one common word that an unknown word is a slip away from. No name, of which `is_name` tells, is taken for the word
    /// that was meant by a slip of the fingers: other names are too near (कर्नाक, कर्नाटक).
    pub fn meant_by(&self, word: &str, is_name: impl Fn(&str) -> bool) -> Option<String> {
        let letters: Vec<char> = word.chars().take(MAX_CHARS + 1).collect();
        let is_of_length = (MIN_CHARS..=MAX_CHARS).contains(&letters.len());
        if !is_of_length || word.ends_with(VISARGA) || self.per_million(word) > 0.0 {
            return None;
        }
        if let Some(apart) = self.taken_apart(word) {
            return Some(apart);
        }
        if !self.has_neighbour(word) {
            return None;
        }
        let is_form = !MADE_OF_ANY.iter().any(|ending| word.ends_with(ending))
            && (!word.ends_with("ां") || word.ends_with("ियां"))
            && self.has_form(word);
        let is_loaned = word.contains(LOANED);
        let (mut by_ear, mut by_hand) = (Meant::default(), Meant::default());
        let (mut near, mut key) = (String::new(), String::new());
        edits(&letters, self.known_beginning(&letters), &mut |edit| {
            if is_loaned && edit.slip != Slip::Moved {
                return;
            }
            edit.apply(&letters, &mut near);
            key.clear();
            fold::orthographic_into(&near, &mut key);
            let per_million = self.per_million_of_key(&key);
            if per_million > 0.0 && is_well_formed(&near) {
                let meant = if edit.slip.is_of_typing() { &mut by_hand } else { &mut by_ear };
                meant.consider(&near, &key, per_million, edit.slip);
            }
        });
        // A slip of the ear is the likelier one
        by_hand.rival(&by_ear);
        [by_ear, by_hand].into_iter().find_map(|meant| {
            let chars = letters.len().max(meant.word.chars().count());
            let may_be_form = is_form && !differs_in_stem(word, &meant);
            let is_usual = meant.per_million >= meant.slip?.min_per_million(chars);
            let is_only = meant.per_million >= meant.second * RATIO;
            // A nukta that the word does not have is a name's: ज़िन्के
            let is_of_name = word.contains(NUKTA) && self.per_million_as_written(&meant.word) == 0.0;
            let is_sure = is_usual && is_only && !may_be_form && !is_of_name;
            let is_near_name = |meant: &Meant| meant.slip > Some(Slip::Spelling) && is_name(&meant.word);
            (is_sure && !is_near_name(&meant)).then_some(meant.word)
        })
    }

    /// A word and an auxiliary or postposition that is joined to it, apart: नहींहै, लोगोंमें.
    fn taken_apart(&self, word: &str) -> Option<String> {
        let heads = AUXILIARIES.iter().chain(POSTPOSITIONS).filter_map(|&tail| {
            let head = word.strip_suffix(tail)?;
            let may_be_apart = AUXILIARIES.contains(&tail) || head.ends_with("ों");
            (may_be_apart && self.per_million_as_written(head) >= MIN_PER_MILLION_APART)
                .then_some((head, tail))
        });
        let (head, tail) = heads.max_by_key(|(_, tail)| tail.len())?;
        Some(format!("{head} {tail}"))
    }

    /// Whether any common word may be one slip away: a quick look, on keys and without making words.
    fn has_neighbour(&self, word: &str) -> bool {
        let key: SmallVec<[char; MAX_CHARS]> = fold::orthographic(word).chars().collect();
        if key.len() > MAX_CHARS {
            return true;
        }
        // Where nothing common begins so, it does not matter what is behind
        let mut beginnings: SmallVec<[Beginning<'_>; 16]> = SmallVec::from_slice(&[self.beginning()]);
        for &c in &key {
            let next = beginnings.last().and_then(|before| self.after(*before, c));
            let Some(next) = next.filter(|next| next.most_per_million() >= MIN_PER_MILLION) else { break };
            beginnings.push(next);
        }
        let hashes = Hashes::of(&key);
        let most: SmallVec<[f32; 16]> = beginnings.iter().map(Beginning::most_per_million).collect();
        let mut is_near = false;
        edits(&key, beginnings.len() - 1, &mut |edit| {
            let Some(&beginning) = beginnings.get(edit.at).filter(|_| !is_near) else { return };
            let least = edit.slip.min_per_million_of_key(key.len());
            if most[edit.at] < least || !hashes.with(&edit).may_be_in(COMMON) {
                return;
            }
            let mut rest = edit.put.iter().chain(&key[edit.at + edit.taken..]);
            let end = rest.try_fold(beginning, |before, &c| self.after(before, c));
            is_near = end.is_some_and(|end| end.per_million() >= least);
        });
        is_near
    }

    /// How many of the first letters of a word begin a word of the lexicon.
    fn known_beginning(&self, letters: &[char]) -> usize {
        let begins = |length: &usize| {
            let beginning: String = letters[..*length].iter().collect();
            let key = fold::orthographic(&beginning);
            key.chars().try_fold(self.beginning(), |before, c| self.after(before, c)).is_some()
        };
        (1..=letters.len()).rev().find(begins).unwrap_or_default()
    }
}

/// The hashes of the first and of the last letters of a key.
struct Hashes {
    /// Of the first letters, by their number.
    heads: [Hash; MAX_CHARS + 1],
    /// Of the last letters, by the place of the first of them.
    tails: [Hash; MAX_CHARS + 1],
    letters: usize,
}

impl Hashes {
    /// Of a key of at most [`MAX_CHARS`] letters.
    fn of(key: &[char]) -> Hashes {
        let [mut heads, mut tails] = [[Hash::default(); MAX_CHARS + 1]; 2];
        for (at, &c) in key.iter().enumerate() {
            heads[at + 1] = heads[at].before(Hash::of_letter(c), 1);
        }
        for at in (0..key.len()).rev() {
            tails[at] = Hash::of_letter(key[at]).before(tails[at + 1], key.len() - at - 1);
        }
        Hashes { heads, tails, letters: key.len() }
    }

    /// The hash of the key without a slip.
    fn with(&self, edit: &Edit<'_>) -> Hash {
        let behind = edit.at + edit.taken;
        let head = self.heads[edit.at].before(Hash::of(edit.put), edit.put.len());
        head.before(self.tails[behind], self.letters - behind)
    }
}

/// Calls `visit` with all words that are one slip away from a word, be they words of Hindi or not.
pub fn near(word: &str, mut visit: impl FnMut(&str)) {
    let letters: Vec<char> = word.chars().collect();
    let mut near = String::new();
    if (MIN_CHARS..=MAX_CHARS).contains(&letters.len()) {
        edits(&letters, letters.len(), &mut |edit| {
            edit.apply(&letters, &mut near);
            visit(&near);
        });
    }
}

/// What so many write in a million words is meant rather than a form of a rare word with another stem: रास्ते by रासते …
const NO_STRANGER: f32 = 60.0;

/// … what so many write, be it another form, दियां of दिया …
const NO_FORM: f32 = 2000.0;

/// … and what so many write, where a verb may have a causative: दिखने, दिखाने.
const NO_CAUSATIVE: f32 = 300.0;

/// Whether a word is no form of another one than that which is meant: they have the same last two letters.
fn differs_in_stem(word: &str, meant: &Meant) -> bool {
    if meant.per_million >= NO_FORM {
        return true;
    }
    let end_alike = word.chars().rev().zip(meant.word.chars().rev()).take(2).all(|(x, y)| x == y);
    let long_vowels = |word: &str| word.matches('ा').count();
    let may_be_causative = long_vowels(word) != long_vowels(&meant.word);
    end_alike && meant.per_million >= if may_be_causative { NO_CAUSATIVE } else { NO_STRANGER }
}

/// The word that is meant, as far as is known.
#[derive(Default)]
struct Meant {
    word: String,
    key: String,
    /// The slip that turned it into what is written; `None` while no word is known.
    slip: Option<Slip>,
    per_million: f32,
    /// How common the next common word is.
    second: f32,
}

impl Meant {
    /// Considers a word that is known, with its key.
    fn consider(&mut self, word: &str, key: &str, per_million: f32, slip: Slip) {
        if self.key == key {
            self.slip = self.slip.min(Some(slip));
        } else if per_million > self.per_million {
            let (word, key) = (word.to_owned(), key.to_owned());
            *self = Meant { word, key, slip: Some(slip), per_million, second: self.per_million };
        } else {
            self.second = self.second.max(per_million);
        }
    }

    /// Holds another word that may be meant against this one.
    fn rival(&mut self, other: &Meant) {
        let per_million = if other.key == self.key { other.second } else { other.per_million };
        self.second = self.second.max(per_million);
    }
}

/// Whether every sign of a word stands on a letter that can carry it.
fn is_well_formed(word: &str) -> bool {
    let mut before = ' ';
    word.chars().all(|c| {
        let carrier = std::mem::replace(&mut before, c);
        match c {
            VIRAMA => is_consonant(carrier) || carrier == NUKTA,
            _ if is_matra(c) => is_consonant(carrier) || carrier == NUKTA,
            _ if is_modifier(c) => carrier != VIRAMA && !is_modifier(carrier),
            _ => true,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_taken_for_the_common_word_beside_it() {
        let lexicon = Lexicon::shipped();
        for (slip, meant) in [
            ("सम्राज्य", "साम्राज्य"),
            ("संग्राहलय", "संग्रहालय"),
            ("स्थपित", "स्थापित"),
            ("प्रतिबंद", "प्रतिबंध"),
            ("महत्वर्पूण", "महत्वपूर्ण"),
            ("परिर्वतन", "परिवर्तन"),
            ("क्योकिं", "क्योंकि"),
            ("लगातर", "लगातार"),
            ("परवार", "परिवार"),
            ("प्रत्यैक", "प्रत्येक"),
            ("द्वारां", "द्वारा"),
            ("उदाहण", "उदाहरण"),
            ("विश्वविद्याल", "विश्वविद्यालय"),
            ("पिलछे", "पिछले"),
            ("उकनी", "उनकी"),
            ("षंख्या", "संख्या"),
            ("रिर्कॉड", "रिकॉर्ड"),
            ("नबंर", "नंबर"),
            ("दियां", "दिया"),
            ("नहींहै", "नहीं है"),
            ("देशोंमें", "देशों में"),
        ] {
            assert_eq!(lexicon.meant_by(slip, |_| false).as_deref(), Some(meant));
        }
    }

    #[test]
    fn words_names_and_short_words_are_left_alone() {
        let lexicon = Lexicon::shipped();
        for word in [
            "राष्ट्रपति",
            "यूरोपा",
            "विनियमन",
            "प्लैटफ़ॉर्म",
            "परिवर्त्तन",
            "मोंटे",
            "गोर्बाचेव",
            "तूतीकोरिन",
            "ग्राहम",
            "कंट्रोलर",
            "कर्ट",
            "करेन",
            "कौई",
            "वोला",
            "जेसी",
            "योंग",
            "सैंटर",
            "विवर्ण",
            "रूफ",
            "ओपनर",
            "सॉनेट",
        ] {
            assert_eq!(lexicon.meant_by(word, |_| false), None, "{word}");
        }
        assert_eq!(lexicon.meant_by("कर्नाक", |word| word == "कर्नाटक"), None);
    }
}
