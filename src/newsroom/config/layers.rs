//! A house style with the files that it extends, laid one over the other.
//!
//! The files are taken for one long text, so that every place in it is a place in one of them. What stands first holds: the
//! file itself before what it extends, and of several that it extends the first.

use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use super::merge::{lay_under, moved};
use super::{Config, KnownRules};
use crate::newsroom::{Fault, Message, packs};

/// Maximum number of files that a house style is made of.
const MAX_FILES: usize = 32;

/// What a file says of itself alone, and not of those that extend it.
const OF_A_FILE: [&str; 2] = ["pack", "examples"];

/// The key under which a file names those that it extends.
const EXTENDS: &str = "extends";

/// The text of one file of a house style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What the file is called in messages.
    pub path: PathBuf,
    /// What tells it from other files, however they are called.
    pub identity: PathBuf,
    /// What it says.
    pub text: String,
}

impl Source {
    /// A file that has one name only.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Source {
        let path = path.into();
        Source { identity: path.clone(), path, text: text.into() }
    }
}

/// What is wrong, and in which file.
pub type FileFault = (PathBuf, Fault);

/// The files of a house style, in the order in which they hold.
#[derive(Clone, Debug)]
pub struct Layers {
    sources: Vec<Source>,
    /// All their texts, one behind the other.
    whole: String,
}

impl Layers {
    /// A file with all that it extends; `find` gets a file and a name in it.
    ///
    /// # Errors
    /// A file that cannot be found, or that extends itself, with the place where it is named.
    pub fn load(
        own: Source,
        find: &mut dyn FnMut(&Source, &str) -> Result<Source, Message>,
    ) -> Result<Layers, Vec<FileFault>> {
        let mut layers = Layers { sources: Vec::new(), whole: String::new() };
        layers.add(own, &mut Vec::new(), find).map_err(|fault| vec![fault])?;
        Ok(layers)
    }

    fn add(
        &mut self,
        source: Source,
        above: &mut Vec<Source>,
        find: &mut dyn FnMut(&Source, &str) -> Result<Source, Message>,
    ) -> Result<(), FileFault> {
        self.whole.push_str(&source.text);
        self.sources.push(source.clone());
        above.push(source.clone());
        let fault = |place, message| (source.path.clone(), Fault::new(&source.text, place, message));
        for name in extended(&source.text) {
            let next = match packs::find(name.get_ref()) {
                Some(found) => found.map(|pack| Source::new(name.get_ref(), pack.text)),
                None => find(&source, name.get_ref()),
            };
            let next = next.map_err(|message| fault(name.span(), message))?;
            if let Some(at) = above.iter().position(|file| file.identity == next.identity) {
                return Err(fault(name.span(), in_a_circle(&above[at..])));
            }
            if self.sources.iter().any(|known| known.identity == next.identity) {
                continue;
            }
            if self.sources.len() == MAX_FILES {
                return Err(fault(name.span(), too_many()));
            }
            self.add(next, above, find)?;
        }
        above.pop();
        Ok(())
    }

    /// The house style that they are together.
    ///
    /// # Errors
    /// Everything that is wrong in them.
    pub fn config(&self, known: &impl KnownRules) -> Result<Config, Vec<FileFault>> {
        let mut config = self.read(&[])?;
        let faults = config.complete(&self.whole, known);
        if faults.is_empty() { Ok(config) } else { Err(self.locate_all(faults)) }
    }

    /// The house style with some of its overrides in force, by their numbers; `base` is it without them.
    pub fn config_with(&self, overrides: &[usize], base: &Config) -> Config {
        match self.read(overrides) {
            Ok(config) => Config { patterns: base.patterns.clone(), ..config },
            Err(_) => base.clone(),
        }
    }

    /// All files as one text.
    pub fn text(&self) -> &str {
        &self.whole
    }

    /// The paths of the files, that of the house style itself first.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.sources.iter().map(|source| source.path.as_path())
    }

    /// The file that a place in the text is in.
    pub fn source_at(&self, at: usize) -> &Source {
        &self.sources[self.number_at(at).0]
    }

    /// Faults in the text as faults in its files.
    pub fn locate_all(&self, faults: Vec<Fault>) -> Vec<FileFault> {
        faults.into_iter().map(|fault| self.locate(&fault.place, fault.message)).collect()
    }

    fn locate(&self, place: &Range<usize>, message: Message) -> FileFault {
        let (number, start) = self.number_at(place.start);
        let Source { path, text, .. } = &self.sources[number];
        let end = place.end.saturating_sub(start).min(text.len());
        (path.clone(), Fault::new(text, place.start - start..end, message))
    }

    /// The number of the file that a byte is in, and where that begins.
    fn number_at(&self, at: usize) -> (usize, usize) {
        let mut start = 0;
        for (number, source) in self.sources.iter().enumerate() {
            if at < start + source.text.len() || number + 1 == self.sources.len() {
                return (number, start);
            }
            start += source.text.len();
        }
        (0, 0)
    }

    fn read(&self, overrides: &[usize]) -> Result<Config, Vec<FileFault>> {
        let (mut merged, mut faults, mut start) = (DeTable::new(), Vec::new(), 0);
        for source in &self.sources {
            // Each of several by itself: what is written wrong in one is not to be hidden by another
            match table(&source.text, self.sources.len() > 1) {
                Ok(mut table) => {
                    if start > 0 {
                        // What it says of itself
                        OF_A_FILE.iter().for_each(|key| drop(table.remove(*key)));
                    }
                    lay_under(&mut merged, moved(table, start));
                }
                Err(fault) => faults.push((source.path.clone(), fault)),
            }
            start += source.text.len();
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        if !overrides.is_empty() {
            merged = with_overrides(merged, overrides);
        }
        deserialize(merged, 0..self.whole.len()).map_err(|error| {
            let fault = Fault::from_toml(&self.whole, &error);
            vec![self.locate(&fault.place, fault.message)]
        })
    }
}

