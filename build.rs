//! Compiles the knowledge in `data/` into forms that cost nothing to load.
//!
//! A fault in a file of `data/` stops the build with the file, the line and what is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The parts of the `text` floor that compiling needs, shared with the library.
#[allow(dead_code)]
#[path = "src/text"]
mod text {
    pub mod fold;
    pub mod letter_bytes;
    pub mod letters;
    pub mod normal;
}

/// The parts of the `newsroom` floor that compiling needs, shared with the library.
#[allow(dead_code)]
#[path = "src/newsroom"]
mod newsroom {
    pub mod actor;
    pub mod actor_file;
    pub mod audit;
    mod date;
    mod fault;
    pub mod gazetteer;
    mod message;
    mod nearest;
    pub mod office_title;
    pub mod patch;
    pub mod place_file;
    pub mod sound;
    mod toml_fault;
    mod value_error;

    pub use date::PartialDate;
    pub use fault::Fault;
    pub use message::Message;
    pub use value_error::ValueError;
}

/// The form of actors for a module that has to be fetched.
#[allow(dead_code)]
#[path = "src/newsroom/gazetteer/columns.rs"]
mod actor_columns;
#[path = "build/addresses.rs"]
mod addresses;
#[path = "build/calendar.rs"]
mod calendar;
#[path = "build/columns.rs"]
mod columns;
#[path = "build/confused.rs"]
mod confused;
#[path = "build/encoding.rs"]
mod encoding;
/// The filter of common words, which is filled here.
#[allow(dead_code)]
#[path = "src/newsroom/slips/filter.rs"]
mod filter;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "build/misspellings.rs"]
mod misspellings;
#[path = "build/orthography.rs"]
mod orthography;

use misspellings::Misspellings;
use newsroom::actor::Actor;
use newsroom::audit::{ActorFile, Remark, audit};
use newsroom::{gazetteer, office_title};

