//! The attributes of one start tag.

use std::collections::BTreeMap;
use std::ops::Range;

use super::tokens::{self, Piece};

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
    // In the order of their names; of two with one name the first counts
    let (mut found, mut is_over) = (BTreeMap::new(), false);
    tokens::read_tag(tag, |piece| match piece {
        Piece::Attribute(name, value, start) if !is_over && !name.is_empty() => {
            found.entry(name.to_vec()).or_insert_with(|| (value.to_vec(), start));
        }
        Piece::Start(..) => is_over = true,
        _ => {}
    });
    let read = |(name, (value, start)): (Vec<u8>, (Vec<u8>, usize))| {
        let source = value_in(tag, start)?;
        Some(Attribute { name: String::from_utf8(name).ok()?, value: String::from_utf8(value).ok()?, source })
    };
    found.into_iter().filter_map(read).collect()
}

/// Where the value of an attribute stands that begins at byte `attribute`.
fn value_in(tag: &str, attribute: usize) -> Option<Range<usize>> {
    let equals = attribute + tag.get(attribute..)?.find('=')? + 1;
    let rest = &tag[equals..];
    let value = rest.trim_start();
    let start = equals + rest.len() - value.len();
    let (start, end) = match value.as_bytes().first()? {
        quote @ (b'"' | b'\'') => (start + 1, value[1..].find(char::from(*quote))? + start + 1),
        _ => (start, start + value.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
    };
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use html5gum::{DefaultEmitter, Token, Tokenizer};
    use proptest::prelude::*;

    use super::*;

    const PIECES: [&str; 22] = [
        "<img ", "<a href", "</p ", "=", "'", "\"", " ", "\n", "/", ">", "alt", "ALT", "क ख", "&amp;",
        "&copy", "&#2325;", "\0", "😀", "title=\"", "a=b", "<", "\r\n",
    ];

    fn by_html5gum(tag: &str) -> Vec<(String, String)> {
        let emitter = DefaultEmitter::<usize>::new_with_span();
        let start =
            Tokenizer::new_with_emitter(tag, emitter).find_map(|token: Result<_, Infallible>| match token {
                Ok(Token::StartTag(start)) => Some(start),
                _ => None,
            });
        let attributes = start.into_iter().flat_map(|start| start.attributes);
        let with_place = attributes.filter(|(_, value)| value_in(tag, value.span.start).is_some());
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        with_place.map(|(name, value)| (text(name.0), text(value.value.0))).collect()
    }

    #[test]
    fn an_attribute_has_a_value_and_a_place() {
        let tag = "<img ALT='क &amp; ख' src=a.jpg alt=\"दूसरा\">";
        let found = of(tag);
        assert_eq!(found.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["alt", "src"]);
        assert_eq!((&*found[0].value, &tag[found[0].source.clone()]), ("क & ख", "क &amp; ख"));
        assert_eq!(&tag[found[1].source.clone()], "a.jpg");
    }

    proptest! {
        #[test]
        fn attributes_are_those_of_html5gum(parts in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..16)) {
            let tag = parts.concat();
            let found: Vec<_> = of(&tag).into_iter().map(|one| (one.name, one.value)).collect();
            prop_assert_eq!(found, by_html5gum(&tag), "{:?}", tag);
        }
    }
}
