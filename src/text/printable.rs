//! Text that stays in its line and in its order, wherever it comes from.

use std::borrow::Cow;

/// Text of unknown origin (a file name, an id, a key) for a terminal or a log: control characters, line breaks and
/// the marks that turn the direction of text are written out (`\n`, `\u{1b}`, `\u{202e}`). Joiners stay: Hindi needs
/// them.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match is_unsafe(c) {
            true if c.is_ascii() => out.extend(c.escape_default()),
            true => out.extend(c.escape_unicode()),
            false => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_the_cursor_or_turns_the_line_is_written_out() {
        for (text, printed) in [
            ("ख़बर/क्‍या 1.txt", "ख़बर/क्‍या 1.txt"),
            ("a\n::error::b", "a\\n::error::b"),
            ("\u{1b}[2Ja\r\tb\0", "\\u{1b}[2Ja\\r\\tb\\u{0}"),
            ("gpj.\u{202E}txt\u{9b}31m", "gpj.\\u{202e}txt\\u{9b}31m"),
        ] {
            assert_eq!(printable(text), printed);
        }
    }
}
