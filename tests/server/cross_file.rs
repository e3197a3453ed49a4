//! Names that the articles of the open folders spell in different ways.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{Client, url};
use crate::page::Page;

const MOSCOW: &str = "वार्ता मॉस्को में होगी।\n";
const OTHER: &str = "😀 मास्को में बर्फ़ गिरी।\n";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("a.txt", MOSCOW), ("b.txt", MOSCOW), ("c.txt", OTHER)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn says_across(params: &Value) -> bool {
    params["diagnostics"].as_array().is_some_and(|marks| marks.iter().any(|m| m["code"] == "spelling/across"))
}

#[tokio::test]
async fn an_open_article_is_held_against_the_others() {
    let folder = folder();
    let uri = |name: &str| url(&folder.path().join(name));
    let mut client = Client::new();
    let options = json!({"typingDelay": 0, "locale": "en", "across": true});
    client.begin_in(&[&url(folder.path())], json!({}), options).await;
    client.open(&uri("c.txt"), 1, OTHER).await;
    let marks = client.pushed(&uri("c.txt"), says_across).await["diagnostics"].take();
    let page = Page { text: OTHER.to_owned(), encoding: "utf-16" };
    assert_eq!((&marks[0]["range"], &marks[0]["severity"]), (&page.range("मास्को"), &json!(4)), "a hint");
    let message = marks[0]["message"].as_str().unwrap();
    assert!(message.contains("a.txt (1×), b.txt (1×)") && !message.contains("/a.txt"), "{message}");

    // Typing goes on against what the others say
    let moscow = json!([{"range": page.range("मास्को"), "text": "मॉस्को"}]);
    client.change(&uri("c.txt"), 2, moscow).await;
    assert_eq!(client.marks(&uri("c.txt"), 2).await, json!([]));
    client.change(&uri("c.txt"), 3, json!([{"text": OTHER}])).await;
    assert_eq!(client.marks(&uri("c.txt"), 3).await[0]["code"], "spelling/across");

    // The others come round
    fs::write(folder.path().join("a.txt"), OTHER).unwrap();
    fs::write(folder.path().join("b.txt"), OTHER).unwrap();
    client.save(&uri("c.txt")).await;
    client.pushed(&uri("c.txt"), |params| params["diagnostics"] == json!([])).await;
}

#[tokio::test]
async fn closed_articles_are_held_against_each_other_if_the_newsroom_wants_it() {
    let folder = folder();
    fs::write(folder.path().join("vartani.toml"), "[rules]\n\"spelling/across\" = \"information\"\n")
        .unwrap();
    let mut client = Client::new();
    let workspace = json!({"didChangeWatchedFiles": {"dynamicRegistration": true}});
    let capabilities = json!({"textDocument": {"diagnostic": {}}, "workspace": workspace});
    client.begin_in(&[&url(folder.path())], capabilities, Value::Null).await;
    let pull = json!({"previousResultIds": []});
    let first = client.call("workspace/diagnostic", pull.clone()).await["result"]["items"].take();
    let marks: Vec<usize> =
        first.as_array().unwrap().iter().map(|item| item["items"].as_array().unwrap().len()).collect();
    assert_eq!(marks, [0, 0, 1]);
    assert_eq!(first[2]["items"][0]["severity"], 3);

    // Another article changes, and with it what is said of this one
    fs::write(folder.path().join("b.txt"), "धूप है।\n").unwrap();
    let change = json!({"changes": [{"uri": url(&folder.path().join("b.txt")), "type": 2}]});
    client.notify("workspace/didChangeWatchedFiles", change).await;
    let ids: Vec<Value> = first
        .as_array()
        .unwrap()
        .iter()
        .map(|item| json!({"uri": item["uri"], "value": item["resultId"]}))
        .collect();
    let second = client.call("workspace/diagnostic", json!({"previousResultIds": ids})).await;
    let kinds: Vec<&Value> =
        second["result"]["items"].as_array().unwrap().iter().map(|item| &item["kind"]).collect();
    assert_eq!(kinds, [&json!("unchanged"), &json!("full"), &json!("full")], "{second}");
}

#[tokio::test]
async fn nobody_is_compared_who_did_not_ask() {
    let folder = folder();
    let mut client = Client::new();
    let capabilities = json!({"textDocument": {"diagnostic": {}}});
    client.begin_in(&[&url(folder.path())], capabilities, Value::Null).await;
    let told = client.call("workspace/diagnostic", json!({"previousResultIds": []})).await;
    let items = told["result"]["items"].as_array().unwrap();
    assert!(items.iter().all(|item| item["items"] == json!([])), "{told}");
}
