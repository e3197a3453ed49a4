//! The house has eight floors, and each stands only on those below it.
//!
//! Reads `src/` as text. Comments and string literals are taken away first, so that a doc comment may
//! speak of a higher floor and a message of a file. Unit tests may look at a clock or a file, but they
//! import no higher floor either.

mod circles;
mod source;

use std::path::Path;

use source::{bare, line_of, names, sources, starts_a_word, without_tests};

/// From the ground up. The faces stand side by side on the roof.
const FLOORS: [&[&str]; 8] = [
    &["text"],
    &["newsroom"],
    &["reading"],
    &["rules"],
    &["diagnostics"],
    &["ide"],
    &["files"],
    &["cli", "http", "server"],
];

/// The floors from here up are faces, or read files for them.
const FIRST_IMPURE: usize = 6;

/// What no floor below the faces may name: I/O, the clock, threads, the protocol, anything global.
const IMPURE: [&str; 17] = [
    "tokio",
    "tower_lsp",
    "lsp_types",
    "std::fs",
    "std::env",
    "std::io",
    "std::time",
    "std::net",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "thread_local!",
    "static mut",
    "println!",
    "dbg!",
];

/// Statics that are filled at run time.
const LAZY: [&str; 5] = ["OnceLock", "LazyLock", "OnceCell", "LazyCell", "lazy_static!"];

#[test]
fn an_import_never_points_up() {
    let mut climbs = Vec::new();
    for (path, code) in sources() {
        let Some(floor) = floor_of(&path) else { continue };
        for (line, target) in targets(&path, &code) {
            if number(&target).is_some_and(|at| at > floor) {
                climbs.push(format!("{}:{line}: `{target}` is a higher floor", path.display()));
            }
        }
    }
    assert!(climbs.is_empty(), "\n{}\n", climbs.join("\n"));
}

#[test]
fn faces_do_not_lean_on_each_other() {
    let mut leaning = Vec::new();
    for (path, code) in sources() {
        let faces = FLOORS[FLOORS.len() - 1];
        let Some(face) = room_of(&path).filter(|room| faces.contains(room)) else { continue };
        let is_other = |room: &str| room != face && faces.contains(&room);
        let all = targets(&path, &code).into_iter().filter(|(_, target)| is_other(target));
        leaning.extend(all.map(|(line, other)| format!("{}:{line}: {face} names {other}", path.display())));
    }
    // The commands `vartani lsp` and `vartani serve` have to start them from somewhere
    let starts = |place: &String| {
        (place.contains("src/cli/mod.rs") && place.ends_with("names server"))
            || (place.contains("src/cli/serve.rs") && place.ends_with("names http"))
    };
    leaning.retain(|place| !starts(place));
    assert!(leaning.is_empty(), "\n{}\n", leaning.join("\n"));
}

#[test]
fn the_floors_below_the_faces_are_pure() {
    let mut impure = Vec::new();
    for (path, code) in sources() {
        if floor_of(&path).is_none_or(|floor| floor >= FIRST_IMPURE) {
            continue;
        }
        for (number, line) in without_tests(&path, &code).lines().enumerate() {
            let lazy = LAZY.iter().filter(|_| names(line, "static"));
            let named = IMPURE.iter().chain(lazy).find(|name| names(line, name));
            let grouped = imports_from_std(line, &["fs", "env", "io", "time", "net", "process", "thread"]);
            if let Some(name) = named.copied().or(grouped) {
                impure.push(format!("{}:{}: names `{name}`", path.display(), number + 1));
            }
        }
    }
    assert!(impure.is_empty(), "\n{}\n", impure.join("\n"));
}

#[test]
fn only_the_server_knows_the_protocol() {
    for (path, code) in sources() {
        if room_of(&path) != Some("server") {
            for name in ["lsp_types", "tower_lsp"] {
                let line = code.lines().position(|line| names(line, name));
                assert_eq!(line, None, "{} names `{name}`", path.display());
            }
        }
    }
}

#[test]
fn every_room_is_on_a_floor() {
    let known = FLOORS.concat();
    for (path, _) in sources() {
        let room = room_of(&path);
        let entrance = matches!(path.to_str(), Some("src/lib.rs" | "src/main.rs"));
        assert!(
            entrance || room.is_some_and(|room| known.contains(&room)),
            "{} is on no floor; ARCHITECTURE.md says which there are",
            path.display()
        );
    }
}

/// A file is one idea; one that is longer needs a table of contents, and is two.
const MAX_LINES: usize = 450;

#[test]
fn a_file_is_one_idea() {
    for (path, code) in sources() {
        let lines = code.lines().count();
        assert!(lines <= MAX_LINES, "{} has {lines} lines, more than {MAX_LINES}", path.display());
    }
}

/// The folder (or file) right under `src/`: `reading` of `src/reading/time/mod.rs`.
fn room_of(path: &Path) -> Option<&str> {
    let name = path.components().nth(1)?.as_os_str().to_str()?;
    let name = name.strip_suffix(".rs").unwrap_or(name);
    (!matches!(name, "lib" | "main")).then_some(name)
}

fn floor_of(path: &Path) -> Option<usize> {
    number(room_of(path)?)
}

