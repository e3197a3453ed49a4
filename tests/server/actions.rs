//! What a writer chooses, and what the client is told to do then.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::Command;

use crate::client::{ARTICLE, Client, url};
use crate::page::Page;

/// A client that resolves, and makes files.
fn resolving(document_changes: bool) -> Value {
    let resolves = json!({"dataSupport": true, "resolveSupport": {"properties": ["edit"]}});
    let edit = json!({"documentChanges": document_changes, "resourceOperations": ["create"]});
    json!({"textDocument": {"codeAction": resolves}, "workspace": {"workspaceEdit": edit}})
}

/// A client that resolves, with a folder open.
async fn client_in(folder: &TempDir, document_changes: bool) -> Client {
    let mut client = Client::new();
    let options = json!({"typingDelay": 0, "locale": "en"});
    client.begin_in(&[&url(folder.path())], resolving(document_changes), options).await;
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
    let edit = chosen(&mut client, &offered, "do not show this mark here (date/weekday)").await;
    let change = &edit["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({"uri": uri, "version": 4}));
    assert_eq!(change["edits"][0]["newText"], "<!-- vartani: ignore date/weekday -->\n");
    chosen(&mut client, &offered, "show no such marks in this article (date/weekday)").await;
}

#[tokio::test]
async fn in_plain_text_what_is_ignored_is_written_into_the_configuration() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("vartani.toml"), "locale = \"en\"\n").unwrap();
    let mut client = client_in(&folder, false).await;
    let uri = url(&folder.path().join("a.txt"));
    client.open(&uri, 1, ARTICLE).await;
    let offered = actions(&mut client, &uri, ARTICLE, "बुधवार").await;
    let edit = chosen(&mut client, &offered, "do not show this mark here (date/weekday)").await;
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

const MIXED: &str = "मॉस्को शांत है। मॉस्को तैयार है। मास्को चुप है।\n";

