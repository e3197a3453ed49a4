//! Documents of Word (`.docx`) and LibreOffice (`.odt`) as text: a line is a paragraph, so that line and column are
//! the number of the paragraph and of the character in it.
//!
//! Both are archives of XML. What is read is bounded: a part that is longer than [`MAX_PART`] when it is unpacked is
//! refused, however small the archive is.

mod comments;
mod docx;
mod odt;
mod package;
mod paragraphs;

use super::Problem;
use crate::text::NotText;

pub use self::comments::Comment;
pub(super) use self::docx::character;
pub use self::package::MAX_PART;

/// The text of a document, given as the bytes of its file: paragraphs, headings, cells of tables and list items in their
/// order, then footnotes and endnotes. What was deleted under the eyes of change tracking is no text.
///
/// # Errors
/// The archive is damaged, encrypted, too big when unpacked, or no document is in it.
pub fn text_of(bytes: &[u8], what: NotText) -> Result<String, Problem> {
    match what {
        NotText::OpenDocument => odt::text_of(bytes),
        _ => Ok(docx::Docx::read(bytes)?.text),
    }
}

/// The bytes of a copy of a Word document with comments in it.
///
/// # Errors
/// As [`text_of`].
pub fn with_comments(bytes: &[u8], comments: &[Comment]) -> Result<Vec<u8>, Problem> {
    comments::add(bytes, comments)
}

/// Whether a file with the signature of an old Office document is an encrypted new one: those are kept within one.
pub fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}
