//! Actor files: TOML, one table per actor, as an editor at a newsroom writes them.

use std::collections::BTreeMap;
use std::iter;
use std::ops::Range;

use rustc_hash::FxHashSet;
use serde::Deserialize;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::actor::{Actor, Form, Kind, Name, Role, Spelling};
use super::patch::Patch;
use super::{Fault, Message, PartialDate, ValueError, toml_fault};
use crate::text::letters::{NUKTA, is_joiner};

/// One table of an actor file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: Kind,
    name: String,
    short: Option<String>,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    common: bool,
    latin: String,
    #[serde(default)]
    latin_also: Vec<String>,
    #[serde(default)]
    spellings: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    avoid: Vec<String>,
    qid: Option<String>,
    #[serde(default)]
    hi: String,
    #[serde(default)]
    en: String,
    home: Option<String>,
    born: Option<PartialDate>,
    died: Option<PartialDate>,
    #[serde(default)]
    roles: Vec<Role>,
    source: Option<String>,
    as_of: Option<PartialDate>,
}

/// A table that adds to an actor of record.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PatchEntry {
    patch: bool,
    #[serde(default)]
    roles: Vec<Role>,
    #[serde(default)]
    also: Vec<String>,
    born: Option<PartialDate>,
    died: Option<PartialDate>,
    hi: Option<String>,
    en: Option<String>,
}

/// What is in an actor file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorFile {
    /// The actors.
    pub actors: Vec<Actor>,
    /// What is added to actors of other files.
    pub patches: Vec<Patch>,
    /// What is wrong. A table with a fault is left out, the others stay.
    pub faults: Vec<Fault>,
}

/// What stands above the tables of an actor file and holds for all of them.
#[derive(Default)]
struct Header {
    source: String,
    as_of: Option<PartialDate>,
}

/// A file longer than this is read table by table: as one tree it would take many times its size in memory.
const LONG: usize = 1 << 20;

/// The actors of an actor file, without its patches, and what is wrong in it. A table with a fault is left out, the others
/// stay.
pub fn parse(text: &str) -> (Vec<Actor>, Vec<Fault>) {
    let ActorFile { actors, faults, .. } = read(text);
    (actors, faults)
}

/// What is in an actor file.
pub fn read(text: &str) -> ActorFile {
    // A text in three quotation marks may hold what looks like a table: then the file is read as one after all
    let in_parts = if text.len() > LONG { parse_parts(text, parts(text)) } else { None };
    in_parts.or_else(|| parse_parts(text, iter::once(0..text.len()))).unwrap_or_default()
}

/// A long file in parts of whole tables.
fn parts(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    iter::from_fn(move || {
        let from = start;
        let enough = text.len().min(from + LONG);
        let next = text.as_bytes()[enough..].windows(2).position(|two| two == b"\n[");
        start = next.map_or(text.len(), |at| enough + at + 1);
        (from < text.len()).then_some(from..start)
    })
}

/// Reads a file in parts; `None` if one of several is no TOML by itself.
fn parse_parts(text: &str, parts: impl IntoIterator<Item = Range<usize>>) -> Option<ActorFile> {
    let (mut header, mut file) = (Header::default(), ActorFile::default());
    let ActorFile { actors, patches, faults } = &mut file;
    let mut seen = FxHashSet::default();
    for part in parts {
        let is_whole = part.len() == text.len();
        let read = &text[part.clone()];
        let at = |place: Range<usize>| part.start + place.start..part.start + place.end;
        let table = match DeTable::parse(read) {
            Ok(table) => table.into_inner(),
            Err(error) if is_whole => {
                return Some(ActorFile {
                    faults: vec![Fault::from_toml(text, &error)],
                    ..ActorFile::default()
                });
            }
            Err(_) => return None,
        };
        let mut entries = Vec::new();
        for (key, value) in table {
            let place = key.span();
            let key = key.into_inner().into_owned();
            if matches!(value.get_ref(), DeValue::Table(_)) {
                entries.push((key, place, value));
            } else if let Err(message) = header.set(&key, value.get_ref()) {
                faults.push(Fault::new(text, at(place), message));
            }
        }
        entries.sort_by_key(|(_, place, _)| place.start);
        for (id, place, value) in entries {
            if !is_whole && !seen.insert(id.clone()) {
                faults.push(Fault::new(
                    text,
                    at(place),
                    Message::new(
                        format!("[{id}]: यह खंड ऊपर भी है"),
                        format!("[{id}]: this table is there already"),
                    ),
                ));
                continue;
            }
            if value.get_ref().as_table().is_some_and(|table| table.contains_key("patch")) {
                match patch(&id, at(place.clone()), value) {
                    Ok(patch) => patches.push(patch),
                    Err((of, message)) => {
                        let place = of.map_or(at(place), at);
                        faults.push(Fault::new(text, place, message.behind(&format!("[{id}]: "))));
                    }
                }
                continue;
            }
            match Entry::deserialize(ValueDeserializer::from(value)) {
                Ok(entry) => match entry.check() {
                    Ok(()) => actors.push(entry.into_actor(id, &header)),
                    Err(message) => {
                        faults.push(Fault::new(text, at(place), message.behind(&format!("[{id}]: "))))
                    }
                },
                Err(error) => {
                    let place = error.span().unwrap_or(place);
                    faults.push(Fault::new(
                        text,
                        at(place),
                        toml_fault::message(error.message()).behind(&format!("[{id}]: ")),
                    ));
                }
            }
        }
    }
    Some(file)
}