/// A folder with an article in two spellings and others in one.
fn articles() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("a.txt", MIXED),
        ("b.txt", "😀 मास्को में बर्फ़ गिरी।\n"),
        ("c.txt", "मॉस्को में धूप है।\n"),
        ("d.md", "**मास्को** और `मास्को`\n"),
        ("e.txt", "मास्को में बैठक।\n"),
        ("ignored.txt", "मास्को\n"),
        (".gitignore", "ignored.txt\n"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[tokio::test]
async fn a_spelling_is_mended_in_the_whole_folder() {
    let folder = articles();
    let uri = |name: &str| url(&folder.path().join(name));
    for document_changes in [true, false] {
        let mut client = client_in(&folder, document_changes).await;
        client.open(&uri("a.txt"), 7, MIXED).await;
        client.open(&uri("e.txt"), 3, "मॉस्को में बैठक। मास्को।\n").await;
        let offered = actions(&mut client, &uri("a.txt"), MIXED, "मास्को").await;
        let edit = chosen(&mut client, &offered, "write “मॉस्को” in the whole folder").await;
        let told: Vec<(String, Value, usize)> = if document_changes {
            let changes = edit["documentChanges"].as_array().unwrap().iter();
            let of = |change: &Value| {
                let document = &change["textDocument"];
                let edits = change["edits"].as_array().unwrap();
                assert!(edits.iter().all(|edit| edit["newText"] == "मॉस्को"), "{edit}");
                (document["uri"].as_str().unwrap().to_owned(), document["version"].clone(), edits.len())
            };
            changes.map(of).collect()
        } else {
            let of =
                |(uri, edits): (&String, &Value)| (uri.clone(), Value::Null, edits.as_array().unwrap().len());
            edit["changes"].as_object().unwrap().iter().map(of).collect()
        };
        let version = |number: i32| if document_changes { json!(number) } else { Value::Null };
        let expected = [
            (uri("a.txt"), version(7), 1),
            (uri("b.txt"), Value::Null, 1),
            (uri("d.md"), Value::Null, 1),
            (uri("e.txt"), version(3), 1),
        ];
        assert_eq!(told, expected, "the open text counts, and code is no prose");
        if document_changes {
            let page = Page { text: "😀 मास्को में".to_owned(), encoding: "utf-16" };
            assert_eq!(edit["documentChanges"][1]["edits"][0]["range"], page.range("मास्को"));
        }
    }
}

#[tokio::test]
async fn a_client_that_does_not_resolve_is_not_offered_what_reaches_into_other_files() {
    let folder = articles();
    let mut client = Client::new();
    client.begin_in(&[&url(folder.path())], json!({}), json!({"locale": "en"})).await;
    let uri = url(&folder.path().join("a.txt"));
    client.open(&uri, 1, MIXED).await;
    let offered = actions(&mut client, &uri, MIXED, "मास्को").await;
    assert!(!offered.is_empty());
    for action in offered {
        assert!(
            !action["title"].as_str().unwrap().contains("folder") && action["edit"].is_object(),
            "{action}"
        );
    }
}

#[tokio::test]
async fn a_name_is_added_to_the_newsrooms_actors_by_an_edit() {
    const TEXT: &str = "बैठक में सुलोचना ठकरे आईं।\n";
    const TITLE: &str = "add “सुलोचना ठकरे” to the newsroom's actors";
    let folder = tempfile::tempdir().unwrap();
    let uri = |name: &str| url(&folder.path().join(name));
    let mut client = client_in(&folder, true).await;
    client.open(&uri("a.txt"), 1, TEXT).await;
    let offered = actions(&mut client, &uri("a.txt"), TEXT, "सुलोचना ठकरे").await;
    let edit = chosen(&mut client, &offered, TITLE).await;
    let kinds: Vec<&Value> = edit["documentChanges"].as_array().unwrap().iter().map(|c| &c["kind"]).collect();
    assert_eq!(kinds, [&json!("create"), &Value::Null, &json!("create"), &Value::Null]);
    let text = |at: usize| edit["documentChanges"][at]["edits"][0]["newText"].as_str().unwrap();
    assert_eq!(text(1), "actors = [\"actors.toml\"]\n");
    assert!(text(3).contains("name = \"सुलोचना ठकरे\"\nlatin = \"\"\n"), "{edit}");
    assert_eq!(edit["documentChanges"][3]["textDocument"]["uri"], uri("actors.toml"));
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        0,
        "nothing is written behind the writer's back"
    );

    let names = "[asha-devi]\nkind = \"person\"\nname = \"आशा देवी\"\nlatin = \"Asha Devi\"\n";
    fs::write(folder.path().join("names.toml"), names).unwrap();
    fs::write(folder.path().join("vartani.toml"), "actors = [\"names.toml\", \"more.toml\"]\n").unwrap();
    client.save(&uri("vartani.toml")).await;
    client.call("no/such/method", json!({})).await;
    client.change(&uri("a.txt"), 2, json!([])).await;
    client.marks(&uri("a.txt"), 2).await;
    let offered = actions(&mut client, &uri("a.txt"), TEXT, "सुलोचना ठकरे").await;
    let edit = chosen(&mut client, &offered, TITLE).await;
    let change = &edit["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({"uri": uri("names.toml"), "version": null}), "{edit}");
    assert_eq!(change["edits"][0]["range"]["start"], json!({"line": 4, "character": 0}));
    assert_eq!(edit["documentChanges"].as_array().unwrap().len(), 1);
}

const MISSPELT: &str = "राज्य में स्थिती सामान्य है।\n";
const ADD: &str = "add “स्थिती” to your own dictionary (vartani/dictionary.txt)";

/// A client of the binary, whose user has a folder of configurations.
async fn client_of_user(user: &Path, capabilities: Value, options: Value) -> Client {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vartani"));
    command.arg("lsp").env("XDG_CONFIG_HOME", user).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut server = command.kill_on_drop(true).spawn().unwrap();
    let mut client = Client::over(server.stdout.take().unwrap(), server.stdin.take().unwrap());
    // It ends when its client hangs up
    tokio::spawn(async move { server.wait().await });
    client.begin_in(&[], capabilities, options).await;
    client
}

#[tokio::test]
async fn a_word_is_added_to_the_users_own_dictionary_by_an_edit() {
    let folder = tempfile::tempdir().unwrap();
    let (dictionary, article) = (folder.path().join("vartani/dictionary.txt"), "untitled:a");
    for restricts in [false, true] {
        let options = json!({"typingDelay": 0, "locale": "en", "trusted": !restricts});
        let mut client = client_of_user(folder.path(), resolving(true), options).await;
        client.open(article, 1, MISSPELT).await;
        let offered = actions(&mut client, article, MISSPELT, "स्थिती").await;
        let edit = chosen(&mut client, &offered, ADD).await;
        assert_eq!(edit["documentChanges"][0]["kind"], "create");
        assert_eq!(edit["documentChanges"][0]["uri"], url(&dictionary));
        assert_eq!(edit["documentChanges"][1]["edits"][0]["newText"], "स्थिती\n");
        assert!(!dictionary.exists(), "nothing is written behind the writer's back");

        fs::create_dir_all(dictionary.parent().unwrap()).unwrap();
        fs::write(&dictionary, "# मेरे शब्द\nचौपाली").unwrap();
        let edit = chosen(&mut client, &offered, ADD).await;
        assert_eq!(edit["documentChanges"].as_array().unwrap().len(), 1, "{edit}");
        let change = &edit["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({"uri": url(&dictionary), "version": null}));
        assert_eq!(change["edits"][0]["range"]["start"], json!({"line": 1, "character": 6}));
        assert_eq!(change["edits"][0]["newText"], "\nस्थिती\n");

        // Once it is saved it holds
        let marks = |params: &Value| !params["diagnostics"].as_array().unwrap().is_empty();
        client.pushed(article, marks).await;
        fs::write(&dictionary, "चौपाली\nस्थिती\n").unwrap();
        client.save(&url(&dictionary)).await;
        client.pushed(article, |params| params["diagnostics"] == json!([])).await;
        fs::remove_file(&dictionary).unwrap();
    }
}

#[tokio::test]
async fn a_client_that_cannot_add_a_word_is_not_offered_to() {
    let folder = tempfile::tempdir().unwrap();
    let (article, options) = ("untitled:a", json!({"typingDelay": 0, "locale": "en"}));
    let mut cannot_make = resolving(true);
    cannot_make["workspace"]["workspaceEdit"]["resourceOperations"] = json!([]);
    let mut cannot_resolve = resolving(true);
    cannot_resolve["textDocument"]["codeAction"] = json!({});
    for capabilities in [cannot_make, cannot_resolve, json!({})] {
        let mut client = client_of_user(folder.path(), capabilities, options.clone()).await;
        client.open(article, 1, MISSPELT).await;
        let offered = actions(&mut client, article, MISSPELT, "स्थिती").await;
        assert!(!offered.is_empty() && offered.iter().all(|action| action["title"] != ADD), "{offered:?}");
    }
}

/// A dictionary that cannot be read is left as it is.
#[tokio::test]
async fn a_broken_dictionary_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("vartani/dictionary.txt")).unwrap();
    let options = json!({"typingDelay": 0, "locale": "en"});
    let mut client = client_of_user(folder.path(), resolving(true), options).await;
    client.open("untitled:a", 1, MISSPELT).await;
    let offered = actions(&mut client, "untitled:a", MISSPELT, "स्थिती").await;
    let action = offered.iter().find(|action| action["title"] == ADD).unwrap();
    let resolved = client.call("codeAction/resolve", action.clone()).await;
    assert!(resolved["result"].get("edit").is_none(), "{resolved}");
}

