//! The folders that a client has open, and the articles in them that it has not.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{ARTICLE, Client, WRONG, url};
use crate::page::Page;

const RIGHT: &str = "बैठक गुरुवार (13 मार्च 2025) को हुई।\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// A client that pulls and tells of files that change.
async fn puller(folders: &[&TempDir], options: Value) -> Client {
    let mut client = Client::new();
    let folders: Vec<String> = folders.iter().map(|folder| url(folder.path())).collect();
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    let workspace = json!({"didChangeWatchedFiles": {"dynamicRegistration": true}, "workspaceFolders": true});
    let capabilities = json!({"textDocument": {"diagnostic": {}}, "workspace": workspace});
    let ours = client.begin_in(&folders, capabilities, options).await;
    assert_eq!(ours["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"], true);
    client
}

async fn pull(client: &mut Client, previous: &[Value]) -> Vec<Value> {
    let answer = client.call("workspace/diagnostic", json!({"previousResultIds": previous})).await;
    answer["result"]["items"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
}

/// The names of files with the number of their marks, or `=` where nothing has changed.
fn told(items: &[Value]) -> Vec<String> {
    let name = |item: &Value| item["uri"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    let of = |item: &Value| match item["items"].as_array() {
        Some(marks) => format!("{} {}", name(item), marks.len()),
        None => format!("{} =", name(item)),
    };
    items.iter().map(of).collect()
}

fn ids(items: &[Value]) -> Vec<Value> {
    items.iter().map(|item| json!({"uri": item["uri"], "value": item["resultId"]})).collect()
}

async fn tell_changed(client: &mut Client, path: &Path) {
    let change = json!({"changes": [{"uri": url(path), "type": 2}]});
    client.notify("workspace/didChangeWatchedFiles", change).await;
}

#[tokio::test]
async fn closed_articles_are_marked_as_check_would_and_told_again_only_when_they_change() {
    let folder = folder(&[
        ("a.txt", ARTICLE),
        ("b.md", RIGHT),
        ("sub/c.html", &format!("<p>{ARTICLE}</p>")),
        ("states/d.txt", ARTICLE),
        ("ignored.txt", ARTICLE),
        ("notes.rs", ARTICLE),
        (".gitignore", "ignored.txt\n"),
        ("vartani.toml", "exclude = [\"states/\"]\n"),
    ]);
    let mut client = puller(&[&folder], Value::Null).await;
    let first = pull(&mut client, &[]).await;
    assert_eq!(told(&first), ["a.txt 1", "b.md 0", "c.html 1"]);
    let page = Page { text: ARTICLE.to_owned(), encoding: "utf-16" };
    assert_eq!(first[0]["items"][0]["range"], page.range(WRONG));
    assert_eq!(told(&pull(&mut client, &ids(&first)).await), ["a.txt =", "b.md =", "c.html ="]);

    fs::write(folder.path().join("b.md"), format!("{ARTICLE}{RIGHT}")).unwrap();
    tell_changed(&mut client, &folder.path().join("b.md")).await;
    fs::remove_file(folder.path().join("a.txt")).unwrap();
    tell_changed(&mut client, &folder.path().join("a.txt")).await;
    let second = pull(&mut client, &ids(&first)).await;
    assert_eq!(told(&second), ["b.md 1", "c.html =", "a.txt 0"], "what is gone has no marks");

    fs::write(folder.path().join("vartani.toml"), "locale = \"en\"\n").unwrap();
    tell_changed(&mut client, &folder.path().join("vartani.toml")).await;
    let third = pull(&mut client, &ids(&second[..2])).await;
    assert_eq!(told(&third), ["b.md 1", "d.txt 1", "c.html 1"]);
    assert!(third[0]["items"][0]["message"].as_str().unwrap().contains("Thursday"), "{third:?}");
}

#[tokio::test]
async fn an_article_that_is_open_is_as_it_is_in_the_editor() {
    let folder = folder(&[("a.txt", ARTICLE), ("b.txt", ARTICLE)]);
    let mut client = puller(&[&folder], Value::Null).await;
    let a = url(&folder.path().join("a.txt"));
    client.open(&a, 1, RIGHT).await;
    assert_eq!(told(&pull(&mut client, &[]).await), ["b.txt 1"]);
    client.close(&a).await;
    assert_eq!(told(&pull(&mut client, &[]).await), ["a.txt 1", "b.txt 1"]);
}

#[tokio::test]
async fn what_is_excluded_has_no_marks_when_it_is_open() {
    let folder = folder(&[
        ("vartani.toml", "exclude = [\"states/\"]\n"),
        ("states/a.txt", ARTICLE),
        ("b.txt", ARTICLE),
    ]);
    let mut client = Client::begun(json!({})).await;
    let [a, b] = ["states/a.txt", "b.txt"].map(|name| url(&folder.path().join(name)));
    client.open(&a, 1, ARTICLE).await;
    client.pushed(a.as_str(), |params| params["diagnostics"].as_array().is_some_and(Vec::is_empty)).await;
    client.open(&b, 1, ARTICLE).await;
    client
        .pushed(b.as_str(), |params| params["diagnostics"].as_array().is_some_and(|all| all.len() == 1))
        .await;
}

#[tokio::test]
async fn folders_come_and_go() {
    let [one, other] = [folder(&[("a.txt", ARTICLE)]), folder(&[("b.txt", ARTICLE)])];
    let mut client = puller(&[&one], Value::Null).await;
    let first = pull(&mut client, &[]).await;
    assert_eq!(told(&first), ["a.txt 1"]);
    let folder = |folder: &TempDir| json!({"uri": url(folder.path()), "name": ""});
    let event = json!({"event": {"added": [folder(&other)], "removed": []}});
    client.notify("workspace/didChangeWorkspaceFolders", event).await;
    let mut both = told(&pull(&mut client, &[]).await);
    both.sort();
    assert_eq!(both, ["a.txt 1", "b.txt 1"]);
    let event = json!({"event": {"added": [], "removed": [folder(&one)]}});
    client.notify("workspace/didChangeWorkspaceFolders", event).await;
    assert_eq!(told(&pull(&mut client, &ids(&first)).await), ["b.txt 1", "a.txt 0"]);
}

#[tokio::test]
async fn who_wants_no_marks_of_closed_articles_has_none() {
    let folder = folder(&[("a.txt", ARTICLE)]);
    let mut client = puller(&[&folder], json!({"workspaceDiagnostics": false})).await;
    assert_eq!(told(&pull(&mut client, &[]).await), [""; 0]);
}

#[tokio::test]
async fn a_client_that_is_sent_marks_is_sent_those_of_closed_articles_if_it_wants_them() {
    let folder = folder(&[("a.txt", ARTICLE)]);
    let (a, root) = (url(&folder.path().join("a.txt")), url(folder.path()));
    let mut client = Client::new();
    client.begin_in(&[&root], json!({}), json!({"typingDelay": 0})).await;
    client.assert_alive().await;
    assert!(client.pushed_already(&a).is_none(), "nobody has asked");

    let set = |value: bool| json!({"settings": {"vartani": {"workspaceDiagnostics": value}}});
    client.notify("workspace/didChangeConfiguration", set(true)).await;
    let has_marks = |params: &Value| params["diagnostics"].as_array().is_some_and(|marks| marks.len() == 1);
    client.pushed(&a, has_marks).await;
    client.open(&a, 1, RIGHT).await;
    assert_eq!(client.marks(&a, 1).await, json!([]), "the open text is what counts");
    client.close(&a).await;
    client.pushed(&a, has_marks).await;
    fs::write(folder.path().join("a.txt"), RIGHT).unwrap();
    client.save(&a).await;
    client.pushed(&a, |params| params["diagnostics"] == json!([])).await;
    fs::write(folder.path().join("a.txt"), ARTICLE.repeat(2)).unwrap();
    client.save(&a).await;
    client.pushed(&a, |params| params["diagnostics"].as_array().is_some_and(|marks| marks.len() == 2)).await;
    client.notify("workspace/didChangeConfiguration", set(false)).await;
    client.pushed(&a, |params| params["diagnostics"] == json!([])).await;
}

#[tokio::test]
async fn a_scan_tells_how_far_it_is_and_can_be_called_off() {
    let names: Vec<String> = (0..150).map(|number| format!("{number:03}.txt")).collect();
    let long = ARTICLE.repeat(15);
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), long.as_str())).collect();
    let folder = folder(&files);
    let mut client = puller(&[&folder], Value::Null).await;
    let params = json!({"previousResultIds": [], "workDoneToken": "scan"});
    let id = client.request("workspace/diagnostic", params).await;
    let kind = |message: &Value| message["params"]["value"]["kind"].as_str().map(str::to_owned);
    let is_told = |message: &Value| message["method"] == "$/progress" && message["params"]["token"] == "scan";
    let begin = client.until(is_told).await;
    assert_eq!(kind(&begin).as_deref(), Some("begin"), "{begin}");
    assert_eq!(begin["params"]["value"]["cancellable"], true);
    client.notify("$/cancelRequest", json!({"id": id})).await;
    assert_eq!(client.answer(id).await["error"]["code"], -32800);
    while kind(&client.until(is_told).await).as_deref() != Some("end") {}
    // What was read before stays, and a second scan reads the rest
    assert_eq!(pull(&mut client, &[]).await.len(), 150);
}

