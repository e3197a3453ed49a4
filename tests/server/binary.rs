//! The real binary over stdio.

use std::process::Stdio;

use serde_json::{Value, json};
use tokio::process::{Child, Command};

use crate::client::{ARTICLE, Client, LIMIT, WRONG};
use crate::page::Page;

fn start() -> (Client, Child) {
    start_with(&[])
}

fn start_with(arguments: &[&str]) -> (Client, Child) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vartani"));
    command.arg("lsp").args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    let mut child = command.spawn().expect("the binary starts");
    let client = Client::over(child.stdout.take().unwrap(), child.stdin.take().unwrap());
    (client, child)
}

async fn code(mut child: Child) -> Option<i32> {
    tokio::time::timeout(LIMIT, child.wait()).await.expect("the binary ends").unwrap().code()
}

#[tokio::test]
async fn exit_ends_the_binary_with_its_stdin_left_open() {
    for (says_shutdown, expected) in [(true, 0), (false, 1)] {
        let (mut client, child) = start();
        client.begin(json!({}), Value::Null).await;
        if says_shutdown {
            client.call("shutdown", Value::Null).await;
        }
        client.notify("exit", Value::Null).await;
        assert_eq!(code(child).await, Some(expected), "shutdown: {says_shutdown}");
        // Lives until here, and its end of the pipe with it
        drop(client);
    }
}

/// What comes after `exit`, with or without the end of the input, keeps no server.
#[tokio::test]
async fn whatever_follows_exit_the_binary_ends() {
    for round in 0..12 {
        let (mut client, child) = start();
        client.begin(json!({}), Value::Null).await;
        client.request("shutdown", Value::Null).await;
        client.notify("exit", Value::Null).await;
        for _ in 0..=round % 3 {
            client.close("untitled:a").await;
        }
        if round % 2 == 0 {
            client.hang_up().await;
        }
        assert_eq!(code(child).await, Some(0), "round {round}");
        drop(client);
    }
}

#[tokio::test]
#[cfg(unix)]
async fn a_process_that_is_gone_ends_the_binary_though_its_pipe_is_open() {
    let mut editor = std::process::Command::new("sleep").arg("60").spawn().expect("sleep starts");
    let (mut client, child) = start();
    let params = json!({"capabilities": {}, "processId": editor.id()});
    client.call("initialize", params).await;
    client.notify("initialized", json!({})).await;
    client.assert_alive().await;
    editor.kill().expect("it is ours");
    editor.wait().expect("it is ours");
    assert_eq!(code(child).await, Some(1));
    drop(client);
}

#[tokio::test]
async fn the_server_listens_on_this_machine_only() {
    let (_client, child) = start_with(&["--listen", "0.0.0.0:0"]);
    assert_eq!(code(child).await, Some(2));
}

#[tokio::test]
async fn a_client_that_is_gone_ends_the_binary() {
    let (mut client, child) = start();
    client.begin(json!({}), Value::Null).await;
    client.raw(b"Content-Length: 500\r\n\r\n{\"jsonrpc\"").await;
    client.hang_up().await;
    assert_eq!(code(child).await, Some(1));
}

/// The client takes anything else on stdout for a failure, in every test.
#[tokio::test]
async fn the_binary_says_nothing_but_the_protocol_on_stdout() {
    let (mut client, child) = start();
    client.begin(json!({}), json!({"typingDelay": 0})).await;
    client.open("untitled:a", 1, ARTICLE).await;
    let page = Page { text: ARTICLE.to_owned(), encoding: "utf-16" };
    assert_eq!(client.marks("untitled:a", 1).await[0]["range"], page.range(WRONG));
    // What it has to complain of goes to the client's log or to stderr
    client.change("untitled:a", 0, json!([{"text": ""}])).await;
    client.change("untitled:b", 2, json!([{"text": ""}])).await;
    client.notify("workspace/didChangeConfiguration", json!({"settings": {"typingDelay": "lang"}})).await;
    client.send(&json!({"jsonrpc": "2.0", "id": 99, "result": null})).await;
    client.call("no/such/method", json!({})).await;
    client.close("untitled:a").await;
    client.pushed("untitled:a", |params| params["diagnostics"] == json!([])).await;
    client.call("shutdown", Value::Null).await;
    client.notify("exit", Value::Null).await;
    assert_eq!(code(child).await, Some(0));
}

#[tokio::test]
async fn what_the_server_does_is_logged_where_it_is_told_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vartani.log");
    let (mut client, child) = start_with(&["--log-file", path.to_str().unwrap()]);
    client.begin(json!({}), Value::Null).await;
    client.change("untitled:a", 2, json!([{"text": ARTICLE}])).await;
    client.call("shutdown", Value::Null).await;
    client.notify("exit", Value::Null).await;
    assert_eq!(code(child).await, Some(0));
    let log = std::fs::read_to_string(path).unwrap();
    assert!(log.contains(" initialize: done after ") && log.contains("untitled:a"), "{log}");
    assert!(!log.contains("बैठक"), "no word of an article: {log}");

    let nowhere = folder.path().join("no/such/folder/log");
    let (_client, child) = start_with(&["--log-file", nowhere.to_str().unwrap()]);
    assert_eq!(code(child).await, Some(2));
}