/// The titles that are offered at a part of an article, in a folder whose user has a dictionary.
async fn titles(text: &str, part: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let mut client = client_in(&folder, true).await;
    let uri = url(&folder.path().join("a.txt"));
    client.open(&uri, 1, text).await;
    let offered = actions(&mut client, &uri, text, part).await;
    offered.iter().map(|action| action["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_menu_goes_from_the_mark_to_the_newsroom_and_has_seven_entries_at_most() {
    assert_eq!(
        titles(MIXED, "मास्को").await,
        [
            "write “मॉस्को”",
            "write “मॉस्को” in the whole folder",
            "do not show this mark here (spelling/inconsistent)",
            "add “मास्को” to your own dictionary (vartani/dictionary.txt)",
            "show no such marks in this article (spelling/inconsistent)",
            "prefer “मॉस्को” for the newsroom",
            "switch off the rule for the newsroom (spelling/inconsistent)",
        ]
    );
    let misspelt = titles("राज्य में स्थिती सामान्य है। शहर की स्थिती भी।\n", "स्थिती").await;
    let order = ["write", "do not show this", "add", "show no such", "accept", "apply", "switch off"];
    let places: Vec<_> =
        misspelt.iter().map(|title| order.iter().position(|begin| title.starts_with(begin))).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{misspelt:?}");
    assert!(misspelt.len() <= 7, "{misspelt:?}");
    let once = titles("मेले में अतिथी आए।\n", "अतिथी").await;
    assert!(once.contains(&"accept “अतिथी” in the whole newsroom".to_owned()), "{once:?}");
}