#[tokio::test]
async fn a_scan_that_nobody_asked_for_is_called_off_by_its_token() {
    let names: Vec<String> = (0..150).map(|number| format!("{number:03}.txt")).collect();
    let long = ARTICLE.repeat(15);
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), long.as_str())).collect();
    let folder = folder(&files);
    let mut client = Client::new();
    let options = json!({"workspaceDiagnostics": true});
    let capabilities = json!({"window": {"workDoneProgress": true}});
    client.begin_in(&[&url(folder.path())], capabilities, options).await;
    let asked = client.asked_for("window/workDoneProgress/create").await;
    let token = asked["params"]["token"].clone();
    let is_told = |message: &Value| message["method"] == "$/progress" && message["params"]["token"] == token;
    client.until(is_told).await;
    client.notify("window/workDoneProgress/cancel", json!({"token": token})).await;
    while client.until(is_told).await["params"]["value"]["kind"] != "end" {}
    client.assert_alive().await;
}

#[tokio::test]
async fn symbols_are_those_of_all_articles_in_the_folders() {
    let folder = folder(&[("a.txt", "पुतिन ने कहा।"), ("b.txt", "चीन चुप है।"), ("c.txt", "पूतिन लौटे।")]);
    let mut client = puller(&[&folder], Value::Null).await;
    let c = url(&folder.path().join("c.txt"));
    client.open(&c, 1, "😀 मोदी और पुतिन मिले।").await;
    client.pull(&c, None).await;
    let found = client.call("workspace/symbol", json!({"query": "putin"})).await["result"].take();
    let mut places: Vec<(String, Value)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|symbol| {
            let place = &symbol["location"];
            (place["uri"].as_str().unwrap().to_owned(), place["range"]["start"]["character"].clone())
        })
        .collect();
    places.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(places, [(url(&folder.path().join("a.txt")), json!(0)), (c, json!(11))]);
}
