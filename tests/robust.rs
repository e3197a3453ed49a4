//! No article, however broken, brings the desk down, and what it says always fits the article.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::strategy::Union;
use vartani::diagnostics::{Diagnostic, diagnose};
use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::rules::Rule;
use vartani::text::Format;

const FORMATS: [Format; 3] = [Format::Plain, Format::Markdown, Format::Html];

/// Safe fixes settle in so many rounds: a bar is known for a danda only after the word before it is
/// mended, `नहींं|` → `नहीं|` → `नहीं।`.
const ROUNDS: usize = 2;

fn reader() -> Reader {
    static SHIPPED: LazyLock<Arc<Newsroom>> =
        LazyLock::new(|| Arc::new(Newsroom::shipped(Config::default())));
    Reader::new(Arc::clone(&SHIPPED))
}

fn hints() -> DateHints {
    DateHints { given: "2025-03-12".parse().ok(), ..DateHints::default() }
}

/// Syllables of Devanagari, whole and broken, with joiners and signs in any order.
fn syllables() -> impl Strategy<Value = String> {
    "[कखगघचजटडतदनपबभमयरलवशसहक़ज़अआइएओािीुूेैोौंँः़्ऽॅॉॐ\u{200C}\u{200D}]{1,8}"
}

/// What stands in the news: names in their spellings, and words that are said twice.
fn words() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "मॉस्को",
        "मास्को",
        "मास्‍को",
        "ट्रंप",
        "ट्रम्प",
        "डोनाल्ड ट्रंप",
        "भाजपा",
        "बीजेपी",
        "अमेरिका",
        "यूएस",
        "नई दिल्ली",
        "व्लादिमीर पुतिन",
        "पुतिनने",
        "मोदीजी",
        "ने",
        "ने ने",
        "के लिए के लिए",
        "है",
        "है|",
        "दु:ख",
        "अाज",
        "नहींं",
        "मंे",
        "कहा",
        "होगी",
        "बीते",
        "आगामी",
        "दिन",
        "यानी",
        "Kyiv",
        "TASS",
        "Donald Trump",
        "iPhone",
        "मार्च",
        "फ़रवरी",
        "अप्रैल",
        "बुधवार",
        "गुरुवार",
        "जनता दल (यूनाइटेड)",
    ])
    .prop_map(str::to_owned)
}

/// Days that are and days that are not.
fn dates() -> impl Strategy<Value = String> {
    let months = prop::sample::select(vec!["जनवरी", "फरवरी", "फ़रवरी", "मार्च", "अप्रैल", "सितम्बर", "दिसंबर"]);
    let between = prop::sample::select(vec![" ", "-", " – ", " से ", ", ", " (", ""]);
    let years = prop::sample::select(vec!["", " 2025", ", 1900", " २०२४", " 0000", " 9999", " 99999"]);
    Union::new([
        (0..45_u8, months, years).prop_map(|(day, month, year)| format!("{day} {month}{year}")).boxed(),
        (0..45_u8, between, 0..45_u8).prop_map(|(a, gap, b)| format!("{a}{gap}{b} मार्च)")).boxed(),
        (0..99_u8, 0..15_u8, 0..10_000_u16, prop::sample::select(vec!['.', '/', '-']))
            .prop_map(|(day, month, year, mark)| format!("{day:02}{mark}{month:02}{mark}{year}"))
            .boxed(),
        prop::sample::select(vec![
            "बुधवार (13 मार्च 2025)",
            "13 मार्च, बुधवार",
            "सोमवार यानी ३१ अप्रैल",
            "नई दिल्ली, 12 मार्च (भाषा)।",
            "---\ndate: 2025-03-12\n---\n",
        ])
        .prop_map(str::to_owned)
        .boxed(),
    ])
}

/// Everything that is neither word nor date: marks, markup, emoji, other scripts, blanks, controls.
fn odds_and_ends() -> impl Strategy<Value = String> {
    Union::new([
        prop::sample::select(vec![
            " ",
            "  ",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "\u{A0}",
            "\u{2028}",
            "\u{FEFF}",
            "\u{200B}",
            "\0",
            "।",
            "॥",
            ".",
            ",",
            ":",
            "|",
            "“",
            "”",
            "“ ",
            " ”",
            "‘",
            "’",
            "\"",
            "(",
            ")",
            "[",
            "]",
            "-",
            "–",
            "#",
            "@",
            "₹",
            "&amp;",
            "&#2309;",
            "&#x200D;",
            "&nbsp;",
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<br/>",
            "<",
            "**",
            "_",
            "`",
            "```\n",
            "> ",
            "- ",
            "1. ",
            "| क | ख |\n|---|---|\n",
            "[^1]",
            "[क](http://x)",
            "😀",
            "👩‍👩‍👧",
            "🇮🇳",
            "é",
            "e\u{301}",
            "বাংলা",
            "ا",
            "漢",
        ])
        .prop_map(str::to_owned)
        .boxed(),
        "\\PC{0,6}".boxed(),
        any::<char>().prop_map(String::from).boxed(),
    ])
}

