//! Values of front matter and of attributes: what of them is the prose's own, and what only stands for it.

use std::ops::Range;

use super::page::Page;
use crate::text::Field;

/// How a value is written in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quoting {
    /// Nothing stands for anything else.
    Verbatim,
    /// `''` is a quotation mark: YAML.
    Single,
    /// A backslash begins an escape: YAML, TOML, JSON.
    Double,
}

/// A stretch of a value, and the bytes that are or mean it.
pub(super) struct Part {
    pub text: String,
    pub source: Range<usize>,
    pub is_verbatim: bool,
}

/// Writes a value to a page, as a block by itself. `raw` is what stands at byte `at` of the document, between the
/// quotation marks; `value` is what the parser of its format made of it. Where the two do not come to the same, nothing
/// is written: a place that may be wrong is none.
pub(super) fn write(raw: &str, at: usize, quoting: Quoting, value: &str, field: Field, page: &mut Page) {
    if let Some(parts) = parts(raw, at, quoting) {
        write_parts(parts, value, field, page);
    }
}

/// Like [`write`], with the stretches of the value found; tells whether there is something to read.
pub(super) fn write_parts(parts: Vec<Part>, value: &str, field: Field, page: &mut Page) -> bool {
    let read: String = parts.iter().map(|part| part.text.as_str()).collect();
    if !read.split_whitespace().eq(value.split_whitespace()) {
        return false;
    }
    page.begin_value(field);
    for part in parts {
        match part.is_verbatim {
            true => page.text(&part.text, part.source.start),
            false => page.decoded(&part.text, part.source),
        }
    }
    !read.trim().is_empty()
}

fn parts(raw: &str, at: usize, quoting: Quoting) -> Option<Vec<Part>> {
    let mark = match quoting {
        Quoting::Verbatim => None,
        Quoting::Single => Some('\''),
        Quoting::Double => Some('\\'),
    };
    let (mut parts, mut from) = (Vec::new(), 0);
    while from < raw.len() {
        let rest = &raw[from..];
        let plain = mark.and_then(|mark| rest.find(mark)).unwrap_or(rest.len());
        if plain > 0 {
            let source = at + from..at + from + plain;
            parts.push(Part { text: rest[..plain].to_owned(), source, is_verbatim: true });
        }
        from += plain;
        if from == raw.len() {
            break;
        }
        let (text, length) = match quoting {
            Quoting::Single => raw[from..].starts_with("''").then(|| ("'".to_owned(), 2))?,
            _ => escape(&raw[from..])?,
        };
        parts.push(Part { text, source: at + from..at + from + length, is_verbatim: false });
        from += length;
    }
    Some(parts)
}

/// What an escape at the beginning of a text means, and its length; `None` for one that no format has.
fn escape(text: &str) -> Option<(String, usize)> {
    let kind = text[1..].chars().next()?;
    let simple = match kind {
        '"' | '\\' | '/' | '\'' | ' ' => kind,
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\u{8}',
        'f' => '\u{C}',
        'e' => '\u{1B}',
        '0' => '\0',
        '_' => '\u{A0}',
        'N' => '\u{85}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        'x' => return Some((char::from_u32(hex(text, 2, 2)?)?.into(), 4)),
        'U' => return Some((char::from_u32(hex(text, 2, 8)?)?.into(), 10)),
        'u' => return code_unit(text),
        _ => return None,
    };
    Some((simple.into(), 2))
}

/// `\u0915`, or the two of a character beyond the sixteen bits.
fn code_unit(text: &str) -> Option<(String, usize)> {
    let first = hex(text, 2, 4)?;
    if let Some(c) = char::from_u32(first) {
        return Some((c.into(), 6));
    }
    let second = text.get(6..8).filter(|next| *next == "\\u").and_then(|_| hex(text, 8, 4))?;
    let pair = [u16::try_from(first).ok()?, u16::try_from(second).ok()?];
    Some((char::decode_utf16(pair).next()?.ok()?.into(), 12))
}

fn hex(text: &str, at: usize, digits: usize) -> Option<u32> {
    let digits = text.get(at..at + digits)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}
