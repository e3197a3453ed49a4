//! The code of `src/` as text: without comments, strings and unit tests.

use std::fs;
use std::path::{Path, PathBuf};

/// The files of `src/` in order, with comments and strings taken away.
pub fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                out.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(Path::new("src"), &mut paths);
    paths.sort();
    assert!(paths.len() > 20, "the house is not where it was");
    let read = |path: PathBuf| {
        let code = bare(&fs::read_to_string(&path).unwrap());
        (path, code)
    };
    paths.into_iter().map(read).collect()
}

/// The code of a file up to its unit tests; nothing of a file of tests.
pub fn without_tests<'a>(path: &Path, code: &'a str) -> &'a str {
    if path.file_name().is_some_and(|name| name == "tests.rs") {
        return "";
    }
    let tests = code.find("#[cfg(test)]\nmod tests {").unwrap_or(code.len());
    &code[..tests]
}

/// Whether a line of code names something, as a word of its own.
pub fn names(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let after = line[at + name.len()..].chars().next();
        starts_a_word(line, at) && !after.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

pub fn starts_a_word(code: &str, at: usize) -> bool {
    !code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '$'))
}

pub fn line_of(code: &str, at: usize) -> usize {
    1 + code[..at].matches('\n').count()
}

/// The code of a file: comments, strings and characters become blanks; lines stay lines.
pub fn bare(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = skipped(rest, out.chars().next_back());
        let (gone, ahead) = rest.split_at(length.unwrap_or(c.len_utf8()));
        match length {
            Some(_) => out.extend(gone.chars().map(|c| if c == '\n' { '\n' } else { ' ' })),
            None => out.push(c),
        }
        rest = ahead;
    }
    out
}

/// The length of the comment, string or character that begins here.
fn skipped(code: &str, before: Option<char>) -> Option<usize> {
    if code.starts_with("//") {
        return Some(code.find('\n').unwrap_or(code.len()));
    }
    if code.starts_with("/*") {
        return Some(block_comment(code));
    }
    let prefix = ["br", "cr", "r", "b", "c", ""]
        .into_iter()
        .find(|prefix| code.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(['"', '#', '\''])))?;
    if !prefix.is_empty() && before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let prefix = prefix.len();
    let hashes = code[prefix..].len() - code[prefix..].trim_start_matches('#').len();
    let quoted = code[prefix + hashes..].strip_prefix('"');
    match quoted {
        Some(body) if code[..prefix].ends_with('r') => {
            let close = format!("\"{}", "#".repeat(hashes));
            Some(body.find(&close).map_or(code.len(), |end| prefix + hashes + 1 + end + close.len()))
        }
        Some(body) if hashes == 0 => Some(prefix + 1 + closing(body, '"')),
        _ if hashes == 0 && code[prefix..].starts_with('\'') => {
            character(&code[prefix + 1..]).map(|end| prefix + 1 + end)
        }
        _ => None,
    }
}

/// Past the closing mark, with what is escaped left inside.
fn closing(body: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in body.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return at + 1,
            _ => {}
        }
    }
    body.len()
}

/// Past a character literal; `None` for a lifetime.
fn character(body: &str) -> Option<usize> {
    if body.starts_with('\\') {
        return Some(closing(body, '\''));
    }
    let c = body.chars().next()?;
    body[c.len_utf8()..].starts_with('\'').then(|| c.len_utf8() + 1)
}

/// Past a block comment, which may hold others.
fn block_comment(code: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < code.len() {
        match code.get(at..at + 2) {
            Some("/*") => (depth, at) = (depth + 1, at + 2),
            Some("*/") => (depth, at) = (depth - 1, at + 2),
            _ => at += code[at..].chars().next().map_or(1, char::len_utf8),
        }
        if depth == 0 {
            break;
        }
    }
    at
}