fn documents() -> impl Strategy<Value = String> {
    let part = Union::new_weighted(vec![
        (3, syllables().boxed()),
        (4, words().boxed()),
        (3, dates().boxed()),
        (4, odds_and_ends().boxed()),
    ]);
    prop::collection::vec((part, prop::bool::weighted(0.7)), 0..24)
        .prop_map(|parts| parts.into_iter().map(|(part, gap)| if gap { part + " " } else { part }).collect())
}

fn marks(document: &str, format: Format) -> Vec<Diagnostic> {
    diagnose(document, format, &mut reader(), hints())
}

fn safe_fixes(
    marks: &[Diagnostic],
) -> impl Iterator<Item = (&Diagnostic, &vartani::diagnostics::DocumentFix)> {
    marks.iter().filter_map(|mark| Some((mark, mark.fixes.iter().find(|fix| fix.applicability.is_safe())?)))
}

/// The document with the safe fix of every mark applied; of fixes that overlap the first.
fn mended(document: &str, marks: &[Diagnostic]) -> String {
    let mut edits: Vec<_> = safe_fixes(marks).flat_map(|(_, fix)| &fix.edits).collect();
    edits.sort_by_key(|(span, _)| *span);
    let (mut text, mut at) = (String::new(), 0);
    for (span, insert) in edits {
        if (span.start as usize) < at {
            continue;
        }
        text.push_str(&document[at..span.start as usize]);
        text.push_str(insert);
        at = span.end as usize;
    }
    text + &document[at..]
}

proptest! {
    #[test]
    fn every_mark_and_every_edit_stands_inside_the_document(document in documents()) {
        for format in FORMATS {
            for mark in marks(&document, format) {
                prop_assert!(Rule::find(mark.rule).is_some());
                prop_assert!(!mark.message.hi.is_empty() && !mark.message.en.is_empty());
                prop_assert!(document.get(mark.span.range()).is_some_and(|text| !text.is_empty()), "{:?}", mark);
                for (span, message) in &mark.related {
                    prop_assert!(document.get(span.range()).is_some_and(|text| !text.is_empty()), "{:?}", mark);
                    prop_assert!(!message.hi.is_empty() && !message.en.is_empty());
                }
                for fix in &mark.fixes {
                    prop_assert!(!fix.edits.is_empty(), "{:?}", mark);
                    for (span, insert) in &fix.edits {
                        let replaced = document.get(span.range());
                        prop_assert!(replaced.is_some(), "{:?}", mark);
                        prop_assert_ne!(replaced, Some(insert.as_str()), "a fix changes something: {:?}", mark);
                    }
                }
            }
        }
    }

    #[test]
    fn marks_come_in_order_and_each_but_once(document in documents()) {
        for format in FORMATS {
            let marks = marks(&document, format);
            prop_assert!(marks.is_sorted_by_key(|mark| (mark.span, mark.rule)));
            prop_assert!(marks.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", marks);
        }
    }

    #[test]
    fn an_article_read_twice_is_marked_the_same(document in documents(), other in documents()) {
        for format in FORMATS {
            let fresh = marks(&document, format);
            prop_assert_eq!(&marks(&document, format), &fresh);
            let mut reader = reader();
            diagnose(&other, format, &mut reader, hints());
            prop_assert_eq!(&diagnose(&document, format, &mut reader, hints()), &fresh, "whatever was read before");
        }
    }

    #[test]
    fn safe_fixes_settle_and_then_change_nothing(document in documents()) {
        for format in FORMATS {
            let mut text = document.clone();
            for _ in 0..ROUNDS {
                text = mended(&text, &marks(&text, format));
            }
            let after = marks(&text, format);
            let left: Vec<_> = safe_fixes(&after).map(|(mark, _)| (mark.rule, mark.span.of(&text))).collect();
            prop_assert!(left.is_empty(), "{:?} in {:?}, mended to {:?}", left, document, text);
        }
    }

    #[test]
    fn any_characters_at_all_are_an_article(document in any::<String>()) {
        for format in FORMATS {
            for mark in marks(&document, format) {
                prop_assert!(document.get(mark.span.range()).is_some());
            }
        }
    }

    #[test]
    fn a_cut_article_is_still_an_article(document in documents(), at in any::<prop::sample::Index>()) {
        let cuts: Vec<_> = document.char_indices().map(|(at, _)| at).collect();
        if !cuts.is_empty() {
            let cut = &document[..cuts[at.index(cuts.len())]];
            for format in FORMATS {
                marks(cut, format);
            }
        }
    }
}

#[test]
fn the_edits_of_a_fix_do_not_overlap() {
    // Of three words each two may be the compound
    let text = "बार बार बार कहा। बारबार सुना। बारबार लिखा।";
    let found = marks(text, Format::Plain);
    assert!(found.iter().any(|mark| mark.rule == "spelling/compound"), "{found:?}");
    for fix in found.iter().flat_map(|mark| &mark.fixes) {
        let mut spans: Vec<_> = fix.edits.iter().map(|(span, _)| *span).collect();
        spans.sort();
        assert!(spans.windows(2).all(|pair| !pair[0].overlaps(pair[1])), "{fix:?}");
    }
}
