//! Two forms of one word, and a word made from another: not two spellings.
//!
//! लड़का and लड़के, रूस and रूसी, करने and कराने differ as spellings of one name may differ, and are none.
//! What is known here is grammar, so it holds for words nobody has listed.

use super::align::common_ends;
use super::sounds::{AA, AI, Code, E, I, II, NASAL, O, SCHWA, Sound, U, UU, code};

/// How two words are kin without being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Derivation {
    /// Two cases, numbers, genders, tenses or persons of one word.
    Inflection,
    /// One is made from the other: रूस/रूसी, वाद, पन, ता; with an honorific or a postposition joined to it.
    Derivation,
    /// One begins with the other.
    Contained,
}

/// Endings of nouns, adjectives and verbs that take each other's place.
const ENDINGS: &[&[Code]] = &[
    &[AA],
    &[E],
    &[II],
    &[I],
    &[O],
    &[U],
    &[UU],
    &[AI],
    &[E, NASAL],
    &[O, NASAL],
    &[II, NASAL],
    &[AI, NASAL],
    &[AA, NASAL],
    &[UU, NASAL],
    &[AA, E, NASAL],
    &[AA, O, NASAL],
    &[U, E, NASAL],
    &[U, O, NASAL],
    &[I, Y, AA, NASAL],
    &[I, Y, O, NASAL],
    &[I, Y, O],
    &[I, Y, AA],
    &[Y, AA, NASAL],
    &[Y, O, NASAL],
    &[N, AA],
    &[N, E],
    &[N, II],
    &[T, AA],
    &[T, E],
    &[T, II],
    &[T, II, NASAL],
    &[K, AA],
    &[K, E],
    &[K, II],
    &[K, O],
    &[K, SCHWA, R],
    &[Y, AA],
    &[AA, N, AA],
    &[AA, N, E],
    &[AA, N, II],
    &[AA, Y, AA],
    &[AA, E],
    &[AA, II],
    &[E, G, AA],
    &[E, G, II],
    &[E, NASAL, G, E],
    &[O, G, E],
    &[UU, NASAL, G, AA],
    &[I, E],
    &[AA, T, AA],
    &[AA, T, E],
    &[AA, T, II],
    &[AA, K, SCHWA, R],
    &[AA, U],
    &[AA, V],
];

/// What makes a new word out of a whole one.
const SUFFIXES: &[&[Code]] = &[
    &[II],
    &[AA, II],
    &[I, K],
    &[II, Y],
    &[T, AA],
    &[T, V],
    &[P, SCHWA, N],
    &[V, AA, D],
    &[V, AA, D, II],
    &[V, AA, L, AA],
    &[V, AA, L, E],
    &[V, AA, L, II],
    &[J, II],
    &[S, AA, H, SCHWA, B],
    &[D, AA, R],
    &[G, AA, R],
    &[K, AA, R],
    &[I, Y, AA],
    &[N, E],
    &[K, O],
    &[K, AA],
    &[K, E],
    &[K, II],
    &[S, E],
    &[M, E, NASAL],
    &[P, SCHWA, R],
];

const D: Code = code('द');
const G: Code = code('ग');
const H: Code = code('ह');
const B: Code = code('ब');
const J: Code = code('ज');
const K: Code = code('क');
const L: Code = code('ल');
const M: Code = code('म');
const N: Code = code('न');
const P: Code = code('प');
const R: Code = code('र');
const S: Code = code('स');
const T: Code = code('त');
const V: Code = code('व');
const Y: Code = code('य');

/// How two words that differ beyond spelling are kin, if they are.
pub(super) fn derivation(a: &[Sound], b: &[Sound]) -> Option<Derivation> {
    let (head, _) = common_ends(a, b);
    // A stem is at least a syllable; the vowel after it may belong to stem or ending.
    let stem = (head.saturating_sub(1)..=head).rev().filter(|&stem| stem >= 2);
    let mut kin = None;
    for stem in stem {
        let (x, y) = (&a[stem..], &b[stem..]);
        let (x, y) = (unvoiced(x), unvoiced(y));
        let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
        if short.is_empty() {
            if is_in(long, SUFFIXES) {
                return Some(Derivation::Derivation);
            }
            if is_in(long, ENDINGS) {
                return Some(Derivation::Inflection);
            }
            if stem >= 3 {
                kin = Some(Derivation::Contained);
            }
        } else if is_in(short, ENDINGS) && (is_in(long, ENDINGS) || is_in(long, SUFFIXES)) {
            return Some(Derivation::Inflection);
        }
    }
    kin
}

