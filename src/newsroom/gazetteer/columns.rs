//! Actors column by column: the form in which they are smallest, for a module that has to be fetched.
//!
//! It has nothing that can be derived: no keys of names, no ids and short names that follow from the names, and of another
//! spelling only what is other. A column
//! is a value of all actors (or of all roles) in order; columns end with [`COLUMN`], values with a line break, the parts
//! of a list with a tab. `build/columns.rs` writes it.

use std::str::Split;

use crate::newsroom::PartialDate;
use crate::newsroom::actor::{Actor, Form, Kind, Name, Role, Spelling};

/// Stands between columns.
pub const COLUMN: char = '\u{1C}';

/// Stands before each of the other spellings of a word.
pub const OTHER: char = '=';

/// Another spelling begins with two letters: how many characters it shares with the beginning of the word, counted from `A`, and
/// with its end, counted from `a`. So many can be counted.
pub const MAX_SHARED: usize = 25;

/// The forms of a name, by the letters that stand for them: in capitals where the form alone means the actor.
pub const FORMS: [(char, Form); 4] =
    [('f', Form::Full), ('s', Form::Short), ('o', Form::Other), ('a', Form::Avoid)];

/// The id of most actors with this Latin name: `vladimir-putin`.
pub fn usual_id(latin: &str) -> String {
    let mut id = String::with_capacity(latin.len());
    for c in latin.chars().filter(|c| !matches!(c, '.' | '\'' | '’')) {
        match c {
            c if c.is_ascii_alphanumeric() => id.push(c.to_ascii_lowercase()),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

/// The last word of a name, which most short forms are.
pub fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or_default()
}

/// Reads the actors of columns.
///
/// `None` if they are not in the form that `build/columns.rs` writes.
pub fn read(columns: &str) -> Option<Vec<Actor>> {
    let mut columns = columns.split(COLUMN).map(|column| column.split('\n'));
    let sources: Vec<&str> = columns.next()?.collect();
    let kinds = columns.next()?;
    let mut columns: Vec<Split<'_, char>> = columns.collect();
    let roles = if columns.len() > ACTOR_COLUMNS { columns.split_off(ACTOR_COLUMNS) } else { return None };
    let mut actors = Actors { columns, roles, sources };
    kinds.map(|kind| actors.next(kind)).collect()
}

/// The number of columns of actors behind their kinds; those of roles follow.
const ACTOR_COLUMNS: usize = 15;

struct Actors<'a> {
    columns: Vec<Split<'a, char>>,
    roles: Vec<Split<'a, char>>,
    sources: Vec<&'a str>,
}

impl Actors<'_> {
    fn next(&mut self, kind: &str) -> Option<Actor> {
        let values: Vec<&str> = self.columns.iter_mut().map_while(Iterator::next).collect();
        let [held, id, names, forms, latin, spellings, hi, en, home, within, qid, born, died, as_of, source] =
            values[..]
        else {
            return None;
        };
        let latin = list(latin);
        let names = read_names(names, forms)?;
        let held = held.parse().unwrap_or(0);
        Some(Actor {
            id: text(id).or_else(|| Some(usual_id(latin.first()?)))?,
            kind: *Kind::ALL.get(kind.parse::<usize>().ok()?)?,
            spellings: read_spellings(spellings, &names[0].text)?,
            names,
            latin,
            qid: text(qid),
            hi: hi.to_owned(),
            en: en.to_owned(),
            home: text(home),
            within: text(within),
            born: date(born),
            died: date(died),
            roles: (0..held).map(|_| self.role()).collect::<Option<_>>()?,
            source: (*self.sources.get(source.parse::<usize>().ok()?)?).to_owned(),
            as_of: date(as_of),
        })
    }

    fn role(&mut self) -> Option<Role> {
        let values: Vec<&str> = self.roles.iter_mut().map_while(Iterator::next).collect();
        let [title, en, office, from, to, checked, expected_end] = values[..] else { return None };
        Some(Role {
            title: title.to_owned(),
            en: en.to_owned(),
            office: text(office),
            from: date(from)?,
            to: date(to),
            checked: date(checked),
            expected_end: date(expected_end),
        })
    }
}

fn read_names(texts: &str, forms: &str) -> Option<Vec<Name>> {
    let mut names: Vec<Name> = Vec::with_capacity(forms.len());
    for (text, letter) in texts.split('\t').zip(forms.chars()) {
        let text = match names.first() {
            Some(full) if text.is_empty() => last_word(&full.text),
            _ => text,
        };
        let (_, form) = *FORMS.iter().find(|(form, _)| *form == letter.to_ascii_lowercase())?;
        names.push(Name { text: text.to_owned(), form, alone: letter.is_ascii_uppercase() });
    }
    (!names.is_empty()).then_some(names)
}

/// The other spellings of words; a word of the full name stands there as its number.
fn read_spellings(written: &str, full: &str) -> Option<Vec<Spelling>> {
    let spelling = |written: &str| {
        let mut parts = written.split(OTHER);
        let of = parts.next()?;
        let of = match of.parse::<usize>() {
            Ok(number) => full.split(' ').nth(number)?,
            Err(_) => of,
        };
        let others = parts.map(|other| other_spelling(of, other)).collect::<Option<_>>()?;
        Some(Spelling { of: of.to_owned(), others })
    };
    list_of(written).map(spelling).collect()
}

/// The spelling that differs from a word in what is written.
fn other_spelling(of: &str, written: &str) -> Option<String> {
    let mut letters = written.chars();
    let mut count = |first: char| Some(u32::from(letters.next()?).checked_sub(u32::from(first))? as usize);
    let (before, after) = (count('A')?, count('a')?);
    let start = of.chars().take(before);
    let end = of.chars().skip(of.chars().count().checked_sub(after)?);
    Some(start.chain(letters.clone()).chain(end).collect())
}

fn list_of(written: &str) -> impl Iterator<Item = &str> {
    written.split('\t').filter(|part| !part.is_empty())
}

fn list(written: &str) -> Vec<String> {
    list_of(written).map(str::to_owned).collect()
}

fn text(written: &str) -> Option<String> {
    (!written.is_empty()).then(|| written.to_owned())
}

fn date(written: &str) -> Option<PartialDate> {
    written.parse().ok()
}
