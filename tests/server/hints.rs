//! Dates between the words, and why they are those.

use std::fs;

use serde_json::{Value, json};

use crate::client::Client;
use crate::page::Page;

const TEXT: &str = "उज्जैन, 15 मार्च 2025 (भाषा)। 😀 बैठक बुधवार को हुई।\n";

async fn hints(client: &mut Client, uri: &str) -> Vec<Value> {
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}});
    let params = json!({"textDocument": {"uri": uri}, "range": range});
    client.call("textDocument/inlayHint", params).await["result"].as_array().unwrap().clone()
}

#[tokio::test]
async fn a_hint_tells_its_reasons_when_somebody_points_at_it() {
    let resolves = json!({"inlayHint": {"resolveSupport": {"properties": ["tooltip"]}}});
    for (capabilities, lazily) in [(json!({"textDocument": resolves}), true), (json!({}), false)] {
        let mut client = Client::new();
        let ours = client.begin(capabilities, json!({"locale": "en"})).await;
        assert_eq!(ours["capabilities"]["inlayHintProvider"]["resolveProvider"], lazily);
        client.open("untitled:a", 1, TEXT).await;
        let found = hints(&mut client, "untitled:a").await;
        let page = Page { text: TEXT.to_owned(), encoding: "utf-16" };
        assert_eq!((found.len(), &found[0]["label"]), (1, &json!("12 March 2025")));
        assert_eq!(found[0]["position"], page.range("बुधवार")["end"]);
        assert_eq!(found[0].get("tooltip").is_none(), lazily, "{found:?}");
        let told = client.call("inlayHint/resolve", found[0].clone()).await["result"]["tooltip"].take();
        let told = told.as_str().unwrap();
        assert!(told.ends_with("counted from 15 March 2025 (dateline: the article's opening)"), "{told}");
        if lazily {
            client.change("untitled:a", 2, json!([{"text": ""}])).await;
            let late = client.call("inlayHint/resolve", found[0].clone()).await;
            assert_eq!(late["error"]["code"], -32801, "{late}");
        }
    }
}

#[tokio::test]
async fn hints_are_asked_for_again_when_the_newsroom_or_a_setting_changes() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Client::new();
    let workspace = json!({"inlayHint": {"refreshSupport": true},
        "didChangeWatchedFiles": {"dynamicRegistration": true}});
    client.begin(json!({"workspace": workspace}), json!({"dateline": "2025-03-15"})).await;
    let uri = |name: &str| format!("file://{}", folder.path().join(name).display());
    client.open(&uri("a.txt"), 1, "बैठक बुधवार को हुई।\n").await;
    assert_eq!(hints(&mut client, &uri("a.txt")).await[0]["label"], "12 मार्च 2025");
    fs::write(folder.path().join("vartani.toml"), "locale = \"en\"\n").unwrap();
    let change = json!({"changes": [{"uri": uri("vartani.toml"), "type": 1}]});
    client.notify("workspace/didChangeWatchedFiles", change).await;
    client.asked_for("workspace/inlayHint/refresh").await;
    assert_eq!(hints(&mut client, &uri("a.txt")).await[0]["label"], "12 March 2025");
    let settings = json!({"settings": {"vartani": {"hints": {"dates": false}}}});
    client.notify("workspace/didChangeConfiguration", settings).await;
    client.asked_for("workspace/inlayHint/refresh").await;
    assert_eq!(hints(&mut client, &uri("a.txt")).await, [] as [Value; 0]);
}
