use crate::text::BlockKind::{Cell, Field, Heading, ListItem, Paragraph};
use crate::text::Field::Description;
use crate::text::Format::Html;
use crate::text::markup::tests::{all_words_are_verbatim, kinds, prose, source_of};

const PAGE: &str = "<!DOCTYPE html>\r
<html lang=\"hi\">\r
<head>\r
  <meta name=\"description\" content=\"जलस्तर &amp; मौसम\">\r
  <title>नदी का जलस्तर घटा</title>\r
  <style>body { font-family: 'मंगल'; }</style>\r
  <script>if (1 < 2) { alert(\"खतरा <p>\"); }</script>\r
</head>\r
<body>\r
<!-- संपादक: इसे हटाना है -->\r
<article>\r
  <h1>नदी का जलस्तर <em>घटा</em></h1>\r
  <p>भोपाल। नर्मदा का पानी\r
     अब खतरे के निशान से <b>दो मीटर</b> नीचे है।</p>\r
  <noscript><p>स्क्रिप्ट चालू करें</p></noscript>\r
  <ul><li>राहत शिविर बंद<li>स्कूल सोमवार से</ul>\r
  <p>आगे की खबर कल।\r
</article>\r
</body>\r
</html>\r
";

#[test]
fn a_page_falls_into_its_blocks() {
    assert_eq!(
        kinds(PAGE, Html),
        [
            (Field(Description), "जलस्तर & मौसम".to_owned()),
            (Heading(1), "नदी का जलस्तर घटा".to_owned()),
            (Heading(1), "नदी का जलस्तर घटा".to_owned()),
            (Paragraph, "भोपाल। नर्मदा का पानी अब खतरे के निशान से दो मीटर नीचे है।".to_owned()),
            (ListItem, "राहत शिविर बंद".to_owned()),
            (ListItem, "स्कूल सोमवार से".to_owned()),
            (Paragraph, "आगे की खबर कल।".to_owned()),
        ]
    );
    all_words_are_verbatim(PAGE, Html);
}

#[test]
fn inline_elements_split_no_word() {
    let text = "<p>राज्य<b>पाल</b> ने <a href=\"/x?a=1&b=2\" title='कड़ी'>मॉ<i>स्को</i></a> में क<!-- ? -->हा।";
    assert_eq!(prose(text, Html), ["राज्यपाल ने मॉस्को में कहा।"]);
    assert_eq!(source_of("राज्यपाल", text, Html), "राज्य<b>पाल");
    assert_eq!(source_of("मॉस्को", text, Html), "मॉ<i>स्को");
}

#[test]
fn references_are_decoded_and_keep_their_place() {
    let text = "<p>एस&nbsp;पी &amp; वकील &#2350;ंत्री से &lt;मिले&gt; &ndash; AT&T &फिर";
    assert_eq!(prose(text, Html), ["एस\u{A0}पी & वकील मंत्री से <मिले> – AT&T &फिर"]);
    assert_eq!(source_of("मंत्री", text, Html), "&#2350;ंत्री");
    assert_eq!(source_of("–", text, Html), "&ndash;");
    assert_eq!(source_of("वकील", text, Html), "वकील");
    assert_eq!(source_of("फिर", text, Html), "फिर");
}

#[test]
fn white_space_collapses_where_a_line_ends() {
    assert_eq!(prose("<p>\n  बाज़ार  में\n\n   तेज़ी <b> रही</b>\t</p> ", Html), ["बाज़ार  में तेज़ी रही"]);
    assert_eq!(prose("<p>पहली पंक्ति <br/>\n दूसरी<br></p>", Html), ["पहली पंक्ति\nदूसरी"]);
    assert!(prose("<p>&nbsp;</p><p> <br> </p><div><img src=a></div>", Html).is_empty());
}

#[test]
fn what_is_no_text_keeps_words_apart() {
    assert_eq!(
        prose("<p>कमांड<code>git <b>क</b></code>चलाएँ <img alt='चित्र'>और<svg><title>ख</title></svg>देखें", Html),
        ["कमांड\u{FFFC}चलाएँ \u{FFFC}और\u{FFFC}देखें"]
    );
    assert_eq!(prose("<p>पहले<pre>कोड <pre>क</pre> ख</pre>बाद<textarea><p>लिखें", Html), ["पहले", "बाद\u{FFFC}"]);
}

#[test]
fn the_kind_is_that_of_the_nearest_element() {
    let text = "<table><caption>मतदान</caption><tr><th>सीट<td><p>मत</p><ul><li>डाक से</ul></table>\
        <ol><li>पहला<div>वही</div><h3>बीच में</h3></li></ol><blockquote>उद्धरण</blockquote><dl><dt>अर्थ<dd>मतलब</dl>अंत";
    assert_eq!(
        kinds(text, Html).iter().map(|(kind, text)| (*kind, text.as_str())).collect::<Vec<_>>(),
        [
            (Paragraph, "मतदान"),
            (Cell, "सीट"),
            (Cell, "मत"),
            (ListItem, "डाक से"),
            (ListItem, "पहला"),
            (ListItem, "वही"),
            (Heading(3), "बीच में"),
            (Paragraph, "उद्धरण"),
            (ListItem, "अर्थ"),
            (ListItem, "मतलब"),
            (Paragraph, "अंत"),
        ]
    );
}

#[test]
fn broken_markup_is_read_as_far_as_it_goes() {
    assert_eq!(prose("3 < 5 और <ख> है </", Html), ["3 < 5 और <ख> है </"]);
    assert_eq!(prose("</p></div>क</li><p>ख</h1>ग<b", Html), ["क", "ख", "ग"]);
    assert_eq!(
        kinds("<h2>बिना अंत का शीर्षक<p>पैरा</h1><p>और</h4>", Html),
        [
            (Heading(2), "बिना अंत का शीर्षक".to_owned()),
            (Paragraph, "पैरा".to_owned()),
            (Paragraph, "और".to_owned())
        ]
    );
    assert_eq!(prose("<p>यहाँ <code>कोड बंद नहीं हुआ<p>नया पैरा", Html), ["यहाँ \u{FFFC}", "नया पैरा"]);
    assert_eq!(prose("<script src='a'/><p>एक्सएचटीएमएल", Html), ["एक्सएचटीएमएल"]);
}