/// A table with `patch`, with the place of what is wrong in it, if it has one.
fn patch(
    id: &str,
    place: Range<usize>,
    value: toml::Spanned<DeValue<'_>>,
) -> Result<Patch, (Option<Range<usize>>, Message)> {
    let read = PatchEntry::deserialize(ValueDeserializer::from(value));
    let entry = read.map_err(|error| (error.span(), toml_fault::message(error.message())))?;
    if !entry.patch {
        return Err((None, Message::new("`patch` में true लिखें, या उसे हटाएँ", "`patch` is true or not there")));
    }
    in_order(&entry.roles).map_err(|message| (None, message))?;
    let PatchEntry { roles, also, born, died, hi, en, .. } = entry;
    Ok(Patch { id: id.to_owned(), place, roles, also, born, died, hi, en })
}

/// # Errors
/// A role that ends before it begins.
fn in_order(roles: &[Role]) -> Result<(), Message> {
    for role in roles {
        if role.to.is_some_and(|to| to.latest() < role.from.earliest()) {
            return Err(Message::new(
                format!("“{}” का अंत शुरुआत से पहले है; `from` और `to` जाँच लें", role.title),
                format!("\"{}\" ends before it begins", role.title),
            ));
        }
        if role.expected_end.is_some_and(|end| end.latest() < role.from.earliest()) {
            return Err(Message::new(
                format!("“{}” का अनुमानित अंत शुरुआत से पहले है; `expected_end` जाँच लें", role.title),
                format!("\"{}\" is expected to end before it begins", role.title),
            ));
        }
    }
    Ok(())
}

impl Header {
    fn set(&mut self, key: &str, value: &DeValue<'_>) -> Result<(), Message> {
        let text = value.as_str().ok_or_else(|| {
            Message::new(
                format!("`{key}` का मान उद्धरण चिह्नों में लिखें"),
                format!("`{key}` takes a text in quotation marks"),
            )
        })?;
        match key {
            "source" => self.source = text.to_owned(),
            "licence" => {}
            "as_of" => self.as_of = Some(text.parse().map_err(|error: ValueError| error.message())?),
            _ => {
                return Err(Message::new(
                    format!("`{key}` यहाँ नहीं चलता; हर नाम का एक खंड हो: [some-id]"),
                    format!("`{key}` is not known here; an actor is a table: [some-id]"),
                ));
            }
        }
        Ok(())
    }
}

