//! Word: the text of `word/document.xml` and of the notes, and where in the XML it stands.

use std::collections::HashMap;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::Package;
use super::paragraphs::{Paragraphs, Piece};
use crate::files::Problem;

/// A Word document that was read.
pub(super) struct Docx {
    /// The name of the part with the text.
    pub main: String,
    /// Its XML.
    pub xml: String,
    /// The text, a line a paragraph.
    pub text: String,
    /// Where it is from, in order.
    pub pieces: Vec<Piece<Origin>>,
    /// The runs of the text.
    pub runs: Vec<Run>,
    /// The runs that refer to a note, by the note.
    pub references: HashMap<Note, usize>,
}

/// Where a piece of text is from.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// The text itself.
    Main {
        /// The bytes of the XML.
        xml: Range<usize>,
        /// Whether these bytes are the text.
        is_verbatim: bool,
        /// The start tag of the `w:t` that it stands in; a tab stands in none.
        tag: Option<Range<usize>>,
        /// The number of its run.
        run: usize,
    },
    /// A note.
    Note(Note),
}

/// Which footnote or endnote.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Note {
    is_endnote: bool,
    id: String,
}

/// A run: text with one set of properties.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    /// The bytes of the whole element.
    pub xml: Range<usize>,
    /// The bytes of its properties, `w:rPr`; empty if it has none.
    pub properties: Range<usize>,
    /// The bytes of the tracked insertion that it stands in, in which nothing else may stand.
    pub tracked: Option<Range<usize>>,
}

impl Docx {
    /// # Errors
    /// The archive is damaged, encrypted or too big, or it is no document.
    pub fn read(bytes: &[u8]) -> Result<Docx, Problem> {
        let mut package = Package::open(bytes)?;
        let main = main_part(&mut package)?;
        let xml = package.part(&main)?.ok_or(Problem::NoDocument)?;
        // A table of Excel or slides are kept in the same way
        if !xml.contains("<w:document") {
            return Err(Problem::NoDocument);
        }
        let mut story = Story::new(None);
        story.read(&xml)?;
        let Story { mut paragraphs, mut runs, references, insertions, .. } = story;
        for run in &mut runs {
            let within =
                |insertion: &&Range<usize>| insertion.start <= run.xml.start && run.xml.end <= insertion.end;
            run.tracked = insertions.iter().find(within).cloned();
        }
        let folder = main.rfind('/').map_or("", |at| &main[..=at]);
        for (name, is_endnote) in [("footnotes.xml", false), ("endnotes.xml", true)] {
            let Some(notes) = package.part(&format!("{folder}{name}"))? else { continue };
            let mut story = Story::new(Some(is_endnote));
            std::mem::swap(&mut story.paragraphs, &mut paragraphs);
            story.read(&notes)?;
            paragraphs = story.paragraphs;
        }
        let Paragraphs { text, pieces, .. } = paragraphs;
        Ok(Docx { main, xml, text, pieces, runs, references })
    }
}

/// The name of the part that the package says is the document.
fn main_part(package: &mut Package<'_>) -> Result<String, Problem> {
    let relations = package.part("_rels/.rels")?.unwrap_or_default();
    let mut reader = Reader::from_str(&relations);
    loop {
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "Relationship" => {
                let is_main = attribute(&tag, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
                if let Some(target) = attribute(&tag, "Target").filter(|_| is_main) {
                    return Ok(target.trim_start_matches('/').to_owned());
                }
            }
            Event::Eof => return Ok("word/document.xml".to_owned()),
            _ => {}
        }
    }
}

/// The value of an attribute as it is written.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

/// The reading of one part.
struct Story {
    paragraphs: Paragraphs<Origin>,
    runs: Vec<Run>,
    references: HashMap<Note, usize>,
    /// The tracked insertions, outermost only.
    insertions: Vec<Range<usize>>,
    /// Whether the part holds endnotes or footnotes; `None` for the text itself.
    notes: Option<bool>,
    note: Option<Note>,
    /// The open runs, and `None` for each open paragraph: one may stand in a text box of a run of another.
    open: Vec<Option<usize>>,
    /// How many `w:rPr` are open, and where the outermost begins.
    properties: (usize, usize),
    tag: Option<Range<usize>>,
    /// How many elements are open since the one that is passed over.
    skipped: usize,
    /// How many insertions are open.
    inserted: usize,
}

impl Story {
    fn new(notes: Option<bool>) -> Story {
        Story {
            paragraphs: Paragraphs::new(),
            runs: Vec::new(),
            references: HashMap::new(),
            insertions: Vec::new(),
            notes,
            note: None,
            open: Vec::new(),
            properties: (0, 0),
            tag: None,
            skipped: 0,
            inserted: 0,
        }
    }

