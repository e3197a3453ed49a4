//! Front matter: what a document says of itself above its text, in YAML, TOML or JSON.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};
use saphyr_parser::{Event as Yaml, Parser as YamlParser, ScalarStyle};

use super::page::Page;
use super::values::{Quoting, write};
use crate::text::{Field, Span, StatedDay};

/// Front matter of a document.
#[derive(Debug)]
pub(super) struct FrontMatter {
    /// The text between the fences; of JSON the object with its braces.
    pub inner: Range<usize>,
    /// Where the rest of the document begins.
    pub end: usize,
    syntax: Syntax,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Syntax {
    /// YAML, of which JSON is a part.
    Yaml,
    Toml,
}

/// A value with its key.
#[derive(Debug)]
struct Entry {
    key: String,
    value: String,
    /// Where it stands, with its quotation marks.
    source: Range<usize>,
    quoting: Quoting,
    /// Whether it stands in a table or list within the front matter.
    is_nested: bool,
}

/// The front matter at the very beginning of a text.
pub(super) fn find(text: &str) -> Option<FrontMatter> {
    if text.starts_with('{') {
        return json(text);
    }
    // Further down `pulldown-cmark` would take two rules with a paragraph between them for front matter
    let syntax = match text.get(..3)? {
        "---" => Syntax::Yaml,
        "+++" => Syntax::Toml,
        _ => return None,
    };
    let options =
        Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut events = Parser::new_ext(text, options).into_offset_iter();
    let (Event::Start(Tag::MetadataBlock(_)), whole) = events.next()? else {
        return None;
    };
    let (_, first) = events.next()?;
    let last = events.take_while(|(event, _)| matches!(event, Event::Text(_))).last();
    let end = last.map_or(first.end, |(_, last)| last.end);
    Some(FrontMatter { inner: first.start..end, end: whole.end, syntax })
}

/// An object of JSON that ends its line.
fn json(text: &str) -> Option<FrontMatter> {
    let (mut depth, mut in_string, mut is_escaped) = (0_usize, false, false);
    let end = text.bytes().position(|byte| {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })?;
    let end = end + 1;
    let ends_line = text[end..].trim_start_matches([' ', '\t', '\r']);
    let is_alone = ends_line.is_empty() || ends_line.starts_with('\n');
    let front = FrontMatter { inner: 0..end, end, syntax: Syntax::Yaml };
    (is_alone && !yaml(&text[..end])?.is_empty()).then_some(front)
}

/// Writes the fields of front matter, which stands in a document `offset` bytes from its beginning, to a page. Of
/// what does not parse nothing is read.
pub(super) fn read(document: &str, offset: usize, front: &FrontMatter, page: &mut Page) {
    let start = offset + front.inner.start;
    let text = &document[start..offset + front.inner.end];
    let entries = match front.syntax {
        Syntax::Yaml => yaml(text),
        Syntax::Toml => toml(text),
    };
    for entry in entries.unwrap_or_default() {
        let (raw, at) = unquoted(text, &entry);
        if !entry.is_nested {
            let span = Span::new(start + at, start + at + raw.len());
            StatedDay::of(&entry.key, &entry.value, span).into_iter().for_each(|day| page.state(day));
            page.state_desk(&entry.key, &entry.value);
        }
        let Some(field) = Field::of_key(&entry.key, entry.is_nested) else { continue };
        write(raw, start + at, entry.quoting, &entry.value, field, page);
    }
}

/// What stands between the quotation marks of a value, or behind the sign of a block of lines, and where.
fn unquoted<'a>(text: &'a str, entry: &Entry) -> (&'a str, usize) {
    let raw = &text[entry.source.clone()];
    let cut = |marks: usize| {
        let inner = raw.get(marks..raw.len() - marks).unwrap_or_default();
        (inner, entry.source.start + marks)
    };
    match raw.as_bytes() {
        [b'"', b'"', b'"', ..] | [b'\'', b'\'', b'\'', ..] if raw.len() >= 6 => cut(3),
        [b'"', ..] | [b'\'', ..] if raw.len() >= 2 => cut(1),
        [b'|' | b'>', ..] => {
            let header = raw.find('\n').map_or(raw.len(), |at| at + 1);
            (&raw[header..], entry.source.start + header)
        }
        _ => (raw, entry.source.start),
    }
}

