//! The language server: a face of the house that speaks the Language Server Protocol.
//!
//! One short file per feature (`features`) over plain data from [`ide`](crate::ide). Types of the
//! protocol and its columns stay on this floor. How it survives tower-lsp 0.20:
//!
//! - `framing` keeps from it what it cannot parse;
//! - `outgoing` takes the `null` out of what it asks;
//! - `written` gives the client what is long, which tower-lsp would make into JSON twice;
//! - a `panic_guard` around the service turns a panic into an error answer and sees `exit`;
//! - 64 slots for handlers, so that a slow one starves neither reads nor cancels;
//! - notification handlers change state synchronously (`documents`);
//! - one `scheduler` reads documents off the I/O task, the latest text wins;
//! - requests answer from an immutable snapshot (`session`).

mod analysis;
mod backend;
mod capabilities;
mod client_requests;
mod departure;
mod documents;
mod features;
mod framing;
mod json;
mod listen;
mod log;
mod outgoing;
mod panic_guard;
mod position;
mod progress;
mod publish;
mod scheduler;
mod session;
mod settings;
mod workspace;
mod written;

use std::io;
use std::net::SocketAddr;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt as _;
use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::{LspService, Server};

use backend::Backend;
use log::Log;
use outgoing::Outgoing;
use panic_guard::Guard;
use written::{Written, WrittenOutput};

/// tower-lsp's own four slots starve cancels and reads; a slot costs nothing.
const SLOTS: usize = 64;

/// So many bytes are on the way from [`frames`] to tower-lsp.
const PIPE: usize = 1 << 16;

/// A client that says `exit` has this time to take the answers to what it asked before.
const SHUTDOWN_GRACE: Duration = Duration::from_millis(500);

/// Maximum time to answer what was asked before the input ended.
const END_OF_INPUT_GRACE: Duration = Duration::from_secs(30);

/// Serves one client over stdin and stdout, or the first that connects to an address, until it leaves.
/// Returns the exit code of the process. With a path, what the server does is logged there.
///
/// # Errors
/// Where the runtime cannot be started, the address not be listened on or the log not be written.
pub fn run(listen: Option<SocketAddr>, log: Option<&Path>) -> io::Result<u8> {
    let log = Log::open(log)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let code = runtime.block_on(async {
        match listen {
            None => Ok(serve_with(log, tokio::io::stdin(), tokio::io::stdout()).await),
            Some(address) => {
                let (input, output) = tokio::io::split(listen::first_client(address).await?);
                Ok(serve_with(log, input, output).await)
            }
        }
    });
    // A read of stdin that waits for a client that is gone would hold the process
    runtime.shutdown_background();
    code
}

/// Serves one client until it says `exit` or its pipe ends, and returns the exit code.
pub async fn serve(input: impl AsyncRead + Unpin, output: impl AsyncWrite) -> u8 {
    serve_with(Log::default(), input, output).await
}

async fn serve_with(log: Log, input: impl AsyncRead + Unpin, output: impl AsyncWrite) -> u8 {
    let log = Arc::new(log);
    let written = Written::default();
    let service = LspService::build(|client| Backend::new(client, log.clone(), written.clone()))
        .custom_method("$/setTrace", Backend::set_trace)
        .custom_method("window/workDoneProgress/cancel", Backend::cancel_progress);
    #[cfg(test)]
    let service = service.custom_method("test/panic", tests::panic);
    let (service, socket) = service.finish();
    let (guard, departure) = Guard::new(service, log);
    let (messages, sifted) = tokio::io::duplex(PIPE);
    let output = WrittenOutput::new(output, written);
    let serving = Server::new(messages, output, Outgoing(socket)).concurrency_level(SLOTS).serve(guard);
    // tower-lsp panics where its client hears nothing any more
    let mut serving = pin!(AssertUnwindSafe(serving).catch_unwind());
    let reading = async {
        tokio::select! {
            _ = framing::sift(input, sifted) => {}
            () = departure.exited() => {}
        }
    };
    tokio::select! {
        _ = &mut serving => return departure.code(),
        () = departure.orphaned() => return departure.code(),
        () = reading => {}
    }
    // Nothing more is read; what was asked before is answered. An `exit` may still be on its way to tower-lsp,
    // which never ends by itself where something came after it
    let leaving = async {
        departure.exited().await;
        tokio::time::sleep(SHUTDOWN_GRACE).await;
    };
    tokio::select! {
        _ = serving => {}
        () = leaving => {}
        () = departure.orphaned() => {}
        () = tokio::time::sleep(END_OF_INPUT_GRACE) => {}
    }
    departure.code()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
    use tower_lsp::jsonrpc;

    use super::*;

    /// A handler with a fault, half of it before it first waits.
    pub(super) async fn panic(_: &Backend, params: Value) -> jsonrpc::Result<Value> {
        assert_ne!(params["when"], "at once", "this is a test");
        tokio::task::yield_now().await;
        panic!("this is a test");
    }

    #[tokio::test]
    async fn a_panic_in_a_handler_is_an_error_and_the_next_request_is_served() {
        let (here, there) = tokio::io::duplex(1 << 16);
        let (input, output) = tokio::io::split(there);
        let server = tokio::spawn(serve(input, output));
        let (from_server, mut to_server) = tokio::io::split(here);
        let mut from_server = BufReader::new(from_server);
        let mut codes = Vec::new();
        let hover = json!({"textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 0}});
        for (id, (method, params)) in [
            ("initialize", json!({"capabilities": {}})),
            ("test/panic", json!({"when": "at once"})),
            ("test/panic", json!({"when": "later"})),
            ("textDocument/hover", hover),
            ("shutdown", Value::Null),
        ]
        .into_iter()
        .enumerate()
        {
            let body = json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}).to_string();
            let message = format!("Content-Length: {}\r\n\r\n{body}", body.len());
            to_server.write_all(message.as_bytes()).await.unwrap();
            let mut header = String::new();
            from_server.read_line(&mut header).await.unwrap();
            let length: usize = header.trim().rsplit(' ').next().unwrap().parse().unwrap();
            let mut answer = vec![0; length + 2];
            from_server.read_exact(&mut answer).await.unwrap();
            let answer: Value = serde_json::from_slice(&answer).unwrap();
            assert_eq!(answer["id"], id, "{answer}");
            codes.push(answer["error"]["code"].as_i64());
        }
        assert_eq!(codes, [None, Some(-32603), Some(-32603), Some(-32602), None]);
        to_server.shutdown().await.unwrap();
        assert_eq!(server.await.unwrap(), 0);
    }
}
