//! Over a name in several spellings: how often each stands in the article.

use rustc_hash::FxHashSet;

use crate::diagnostics::{Diagnostic, Snapshot};
use crate::ide::actions::{Change, everywhere};
use crate::ide::alike::INCONSISTENT;
use crate::reading::Variants;
use crate::rules::Message;
use crate::text::Span;

/// A line over a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The first use of the name in the document.
    pub span: Span,
    /// The spellings with their counts: `मॉस्को: 2, मास्को: 1`, and what a click does.
    pub title: Message,
    /// The spelling to keep: what [`keep`] takes.
    pub kept: String,
}

/// The lenses of an article, in order: for names whose spellings can be made one, at most one over a paragraph.
pub fn lenses(snapshot: &Snapshot) -> Vec<Lens> {
    let offered: FxHashSet<&str> = snapshot.diagnostics().iter().filter_map(kept).collect();
    let lens = |variants: &Variants| {
        let kept =
            Some(&variants.spellings[variants.kept].text).filter(|kept| offered.contains(kept.as_str()))?;
        let first = variants.spellings.iter().flat_map(|spelling| &spelling.places).min()?;
        let count =
            |spelling: &crate::reading::Spelling| format!("{}: {}", spelling.text, spelling.places.len());
        let counts = variants.spellings.iter().map(count).collect::<Vec<_>>().join(", ");
        let title = Message::new(
            format!("{counts} · सब जगह “{kept}” लिखें"),
            format!("{counts} · write “{kept}” in the whole article"),
        );
        Some((*first, Lens { span: snapshot.span_of(*first), title, kept: kept.clone() }))
    };
    let mut lenses: Vec<_> = snapshot.variants.iter().filter_map(|variants| lens(variants)).collect();
    lenses.sort_by_key(|(first, _)| *first);
    lenses.dedup_by_key(|(first, _)| first.block);
    lenses.into_iter().map(|(_, lens)| lens).collect()
}

/// The edits that give a name one spelling in the whole article; `None` if there is nothing to change.
pub fn keep(snapshot: &Snapshot, spelling: &str) -> Option<Vec<(Span, String)>> {
    let mark = snapshot.diagnostics().iter().find(|mark| kept(mark) == Some(spelling))?;
    match everywhere(snapshot, mark).change {
        Change::Article(edits) => Some(edits),
        _ => None,
    }
}

/// The spelling that a diagnostic keeps, if it has a fix.
fn kept(mark: &Diagnostic) -> Option<&str> {
    let fix = mark.fixes.first().filter(|_| mark.rule == INCONSISTENT)?;
    fix.edits.first().map(|(_, text)| text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::test_support::{edited, nth, of, plain};
    use crate::newsroom::Config;
    use crate::text::Format;

    const TEXT: &str = "😀 मास्को में बर्फ़ गिरी।\r\nमॉस्को शांत है। मॉस्को ने कहा।\r\nअम्फान आया, अंफान गया।";

    #[test]
    fn spellings_are_counted_over_the_first_use() {
        let found = lenses(&plain(TEXT));
        let titles: Vec<_> = found.iter().map(|lens| lens.title.hi.as_str()).collect();
        assert_eq!(
            titles,
            ["मास्को: 1, मॉस्को: 2 · सब जगह “मॉस्को” लिखें", "अम्फान: 1, अंफान: 1 · सब जगह “अम्फान” लिखें"]
        );
        assert_eq!([found[0].span, found[1].span], [nth(TEXT, "मास्को", 0), nth(TEXT, "अम्फान", 0)]);
    }

    #[test]
    fn over_a_paragraph_stands_one_at_most() {
        let text = "अम्फान आया, अंफान गया। मॉस्को शांत है।\n\nमास्को में बर्फ़ गिरी। मॉस्को ने कहा।";
        let found = lenses(&plain(text));
        assert_eq!(found.iter().map(|lens| lens.kept.as_str()).collect::<Vec<_>>(), ["अम्फान"]);
        let apart = text.replace("। मॉस्को शांत", "।\n\nमॉस्को शांत");
        assert_eq!(lenses(&plain(&apart)).len(), 2);
    }

    #[test]
    fn a_click_makes_the_spellings_one() {
        let snapshot = plain(TEXT);
        let edits = keep(&snapshot, "मॉस्को").unwrap();
        assert_eq!(edited(TEXT, &edits), TEXT.replace("मास्को", "मॉस्को"));
        assert_eq!(keep(&snapshot, "मास्को"), None);
        assert_eq!(lenses(&plain(&edited(TEXT, &edits))).len(), 1);
    }

    #[test]
    fn nothing_hangs_over_what_the_newsroom_lets_be() {
        let config = Config::parse("[rules]\n\"spelling/inconsistent\" = \"off\"\n", |_| true).unwrap();
        assert_eq!(lenses(&of(TEXT, Format::Plain, config)), []);
        assert_eq!(lenses(&plain("दिन भर दीन लोगों की मदद की गई।")), []);
    }
}
