//! When marks are shown, and when they go.

use serde_json::{Value, json};

use crate::client::{ARTICLE, Client, WRONG, shows_all};
use crate::page::Page;

/// What somebody writes who means to write [`ARTICLE`].
const RIGHT: &str = "बैठक गुरुवार (13 मार्च 2025) को हुई।\n";

/// Changes the weekday of [`RIGHT`] so that it is wrong; the caret is behind it.
fn mistake() -> Value {
    let page = Page { text: RIGHT.to_owned(), encoding: "utf-16" };
    json!([{"range": page.range("गुरुवार"), "text": "बुधवार"}])
}

#[tokio::test]
async fn marks_come_with_the_version_they_are_of() {
    let mut client = Client::begun(shows_all()).await;
    client.open("untitled:a", 3, RIGHT).await;
    assert_eq!(client.marks("untitled:a", 3).await, json!([]));
    client.change("untitled:a", 8, mistake()).await;
    let marks = client.marks("untitled:a", 8).await;
    let page = Page { text: ARTICLE.to_owned(), encoding: "utf-16" };
    assert_eq!((&marks[0]["code"], &marks[0]["range"]), (&json!("date/weekday"), &page.range(WRONG)));
    assert_eq!(marks[0]["severity"], 2);
    assert!(marks[0]["codeDescription"]["href"].as_str().unwrap().ends_with("date/weekday.rs"), "{marks}");
}

#[tokio::test]
async fn marks_go_when_their_document_is_closed() {
    let mut client = Client::begun(json!({})).await;
    for version in 1..20 {
        client.open("untitled:a", version, ARTICLE).await;
        client.change("untitled:a", version + 100, json!([{"text": ARTICLE.repeat(2)}])).await;
        client.close("untitled:a").await;
    }
    // Whatever is still being read must not come after the last word on a closed document
    client.open("untitled:b", 1, ARTICLE).await;
    client.marks("untitled:b", 1).await;
    let mut last = client.pushed("untitled:a", |_| true).await;
    client.assert_alive().await;
    while let Some(next) = client.pushed_already("untitled:a") {
        last = next;
    }
    assert_eq!(last["diagnostics"], json!([]));
}

#[tokio::test]
async fn a_reopened_document_is_not_what_it_was() {
    let mut client = Client::begun(json!({"textDocument": {"diagnostic": {}}})).await;
    client.open("untitled:a", 1, RIGHT).await;
    let right = client.pull("untitled:a", None).await["result"].take();
    client.close("untitled:a").await;
    client.open("untitled:a", 1, ARTICLE).await;
    let wrong = client.pull("untitled:a", Some(&right["resultId"])).await["result"].take();
    assert_eq!(wrong["kind"], "full", "{wrong}");
    assert_eq!(wrong["items"][0]["code"], "date/weekday");
}

#[tokio::test]
async fn a_pull_is_answered_in_full_only_when_something_changed() {
    let mut client = Client::begun(json!({"textDocument": {"diagnostic": {}}})).await;
    client.open("untitled:a", 1, RIGHT).await;
    let first = client.pull("untitled:a", None).await["result"].take();
    assert_eq!((&first["kind"], &first["items"]), (&json!("full"), &json!([])));
    let second = client.pull("untitled:a", Some(&first["resultId"])).await["result"].take();
    assert_eq!(second, json!({"kind": "unchanged", "resultId": first["resultId"]}));
    client.change("untitled:a", 2, mistake()).await;
    let third = client.pull("untitled:a", Some(&first["resultId"])).await["result"].take();
    assert_eq!((&third["kind"], &third["items"][0]["code"]), (&json!("full"), &json!("date/weekday")));
    assert_ne!(third["resultId"], first["resultId"]);
    let closed = client.pull("untitled:nobody's", None).await;
    assert_eq!(closed["error"]["code"], -32602, "{closed}");
    assert!(client.pushed_already("untitled:a").is_none(), "who pulls is not pushed");
}

