//! The common word that an unknown one is a slip away from: सम्राज्य for साम्राज्य.
//!
//! Only a guess: names and rare words look like slips too. So it is made where one word is near that is much commoner than
//! any other, and the shorter the word, the commoner it has to be.

use smallvec::SmallVec;

use super::lexicon::{Beginning, Lexicon};
use crate::text::fold;
use crate::text::letters::{ANUSVARA, NUKTA, VIRAMA, VISARGA, is_consonant, is_matra, is_modifier};

// `SLIPS: &[(&[char], &[char])]`, the letters that pens confuse, both ways: see build/lexicon.rs.
include!(concat!(env!("OUT_DIR"), "/slips.rs"));

/// What sort of slip turns one word into another, those that a name looks least like first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slip {
    /// A sign on the wrong letter: क्योकिं, आर्शीवाद.
    Moved,
    /// One that makes no name: a letter that only words from Sanskrit have, a joining left out, a letter doubled at the
    /// end (षंख्या, सिसटम, दशक्क).
    Unnamelike,
    /// Another slip of spelling: a length, a breath, a dot.
    Spelling,
    /// Two letters in the wrong order.
    Order,
    /// A vowel left out.
    Vowel,
    /// A consonant left out.
    Consonant,
}

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

    /// Whether it is one of the fingers rather than of the ear.
    fn is_of_typing(self) -> bool {
        self >= Slip::Order
    }
}

/// Letters of words from Sanskrit. A name from elsewhere has none of them, and one from India seldom.
const OF_SANSKRIT: [char; 3] = ['ष', 'ण', 'ृ'];

/// Consonants that stand for another with its nukta.
const WITH_NUKTA: [char; 3] = ['\u{929}', '\u{931}', '\u{934}'];

/// From this number of characters on, a word that is meant may have lost a consonant.
const MIN_CHARS_WITHOUT_CONSONANT: usize = 4;

