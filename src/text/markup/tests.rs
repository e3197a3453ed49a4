//! What holds for every reader of markup.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::text::{Article, BlockKind, Format};

/// The formats with markup.
const FORMATS: &[Format] = &[Format::Markdown, Format::Html];

/// The prose of all blocks.
pub(super) fn prose(text: &str, format: Format) -> Vec<String> {
    texts(&sound(text, format))
}

fn texts(article: &Article) -> Vec<String> {
    let blocks = &article.blocks;
    blocks.iter().map(|block| block.text().to_owned()).collect()
}

/// The prose of all blocks with their kinds.
pub(super) fn kinds(text: &str, format: Format) -> Vec<(BlockKind, String)> {
    let blocks = sound(text, format).blocks;
    blocks.iter().map(|block| (block.kind, block.text().to_owned())).collect()
}

/// What the document has where the prose has `word`.
pub(super) fn source_of(word: &str, text: &str, format: Format) -> String {
    let article = sound(text, format);
    for block in &article.blocks {
        if let Some(&token) = block.tokens.iter().find(|&&token| block.word(token) == word) {
            return block.to_document(token.span).of(text).to_owned();
        }
    }
    panic!("no {word} in {article:?}");
}

/// Checks that every word finds its way back to the document, and that what may be edited is the word.
fn sound(text: &str, format: Format) -> Article {
    let article = Article::parse(text, format);
    let mut at = 0;
    for block in &article.blocks {
        assert!(block.start >= at, "blocks ascend");
        at = block.start;
        assert!(!block.tokens.is_empty(), "a block says something");
        for &token in block.tokens.iter() {
            let source = block.to_document(token.span);
            assert!(source.start >= at && !source.is_empty(), "{token:?} ascends");
            assert!(text.get(source.range()).is_some(), "{token:?} in the document");
            // two characters of one reference share its place
            at = source.start;
            if let Some(editable) = block.to_editable(token.span) {
                assert_eq!(editable.of(text), block.word(token));
            }
        }
    }
    article
}

/// Checks that every word of the prose stands in the document as it is.
pub(super) fn all_words_are_verbatim(text: &str, format: Format) {
    for block in sound(text, format).blocks {
        for &token in block.tokens.iter().filter(|token| token.is_word()) {
            assert_eq!(block.to_document(token.span).of(text), block.word(token));
        }
    }
}

#[test]
fn hostile_input_takes_no_longer_than_its_length() {
    let begun = Instant::now();
    for text in [
        "<div>".repeat(100_000),
        "<div>".repeat(50_000) + &"</li>".repeat(50_000),
        "<h1>क<div>ख".repeat(20_000),
        "<".repeat(1 << 20),
        "&".repeat(1 << 20),
        "*".repeat(1 << 20),
        "[".repeat(1 << 20),
        "![](".repeat(100_000),
        "*क **ख _ग ".repeat(30_000),
        "> ".repeat(100_000) + "क",
        "- ".repeat(100_000) + "क",
        "क<br>".repeat(100_000),
        "क\u{20}\n".repeat(100_000),
        "|क".repeat(20_000) + "\n" + &"|-".repeat(20_000) + "\n" + &"|क".repeat(20_000),
        "|क|ख|\n|-|-|\n".to_owned() + &"|क|ख|\n".repeat(20_000),
        "<title>".to_owned() + &"</titl".repeat(100_000),
        "---\nक\n\n".repeat(30_000),
    ] {
        for &format in FORMATS {
            Article::parse(&text, format);
        }
    }
    // a quadratic reader needs hours
    assert!(begun.elapsed() < Duration::from_secs(120), "{:?}", begun.elapsed());
}

/// Pieces of markup and prose.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "कीव", "में ", "बैठक।", "é", "x", "12", " ", "  ", "\n", "\n\n", "\r\n", "\t", "    ", "\u{A0}", "\u{FEFF}", "\0",
    "*", "**", "_", "~~", "`", "```\n", "~~~", "#", "# ", "===\n", "---\n", "+++\n", "> ", "- ", "1. ", "- [ ] ",
    "|", "|-|-|\n", "\\", "\\\n", "[", "]", "](", "](u)", "![", "[^1]", "[^1]: ", "[x]: u\n", "{#a}", "(", ")",
    "<", ">", "</", "/>", "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "<br/>", "<li>", "<ul>", "</ul>",
    "<td>", "<h1>", "</h2>", "<code>", "</code>", "<pre>", "</pre>", "<script>", "</script>", "<svg>", "</svg>",
    "<title>", "</title>", "<img alt='क'>", "<!--", "-->", "<x-y>", "<?", "<http://a.b>", "=\"", "'",
    "&", "&amp;", "&nbsp;", "&#2350;", "&#10;", "&#x110000;", "&copy", "&NotEqualTilde;", ";",
];

/// The pieces in any order.
fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_soup_is_read_soundly(text in soup()) {
        for &format in FORMATS {
            sound(&text, format);
        }
    }

    #[test]
    fn any_text_is_read_soundly(text in any::<String>()) {
        for &format in FORMATS {
            sound(&text, format);
        }
    }

    /// What counts as editable is: a word put there is the word that is read there, and nothing else changes.
    #[test]
    fn an_edit_changes_one_word(text in soup()) {
        for &format in FORMATS {
            let article = sound(&text, format);
            for (at, block) in article.blocks.iter().enumerate() {
                for token in block.tokens.iter().filter(|token| token.is_devanagari()) {
                    let Some(place) = block.to_editable(token.span) else {
                        continue;
                    };
                    let mut edited = text.clone();
                    edited.replace_range(place.range(), "दिल्ली");
                    let mut expected = texts(&article);
                    expected[at].replace_range(token.span.range(), "दिल्ली");
                    prop_assert_eq!(texts(&sound(&edited, format)), expected, "{:?}", &edited);
                }
            }
        }
    }
}
