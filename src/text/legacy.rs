//! Text typed for a font of the time before Unicode, in which Latin characters are drawn as Devanagari.
//!
//! Such a font has a glyph for every shape: `fnYyh` is drawn दिल्ली in Kruti Dev 010, `çÎËÜè` in Chanakya. The glyphs stand as
//! they are seen, from left to right: ि before its letter, the reph after its syllable, a whole letter as a half one with
//! an upright.

use super::letters::{ANUSVARA, NUKTA, VIRAMA, is_consonant, is_matra, is_modifier};
use super::normal::same_look;

// `static KRUTI_DEV` and `CHANAKYA: &[(&str, &str)]`, codes with their letters, sorted; see build/encoding.rs.
include!(concat!(env!("OUT_DIR"), "/encoding.rs"));

/// A font from the time before Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegacyFont {
    /// Kruti Dev 010 and its kin.
    KrutiDev,
    /// Chanakya.
    Chanakya,
}

/// The longest code of a glyph, in characters.
const LONGEST_CODE: usize = 2;

/// What a table has for the reph, which stands after the syllable that it begins.
const REPH: &str = "र्";

impl LegacyFont {
    /// Both fonts.
    pub const ALL: [LegacyFont; 2] = [LegacyFont::KrutiDev, LegacyFont::Chanakya];

    /// A text typed for this font in Unicode; `None` if it is none: a character has no glyph, or the glyphs make no
    /// syllables.
    pub fn to_unicode(self, text: &str) -> Option<String> {
        let table = match self {
            LegacyFont::KrutiDev => KRUTI_DEV,
            LegacyFont::Chanakya => CHANAKYA,
        };
        let mut page = Page::default();
        let mut rest = text;
        while !rest.is_empty() {
            let (code, letters) = longest(table, rest)?;
            rest = &rest[code..];
            match letters.strip_prefix(REPH) {
                Some(more) => {
                    page.reph()?;
                    more.chars().try_for_each(|c| page.sign(c))?;
                }
                None => letters.chars().try_for_each(|c| page.sign(c))?,
            }
        }
        page.finish()
    }
}

/// The longest code that `text` begins with, as its length in bytes, with its letters.
fn longest(table: &[(&str, &'static str)], text: &str) -> Option<(usize, &'static str)> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST_CODE);
    let ends: smallvec::SmallVec<[usize; LONGEST_CODE]> = ends.collect();
    ends.iter().rev().find_map(|&end| {
        let row = table.binary_search_by_key(&&text[..end], |(code, _)| code).ok()?;
        Some((end, table[row].1))
    })
}

/// Letters in the order of Unicode, as glyphs are set one after the other.
#[derive(Default)]
struct Page {
    letters: Vec<char>,
    /// A ि that waits for its letter, or one with anusvara.
    waiting: Option<&'static str>,
    /// Where its letter begins.
    waits_from: usize,
}

impl Page {
    /// Sets a glyph.
    fn sign(&mut self, c: char) -> Option<()> {
        let belongs_to_last = matches!(c, VIRAMA | NUKTA) || (c == 'ा' && self.last() == VIRAMA);
        if !belongs_to_last {
            self.settle(c);
        }
        match (c, self.last()) {
            ('ि', _) if self.waiting.is_some() => return None,
            ('ि', _) => (self.waiting, self.waits_from) = (Some("ि"), self.letters.len()),
            (ANUSVARA, _) if self.waiting.is_some() && self.waits_from == self.letters.len() => {
                self.waiting = Some("िं");
            }
            // The upright makes a half letter whole
            ('ा', VIRAMA) => drop(self.letters.pop()),
            _ => self.letters.push(c),
        }
        Some(())
    }

    /// Puts a waiting ि behind its letter, if that is whole and `c` does not belong to it.
    fn settle(&mut self, c: char) {
        let is_whole = self.letters.len() > self.waits_from && self.last() != VIRAMA;
        if let Some(sign) = self.waiting.filter(|_| is_whole && c != VIRAMA) {
            self.letters.extend(sign.chars());
            self.waiting = None;
        }
    }