    fn read(&mut self, xml: &str) -> Result<(), Problem> {
        let mut reader = Reader::from_str(xml);
        loop {
            let start = position(&reader);
            let event = reader.read_event().map_err(|_| Problem::Damaged)?;
            let place = start..position(&reader);
            match event {
                Event::Eof if self.skipped > 0 || !self.open.is_empty() => return Err(Problem::Damaged),
                Event::Eof => return Ok(()),
                Event::Start(_) if self.skipped > 0 => self.skipped += 1,
                Event::End(_) if self.skipped > 0 => self.skipped -= 1,
                _ if self.skipped > 0 => {}
                Event::Start(tag) => self.start(&tag, place),
                Event::Empty(tag) => self.empty(&tag, place),
                Event::End(tag) => self.end(tag.name().as_ref(), place.end),
                Event::Text(text) => self.text(&text, place, true),
                Event::CData(text) => {
                    let inner = place.start + "<![CDATA[".len()..place.end - "]]>".len();
                    self.text(&text, inner, true);
                }
                Event::GeneralRef(name) => self.text(&character(&name), place, false),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, place: Range<usize>) {
        match tag.name().as_ref() {
            // Deleted or moved away; the same again for programs that know less
            "w:del" | "w:moveFrom" | "mc:Fallback" => self.skipped = 1,
            "w:footnote" | "w:endnote" if self.notes.is_some() => {
                match attribute(tag, "w:type").as_deref() {
                    None | Some("normal") => self.note = self.note_of(tag),
                    // The line above the notes
                    Some(_) => self.skipped = 1,
                }
            }
            "w:p" => {
                self.paragraphs.begin();
                self.open.push(None);
            }
            "w:r" => {
                self.open.push(Some(self.runs.len()));
                self.runs.push(Run { xml: place, ..Run::default() });
            }
            "w:rPr" if self.run().is_some() => {
                if self.properties.0 == 0 {
                    self.properties.1 = place.start;
                }
                self.properties.0 += 1;
            }
            "w:t" => self.tag = Some(place),
            "w:ins" | "w:moveTo" => {
                if self.inserted == 0 {
                    self.insertions.push(place);
                }
                self.inserted += 1;
            }
            _ => {}
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>, place: Range<usize>) {
        let in_text = self.run().is_some() && self.properties.0 == 0;
        match tag.name().as_ref() {
            "w:p" => {
                self.paragraphs.begin();
                self.paragraphs.end();
            }
            // Behind the number of a note there is one
            "w:tab" if in_text && !(self.note.is_some() && self.paragraphs.ends_blank()) => {
                self.push("\t", place, false);
            }
            "w:br" | "w:cr" if in_text && !self.paragraphs.ends_blank() => self.push(" ", place, false),
            "w:noBreakHyphen" if in_text => self.push("\u{2011}", place, false),
            "w:footnoteReference" | "w:endnoteReference" if in_text => {
                if let (Some(id), Some(run)) = (attribute(tag, "w:id"), self.run()) {
                    let is_endnote = tag.name().as_ref() == "w:endnoteReference";
                    self.references.insert(Note { is_endnote, id }, run);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, at: usize) {
        match name {
            "w:p" => {
                self.paragraphs.end();
                self.open.pop();
            }
            "w:r" => {
                if let Some(run) = self.run() {
                    self.runs[run].xml.end = at;
                }
                self.open.pop();
            }
            "w:rPr" if self.properties.0 > 0 => {
                self.properties.0 -= 1;
                if let (0, Some(run)) = (self.properties.0, self.run()) {
                    self.runs[run].properties = self.properties.1..at;
                }
            }
            "w:t" => self.tag = None,
            "w:ins" | "w:moveTo" if self.inserted > 0 => {
                self.inserted -= 1;
                if let (0, Some(insertion)) = (self.inserted, self.insertions.last_mut()) {
                    insertion.end = at;
                }
            }
            "w:footnote" | "w:endnote" => self.note = None,
            _ => {}
        }
    }

    /// The innermost run, if no paragraph within it is open.
    fn run(&self) -> Option<usize> {
        self.open.last().copied().flatten()
    }

    fn text(&mut self, text: &str, place: Range<usize>, is_verbatim: bool) {
        if self.tag.is_some() && !text.is_empty() {
            self.push(text, place, is_verbatim);
        }
    }

    fn push(&mut self, text: &str, xml: Range<usize>, is_verbatim: bool) {
        let Some(run) = self.run() else { return };
        let origin = match &self.note {
            Some(note) => Origin::Note(note.clone()),
            None => Origin::Main { xml, is_verbatim, tag: self.tag.clone(), run },
        };
        self.paragraphs.push(text, origin);
    }

    fn note_of(&self, tag: &BytesStart<'_>) -> Option<Note> {
        Some(Note { is_endnote: self.notes?, id: attribute(tag, "w:id")? })
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// The character of a reference: `amp`, `#x915`; nothing for one that XML does not have.
pub(in crate::files) fn character(reference: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    quick_xml::escape::resolve_xml_entity(reference).unwrap_or_default().to_owned()
}
