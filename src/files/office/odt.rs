//! LibreOffice: the text of `content.xml`.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::docx::{attribute, character};
use super::package::Package;
use super::paragraphs::Paragraphs;
use crate::files::Problem;

/// Maximum number of spaces that one `text:s` stands for.
const MAX_SPACES: usize = 100;

/// The text of a document, a line a paragraph, notes last.
pub(super) fn text_of(bytes: &[u8]) -> Result<String, Problem> {
    let mut package = Package::open(bytes)?;
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Problem::Encrypted);
    }
    let xml = package.part("content.xml")?.ok_or(Problem::NoDocument)?;
    let mut reader = Reader::from_str(&xml);
    let mut paragraphs: Paragraphs<()> = Paragraphs::new();
    let (mut skipped, mut notes) = (0_usize, 0_usize);
    loop {
        match reader.read_event().map_err(|_| Problem::Damaged)? {
            Event::Eof if skipped > 0 => return Err(Problem::Damaged),
            Event::Eof => return Ok(paragraphs.into_text()),
            Event::Start(_) if skipped > 0 => skipped += 1,
            Event::End(_) if skipped > 0 => skipped -= 1,
            _ if skipped > 0 => {}
            Event::Start(tag) => match tag.name().as_ref() {
                "text:p" | "text:h" => paragraphs.begin(),
                "text:note-body" => notes += 1,
                name if is_no_text(name) => skipped = 1,
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "text:p" | "text:h" => {
                    paragraphs.begin();
                    paragraphs.end();
                }
                "text:s" => paragraphs.push(&" ".repeat(spaces(&tag)), ()),
                "text:tab" => paragraphs.push("\t", ()),
                "text:line-break" if !paragraphs.ends_blank() => paragraphs.push(" ", ()),
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "text:p" | "text:h" if notes > 0 => paragraphs.end_as_note(),
                "text:p" | "text:h" => paragraphs.end(),
                "text:note-body" => notes = notes.saturating_sub(1),
                _ => {}
            },
            Event::Text(text) => collapsed(&text, &mut paragraphs),
            Event::CData(text) => collapsed(&text, &mut paragraphs),
            Event::GeneralRef(name) => paragraphs.push(&character(&name), ()),
            _ => {}
        }
    }
}

/// What is deleted under change tracking, said of the text by others, or made of it by the program.
fn is_no_text(name: &str) -> bool {
    matches!(
        name,
        "text:tracked-changes"
            | "office:annotation"
            | "text:note-citation"
            | "text:table-of-content"
            | "text:alphabetical-index"
            | "svg:title"
            | "svg:desc"
            | "office:forms"
    )
}

fn spaces(tag: &BytesStart<'_>) -> usize {
    attribute(tag, "text:c").and_then(|count| count.parse().ok()).unwrap_or(1).min(MAX_SPACES)
}

/// Appends text in which a run of white space is one space.
fn collapsed(text: &str, paragraphs: &mut Paragraphs<()>) {
    for (number, word) in text.split([' ', '\t', '\n', '\r']).enumerate() {
        if number > 0 && !paragraphs.ends_blank() {
            paragraphs.push(" ", ());
        }
        if !word.is_empty() {
            paragraphs.push(word, ());
        }
    }
}
