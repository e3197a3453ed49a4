use crate::text::BlockKind::{Cell, Heading, ListItem, Paragraph};
use crate::text::Format::Markdown;
use crate::text::markup::tests::{all_words_are_verbatim, kinds, prose, source_of};
use crate::text::{Article, BlockKind, Field};

const ARTICLE: &str = "---
title: चावल की नई किस्म
tags: [खेती]
---

# चावल की नई किस्म {#chawal}

कटक के *वैज्ञानिकों* ने सूखा सहने वाली
किस्म तैयार की है।

> किसान खुश हैं,
> पर दाम *कम* है।
>> ऐसा मंडी में सुना।

1. पहला खेत
   - बीज मुफ्त
     मिला

   खाद बाद में
2. दूसरा खेत

| ज़िला | उपज |
| --- | ---: |
| पुरी | 12 \\| 14 |
| गंजम | [अच्छी](/u) |

```python
# यह टिप्पणी नहीं पढ़ी जाती
```

    न यह

अंत में[^1] इतना ही।

[^1]: विभाग के ~~पुराने~~ आँकड़े।
";

fn borrowed(blocks: &[(BlockKind, String)]) -> Vec<(BlockKind, &str)> {
    blocks.iter().map(|(kind, text)| (*kind, text.as_str())).collect()
}

const BLOCKS: [(BlockKind, &str); 16] = [
    (BlockKind::Field(Field::Headline), "चावल की नई किस्म"),
    (Heading(1), "चावल की नई किस्म"),
    (Paragraph, "कटक के वैज्ञानिकों ने सूखा सहने वाली किस्म तैयार की है।"),
    (Paragraph, "किसान खुश हैं, पर दाम कम है।"),
    (Paragraph, "ऐसा मंडी में सुना।"),
    (ListItem, "पहला खेत"),
    (ListItem, "बीज मुफ्त मिला"),
    (ListItem, "खाद बाद में"),
    (ListItem, "दूसरा खेत"),
    (Cell, "ज़िला"),
    (Cell, "उपज"),
    (Cell, "पुरी"),
    (Cell, "12 | 14"),
    (Cell, "गंजम"),
    (Cell, "अच्छी"),
    (Paragraph, "अंत में\u{FFFC} इतना ही।"),
];

#[test]
fn an_article_falls_into_its_blocks() {
    let blocks = kinds(ARTICLE, Markdown);
    assert_eq!(borrowed(&blocks[..16]), BLOCKS);
    assert_eq!(borrowed(&blocks[16..]), [(Paragraph, "विभाग के पुराने आँकड़े।")]);
    all_words_are_verbatim(ARTICLE, Markdown);
}

#[test]
fn line_ends_of_windows_change_nothing() {
    let windows = ARTICLE.replace('\n', "\r\n");
    assert_eq!(prose(&windows, Markdown), prose(ARTICLE, Markdown));
    all_words_are_verbatim(&windows, Markdown);
}

fn front_matter(text: &str) -> Option<&str> {
    Article::parse(text, Markdown).front_matter.map(|span| span.of(text))
}

#[test]
fn front_matter_is_known_and_its_title_read() {
    assert_eq!(front_matter(ARTICLE), Some("title: चावल की नई किस्म\ntags: [खेती]\n"));
    let toml = "\u{FEFF}+++\r\ntitle = \"बजट\"\r\n+++\r\n\r\nबजट पेश हुआ।\r\n";
    assert_eq!(front_matter(toml), Some("title = \"बजट\"\r\n"));
    assert_eq!(prose(toml, Markdown), ["बजट", "बजट पेश हुआ।"]);
    assert_eq!(front_matter("पहले पाठ।\n\n---\nटोटल: दो\n---\n"), None);
}

#[test]
fn two_rules_further_down_are_no_front_matter() {
    assert_eq!(
        prose("पहला दृश्य।\n\n---\nदूसरा दृश्य।\n\n---\n\nतीसरा।", Markdown),
        ["पहला दृश्य।", "दूसरा दृश्य।", "तीसरा।"]
    );
}

#[test]
fn emphasis_and_links_split_no_word() {
    let text = "वे **मॉ**स्को और ~~दि~~[ल्ली](http://a.in \"शीर्षक\") गए।";
    assert_eq!(prose(text, Markdown), ["वे मॉस्को और दिल्ली गए।"]);
    assert_eq!(source_of("मॉस्को", text, Markdown), "मॉ**स्को");
    assert_eq!(source_of("दिल्ली", text, Markdown), "दि~~[ल्ली");
    assert_eq!(source_of("गए", text, Markdown), "गए");
}

