//! Many messages at once, late answers, and clients that do not answer.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{ARTICLE, Client};
use crate::page::{Change, Page};

const CANCELLED: i64 = -32800;
const CONTENT_MODIFIED: i64 = -32801;

/// Writes and takes back, in places that only fit if every change before was applied, in order.
fn script(count: usize) -> Vec<Change> {
    let mut page = Page { text: ARTICLE.to_owned(), encoding: "utf-16" };
    let mut changes = Vec::new();
    for number in 0..count {
        let end = page.place(page.text.len());
        let at = (end["line"].as_u64().unwrap() as u32, end["character"].as_u64().unwrap() as u32);
        let change = match number % 5 {
            0 => Change {
                range: Some([at, at]), text: format!("😀 {number} यह यह बीता।\n")
            },
            1 => Change { range: Some([(0, 0), (0, 0)]), text: "ट्रंप ".into() },
            2 => Change { range: Some([(0, 0), (0, 5)]), text: "मॉस्को".into() },
            3 => Change { range: Some([(0, 2), (0, 2)]), text: "अअ".into() },
            _ => Change { range: Some([(0, 2), (0, 4)]), text: String::new() },
        };
        page.apply(&change);
        changes.push(change);
    }
    changes
}

async fn marks_of_fresh(text: &str) -> Value {
    let mut client = Client::begun(json!({})).await;
    client.open("untitled:a", 1, text).await;
    client.marks("untitled:a", 1).await
}

#[tokio::test]
async fn two_hundred_changes_and_requests_between_them_stay_in_order() {
    let mut client = Client::begun(json!({"textDocument": {"diagnostic": {}}})).await;
    let mut page = Page { text: ARTICLE.to_owned(), encoding: "utf-16" };
    client.open("untitled:a", 1, ARTICLE).await;
    let mut requests = Vec::new();
    for (number, change) in script(200).iter().enumerate() {
        page.apply(change);
        client.change("untitled:a", number as i32 + 2, json!([change.to_json()])).await;
        let params = json!({"textDocument": {"uri": "untitled:a"}});
        requests.push(client.request("textDocument/diagnostic", params).await);
    }
    let expected = marks_of_fresh(&page.text).await;
    assert!(expected.as_array().unwrap().len() > 10, "there is something to compare");
    let last = requests.pop().unwrap();
    for id in requests {
        let answer = client.answer(id).await;
        let is_stale = answer["error"]["code"] == CONTENT_MODIFIED;
        assert!(is_stale || answer["result"]["kind"] == "full", "{answer}");
    }
    assert_eq!(client.answer(last).await["result"]["items"], expected);
}

#[tokio::test]
async fn a_burst_does_not_wedge_a_server_whose_client_answers_nothing() {
    let mut client = Client::new();
    client.answers = None;
    let workspace = json!({"configuration": true, "didChangeWatchedFiles": {"dynamicRegistration": true}});
    client.begin(json!({"workspace": workspace}), json!({"typingDelay": 0})).await;
    let mut page = Page { text: ARTICLE.to_owned(), encoding: "utf-16" };
    client.open("untitled:a", 1, ARTICLE).await;
    for (number, change) in script(400).iter().enumerate() {
        page.apply(change);
        client.change("untitled:a", number as i32 + 2, json!([change.to_json()])).await;
        if number % 100 == 0 {
            client.notify("workspace/didChangeConfiguration", json!({"settings": null})).await;
        }
    }
    assert_eq!(client.marks("untitled:a", 401).await, marks_of_fresh(&page.text).await);
    client.asked_for("workspace/configuration").await;
    client.asked_for("client/registerCapability").await;
}

#[tokio::test]
async fn requests_that_wait_are_cancelled_and_the_server_goes_on() {
    let mut client = Client::begun(json!({"textDocument": {"diagnostic": {}}})).await;
    // Long enough that nobody has read it when the cancels come
    let long = format!("{ARTICLE}\n").repeat(4000);
    client.open("untitled:long", 1, &long).await;
    let params = json!({"textDocument": {"uri": "untitled:long"}});
    let mut requests = Vec::new();
    for _ in 0..80 {
        requests.push(client.request("textDocument/diagnostic", params.clone()).await);
    }
    for id in &requests[1..] {
        client.notify("$/cancelRequest", json!({"id": id})).await;
    }
    client.notify("$/cancelRequest", json!({"id": "nobody's"})).await;
    for id in &requests[1..] {
        let answer = client.answer(*id).await;
        assert!(answer["error"]["code"] == CANCELLED || answer["result"]["kind"] == "full", "{answer}");
    }
    client.close("untitled:long").await;
    assert!(client.answer(requests[0]).await.is_object(), "one that waited longer is answered as well");
    client.open("untitled:a", 1, ARTICLE).await;
    let answer = client.pull("untitled:a", None).await;
    assert_eq!(answer["result"]["items"][0]["code"], "date/weekday", "{answer}");
}