fn number(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The rooms that a file names, with lines: by `crate::`, by a chain of `super::` that leaves its own
/// room, or, in the entrance of the house, by name.
fn targets(path: &Path, code: &str) -> Vec<(usize, String)> {
    let mut out = Vec::new();
    for root in ["crate::", "vartani::"] {
        for (at, _) in code.match_indices(root).filter(|(at, _)| starts_a_word(code, *at)) {
            out.extend(first_names(&code[at + root.len()..]).map(|name| (line_of(code, at), name)));
        }
    }
    let depth = depth(path);
    let mut at = 0;
    while let Some(found) = code[at..].find("super::").map(|found| at + found) {
        let chain = code[found..].split("super::").take_while(|between| between.is_empty()).count();
        let end = found + chain * "super::".len();
        // Modules inside the file are deeper: their chains are shorter by as many floors
        if starts_a_word(code, found) && chain >= depth + modules_around(code, found) {
            out.extend(first_names(&code[end..]).map(|name| (line_of(code, found), name)));
        }
        at = end;
    }
    out
}

/// How many `super::` lead from the top of a file out of its room: one from `src/text/mod.rs`.
fn depth(path: &Path) -> usize {
    let parts = path.components().count() - 1;
    let is_module_file = path.file_name().is_some_and(|name| name == "mod.rs");
    if is_module_file { parts - 1 } else { parts }
}

/// In how many `mod x { … }` the byte `at` stands.
fn modules_around(code: &str, at: usize) -> usize {
    let mut open = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for (start, c) in code[..at].char_indices() {
        match c {
            '{' => {
                let head = code[..start].trim_end();
                words.clear();
                words.extend(head.rsplit(char::is_whitespace).take(2));
                open.push(words.get(1) == Some(&"mod"));
            }
            '}' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.into_iter().filter(|is_module| *is_module).count()
}

/// The first names of a path: one of `text::Span`, several of `{text::Span, rules}`.
fn first_names(path: &str) -> impl Iterator<Item = String> + '_ {
    let name = |path: &str| -> String {
        path.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut members = Vec::new();
    match path.strip_prefix('{') {
        None => members.push(name(path)),
        Some(group) => {
            let (mut depth, mut start) = (0, 0);
            for (at, c) in group.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => {
                        members.push(name(&group[start..at]));
                        break;
                    }
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        members.push(name(&group[start..at]));
                        start = at + 1;
                    }
                    _ => {}
                }
            }
        }
    }
    members.into_iter().filter(|name| !name.is_empty())
}

/// `use std::{fs, io::Read};` names what the list has.
fn imports_from_std<'n>(line: &str, forbidden: &[&'n str]) -> Option<&'n str> {
    let at = line.find("std::{")?;
    let names: Vec<String> = first_names(&line[at + "std::".len()..]).collect();
    forbidden.iter().copied().find(|name| names.iter().any(|named| named == name))
}

/// The guard is guarded: it sees what it should and is not fooled by words.
mod the_guard {
    use super::*;

    fn rooms(path: &str, source: &str) -> Vec<String> {
        targets(Path::new(path), &bare(source)).into_iter().map(|(_, room)| room).collect()
    }

    #[test]
    fn sees_every_way_up() {
        assert_eq!(rooms("src/text/mod.rs", "use crate::reading::Reader;"), ["reading"]);
        assert_eq!(rooms("src/text/a.rs", "use crate::{rules::{Fix, Rule}, ide};"), ["rules", "ide"]);
        assert_eq!(rooms("src/text/mod.rs", "use super::rules::Fix;"), ["rules"]);
        assert_eq!(rooms("src/text/a/b.rs", "type A = super::super::super::ide::Hint;"), ["ide"]);
        assert_eq!(rooms("src/text/a.rs", "mod tests { use super::super::super::ide; }"), ["ide"]);
    }

    #[test]
    fn lets_what_stays_inside_pass() {
        assert_eq!(rooms("src/text/a.rs", "use super::rules;"), [""; 0]);
        assert_eq!(rooms("src/text/a.rs", "mod tests { use super::super::rules; }"), [""; 0]);
        assert_eq!(rooms("src/text/a.rs", "// crate::rules\nlet s = \"crate::ide\";"), [""; 0]);
        assert_eq!(
            rooms("src/text/a.rs", "let s = r#\"a \" crate::ide\"#; let c = '\"'; /* crate::cli */"),
            [""; 0]
        );
        assert_eq!(rooms("src/text/a.rs", "fn f<'a>(x: &'a str) -> char { '\\'' }"), [""; 0]);
    }

    #[test]
    fn knows_a_word_from_a_part_of_one() {
        assert!(names("use std::fs;", "std::fs") && names("let t = Instant::now();", "Instant::now"));
        assert!(!names("fn println_all() {}", "println!") && !names("my_tokio::x", "tokio"));
        assert!(!names("eprintln!(x)", "println!"));
        assert_eq!(imports_from_std("use std::{fmt, fs::File};", &["fs", "io"]), Some("fs"));
    }

    #[test]
    fn leaves_lines_where_they_are() {
        let source = "a\n/* b\n c */ d // e\n\"f\n g\" h\n";
        assert_eq!(bare(source).lines().count(), source.lines().count());
        assert!(bare(source).contains('d') && bare(source).contains('h') && !bare(source).contains('g'));
    }
}
