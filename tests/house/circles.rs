//! No file needs another that needs it, be it through many.
//!
//! A file needs another if it names something that is defined there. A name that a `mod.rs` only passes on is
//! looked up where it comes from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::source::{bare, sources, without_tests};

/// A path of names, `["reading", "time", "Moment"]` for `crate::reading::time::Moment`.
type Names = Vec<String>;

#[test]
fn no_two_files_need_each_other() {
    let house = House::of(sources().iter().map(|(path, code)| (&**path, without_tests(path, code))));
    let circle = house.circle();
    assert!(circle.is_empty(), "these files need each other in a circle:\n{}\n", circle.join("\n"));
}

/// The modules of the crate, each a file.
#[derive(Default)]
struct House {
    files: BTreeMap<Names, Module>,
}

#[derive(Default)]
struct Module {
    path: String,
    /// Names that `use` brings in, with where they come from.
    imported: BTreeMap<String, Names>,
    /// What the code names outside of `use`, and the names of `use` that the code names.
    named: BTreeSet<Names>,
}

impl House {
    fn of<'a>(files: impl Iterator<Item = (&'a Path, &'a str)>) -> House {
        let mut house = House::default();
        let all: Vec<(Names, &Path, &str)> = files.map(|(path, code)| (module(path), path, code)).collect();
        let modules: BTreeSet<Names> = all.iter().map(|(names, ..)| names.clone()).collect();
        for (names, path, code) in all {
            let read = Module::read(path, &names, code, &modules);
            house.files.insert(names, read);
        }
        house
    }

    /// The module in which something is defined, with what was passed on followed.
    fn home(&self, names: &[String]) -> Option<&Names> {
        let mut names = names.to_vec();
        for _ in 0..8 {
            let length = (0..=names.len()).rev().find(|length| self.files.contains_key(&names[..*length]))?;
            let (module, rest) = names.split_at(length);
            let (found, file) = self.files.get_key_value(module)?;
            let Some(passed_on) = rest.first().and_then(|name| file.imported.get(name)) else {
                return Some(found);
            };
            names = passed_on.iter().chain(&rest[1..]).cloned().collect();
        }
        None
    }

    /// The files that a file needs.
    fn needs<'a>(&'a self, module: &'a Names) -> BTreeSet<&'a Names> {
        let named = self.files[module].named.iter().filter_map(|names| self.home(names));
        // The entrance shows the rooms; what a room takes from it is not its own
        named.filter(|home| *home != module && !home.is_empty()).collect()
    }

    /// The files of one circle, each needing the next; empty if there is none.
    fn circle(&self) -> Vec<String> {
        let mut left: BTreeMap<&Names, BTreeSet<&Names>> =
            self.files.keys().map(|module| (module, self.needs(module))).collect();
        // Whoever needs nobody that is left stands in no circle
        loop {
            let done: Vec<&Names> =
                left.iter().filter(|(_, needs)| needs.is_empty()).map(|(module, _)| *module).collect();
            if done.is_empty() {
                break;
            }
            left.retain(|module, _| !done.contains(module));
            left.values_mut().for_each(|needs| needs.retain(|need| !done.contains(need)));
        }
        let mut way: Vec<&Names> = left.keys().next().copied().into_iter().collect();
        while let Some(next) = way.last().and_then(|last| left[*last].first().copied()) {
            if let Some(start) = way.iter().position(|module| *module == next) {
                way.drain(..start);
                break;
            }
            way.push(next);
        }
        way.iter().map(|module| self.files[*module].path.clone()).collect()
    }
}

impl Module {
    fn read(path: &Path, module: &Names, code: &str, modules: &BTreeSet<Names>) -> Module {
        let mut read = Module { path: path.display().to_string(), ..Module::default() };
        let mut rest = String::new();
        let mut at = 0;
        while let Some(start) = next_use(code, at) {
            rest.push_str(&code[at..start]);
            let end = code[start..].find(';').map_or(code.len(), |end| start + end);
            for (names, called) in expanded(&code[start + "use".len()..end]) {
                if let Some(names) = absolute(&names, module, modules) {
                    read.imported.insert(called, names);
                }
            }
            at = end;
        }
        rest.push_str(&code[at..]);
        for names in paths(&rest) {
            let imported = names.first().and_then(|first| read.imported.get(first));
            let whole = match imported {
                Some(from) => Some(from.iter().chain(&names[1..]).cloned().collect()),
                None if names.len() > 1 => absolute(&names, module, modules),
                None => None,
            };
            read.named.extend(whole);
        }
        read
    }
}

/// The names under which a file is known: `src/text/mod.rs` is `text`, `src/lib.rs` nothing.
fn module(path: &Path) -> Names {
    let mut names: Names =
        path.with_extension("").iter().skip(1).filter_map(|part| part.to_str().map(str::to_owned)).collect();
    if matches!(names.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        names.pop();
    }
    names
}