#[tokio::test]
async fn an_answer_after_a_cancel_is_survived() {
    let mut client = Client::new();
    client.answers = None;
    let document = json!({"diagnostic": {}});
    client.begin(json!({"workspace": {"configuration": true}, "textDocument": document}), Value::Null).await;
    let asked = client.asked_for("workspace/configuration").await;
    client.open("untitled:a", 1, &ARTICLE.repeat(500)).await;
    let waiting =
        client.request("textDocument/diagnostic", json!({"textDocument": {"uri": "untitled:a"}})).await;
    client.notify("$/cancelRequest", json!({"id": waiting})).await;
    let answer = json!({"jsonrpc": "2.0", "id": asked["id"], "result": [{"locale": "en"}]});
    client.send(&answer).await;
    client.send(&answer).await;
    client.send(&json!({"jsonrpc": "2.0", "id": 4711, "error": {"code": -32603, "message": "?"}})).await;
    client.send(&json!({"jsonrpc": "2.0", "id": null, "result": null})).await;
    assert!(client.answer(waiting).await.is_object());
    let pulled = client.pull("untitled:a", None).await;
    assert!(pulled["result"].is_object() || pulled["error"]["code"] == CONTENT_MODIFIED, "{pulled}");
}

/// The server gives up on a request after some seconds. tower-lsp panics when an answer finds nobody waiting.
#[tokio::test(start_paused = true)]
async fn an_answer_that_comes_after_the_server_gave_up_is_survived() {
    let mut client = Client::new();
    client.answers = None;
    client.begin(json!({"workspace": {"configuration": true}}), Value::Null).await;
    let asked = client.asked_for("workspace/configuration").await;
    tokio::time::advance(Duration::from_secs(60)).await;
    client.call("no/such/method", json!({})).await;
    client.send(&json!({"jsonrpc": "2.0", "id": asked["id"], "result": [{"locale": "en"}]})).await;
    client.assert_alive().await;
}

#[tokio::test]
async fn of_thousands_of_faults_a_hundred_of_a_rule_are_shown_and_all_are_mended() {
    let mut client = Client::begun(json!({})).await;
    let text = "बैठक अाज में में हुई।\n".repeat(3000);
    client.open("untitled:a", 1, &text).await;
    let first = client.marks("untitled:a", 1).await;
    let is_last = |mark: &Value| mark["message"].as_str().unwrap().contains("2900 निशान और");
    let counts = |marks: &Value, rule: &str| {
        let of_rule: Vec<&Value> =
            marks.as_array().unwrap().iter().filter(|mark| mark["code"] == rule).collect();
        (of_rule.len(), of_rule.iter().position(|mark| is_last(mark)))
    };
    for rule in ["spelling/encoding", "text/repeated-word"] {
        assert_eq!(counts(&first, rule), (100, Some(99)), "{rule}");
    }

    let params = json!({"textDocument": {"uri": "untitled:a"}, "context": {"diagnostics": [], "only": ["source.fixAll"]},
        "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}});
    let mut offered = client.call("textDocument/codeAction", params).await["result"].take();
    let action = match offered[0]["edit"].take() {
        Value::Null => client.call("codeAction/resolve", offered[0].take()).await["result"]["edit"].take(),
        edit => edit,
    };
    assert_eq!(action["changes"]["untitled:a"].as_array().unwrap().len(), 3000, "all are mended");

    // The first fault goes: the hundred-and-first comes into sight
    let change = json!([{"range": {"start": {"line": 0, "character": 0}, "end": {"line": 1, "character": 0}}, "text": ""}]);
    client.change("untitled:a", 2, change).await;
    let after = client.marks("untitled:a", 2).await;
    let fresh = marks_of_fresh(text.split_once('\n').unwrap().1).await;
    assert_eq!(after, fresh);
}
