//! The attributes of one start tag.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Maximum length of a tag whose attributes are read, in bytes.
const MAX_TAG: usize = 1 << 16;

/// An attribute of a start tag.
#[derive(Debug)]
pub(super) struct Attribute {
    /// Its name, in lower case.
    pub name: String,
    /// Its value, with references decoded.
    pub value: String,
    /// Where the value stands in the tag, without quotation marks.
    pub source: Range<usize>,
}

/// The attributes of a start tag with values that are text.
pub(super) fn of(tag: &str) -> Vec<Attribute> {
    if tag.len() > MAX_TAG {
        return Vec::new();
    }
    let emitter = DefaultEmitter::<usize>::new_with_span();
    let start =
        Tokenizer::new_with_emitter(tag, emitter).find_map(|token: Result<_, Infallible>| match token {
            Ok(Token::StartTag(start)) => Some(start),
            _ => None,
        });
    let attributes = start.into_iter().flat_map(|start| start.attributes);
    let read = |(name, value): (html5gum::HtmlString, html5gum::Spanned<html5gum::HtmlString, usize>)| {
        let source = value_in(tag, value.span.start..value.span.end)?;
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).ok();
        Some(Attribute { name: text(name.0)?, value: text(value.value.0)?, source })
    };
    attributes.filter_map(read).collect()
}

/// Where the value of an attribute stands that begins in `attribute`.
fn value_in(tag: &str, attribute: Range<usize>) -> Option<Range<usize>> {
    let equals = attribute.start + tag.get(attribute.start..)?.find('=')? + 1;
    let rest = &tag[equals..];
    let value = rest.trim_start();
    let start = equals + rest.len() - value.len();
    let (start, end) = match value.as_bytes().first()? {
        quote @ (b'"' | b'\'') => (start + 1, value[1..].find(char::from(*quote))? + start + 1),
        _ => (start, start + value.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
    };
    Some(start..end)
}
