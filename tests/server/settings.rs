//! What the client's user has set, whichever way the client tells.

use serde_json::{Value, json};

use crate::client::{ARTICLE, Client, url};

const HINDI: &str = "गुरुवार है, बुधवार नहीं";
const ENGLISH: &str = "Thursday";

/// Waits for a push of the one mark in a language.
async fn pushed_in(client: &mut Client, language: &str) {
    let speaks = |params: &Value| {
        params["diagnostics"][0]["message"].as_str().is_some_and(|message| message.contains(language))
    };
    client.pushed("untitled:a", speaks).await;
}

#[tokio::test]
async fn settings_come_with_initialize() {
    for options in [json!({"locale": "en"}), json!({"vartani": {"locale": "en"}})] {
        let mut client = Client::new();
        client.begin(json!({}), options).await;
        client.open("untitled:a", 1, ARTICLE).await;
        pushed_in(&mut client, ENGLISH).await;
    }
}

#[tokio::test]
async fn messages_are_in_the_language_of_the_client_where_nobody_chose() {
    for (locale, language) in [("en-GB", ENGLISH), ("hi", HINDI), ("fr", HINDI)] {
        let mut client = Client::new();
        client.call("initialize", json!({"capabilities": {}, "locale": locale})).await;
        client.notify("initialized", json!({})).await;
        client.open("untitled:a", 1, ARTICLE).await;
        pushed_in(&mut client, language).await;
    }
}

#[tokio::test]
async fn settings_change_and_open_documents_are_read_again() {
    let mut client = Client::begun(json!({})).await;
    client.open("untitled:a", 1, ARTICLE).await;
    pushed_in(&mut client, HINDI).await;
    let settings = json!({"settings": {"vartani": {"locale": "en"}}});
    client.notify("workspace/didChangeConfiguration", settings).await;
    pushed_in(&mut client, ENGLISH).await;
}

#[tokio::test]
async fn what_was_answered_before_settings_came_is_asked_for_again() {
    let refreshes = json!({"refreshSupport": true});
    let can = json!({"configuration": true, "inlayHint": refreshes, "semanticTokens": refreshes, "codeLens": refreshes});
    let mut client = Client::begun(json!({"workspace": can})).await;
    client.asked_for("workspace/configuration").await;
    client.asked_for("workspace/inlayHint/refresh").await;
    client.asked_for("workspace/semanticTokens/refresh").await;
    client.asked_for("workspace/codeLens/refresh").await;
}

#[tokio::test]
async fn wrong_settings_are_logged_and_nothing_changes() {
    let mut client = Client::new();
    client.begin(json!({}), json!({"locale": "en"})).await;
    let settings = json!({"settings": {"vartani": {"locale": "hi", "dateline": "31 अप्रैल"}}});
    client.notify("workspace/didChangeConfiguration", settings).await;
    let log = client.until(|message| message["method"] == "window/logMessage").await;
    assert!(log["params"]["message"].as_str().unwrap().contains("31 अप्रैल"), "{log}");
    client.open("untitled:a", 1, ARTICLE).await;
    pushed_in(&mut client, ENGLISH).await;
}

#[tokio::test]
async fn settings_are_asked_for_where_the_client_can_be_asked() {
    let mut client = Client::new();
    client.answers = Some(json!({"locale": "en"}));
    client.begin(json!({"workspace": {"configuration": true}}), Value::Null).await;
    let asked = client.asked_for("workspace/configuration").await;
    assert_eq!(asked["params"]["items"], json!([{"section": "vartani"}]));
    client.open("untitled:a", 1, ARTICLE).await;
    pushed_in(&mut client, ENGLISH).await;
    client.answers = Some(json!({"locale": "hi"}));
    client.notify("workspace/didChangeConfiguration", json!({"settings": null})).await;
    client.asked_for("workspace/configuration").await;
    pushed_in(&mut client, HINDI).await;
}

/// Neovim and Eglot answer `null` or send `{}` where their user has set nothing in that place.
#[tokio::test]
async fn a_client_that_says_nothing_takes_nothing_back() {
    let mut client = Client::new();
    client.begin(json!({"workspace": {"configuration": true}}), json!({"locale": "en"})).await;
    client.asked_for("workspace/configuration").await;
    client.call("no/such/method", json!({})).await;
    client.open("untitled:a", 1, ARTICLE).await;
    pushed_in(&mut client, ENGLISH).await;

    for nothing in [Value::Null, json!({}), json!({"vartani": {}}), json!({"vartani": null})] {
        let mut client = Client::new();
        client.begin(json!({}), json!({"locale": "en"})).await;
        client.notify("workspace/didChangeConfiguration", json!({"settings": nothing})).await;
        client.open("untitled:a", 1, ARTICLE).await;
        pushed_in(&mut client, ENGLISH).await;
    }
}

