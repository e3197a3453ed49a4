//! What is done with a document.

use std::sync::{Arc, LazyLock};

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use vartani::diagnostics::{DocumentState, Snapshot, apply_fixes};
use vartani::newsroom::{Config, Newsroom};
use vartani::reading::{DateHints, Reader};
use vartani::text::Format;

use crate::families::{Family, Task};

static NEWSROOM: LazyLock<Arc<Newsroom>> = LazyLock::new(|| Arc::new(Newsroom::shipped(Config::default())));

/// Does what a family asks for, with a document of about so many bytes.
pub fn run(family: &Family, size: usize) {
    let text = (family.make)(size);
    let newsroom = match family.task {
        Task::Skip(expressions) => {
            let config = format!("skip = {}", Value::from(expressions));
            Arc::new(Newsroom::shipped(Config::parse(&config, |_| true).expect("a configuration")))
        }
        _ => NEWSROOM.clone(),
    };
    let mut reader = Reader::new(newsroom);
    let hints = DateHints { given: "2025-03-12".parse().ok(), ..DateHints::default() };
    match family.task {
        Task::Check | Task::Skip(_) => {
            let snapshot = Snapshot::take(text, family.format, &mut reader, hints);
            for mark in snapshot.diagnostics() {
                snapshot.position(mark.span.start as usize);
                snapshot.position(mark.span.end as usize);
            }
        }
        Task::Fix => {
            let snapshot = Snapshot::take(text.clone(), family.format, &mut reader, hints);
            apply_fixes(&text, snapshot.diagnostics().to_vec(), family.format, &mut reader, hints);
        }
        Task::Type => {
            let mut state = DocumentState::default();
            state.read(text.clone(), family.format, &mut reader, hints);
            for letter in ["क", "का", "कार", "कार्य"] {
                state.read(format!("{text}{letter}"), family.format, &mut reader, hints);
            }
        }
        Task::Ask(method) => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(ask(method, &text, family.format));
        }
    }
}

/// The code of the protocol for a question that was not answered.
const REQUEST_CANCELLED: i64 = -32800;

/// Opens a document in a server and asks for something about all of it.
async fn ask(method: &str, text: &str, format: Format) {
    assert_eq!(format, Format::Plain);
    let (here, there) = tokio::io::duplex(1 << 16);
    let (input, output) = tokio::io::split(there);
    let server = tokio::spawn(vartani::server::serve(input, output));
    let (from_server, mut to_server) = tokio::io::split(here);
    let uri = "untitled:a";
    let document = json!({"uri": uri, "languageId": "plaintext", "version": 1, "text": text});
    let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}});
    let params = json!({"textDocument": {"uri": uri}, "range": range, "context": {"diagnostics": []}});
    let pulls = json!({"textDocument": {"diagnostic": {}}});
    let mut from_server = BufReader::new(from_server);
    // Nothing may be asked before `initialize` is answered
    let options = json!({"lenses": true});
    let begun = json!({"capabilities": pulls, "initializationOptions": options});
    let first = [json!({"id": 1, "method": "initialize", "params": begun})];
    let then = [
        json!({"method": "initialized", "params": {}}),
        json!({"method": "textDocument/didOpen", "params": {"textDocument": document}}),
    ];
    tokio::join!(answer(&mut from_server, 1), send(&mut to_server, &first));
    send(&mut to_server, &then).await;
    // On a busy machine the server says that it has not read the document yet, and a client asks again
    for id in 2.. {
        let question = [json!({"id": id, "method": method, "params": params})];
        let (answer, ()) = tokio::join!(answer(&mut from_server, id), send(&mut to_server, &question));
        if answer["error"]["code"] != REQUEST_CANCELLED {
            assert!(answer["error"].is_null(), "{method}: {answer}");
            break;
        }
    }
    to_server.shutdown().await.expect("the pipe closes");
    server.await.expect("the server does not panic");
}

/// Sends messages, each framed.
pub async fn send(to_server: &mut (impl tokio::io::AsyncWrite + Unpin), messages: &[Value]) {
    for message in messages {
        let mut message = message.clone();
        message["jsonrpc"] = json!("2.0");
        let body = message.to_string();
        let framed = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        to_server.write_all(framed.as_bytes()).await.expect("the server reads");
    }
}

/// The answer to a request.
pub async fn answer(from_server: &mut (impl tokio::io::AsyncBufRead + Unpin), id: i64) -> Value {
    loop {
        let message = message(from_server).await;
        if message["id"] == id && message["method"].is_null() {
            return message;
        }
    }
}

/// The next message of the server.
pub async fn message(from_server: &mut (impl tokio::io::AsyncBufRead + Unpin)) -> Value {
    let mut header = String::new();
    from_server.read_line(&mut header).await.expect("a header");
    let length: usize = header.trim().rsplit(' ').next().and_then(|n| n.parse().ok()).expect("a length");
    let mut body = vec![0; length + 2];
    from_server.read_exact(&mut body).await.expect("a body");
    serde_json::from_slice(&body).expect("JSON")
}
