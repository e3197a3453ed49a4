//! Exports: feeds and the JSON of a CMS are read item by item, and marked where they stand.

use serde_json::Value;

use crate::folder::{Folder, field, texts};

const FEED: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>समाचार</title>
<item><title>मास्को में बैठक</title><pubDate>Wed, 12 Mar 2025 09:00:00 +0530</pubDate>
<description>वार्ता &amp;amp; बैठक</description>
<content:encoded><![CDATA[<p>मॉस्को में बैठक बुधवार (13 मार्च) को होगी।</p><p><code>31 अप्रैल</code></p>]]></content:encoded></item>
<item><title>दूसरी ख़बर</title><description>&lt;p&gt;मास्को में 31 अप्रैल को मेला&lt;/p&gt;</description></item>
</channel></rss>
"#;

#[test]
fn the_items_of_a_feed_are_articles_of_their_own() {
    let folder = Folder::with(&[("a.rss", FEED), ("b.xml", FEED)]);
    for arguments in [["."], ["b.xml"]] {
        let found = folder.findings(&arguments);
        assert_eq!(
            texts(&found),
            ["मास्को", "बुधवार (13 मार्च)", "31 अप्रैल"],
            "मास्को of the second item has no other"
        );
        assert_eq!(field(&found, "field")[0], "headline");
        let lines: Vec<u64> = found.iter().map(|line| line["start"]["line"].as_u64().unwrap()).collect();
        assert_eq!(lines, [3, 5, 6]);
    }
    folder.run(&["check", "--fix", "a.rss"]).is_trouble(&["a.rss: ", "not changed"]);
}

#[test]
fn a_feed_of_atom_may_hold_markup_of_its_own() {
    let feed = r#"<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>मेला</title><updated>2025-03-12T00:00:00+05:30</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>मेला बुधवार (13 मार्च) को <b>होगा</b>।</p></div></content></entry>
<entry><title>मंत्री ने ने कहा</title></entry></feed>"#;
    let folder = Folder::with(&[("a.atom", feed)]);
    assert_eq!(texts(&folder.findings(&["a.atom"])), ["बुधवार (13 मार्च)", "ने ने"]);
}

#[test]
fn a_feed_that_breaks_off_is_read_as_far_as_it_goes() {
    let broken = FEED.replace("<item><title>दूसरी", "<item><<title>दूसरी");
    let folder = Folder::with(&[("a.rss", &broken)]);
    let said = folder.run(&["check", "--format", "json", "a.rss"]);
    said.is_trouble(&["a.rss:6: ", "broken here"]);
    assert_eq!(texts(&said.lines()), ["मास्को", "बुधवार (13 मार्च)"]);
}

/// The findings in an export under `--json-field`, and what is said on stderr.
fn export(name: &str, text: &str, fields: &str) -> (Vec<Value>, String) {
    let folder = Folder::with(&[(name, text)]);
    let said = folder.run(&["check", "--format", "json", "--json-field", fields, "."]);
    (said.lines(), said.err)
}

#[test]
fn the_fields_of_json_are_read_item_by_item() {
    let array = r#"[{"id": 1, "title": "मास्को में बैठक", "date": "2025-03-12", "body": "<p>मॉस्को में बैठक बुधवार (13 मार्च) को होगी।</p>"},
        {"title": "मेला", "body": "पहला पैरा।\nमंत्री ने \"ने ने\" कहा, \u0938\u0941\u0928\u0935\u093e\u0908 31 अप्रैल को।", "slug": "मास्को"}]"#;
    let object = format!("{{\"total\": 2, \"posts\": {array}}}");
    for text in [array, &object] {
        let (found, err) = export("a.json", text, "body,title");
        assert_eq!(err, "");
        assert_eq!(texts(&found)[..2], ["मास्को", "बुधवार (13 मार्च)"]);
        assert!(texts(&found).contains(&"31 अप्रैल"), "{found:?}");
    }
    let nested = r#"{"title": {"rendered": "31 जून को बैठक"}, "content": {"rendered": "<p>31 अप्रैल</p>"}}"#;
    let (found, _) = export("a.json", nested, "content.rendered,title.rendered");
    assert_eq!(texts(&found), ["31 जून", "31 अप्रैल"]);
    assert_eq!(field(&found, "field"), ["headline", "body"]);
}

#[test]
fn what_an_item_lacks_is_named_and_the_rest_goes_on() {
    let lines = "{\"title\": \"मेला\", \"body\": \"31 अप्रैल को मेला।\"}\nयह JSON नहीं\n{\"title\": \"मेला\"}\n{\"body\": \"31 जून को मेला।\", \"title\": null}\n";
    let (found, err) = export("a.jsonl", lines, "body,title");
    assert_eq!(texts(&found), ["31 अप्रैल", "31 जून"]);
    let said: Vec<&str> = err.lines().collect();
    assert_eq!(said.len(), 2, "{err}");
    assert!(said[0].contains("a.jsonl:2: ") && said[0].contains("not JSON"), "{err}");
    assert!(said[1].contains("a.jsonl:3: ") && said[1].contains("\"body\" is missing"), "{err}");
}

#[test]
fn json_is_no_article_unless_somebody_says_what_in_it_is() {
    let folder = Folder::with(&[("a.json", "{\"body\": \"31 अप्रैल\"}"), ("b.txt", "बारिश हुई।\n")]);
    assert_eq!(folder.findings(&["."]).len(), 0);
}

#[test]
fn a_chat_is_read_without_who_wrote_when() {
    let chat = "12/03/25, 9:41 pm - 31 अप्रैल: बैठक कल है।\n[12/03/25, 9:42:05 PM] ने ने: सुनवाई 31 जून को है।\n";
    let folder = Folder::with(&[("chat.txt", chat)]);
    assert_eq!(texts(&folder.findings(&["chat.txt"])), ["31 जून"]);
}
