//! Writes actors as `newsroom::gazetteer::columns` reads them.

use std::fmt::Display;

use crate::actor_columns::{COLUMN, FORMS, MAX_SHARED, OTHER, last_word, usual_id};
use crate::newsroom::actor::{Actor, Kind, Name, Spelling};

/// The columns of all actors.
pub fn compile(actors: &[Actor]) -> String {
    let mut sources: Vec<&str> = actors.iter().map(|actor| &*actor.source).collect();
    sources.sort_unstable();
    sources.dedup();
    let source = |actor: &Actor| sources.partition_point(|source| **source < *actor.source).to_string();
    let of = |value: &dyn Fn(&Actor) -> String| lines(actors.iter().map(value));
    let roles = || actors.iter().flat_map(|actor| &actor.roles);
    let kind = |actor: &Actor| Kind::ALL.iter().position(|kind| *kind == actor.kind).unwrap_or(0).to_string();
    let columns = [
        lines(sources.iter().map(|source| (*source).to_owned())),
        of(&kind),
        of(&|actor| if actor.roles.is_empty() { String::new() } else { actor.roles.len().to_string() }),
        of(&id),
        of(&|actor| list(actor.names.iter().enumerate().map(|(at, name)| name_of(actor, at, name)))),
        of(&|actor| actor.names.iter().map(form).collect()),
        of(&|actor| list(actor.latin.iter().cloned())),
        of(&|actor| list(actor.spellings.iter().map(|spelling| spelling_of(actor, spelling)))),
        of(&|actor| actor.hi.clone()),
        of(&|actor| actor.en.clone()),
        of(&|actor| written(&actor.home)),
        of(&|actor| written(&actor.within)),
        of(&|actor| written(&actor.qid)),
        of(&|actor| written(&actor.born)),
        of(&|actor| written(&actor.died)),
        of(&|actor| written(&actor.as_of)),
        of(&source),
        lines(roles().map(|role| role.title.clone())),
        lines(roles().map(|role| role.en.clone())),
        lines(roles().map(|role| written(&role.office))),
        lines(roles().map(|role| role.from.to_string())),
        lines(roles().map(|role| written(&role.to))),
        lines(roles().map(|role| written(&role.checked))),
        lines(roles().map(|role| written(&role.expected_end))),
    ];
    columns.join(&COLUMN.to_string())
}

fn lines(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    for value in &values {
        assert!(!value.contains(['\n', COLUMN]), "{value:?} does not fit into a column");
    }
    values.join("\n")
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("\t")
}

fn written<T: Display>(value: &Option<T>) -> String {
    value.as_ref().map_or_else(String::new, ToString::to_string)
}

fn id(actor: &Actor) -> String {
    let is_usual = actor.latin.first().is_some_and(|latin| usual_id(latin) == actor.id);
    if is_usual { String::new() } else { actor.id.clone() }
}

fn name_of(actor: &Actor, at: usize, name: &Name) -> String {
    let is_last_word = at > 0 && last_word(actor.name()) == name.text;
    if is_last_word { String::new() } else { name.text.clone() }
}

fn form(name: &Name) -> char {
    let (letter, _) = FORMS.iter().find(|(_, form)| *form == name.form).expect("every form has a letter");
    if name.alone { letter.to_ascii_uppercase() } else { *letter }
}

fn spelling_of(actor: &Actor, spelling: &Spelling) -> String {
    let number = actor.name().split(' ').position(|word| word == spelling.of);
    let of = number.map_or_else(|| spelling.of.clone(), |number| number.to_string());
    let others = spelling.others.iter().map(|other| what_is_other(&spelling.of, other));
    std::iter::once(of).chain(others).collect::<Vec<_>>().join(&OTHER.to_string())
}

/// What of another spelling is not that of the word.
fn what_is_other(word: &str, other: &str) -> String {
    let (word, other): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    let most = word.len().min(other.len());
    let same = |pairs: &mut dyn Iterator<Item = (&char, &char)>, most: usize| {
        pairs.take(most.min(MAX_SHARED)).take_while(|(a, b)| a == b).count()
    };
    let before = same(&mut word.iter().zip(&other), most);
    let after = same(&mut word.iter().rev().zip(other.iter().rev()), most - before);
    let letter = |first: u8, count: usize| char::from(first + count as u8);
    let counts = [letter(b'A', before), letter(b'a', after)];
    counts.into_iter().chain(other[before..other.len() - after].iter().copied()).collect()
}
