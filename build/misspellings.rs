//! Compiles `data/lexicon/misspellings.tsv`: every form of every listed misspelling, in every school of spelling.
//!
//! Words are inflected here, so that an article's word is looked up once and never taken apart.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::orthography::inflected;
use crate::rows;
use crate::text::letter_bytes;
use crate::text::letters::{ANUSVARA, CHANDRABINDU, NUKTA, VIRAMA, varga};
use crate::text::normal::same_look;

/// The nasal consonant of each row of the varnamala.
const NASALS: [char; 5] = ['ङ', 'ञ', 'ण', 'न', 'म'];

/// What is known of a misspelling.
struct Entry {
    /// The right forms, the plainest first: in more than one school if the misspelling does not tell.
    rights: Vec<String>,
    class: usize,
    /// The row it is from.
    row: usize,
    is_name: bool,
}

/// Misspellings and what to write for them, compiled.
pub struct Misspellings {
    entries: BTreeMap<String, Entry>,
    classes: Vec<[String; 3]>,
}

impl Misspellings {
    /// Reads the list and its classes. `frequency` is that of a word as it is written.
    pub fn read(folder: &Path, frequency: impl Fn(&str) -> u64) -> Misspellings {
        let class = |row: Vec<String>| <[String; 3]>::try_from(row).unwrap_or_else(|row| panic!("{row:?}"));
        let classes: Vec<_> =
            rows(&folder.join("misspelling-classes.tsv")).into_iter().skip(1).map(class).collect();
        let rows = rows(&folder.join("misspellings.tsv"));
        let right_forms: BTreeSet<String> =
            rows[1..].iter().flat_map(|row| schools("", &row[3])).map(|(_, right)| right).collect();
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        for (line, row) in rows[1..].iter().enumerate() {
            let [id, form, wrong, right, note] = &row[..] else {
                panic!("misspellings.tsv: {row:?} has five columns")
            };
            let class = classes.iter().position(|class| class[0] == *id);
            let class = class.unwrap_or_else(|| panic!("misspellings.tsv: {id:?} is no class"));
            assert!(!right_forms.contains(wrong), "misspellings.tsv: {wrong} is right in another row");
            for (number, (wrong, right)) in forms(wrong, right, form).into_iter().enumerate() {
                // A form that was not listed itself may be another word
                if number > 0 && (frequency(&wrong) > frequency(&right) || right_forms.contains(&wrong)) {
                    continue;
                }
                for (wrong, right) in schools(&wrong, &right) {
                    if right_forms.contains(&wrong) || wrong == right {
                        continue;
                    }
                    let is_name = note == "name";
                    let entry = entries.entry(wrong).or_insert(Entry {
                        rights: Vec::new(),
                        class,
                        row: line,
                        is_name,
                    });
                    // What an earlier row says stays; a row's own schools come together
                    if entry.row == line && !entry.rights.contains(&right) {
                        entry.rights.push(right);
                    }
                }
            }
        }
        for entry in entries.values_mut() {
            entry.rights.sort_by_key(|right| right.matches([NUKTA, CHANDRABINDU]).count());
        }
        Misspellings { entries, classes }
    }

    /// Whether a word is a misspelling, as it is written.
    pub fn contains(&self, word: &str) -> bool {
        self.entries.contains_key(&*same_look(word))
    }

    /// The map from misspellings to what `newsroom::misspellings` unpacks, and the tables it includes.
    pub fn compile(&self) -> (Vec<u8>, String) {
        let mut replacements: Vec<Vec<&str>> = Vec::new();
        let mut map = fst::MapBuilder::memory();
        for (wrong, entry) in &self.entries {
            let (start, end) = common_ends(wrong, &entry.rights);
            let middles: Vec<&str> =
                entry.rights.iter().map(|right| &right[start..right.len() - end]).collect();
            let number = replacements.iter().position(|known| *known == middles).unwrap_or_else(|| {
                replacements.push(middles);
                replacements.len() - 1
            });
            let (start, end) = (u8::try_from(start), u8::try_from(end));
            let (start, end) = (start.expect("words are short"), end.expect("words are short"));
            let value = u64::from(start) | u64::from(end) << 8 | (entry.class as u64) << 16;
            let value = value | u64::from(entry.is_name) << 24 | (number as u64) << 32;
            let wrong: Vec<u8> = letter_bytes::bytes(wrong).expect("misspellings are of Devanagari");
            map.insert(wrong, value).expect("words are sorted");
        }
        let mut tables =
            format!("static REPLACEMENTS: &[&[&str]] = &{replacements:?};\n").replace("[[", "[&[");
        tables = tables.replace("], [", "], &[");
        let _ = writeln!(tables, "static CLASSES: &[Class] = &[");
        for [id, hi, en] in &self.classes {
            let _ = writeln!(tables, "    Class {{ id: {id:?}, hi: {hi:?}, en: {en:?} }},");
        }
        (map.into_inner().expect("it is in memory"), tables + "];\n")
    }
}

