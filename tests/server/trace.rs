//! What a client is told when it traces the server.

use serde_json::{Value, json};

use crate::client::Client;

fn is_trace(message: &Value) -> bool {
    message["method"] == "$/logTrace"
}

#[tokio::test]
async fn a_client_that_traces_is_told_of_each_message_and_of_no_text() {
    let mut client = Client::begun(json!({})).await;
    client.open("untitled:a", 1, crate::client::ARTICLE).await;
    client.marks("untitled:a", 1).await;
    client.notify("$/setTrace", json!({"value": "messages"})).await;
    let params = json!({"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 7}});
    client.call("textDocument/hover", params).await;
    let trace = client.until(is_trace).await["params"].take();
    let message = trace["message"].as_str().unwrap();
    assert!(message.starts_with("textDocument/hover: done after "), "{trace}");
    assert_eq!(trace.get("verbose"), None, "{trace}");
    client.call("no/such/method", json!({})).await;
    let refused = client.until(is_trace).await;
    assert!(refused["params"]["message"].as_str().unwrap().contains("refused"), "{refused}");

    client.notify("$/setTrace", json!({"value": "verbose"})).await;
    client.call("no/such/method", json!({})).await;
    let verbose = client.until(is_trace).await;
    assert!(verbose["params"]["verbose"].is_string(), "{verbose}");

    client.notify("$/setTrace", json!({"value": "off"})).await;
    client.notify("$/setTrace", json!({"value": "loud"})).await;
    client.call("no/such/method", json!({})).await;
    assert_eq!(client.count_of(is_trace), 0, "who does not trace is not told");
}

#[tokio::test]
async fn a_client_may_trace_from_the_beginning() {
    let mut client = Client::new();
    client.call("initialize", json!({"capabilities": {}, "trace": "messages"})).await;
    client.notify("initialized", json!({})).await;
    client.call("no/such/method", json!({})).await;
    client.until(is_trace).await;
}
