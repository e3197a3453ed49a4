//! Compiles the short lists of `data/lexicon/` into the tables that `newsroom::ambiguous_names` and `newsroom::language` include.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::rows;
use crate::text::fold::orthographic;

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

/// The table that `newsroom::language` includes.
pub fn languages(path: &Path) -> String {
    let mut words = BTreeMap::new();
    for row in &rows(path)[1..] {
        let language = match row[1].as_str() {
            "hi" => "Language::Hindi",
            "mr" | "ne" | "sa" => "Language::Other",
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