/// The values of a mapping in YAML; `None` if it is none.
fn yaml(text: &str) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    // For each open collection the key that waits for its value; `None` in a list
    let mut open: Vec<Option<Option<String>>> = Vec::new();
    let mut offsets = Offsets { text, characters: 0, bytes: 0 };
    for event in YamlParser::new_from_str(text) {
        let (event, span) = event.ok()?;
        let is_nested = open.len() > 1;
        match event {
            Yaml::MappingStart(..) | Yaml::SequenceStart(..) => {
                open.push(matches!(event, Yaml::MappingStart(..)).then_some(None));
            }
            Yaml::MappingEnd | Yaml::SequenceEnd => {
                open.pop();
                settle(&mut open);
            }
            Yaml::Scalar(value, style, ..) => match open.last_mut() {
                Some(Some(waiting @ None)) => *waiting = Some(value.into_owned()),
                Some(Some(waiting)) => {
                    let quoting = match style {
                        ScalarStyle::SingleQuoted => Quoting::Single,
                        ScalarStyle::DoubleQuoted => Quoting::Double,
                        _ => Quoting::Verbatim,
                    };
                    let source = offsets.at(span.start.index())..offsets.at(span.end.index());
                    let key = waiting.take().unwrap_or_default();
                    entries.push(Entry { key, value: value.into_owned(), source, quoting, is_nested });
                }
                _ => {}
            },
            Yaml::Alias(_) => settle(&mut open),
            Yaml::DocumentEnd => break,
            _ => {}
        }
    }
    Some(entries)
}

/// A value that is no text has come: the next is a key.
fn settle(open: &mut [Option<Option<String>>]) {
    if let Some(Some(waiting)) = open.last_mut() {
        *waiting = match waiting {
            Some(_) => None,
            // A collection as a key: it has no name
            None => Some(String::new()),
        };
    }
}

/// From characters, as the parser of YAML counts, to bytes.
struct Offsets<'a> {
    text: &'a str,
    characters: usize,
    bytes: usize,
}

impl Offsets<'_> {
    /// The offset of a character; they are asked for in order.
    fn at(&mut self, character: usize) -> usize {
        let Some(ahead) = character.checked_sub(self.characters) else { return self.bytes };
        let rest = &self.text[self.bytes..];
        self.bytes += rest.char_indices().nth(ahead).map_or(rest.len(), |(at, _)| at);
        self.characters = character;
        self.bytes
    }
}

/// The values of a document in TOML; `None` if it is none.
fn toml(text: &str) -> Option<Vec<Entry>> {
    let document = toml_edit::Document::parse(text).ok()?;
    let mut entries = Vec::new();
    gather(document.as_table(), false, &mut entries);
    entries.sort_by_key(|entry| entry.source.start);
    let quoting = |entry: &Entry| match text.as_bytes().get(entry.source.start) {
        Some(b'"') => Quoting::Double,
        _ => Quoting::Verbatim,
    };
    for entry in &mut entries {
        entry.quoting = quoting(entry);
    }
    Some(entries)
}

fn gather(table: &dyn toml_edit::TableLike, is_nested: bool, entries: &mut Vec<Entry>) {
    for (key, item) in table.iter() {
        let day = || item.as_datetime().map(toml_edit::Datetime::to_string);
        let value = item.as_str().map(str::to_owned).or_else(day);
        if let (Some(value), Some(source)) = (value, item.span()) {
            let key = key.to_owned();
            entries.push(Entry { key, value, source, quoting: Quoting::Verbatim, is_nested });
        } else if let Some(inner) = item.as_table_like().filter(|_| !is_nested) {
            gather(inner, true, entries);
        }
    }
}
