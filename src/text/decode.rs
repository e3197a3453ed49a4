//! From bytes to text: UTF-8 or one clear error.

/// Bytes that are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUtf8 {
    /// Offset of the first bad byte.
    pub offset: usize,
    /// Line of the first bad byte, counted from 1.
    pub line: usize,
    /// Whether the bytes look like UTF-16 (a byte order mark at the start).
    pub utf16: bool,
}

/// The text of a document: UTF-8, with or without a byte order mark.
///
/// A byte order mark stays in the text, so that offsets stay those of the file.
///
/// # Errors
/// [`NotUtf8`] says where the first bad byte is.
pub fn decode(bytes: &[u8]) -> Result<&str, NotUtf8> {
    // Only of bad bytes one wants to know where; the quick check does not say
    simdutf8::basic::from_utf8(bytes).or_else(|_| std::str::from_utf8(bytes)).map_err(|error| {
        let offset = error.valid_up_to();
        NotUtf8 {
            offset,
            line: 1 + bytes[..offset].iter().filter(|&&b| b == b'\n').count(),
            utf16: matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_legacy_file_is_refused_with_its_line() {
        let error = decode(b"ok\nfoo \xC0\xAA\n").unwrap_err();
        assert_eq!((error.line, error.offset, error.utf16), (2, 7, false));
        assert!(decode(&[0xFF, 0xFE, 0x05, 0x09]).unwrap_err().utf16);
    }
}
