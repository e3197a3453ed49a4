//! Names that point somewhere: links, mail addresses, handles, hashtags, domains, file names.
//!
//! The text is cut where white space and quotation marks stand, and each chunk is looked at a fixed number of times.
//! What is written in Latin letters only must look the part: text for an old font (`#i;s`, `vkSj@;k`) has the same signs.

use std::ops::Range;

use super::characters::{OBJECT, is_name_char};
use crate::text::letters::{DANDA, is_devanagari};

// `static DOMAINS`, `FILE_ENDINGS`, `SENTENCE_ENDS: &[&str]`, sorted; see build/addresses.rs.
include!(concat!(env!("OUT_DIR"), "/addresses.rs"));

/// Appends the names in a stretch of a text, in order.
pub(super) fn find(text: &str, stretch: Range<usize>, found: &mut Vec<Range<usize>>) {
    for chunk in text[stretch].split(|c: char| c.is_whitespace() || is_border(c)) {
        if chunk.contains(['@', '#', '.', '_', '/', '\\', ':', '＃', '＠']) {
            let start = chunk.as_ptr().addr() - text.as_ptr().addr();
            of_chunk(text, start..start + chunk.len(), found);
        }
    }
}

/// Whether a character ends whatever name stands before it.
fn is_border(c: char) -> bool {
    matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | DANDA | '॥' | '`' | OBJECT)
}

/// Names in text without white space.
fn of_chunk(text: &str, chunk: Range<usize>, found: &mut Vec<Range<usize>>) {
    let link = link_start(&text[chunk.clone()]).map_or(chunk.end, |at| chunk.start + at);
    let mut start = chunk.start;
    let mut before = ' ';
    for (at, c) in text[chunk.start..link].char_indices().map(|(step, c)| (chunk.start + step, c)) {
        let after = text[at + c.len_utf8()..link].chars().next();
        let is_hashtag = matches!(c, '#' | '＃') && is_devanagari(before);
        if is_separator(c, after) || is_hashtag {
            of_piece(text, start..at, found);
            start = if is_hashtag { at } else { at + c.len_utf8() };
        }
        before = c;
    }
    of_piece(text, start..link, found);
    if link < chunk.end {
        found.push(link..link + trimmed(&text[link..chunk.end]).len());
    }
}

/// Where a link begins that says so: by its scheme or by `www.`.
fn link_start(chunk: &str) -> Option<usize> {
    const OTHER_SCHEMES: &[&str] = &["mailto:", "tel:", "whatsapp:"];
    let is_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
    let by_scheme = chunk.find("://").and_then(|colon| {
        let length = chunk.as_bytes()[..colon].iter().rev().take_while(|byte| is_scheme(byte)).count();
        (length > 0).then_some(colon - length)
    });
    let other = || {
        let at = chunk.find(|c: char| c.is_ascii_alphabetic())?;
        OTHER_SCHEMES.iter().any(|scheme| chunk[at..].starts_with(scheme)).then_some(at)
    };
    by_scheme.or_else(|| chunk.find("www.")).or_else(other)
}

/// A link without the marks behind it that belong to the sentence.
fn trimmed(link: &str) -> &str {
    // No bracket that opens is ever taken away, so that one look is enough
    let opens = [link.contains('('), link.contains('['), link.contains('{')];
    let mut link = link;
    loop {
        let last = link.chars().next_back();
        let is_sentences = match last {
            Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '‘' | '*' | '…' | '|') => true,
            Some(')') => !opens[0],
            Some(']') => !opens[1],
            Some('}') => !opens[2],
            _ => false,
        };
        match last {
            Some(c) if is_sentences => link = &link[..link.len() - c.len_utf8()],
            _ => return link,
        }
    }
}

/// Whether a character parts two names; `after` is the next one.
fn is_separator(c: char, after: Option<char>) -> bool {
    match c {
        ',' | '(' | ')' | '[' | ']' | '{' | '}' | '!' | '\'' | '‘' | '’' | '*' | '…' | '–' | '—' => {
            true
        }
        ':' => !after.is_some_and(|after| after.is_ascii_digit() || after == '\\'),
        ';' => !after.is_some_and(|after| after.is_ascii_alphabetic()),
        _ => false,
    }
}

fn is_tag_sign(c: char) -> bool {
    matches!(c, '#' | '＃' | '@' | '＠')
}

/// A name, or several hashtags without a space between them.
fn of_piece(text: &str, piece: Range<usize>, found: &mut Vec<Range<usize>>) {
    let written = &text[piece.clone()];
    let begins = written.trim_start_matches(['-', '.', '?']);
    let is_path = written.starts_with("./") || written.starts_with("../");
    let written = if is_path { written } else { begins };
    let written = written.trim_end_matches(['.', '?', ':', '-', '।']);
    let start = written.as_ptr().addr() - text.as_ptr().addr();
    if written.starts_with(is_tag_sign) {
        return tags(text, start..start + written.len(), found);
    }
    if is_mail(written) || is_domain(written) || is_file(written) || is_path_or_identifier(written) {
        found.push(start..start + written.len());
    }
}