#[tokio::test]
async fn a_dateline_is_given_by_a_setting() {
    let text = "बैठक बुधवार, 13 मार्च को हुई।\n";
    let mut client = Client::new();
    client.begin(json!({}), json!({"dateline": "2025-03-15"})).await;
    client.open("untitled:a", 1, text).await;
    assert_eq!(client.marks("untitled:a", 1).await[0]["code"], "date/weekday");
    let settings = json!({"settings": {"vartani": {"dateline": "2024-03-15"}}});
    client.notify("workspace/didChangeConfiguration", settings).await;
    client.pushed("untitled:a", |params| params["diagnostics"] == json!([])).await;
}

#[tokio::test]
async fn later_settings_are_laid_over_the_first_ones() {
    let mut client = Client::new();
    client.begin(json!({}), json!({"locale": "en", "typingDelay": 0})).await;
    let settings = json!({"settings": {"vartani": {"hints": {"dates": false}, "locale": null}}});
    client.notify("workspace/didChangeConfiguration", settings).await;
    client.open("untitled:a", 1, ARTICLE).await;
    pushed_in(&mut client, ENGLISH).await;
    let hindi = json!({"settings": {"vartani": {"locale": "hi"}}});
    client.notify("workspace/didChangeConfiguration", hindi).await;
    pushed_in(&mut client, HINDI).await;
    // What is taken out of the later ones is again as it was at first
    let nothing_of_it = json!({"settings": {"vartani": {"hints": {"dates": true}}}});
    client.notify("workspace/didChangeConfiguration", nothing_of_it).await;
    pushed_in(&mut client, ENGLISH).await;
}

#[tokio::test]
async fn the_client_is_told_once_what_could_not_be_judged() {
    let mut client = Client::begun(json!({})).await;
    // Nobody has looked that far ahead
    let article = "वॉशिंगटन, 12 मार्च 2027 (भाषा)। अमेरिकी राष्ट्रपति डोनाल्ड ट्रंप ने कहा।\n";
    client.open("untitled:a", 1, article).await;
    client.open("untitled:b", 1, article).await;
    let log = client.until(|message| message["method"] == "window/logMessage").await;
    assert_eq!(log["params"]["type"], 3);
    let said = log["params"]["message"].as_str().unwrap();
    assert!(said.starts_with("1 पद की जाँच नहीं हो सकी: उसकी जानकारी "), "{said}");
    client.pushed("untitled:b", |_| true).await;
    assert_eq!(client.count_of(|message| message["method"] == "window/logMessage"), 0);
}

#[tokio::test]
async fn titles_on_record_are_marked_by_setting() {
    let mut client = Client::new();
    client.begin(json!({}), json!({"verified": true})).await;
    client.open("untitled:a", 1, "मॉस्को, 12 मार्च 2025 (भाषा)। रूसी राष्ट्रपति व्लादिमीर पुतिन ने कहा।\n").await;
    let is_verified = |params: &Value| params["diagnostics"][0]["code"] == "actor/verified";
    client.pushed("untitled:a", is_verified).await;
    let settings = json!({"settings": {"vartani": {"verified": false}}});
    client.notify("workspace/didChangeConfiguration", settings).await;
    client.pushed("untitled:a", |params| params["diagnostics"] == json!([])).await;
}

#[tokio::test]
async fn a_rule_gets_another_severity_over_that_of_the_newsroom() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("vartani.toml"), "[rules]\n\"date/weekday\" = \"hint\"\n").unwrap();
    let uri = url(&folder.path().join("a.txt"));
    let mut client = Client::new();
    client.begin_in(&[&url(folder.path())], json!({}), json!({"rules": {"date/weekday": "error"}})).await;
    client.open(&uri, 1, ARTICLE).await;
    client.pushed(&uri, |params| params["diagnostics"][0]["severity"] == 1).await;
    // A rule of a server that is newer is no fault
    let settings = json!({"settings": {"vartani": {"rules": {"date/weekday": "off", "date/leap": "error"}}}});
    client.notify("workspace/didChangeConfiguration", settings).await;
    client.pushed(&uri, |params| params["diagnostics"] == json!([])).await;
    let settings = json!({"settings": {"vartani": {"rules": {"date/weekday": "hint"}}}});
    client.notify("workspace/didChangeConfiguration", settings).await;
    client.pushed(&uri, |params| params["diagnostics"][0]["severity"] == 4).await;
}

#[tokio::test]
async fn lenses_are_shown_where_they_are_wanted_and_colours_where_they_are_not_unwanted() {
    let text = "मॉस्को शांत है। मॉस्को तैयार है। मास्को चुप है।\n";
    let params = json!({"textDocument": {"uri": "untitled:a"}});
    for (options, lenses, has_colours) in
        [(json!({}), 0, true), (json!({"lenses": true}), 1, true), (json!({"colours": false}), 0, false)]
    {
        let mut client = Client::new();
        client.begin(json!({}), options).await;
        client.open("untitled:a", 1, text).await;
        let answer = client.call("textDocument/codeLens", params.clone()).await;
        assert_eq!(answer["result"].as_array().map_or(0, Vec::len), lenses, "{answer}");
        let answer = client.call("textDocument/semanticTokens/full", params.clone()).await;
        assert_eq!(answer["result"]["data"] != json!([]), has_colours, "{answer}");
    }
}