#[test]
fn entities_and_escapes_are_decoded_and_keep_their_place() {
    let text = "\\*राम\\* &amp; श्याम\\&nbsp;का &#2350;ेला 5 < 7 \\\\";
    assert_eq!(prose(text, Markdown), ["*राम* & श्याम&nbsp;का मेला 5 < 7 \\"]);
    assert_eq!(source_of("*", text, Markdown), "\\*");
    assert_eq!(source_of("राम", text, Markdown), "राम");
    assert_eq!(source_of("मेला", text, Markdown), "&#2350;ेला");
    assert_eq!(source_of("\\", text, Markdown), "\\\\");
}

#[test]
fn an_escaped_character_is_not_edited_without_its_backslash() {
    let text = "# दाम \\# बढ़े";
    let block = &Article::parse(text, Markdown).blocks[0];
    let mark = block.tokens.iter().find(|token| token.is_mark('#')).unwrap();
    assert_eq!(block.to_editable(mark.span), None);
}

#[test]
fn a_line_break_reaches_to_the_next_word() {
    let text = "> पुलिस ने \n>   **दो** लोग\\\n> पकड़े  \n> हैं।";
    let block = &Article::parse(text, Markdown).blocks[0];
    assert_eq!(block.text(), "पुलिस ने दो लोग\nपकड़े\nहैं।");
    let gaps: Vec<_> = block
        .tokens
        .windows(2)
        .map(|pair| crate::text::Span { start: pair[0].span.end, end: pair[1].span.start })
        .map(|gap| block.to_document(gap).of(text))
        .collect();
    assert_eq!(gaps, [" ", " \n>   ", " ", "\\\n> ", "  \n> ", ""]);
}

#[test]
fn what_is_no_text_keeps_words_apart() {
    assert_eq!(
        prose("फ़ाइल`a.txt`में <http://a.in> पर![मंच पर **नेता**](b.jpg)देखें", Markdown),
        ["फ़ाइल\u{FFFC}में \u{FFFC} पर\u{FFFC}मंच पर नेता\u{FFFC}देखें"]
    );
    assert_eq!(prose("![](a.jpg)\n\n`क`\n\n![फ़ाइल फोटो](b.jpg)", Markdown), ["\u{FFFC}फ़ाइल फोटो\u{FFFC}"]);
}

#[test]
fn tags_in_running_text() {
    assert_eq!(
        prose("यह <b class='क'>ब</b>ड़ी<br>खबर <!-- छिपा -->है <x-y>विजेट</x-y> <code>क *ख*</code>।", Markdown),
        ["यह बड़ी\nखबर है \u{FFFC}विजेट\u{FFFC} \u{FFFC}।"]
    );
    assert_eq!(prose("- यहाँ <code>खुला\n  - अगला\n\nफिर।", Markdown), ["यहाँ \u{FFFC}", "अगला", "फिर।"]);
}

#[test]
fn blocks_of_html_are_read_as_html() {
    let text = "पहले।\n\n> <div class=\"क\">\n> <p>सभा में\n> <b>भी</b>ड़ &amp; शोर</p>\n> </div>\n\n<script>\nvar क;\n\nvar ख;\n</script>\n\nबाद में।";
    assert_eq!(prose(text, Markdown), ["पहले।", "सभा में भीड़ & शोर", "बाद में।"]);
    assert_eq!(source_of("में", text, Markdown), "में");
    assert_eq!(source_of("भीड़", text, Markdown), "भी</b>ड़");
    assert_eq!(source_of("शोर", text, Markdown), "शोर");
}

#[test]
fn list_items_keep_their_kind_around_what_they_hold() {
    let text = "- काम बाकी\n\n  > उद्धरण\n\n  ## उपशीर्षक\n\n  ```\n  कोड\n  ```\n\n  <p>आगे</p>\n\nपैरा।";
    assert_eq!(
        borrowed(&kinds(text, Markdown)),
        [
            (ListItem, "काम बाकी"),
            (ListItem, "उद्धरण"),
            (Heading(2), "उपशीर्षक"),
            (ListItem, "आगे"),
            (Paragraph, "पैरा।"),
        ]
    );
}

#[test]
fn a_box_in_a_list_is_text() {
    // with task lists enabled, pulldown-cmark panics on the second
    assert_eq!(prose("- [x] मतदान हुआ", Markdown), ["[x] मतदान हुआ"]);
    assert_eq!(prose("- [ ] \\\n\t===\n", Markdown), ["[ ] \\"]);
}

#[test]
fn bars_that_would_be_far_more_cells_than_text_are_no_table() {
    let wide = format!("{}\n{}\n{}", "|क".repeat(400), "|-".repeat(400), "|ख\n".repeat(400));
    assert_eq!(Article::parse(&wide, Markdown).blocks.len(), 1);
    let sound = format!("{}\n{}\n{}", "|क".repeat(4), "|-".repeat(4), "|ख\n".repeat(400));
    assert_eq!(Article::parse(&sound, Markdown).blocks.len(), 404);
}