/// Hashtags and handles, one after the other.
fn tags(text: &str, piece: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut start = piece.start;
    while let Some(sign) = text[start..piece.end].chars().next().filter(|&sign| is_tag_sign(sign)) {
        let name = &text[start + sign.len_utf8()..piece.end];
        let is_handle = matches!(sign, '@' | '＠');
        let is_part = |c: char| is_name_char(c) || matches!(c, '_' | '-') || (is_handle && c == '.');
        let name = &name[..name.find(|c| !is_part(c)).unwrap_or(name.len())];
        let name = name.trim_end_matches(['-', '.']);
        let end = start + sign.len_utf8() + name.len();
        let goes_on = text[end..piece.end].starts_with(|c: char| !is_tag_sign(c) && c != '/' && c != '|');
        if goes_on || !is_tag(name) {
            return;
        }
        found.push(start..end);
        start = end;
    }
}

/// Whether the name of a tag is one: `#1` and `@5` are none, and neither are keys of an old font.
fn is_tag(name: &str) -> bool {
    if !name.is_ascii() {
        return name.contains(is_name_char);
    }
    let has_vowel = name.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let in_capitals = name.bytes().filter(u8::is_ascii_uppercase).count() > 1;
    name.len() > 2 && (has_vowel || in_capitals) && name.contains(|c: char| c.is_ascii_alphabetic())
}

/// `संपर्क@मास्को.भारत`, and `किसान@upi` to pay to.
fn is_mail(piece: &str) -> bool {
    let Some((local, domain)) = piece.split_once('@') else { return false };
    let is_local = |c: char| is_name_char(c) || matches!(c, '.' | '_' | '+' | '-' | '%');
    if local.is_empty() || !local.chars().all(is_local) {
        return false;
    }
    let labels = || domain.split('.');
    let are_labels = labels().all(is_label);
    let ends_well = labels().next_back().is_some_and(|last| last.chars().count() > 1);
    are_labels && if domain.contains('.') { ends_well } else { !piece.is_ascii() }
}

/// Part of the name of a site.
fn is_label(label: &str) -> bool {
    !label.is_empty() && label.chars().all(|c| is_name_char(c) || c == '-')
}

/// `मास्को.भारत`, `x.in/31-अप्रैल-2025`.
fn is_domain(piece: &str) -> bool {
    let head = piece.split(['/', '?', '#']).next().unwrap_or_default();
    let has_path = head.len() < piece.len();
    let (name, port) = head.split_once(':').unwrap_or((head, "0"));
    let Some((before, last)) = name.rsplit_once('.') else { return false };
    if !before.split('.').all(is_label) || !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let last = last.to_lowercase();
    if DOMAINS.binary_search(&&*last).is_err() {
        return false;
    }
    // बी.कॉम is a degree, and a full stop may lack its space: `बैठक हुई.भारत ने`
    let label = before.rsplit('.').next().unwrap_or_default();
    let is_word = SENTENCE_ENDS.binary_search(&label).is_ok();
    let is_long = if label.is_ascii() { label.len() > 1 } else { label.chars().count() > 3 };
    has_path || (is_long && !is_word)
}

/// `बजट-भाषण.pdf`, alone or at the end of a path.
fn is_file(piece: &str) -> bool {
    let name = piece.rsplit(['/', '\\']).next().unwrap_or_default();
    let Some((before, ending)) = name.rsplit_once('.') else { return false };
    let is_part = |c: char| is_name_char(c) || matches!(c, '.' | '_' | '-' | '+' | '@' | '#');
    FILE_ENDINGS.binary_search(&&*ending.to_lowercase()).is_ok()
        && before.contains(is_name_char)
        && before.chars().all(is_part)
}

/// A path, or words that `_` joins to one. In Latin letters only it says nothing to any rule.
fn is_path_or_identifier(piece: &str) -> bool {
    if piece.is_ascii() {
        return false;
    }
    let is_relative = piece.starts_with("./") || piece.starts_with("../") || piece.starts_with("~/");
    let is_absolute =
        piece.strip_prefix('/').is_some_and(|rest| rest.contains('/') && !rest.starts_with('/'));
    let on_a_drive = piece.contains(":\\") || piece.starts_with("\\\\");
    is_relative || is_absolute || on_a_drive || has_joining_underscore(piece)
}

/// Whether `_` stands between two letters or digits.
fn has_joining_underscore(piece: &str) -> bool {
    let mut before = ' ';
    let mut is_open = false;
    piece.chars().any(|c| {
        let joins = is_open && is_name_char(c);
        is_open = c == '_' && (is_name_char(before) || is_open);
        before = c;
        joins
    })
}
