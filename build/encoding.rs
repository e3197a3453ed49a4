//! Compiles `data/encoding/`: the glyphs of fonts from the time before Unicode.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::rows;
use crate::text::fold::orthographic;
use crate::text::letters::VISARGA;

/// The statics that `text::legacy` includes.
pub fn compile(folder: &Path) -> String {
    let mut out = String::new();
    for (name, file) in [("KRUTI_DEV", "kruti-dev-010.tsv"), ("CHANAKYA", "chanakya.tsv")] {
        let path = folder.join(file);
        let text = crate::read(&path);
        // A glyph may be typed as #, so a comment is a # with a space
        let rows = text.lines().filter(|line| !line.starts_with("# ")).skip(1);
        let mut glyphs = BTreeMap::new();
        for row in rows {
            let Some((code, letters)) = row.split_once('\t') else {
                panic!("{}: {row:?} is no code with its letters", path.display());
            };
            let twin = glyphs.insert(code, letters);
            assert!(twin.is_none(), "{}: {code:?} stands twice", path.display());
        }
        let _ = writeln!(out, "static {name}: &[(&str, &str)] = &[");
        for (code, letters) in glyphs {
            let _ = writeln!(out, "    ({code:?}, {letters:?}),");
        }
        out.push_str("];\n");
    }
    out
}

/// The list that `newsroom::visarga` includes: the parts before and after the visarga as orthographic keys.
pub fn visarga(path: &Path) -> String {
    let mut words = BTreeSet::new();
    for row in &rows(path)[1..] {
        let Some((before, after)) = row[0].split_once(VISARGA) else {
            panic!("{}: {} has no visarga", path.display(), row[0]);
        };
        words.insert(format!("{}{VISARGA}{}", orthographic(before), orthographic(after)));
    }
    format!("static VISARGA_WORDS: &[&str] = &{:?};\n", Vec::from_iter(words))
}

/// The lists that `reading::foreign_letters` includes.
pub fn foreign_letters(folder: &Path) -> String {
    let residue: Vec<String> =
        rows(&folder.join("residue.tsv")).into_iter().skip(1).map(|row| row[0].clone()).collect();
    let letter = |text: &str| text.parse::<char>().unwrap_or_else(|_| panic!("{text:?} is no letter"));
    let alike = rows(&folder.join("look-alikes.tsv")).into_iter().skip(1);
    let alike: BTreeMap<char, char> = alike.map(|row| (letter(&row[0]), letter(&row[1]))).collect();
    let alike = Vec::from_iter(alike);
    format!("static RESIDUE: &[&str] = &{residue:?};\nstatic LOOK_ALIKES: &[(char, char)] = &{alike:?};\n")
}
