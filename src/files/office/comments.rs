//! A copy of a Word document with comments: everything else in it stays as it is, byte for byte.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::escape;
use quick_xml::events::Event;

use super::docx::{Docx, Origin, attribute};
use super::package::Package;
use crate::files::Problem;
use crate::text::Span;

/// What somebody wants to say of a stretch of the text of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The bytes of the text that `text_of` gives.
    pub span: Span,
    /// What is said, a paragraph each.
    pub lines: Vec<String>,
}

/// Who the comments are by.
const AUTHOR: &str = "vartani";

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPE_OF_PART: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const TYPE_OF_RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";

/// What is put into the XML at one place.
#[derive(Default)]
struct Insertion {
    /// The marks where comments end, then those where they begin.
    ends: String,
    starts: String,
    /// What closes the elements around the place, and what opens them again.
    around: (String, String),
}

/// Adds comments to a document.
pub(super) fn add(bytes: &[u8], comments: &[Comment]) -> Result<Vec<u8>, Problem> {
    let docx = Docx::read(bytes)?;
    let mut package = Package::open(bytes)?;
    let folder = docx.main.rfind('/').map_or("", |at| &docx.main[..=at]);
    let file = docx.main[folder.len()..].to_owned();
    let (part, relations) = (format!("{folder}comments.xml"), format!("{folder}_rels/{file}.rels"));
    let known = package.part(&part)?;
    let first = known.as_deref().map_or(Ok(0), next_id)?;

    let mut placed = Placed { docx: &docx, insertions: BTreeMap::new(), preserved: BTreeMap::new() };
    let mut said = String::new();
    for (id, comment) in (first..).zip(comments) {
        if placed.place(id, comment) {
            said.push_str(&element(id, comment));
        }
    }
    let mut parts = vec![(docx.main.clone(), placed.xml())];
    parts.push(match known {
        Some(known) => (part, before_end(&known, "</w:comments>", &said)?),
        None => (part, format!("{DECLARATION}<w:comments xmlns:w=\"{NAMESPACE}\">{said}</w:comments>")),
    });
    let types = package.part(TYPES)?.ok_or(Problem::NoDocument)?;
    if !types.contains(TYPE_OF_PART) {
        let of_part =
            format!("<Override PartName=\"/{folder}comments.xml\" ContentType=\"{TYPE_OF_PART}\"/>");
        parts.push((TYPES.to_owned(), before_end(&types, "</Types>", &of_part)?));
    }
    let known = package.part(&relations)?;
    if !known.as_ref().is_some_and(|known| known.contains(TYPE_OF_RELATION)) {
        let relation = format!(
            "<Relationship Id=\"vartaniComments\" Type=\"{TYPE_OF_RELATION}\" Target=\"comments.xml\"/>"
        );
        let known = known.unwrap_or_else(|| format!("{DECLARATION}{NO_RELATIONS}"));
        parts.push((relations, before_end(&known, "</Relationships>", &relation)?));
    }
    package.with(&parts)
}

const TYPES: &str = "[Content_Types].xml";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const NO_RELATIONS: &str =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

/// An XML text with something put before the end tag of its root.
fn before_end(xml: &str, end: &str, text: &str) -> Result<String, Problem> {
    let at = xml.rfind(end).ok_or(Problem::Damaged)?;
    Ok(format!("{}{text}{}", &xml[..at], &xml[at..]))
}

/// The first number that no comment has.
fn next_id(xml: &str) -> Result<u32, Problem> {
    let (mut reader, mut next) = (Reader::from_str(xml), 0);
    loop {
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "w:comment" => {
                let id: Option<u32> = attribute(&tag, "w:id").and_then(|id| id.parse().ok());
                next = next.max(id.map_or(0, |id| id.saturating_add(1)));
            }
            Event::Eof => return Ok(next),
            _ => {}
        }
    }
}

/// A comment as an element of `comments.xml`.
fn element(id: u32, comment: &Comment) -> String {
    let paragraph = |line: &String| {
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escape(line.as_str()))
    };
    let lines: String = comment.lines.iter().map(paragraph).collect();
    format!("<w:comment w:id=\"{id}\" w:author=\"{AUTHOR}\" w:initials=\"v\">{lines}</w:comment>")
}

