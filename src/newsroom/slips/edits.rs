//! The slips that a word may have, each undone: every word that is one slip away.

use smallvec::SmallVec;

use crate::text::letters::{ANUSVARA, NUKTA, VIRAMA, is_consonant, is_matra, is_modifier};

// `SLIPS: &[(&[char], &[char])]`, the letters that pens confuse, both ways, by the first of them: see build/lexicon.rs.
include!(concat!(env!("OUT_DIR"), "/slips.rs"));

/// What sort of slip turns one word into another, those that a name looks least like first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slip {
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

/// Letters of words from Sanskrit. A name from elsewhere has none of them, and one from India seldom.
const OF_SANSKRIT: [char; 3] = ['ष', 'ण', 'ृ'];

/// Consonants that stand for another with its nukta.
const WITH_NUKTA: [char; 3] = ['\u{929}', '\u{931}', '\u{934}'];

/// From this number of characters on, a word that is meant may have lost a consonant.
const MIN_CHARS_WITHOUT_CONSONANT: usize = 4;

/// The same of a letter and a sign: करने, करेन.
const MIN_CHARS_WITH_SIGN: usize = 5;

/// One slip, undone: some letters of a word in place of others.
pub(super) struct Edit<'a> {
    pub at: usize,
    /// How many letters are taken away there.
    pub taken: usize,
    pub put: &'a [char],
    pub slip: Slip,
}

impl Edit<'_> {
    /// The word without the slip, in place of what is in `word`.
    pub fn apply(&self, letters: &[char], word: &mut String) {
        let (head, tail) = (&letters[..self.at], &letters[self.at + self.taken..]);
        word.clear();
        [head, self.put, tail].into_iter().for_each(|part| word.extend(part));
    }
}

/// Calls `visit` for all slips that a word may have, if they are not far behind the first `known` letters: what begins no
/// word needs more than one.
pub(super) fn edits(letters: &[char], known: usize, visit: &mut impl FnMut(Edit<'_>)) {
    let mut add = |at: usize, taken: usize, put: &[char], slip: Slip| visit(Edit { at, taken, put, slip });
    for at in 0..letters.len().min(known + 2) {
        let (head, c, tail) = (&letters[..at], letters[at], &letters[at + 1..]);
        let slips = &SLIPS[SLIPS.partition_point(|(from, _)| from[0] < c)..];
        for (from, to) in slips.iter().take_while(|(from, _)| from[0] == c) {
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
