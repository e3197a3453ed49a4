//! Folders whose authors the user does not trust, as VS Code says of them in Restricted Mode.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{ARTICLE, Client, url};

/// A folder whose configuration turns the rule off that marks [`ARTICLE`], and that has another article.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put("vartani.toml", "[rules]\n\"date/weekday\" = \"off\"\n");
    put("a.txt", ARTICLE);
    put("b.txt", "सुनवाई 31 अप्रैल को होगी।\n");
    folder
}

async fn open_in(folder: &TempDir, options: Value, later: Option<Value>) -> Client {
    let mut client = Client::new();
    let workspace = json!({"workspaceFolders": true, "configuration": later.is_some()});
    let capabilities = json!({"textDocument": {"diagnostic": {}}, "workspace": workspace});
    client.answers = later;
    client.begin_in(&[&url(folder.path())], capabilities, options).await;
    client.open(&url(&folder.path().join("a.txt")), 1, ARTICLE).await;
    client
}

async fn marks(client: &mut Client, folder: &TempDir) -> usize {
    let pulled = client.pull(&url(&folder.path().join("a.txt")), None).await;
    pulled["result"]["items"].as_array().unwrap_or_else(|| panic!("{pulled}")).len()
}

async fn closed(client: &mut Client) -> usize {
    let answer = client.call("workspace/diagnostic", json!({"previousResultIds": []})).await;
    answer["result"]["items"].as_array().unwrap_or_else(|| panic!("{answer}")).len()
}

#[tokio::test]
async fn a_trusted_folder_is_read() {
    let folder = folder();
    for options in [Value::Null, json!({"trusted": true})] {
        let mut client = open_in(&folder, options, None).await;
        assert_eq!(marks(&mut client, &folder).await, 0, "the configuration has turned the rule off");
        assert!(closed(&mut client).await > 0);
    }
}

#[tokio::test]
async fn nothing_but_what_is_open_is_read_where_the_authors_are_not_trusted() {
    let folder = folder();
    // What a folder's own settings say comes later, and does not count
    for later in [None, Some(json!({"trusted": true}))] {
        let mut client = open_in(&folder, json!({"trusted": false}), later).await;
        assert_eq!(marks(&mut client, &folder).await, 1, "the configuration is not read");
        assert_eq!(closed(&mut client).await, 0, "no closed article is read");
        let added = json!({"event": {"added": [{"uri": url(folder.path()), "name": "desk"}], "removed": []}});
        client.notify("workspace/didChangeWorkspaceFolders", added).await;
        assert_eq!(closed(&mut client).await, 0, "nor of a folder that comes later");
        let uri = url(&folder.path().join("a.txt"));
        let start = json!({"line": 0, "character": 6});
        let params = json!({"textDocument": {"uri": uri}, "range": {"start": start, "end": start},
            "context": {"diagnostics": []}});
        let actions = client.call("textDocument/codeAction", params).await;
        assert!(!actions.to_string().contains("vartani.toml"), "{actions}");
    }
}