/// The forms of a misspelling and of the word, side by side; the listed ones first.
fn forms(wrong: &str, right: &str, form: &str) -> Vec<(String, String)> {
    let listed = (wrong.to_owned(), right.to_owned());
    let last = |word: &str| word.chars().next_back();
    let endings = |word: &str, ending: char, endings: &[&str]| -> Vec<String> {
        let stem = word.strip_suffix(ending).expect("it was looked at");
        endings.iter().map(|ending| format!("{stem}{ending}")).collect()
    };
    let of = |word: &str| match (form, last(right)) {
        ("adjective", _) => endings(word, 'ा', &["ा", "े", "ी"]),
        ("noun", Some('ि')) => endings(word, 'ि', &["ि", "ियाँ", "ियों"]),
        ("noun", Some('ु')) => endings(word, 'ु', &["ु", "ुओं", "ुएँ"]),
        ("noun", Some('ू')) => endings(word, 'ू', &["ू", "ुओं", "ुएँ"]),
        ("noun", Some('े' | 'ै' | 'ो' | 'ौ' | 'ई' | 'ँ' | 'ं')) => vec![word.to_owned()],
        _ => inflected(word, form),
    };
    let is_vowel_sign = |c: Option<char>| c.is_some_and(|c| ('ा'..='ौ').contains(&c));
    if form == "exact"
        || (last(wrong) != last(right) && (is_vowel_sign(last(wrong)) || is_vowel_sign(last(right))))
    {
        return vec![listed];
    }
    let pairs = of(wrong).into_iter().zip(of(right)).filter(|pair| *pair != listed);
    std::iter::once(listed.clone()).chain(pairs).collect()
}

/// A misspelling and its word in each school of spelling: without nukta, without chandrabindu, with half nasals.
fn schools(wrong: &str, right: &str) -> BTreeSet<(String, String)> {
    let mut out = BTreeSet::from([(same_look(wrong).into_owned(), same_look(right).into_owned())]);
    for school in [without_nukta, without_chandrabindu] {
        let more: Vec<_> = out.iter().map(|(wrong, right)| (school(wrong), school(right))).collect();
        out.extend(more);
    }
    let halved = out.iter().map(|(wrong, right)| (with_half_nasals(wrong), with_half_nasals(right)));
    let halved: Vec<_> = halved.filter(|(halved, _)| halved != wrong || wrong.is_empty()).collect();
    out.extend(halved);
    out
}

/// Without the nukta of loans; that of ड़ and ढ़ makes another letter.
fn without_nukta(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if c != NUKTA || out.ends_with(['ड', 'ढ']) {
            out.push(c);
        }
    }
    out
}

fn without_chandrabindu(word: &str) -> String {
    word.replace(CHANDRABINDU, "\u{902}")
}

fn with_half_nasals(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        match (c, rest.peek().copied().and_then(varga)) {
            (ANUSVARA, Some(row)) => out.extend([NASALS[usize::from(row)], VIRAMA]),
            _ => out.push(c),
        }
    }
    out
}

/// How many bytes at the start and at the end a misspelling shares with all right forms.
fn common_ends(wrong: &str, rights: &[String]) -> (usize, usize) {
    let shortest = rights.iter().map(String::len).min().unwrap_or_default().min(wrong.len());
    let shared = |right: &String| wrong.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
    let mut start = rights.iter().map(shared).min().unwrap_or_default();
    while !wrong.is_char_boundary(start) || rights.iter().any(|right| !right.is_char_boundary(start)) {
        start -= 1;
    }
    let shared =
        |right: &String| wrong.bytes().rev().zip(right.bytes().rev()).take_while(|(a, b)| a == b).count();
    let mut end = rights.iter().map(shared).min().unwrap_or_default().min(shortest - start);
    while !wrong.is_char_boundary(wrong.len() - end)
        || rights.iter().any(|right| !right.is_char_boundary(right.len() - end))
    {
        end -= 1;
    }
    (start, end)
}
