//! One look, one form: spellings that a reader cannot tell apart become the same characters.
//!
//! The normal form is the one Unicode recommends and Indian keyboards type: nukta as a character of
//! its own, one vowel sign to a syllable, signs in the order base, nukta, vowel, modifier, and no
//! joiner that changes nothing.

use std::borrow::Cow;

use super::letters::{NUKTA, NUKTA_BASES, VIRAMA, is_consonant, is_joiner, is_matra, is_modifier};

/// Maximum number of times that a word is written afresh: signs that touch become one, two by two.
const MAX_REWRITES: usize = 40;

/// The word as it would be typed afresh: same look, canonical characters.
///
/// Joiners ([`is_joiner`]) are dropped: they change how a conjunct is drawn, never which word it is.
pub fn same_look(word: &str) -> Cow<'_, str> {
    if is_normal(word) {
        return Cow::Borrowed(word);
    }
    let mut text = rewrite(word, false);
    // Two signs that become one may stand beside a third like it
    for _ in 0..MAX_REWRITES {
        if is_normal(&text) {
            break;
        }
        text = rewrite(&text, false);
    }
    Cow::Owned(text)
}

/// Like [`same_look`], but joiners stay: what a writer's text may be changed into without being asked.
pub fn well_formed(word: &str) -> Cow<'_, str> {
    let clean = rewrite(word, true);
    if clean == word { Cow::Borrowed(word) } else { Cow::Owned(clean) }
}

/// Whether [`well_formed`] would change nothing: a quick test that is never wrong when it says yes.
pub fn is_well_formed(word: &str) -> bool {
    is_fine(word, |_| true)
}

/// A quick look that is never wrong when it says yes.
fn is_normal(word: &str) -> bool {
    is_fine(word, |c| !is_joiner(c) && decomposed(c).is_none())
}

/// Whether every character of a word may follow what is before it, and `may_stand` or is one that always may.
fn is_fine(word: &str, may_stand: impl Fn(char) -> bool) -> bool {
    let (mut before_last, mut before) = (' ', ' ');
    word.chars().all(|c| {
        let fine = is_always_fine(c)
            || is_sign_on_letter(before, c)
            || (may_stand(c) && may_follow(before_last, before, c));
        (before_last, before) = (before, c);
        fine
    })
}

fn may_follow(before_last: char, before: char, c: char) -> bool {
    combines(before, c).is_none() && in_order(before, c) && !is_hook_of_ii(before_last, before, c)
}

/// Whether a letter may follow anything and is one character: a consonant, or a vowel but इ, which may be the hook of ई.
fn is_always_fine(c: char) -> bool {
    matches!(c, 'क'..='न' | 'प'..='र' | 'ल' | 'ळ' | 'व'..='ह' | 'अ' | 'आ' | 'ई'..='औ')
}

/// Whether `c` is a vowel sign, a modifier or a virama right on a consonant: of all that may follow, most of it.
fn is_sign_on_letter(before: char, c: char) -> bool {
    is_consonant(before) && (is_matra(c) || is_modifier(c) || c == VIRAMA)
}

/// Whether `c` may follow `before` in a well-formed syllable.
fn in_order(before: char, c: char) -> bool {
    if c == NUKTA {
        return is_consonant(before) || !(is_matra(before) || is_modifier(before) || before == NUKTA);
    }
    if c == VIRAMA {
        return !is_matra(before) && !is_modifier(before) && before != VIRAMA;
    }
    if is_matra(c) {
        return !is_modifier(before) && before != c && before != VIRAMA;
    }
    !(is_modifier(c) && before == c)
}

fn rewrite(word: &str, keep_joiners: bool) -> String {
    let mut out: Vec<char> = Vec::with_capacity(word.len() / 3 + 1);
    for c in word.chars() {
        if is_joiner(c) && !keep_joiners {
            continue;
        }
        match decomposed(c) {
            Some([base, sign]) => {
                push(&mut out, base);
                push(&mut out, sign);
            }
            None => push(&mut out, c),
        }
    }
    out.into_iter().collect()
}