    /// Sets half र before the syllable that stands last.
    fn reph(&mut self) -> Option<()> {
        self.settle(' ');
        let signs =
            self.letters.iter().rev().take_while(|&&c| is_matra(c) || is_modifier(c) || c == NUKTA).count();
        let mut at =
            (self.letters.len() - signs).checked_sub(1).filter(|&at| is_consonant(self.letters[at]))?;
        while at >= 2 && self.letters[at - 1] == VIRAMA && is_consonant(self.letters[at - 2]) {
            at -= 2;
        }
        self.letters.splice(at..at, REPH.chars());
        Some(())
    }

    fn last(&self) -> char {
        self.letters.last().copied().unwrap_or(' ')
    }

    /// The text, if its signs stand where signs may stand.
    fn finish(mut self) -> Option<String> {
        self.settle(' ');
        if self.waiting.is_some() {
            return None;
        }
        let text = same_look(&self.letters.into_iter().collect::<String>()).into_owned();
        let mut before = ' ';
        for c in text.chars() {
            let fits = match c {
                NUKTA => is_consonant(before),
                VIRAMA => is_consonant(before) || before == NUKTA,
                _ if is_matra(c) => is_consonant(before) || before == NUKTA,
                _ if is_modifier(c) => {
                    is_consonant(before) || is_matra(before) || before == NUKTA || matches!(before, 'अ'..='औ')
                }
                _ => true,
            };
            if !fits {
                return None;
            }
            before = c;
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kruti_dev_is_read_as_it_is_drawn() {
        for (typed, drawn) in [
            ("fnYyh", "दिल्ली"),
            ("Hkkjr", "भारत"),
            ("ljdkj", "सरकार"),
            ("jk\"Vªifr", "राष्ट्रपति"),
            ("iz/kkuea=h", "प्रधानमंत्री"),
            ("fgUnh", "हिन्दी"),
            ("dk;ZØe", "कार्यक्रम"),
            ("fLFkfr", "स्थिति"),
            ("fuekZ.k", "निर्माण"),
            ("vkSj", "और"),
            ("gS", "है"),
            ("ugha", "नहीं"),
            ("x;kA", "गया।"),
            ("'kfDr", "शक्ति"),
            ("ftyk", "जिला"),
            ("bZekunkj", "ईमानदार"),
            (",slk", "ऐसा"),
            ("vksj", "ओर"),
            ("gksxk", "होगा"),
            ("Kku", "ज्ञान"),
            ("{ks=", "क्षेत्र"),
            ("fØdsV", "क्रिकेट"),
            ("vkWfQl", "ऑफिस"),
            ("fo|kFkhZ", "विद्यार्थी"),
        ] {
            assert_eq!(LegacyFont::KrutiDev.to_unicode(typed).as_deref(), Some(drawn), "{typed}");
        }
    }

    #[test]
    fn chanakya_is_read_as_it_is_drawn() {
        for (typed, drawn) in [
            ("çÎËÜè", "दिल्ली"),
            ("ÖæÚUÌ".replace('U', "").as_str(), "भारत"),
            ("âÚ·¤æÚ".replace("·¤", "•").as_str(), "सरकार"),
            ("çãU‹Îè".replace('U', "").as_str(), "हिन्दी"),
            ("Øãæ¡", "यहाँ"),
            ("¥õÚ", "और"),
            ("×ð´", "में"),
            ("·¤æØü".replace("·¤", "•").as_str(), "कार्य"),
        ] {
            assert_eq!(LegacyFont::Chanakya.to_unicode(typed).as_deref(), Some(drawn), "{typed}");
        }
    }

    #[test]
    fn what_makes_no_syllables_is_no_such_text() {
        for english in ["hello", "and", "Kyiv's", "https://example.org", "f", "Z", "ff", "काम"] {
            assert_eq!(LegacyFont::KrutiDev.to_unicode(english), None, "{english}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}", keys in "[!-~]{0,40}") {
            for font in LegacyFont::ALL {
                let _ = (font.to_unicode(&text), font.to_unicode(&keys));
            }
        }
    }
}
