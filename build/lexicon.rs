//! Compiles the word list of `data/lexicon/`, and its short lists into the tables that `newsroom::ambiguous_names`,
//! `distinct_words`, `slips` and `language` include.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::misspellings::Misspellings;
use crate::orthography::inflected;
use crate::text::fold::orthographic;
use crate::text::letter_bytes;
use crate::text::letters::is_devanagari;
use crate::text::normal::same_look;
use crate::{filter, read, rows};

/// The words of `wordfreq.tsv`, as they are written, with their frequency in a billion.
pub fn frequencies(folder: &Path) -> BTreeMap<String, u64> {
    let path = folder.join("wordfreq.tsv");
    let mut words = BTreeMap::new();
    for row in rows(&path) {
        let frequency: f64 =
            row[1].parse().unwrap_or_else(|_| panic!("{}: {:?} is no frequency", path.display(), row[1]));
        *words.entry(same_look(&row[0]).into_owned()).or_default() += (frequency * 1e9).round() as u64;
    }
    words
}

/// The words of `newsroom::Lexicon`: by orthographic key with their frequency in a billion; 0 for words and forms that are
/// only known to be right. Misspellings, foreign letters and what `not-words.txt` lists are left out.
pub fn keys(
    folder: &Path,
    words: &BTreeMap<String, u64>,
    misspellings: &Misspellings,
) -> BTreeMap<String, u64> {
    let left_out = read(&folder.join("not-words.txt"));
    let left_out = left_out.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    let left_out: BTreeSet<_> = left_out.map(same_look).collect();
    let is_word = |word: &str| {
        word.chars().all(is_devanagari) && !misspellings.contains(word) && !left_out.contains(word)
    };
    let mut keys: BTreeMap<String, u64> = BTreeMap::new();
    for (word, frequency) in words.iter().filter(|(word, _)| is_word(word)) {
        *keys.entry(orthographic(word)).or_default() += frequency;
    }
    for row in &rows(&folder.join("words.tsv"))[1..] {
        let forms = row[1].split(' ').flat_map(|word| inflected(word, &row[0]));
        for form in forms {
            keys.entry(orthographic(&form)).or_default();
        }
    }
    keys
}

/// The same words as they are written, without misspellings, where their frequency is not that of the key that is written so;
/// 0 for a key that is written otherwise only.
pub fn as_written(
    words: &BTreeMap<String, u64>,
    misspellings: &Misspellings,
    keys: &BTreeMap<String, u64>,
) -> BTreeMap<String, u64> {
    let is_written = |word: &str| words.contains_key(word) && !misspellings.contains(word);
    let written =
        words.iter().filter(|(word, frequency)| is_written(word) && keys.get(*word) != Some(frequency));
    let not_written = keys.iter().filter(|(key, frequency)| **frequency > 0 && !is_written(key));
    let written = written.map(|(word, frequency)| (word.clone(), *frequency));
    written.chain(not_written.map(|(key, _)| (key.clone(), 0))).collect()
}

/// The map from words, in their order, with one byte a letter, to the numbers of their frequencies, which take less room; those
/// with a letter that is not of Devanagari are left out. Frequencies fall.
pub fn map_of(words: &BTreeMap<String, u64>, frequencies: &[u64]) -> Vec<u8> {
    let number = |frequency: &u64| {
        frequencies.binary_search_by(|other| frequency.cmp(other)).expect("it is among them") as u64
    };
    let words = words
        .iter()
        .filter_map(|(word, frequency)| Some((letter_bytes::bytes::<Vec<u8>>(word)?, number(frequency))));
    fst::Map::from_iter(words).expect("words are sorted").into_fst().into_inner()
}

/// No word is taken for what was meant that occurs less often in a billion: see `newsroom::slips`.
const COMMON_PER_BILLION: u64 = 5000;

/// The filter of the keys of common words that `newsroom::slips` includes.
pub fn common(keys: &BTreeMap<String, u64>) -> [u8; filter::BYTES] {
    let mut common = [0; filter::BYTES];
    for (key, _) in keys.iter().filter(|(_, frequency)| **frequency >= COMMON_PER_BILLION) {
        for bit in filter::Hash::of(&key.chars().collect::<Vec<_>>()).bits() {
            common[bit / 8] |= 1 << (bit % 8);
        }
    }
    common
}

/// The table that `newsroom::ambiguous_names` includes: pairs of orthographic keys, the smaller first.
pub fn ambiguous_names(path: &Path) -> String {
    let mut pairs = BTreeMap::new();
    for row in &rows(path)[1..] {
        let usually = match row[2].as_str() {
            "one" => "Usually::One",
            "two" => "Usually::Two",
            other => panic!("{}: {other:?} is neither one nor two", path.display()),
        };
        let (a, b) = (orthographic(&row[0]), orthographic(&row[1]));
        assert!(a != b, "{}: {} and {} differ by a school of spelling only", path.display(), row[0], row[1]);
        pairs.insert(if a < b { (a, b) } else { (b, a) }, usually);
    }
    let mut out = String::from("static AMBIGUOUS_NAMES: &[(&str, &str, Usually)] = &[\n");
    for ((a, b), usually) in pairs {
        let _ = writeln!(out, "    ({a:?}, {b:?}, {usually}),");
    }
    out + "];\n"
}

/// The table that `newsroom::distinct_words` includes: pairs of orthographic keys, the smaller first.
pub fn distinct_words(path: &Path) -> String {
    let mut pairs = BTreeSet::new();
    for row in &rows(path)[1..] {
        let (a, b) = (orthographic(&row[0]), orthographic(&row[1]));
        assert!(a != b, "{}: {} and {} differ by a school of spelling only", path.display(), row[0], row[1]);
        pairs.insert(if a < b { (a, b) } else { (b, a) });
    }
    let pairs: Vec<_> = pairs.into_iter().collect();
    format!("static DISTINCT_WORDS: &[(&str, &str)] = &{pairs:?};\n")
}

/// The table that `newsroom::slips` includes: letters and those that pens put in their place, both ways, by the first letter.
pub fn slips(path: &Path) -> String {
    let text = read(path);
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(' ')).flat_map(|(a, b)| [(a, b), (b, a)]);
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    let mut pairs: Vec<_> = pairs.map(|(a, b)| (letters(a), letters(b))).collect();
    pairs.sort_by_key(|(from, _)| from[0]);
    let rows: Vec<String> = pairs.iter().map(|(a, b)| format!("(&{a:?}, &{b:?})")).collect();
    format!("static SLIPS: &[(&[char], &[char])] = &[{}];\n", rows.join(", "))
}

/// The table that `newsroom::language` includes.
pub fn languages(path: &Path) -> String {
    let mut words = BTreeMap::new();
    for row in &rows(path)[1..] {
        let language = match row[1].as_str() {
            "hi" => "Language::Hindi",
            "mr" | "ne" | "sa" | "bho" | "mai" | "awa" => "Language::Other",
            other => panic!("{}: {other:?} is no language of the list", path.display()),
        };
        let before = words.insert(orthographic(&row[0]), language);
        assert!(before.is_none_or(|before| before == language), "{}: {} is in two", path.display(), row[0]);
    }
    let mut out = String::from("static SMALL_WORDS: &[(&str, Language)] = &[\n");
    for (word, language) in words {
        let _ = writeln!(out, "    ({word:?}, {language}),");
    }
    out + "];\n"
}
