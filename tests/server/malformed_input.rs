//! What no client should send and some do.

use serde_json::{Value, json};

use crate::client::{ARTICLE, Client, WRONG};
use crate::page::Page;

fn range(start: (u32, u32), end: (u32, u32)) -> Value {
    json!({"start": {"line": start.0, "character": start.1}, "end": {"line": end.0, "character": end.1}})
}

#[tokio::test]
async fn ranges_outside_of_the_document_mean_its_nearest_place() {
    let mut client = Client::begun(json!({})).await;
    client.open("untitled:a", 1, "अ\n").await;
    let max = 0x7fff_ffff;
    let changes = json!([
        {"range": range((max, max), (max, max)), "text": ARTICLE},
        {"range": range((9, 9), (1, 0)), "text": ""},
        {"range": range((0, 999), (0, 0)), "text": format!("😀 {ARTICLE}")},
        {"range": range((0, 1), (0, 1)), "text": "आ"},
    ]);
    client.change("untitled:a", 2, changes).await;
    let marks = client.marks("untitled:a", 2).await;
    let page = Page { text: format!("आ😀 {ARTICLE}\n"), encoding: "utf-16" };
    assert_eq!(marks[0]["range"], page.range(WRONG));
    assert_eq!(marks.as_array().unwrap().len(), 1, "{marks}");
}

