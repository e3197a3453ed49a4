//! Compiles `data/orthography/`: every form of every listed word, under the key it is looked up by.
//!
//! Words are inflected here, so that an article's word is looked up once and never taken apart.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::text::fold::orthographic;
use crate::text::letters::{ANUSVARA, CHANDRABINDU, NUKTA, VISARGA};

/// What takes the place of the last vowel of a noun, or is added to its last consonant.
const NOUN: [(char, &[&str]); 3] =
    [('ा', &["ा", "े", "ों", "ो", "ाएँ", "ाओं"]), ('ी', &["ी", "ियाँ", "ियों", "ियो"]), ('\0', &["", "ों", "ें", "े"])];

/// What is added to a verb that ends in a consonant.
const VERB: &[&str] = &[
    "",
    "ना",
    "ने",
    "नी",
    "ता",
    "ते",
    "ती",
    "तीं",
    "ा",
    "े",
    "ी",
    "ीं",
    "ें",
    "ेगा",
    "ेगी",
    "ेंगे",
    "ेंगी",
    "ूँ",
    "ूँगा",
    "ूँगी",
    "ो",
    "ोगे",
    "कर",
    "िए",
    "ाना",
    "ाने",
    "ानी",
    "ाया",
    "ाए",
    "ाई",
    "ाता",
    "ाते",
    "ाती",
    "ाकर",
    "ाएगा",
    "ाएगी",
    "ाएँगे",
    "ाव",
    "ावट",
];

/// What is added to a verb that ends in a vowel.
const VOWEL_VERB: &[&str] = &[
    "",
    "ना",
    "ने",
    "नी",
    "ता",
    "ते",
    "ती",
    "तीं",
    "या",
    "ए",
    "ई",
    "ईं",
    "एँ",
    "एगा",
    "एगी",
    "एँगे",
    "एँगी",
    "ऊँ",
    "ऊँगा",
    "ऊँगी",
    "ओ",
    "ओगे",
    "कर",
    "इए",
    "व",
];

/// The forms of a verb in a vowel that may be spelt with ए or with ये …
const GLIDE_A: &[&str] = &["ए", "एँ", "एगा", "एगी", "एँगे", "एँगी"];
/// … and with ई or with यी, where ई may be a noun's.
const GLIDE_I: &[&str] = &["ई", "ईं"];

/// The statics that `newsroom::orthography` includes.
pub fn compile(folder: &Path) -> String {
    let table = |name: &str| Table::read(&folder.join(name));
    let mut out = String::new();
    write_masks(&mut out, "NUKTA_WORDS", &nukta(&table("nukta.tsv")));
    let nasals = table("nasal-vowels.tsv");
    write_masks(&mut out, "NASAL_VOWELS", &nasal_vowels(&nasals));
    write_list(
        &mut out,
        "NASAL_ENDINGS",
        &nasals.of("ending").map(|(_, ending)| bare_nasal(ending)).collect(),
    );
    let consonants = table("nasal-consonants.tsv");
    write_list(
        &mut out,
        "NASAL_CONSONANTS",
        &consonants.forms().map(|(_, word)| orthographic(&word)).collect(),
    );
    write_glide(&mut out, &table("glide.tsv"));
    write_visarga(&mut out, &table("visarga.tsv"));
    write_pairs(&mut out, &table("pairs.tsv"));
    out
}

/// The rows of a file: how the words inflect, a mark, the words. `pairs.tsv` has no mark.
struct Table {
    rows: Vec<(String, String, Vec<String>)>,
}

impl Table {
    fn read(path: &Path) -> Table {
        let row = |cells: Vec<String>| match &cells[..] {
            [form, words] => (form.clone(), String::new(), words.clone()),
            [form, mark, words] => (form.clone(), mark.clone(), words.clone()),
            _ => panic!("{}: {cells:?} has {} columns", path.display(), cells.len()),
        };
        let rows = crate::rows(path).into_iter().skip(1).map(row);
        let split = |words: String| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
        Table { rows: rows.map(|(form, mark, words)| (form, mark, split(words))).collect() }
    }

    /// The words of one form, with their mark, as they stand.
    fn of<'a>(&'a self, form: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let rows = self.rows.iter().filter(move |row| row.0 == form);
        rows.flat_map(|(_, mark, words)| words.iter().map(move |word| (mark.as_str(), word.as_str())))
    }

    /// All forms of all words, with their mark.
    fn forms(&self) -> impl Iterator<Item = (&str, String)> {
        self.rows.iter().filter(|row| row.0 != "ending").flat_map(|(form, mark, words)| {
            words.iter().flat_map(move |word| {
                inflected(word, form).into_iter().map(move |word| (mark.as_str(), word))
            })
        })
    }
}

/// The forms of a word, the ending of the word itself first where it is a noun.
pub fn inflected(word: &str, form: &str) -> Vec<String> {
    let with =
        |stem: &str, endings: &[&str]| endings.iter().map(|ending| format!("{stem}{ending}")).collect();
    match form {
        "exact" => vec![word.to_owned()],
        "noun" => {
            let (vowel, endings) = NOUN.iter().find(|(vowel, _)| word.ends_with(*vowel)).unwrap_or(&NOUN[2]);
            with(word.strip_suffix(*vowel).unwrap_or(word), endings)
        }
        "verb" if word.ends_with('ा') => with(word, VOWEL_VERB),
        "verb" => with(word, VERB),
        other => panic!("data/orthography/: {other:?} is no form"),
    }
}

