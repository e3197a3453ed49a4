//! A server of its own for each test, and a client that sends what it is told to, byte by byte.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

/// A meeting on a day that is another day of the week, with a letter outside the Basic Multilingual Plane before it.
pub const WRONG_DAY: &str = "नई दिल्ली, 12 मार्च 2025। 😀 बैठक बुधवार, 13 मार्च 2025 को होगी।";

/// A server, which ends with the test.
pub struct Server {
    process: Child,
    /// What keeps it alive where it is to end with its parent.
    pub stdin: Option<ChildStdin>,
    /// The folder it serves.
    pub folder: TempDir,
    /// `127.0.0.1:PORT`.
    pub host: String,
    pub token: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

/// The program, in a folder, with no configuration of whoever runs the tests.
pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vartani"));
    command.arg("serve").args(arguments).current_dir(folder);
    command.env("LANG", "C").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command.env("XDG_CONFIG_HOME", folder.join("config")).env("XDG_CACHE_HOME", folder.join("cache"));
    command
}

impl Server {
    pub fn start(arguments: &[&str]) -> Server {
        Server::of(&[], arguments)
    }

    /// Serves a folder with these files.
    pub fn of(files: &[(&str, &str)], arguments: &[&str]) -> Server {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let mut command = program(folder.path(), &["--listen", "127.0.0.1:0"]);
        let process = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut process = process.unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut value_of = |name: &str| {
            let line = lines.find(|line| line.starts_with(name)).unwrap();
            line[name.len()..].trim().to_owned()
        };
        let api = value_of("API");
        let languagetool = value_of("LanguageTool");
        let host = api.strip_prefix("http://").unwrap().strip_suffix("/v1/check").unwrap().to_owned();
        let token = languagetool.rsplit('/').nth(1).unwrap().to_owned();
        let stdin = process.stdin.take();
        Server { process, stdin, folder, host, token }
    }

    /// A connection that gives up when nothing comes for long.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// Sends a request as it is written, `HOST` and `TOKEN` filled in, and reads until the server hangs up.
    pub fn send(&self, head: &str, body: &[u8]) -> Answer {
        let mut stream = self.connect();
        let head =
            head.trim_start().replace('\n', "\r\n").replace("HOST", &self.host).replace("TOKEN", &self.token);
        let length = format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(length.as_bytes()).unwrap();
        // It may have answered and left before it has read all
        let _ = stream.write_all(body);
        Answer::read(&mut stream)
    }

    /// `POST /v1/check` with the token.
    pub fn post(&self, body: &[u8]) -> Answer {
        let head = "
POST /v1/check HTTP/1.1
Host: HOST
Authorization: Bearer TOKEN
Content-Type: application/json
";
        self.send(head, body)
    }

    /// What is found in a text.
    pub fn check(&self, request: Value) -> Value {
        let answer = self.post(request.to_string().as_bytes());
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()
    }

    /// Waits for its end, and returns its exit code.
    pub fn wait(&mut self) -> Option<i32> {
        self.process.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Answer {
    pub fn read(stream: &mut TcpStream) -> Answer {
        let mut bytes = Vec::new();
        let read = stream.read_to_end(&mut bytes);
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{read:?}: {text:?}"));
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The status, and the word for what is wrong.
    pub fn refused(&self) -> (u16, String) {
        let error = &self.json()["error"];
        assert!(error["message"].as_str().is_some_and(|message| message.len() > 20), "{error}");
        (self.status, error["code"].as_str().unwrap().to_owned())
    }

    /// Whether the head has a line.
    pub fn has(&self, line: &str) -> bool {
        self.head.lines().any(|one| one == line)
    }
}