#[tokio::test]
async fn a_mark_at_the_word_being_typed_waits_until_the_writer_pauses() {
    let mut client = Client::new();
    client.begin(json!({}), json!({"typingDelay": 1500})).await;
    let text = format!("{RIGHT}\nयह यह ठीक है।\n");
    client.open("untitled:a", 1, &text).await;
    assert_eq!(client.marks("untitled:a", 1).await[0]["code"], "text/repeated-word");
    client.change("untitled:a", 2, mistake()).await;
    let codes = |marks: &Value| -> Vec<String> {
        marks.as_array().unwrap().iter().map(|mark| mark["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(codes(&client.marks("untitled:a", 2).await), ["text/repeated-word"], "only marks elsewhere");
    assert_eq!(codes(&client.marks("untitled:a", 2).await), ["date/weekday", "text/repeated-word"]);
}

#[tokio::test]
async fn a_mark_shows_as_soon_as_the_caret_has_left_it() {
    let mut client = Client::new();
    client.begin(json!({}), json!({"typingDelay": 3_600_000})).await;
    client.open("untitled:a", 1, &format!("{RIGHT}\n")).await;
    client.change("untitled:a", 2, mistake()).await;
    assert_eq!(client.marks("untitled:a", 2).await, json!([]));
    let below = json!({"line": 1, "character": 0});
    client.change("untitled:a", 3, json!([{"range": {"start": below, "end": below}, "text": "मौसम"}])).await;
    assert_eq!(client.marks("untitled:a", 3).await[0]["code"], "date/weekday");
}

#[tokio::test]
async fn who_pulls_is_asked_to_pull_again_for_what_was_held_back() {
    let mut client = Client::new();
    let capabilities =
        json!({"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": true}}});
    client.begin(capabilities, json!({"typingDelay": 1500})).await;
    client.open("untitled:a", 1, RIGHT).await;
    client.change("untitled:a", 2, mistake()).await;
    let held = client.pull("untitled:a", None).await["result"].take();
    assert_eq!(held["items"], json!([]));
    client.asked_for("workspace/diagnostic/refresh").await;
    let shown = client.pull("untitled:a", Some(&held["resultId"])).await["result"].take();
    assert_eq!(shown["items"][0]["code"], "date/weekday", "{shown}");
}

#[tokio::test]
async fn nothing_is_held_back_from_a_client_that_could_not_be_told_later() {
    let mut client = Client::new();
    client.begin(json!({"textDocument": {"diagnostic": {}}}), json!({"typingDelay": 3_600_000})).await;
    client.open("untitled:a", 1, RIGHT).await;
    client.change("untitled:a", 2, mistake()).await;
    let shown = client.pull("untitled:a", None).await["result"].take();
    assert_eq!(shown["items"][0]["code"], "date/weekday", "{shown}");
}

#[tokio::test]
async fn what_is_superfluous_is_tagged_so() {
    let mut client = Client::begun(shows_all()).await;
    client.open("untitled:a", 1, &format!("मंत्री ने ने कहा।\n{ARTICLE}")).await;
    let marks = client.marks("untitled:a", 1).await;
    assert_eq!((&marks[0]["code"], &marks[0]["tags"]), (&json!("text/repeated-word"), &json!([1])));
    assert_eq!((&marks[1]["code"], marks[1].get("tags")), (&json!("date/weekday"), None));
}

#[tokio::test]
async fn a_client_gets_nothing_that_it_does_not_know() {
    let mut client = Client::begun(json!({})).await;
    client.open("untitled:a", 1, "मॉस्को शांत है, मास्को में को को बर्फ़ गिरी।\n").await;
    let marks = client.marks("untitled:a", 1).await;
    assert_eq!(marks.as_array().unwrap().len(), 2, "{marks}");
    for mark in marks.as_array().unwrap() {
        let fields: Vec<&String> = mark.as_object().unwrap().keys().collect();
        assert_eq!(fields, ["code", "message", "range", "severity", "source"]);
    }
}
