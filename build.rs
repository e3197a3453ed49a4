//! Compiles the knowledge in `data/` into forms that cost nothing to load.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The parts of the `text` floor that compiling needs, shared with the library.
#[allow(dead_code)]
#[path = "src/text"]
mod text {
    pub mod fold;
    pub mod letters;
    pub mod normal;
}

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/text");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(
        out.join("lexicon.fst"),
        lexicon(Path::new("data/lexicon/wordfreq.tsv")),
    )
    .expect("OUT_DIR is writable");
}

/// Words by orthographic key with their frequency in a billion.
fn lexicon(path: &Path) -> Vec<u8> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for row in rows(path) {
        let frequency: f64 = row[1]
            .parse()
            .unwrap_or_else(|_| panic!("{}: {:?} is no frequency", path.display(), row[1]));
        *words.entry(text::fold::orthographic(&row[0])).or_default() += (frequency * 1e9).round() as u64;
    }
    fst::Map::from_iter(words)
        .expect("keys are sorted")
        .into_fst()
        .into_inner()
}

/// The rows of a TSV file, without comments.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .filter(|l| !l.starts_with('#') && !l.is_empty())
        .map(|l| l.split('\t').map(str::to_owned).collect())
        .collect()
}
