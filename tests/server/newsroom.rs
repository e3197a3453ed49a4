//! The newsroom's own files, written while articles are open.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{ARTICLE, Client, url};
use crate::page::Page;

const ENGLISH: &str = "locale = \"en\"\n";
const HINDI: &str = "locale = \"hi\"\n";
/// The fault is behind letters that every encoding counts in its own way.
const BROKEN: &str = "locale = \"en\"\n# दिल्ली\nspelling = { prefer = [\"दिल्ली\", \"😀\"], forbid = 1 }\n";

/// How the client tells that `vartani.toml` was written.
#[derive(Clone, Copy, PartialEq)]
enum Telling {
    Watched,
    Saved,
}

/// An editor in a newsroom's folder, with one article open.
struct Desk {
    client: Client,
    telling: Telling,
    config: String,
    article: String,
    folder: TempDir,
}

impl Desk {
    async fn new(telling: Telling, config: &str, encoding: &str) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("vartani.toml"), config).unwrap();
        let watches = json!({"dynamicRegistration": telling == Telling::Watched});
        let capabilities = json!({"workspace": {"didChangeWatchedFiles": watches},
            "general": {"positionEncodings": [encoding]}});
        let mut client = Client::begun(capabilities).await;
        let uri = |name: &str| url(&folder.path().join(name));
        let (config, article) = (uri("vartani.toml"), uri("article.txt"));
        client.open(&article, 1, ARTICLE).await;
        Desk { client, telling, config, article, folder }
    }

    async fn write(&mut self, config: &str) {
        let uri = self.config.clone();
        self.write_file("vartani.toml", &uri, config).await;
    }

    async fn write_file(&mut self, name: &str, uri: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
        match self.telling {
            Telling::Saved => self.client.save(uri).await,
            Telling::Watched => {
                let change = json!({"changes": [{"uri": uri, "type": 2}]});
                self.client.notify("workspace/didChangeWatchedFiles", change).await;
            }
        }
    }

    /// Waits until the article's mark is in a language.
    async fn is_in(&mut self, language: &str) {
        let speaks = |params: &Value| {
            params["diagnostics"][0]["message"].as_str().is_some_and(|message| message.contains(language))
        };
        self.client.pushed(&self.article, speaks).await;
    }

    /// Waits until `vartani.toml` has marks.
    async fn is_marked(&mut self) -> Value {
        let marks = self.client.pushed(&self.config, |params| params["diagnostics"] != json!([])).await;
        marks["diagnostics"][0].clone()
    }
}

#[tokio::test]
async fn a_client_is_asked_to_watch_the_newsrooms_files() {
    let mut desk = Desk::new(Telling::Watched, HINDI, "utf-16").await;
    let asked = desk.client.asked_for("client/registerCapability").await;
    let registration = &asked["params"]["registrations"][0];
    assert_eq!(registration["method"], "workspace/didChangeWatchedFiles");
    assert_eq!(registration["registerOptions"]["watchers"][0]["globPattern"], "**/*.toml");
}

#[tokio::test]
async fn a_broken_configuration_is_marked_and_the_last_good_one_stays_in_force() {
    for telling in [Telling::Watched, Telling::Saved] {
        let mut desk = Desk::new(telling, ENGLISH, "utf-16").await;
        desk.is_in("Thursday").await;
        for _ in 0..2 {
            desk.write(BROKEN).await;
            let mark = desk.is_marked().await;
            let message = mark["message"].as_str().unwrap();
            assert!(message.contains("vartani.toml") && message.contains("forbid"), "{message}");
            assert_eq!(mark["severity"], 1);
            desk.is_in("Thursday").await;
        }
        desk.write(HINDI).await;
        desk.client.pushed(&desk.config, |params| params["diagnostics"] == json!([])).await;
        desk.is_in("गुरुवार").await;
        while let Some(marks) = desk.client.pushed_already(&desk.config) {
            assert_eq!(marks["diagnostics"], json!([]), "mended is mended");
        }
    }
}