/// The marks of comments in the XML of a document.
struct Placed<'a> {
    docx: &'a Docx,
    insertions: BTreeMap<usize, Insertion>,
    /// Start tags of `w:t` whose text is cut in two: its blanks have to be kept.
    preserved: BTreeMap<usize, Range<usize>>,
}

impl Placed<'_> {
    /// Puts the marks of a comment around its text; whether there is such text.
    fn place(&mut self, id: u32, comment: &Comment) -> bool {
        let (start, end) = (comment.span.start as usize, comment.span.end as usize);
        let pieces = &self.docx.pieces;
        let first = pieces.partition_point(|piece| piece.text.end <= start);
        let Some(first) = pieces.get(first) else { return false };
        let last = pieces.partition_point(|piece| piece.text.start < end.max(start + 1));
        let Some(last) = last.checked_sub(1).map(|at| &pieces[at]) else { return false };
        let open = format!("<w:commentRangeStart w:id=\"{id}\"/>");
        let close =
            format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>");
        let from = self.place_of(&first.origin, start.saturating_sub(first.text.start), false);
        let offset = end.clamp(last.text.start, last.text.end) - last.text.start;
        let to = self.place_of(&last.origin, offset, true);
        let (Some((from, around)), Some((to, around_end))) = (from, to) else { return false };
        let insertion = self.insertions.entry(from).or_default();
        insertion.starts.push_str(&open);
        insertion.around = around;
        let insertion = self.insertions.entry(to).or_default();
        insertion.ends.push_str(&close);
        insertion.around = around_end;
        true
    }

    /// Where in the XML a place `offset` bytes into a piece is, and what closes and opens the elements around it.
    fn place_of(
        &mut self,
        origin: &Origin,
        offset: usize,
        is_end: bool,
    ) -> Option<(usize, (String, String))> {
        let edge = |range: &Range<usize>| if is_end { range.end } else { range.start };
        let (xml, is_verbatim, tag, run) = match origin {
            Origin::Main { xml, is_verbatim, tag, run } => (xml, *is_verbatim, tag, *run),
            // What is said of a note stands at its number
            Origin::Note(note) => {
                let run = &self.docx.runs[*self.docx.references.get(note)?];
                return Some((edge(run.tracked.as_ref().unwrap_or(&run.xml)), Default::default()));
            }
        };
        let run = &self.docx.runs[run];
        if let Some(tracked) = &run.tracked {
            return Some((edge(tracked), Default::default()));
        }
        let at = if is_verbatim { xml.start + offset } else { edge(xml) };
        let properties = &self.docx.xml[run.properties.clone()];
        let Some(tag) = tag else {
            return Some((at, ("</w:r>".to_owned(), format!("<w:r>{properties}"))));
        };
        self.preserved.insert(tag.start, tag.clone());
        let open = format!("<w:r>{properties}<w:t xml:space=\"preserve\">");
        Some((at, ("</w:t></w:r>".to_owned(), open)))
    }

    /// The XML with the marks in it.
    fn xml(&self) -> String {
        let xml = &self.docx.xml;
        let mut edits: Vec<(Range<usize>, String)> = Vec::new();
        for (&at, Insertion { ends, starts, around }) in &self.insertions {
            edits.push((at..at, format!("{}{ends}{starts}{}", around.0, around.1)));
        }
        let kept = |tag: &&Range<usize>| !xml[(*tag).clone()].contains("xml:space");
        for tag in self.preserved.values().filter(kept) {
            edits.push((tag.clone(), "<w:t xml:space=\"preserve\">".to_owned()));
        }
        edits.sort_by_key(|(place, _)| (place.start, place.end));
        let (mut out, mut from) = (String::with_capacity(xml.len() + 256), 0);
        for (place, text) in edits {
            out.push_str(&xml[from..place.start]);
            out.push_str(&text);
            from = place.end;
        }
        out.push_str(&xml[from..]);
        out
    }
}
