//! What a writer chooses, and what the client is told to do then.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{ARTICLE, Client};
use crate::page::Page;

/// The paths of temporary folders have nothing to encode.
fn url(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// A client that resolves, with a folder open.
async fn client_in(folder: &TempDir, document_changes: bool) -> Client {
    let resolves = json!({"dataSupport": true, "resolveSupport": {"properties": ["edit"]}});
    let edit = json!({"documentChanges": document_changes, "resourceOperations": ["create"]});
    let capabilities =
        json!({"textDocument": {"codeAction": resolves}, "workspace": {"workspaceEdit": edit}});
    let mut client = Client::new();
    let options = json!({"typingDelay": 0, "locale": "en"});
    client.begin_in(&[&url(folder.path())], capabilities, options).await;
    client
}

/// The actions at a part of a text.
async fn actions(client: &mut Client, uri: &str, text: &str, part: &str) -> Vec<Value> {
    let page = Page { text: text.to_owned(), encoding: "utf-16" };
    let params =
        json!({"textDocument": {"uri": uri}, "range": page.range(part), "context": {"diagnostics": []}});
    client.call("textDocument/codeAction", params).await["result"].as_array().unwrap().clone()
}

/// The edit of the action with a title.
async fn chosen(client: &mut Client, actions: &[Value], title: &str) -> Value {
    let titles: Vec<&Value> = actions.iter().map(|action| &action["title"]).collect();
    let action = actions.iter().find(|action| action["title"] == title);
    let action = action.unwrap_or_else(|| panic!("{title} is not among {titles:?}"));
    if action.get("edit").is_some() {
        return action["edit"].clone();
    }
    let resolved = client.call("codeAction/resolve", action.clone()).await;
    assert!(resolved["result"]["edit"].is_object(), "{resolved}");
    resolved["result"]["edit"].clone()
}

#[tokio::test]
async fn a_mark_is_ignored_here_or_in_the_article() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = client_in(&folder, true).await;
    let uri = url(&folder.path().join("a.md"));
    let document = json!({"uri": uri, "languageId": "markdown", "version": 4, "text": ARTICLE});
    client.notify("textDocument/didOpen", json!({"textDocument": document})).await;
    let offered = actions(&mut client, &uri, ARTICLE, "बुधवार").await;
    let edit = chosen(&mut client, &offered, "ignore date/weekday here").await;
    let change = &edit["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({"uri": uri, "version": 4}));
    assert_eq!(change["edits"][0]["newText"], "<!-- vartani: ignore date/weekday -->\n");
    chosen(&mut client, &offered, "ignore date/weekday in the whole article").await;
}

#[tokio::test]
async fn in_plain_text_what_is_ignored_is_written_into_the_configuration() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("vartani.toml"), "locale = \"en\"\n").unwrap();
    let mut client = client_in(&folder, false).await;
    let uri = url(&folder.path().join("a.txt"));
    client.open(&uri, 1, ARTICLE).await;
    let offered = actions(&mut client, &uri, ARTICLE, "बुधवार").await;
    let edit = chosen(&mut client, &offered, "ignore date/weekday here").await;
    let toml = url(&folder.path().join("vartani.toml"));
    let text = edit["changes"][&toml][0]["newText"].as_str().unwrap();
    assert!(text.contains("[[ignore]]\npath = \"/a.txt\"\ntext = \"बुधवार (13 मार्च 2025)\""), "{text}");
    assert_eq!(fs::read_to_string(folder.path().join("vartani.toml")).unwrap(), "locale = \"en\"\n");
}

/// Fixes on save are asked for by their kind alone.
#[tokio::test]
async fn a_save_gets_safe_fixes_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = client_in(&folder, true).await;
    let uri = url(&folder.path().join("a.txt"));
    let text = "मास्को में बैठक अाज है। मॉस्को, मॉस्को।\n";
    client.open(&uri, 1, text).await;
    let page = Page { text: text.to_owned(), encoding: "utf-16" };
    for kind in ["source.fixAll", "source.fixAll.vartani", "source"] {
        let params = json!({"textDocument": {"uri": uri}, "range": page.range(text),
            "context": {"diagnostics": [], "only": [kind]}});
        let offered = client.call("textDocument/codeAction", params).await["result"].take();
        let offered = offered.as_array().unwrap();
        assert_eq!(offered.len(), 1, "{kind}: {offered:?}");
        assert_eq!(offered[0]["kind"], "source.fixAll.vartani");
        let edit = chosen(&mut client, offered, offered[0]["title"].as_str().unwrap()).await;
        let edits = edit["documentChanges"][0]["edits"].as_array().unwrap().clone();
        assert_eq!(edits.len(), 1, "{edits:?}");
        assert_eq!((&edits[0]["newText"], &edits[0]["range"]), (&json!("आज"), &page.range("अाज")));
    }
}