impl Entry {
    fn check(&self) -> Result<(), Message> {
        let forms = [&self.name].into_iter().chain(&self.short).chain(&self.also).chain(&self.avoid);
        for form in forms.clone() {
            if form.trim().is_empty() {
                return Err(Message::new("एक नाम ख़ाली है; उसे लिखें या हटा दें", "a name is empty"));
            }
            if form.chars().any(|c| is_joiner(c) || matches!(c, '\u{0958}'..='\u{095F}')) {
                return Err(Message::new(
                    format!("“{form}” में अदृश्य जोड़क या जुड़े नुक़्ते का अक्षर है; अक्षर और {NUKTA} अलग-अलग लिखें"),
                    format!(
                        "\"{form}\" has an invisible joiner or a letter with built-in nukta; type base letter and {NUKTA}"
                    ),
                ));
            }
        }
        if let Some(qid) = &self.qid
            && !qid.strip_prefix('Q').is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
        {
            return Err(Message::new(
                format!("“{qid}” Wikidata का क्रमांक नहीं है; Q1001 की तरह लिखें"),
                format!("\"{qid}\" is no item of Wikidata; write it as Q1001"),
            ));
        }
        for word in self.spellings.keys() {
            if !forms.clone().any(|form| form == word || form.split(' ').any(|part| part == word)) {
                return Err(Message::new(
                    format!("`spellings` में “{word}” है, जो किसी नाम का शब्द नहीं है"),
                    format!("`spellings` has \"{word}\", which is no word of the names"),
                ));
            }
        }
        in_order(&self.roles)?;
        if !self.roles.is_sorted_by_key(|role| role.from.latest()) {
            return Err(Message::new("पद समय के क्रम में लिखें, पुराना पहले", "roles stand in order of time"));
        }
        match (self.born, self.died) {
            (Some(born), Some(died)) if died.latest() < born.earliest() => {
                Err(Message::new("`died` की तारीख़ `born` से पहले है; दोनों जाँच लें", "died before born"))
            }
            _ => Ok(()),
        }
    }

    fn into_actor(mut self, id: String, header: &Header) -> Actor {
        let as_of = self.as_of.or(header.as_of);
        for role in self.roles.iter_mut().filter(|role| role.to.is_none()) {
            role.checked = role.checked.or(as_of);
        }
        let one_word = |text: &str| !text.contains([' ', '-']);
        let full_alone = match self.kind {
            Kind::Person if self.common => false,
            Kind::Person => !one_word(&self.name) || (self.short.is_none() && self.alone),
            _ => !one_word(&self.name) || self.short.is_some() || self.alone,
        };
        let mut names = vec![Name { text: self.name, form: Form::Full, alone: full_alone }];
        // A short form of several words speaks for itself: सुप्रीम कोर्ट, पोप लियो
        let short_alone = |text: &str| self.alone || !(self.common || one_word(text));
        names.extend(self.short.map(|text| Name { alone: short_alone(&text), text, form: Form::Short }));
        let other = |form| move |text: String| Name { alone: !one_word(&text) || self.alone, text, form };
        names.extend(self.also.into_iter().map(other(Form::Other)));
        names.extend(self.avoid.into_iter().map(other(Form::Avoid)));
        Actor {
            id,
            kind: self.kind,
            names,
            // A table that an editor has begun may still lack it
            latin: [self.latin].into_iter().chain(self.latin_also).filter(|name| !name.is_empty()).collect(),
            spellings: self.spellings.into_iter().map(|(of, others)| Spelling { of, others }).collect(),
            qid: self.qid,
            hi: self.hi,
            en: self.en,
            home: self.home,
            within: None,
            born: self.born,
            died: self.died,
            roles: self.roles,
            source: self.source.unwrap_or_else(|| header.source.clone()),
            as_of,
        }
    }
}

/// Where the tables of an actor file stand in it.
pub struct Places<'t> {
    tables: toml::Spanned<DeTable<'t>>,
}

impl<'t> Places<'t> {
    /// The places in an actor file; `None` if it is no TOML.
    pub fn of(text: &'t str) -> Option<Places<'t>> {
        DeTable::parse(text).ok().map(|tables| Places { tables })
    }

    /// The name of the table of `id`.
    pub fn table(&self, id: &str) -> Option<Range<usize>> {
        self.tables.get_ref().iter().find(|(key, _)| key.get_ref() == id).map(|(key, _)| key.span())
    }

    /// The role number `role`, from 0, in the table of `id`.
    pub fn role(&self, id: &str, role: usize) -> Option<Range<usize>> {
        let entry = self.tables.get_ref().get(id)?.get_ref();
        let roles = entry.as_table()?.get("roles")?.get_ref().as_array()?;
        roles.get(role).map(|role| role.span())
    }
}

/// Where the table of `id` stands in an actor file, for going to its definition.
pub fn place_of(text: &str, id: &str) -> Option<Range<usize>> {
    Places::of(text)?.table(id)
}

#[cfg(test)]
mod tests;
