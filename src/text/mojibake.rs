//! UTF-8 that was read as if it were Windows-1252: `à¤†à¤œ` for आज, `â€œ` for “.

use std::ops::Range;

/// The characters of Windows-1252 from 0x80 to 0x9F; what has none there is itself.
const HIGH_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// A stretch of such text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mojibake {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it was; `None` if bytes are lost.
    pub text: Option<String>,
}

/// The stretches of a text that were read so, in order. Only what comes out as Devanagari or as a mark of punctuation
/// counts: letters of Europe come in such pairs by themselves.
pub fn find(text: &str) -> Vec<Mojibake> {
    let mut found: Vec<Mojibake> = Vec::new();
    if memchr::memchr(LEAD_BYTE, text.as_bytes()).is_none() {
        return found;
    }
    let mut at = 0;
    while let Some(step) = text[at..].find(LEADS) {
        let start = at + step;
        match read(text, start) {
            Some(mojibake) => {
                at = mojibake.range.end;
                found.push(mojibake);
            }
            None => at = start + text[start..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// What the first byte of Devanagari and of punctuation is read as.
const LEADS: [char; 2] = ['à', 'â'];

/// The byte with which both begin.
const LEAD_BYTE: u8 = 0xC3;

/// The stretch that begins at `start`: characters of Devanagari or punctuation, and the spaces between them.
fn read(text: &str, start: usize) -> Option<Mojibake> {
    let mut bytes: Vec<u8> = Vec::new();
    let (mut end, mut is_whole) = (start, true);
    let mut letters = 0;
    let mut rest = text[start..].char_indices().map(|(at, c)| (start + at, c)).peekable();
    while let Some((at, c)) = rest.next() {
        if matches!(c, ' ' | '\n') && letters > 0 {
            if !text[at..].trim_start().starts_with(LEADS) {
                break;
            }
            bytes.push(c as u8);
            continue;
        }
        if !LEADS.contains(&c) {
            break;
        }
        let tail = |c: char| byte(c).filter(|byte| (0x80..0xC0).contains(byte));
        let Some(second) = rest.peek().and_then(|&(_, c)| tail(c)) else { break };
        let is_ours = if c == 'à' { matches!(second, 0xA4 | 0xA5) } else { second == 0x80 };
        if !is_ours {
            break;
        }
        rest.next();
        end = at + c.len_utf8() + text[at + c.len_utf8()..].chars().next().map_or(0, char::len_utf8);
        letters += 1;
        match rest.peek().and_then(|&(at, c)| Some((at, c, tail(c)?))) {
            Some((at, c, third)) => {
                rest.next();
                bytes.extend([byte(if second == 0x80 { 'â' } else { 'à' })?, second, third]);
                end = at + c.len_utf8();
            }
            None => is_whole = false,
        }
    }
    let text = String::from_utf8(bytes).ok().filter(|_| is_whole).map(|text| text.trim_end().to_owned());
    (letters > 0).then_some(Mojibake { range: start..end, text })
}

/// The byte that was read as a character.
fn byte(c: char) -> Option<u8> {
    if let Some(at) = HIGH_CONTROLS.iter().position(|&high| high == c) {
        return Some(0x80 + at as u8);
    }
    u8::try_from(u32::from(c)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as a program reads it that takes its bytes for Windows-1252.
    fn misread(text: &str) -> String {
        let as_char = |byte: u8| match byte {
            0x80..=0x9F => HIGH_CONTROLS[usize::from(byte) - 0x80],
            _ => char::from(byte),
        };
        text.bytes().map(as_char).collect()
    }

    #[test]
    fn what_was_misread_is_read_again() {
        for text in ["आज", "दिल्ली में बारिश हुई।", "“बैठक”", "भोपाल…"]
        {
            let typed = format!("पन्ने पर {} लिखा था", misread(text));
            let found = find(&typed);
            assert_eq!(found.len(), 1, "{typed}");
            assert_eq!(found[0].text.as_deref(), Some(text));
            assert_eq!(&typed[found[0].range.clone()], misread(text));
        }
    }

    #[test]
    fn what_has_lost_bytes_is_found_and_left() {
        let found = find("à¤\u{86}à¤ ख");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].text, None);
    }

    #[test]
    fn letters_of_europe_are_themselves() {
        for text in [
            "à la carte",
            "Château",
            "voilà",
            "São Paulo, Besançon",
            "ÖæÚUÌ âÚU·¤æÚU",
            "मंत्री ने कहा",
            "à ¤",
            "â€",
        ] {
            assert!(find(text).iter().all(|found| found.text.is_none()), "{text}");
        }
        assert!(find("à la carte Château âÚU").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_searched(text in "[àâ¤¥€†œ खa\n]{0,30}") {
            for found in find(&text) {
                proptest::prop_assert!(text.get(found.range).is_some());
            }
        }
    }
}