impl Config {
    /// Reads a `vartani.toml` that stands by itself. `known` tells which rule codes exist.
    ///
    /// # Errors
    /// Every unknown key, bad value or unknown rule, and a file that it extends, with its line and column.
    pub fn parse(text: &str, known: impl Fn(&str) -> bool) -> Result<Config, Vec<Fault>> {
        let mut follow = |_: &Source, name: &str| Err(not_followed(name));
        let read = Layers::load(Source::new("", text), &mut follow).and_then(|layers| layers.config(&known));
        read.map_err(|faults| faults.into_iter().map(|(_, fault)| fault).collect())
    }
}

/// The tables of a file of a house style.
///
/// # Errors
/// What the file says is no TOML, or, where that is to be `checked`, nothing that a house style may say.
fn table(text: &str, checked: bool) -> Result<DeTable<'_>, Fault> {
    let fault = |error| Fault::from_toml(text, &error);
    let table = DeTable::parse(text).map_err(fault)?.into_inner();
    if let Some(place) = newer(&table) {
        return Err(Fault::new(text, place, too_new()));
    }
    if checked {
        deserialize(table.clone(), 0..text.len()).map_err(fault)?;
    }
    Ok(table)
}

/// Where a pack says that it is of a newer form than this program reads.
fn newer(table: &DeTable<'_>) -> Option<Range<usize>> {
    let version = table.get("pack")?.get_ref().as_table()?.get("version")?;
    let number: i64 = version.get_ref().as_integer()?.as_str().parse().ok()?;
    (number > packs::VERSION).then(|| version.span())
}

fn deserialize(table: DeTable<'_>, place: Range<usize>) -> Result<Config, toml::de::Error> {
    Config::deserialize(Deserializer::from(Spanned::new(place, table)))
}

/// A house style under some of its overrides.
fn with_overrides<'i>(mut style: DeTable<'i>, numbers: &[usize]) -> DeTable<'i> {
    // Compiled already
    style.remove("pattern");
    let mut top = DeTable::new();
    if let Some(DeValue::Array(all)) = style.remove("overrides").map(Spanned::into_inner) {
        for (_, item) in all.into_iter().enumerate().filter(|(number, _)| numbers.contains(number)) {
            if let DeValue::Table(mut table) = item.into_inner() {
                table.remove("path");
                lay_under(&mut top, table);
            }
        }
    }
    lay_under(&mut top, style);
    top
}

/// The names of the files that a file extends, with their places. What is no TOML extends nothing.
fn extended(text: &str) -> Vec<Spanned<String>> {
    if !text.contains(EXTENDS) {
        return Vec::new();
    }
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let named =
        |value: &Spanned<DeValue<'_>>| Some(Spanned::new(value.span(), value.get_ref().as_str()?.to_owned()));
    let Some(value) = table.get_ref().get(EXTENDS) else { return Vec::new() };
    match value.get_ref().as_array() {
        Some(list) => list.iter().filter_map(named).collect(),
        None => named(value).into_iter().collect(),
    }
}

fn in_a_circle(files: &[Source]) -> Message {
    let chain: Vec<String> = files.iter().map(|file| file.path.display().to_string()).collect();
    let chain = chain.join(" → ");
    Message::new(
        format!("`extends`: घूमकर वही फ़ाइल आ जाती है ({chain} → …); एक जगह से `extends` हटा दें"),
        format!("`extends`: this leads back to the same file ({chain} → …); remove `extends` in one of them"),
    )
}

fn too_new() -> Message {
    Message::new(
        "`version`: यह शैली नई vartani के लिए है; vartani को नया करें",
        "`version`: this pack is for a newer vartani; update vartani",
    )
}

fn too_many() -> Message {
    Message::new(
        format!("`extends`: {MAX_FILES} से ज़्यादा फ़ाइलें जुड़ रही हैं; कुछ को मिला दें"),
        format!("`extends`: more than {MAX_FILES} files; put some of them together"),
    )
}

fn not_followed(name: &str) -> Message {
    Message::new(
        format!("`extends`: यहाँ “{name}” नहीं पढ़ी जा सकती; उसकी पंक्तियाँ इसी में लिखें"),
        format!("`extends`: \"{name}\" cannot be read here; write its lines into this one"),
    )
}

#[cfg(test)]
mod tests;
