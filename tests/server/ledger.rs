//! What a writer does with marks is counted where the newsroom keeps a ledger, and nowhere else.

use std::fs;

use serde_json::{Value, json};

use crate::client::{ARTICLE, Client, url};

/// The actions of the one mark of an article in a folder with this configuration.
async fn actions(config: &str) -> (tempfile::TempDir, Client, Vec<Value>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("vartani.toml"), config).unwrap();
    let mut client = Client::begun(json!({})).await;
    let article = url(&folder.path().join("article.txt"));
    client.open(&article, 1, ARTICLE).await;
    let place = json!({"line": 0, "character": 6});
    let params = json!({"textDocument": {"uri": article}, "range": {"start": place, "end": place},
        "context": {"diagnostics": []}});
    let actions = client.call("textDocument/codeAction", params).await["result"].take();
    let actions = actions.as_array().cloned().unwrap_or_default();
    assert!(!actions.is_empty());
    (folder, client, actions)
}

#[tokio::test]
async fn a_fix_that_is_taken_is_counted_without_a_word_of_the_article() {
    let (folder, mut client, actions) = actions("[ledger]\nfile = \"ledger.tsv\"\n").await;
    for answer in ["accepted", "ignored"] {
        let chosen = actions.iter().find(|action| action["command"]["arguments"][0]["answer"] == answer);
        let command = &chosen.unwrap_or_else(|| panic!("{answer}: {actions:?}"))["command"];
        let params = json!({"command": command["command"], "arguments": command["arguments"]});
        assert_eq!(client.call("workspace/executeCommand", params).await["result"], Value::Null);
    }
    let text = fs::read_to_string(folder.path().join("ledger.tsv")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines.len(), lines[0]), (3, "# vartani ledger 1"));
    assert!(lines[1].ends_with("\tdate/weekday\taccepted"), "{text}");
    assert!(lines[2].ends_with("\tdate/weekday\tignored"), "{text}");
}

#[tokio::test]
async fn without_a_ledger_actions_have_no_command_and_nothing_is_written() {
    let (folder, mut client, actions) = actions("locale = \"hi\"\n").await;
    assert!(actions.iter().all(|action| action.get("command").is_none()), "{actions:?}");
    let article = url(&folder.path().join("article.txt"));
    let answer = json!({"uri": article, "rules": ["date/weekday"], "answer": "accepted"});
    client
        .call("workspace/executeCommand", json!({"command": "vartani.answer", "arguments": [answer]}))
        .await;
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "vartani.toml alone");
}