/// The same of a letter and a sign: करने, करेन.
const MIN_CHARS_WITH_SIGN: usize = 5;

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
        edits(&letters, self.known_beginning(&letters), &mut |edit| {
            let near = edit.apply(&letters);
            if is_well_formed(&near) && (!is_loaned || edit.slip == Slip::Moved) {
                let key = fold::orthographic(&near);
                let per_million = self.per_million_of_key(&key);
                let meant = if edit.slip.is_of_typing() { &mut by_hand } else { &mut by_ear };
                meant.consider(near, key, per_million, edit.slip);
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
        let mut beginnings: SmallVec<[Beginning; MAX_CHARS]> = SmallVec::from_slice(&[self.beginning()]);
        for &c in &key {
            let Some(next) = beginnings.last().and_then(|before| self.after(*before, c)) else { break };
            beginnings.push(next);
        }
        let mut is_near = false;
        edits(&key, beginnings.len() - 1, &mut |edit| {
            let Some(&beginning) = beginnings.get(edit.at).filter(|_| !is_near) else { return };
            let mut rest = edit.put.iter().chain(&key[edit.at + edit.taken..]);
            let end = rest.try_fold(beginning, |before, &c| self.after(before, c));
            is_near = end.is_some_and(|end| self.per_million_at(end) >= MIN_PER_MILLION);
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

/// Calls `visit` with all words that are one slip away from a word, be they words of Hindi or not.
pub fn near(word: &str, mut visit: impl FnMut(String)) {
    let letters: Vec<char> = word.chars().collect();
    if (MIN_CHARS..=MAX_CHARS).contains(&letters.len()) {
        edits(&letters, letters.len(), &mut |edit| visit(edit.apply(&letters)));
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
    fn consider(&mut self, word: String, key: String, per_million: f32, slip: Slip) {
        if self.key == key {
            self.slip = self.slip.min(Some(slip));
        } else if per_million > self.per_million {
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

/// One slip, undone: some letters of a word in place of others.
struct Edit {
    at: usize,
    /// How many letters are taken away there.
    taken: usize,
    put: SmallVec<[char; 8]>,
    slip: Slip,
}

impl Edit {
    /// The word without the slip.
    fn apply(&self, letters: &[char]) -> String {
        let (head, tail) = (&letters[..self.at], &letters[self.at + self.taken..]);
        head.iter().chain(&self.put).chain(tail).collect()
    }
}

/// Calls `visit` for all slips that a word may have, if they are not far behind the first `known` letters: what begins no
/// word needs more than one.
fn edits(letters: &[char], known: usize, visit: &mut impl FnMut(Edit)) {
    let mut add = |at: usize, taken: usize, put: &[char], slip: Slip| {
        visit(Edit { at, taken, put: SmallVec::from_slice(put), slip });
    };
    for at in 0..letters.len().min(known + 2) {
        let (head, c, tail) = (&letters[..at], letters[at], &letters[at + 1..]);
        for (from, to) in SLIPS {
            if letters[at..].starts_with(from) {
                let is_of_sanskrit = OF_SANSKRIT.iter().any(|c| from.contains(c) && !to.contains(c));
                let slip = if is_of_sanskrit { Slip::Unnamelike } else { Slip::Spelling };
                add(at, from.len(), to, slip);
            }
        }
        // A sign too many; a last आ makes other words (कलम, कलमा)
        if matches!(c, ANUSVARA | VIRAMA) || (c == 'ा' && !tail.is_empty()) {
            add(at, 1, &[], Slip::Spelling);
        }
        // A letter doubled
        if is_consonant(c) && tail.starts_with(&[VIRAMA, c]) && !head.ends_with(&['र', VIRAMA]) {
            let is_at_end = tail.len() == 2;
            add(at, 2, &[], if is_at_end { Slip::Unnamelike } else { Slip::Spelling });
        }
        let is_joined = tail.first() == Some(&VIRAMA);
        let carries_vowel =
            is_consonant(c) && !is_joined && !tail.first().is_some_and(|&next| is_matra(next));
        if (carries_vowel || is_matra(c)) && !tail.first().is_some_and(|&next| is_modifier(next)) {
            add(at + 1, 0, &[ANUSVARA], Slip::Spelling);
        }
        // A letter that is to be doubled, a breath behind it
        if is_consonant(c) && !is_joined && !head.is_empty() && head.last() != Some(&VIRAMA) {
            add(at, 0, &[without_breath(c), VIRAMA], Slip::Spelling);
        }
        // A vowel or a joining left out
        if carries_vowel {
            if !tail.is_empty() {
                add(at + 1, 0, &[VIRAMA], Slip::Unnamelike);
                add(at + 1, 0, &['ा'], Slip::Spelling);
                ['ि', 'ी', 'ु', 'ू', 'े', 'ो'].iter().for_each(|&vowel| add(at + 1, 0, &[vowel], Slip::Vowel));
            }
            ['य', 'व', 'र'].iter().for_each(|&half| add(at + 1, 0, &[VIRAMA, half], Slip::Spelling));
        }
        // Two neighbours in the wrong order
        if let Some(&next) = tail.first()
            && c != next
        {
            let are_letters = is_consonant(c) && is_consonant(next);
            let slip = if are_letters { Slip::Order } else { Slip::Spelling };
            if are_letters || letters.len() >= MIN_CHARS_WITH_SIGN {
                add(at, 2, &[next, c], slip);
            }
        }
    }
    if letters.len() >= MIN_CHARS_WITHOUT_CONSONANT {
        let is_nukta = |at: &usize| letters.get(*at) == Some(&NUKTA);
        for at in (1..=letters.len().min(known + 1)).filter(|at| !is_nukta(at)) {
            let plain = ('क'..='ह').filter(|c| !WITH_NUKTA.contains(c));
            plain.for_each(|c| add(at, 0, &[c], Slip::Consonant));
        }
    }
    moves(letters, &[ANUSVARA], known, &mut add);
    moves(letters, &['र', VIRAMA], known, &mut add);
}

/// Maximum number of letters that a sign is moved by.
const MAX_MOVE: usize = 5;

/// A sign that got on the wrong letter, moved to each of those around it: क्योकिं, आर्शीवाद.
fn moves(letters: &[char], sign: &[char], known: usize, add: &mut impl FnMut(usize, usize, &[char], Slip)) {
    let size = sign.len();
    for from in (0..letters.len()).filter(|&at| letters[at..].starts_with(sign)) {
        let before =
            (from.saturating_sub(MAX_MOVE)..from).filter(|&to| may_stand(sign, &letters[..to], letters[to]));
        for to in before {
            let put: SmallVec<[char; 8]> = sign.iter().chain(&letters[to..from]).copied().collect();
            add(to, put.len(), &put, Slip::Moved);
        }
        if from > known + 1 {
            continue;
        }
        let rest = &letters[from + size..];
        for moved in 1..=rest.len().min(MAX_MOVE) {
            let next = rest.get(moved).copied().unwrap_or(' ');
            if may_stand(sign, &rest[..moved], next) {
                let put: SmallVec<[char; 8]> = rest[..moved].iter().chain(sign).copied().collect();
                add(from, put.len(), &put, Slip::Moved);
            }
        }
    }
}

/// Whether a sign may stand between these letters: an anusvara behind a letter, a half र before one.
fn may_stand(sign: &[char], head: &[char], next: char) -> bool {
    match (sign, head.last()) {
        (&[ANUSVARA], before) => before.is_some_and(|&c| is_matra(c) || is_consonant(c)),
        (_, before) => is_consonant(next) && before != Some(&VIRAMA),
    }
}

/// The consonant without breath: च for छ, which are joined where छ is doubled.
fn without_breath(c: char) -> char {
    match c {
        'ख' => 'क',
        'घ' => 'ग',
        'छ' => 'च',
        'झ' => 'ज',
        'ठ' => 'ट',
        'ढ' => 'ड',
        'थ' => 'त',
        'ध' => 'द',
        'फ' => 'प',
        'भ' => 'ब',
        _ => c,
    }
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