/// Where the next `use` begins.
fn next_use(code: &str, from: usize) -> Option<usize> {
    let is_word = |at: usize| {
        let before = code[..at].chars().next_back();
        let after = code[at + "use".len()..].chars().next();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_') && after.is_some_and(char::is_whitespace)
    };
    code[from..].match_indices("use").map(|(at, _)| from + at).find(|at| is_word(*at))
}

/// The paths of a tree of imports, each with the name that it brings in.
fn expanded(tree: &str) -> Vec<(Names, String)> {
    let tree = tree.trim();
    if let Some(open) = tree.find('{') {
        let close = tree.rfind('}').unwrap_or(tree.len());
        let before = names_of(&tree[..open]);
        let inside = members(&tree[open + 1..close]).into_iter().flat_map(expanded);
        let whole = inside.map(|(names, called)| {
            let names: Names = before.iter().cloned().chain(names).collect();
            match called.as_str() {
                // `use a::{self}` brings in `a`
                "self" => (before.clone(), before.last().cloned().unwrap_or_default()),
                _ => (names, called),
            }
        });
        return whole.collect();
    }
    let (path, called) = tree.split_once(" as ").unwrap_or((tree, ""));
    let names = names_of(path);
    let called = match called.trim() {
        "" => names.last().cloned().unwrap_or_default(),
        called => called.to_owned(),
    };
    vec![(names, called)]
}

/// What commas separate outside of inner braces.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut out) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                out.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    out.push(&group[start..]);
    out.into_iter().filter(|member| !member.trim().is_empty()).collect()
}

fn names_of(path: &str) -> Names {
    path.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// A path from the entrance on, if it leads into the crate.
fn absolute(names: &[String], module: &Names, modules: &BTreeSet<Names>) -> Option<Names> {
    let (mut base, mut rest) = (module.clone(), names);
    match rest.first()?.as_str() {
        "crate" => (base, rest) = (Names::new(), &rest[1..]),
        "self" => rest = &rest[1..],
        "super" => {
            while rest.first().is_some_and(|name| name == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        first => {
            base.push(first.to_owned());
            if !modules.contains(&base) {
                return None;
            }
            rest = &rest[1..];
        }
    }
    Some(base.into_iter().chain(rest.iter().cloned()).collect())
}

/// Every word of the code, with the path that it begins. `pub(in crate::cli)` says who may see, not what is needed.
fn paths(code: &str) -> Vec<Names> {
    let code = code.split("pub(in ").enumerate().map(|(at, part)| match at {
        0 => part,
        _ => part.split_once(')').map_or("", |(_, after)| after),
    });
    let code: String = code.collect();
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.split(|c| !is_part(c)).map(names_of).filter(|names| !names.is_empty()).collect()
}

/// The circles that it must see, and those that are none.
mod the_guard {
    use super::*;

    fn circle(files: &[(&str, &str)]) -> Vec<String> {
        let files: Vec<(&str, String)> = files.iter().map(|(path, code)| (*path, bare(code))).collect();
        House::of(files.iter().map(|(path, code)| (Path::new(*path), code.as_str()))).circle()
    }

    #[test]
    fn sees_two_files_that_name_each_other() {
        let found = circle(&[
            ("src/text/a.rs", "use super::b::B;\nstruct A(B);"),
            ("src/text/b.rs", "struct B(Option<Box<crate::text::a::A>>);"),
        ]);
        assert_eq!(found, ["src/text/a.rs", "src/text/b.rs"]);
    }

    #[test]
    fn sees_a_circle_through_a_third_file_and_a_module() {
        let found = circle(&[
            ("src/a/mod.rs", "use b::B;\npub struct A(B);"),
            ("src/a/b.rs", "use crate::c;\npub struct B(c::C);"),
            ("src/c.rs", "use crate::a::A;\npub struct C(A);"),
        ]);
        assert_eq!(found, ["src/a/mod.rs", "src/a/b.rs", "src/c.rs"]);
    }

    #[test]
    fn lets_a_module_pass_on_what_its_files_define() {
        let found = circle(&[
            ("src/a/mod.rs", "mod b;\nmod c;\npub use b::B;\npub use c::{C as D};"),
            ("src/a/b.rs", "pub struct B;"),
            ("src/a/c.rs", "use super::B;\npub struct C(B);"),
            ("src/d.rs", "use crate::a::{B, D};\nstruct E(B, D);"),
        ]);
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn knows_an_import_that_nothing_names_from_a_need() {
        let found = circle(&[
            ("src/a.rs", "// uses crate::b\npub(in crate::b) const A: &str = \"crate::b::B\";"),
            ("src/b.rs", "use crate::a::A;\nconst B: &str = A;"),
        ]);
        assert_eq!(found, [""; 0]);
    }
}