fn main() {
    for watched in ["data", "build", "src/text", "src/newsroom", "src/rules"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let data = Path::new("data");
    let write = |name: &str, bytes: &[u8]| fs::write(out.join(name), bytes).expect("OUT_DIR is writable");
    write("rule_docs.rs", rule_docs(Path::new("src/rules")).as_bytes());
    let words = lexicon::frequencies(&data.join("lexicon"));
    let frequency = |word: &str| words.get(word).copied().unwrap_or_default();
    let misspellings = Misspellings::read(&data.join("lexicon"), frequency);
    let (map, tables) = misspellings.compile();
    write("misspellings.fst", &map);
    write("misspellings.rs", tables.as_bytes());
    write("confused.rs", confused::compile(&data.join("lexicon")).as_bytes());
    let keys = lexicon::keys(&data.join("lexicon"), &words, &misspellings);
    let written = lexicon::as_written(&words, &misspellings, &keys);
    let frequencies: BTreeSet<u64> = keys.values().chain(written.values()).copied().collect();
    // The commonest first, so that of all words that begin alike the map tells how common the commonest is
    let frequencies: Vec<u64> = frequencies.into_iter().rev().collect();
    write("lexicon.fst", &lexicon::map_of(&keys, &frequencies));
    write("lexicon-written.fst", &lexicon::map_of(&written, &frequencies));
    write("common.bloom", &lexicon::common(&keys));
    write("frequencies.rs", format!("static FREQUENCIES: &[u32] = &{frequencies:?};\n").as_bytes());
    write("calendar.rs", calendar::words(Path::new("data/calendar")).as_bytes());
    write("observances.rs", calendar::observances(Path::new("data/calendar/observances.tsv")).as_bytes());
    write("addresses.rs", addresses::compile(Path::new("data/addresses/names.tsv")).as_bytes());
    write("encoding.rs", encoding::compile(Path::new("data/encoding")).as_bytes());
    write("visarga.rs", encoding::visarga(Path::new("data/encoding/visarga-words.tsv")).as_bytes());
    write("foreign_letters.rs", encoding::foreign_letters(Path::new("data/encoding")).as_bytes());
    write(
        "ambiguous_names.rs",
        lexicon::ambiguous_names(Path::new("data/lexicon/one-or-two.tsv")).as_bytes(),
    );
    let distinct = lexicon::distinct_words(Path::new("data/lexicon/distinct-words.tsv"));
    write("distinct_words.rs", distinct.as_bytes());
    write("slips.rs", lexicon::slips(Path::new("data/lexicon/slips.txt")).as_bytes());
    write("languages.rs", lexicon::languages(Path::new("data/lexicon/languages.tsv")).as_bytes());
    write("orthography.rs", orthography::compile(Path::new("data/orthography")).as_bytes());
    let actors = actors(Path::new("data"));
    let checked = actors.iter().flat_map(|actor| &actor.roles).filter_map(|role| role.known_until()).max();
    println!("cargo::rustc-env=VARTANI_DATA_DAY={}", checked.expect("an office was checked"));
    write("offices.rs", offices(Path::new("data/offices"), &actors).as_bytes());
    write("gazetteer.bin", &gazetteer::compile_without_sounds(&actors));
    write("actors.columns", columns::compile(&actors).as_bytes());
}

/// The tables that `newsroom::offices` includes.
fn offices(folder: &Path, actors: &[Actor]) -> String {
    let (mut places, mut names) = (BTreeMap::new(), BTreeMap::new());
    for row in &rows(&folder.join("places.tsv"))[1..] {
        let [code, id, adjectives] = &row[..] else {
            panic!("data/offices/places.tsv: {row:?} has three columns")
        };
        let place = actors.iter().find(|actor| actor.id == *id);
        let place = place.unwrap_or_else(|| panic!("data/offices/places.tsv: there is no place {id:?}"));
        names.insert(code.clone(), gazetteer::joined_key(place.name()));
        let spellings = place.spellings.iter().flat_map(|spelling| &spelling.others);
        let adjectives = adjectives.split(';').filter(|word| !word.is_empty()).map(str::to_owned);
        let written = place.names.iter().map(|name| &name.text).chain(spellings).cloned().chain(adjectives);
        places.extend(written.map(|word| (gazetteer::joined_key(&word), code.clone())));
    }
    let (mut titles, mut bare, mut implied) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for row in &rows(&folder.join("titles.tsv"))[1..] {
        let key = gazetteer::joined_key(&row[0]);
        match (row[1].as_str(), row[2].as_str()) {
            ("", "always") => drop(bare.insert(key, "Bare::Always")),
            ("", "never") => drop(bare.insert(key, "Bare::Never")),
            (title, "") if !title.is_empty() => drop(titles.insert(key, gazetteer::joined_key(title))),
            (title, code) if names.contains_key(code) => {
                if !title.is_empty() {
                    titles.insert(key.clone(), gazetteer::joined_key(title));
                }
                implied.insert(key, code.to_owned());
            }
            _ => panic!("data/offices/titles.tsv: {row:?} gives another title, or says when it may be bare"),
        }
    }
    let mut ranks = String::from("static RANKS: &[(&str, &str)] = &[\n");
    for row in &rows(&folder.join("ranks.tsv"))[1..] {
        let [kind, what] = &row[..] else { panic!("data/offices/ranks.tsv: {row:?} has two columns") };
        let _ = writeln!(ranks, "    ({kind:?}, {what:?}),");
    }
    ranks += "];\n";
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in &rows(&folder.join("words.tsv"))[1..] {
        words.entry(row[1].clone()).or_default().push(gazetteer::joined_key(&row[0]));
    }
    let pairs = |name: &str, table: &BTreeMap<String, String>| {
        let rows: String = table.iter().map(|(key, value)| format!("    ({key:?}, {value:?}),\n")).collect();
        format!("static {name}: &[(&str, &str)] = &[\n{rows}];\n")
    };
    let owners: BTreeMap<String, String> =
        rows(&folder.join("owners.tsv"))[1..].iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    if let Some(unknown) = owners.keys().find(|id| !actors.iter().any(|actor| actor.id == **id)) {
        panic!("data/offices/owners.tsv: there is no body {unknown:?}");
    }
    let heads: Vec<String> = rows(&folder.join("heads.tsv"))[1..].iter().map(|row| row[0].clone()).collect();
    let offices = offices_by_title(actors, &places, &titles, &heads);
    let mut out = pairs("PLACES", &places)
        + &pairs("NAMES", &names)
        + &pairs("TITLES", &titles)
        + &pairs("IMPLIED", &implied)
        + &pairs("OWNERS", &owners)
        + &ranks;
    let offices: String =
        offices.iter().map(|(key, office)| format!("    ({key:?}, {office:?}),\n")).collect();
    let _ = writeln!(out, "static OFFICES: &[(&str, &str)] = &[\n{offices}];");
    let bare: String = bare.iter().map(|(key, value)| format!("    ({key:?}, {value}),\n")).collect();
    let _ = writeln!(out, "static BARE: &[(&str, Bare)] = &[\n{bare}];");
    for (class, mut keys) in words {
        keys.sort();
        let _ = writeln!(out, "static {}: &[&str] = &{keys:?};", class.to_uppercase().replace('-', "_"));
    }
    out
}

/// Offices by what text calls them: `US:राष्ट्रपति` (owner, joined key of the title) and `US/president`.
fn offices_by_title(
    actors: &[Actor],
    places: &BTreeMap<String, String>,
    titles: &BTreeMap<String, String>,
    heads: &[String],
) -> BTreeSet<(String, String)> {
    let head = gazetteer::joined_key("प्रमुख");
    let mut out = BTreeSet::new();
    for role in actors.iter().flat_map(|actor| &actor.roles) {
        let Some(office) = &role.office else { continue };
        let Some((owner, what)) = office.split_once('/') else { continue };
        let body = actors.iter().find(|actor| actor.id == owner);
        let own: Vec<String> = match body {
            Some(body) => gazetteer::spellings(body).iter().map(|name| gazetteer::joined_key(name)).collect(),
            None => Vec::new(),
        };
        let is_owner = |name: &str| {
            own.iter().any(|own| own == name) || places.get(name).is_some_and(|code| code == owner)
        };
        let title = office_title::without_owner(&role.title, is_owner);
        let title = titles.get(&title).unwrap_or(&title);
        out.insert((format!("{owner}:{title}"), office.clone()));
        if body.is_some() && heads.iter().any(|head| head == what) {
            out.insert((format!("{owner}:{head}"), office.clone()));
        }
    }
    out
}

/// The actors of `data/`, audited.
fn actors(data: &Path) -> Vec<Actor> {
    let (mut paths, mut read_files) = (Vec::new(), Vec::new());
    for path in files(&data.join("actors"), "toml") {
        read_files.push(ActorFile::of_actors(read(&path)));
        paths.push(path);
    }
    for path in files(&data.join("places"), "tsv") {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        read_files.push(ActorFile::of_places(stem, read(&path)));
        paths.push(path);
    }
    let remarks = audit(&read_files, []);
    if let Some(Remark { file, fault, .. }) = remarks.iter().find(|remark| !remark.is_note) {
        panic!("{}:{}:{}: {}", paths[*file].display(), fault.line, fault.column, fault.message);
    }
    read_files.into_iter().flat_map(|file| file.actors).collect()
}

/// The comments at the head of the rules' files, by code (`src/rules/date/weekday.rs` is `date/weekday`). A module for browsers,
/// which has to be fetched, gets of each comment the line that sums it up: nobody asks it for more.
fn rule_docs(folder: &Path) -> String {
    let is_for_browsers = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    let mut out = String::from("static DOCS: &[(&str, &str)] = &[\n");
    for file in files(folder, "rs") {
        let (Some(family), Some(name)) = (file.parent().and_then(|p| p.file_name()), file.file_stem()) else {
            continue;
        };
        // A rule in parts has them in a folder of its own
        if file.parent().and_then(Path::parent) != Some(folder) || name == "mod" {
            continue;
        }
        let code = format!("{}/{}", family.to_string_lossy(), name.to_string_lossy().replace('_', "-"));
        let source = read(&file);
        let comment = source
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(|line| line.strip_prefix(' ').unwrap_or(line));
        let mut comment = comment.collect::<Vec<_>>().join("\n");
        if let Some((hi, en)) = comment.split_once("\n---\n").filter(|_| is_for_browsers) {
            let line = |text: &str| text.trim().lines().next().unwrap_or_default().to_owned();
            comment = format!("{}\n---\n{}", line(hi), line(en));
        }
        let _ = writeln!(out, "    ({code:?}, {comment:?}),");
    }
    out + "];\n"
}

/// The files of a folder and its sub-folders with an extension, in the order of their names.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("readable folder").path();
        if path.is_dir() {
            out.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            out.push(path);
        }
    }
    out.sort();
    out
}

/// The rows of a TSV file, without comments.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let is_row = |line: &&str| !line.starts_with('#') && !line.is_empty();
    read(path).lines().filter(is_row).map(|l| l.split('\t').map(str::to_owned).collect()).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
