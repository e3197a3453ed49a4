//! From `initialize` to `exit`.

use serde_json::{Value, json};

use crate::client::{Client, LIMIT};

const BEFORE_INITIALIZE: i64 = -32002;
const INVALID_REQUEST: i64 = -32600;
const UNKNOWN_METHOD: i64 = -32601;

#[tokio::test]
async fn a_client_is_told_what_its_columns_count() {
    let offers = [
        (Value::Null, "utf-16"),
        (json!(["utf-16"]), "utf-16"),
        (json!(["utf-8"]), "utf-8"),
        (json!(["utf-16", "utf-8"]), "utf-8"),
        (json!(["utf-32"]), "utf-32"),
        (json!(["utf-32", "utf-16"]), "utf-16"),
        (json!(["utf-7"]), "utf-16"),
    ];
    for (offered, expected) in offers {
        let mut client = Client::new();
        let ours = client.begin(json!({"general": {"positionEncodings": offered}}), Value::Null).await;
        assert_eq!(ours["capabilities"]["positionEncoding"], expected, "{offered}");
        assert_eq!(ours["capabilities"]["textDocumentSync"]["change"], 2, "incremental");
        assert_eq!(ours["capabilities"]["textDocumentSync"]["openClose"], true);
        assert_eq!(ours["serverInfo"]["name"], "vartani");
    }
}

#[tokio::test]
async fn diagnostics_are_offered_for_pulling_to_those_who_pull() {
    for (capabilities, is_offered) in
        [(json!({}), false), (json!({"textDocument": {"diagnostic": {}}}), true)]
    {
        let ours = Client::new().begin(capabilities, Value::Null).await;
        assert_eq!(ours["capabilities"].get("diagnosticProvider").is_some(), is_offered);
    }
}

#[tokio::test]
async fn nothing_is_answered_before_initialize() {
    let mut client = Client::new();
    let early = client.pull("untitled:a", None).await;
    assert_eq!(early["error"]["code"], BEFORE_INITIALIZE, "{early}");
    client.open("untitled:a", 1, crate::client::ARTICLE).await;
    client.begin(json!({"textDocument": {"diagnostic": {}}}), Value::Null).await;
    let pulled = client.pull("untitled:a", None).await;
    assert_eq!(pulled["error"]["code"], -32602, "what was opened before is not open: {pulled}");
    let again = client.call("initialize", json!({"capabilities": {}})).await;
    assert_eq!(again["error"]["code"], INVALID_REQUEST, "{again}");
}

#[tokio::test]
async fn nothing_is_answered_after_shutdown() {
    let mut client = Client::begun(json!({})).await;
    let down = client.call("shutdown", Value::Null).await;
    assert_eq!((down.get("error"), &down["result"]), (None, &Value::Null), "`null` are no params: {down}");
    for method in ["textDocument/diagnostic", "shutdown", "initialize"] {
        let late = client.call(method, json!({"capabilities": {}})).await;
        assert_eq!(late["error"]["code"], INVALID_REQUEST, "{method}: {late}");
    }
    client.notify("exit", Value::Null).await;
    assert_eq!(client.code().await, 0);
}

#[tokio::test]
async fn shutdown_is_taken_whatever_its_params_are() {
    for params in [json!({}), json!([]), json!({"why": 7}), json!([null])] {
        let mut client = Client::begun(json!({})).await;
        let down = client.call("shutdown", params.clone()).await;
        assert_eq!((down.get("error"), &down["result"]), (None, &Value::Null), "{params}: {down}");
        client.notify("exit", params).await;
        assert_eq!(client.code().await, 0);
    }
}

#[tokio::test]
async fn exit_without_shutdown_is_a_failure() {
    let mut client = Client::begun(json!({})).await;
    client.send(&json!({"jsonrpc": "2.0", "method": "exit"})).await;
    assert_eq!(client.code().await, 1);

    let mut client = Client::new();
    client.send(&json!({"jsonrpc": "2.0", "method": "exit"})).await;
    assert_eq!(client.code().await, 1, "before `initialize` too");
}

#[tokio::test]
async fn a_client_that_is_gone_ends_the_server() {
    let mut client = Client::begun(json!({})).await;
    client.hang_up().await;
    assert_eq!(client.code().await, 1);

    let mut client = Client::begun(json!({})).await;
    client.call("shutdown", Value::Null).await;
    client.hang_up().await;
    assert_eq!(client.code().await, 0);
}

#[tokio::test]
async fn a_client_that_hears_nothing_ends_the_server() {
    let (here, there) = tokio::io::duplex(1 << 16);
    let (output, not_heard) = tokio::io::duplex(1);
    drop(not_heard);
    let server = tokio::spawn(vartani::server::serve(there, output));
    let mut client = Client::over(tokio::io::empty(), here);
    client.request("initialize", json!({"capabilities": {}})).await;
    client.request("shutdown", Value::Null).await;
    let code = tokio::time::timeout(LIMIT, server).await.expect("the server ends");
    assert!(code.is_ok(), "without a panic");
}

#[tokio::test]
async fn what_is_asked_before_exit_is_answered_even_when_nobody_waits() {
    let mut client = Client::begun(json!({})).await;
    let down = client.request("shutdown", Value::Null).await;
    client.notify("exit", Value::Null).await;
    assert_eq!(client.answer(down).await["result"], Value::Null);
    assert_eq!(client.code().await, 0);
}

#[tokio::test]
async fn unknown_methods_are_refused_or_ignored() {
    let mut client = Client::begun(json!({})).await;
    let unknown = client.call("textDocument/praise", json!({})).await;
    assert_eq!(unknown["error"]["code"], UNKNOWN_METHOD, "{unknown}");
    for method in ["$/praise", "$/setTrace", "$/vartani/noJson"] {
        let unknown = client.call(method, json!({"value": "off"})).await;
        assert!(unknown["error"]["code"].is_i64(), "{method}: {unknown}");
    }
    let unknown = client.call("$/praise", json!({})).await;
    assert_eq!(unknown["error"]["code"], UNKNOWN_METHOD, "{unknown}");
    client.notify("$/praise", json!({})).await;
    client.notify("workspace/praise", json!(["शाबाश"])).await;
    let wrong = client.call("textDocument/diagnostic", json!({"textDocument": 7})).await;
    assert_eq!(wrong["error"]["code"], -32602, "{wrong}");
    client.notify("textDocument/didChange", json!({"textDocument": 7})).await;
    client.assert_alive().await;
}