/// An ending without the inherent vowel of the stem before it.
fn unvoiced(ending: &[Sound]) -> &[Sound] {
    match ending {
        [schwa, rest @ ..] if schwa.code == SCHWA => rest,
        _ => ending,
    }
}

fn is_in(ending: &[Sound], table: &[&[Code]]) -> bool {
    const LONGEST: usize = 5;
    if ending.len() > LONGEST {
        return false;
    }
    table.iter().any(|row| row.len() == ending.len() && row.iter().zip(ending).all(|(c, s)| *c == s.code))
}

/// How many sounds of a word speak for its stem: a plural ending, whose nasal and glide every noun has,
/// counts as the one vowel it stands for.
pub(super) fn stem_length(word: &[Sound]) -> usize {
    match word {
        [stem @ .., i, y, v, n] if [i.code, y.code, n.code] == [I, Y, NASAL] && matches!(v.code, AA | O) => {
            stem.len() + 1
        }
        [stem @ .., v, n] if n.code == NASAL && matches!(v.code, E | O) => stem.len() + 1,
        _ => word.len(),
    }
}

/// Whether the words end as verbs do and differ in one vowel of the stem, as a verb and its causative
/// (करने/कराने) or its passive (जागने/जगने, जितने/जीतने) do.
pub(super) fn may_be_ablaut(a: &[Sound], b: &[Sound]) -> bool {
    let (head, tail) = common_ends(a, b);
    let (x, y) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let [x, y] = match (x, y) {
        ([x], [y]) => [x.code.min(y.code), x.code.max(y.code)],
        _ => return false,
    };
    let Some(root) = before_verb_ending(&a[a.len() - tail..]) else { return false };
    if [x, y] == [SCHWA, AA] {
        return true;
    }
    // The other grades are of the root's last vowel, जीतना/जितना, पीता/पिता: no name like गिलानी has them
    let last_vowel =
        if root.is_empty() { head <= 1 } else { !root.iter().any(|s| s.is_vowel() && s.code != SCHWA) };
    last_vowel && [[I, II], [U, UU], [II, E], [I, E], [U, O], [UU, O]].contains(&[x, y])
}

/// What stands before the ending of a verb; `None` where no verb ends so.
fn before_verb_ending(word: &[Sound]) -> Option<&[Sound]> {
    let gender = |v: &Sound| matches!(v.code, AA | E | II);
    match word {
        [root @ .., k, schwa, r] if [k.code, schwa.code, r.code] == [K, SCHWA, R] => Some(root),
        [root @ .., e, g, v] if [e.code, g.code] == [E, G] && gender(v) => Some(root),
        [root @ .., e, n, g, v] if [e.code, n.code, g.code] == [E, NASAL, G] && gender(v) => Some(root),
        [root @ .., c, v] if matches!(c.code, N | T | G) && gender(v) => Some(root),
        _ => None,
    }
}

/// Whether the words are as short as roots are, end in one consonant and a vowel, and differ in the length of
/// the vowel before it, as a verb does from its passive in the past: खींचा/खिंचा, लूटी/लुटी.
pub(super) fn may_be_perfective(a: &[Sound], b: &[Sound]) -> bool {
    let (head, tail) = common_ends(a, b);
    let grade = match (&a[head..a.len() - tail], &b[head..b.len() - tail]) {
        ([x], [y]) => [[I, II], [U, UU]].contains(&[x.code.min(y.code), x.code.max(y.code)]),
        _ => false,
    };
    let ending = match &a[a.len() - tail..] {
        [c, v] => c.is_consonant() && matches!(v.code, AA | E | II),
        [n, c, v] => n.code == NASAL && c.is_consonant() && matches!(v.code, AA | E | II),
        _ => false,
    };
    grade && ending && head <= 1
}