/// Appends `c` where it belongs in the syllable at the end of `out`.
fn push(out: &mut Vec<char>, c: char) {
    let Some(&last) = out.last() else {
        return out.push(c);
    };
    if let Some(joined) = combines(last, c) {
        *out.last_mut().expect("just seen") = joined;
        return;
    }
    if let [.., before_last, before] = out[..]
        && is_hook_of_ii(before_last, before, c)
    {
        out.truncate(out.len() - 2);
        return out.push('ई');
    }
    if (is_matra(c) || is_modifier(c) || c == VIRAMA || c == NUKTA) && last == c {
        return; // the same sign typed twice shows once
    }
    let signs_behind =
        |out: &[char], moves: fn(char) -> bool| out.iter().rev().take_while(|&&s| moves(s)).count();
    let behind = if c == NUKTA {
        signs_behind(out, |s| is_matra(s) || is_modifier(s))
    } else if is_matra(c) {
        signs_behind(out, is_modifier)
    } else {
        0
    };
    let at = out.len() - behind;
    let base = at.checked_sub(1).map(|i| out[i]);
    let fits = match base {
        Some(base) if c == NUKTA && behind > 0 => NUKTA_BASES.contains(&base),
        Some(base) if c == NUKTA => is_consonant(base),
        Some(base) if behind > 0 => is_consonant(base) || base == NUKTA,
        _ => true,
    };
    if behind > 0 && fits { out.insert(at, c) } else { out.push(c) }
}

/// The two characters of a letter with a built-in nukta, as canonical decomposition has them.
fn decomposed(c: char) -> Option<[char; 2]> {
    Some(match c {
        '\u{0958}' => ['क', NUKTA],
        '\u{0959}' => ['ख', NUKTA],
        '\u{095A}' => ['ग', NUKTA],
        '\u{095B}' => ['ज', NUKTA],
        '\u{095C}' => ['ड', NUKTA],
        '\u{095D}' => ['ढ', NUKTA],
        '\u{095E}' => ['फ', NUKTA],
        '\u{095F}' => ['य', NUKTA],
        '\u{0929}' => ['न', NUKTA],
        '\u{0931}' => ['र', NUKTA],
        '\u{0934}' => ['ळ', NUKTA],
        _ => return None,
    })
}

/// Whether a half र before इ draws the hook of ई: fonts of the time before Unicode had no ई, and `कर्इ` is their कई.
fn is_hook_of_ii(before_last: char, before: char, c: char) -> bool {
    before_last == 'र' && before == VIRAMA && c == 'इ'
}

/// Whether two signs or letters beside each other are drawn as one: ा and े as ो.
pub fn is_pieced(word: &str) -> bool {
    let mut before = ' ';
    word.chars().any(|c| combines(std::mem::replace(&mut before, c), c).is_some())
}

/// A vowel pieced together from two characters that has a character of its own.
///
/// Only pairs that look exactly like the whole: Unicode 12.1, table 12-1 ("use / do not use").
fn combines(before: char, c: char) -> Option<char> {
    Some(match (before, c) {
        ('अ', 'ा') => 'आ',
        ('अ', 'ॉ') => 'ऑ',
        ('अ', 'ो') => 'ओ',
        ('अ', 'ौ') => 'औ',
        ('अ', 'ॅ') => 'ॲ',
        ('आ', 'े') => 'ओ',
        ('आ', 'ै') => 'औ',
        ('आ', 'ॅ') => 'ऑ',
        ('ए', 'े') => 'ऐ',
        ('ए', 'ॅ') => 'ऍ',
        ('ा', 'े') => 'ो',
        ('ा', 'ै') => 'ौ',
        ('ा', 'ॅ') => 'ॉ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_becomes_alike() {
        for (typed, normal) in [
            ("\u{095B}मीन", "ज\u{093C}मीन"),
            ("दिल्\u{200D}ली", "दिल्ली"),
            ("अाज", "आज"),
            ("अो", "ओ"),
            ("बातेे", "बाते"),
            ("जा\u{093C}", "ज\u{093C}ा"),
            ("मंे", "में"),
            ("नहींं", "नहीं"),
            ("का\u{0947}", "को"),
            ("कर्इ", "कई"),
            ("गर्इं", "गईं"),
        ] {
            assert_eq!(same_look(typed), normal, "{typed}");
            assert_eq!(same_look(normal), normal, "{normal} is normal already");
        }
    }

    #[test]
    fn only_a_joiner_is_kept_when_text_is_mended() {
        assert_eq!(well_formed("दिल्\u{200D}ली"), "दिल्\u{200D}ली");
        assert_eq!(well_formed("नहींं"), "नहीं");
    }

    #[test]
    fn stray_signs_stay_where_they_are() {
        for odd in ["ा", "\u{093C}", "््", "ंा", "़ि", "", "abc"] {
            let _ = same_look(odd);
            assert_eq!(same_look(&same_look(odd)), same_look(odd), "{odd:?} settles");
        }
    }

    proptest::proptest! {
        #[test]
        fn normalising_twice_changes_nothing(word in "[\u{0900}-\u{0963}\u{200C}\u{200D}]{0,12}") {
            let once = same_look(&word).into_owned();
            proptest::prop_assert_eq!(same_look(&once).into_owned(), once.clone());
            proptest::prop_assert_eq!(well_formed(&once).into_owned(), once);
        }
    }
}
