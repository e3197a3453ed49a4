//! Words, numbers and marks.

use super::Span;
use super::letters::{is_devanagari, is_joiner};

/// The script a word is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Devanagari letters, signs and joiners only.
    Devanagari,
    /// Latin letters only, with or without diacritics.
    Latin,
    /// Any other script, or scripts mixed in one word.
    Other,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A run of letters and signs; joiners inside a word belong to it.
    Word(Script),
    /// A run of digits, ASCII or Devanagari.
    Number,
    /// Any other visible character, one to a token.
    Mark(char),
}

/// A word, a number or a mark, with its place in the prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// Whether the token is a word in Devanagari.
    pub fn is_devanagari(self) -> bool {
        self.kind == TokenKind::Word(Script::Devanagari)
    }

    /// Whether the token is a word of any script.
    pub fn is_word(self) -> bool {
        matches!(self.kind, TokenKind::Word(_))
    }

    /// Whether the token is the mark `c`.
    pub fn is_mark(self, c: char) -> bool {
        self.kind == TokenKind::Mark(c)
    }
}

/// The tokens of a text from left to right. White space and control characters are in no token.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 10);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        at += c.len_utf8();
        let kind = if starts_word(c) {
            let script;
            (script, at) = rest_of_word(text, at, script_of(c));
            TokenKind::Word(script)
        } else if is_digit(c) {
            at += text[at..].find(|next| !is_digit(next)).unwrap_or(text.len() - at);
            TokenKind::Number
        } else if is_blank(c) {
            continue;
        } else {
            TokenKind::Mark(c)
        };
        out.push(Token { span: Span::new(start, at), kind });
    }
    out
}

/// The script of the word that goes on at `at`, and where it ends.
fn rest_of_word(text: &str, mut at: usize, mut script: Script) -> (Script, usize) {
    loop {
        if script == Script::Devanagari {
            at = skip_devanagari(text.as_bytes(), at);
        }
        match text[at..].chars().next().filter(|&next| continues_word(next)) {
            Some(next) => {
                script = meet(script, next);
                at += next.len_utf8();
            }
            None => return (script, at),
        }
    }
}

/// Past the letters and signs U+0900 to U+0963 at `at`. Nearly all of an article, so it is worth to look
/// at their bytes: E0 A4 80 to E0 A5 A3.
fn skip_devanagari(bytes: &[u8], mut at: usize) -> usize {
    while let [0xE0, second, third, ..] = bytes[at..]
        && (second == 0xA4 || (second == 0xA5 && third <= 0xA3))
    {
        at += 3;
    }
    at
}

/// Whether a character shows nothing: white space, control characters, marks of direction.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '०'..='९')
}

fn starts_word(c: char) -> bool {
    c.is_ascii_alphabetic() || is_devanagari(c) || (!c.is_ascii() && c.is_alphabetic())
}

fn continues_word(c: char) -> bool {
    starts_word(c) || is_joiner(c) || is_combining(c)
}

/// Combining marks of other scripts, near enough: those in the general blocks. Indic signs are
/// alphabetic in Unicode, except viramas and nuktas.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1CD0}'..='\u{1CFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
        || matches!(c as u32, 0x0980..=0x0DFF if matches!(c as u32 & 0x7F, 0x3C | 0x4D))
}

/// Marks of direction, word joiners and the byte order mark: on the page they are nothing.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}')
}

fn script_of(c: char) -> Script {
    if is_devanagari(c) {
        Script::Devanagari
    } else if is_latin(c) {
        Script::Latin
    } else {
        Script::Other
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}')
}

fn meet(script: Script, next: char) -> Script {
    let fits = match script {
        Script::Devanagari => is_devanagari(next) || is_joiner(next),
        Script::Latin => is_latin(next) || is_combining(next),
        Script::Other => true,
    };
    if fits { script } else { Script::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn a_sentence_falls_into_words_numbers_and_marks() {
        assert_eq!(
            words("दिल्\u{200D}ली में 12 मार्च, २०२५ को “बैठक” हुई।"),
            ["दिल्\u{200D}ली", "में", "12", "मार्च", ",", "२०२५", "को", "“", "बैठक", "”", "हुई", "।"]
        );
        assert_eq!(words("यूएस-यूक्रेन ए.पी.जे."), ["यूएस", "-", "यूक्रेन", "ए", ".", "पी", ".", "जे", "."]);
    }

    #[test]
    fn a_word_knows_its_script() {
        let kinds = |text| tokens(text).iter().map(|t| t.kind).collect::<Vec<_>>();
        assert_eq!(
            kinds("कीव Kyiv Zürich কলকাতা"),
            [
                TokenKind::Word(Script::Devanagari),
                TokenKind::Word(Script::Latin),
                TokenKind::Word(Script::Latin),
                TokenKind::Word(Script::Other),
            ]
        );
        assert_eq!(kinds("रूसX"), [TokenKind::Word(Script::Other)]);
    }

    proptest::proptest! {
        #[test]
        fn tokens_stand_in_order_on_boundaries(text in "\\PC{0,40}") {
            let mut at = 0;
            for token in tokens(&text) {
                proptest::prop_assert!(token.span.start >= at && !token.span.is_empty());
                proptest::prop_assert!(text.get(token.span.range()).is_some());
                at = token.span.end;
            }
        }
    }
}