#[tokio::test]
async fn a_configuration_that_was_never_good_is_marked_and_the_shipped_knowledge_is_used() {
    let mut desk = Desk::new(Telling::Saved, BROKEN, "utf-16").await;
    desk.is_marked().await;
    desk.is_in("गुरुवार").await;
    desk.write(ENGLISH).await;
    desk.is_in("Thursday").await;
}

#[tokio::test]
async fn a_fault_is_marked_where_the_client_counts_it() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut desk = Desk::new(Telling::Saved, BROKEN, encoding).await;
        let mark = desk.is_marked().await;
        let page = Page { text: BROKEN.to_owned(), encoding };
        assert_eq!(mark["range"]["start"], page.range("forbid")["start"], "{encoding}: {mark}");
    }
}

#[tokio::test]
async fn a_configuration_that_is_open_keeps_its_marks() {
    let mut desk = Desk::new(Telling::Saved, BROKEN, "utf-16").await;
    desk.is_marked().await;
    desk.client.open(&desk.config, 1, BROKEN).await;
    desk.client.change(&desk.config, 2, json!([{"text": format!("{BROKEN}# यह यह\n")}])).await;
    desk.client.assert_alive().await;
    while let Some(marks) = desk.client.pushed_already(&desk.config) {
        let first = &marks["diagnostics"][0]["message"];
        assert!(first.as_str().is_some_and(|message| message.contains("forbid")), "{marks}");
    }
}

#[tokio::test]
async fn an_actor_file_is_read_again_and_its_faults_are_marked_inside_it() {
    let mut desk = Desk::new(Telling::Saved, "actors = [\"names.toml\"]\n", "utf-16").await;
    desk.is_marked().await;
    let names = desk.folder.path().join("names.toml");
    fs::write(&names, "[person.x]\nकुछ = 1\n").unwrap();
    desk.client.save(&url(&names)).await;
    desk.client.pushed(&url(&names), |params| params["diagnostics"] != json!([])).await;
    fs::write(&names, "").unwrap();
    desk.client.save(&url(&names)).await;
    desk.client.pushed(&url(&names), |params| params["diagnostics"] == json!([])).await;
}

#[tokio::test]
async fn what_is_asked_of_an_open_configuration_is_answered_though_it_is_no_article() {
    let mut desk = Desk::new(Telling::Saved, BROKEN, "utf-16").await;
    desk.client.open(&desk.config, 1, BROKEN).await;
    let at = json!({"textDocument": {"uri": desk.config}, "position": {"line": 2, "character": 25}});
    for method in ["textDocument/hover", "textDocument/documentHighlight", "textDocument/definition"] {
        let answer = desk.client.call(method, at.clone()).await;
        assert_eq!((answer.get("error"), &answer["result"]), (None, &Value::Null), "{method}: {answer}");
    }
    let pulled = desk.client.pull(&desk.config, None).await;
    assert_eq!(pulled["result"]["items"], json!([]), "{pulled}");
}

#[tokio::test]
async fn a_file_that_the_configuration_extends_is_read_again_when_it_changes() {
    for telling in [Telling::Watched, Telling::Saved] {
        let mut desk = Desk::new(telling, "extends = \"house.toml\"\n", "utf-16").await;
        let house = url(&desk.folder.path().join("house.toml"));
        desk.is_marked().await;
        desk.is_in("गुरुवार").await;
        for (text, language) in [(ENGLISH, "Thursday"), (HINDI, "गुरुवार")] {
            desk.write_file("house.toml", &house, text).await;
            desk.is_in(language).await;
        }
        desk.write_file("house.toml", &house, "locale = \"en\"\nskipp = []\n").await;
        let marks = desk.client.pushed(&house, |params| params["diagnostics"] != json!([])).await;
        let mark = &marks["diagnostics"][0];
        assert_eq!(mark["range"]["start"], json!({"line": 1, "character": 0}), "{mark}");
        assert!(mark["message"].as_str().unwrap().contains("`skip`"), "{mark}");
        desk.is_in("गुरुवार").await;
        desk.write_file("house.toml", &house, ENGLISH).await;
        desk.client.pushed(&house, |params| params["diagnostics"] == json!([])).await;
        desk.is_in("Thursday").await;
    }
}
