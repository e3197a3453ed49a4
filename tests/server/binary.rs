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