/// Ranges that no document has, documents that are not open, versions that go backwards, a document opened
/// twice: the text is right all the same.
#[tokio::test]
async fn what_no_client_should_send_does_not_reach_the_text() {
    let (mut client, _child) = start();
    client.begin(json!({}), json!({"typingDelay": 0})).await;
    client.change("untitled:b", 2, json!([{"text": ARTICLE}])).await;
    client.open("untitled:a", 1, "अ\n").await;
    client.open("untitled:a", 5, ARTICLE).await;
    client.change("untitled:a", 4, json!([{"text": ""}])).await;
    let far = json!({"line": 0x7fff_ffff, "character": 0x7fff_ffff});
    client.change("untitled:a", 6, json!([{"range": {"start": far, "end": far}, "text": ARTICLE}])).await;
    let back = json!({"start": {"line": 0, "character": 9}, "end": {"line": 0, "character": 9}});
    client.change("untitled:a", 7, json!([{"range": back, "text": ""}])).await;
    assert_eq!(client.marks("untitled:a", 7).await.as_array().unwrap().len(), 2);
    client.assert_alive().await;
}

#[tokio::test]
async fn requests_before_initialize_and_after_shutdown_are_refused() {
    let (mut client, child) = start();
    let early = client.call("textDocument/hover", json!({})).await;
    assert_eq!(early["error"]["code"], -32002, "{early}");
    client.begin(json!({}), Value::Null).await;
    client.call("shutdown", Value::Null).await;
    let late = client.call("textDocument/hover", json!({})).await;
    assert_eq!(late["error"]["code"], -32600, "{late}");
    client.notify("exit", Value::Null).await;
    assert_eq!(code(child).await, Some(0));
}

#[tokio::test]
async fn a_burst_with_a_client_that_never_answers_stays_in_order() {
    let (mut client, _child) = start();
    client.answers = None;
    let workspace = json!({"configuration": true, "didChangeWatchedFiles": {"dynamicRegistration": true}});
    let capabilities = json!({"workspace": workspace, "textDocument": {"diagnostic": {}}});
    client.begin(capabilities, json!({"typingDelay": 0})).await;
    client.open("untitled:a", 0, "").await;
    let mut last = 0;
    for number in 1..=200 {
        // Each one stands before all that came earlier, so that the last weekday is the first word
        let start = json!({"line": 0, "character": 0});
        let text = if number % 2 == 0 {
            "बुधवार (13 मार्च 2025)\n"
        } else {
            "गुरुवार (13 मार्च 2025)\n"
        };
        let change = json!([{"range": {"start": start, "end": start}, "text": text}]);
        client.change("untitled:a", number, change).await;
        let document = json!({"textDocument": {"uri": "untitled:a"}});
        last = client.request("textDocument/diagnostic", document).await;
    }
    let answer = client.answer(last).await;
    let lines: Vec<u64> = answer["result"]["items"]
        .as_array()
        .unwrap_or_else(|| panic!("{answer}"))
        .iter()
        .map(|mark| mark["range"]["start"]["line"].as_u64().unwrap())
        .collect();
    assert_eq!(lines, (0..200).step_by(2).collect::<Vec<u64>>());
    client.assert_asked("workspace/configuration");
}

#[tokio::test]
async fn bytes_that_are_no_messages_are_refused_and_the_next_one_is_read() {
    let (mut client, child) = start();
    client.begin(json!({}), json!({"typingDelay": 0})).await;
    for bytes in ["Content-Length: 7\r\n\r\nno JSON", "Hello\r\n\r\n", "Content-Length: 2\r\n\r\n{}"] {
        client.raw(bytes.as_bytes()).await;
        let answer = client.until(|message| message.get("id") == Some(&Value::Null)).await;
        assert!(answer["error"]["code"].is_i64(), "{bytes}: {answer}");
    }
    client.assert_alive().await;
    client.raw(b"Content-Length: 18446744073709551615\r\n\r\n{").await;
    client.hang_up().await;
    assert_eq!(code(child).await, Some(1));
}

#[tokio::test]
async fn a_scan_of_a_folder_is_cancelled_and_the_server_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let long = ARTICLE.repeat(50);
    for number in 0..200 {
        std::fs::write(folder.path().join(format!("{number}.txt")), &long).unwrap();
    }
    let (mut client, _child) = start();
    let root = format!("file://{}", folder.path().display());
    client.begin_in(&[&root], json!({}), json!({"typingDelay": 0})).await;
    let id = client.request("workspace/diagnostic", json!({"previousResultIds": []})).await;
    client.notify("$/cancelRequest", json!({"id": id})).await;
    assert_eq!(client.answer(id).await["error"]["code"], -32800);
    client.assert_alive().await;
}