/// Whether one of the words may be a verb with कर where the other has a half nasal: बनकर/बंकर.
pub(super) fn may_be_conjunctive(a: &[Sound], b: &[Sound]) -> bool {
    let (head, tail) = common_ends(a, b);
    let apart = |x: &[Sound], y: &[Sound]| matches!((x, y), ([n, schwa], [nasal]) if [n.code, schwa.code, nasal.code] == [N, SCHWA, NASAL]);
    let (x, y) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let ends = matches!(a[a.len() - tail..], [k, schwa, r] if [k.code, schwa.code, r.code] == [K, SCHWA, R]);
    ends && (apart(x, y) || apart(y, x))
}

/// Whether one of the words may be a participle, करता, where the other joins the letters: कर्ता. Infinitives
/// have no such twin: वर्ना is only वरना.
pub(super) fn may_be_participle(a: &[Sound], b: &[Sound]) -> bool {
    let (head, tail) = common_ends(a, b);
    let apart = match (&a[head..a.len() - tail], &b[head..b.len() - tail]) {
        ([schwa], []) | ([], [schwa]) => schwa.code == SCHWA,
        _ => false,
    };
    apart && matches!(a[a.len() - tail..], [t, v] if t.code == T && matches!(v.code, AA | E | II))
}

#[cfg(test)]
mod tests {
    use super::super::sounds::Sounds;
    use super::*;

    fn kin(a: &str, b: &str) -> Option<Derivation> {
        derivation(&Sounds::of(a).list, &Sounds::of(b).list)
    }

    #[test]
    fn forms_of_one_word() {
        for (a, b) in [
            ("लड़का", "लड़के"),
            ("लड़की", "लड़कियों"),
            ("दुकानें", "दुकानों"),
            ("देखे", "देखें"),
            ("करना", "करने"),
            ("जाता", "जाती"),
            ("टीम", "टीमें"),
            ("दवाएं", "दवाओं"),
            ("अमित", "अमिता"),
            ("जाएगा", "जाएगी"),
        ] {
            assert_eq!(kin(a, b), Some(Derivation::Inflection), "{a} / {b}");
            assert_eq!(kin(b, a), Some(Derivation::Inflection), "{b} / {a}");
        }
    }

    #[test]
    fn words_made_from_words() {
        for (a, b) in [
            ("रूस", "रूसी"),
            ("जापान", "जापानी"),
            ("मोदी", "मोदीजी"),
            ("ट्रम्प", "ट्रम्पवाद"),
            ("मार्क्सवाद", "मार्क्सवादी"),
            ("भारत", "भारतीय"),
            ("पुतिन", "पुतिनने"),
        ] {
            assert_eq!(kin(a, b), Some(Derivation::Derivation), "{a} / {b}");
        }
        assert_eq!(kin("अंतर", "अंतरराष्ट्रीय"), Some(Derivation::Contained));
        assert_eq!(kin("राम", "रोहन"), None);
    }

    #[test]
    fn a_verb_and_its_other_grades() {
        let ablaut = |a: &str, b: &str| may_be_ablaut(&Sounds::of(a).list, &Sounds::of(b).list);
        assert!(ablaut("पहुंचने", "पहुंचाने"));
        assert!(ablaut("करता", "कराता"));
        assert!(ablaut("जगने", "जागने"));
        assert!(ablaut("जितने", "जीतने"));
        assert!(!ablaut("नागालैंड", "नगालैंड"));
        assert!(ablaut("लूटेगा", "लुटेगा"));
        assert!(ablaut("खींचना", "खिंचना"));
        assert!(!ablaut("नायडू", "नायडु"));
        assert!(!ablaut("गिलानी", "गीलानी"));
        assert!(!ablaut("करीना", "करिना"));
        let participle = |a: &str, b: &str| may_be_participle(&Sounds::of(a).list, &Sounds::of(b).list);
        assert!(participle("करता", "कर्ता"));
        assert!(may_be_conjunctive(&Sounds::of("बनकर").list, &Sounds::of("बंकर").list));
        assert!(!participle("वरना", "वर्ना"));
        let perfective = |a: &str, b: &str| may_be_perfective(&Sounds::of(a).list, &Sounds::of(b).list);
        assert!(perfective("खींचा", "खिंचा"));
        assert!(perfective("लूटी", "लुटी"));
        assert!(!perfective("अनीता", "अनिता"));
    }
}
