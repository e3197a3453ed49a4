//! Feeds: RSS and Atom.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::found::Export;
use super::item::{Item, Part, Role};
use crate::files::office::character;
use crate::text::boundary::floor_char_boundary;
use crate::text::is_name_of_day;

/// A feed says so in this many bytes.
const HEAD: usize = 4096;

/// Whether an XML text is a feed.
pub(super) fn is_one(text: &str) -> bool {
    let head = &text[..floor_char_boundary(text, HEAD)];
    ["<rss", "<feed", "<rdf:RDF"].iter().any(|root| head.contains(root))
}

/// A field of an item that is being read.
struct Open {
    role: Option<Role>,
    /// The local name, for what may be a day.
    name: String,
    parts: Vec<Part>,
    /// How many elements are open in it: those of XHTML are part of what it says.
    depth: usize,
    /// Where what it says begins.
    start: usize,
}

/// An item that is being read.
#[derive(Default)]
struct Fields {
    item: Item,
    fields: Vec<(Role, Vec<Part>)>,
    has_body: bool,
}

/// Reads the items of a feed. Where the XML is broken the rest is told to be unread.
pub(super) fn read(text: &str) -> Export {
    let mut export = Export::default();
    let mut reader = Reader::from_str(text);
    let (mut item, mut open): (Option<Fields>, Option<Open>) = (None, None);
    loop {
        let start = position(&reader);
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(_) => {
                broken(&mut export, text, start);
                break;
            }
        };
        let place = start..position(&reader);
        match event {
            Event::Eof => {
                if item.is_some() {
                    broken(&mut export, text, text.len());
                }
                break;
            }
            Event::Start(tag) => match (&mut open, tag.name().as_ref()) {
                (Some(open), _) => open.depth += 1,
                (None, "item" | "entry") => item = Some(Fields::default()),
                (None, name) if item.is_some() => open = opened(name, place.end),
                _ => {}
            },
            Event::End(tag) => match &mut open {
                Some(inner) if inner.depth > 0 => inner.depth -= 1,
                Some(_) => {
                    if let (Some(item), Some(open)) = (&mut item, open.take()) {
                        item.close(open, text, place.start);
                    }
                }
                None if matches!(tag.name().as_ref(), "item" | "entry") => {
                    export.items.extend(item.take().and_then(Fields::finish));
                }
                None => {}
            },
            Event::Text(said) => push(&mut open, &said, place, true),
            Event::CData(said) => {
                let inner = place.start + "<![CDATA[".len()..place.end - "]]>".len();
                push(&mut open, &said, inner, true);
            }
            Event::GeneralRef(name) => push(&mut open, &character(&name), place, false),
            _ => {}
        }
    }
    if export.items.is_empty() && export.faults.is_empty() {
        export.fault(None, "इसमें कोई ख़बर नहीं मिली".to_owned(), "there is no item in it".to_owned());
    }
    export
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn broken(export: &mut Export, text: &str, at: usize) {
    let line = 1 + memchr::memchr_iter(b'\n', &text.as_bytes()[..at.min(text.len())]).count();
    export.fault(
        Some(line),
        "XML यहाँ टूटा है; आगे का नहीं पढ़ा गया".to_owned(),
        "the XML is broken here; the rest was not read".to_owned(),
    );
}

/// What an element of an item says, if it is read.
fn opened(name: &str, start: usize) -> Option<Open> {
    let role = match name {
        "title" => Some(Role::Headline),
        "description" | "summary" => Some(Role::Description),
        "content:encoded" | "content" => Some(Role::Body),
        _ => None,
    };
    let local = name.rsplit(':').next().unwrap_or(name);
    let is_read = role.is_some() || is_name_of_day(local);
    is_read.then(|| Open { role, name: local.to_owned(), parts: Vec::new(), depth: 0, start })
}

fn push(open: &mut Option<Open>, text: &str, source: Range<usize>, is_verbatim: bool) {
    let Some(open) = open.as_mut().filter(|open| open.depth == 0) else { return };
    open.parts.push(Part { text: text.to_owned(), source, is_verbatim });
}

impl Fields {
    /// Takes over a field that ends at byte `end` of the feed.
    fn close(&mut self, open: Open, text: &str, end: usize) {
        let Open { role, name, mut parts, start, .. } = open;
        let said: String = parts.iter().map(|part| part.text.as_str()).collect();
        let Some(role) = role else { return self.item.state(&name, said.trim()) };
        // XHTML is markup of the feed itself
        let inner = &text[start..end];
        if said.trim().is_empty() && inner.contains("</") {
            parts = vec![Part { text: inner.to_owned(), source: start..end, is_verbatim: true }];
        }
        self.has_body |= role == Role::Body;
        self.fields.push((role, parts));
    }

    /// The item, if it says anything. A description is the text where there is no other.
    fn finish(mut self) -> Option<Item> {
        self.fields.sort_by_key(|(role, parts)| {
            (*role == Role::Body, parts.first().map_or(0, |part| part.source.start))
        });
        for (role, parts) in &self.fields {
            let role = if *role == Role::Description && !self.has_body { Role::Body } else { *role };
            self.item.field(role, parts);
        }
        (!self.fields.is_empty()).then_some(self.item)
    }
}
