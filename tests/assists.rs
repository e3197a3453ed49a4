//! Whatever is typed and wherever the caret stands, the editor assists answer, and what they answer is in
//! the document.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use vartani::diagnostics::{Diagnostic, Snapshot};
use vartani::ide::actions::{Change, actions, fix_all};
use vartani::ide::code_lens::{keep, lenses};
use vartani::ide::outline::{entries, outline, sections};
use vartani::ide::references::{actor_at, occurrences};
use vartani::ide::rename::{prepare, rename};
use vartani::ide::selection::around;
use vartani::ide::semantic_tokens::highlights;
use vartani::ide::{Occasion, complete};
use vartani::newsroom::{Config, Locale, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::{Format, Span};

/// What articles are made of, and what breaks into them while somebody types.
const PARTS: &[&str] = &[
    "मॉस्को ",
    "मास्को",
    "मोस्को में ",
    "व्लादिमीर पुतिन",
    "पुतिन",
    "पूतिन ",
    "नरेंद्र मोदी ",
    "मोदीजी ",
    "ट्रंप",
    "ट्रम्प ",
    "भाजपा ",
    "बीजेपी ",
    "12 मार्च",
    " बुधवार, ",
    "31 अप्रैल ",
    "दु:ख ",
    "अाज ",
    "NATO ",
    "Putin ",
    "अम्फान ",
    "अंफान ",
    "😀",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "# ",
    "## ",
    "**",
    "_",
    "---\n",
    "[",
    "](x) ",
    "`",
    "<p>",
    "</p>",
    "<h1>",
    "</h1>",
    "<b>",
    "&amp;",
    "&#x0924;",
    "।",
    "\"",
    "ा",
    "\u{200D}",
    "(",
    ") ",
    "-",
];

fn article() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..40).prop_map(|parts| parts.concat())
}

fn snapshot(text: &str, format: Format) -> Snapshot {
    static NEWSROOM: LazyLock<Arc<Newsroom>> =
        LazyLock::new(|| Arc::new(Newsroom::shipped(Config::default())));
    let hints = DateHints { today: "2025-03-14".parse().ok(), ..DateHints::default() };
    Snapshot::take(text.into(), format, &mut Reader::new(NEWSROOM.clone()), hints)
}

/// Makes the edits, which stand in order, do not overlap and are on boundaries.
fn edited(text: &str, edits: &[(Span, String)]) -> String {
    assert!(edits.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start), "{edits:?}");
    let mut out = text.to_owned();
    edits.iter().rev().for_each(|(span, insert)| out.replace_range(span.range(), insert));
    out
}

fn markup(text: &str) -> String {
    text.chars().filter(|c| "#*_[]`<>&;\n\r".contains(*c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn assists_answer_at_every_caret(text in article(), format in 0..3) {
        let format = [Format::Plain, Format::Markdown, Format::Html][format as usize];
        let snapshot = snapshot(&text, format);
        for caret in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            let found = occurrences(&snapshot, caret);
            prop_assert!(found.is_sorted() && found.iter().all(|span| !span.of(&text).is_empty()));
            if let Some(named) = actor_at(&snapshot, caret) {
                prop_assert!(found.contains(&named.span), "{named:?} is one of {found:?}");
            }
            let around = around(&snapshot, caret);
            prop_assert!(around.windows(2).all(|p| p[1].start <= p[0].start && p[0].end <= p[1].end));
            if let Ok(name) = prepare(&snapshot, caret) {
                prop_assert!(name.span.start as usize <= caret && caret <= name.span.end as usize);
                let renaming = rename(&snapshot, caret, "क ख").or_else(|_| rename(&snapshot, caret, "क"));
                if let Ok(renaming) = renaming {
                    prop_assert_eq!(markup(&edited(&text, &renaming.edits)), markup(&text));
                }
            }
            for action in actions(&snapshot, Span::new(caret, caret)) {
                prop_assert!(!action.marks.is_empty() || matches!(action.change, Change::House(_)));
                if let Change::Article(edits) = action.change {
                    edited(&text, &edits);
                }
            }
        }
    }

    #[test]
    fn the_whole_article_is_answered(text in article(), format in 0..3) {
        let format = [Format::Plain, Format::Markdown, Format::Html][format as usize];
        let taken = snapshot(&text, format);
        let coloured = highlights(&taken, None);
        prop_assert!(coloured.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        for highlight in &coloured {
            let written = highlight.span.of(&text);
            prop_assert!(!written.is_empty() && !written.contains(['\n', '\r']));
        }
        let entries = entries(&taken);
        fn count(entries: &[vartani::ide::outline::Entry]) -> usize {
            entries.iter().map(|entry| 1 + count(&entry.children)).sum()
        }
        prop_assert_eq!(count(&outline(&taken)), entries.len());
        prop_assert!(sections(&taken).iter().all(|(_, span)| text.get(span.range()).is_some()));
        for lens in lenses(&taken) {
            let edits = keep(&taken, &lens.kept).unwrap();
            let after = snapshot(&edited(&text, &edits), format);
            let marked = |mark: &&Diagnostic| mark.rule == "spelling/inconsistent" && mark.span.of(&after.text) == lens.kept;
            prop_assert_eq!(after.diagnostics().iter().filter(marked).count(), 0);
        }
        if let Some(all) = fix_all(&taken) {
            let Change::Article(edits) = all.change else { panic!("not of the article") };
            let after = snapshot(&edited(&text, &edits), format);
            let again = fix_all(&after).map(|action| action.marks.len()).unwrap_or_default();
            prop_assert!(again < taken.diagnostics().len(), "safe fixes come to an end");
        }
    }
}

/// A list that opens by itself where a word ends is taken by the Enter that ends the line.
#[test]
fn no_completion_is_offered_where_a_word_ends() {
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
    let sentences = include_str!("typing/sentences.txt").lines().filter(|line| !line.starts_with('#'));
    let (mut ends, mut offered) = (0, Vec::new());
    for sentence in sentences {
        let words =
            sentence.split(' ').map(|word| word.as_ptr() as usize - sentence.as_ptr() as usize + word.len());
        for end in words {
            let typed = &sentence[..end];
            let snapshot = Snapshot::take(typed.into(), Format::Plain, &mut reader, DateHints::default());
            let list = complete(&snapshot, end, Occasion::Typing, Locale::Hi);
            offered.extend(list.first().map(|first| format!("{typed} → {}", first.insert)));
            ends += 1;
        }
    }
    assert!(ends > 800, "{ends}");
    assert_eq!(offered, [""; 0]);
}

/// A list in the middle of a word is in the way too, unless the word is becoming a name.
#[test]
fn hardly_any_list_opens_while_ordinary_sentences_are_typed() {
    let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
    let sentences = include_str!("typing/sentences.txt").lines().filter(|line| !line.starts_with('#'));
    let (mut letters, mut opened) = (0, Vec::new());
    for sentence in sentences {
        for end in sentence.char_indices().map(|(at, letter)| at + letter.len_utf8()) {
            let typed = &sentence[..end];
            let snapshot = Snapshot::take(typed.into(), Format::Plain, &mut reader, DateHints::default());
            let list = complete(&snapshot, end, Occasion::Typing, Locale::Hi);
            opened.extend(list.first().map(|first| format!("{typed} → {}", first.insert)));
            letters += 1;
        }
    }
    assert!(opened.len() * 1000 <= letters, "{} of {letters}: {opened:#?}", opened.len());
}
