//! A small client: it writes and reads messages as JSON and knows nothing of the server's types.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _,
    BufReader,
};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// Whatever takes longer hangs.
pub const LIMIT: Duration = Duration::from_secs(10);

/// An article whose one mark is [`WRONG`].
pub const ARTICLE: &str = "बैठक बुधवार (13 मार्च 2025) को हुई।\n";

/// It was a Thursday.
pub const WRONG: &str = "बुधवार (13 मार्च 2025)";

/// What a client announces that shows all there is in a diagnostic.
pub fn shows_all() -> Value {
    json!({"textDocument": {"publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true,
        "dataSupport": true, "tagSupport": {"valueSet": [1, 2]}}}})
}

/// The address of a file. The paths of temporary folders have nothing to encode.
pub fn url(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// A client and the server it speaks to.
pub struct Client {
    to_server: Option<Box<dyn AsyncWrite + Unpin + Send>>,
    from_server: mpsc::UnboundedReceiver<Value>,
    /// Messages that came while another one was waited for.
    kept: VecDeque<Value>,
    last_id: i64,
    /// What it answers to `workspace/configuration`; requests of the server stay unanswered without it.
    pub answers: Option<Value>,
    /// The requests of the server that were met, answered or not.
    pub asked: Vec<Value>,
    /// A server in this process; its value is the exit code.
    server: Option<JoinHandle<u8>>,
}

impl Client {
    /// A client of a server in this process.
    pub fn new() -> Client {
        let (here, there) = tokio::io::duplex(1 << 16);
        let (input, output) = tokio::io::split(there);
        let server = tokio::spawn(vartani::server::serve(input, output));
        let (from_server, to_server) = tokio::io::split(here);
        Client { server: Some(server), ..Client::over(from_server, to_server) }
    }

    /// A client of whoever is at the other end.
    pub fn over(
        from_server: impl AsyncRead + Unpin + Send + 'static,
        to_server: impl AsyncWrite + Unpin + Send + 'static,
    ) -> Client {
        let (sender, receiver) = mpsc::unbounded_channel();
        // Always reading, as editors do: a server must not count on a client that reads between writes
        tokio::spawn(async move {
            let mut from_server = BufReader::new(from_server);
            while let Some(message) = read(&mut from_server).await {
                let _ = sender.send(message);
            }
        });
        Client {
            to_server: Some(Box::new(to_server)),
            from_server: receiver,
            kept: VecDeque::new(),
            last_id: 0,
            answers: Some(Value::Null),
            asked: Vec::new(),
            server: None,
        }
    }

    /// A client that has opened a session; marks are shown while somebody types.
    pub async fn begun(capabilities: Value) -> Client {
        let mut client = Client::new();
        client.begin(capabilities, json!({"typingDelay": 0})).await;
        client
    }

    /// Opens the session and returns what the server says of itself.
    pub async fn begin(&mut self, capabilities: Value, options: Value) -> Value {
        self.begin_in(&[], capabilities, options).await
    }

    /// Opens the session with folders open.
    pub async fn begin_in(&mut self, folders: &[&str], capabilities: Value, options: Value) -> Value {
        let folder = |uri: &&str| json!({"uri": uri, "name": "articles"});
        let folders: Vec<Value> = folders.iter().map(folder).collect();
        let params = json!({"processId": null, "rootUri": null, "capabilities": capabilities,
            "workspaceFolders": folders, "initializationOptions": options});
        let answer = self.call("initialize", params).await;
        self.notify("initialized", json!({})).await;
        answer["result"].clone()
    }

    /// Sends bytes as they are.
    pub async fn raw(&mut self, bytes: &[u8]) {
        let to_server = self.to_server.as_mut().expect("the pipe to the server is open");
        let written = async {
            to_server.write_all(bytes).await?;
            to_server.flush().await
        };
        let written = tokio::time::timeout(LIMIT, written).await.expect("the server reads");
        // A server that has left reads no more, as whoever waits for an answer of it finds out
        let has_left = written.as_ref().is_err_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe);
        assert!(written.is_ok() || has_left, "the server listens: {written:?}");
    }

    pub async fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await;
    }

    pub async fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params})).await;
    }

    /// Sends a request and returns its id.
    pub async fn request(&mut self, method: &str, params: Value) -> i64 {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params})).await;
        id
    }

    /// The answer to a request, result or error.
    pub async fn answer(&mut self, id: i64) -> Value {
        self.until(|message| message.get("method").is_none() && message["id"] == id).await
    }

    /// Sends a request and waits for its answer.
    pub async fn call(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params).await;
        self.answer(id).await
    }

    /// The first message, of those not yet taken, that is wanted; the others are kept.
    pub async fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.kept.iter().position(&wanted) {
            return self.kept.remove(at).unwrap();
        }
        loop {
            let Ok(next) = tokio::time::timeout(LIMIT, self.from_server.recv()).await else {
                panic!("what is waited for does not come; what came last is {:?}", self.kept.back());
            };
            let message = next.expect("the server lives");
            if message.get("method").is_some() && message.get("id").is_some() {
                self.asked.push(message.clone());
                if let Some(configuration) = self.answers.clone() {
                    let is_configuration = message["method"] == "workspace/configuration";
                    let result = if is_configuration { json!([configuration]) } else { Value::Null };
                    self.send(&json!({"jsonrpc": "2.0", "id": message["id"], "result": result})).await;
                }
            }
            if wanted(&message) {
                return message;
            }
            self.kept.push_back(message);
        }
    }

    /// The next request of the server with a method, answered already if this client answers.
    pub async fn asked_for(&mut self, method: &str) -> Value {
        self.until(|message| message["method"] == method && message.get("id").is_some()).await
    }

    /// The next diagnostics pushed for a document that are as wanted.
    pub async fn pushed(&mut self, uri: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let method = "textDocument/publishDiagnostics";
        let is_it = |m: &Value| m["method"] == method && m["params"]["uri"] == uri && wanted(&m["params"]);
        self.until(is_it).await["params"].take()
    }

    /// How many messages of a sort have come that nobody has taken.
    pub fn count_of(&mut self, wanted: impl Fn(&Value) -> bool) -> usize {
        self.take_in();
        self.kept.iter().filter(|message| wanted(message)).count()
    }

    /// Forgets what has come and nobody has taken.
    pub fn forget(&mut self) {
        self.take_in();
        self.kept.clear();
        self.asked.clear();
    }

    fn take_in(&mut self) {
        while let Ok(message) = self.from_server.try_recv() {
            self.kept.push_back(message);
        }
    }

    /// The server has asked for something, answered or not.
    pub fn assert_asked(&self, method: &str) {
        assert!(self.asked.iter().any(|asked| asked["method"] == method), "{method} was not asked for");
    }

    /// Diagnostics pushed for a document that have come already.
    pub fn pushed_already(&mut self, uri: &str) -> Option<Value> {
        self.take_in();
        let method = "textDocument/publishDiagnostics";
        let is_it = |m: &Value| m["method"] == method && m["params"]["uri"] == uri;
        let at = self.kept.iter().position(is_it)?;
        self.kept.remove(at).map(|mut message| message["params"].take())
    }

    /// The diagnostics pushed for a version of a document.
    pub async fn marks(&mut self, uri: &str, version: i32) -> Value {
        self.pushed(uri, |params| params["version"] == version).await["diagnostics"].take()
    }

    /// The answer to a pull of the diagnostics of a document.
    pub async fn pull(&mut self, uri: &str, previous: Option<&Value>) -> Value {
        let params = json!({"textDocument": {"uri": uri}, "previousResultId": previous});
        self.call("textDocument/diagnostic", params).await
    }

    pub async fn open(&mut self, uri: &str, version: i32, text: &str) {
        let document = json!({"uri": uri, "languageId": "plaintext", "version": version, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document})).await;
    }

    pub async fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({"uri": uri, "version": version});
        let params = json!({"textDocument": document, "contentChanges": changes});
        self.notify("textDocument/didChange", params).await;
    }

    pub async fn save(&mut self, uri: &str) {
        self.notify("textDocument/didSave", json!({"textDocument": {"uri": uri}})).await;
    }

    pub async fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}})).await;
    }

    /// The server still reads and marks.
    pub async fn assert_alive(&mut self) {
        let uri = "untitled:alive";
        self.open(uri, 1, ARTICLE).await;
        let marks = self.marks(uri, 1).await;
        assert_eq!(marks[0]["code"], "date/weekday", "{marks}");
        self.close(uri).await;
        self.pushed(uri, |params| params["diagnostics"] == json!([])).await;
    }

    /// Ends what the server reads.
    pub async fn hang_up(&mut self) {
        let mut to_server = self.to_server.take().expect("the pipe to the server is open");
        let _ = to_server.shutdown().await;
    }

    /// The exit code of a server in this process.
    pub async fn code(&mut self) -> u8 {
        let server = self.server.take().expect("the server runs in this process");
        tokio::time::timeout(LIMIT, server)
            .await
            .expect("the server ends")
            .expect("the server does not panic")
    }
}

/// The next message; `None` at the end. Anything that is no message comes as a message that is none.
async fn read(from_server: &mut (impl AsyncBufRead + Unpin)) -> Option<Value> {
    let mut header = Vec::new();
    from_server.read_until(b'\n', &mut header).await.ok().filter(|&count| count > 0)?;
    let header = String::from_utf8_lossy(&header).into_owned();
    let length =
        header.strip_prefix("Content-Length: ").and_then(|rest| rest.trim_end().parse::<usize>().ok());
    let Some(length) = length else { panic!("{header:?} is not of the protocol") };
    let mut body = vec![0; length + 2];
    from_server.read_exact(&mut body).await.ok()?;
    assert_eq!(&body[..2], b"\r\n", "one header");
    let message: Value = serde_json::from_slice(&body[2..]).expect("a message is JSON");
    assert_eq!(message["jsonrpc"], "2.0", "{message}");
    Some(message)
}