#[tokio::test]
async fn negative_and_fractional_places_are_refused() {
    let mut client = Client::begun(json!({})).await;
    client.open("untitled:a", 1, ARTICLE).await;
    for place in [json!(-1), json!(0.5), json!(1e300), json!("0"), Value::Null] {
        let at = json!({"line": place, "character": 0});
        client.change("untitled:a", 2, json!([{"range": {"start": at, "end": at}, "text": "x"}])).await;
    }
    client.change("untitled:a", 2, json!([{"text": ARTICLE.repeat(2)}])).await;
    assert_eq!(client.marks("untitled:a", 2).await.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn versions_do_not_go_backwards() {
    let mut client = Client::begun(json!({})).await;
    client.open("untitled:a", 5, ARTICLE).await;
    for version in [5, 4, -1] {
        client.change("untitled:a", version, json!([{"text": ""}])).await;
        let log = client.until(|message| message["method"] == "window/logMessage").await;
        assert!(log["params"]["message"].as_str().unwrap().contains("untitled:a"), "{log}");
    }
    client.change("untitled:a", 6, json!([])).await;
    assert_eq!(client.marks("untitled:a", 6).await[0]["code"], "date/weekday");
}

#[tokio::test]
async fn a_document_that_is_opened_twice_begins_anew() {
    let mut client = Client::begun(json!({})).await;
    client.open("untitled:a", 9, ARTICLE).await;
    client.open("untitled:a", 2, &ARTICLE.repeat(2)).await;
    assert_eq!(client.marks("untitled:a", 2).await.as_array().unwrap().len(), 2);
    client.change("untitled:a", 3, json!([{"text": ARTICLE}])).await;
    assert_eq!(client.marks("untitled:a", 3).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn documents_that_are_not_open_are_survived() {
    let mut client = Client::begun(json!({})).await;
    client.change("untitled:a", 2, json!([{"text": ARTICLE}])).await;
    client.save("untitled:a").await;
    client.close("untitled:a").await;
    client.close("untitled:a").await;
    client.assert_alive().await;
    assert!(client.pushed_already("untitled:a").is_none(), "nobody speaks of it");
}

#[tokio::test]
async fn any_language_and_any_place_is_an_article() {
    let mut client = Client::begun(json!({})).await;
    let uris = [
        "untitled:Untitled-1",
        "file:///no/such/%E0%A4%96%E0%A4%AC%E0%A4%B0.txt",
        "inmemory://model/1",
        "git:/a.txt?%7B%22ref%22%3A1%7D",
        "vscode-notebook-cell:/a.ipynb#W0",
        "file://host/share/a.txt",
    ];
    for (uri, language) in uris.into_iter().zip(["plaintext", "text", "klingon", "", "हिन्दी", "rust"])
    {
        let document = json!({"uri": uri, "languageId": language, "version": 1, "text": ARTICLE});
        client.notify("textDocument/didOpen", json!({"textDocument": document})).await;
        let marks = client.marks(uri, 1).await;
        assert_eq!(marks[0]["code"], "date/weekday", "{uri} as {language}");
    }
    let document = json!({"uri": "no uri at all", "languageId": "text", "version": 1, "text": ARTICLE});
    client.notify("textDocument/didOpen", json!({"textDocument": document})).await;
    client.assert_alive().await;
}

#[tokio::test]
async fn markup_is_told_by_language_or_by_ending() {
    let mut client = Client::begun(json!({})).await;
    let text = format!("```\n{ARTICLE}```\n\n{ARTICLE}");
    for (uri, language) in [("untitled:a", "markdown"), ("file:///no/such/a.md", "unknown")] {
        let document = json!({"uri": uri, "languageId": language, "version": 1, "text": text});
        client.notify("textDocument/didOpen", json!({"textDocument": document})).await;
        let marks = client.marks(uri, 1).await;
        assert_eq!(marks.as_array().unwrap().len(), 1, "code is no prose: {marks}");
        assert_eq!(marks[0]["range"]["start"]["line"], 4);
    }
}

#[tokio::test]
async fn a_line_of_a_megabyte_is_read() {
    let mut client = Client::begun(json!({})).await;
    let text = format!("{}{ARTICLE}", "नमस्ते😀 ".repeat(46_000));
    assert!(text.len() > 1 << 20);
    client.open("untitled:a", 1, &text).await;
    let page = Page { text, encoding: "utf-16" };
    let marks = client.marks("untitled:a", 1).await;
    let marks = marks.as_array().unwrap();
    let mark = marks.iter().find(|mark| mark["code"] == "date/weekday").expect("the last words are read too");
    assert_eq!(mark["range"], page.range(WRONG));
}

#[tokio::test]
async fn half_a_message_is_the_end() {
    let halves: [&[u8]; 4] = [
        b"Content-Le",
        b"Content-Length: 100\r\n",
        b"Content-Length: 100\r\n\r\n",
        b"Content-Length: 100\r\n\r\n{\"jsonrpc\": \"2.0\", \xe0\xa4",
    ];
    for half in halves {
        let mut client = Client::begun(json!({})).await;
        client.raw(half).await;
        client.hang_up().await;
        assert_eq!(client.code().await, 1, "{}", String::from_utf8_lossy(half));
    }
}

#[tokio::test]
async fn a_message_may_come_byte_by_byte_and_many_at_once() {
    let mut client = Client::begun(json!({})).await;
    let frame = |id: i32| {
        let body = json!({"jsonrpc": "2.0", "id": id, "method": "no/such/method"}).to_string();
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    };
    for byte in frame(101).bytes() {
        client.raw(&[byte]).await;
        tokio::task::yield_now().await;
    }
    assert_eq!(client.answer(101).await["error"]["code"], -32601);
    client.raw((102..200).map(frame).collect::<String>().as_bytes()).await;
    for id in 102..200 {
        assert_eq!(client.answer(id).await["error"]["code"], -32601);
    }
}

/// tower-lsp stops reading at the first of these.
#[tokio::test]
async fn messages_that_make_no_sense_are_refused_and_the_next_one_is_read() {
    let bodies: [&[u8]; 10] = [
        b"{",
        b"nonsense",
        b"[]",
        b"7",
        b"{}",
        b"{\"jsonrpc\": \"1.0\", \"method\": \"x\"}",
        b"{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"shutdown\"}",
        b"\"\xff\xfe\"",
        b"{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"shutdown\"} x",
        b"[{\"jsonrpc\": \"2.0\", \"method\": \"exit\"}]",
    ];
    let mut client = Client::begun(json!({})).await;
    for body in bodies {
        client.raw(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes()).await;
        client.raw(body).await;
        let answer = client.until(|message| message.get("id") == Some(&Value::Null)).await;
        let code = answer["error"]["code"].as_i64().unwrap();
        assert!([-32700, -32600].contains(&code), "{}: {answer}", String::from_utf8_lossy(body));
    }
    client.raw(b"Content-Length: 0\r\n\r\n").await;
    client.assert_alive().await;
}

#[tokio::test]
async fn headers_that_make_no_sense_are_refused_and_the_next_message_is_read() {
    let headers: [&[u8]; 5] = [
        b"Content-Length: many\r\n\r\n",
        b"\xff\xfe\r\n\r\n",
        b"Hello\r\n\r\n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
        b"Content-Length: -5\r\n\r\n",
    ];
    let mut client = Client::begun(json!({})).await;
    for header in headers {
        client.raw(header).await;
        let answer = client.until(|message| message.get("id") == Some(&Value::Null)).await;
        assert_eq!(answer["error"]["code"], -32700, "{}: {answer}", String::from_utf8_lossy(header));
    }
    client.assert_alive().await;
    let body = json!({"jsonrpc": "2.0", "id": 77, "method": "no/such/method"}).to_string();
    for rest in [
        "Content-Type: application/vscode-jsonrpc; charset=utf-8",
        "content-type: application/vscode-jsonrpc",
    ] {
        client.raw(format!("content-length:{}\r\n{rest}\r\n\r\n{body}", body.len()).as_bytes()).await;
        assert_eq!(client.answer(77).await["error"]["code"], -32601, "{rest}");
    }
}

#[tokio::test]
async fn a_length_that_cannot_be_is_no_reason_to_take_the_memory() {
    let mut client = Client::begun(json!({})).await;
    client.raw(b"Content-Length: 18446744073709551615\r\n\r\n{").await;
    client.hang_up().await;
    assert_eq!(client.code().await, 1);
}

#[tokio::test]
#[ignore = "a message of 64 MB takes long to read without optimization"]
async fn a_message_of_64_megabytes_is_survived() {
    let mut client = Client::begun(json!({})).await;
    client.open("untitled:a", 1, &"क".repeat((64 << 20) / 3)).await;
    client.close("untitled:a").await;
    client.call("no/such/method", json!({})).await;
    client.assert_alive().await;
}
