//! Safe fixes, made without a person looking on.

use super::actions::safe_fixes;
use super::review::{Mark, review};
use crate::reading::{DateHints, Reader};
use crate::text::{Format, Span};

/// A document is mended so many times at most: fixes that overlap are made in turns, and a fix may bring
/// to light what stood behind it.
const MOST_ROUNDS: usize = 8;

/// A document after its safe fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The text as it is now.
    pub text: String,
    /// How many fixes were made.
    pub fixes: usize,
    /// What is still marked in it.
    pub marks: Vec<Mark>,
}

/// Makes the safe fixes among the marks of a document, and those that become possible by them. Line ends
/// and a byte order mark stay as they are; mending a mended document changes nothing.
pub fn mend(
    document: &str,
    marks: Vec<Mark>,
    format: Format,
    reader: &mut Reader,
    hints: DateHints,
) -> Mended {
    let mut mended = Mended { text: document.to_owned(), fixes: 0, marks };
    for _ in 0..MOST_ROUNDS {
        let (made, edits) = safe_fixes(&mended.marks);
        if edits.is_empty() {
            break;
        }
        mended.fixes += made.len();
        mended.text = edited(&mended.text, &edits);
        mended.marks = review(&mended.text, format, reader, hints);
    }
    mended
}

/// A text with edits made that are in order and do not overlap.
pub(super) fn edited(text: &str, edits: &[(Span, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, insert) in edits {
        out.push_str(&text[done..span.start as usize]);
        out.push_str(insert);
        done = span.end as usize;
    }
    out + &text[done..]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::newsroom::{HouseStyle, Newsroom};

    fn mended(text: &str, format: Format) -> Mended {
        let mut reader = Reader::new(Arc::new(Newsroom::shipped(HouseStyle::default())));
        let marks = review(text, format, &mut reader, DateHints::default());
        mend(text, marks, format, &mut reader, DateHints::default())
    }

    #[test]
    fn what_is_safe_is_mended_and_the_rest_stays_marked() {
        let after = mended("\u{FEFF}बैठक अाज हुई।\r\nउन्हें दु:ख है।\r\nसुनवाई 31 अप्रैल को है।\r\n", Format::Plain);
        assert_eq!(after.text, "\u{FEFF}बैठक आज हुई।\r\nउन्हें दुःख है।\r\nसुनवाई 31 अप्रैल को है।\r\n");
        assert_eq!(after.fixes, 2);
        assert_eq!(after.marks.iter().map(|mark| mark.rule).collect::<Vec<_>>(), ["date/impossible"]);
    }

    #[test]
    fn markup_and_code_stay_as_they_are() {
        let text = "<p class=\"अाज\">बैठक <b>अाज</b> हुई।</p>";
        assert_eq!(mended(text, Format::Html).text, "<p class=\"अाज\">बैठक <b>आज</b> हुई।</p>");
        let text = "`अाज` की बैठक अाज हुई।";
        assert_eq!(mended(text, Format::Markdown).text, "`अाज` की बैठक आज हुई।");
    }

    proptest! {
        #[test]
        fn twice_changes_nothing(words in prop::collection::vec(prop::sample::select(vec![
            "अाज", "दु:ख", "बैठक", "हुई", "।", "|", ":", "“", "”", "\"", "ने", "ने", "\n\n", "ज\u{93c}", "\u{200c}",
            "ा", "ि", "र्", "कि", "Kyiv", "31 अप्रैल", ",", "अो", "ाे", "है|", "(", ")", "😀", "\u{feff}", "<b>", "*",
        ]), 0..40), spaced in any::<bool>()) {
            let text = words.join(if spaced { " " } else { "" });
            for format in [Format::Plain, Format::Markdown, Format::Html] {
                let once = mended(&text, format);
                let twice = mended(&once.text, format);
                prop_assert_eq!(&twice.text, &once.text);
                prop_assert_eq!(twice.marks, once.marks);
            }
        }
    }
}
