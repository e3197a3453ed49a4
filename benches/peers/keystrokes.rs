//! What a keystroke costs: from `didChange` on the wire to the diagnostics of that version, whole on the other side.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::programs::{Program, held, installed};

/// What typing into an article cost.
#[derive(Clone, Copy)]
pub struct Typing {
    /// Milliseconds from opening the article to its diagnostics.
    pub first: f64,
    /// Milliseconds of a keystroke: of half of them, and of 99 in a hundred, at most.
    pub p50: f64,
    pub p99: f64,
    /// MB the server held at most.
    pub peak: f64,
}

/// Keystrokes, and how long to type at most.
#[derive(Clone, Copy)]
pub struct Effort {
    pub keystrokes: usize,
    pub most: Duration,
}

/// Types into the middle of an article, with so many others open. `None` if the program is not installed.
pub fn type_into(program: &Program, text: &str, others: &[String], effort: Effort) -> Option<Typing> {
    installed(&program.path)?;
    let mut server = Server::start(program);
    for (number, other) in others.iter().enumerate() {
        let uri = format!("file:///tmp/keystrokes/{number}.txt");
        server.open(&uri, other);
        server.diagnostics(&uri, 1);
    }
    let uri = "file:///tmp/keystrokes/article.txt";
    let opened = Instant::now();
    server.open(uri, text);
    let first = millis(server.diagnostics(uri, 1) - opened);
    // Line breaks too: they give all that follows other numbers
    let typed: Vec<char> = "अधिकारी मास्को से लौटे और पत्रकारों को बताया।\n".chars().collect();
    let (mut line, mut character) = (text.lines().count() / 2, 0);
    let mut times = Vec::new();
    let begun = Instant::now();
    for stroke in 0..effort.keystrokes {
        if begun.elapsed() > effort.most && times.len() >= 20 {
            break;
        }
        let version = stroke as i64 + 2;
        let key = typed[stroke % typed.len()];
        let place = json!({"line": line, "character": character});
        let change = message(json!({"method": "textDocument/didChange", "params": {
            "textDocument": {"uri": uri, "version": version},
            "contentChanges": [{"range": {"start": place, "end": place}, "text": key.to_string()}]}}));
        let sent = Instant::now();
        server.write(&change);
        times.push(server.diagnostics(uri, version) - sent);
        (line, character) = if key == '\n' { (line + 1, 0) } else { (line, character + 1) };
        std::thread::sleep(Duration::from_millis(2));
    }
    times.sort();
    let at = |share: f64| millis(times[((times.len() - 1) as f64 * share).round() as usize]);
    Some(Typing { first, p50: at(0.5), p99: at(0.99), peak: held(server.child.id()).unwrap_or(f64::NAN) })
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// A message as it is on the wire.
fn message(mut message: Value) -> Vec<u8> {
    message["jsonrpc"] = json!("2.0");
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// The body of the next message; `None` where there is none.
fn body(input: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut length = 0;
    loop {
        let mut header = String::new();
        if input.read_line(&mut header).ok()? == 0 {
            return None;
        }
        if header.trim().is_empty() {
            break;
        }
        if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body).ok()?;
    Some(body)
}

/// A server over stdio.
struct Server {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Server {
    fn start(program: &Program) -> Server {
        let mut command = Command::new(&program.path);
        command.args(&program.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the server runs");
        let (input, output) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
        let mut server = Server { child, input, output: BufReader::with_capacity(1 << 20, output) };
        server.send(json!({"id": 1, "method": "initialize", "params": {"capabilities": {}, "rootUri": null,
            "processId": null, "initializationOptions": {"typingDelay": 0}}}));
        while server.receive().0.get("id") != Some(&json!(1)) {}
        server.send(json!({"method": "initialized", "params": {}}));
        server
    }

    fn open(&mut self, uri: &str, text: &str) {
        self.send(json!({"method": "textDocument/didOpen", "params": {"textDocument":
            {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}}}));
    }

    fn send(&mut self, what: Value) {
        self.write(&message(what));
    }

    fn write(&mut self, bytes: &[u8]) {
        self.input.write_all(bytes).and_then(|()| self.input.flush()).expect("the server listens");
    }

    /// The next message, and when it had come whole. Understanding it is the client's own work.
    fn receive(&mut self) -> (Value, Instant) {
        let body = body(&mut self.output).expect("the server is there");
        let come = Instant::now();
        (serde_json::from_slice(&body).unwrap_or_default(), come)
    }

    /// Waits for the diagnostics of a version; answers what the server asks meanwhile with nothing.
    fn diagnostics(&mut self, uri: &str, version: i64) -> Instant {
        loop {
            let (message, come) = self.receive();
            let params = &message["params"];
            if message["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
            {
                return come;
            }
            if message.get("id").is_some() && message.get("method").is_some() {
                let id = message["id"].clone();
                self.send(json!({"id": id, "result": null}));
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A server that does nothing: it reads each message and tells that there are no diagnostics.
pub fn idle() {
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
    while let Some(body) = body(&mut input) {
        let asked: Value = serde_json::from_slice(&body).unwrap_or_default();
        let answer = match asked["method"].as_str() {
            Some("initialize") => {
                json!({"id": asked["id"], "result": {"capabilities": {"textDocumentSync": 2}}})
            }
            Some("textDocument/didOpen" | "textDocument/didChange") => {
                let document = &asked["params"]["textDocument"];
                json!({"method": "textDocument/publishDiagnostics", "params":
                    {"uri": document["uri"], "version": document["version"], "diagnostics": []}})
            }
            _ => continue,
        };
        if output.write_all(&message(answer)).and_then(|()| output.flush()).is_err() {
            return;
        }
    }
}
