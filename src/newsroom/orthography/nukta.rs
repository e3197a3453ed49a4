//! The nukta of loanwords, kept or left out: ज़मीन or जमीन.

use super::side::Side;
use super::tables::{NUKTA_WORDS, School, mask, windows};
use crate::text::letters::NUKTA;

/// Whether a letter is one of those whose nukta this school is about.
fn is_of(school: School, c: char) -> bool {
    match school {
        School::NuktaZ => c == 'ज',
        School::NuktaF => c == 'फ',
        _ => matches!(c, 'क' | 'ख' | 'ग'),
    }
}

pub fn nukta(word: &str, school: School, mask: u32) -> Option<Side> {
    if word.contains(NUKTA) && windows(word).any(|(_, c, next, _)| is_of(school, c) && next == NUKTA) {
        return Some(Side::ADVISED);
    }
    if mask == 0 {
        return None;
    }
    let letters = word.chars().filter(|c| matches!(c, 'क' | 'ख' | 'ग' | 'ज' | 'फ'));
    let lacks = letters.take(32).enumerate().any(|(n, c)| is_of(school, c) && mask & (1 << n) != 0);
    lacks.then_some(Side::OTHER)
}

pub fn with_nukta(word: &str, school: School, key: &str) -> String {
    let mask = mask(NUKTA_WORDS, key).map_or(0, |(mask, _)| mask);
    let mut out = String::with_capacity(word.len() + 3);
    let mut letters = 0;
    for (_, c, next, _) in windows(word) {
        out.push(c);
        if matches!(c, 'क' | 'ख' | 'ग' | 'ज' | 'फ') {
            if letters < 32 && mask & (1 << letters) != 0 && is_of(school, c) && next != NUKTA {
                out.push(NUKTA);
            }
            letters += 1;
        }
    }
    out
}

pub fn without_nukta(word: &str, school: School) -> String {
    let kept = windows(word).filter(|&(before, c, ..)| c != NUKTA || !is_of(school, before));
    kept.map(|(_, c, ..)| c).collect()
}
