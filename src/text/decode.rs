//! From bytes to text and back: UTF-8, UTF-16 with a byte order mark, or the name of what else it is.

use std::borrow::Cow;

/// How a text is written in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    Utf8,
    /// UTF-16, the low byte first, with a byte order mark.
    Utf16Le,
    /// UTF-16, the high byte first, with a byte order mark.
    Utf16Be,
}

impl Encoding {
    /// The bytes of a text that [`decode`] gave, with its byte order mark where it had one.
    pub fn encode(self, text: &str) -> Cow<'_, [u8]> {
        match self {
            Encoding::Utf8 => Cow::Borrowed(text.as_bytes()),
            Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }
}

/// What a file is that is not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// UTF-16 without a byte order mark, or broken UTF-16.
    Utf16,
    /// UTF-32.
    Utf32,
    /// A document of Word (`.docx`).
    Word,
    /// A document of LibreOffice (`.odt`).
    OpenDocument,
    /// A document of Office before 2007 (`.doc`).
    OldOffice,
    /// Rich Text Format.
    Rtf,
    /// PDF.
    Pdf,
    /// A picture.
    Picture,
    /// An archive or compressed file.
    Archive,
    /// A file with a NUL byte.
    Binary {
        /// Line of the first NUL, counted from 1.
        line: usize,
    },
    /// Bytes that are not UTF-8: text in a legacy encoding, or no text at all.
    NotUtf8 {
        /// Line of the first bad byte, counted from 1.
        line: usize,
        /// Offset of the first bad byte.
        offset: usize,
    },
}

/// Maximum number of bytes looked at to guess what a file is.
const SAMPLE: usize = 4096;

/// The beginnings of files that are not text.
const SIGNATURES: [(&[u8], NotText); 13] = [
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", NotText::OldOffice),
    (b"{\\rtf", NotText::Rtf),
    (b"%PDF-", NotText::Pdf),
    (b"\x89PNG\r\n", NotText::Picture),
    (b"\xFF\xD8\xFF", NotText::Picture),
    (b"GIF8", NotText::Picture),
    (b"II*\0", NotText::Picture),
    (b"MM\0*", NotText::Picture),
    (b"\x1F\x8B", NotText::Archive),
    (b"BZh91AY&SY", NotText::Archive),
    (b"\xFD7zXZ\0", NotText::Archive),
    (b"7z\xBC\xAF\x27\x1C", NotText::Archive),
    (b"\x28\xB5\x2F\xFD", NotText::Archive),
];

/// The text of a document, and how it was written: UTF-8, or UTF-16 with a byte order mark.
///
/// A byte order mark stays in the text, so that the offsets of UTF-8 stay those of the file.
///
/// # Errors
/// [`NotText`] names what the bytes are instead.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), NotText> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Err(NotText::Utf32),
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes, Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes, Encoding::Utf16Be),
        _ => {}
    }
    if let Some(other) = signature(bytes) {
        return Err(other);
    }
    if let Some(nul) = memchr::memchr(0, bytes) {
        return Err(unmarked(bytes).unwrap_or_else(|| NotText::Binary { line: line_of(bytes, nul) }));
    }
    // Only of bad bytes one wants to know where; the quick check does not say
    let text = simdutf8::basic::from_utf8(bytes).or_else(|_| std::str::from_utf8(bytes));
    text.map(|text| (Cow::Borrowed(text), Encoding::Utf8)).map_err(|error| {
        let offset = error.valid_up_to();
        NotText::NotUtf8 { line: line_of(bytes, offset), offset }
    })
}

fn line_of(bytes: &[u8], offset: usize) -> usize {
    1 + memchr::memchr_iter(b'\n', &bytes[..offset]).count()
}

/// UTF-16 after its byte order mark.
fn utf16(
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
    encoding: Encoding,
) -> Result<(Cow<'_, str>, Encoding), NotText> {
    let (units, rest) = bytes.as_chunks::<2>();
    let text: Result<String, _> =
        std::iter::once(Ok('\u{FEFF}')).chain(char::decode_utf16(units.iter().map(|&u| unit(u)))).collect();
    match text {
        Ok(text) if rest.is_empty() && !text.contains('\0') => Ok((Cow::Owned(text), encoding)),
        _ => Err(NotText::Utf16),
    }
}