/// Bit n stands for the n-th character of a kind; the flag for a word that is also another one.
type Masks = BTreeMap<String, (u32, bool)>;

/// Which of the letters क ख ग ज फ of a word take a nukta.
fn nukta(table: &Table) -> Masks {
    let mut masks = Masks::new();
    for (mark, word) in table.forms() {
        let (mut mask, mut letters) = (0, 0);
        for c in word.chars() {
            match c {
                'क' | 'ख' | 'ग' | 'ज' | 'फ' => letters += 1,
                NUKTA if letters > 0 => mask |= 1 << (letters - 1),
                _ => {}
            }
        }
        // A nukta under ड or ढ is a letter of its own
        let word = word.replace("ड़", "ड").replace("ढ़", "ढ");
        assert!(word.contains(NUKTA), "data/orthography/nukta.tsv: {word} has no nukta");
        masks.entry(orthographic(&word)).or_insert((mask, mark == "yes"));
    }
    masks
}

/// Which of the nasals of a word are those of vowels.
fn nasal_vowels(table: &Table) -> Masks {
    let mut masks = Masks::new();
    for (mark, word) in table.forms() {
        let nasals = word.chars().filter(|&c| c == ANUSVARA || c == CHANDRABINDU);
        let all = !word.contains(CHANDRABINDU);
        let mask = nasals.enumerate().fold(0, |mask, (n, c)| mask | u32::from(all || c == CHANDRABINDU) << n);
        let twin = mark == "yes";
        let entry = masks.entry(orthographic(&word)).or_insert((mask, twin));
        entry.1 |= twin;
    }
    masks
}

fn bare_nasal(word: &str) -> String {
    word.replace(CHANDRABINDU, "\u{902}")
}

fn write_masks(out: &mut String, name: &str, masks: &Masks) {
    let _ = writeln!(out, "pub(super) static {name}: &[(&str, u32, bool)] = &[");
    for (key, (mask, twin)) in masks {
        let _ = writeln!(out, "    ({key:?}, {mask}, {twin}),");
    }
    out.push_str("];\n");
}

fn write_list(out: &mut String, name: &str, words: &BTreeSet<String>) {
    let words: Vec<&String> = words.iter().collect();
    let _ = writeln!(out, "pub(super) static {name}: &[&str] = &{words:?};");
}

/// Keys of words with a choice of glide, and whether the form without it tells a school.
fn write_glide(out: &mut String, table: &Table) {
    let mut words: BTreeMap<String, bool> = BTreeMap::new();
    for (says, word) in table.of("exact") {
        words.insert(orthographic(word), says == "both");
    }
    for (endings, tells) in [(GLIDE_A, true), (GLIDE_I, false)] {
        for (_, stem) in table.of("stem") {
            for ending in endings {
                words.entry(orthographic(&format!("{stem}{ending}"))).or_insert(tells);
            }
        }
    }
    let _ = writeln!(out, "pub(super) static GLIDE: &[(&str, bool)] = &[");
    for (key, tells) in words {
        let _ = writeln!(out, "    ({key:?}, {tells}),");
    }
    out.push_str("];\n");
}

/// Words without their visarga, and the byte where it stands.
fn write_visarga(out: &mut String, table: &Table) {
    let words: BTreeMap<String, usize> = table
        .forms()
        .map(|(_, word)| {
            let at = word.find(VISARGA).unwrap_or_else(|| panic!("visarga.tsv: {word} has none"));
            (word.replace(VISARGA, ""), at)
        })
        .collect();
    let _ = writeln!(out, "pub(super) static VISARGA_WORDS: &[(&str, usize)] = &[");
    for (word, at) in words {
        let _ = writeln!(out, "    ({word:?}, {at}),");
    }
    out.push_str("];\n");
}

/// Spellings with the number of their pair and their place in it, and the pairs.
fn write_pairs(out: &mut String, table: &Table) {
    let (mut spellings, mut pairs) = (BTreeMap::new(), Vec::new());
    for (form, _, words) in &table.rows {
        let forms: Vec<Vec<String>> = words.iter().map(|word| inflected(word, form)).collect();
        for at in 0..forms.iter().map(Vec::len).min().unwrap_or_default() {
            let pair: Vec<&String> = forms.iter().map(|all| &all[at]).collect();
            for (side, spelling) in pair.iter().enumerate() {
                let twin = spellings.insert((*spelling).clone(), (pairs.len(), side));
                assert!(twin.is_none(), "data/orthography/pairs.tsv: {spelling} stands twice");
            }
            pairs.push(format!("&{pair:?}"));
        }
    }
    let _ = writeln!(out, "pub(super) static PAIRS: &[&[&str]] = &[{}];", pairs.join(", "));
    let _ = writeln!(out, "pub(super) static PAIR_SPELLINGS: &[(&str, u16, u8)] = &[");
    for (spelling, (pair, side)) in spellings {
        let _ = writeln!(out, "    ({spelling:?}, {pair}, {side}),");
    }
    out.push_str("];\n");
}
