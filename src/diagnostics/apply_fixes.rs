//! Safe fixes, made without a person looking on.

use std::collections::BTreeMap;

use super::{Diagnostic, DocumentFix, diagnose};
use crate::reading::{DateHints, Reader};
use crate::text::{Format, Span};

/// Maximum number of rounds: fixes that overlap are made in turns, and a fix may bring to light what stood
/// behind it.
const MAX_ROUNDS: usize = 8;

/// A document after its safe fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedDocument {
    /// The text as it is now.
    pub text: String,
    /// How many fixes were made.
    pub fixes: usize,
    /// What is still wrong in it.
    pub diagnostics: Vec<Diagnostic>,
}

/// Applies the safe fixes among the diagnostics of a document, and those that become possible by them. Line ends
/// and a byte order mark stay as they are; fixing a fixed document changes nothing.
pub fn apply_fixes(
    document: &str,
    diagnostics: Vec<Diagnostic>,
    format: Format,
    reader: &mut Reader,
    hints: DateHints,
) -> FixedDocument {
    let mut fixed = FixedDocument { text: document.to_owned(), fixes: 0, diagnostics };
    for _ in 0..MAX_ROUNDS {
        let (made, edits) = safe_fixes(&fixed.diagnostics);
        if edits.is_empty() {
            break;
        }
        fixed.fixes += made.len();
        fixed.text = edited(&fixed.text, &edits);
        fixed.diagnostics = diagnose(&fixed.text, format, reader, hints);
    }
    fixed
}

/// The diagnostics that have a safe fix, as their numbers, and the edits of these fixes in order. Of fixes that
/// get into each other's way the first stays.
pub fn safe_fixes(diagnostics: &[Diagnostic]) -> (Vec<usize>, Vec<(Span, String)>) {
    let diagnostics = diagnostics.iter().enumerate();
    without_overlaps(diagnostics.filter_map(|(number, diagnostic)| {
        Some((number, diagnostic.fixes.iter().find(|fix| fix.applicability.is_safe())?))
    }))
}

/// The fixes that do not get into each other's way, the first come first, and their edits in order.
pub(crate) fn without_overlaps<'a>(
    fixes: impl Iterator<Item = (usize, &'a DocumentFix)>,
) -> (Vec<usize>, Vec<(Span, String)>) {
    let mut taken: BTreeMap<u32, (u32, &str)> = BTreeMap::new();
    let mut fixed = Vec::new();
    for (number, fix) in fixes {
        let is_free = |span: &Span| {
            let before = taken.range(..=span.start).next_back();
            let after = taken.range(span.start..).next();
            before.is_none_or(|(&start, &(end, _))| end <= span.start && start != span.start)
                && after.is_none_or(|(&start, _)| start >= span.end)
        };
        if !fix.edits.is_empty() && fix.edits.iter().all(|(span, _)| is_free(span)) {
            taken.extend(fix.edits.iter().map(|(span, text)| (span.start, (span.end, text.as_str()))));
            fixed.push(number);
        }
    }
    let edit = |(start, (end, text)): (u32, (u32, &str))| (Span { start, end }, text.to_owned());
    (fixed, taken.into_iter().map(edit).collect())
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
    use crate::newsroom::{Config, Newsroom};

    fn fixed(text: &str, format: Format) -> FixedDocument {
        let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
        let marks = diagnose(text, format, &mut reader, DateHints::default());
        apply_fixes(text, marks, format, &mut reader, DateHints::default())
    }

    #[test]
    fn what_is_safe_is_mended_and_the_rest_stays_marked() {
        let after = fixed("\u{FEFF}बैठक अाज हुई।\r\nउन्हें दु:ख है।\r\nसुनवाई 31 अप्रैल को है।\r\n", Format::Plain);
        assert_eq!(after.text, "\u{FEFF}बैठक आज हुई।\r\nउन्हें दुःख है।\r\nसुनवाई 31 अप्रैल को है।\r\n");
        assert_eq!(after.fixes, 2);
        assert_eq!(after.diagnostics.iter().map(|mark| mark.rule).collect::<Vec<_>>(), ["date/impossible"]);
    }

    #[test]
    fn markup_and_code_stay_as_they_are() {
        let text = "<p class=\"अाज\">बैठक <b>अाज</b> हुई।</p>";
        assert_eq!(fixed(text, Format::Html).text, "<p class=\"अाज\">बैठक <b>आज</b> हुई।</p>");
        let text = "`अाज` की बैठक अाज हुई।";
        assert_eq!(fixed(text, Format::Markdown).text, "`अाज` की बैठक आज हुई।");
    }

    proptest! {
        #[test]
        fn twice_changes_nothing(words in prop::collection::vec(prop::sample::select(vec![
            "अाज", "दु:ख", "बैठक", "हुई", "।", "|", ":", "“", "”", "\"", "ने", "ने", "\n\n", "ज\u{93c}", "\u{200c}",
            "ा", "ि", "र्", "कि", "Kyiv", "31 अप्रैल", ",", "अो", "ाे", "है|", "(", ")", "😀", "\u{feff}", "<b>", "*",
        ]), 0..40), spaced in any::<bool>()) {
            let text = words.join(if spaced { " " } else { "" });
            for format in [Format::Plain, Format::Markdown, Format::Html] {
                let once = fixed(&text, format);
                let twice = fixed(&once.text, format);
                prop_assert_eq!(&twice.text, &once.text);
                prop_assert_eq!(twice.diagnostics, once.diagnostics);
            }
        }
    }
}