fn signature(bytes: &[u8]) -> Option<NotText> {
    if bytes.starts_with(b"PK\x03\x04") {
        let has = |part: &[u8]| memchr::memmem::find(&bytes[..bytes.len().min(SAMPLE)], part).is_some();
        return Some(match (has(b"vnd.oasis.opendocument"), has(b"word/") || has(b"[Content_Types].xml")) {
            (true, _) => NotText::OpenDocument,
            (_, true) => NotText::Word,
            _ => NotText::Archive,
        });
    }
    SIGNATURES.iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, name)| *name)
}

/// UTF-16 or UTF-32 without a byte order mark: nearly all units are of Hindi or English.
fn unmarked(bytes: &[u8]) -> Option<NotText> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let is_usual = |unit: u32| matches!(unit, 9 | 10 | 13 | 0x20..=0x7E | 0x900..=0x97F | 0x2010..=0x2026);
    let is_text = |units: &[u32]| {
        units.len() > 1 && units.iter().filter(|unit| is_usual(**unit)).count() * 10 >= units.len() * 9
    };
    let (words, _) = sample.as_chunks::<4>();
    let (pairs, _) = sample.as_chunks::<2>();
    let utf32 = [u32::from_le_bytes, u32::from_be_bytes]
        .map(|unit| words.iter().map(|&word| unit(word)).collect::<Vec<u32>>());
    let utf16 = [u16::from_le_bytes, u16::from_be_bytes]
        .map(|unit| pairs.iter().map(|&pair| u32::from(unit(pair))).collect::<Vec<u32>>());
    if utf32.iter().any(|units| is_text(units)) {
        return Some(NotText::Utf32);
    }
    utf16.iter().any(|units| is_text(units)).then_some(NotText::Utf16)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\u{FEFF}सुनवाई 31 अप्रैल को होगी।\n";

    #[test]
    fn utf_8_is_read_as_it_is() {
        for text in ["", "क", TEXT, "a\tb\n"] {
            assert_eq!(decode(text.as_bytes()), Ok((Cow::Borrowed(text), Encoding::Utf8)));
        }
    }

    #[test]
    fn utf_16_with_a_mark_is_read_and_written_back_byte_for_byte() {
        for (encoding, bytes) in [
            (Encoding::Utf16Le, TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
            (Encoding::Utf16Be, TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ] {
            let (text, found) = decode(&bytes).unwrap();
            assert_eq!((&*text, found), (TEXT, encoding));
            assert_eq!(encoding.encode(&text), bytes);
            assert_eq!(decode(&bytes[..bytes.len() - 1]), Err(NotText::Utf16), "half a letter");
        }
    }

    #[test]
    fn what_is_no_text_is_called_by_its_name() {
        let plain = &TEXT[3..];
        let le: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = plain.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let utf32: Vec<u8> = plain.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        let marked: Vec<u8> = TEXT.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
        for (bytes, name) in [
            (&le[..], NotText::Utf16),
            (&be, NotText::Utf16),
            (&utf32, NotText::Utf32),
            (&marked, NotText::Utf32),
            (b"PK\x03\x04\x14\0\x06\0.............[Content_Types].xml", NotText::Word),
            (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", NotText::OpenDocument),
            (b"PK\x03\x04....photo.jpg", NotText::Archive),
            (b"%PDF-1.7\n", NotText::Pdf),
            (b"{\\rtf1\\ansi}", NotText::Rtf),
            (b"ok\nx\0\x01\x02\x03\xFF\xFE", NotText::Binary { line: 2 }),
            (b"ok\nfoo \xC0\xAA\n", NotText::NotUtf8 { line: 2, offset: 7 }),
        ] {
            assert_eq!(decode(bytes), Err(name), "{bytes:?}");
        }
    }
}
