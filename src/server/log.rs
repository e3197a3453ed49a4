//! What the server tells of itself: to a file, to stderr, and to a client that traces it. Never to stdout,
//! which is the protocol's.
//!
//! Of messages it keeps the method, the outcome and the time, never a word of an article.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use tower_lsp::Client;
use tower_lsp::lsp_types::notification::LogTrace;
use tower_lsp::lsp_types::{LogTraceParams, TraceValue};

use crate::text::printable;

/// The log of one server.
#[derive(Default)]
pub struct Log {
    file: Option<Mutex<File>>,
    client: OnceLock<Client>,
    /// One for each message to the client that waits.
    waiting: Arc<()>,
    /// How much the client wants to be told, as the place in [`LEVELS`].
    trace: AtomicU8,
}

/// Maximum number of messages to a client that wait for it to read them.
const MAX_WAITING: usize = 100;

const LEVELS: [TraceValue; 3] = [TraceValue::Off, TraceValue::Messages, TraceValue::Verbose];

impl Log {
    /// A log in a file, which is made or added to; without one, warnings go to stderr.
    ///
    /// # Errors
    /// Where the file cannot be opened for writing.
    pub fn open(path: Option<&Path>) -> io::Result<Log> {
        let open = |path| OpenOptions::new().create(true).append(true).open(path);
        Ok(Log { file: path.map(open).transpose()?.map(Mutex::new), ..Log::default() })
    }

    /// Tells whom to trace for.
    pub fn introduce(&self, client: Client) {
        let _ = self.client.set(client);
    }

    /// Traces as much as the client asks (`$/setTrace`).
    pub fn set_trace(&self, value: TraceValue) {
        let level = LEVELS.iter().position(|level| *level == value).unwrap_or_default();
        self.trace.store(level as u8, Ordering::Relaxed);
    }

    /// Something went wrong that somebody may want to know.
    pub fn warn(&self, line: &str) {
        match &self.file {
            Some(_) => self.write(&format!("warning: {}", printable(line))),
            // There is nobody left to be told that it cannot be written
            None => drop(writeln!(io::stderr().lock(), "vartani: {}", printable(line))),
        }
    }

    /// A message was dealt with.
    pub fn done(&self, method: &str, took: Duration, outcome: &str) {
        let line = || format!("{method}: {outcome} after {:.1} ms", took.as_secs_f64() * 1e3);
        if self.file.is_some() {
            self.write(&line());
        }
        // A message of the trace about each message of the trace would never end
        let level = self.trace.load(Ordering::Relaxed);
        if level == 0 || method.starts_with("$/") {
            return;
        }
        let Some(client) = self.client.get().cloned() else { return };
        let verbose = (LEVELS[usize::from(level)] == TraceValue::Verbose)
            .then(|| format!("vartani {} on {}", env!("CARGO_PKG_VERSION"), std::env::consts::OS));
        let params = LogTraceParams { message: line(), verbose };
        self.send(async move { client.send_notification::<LogTrace>(params).await });
    }

    /// Sends something to the client when it has time for it. What a client that reads nothing leaves is bounded:
    /// of more than [`MAX_WAITING`] messages the rest is dropped.
    pub fn send(&self, message: impl Future<Output = ()> + Send + 'static) {
        if Arc::strong_count(&self.waiting) > MAX_WAITING {
            return;
        }
        let waits = self.waiting.clone();
        tokio::spawn(async move {
            message.await;
            drop(waits);
        });
    }

    fn write(&self, line: &str) {
        let Some(file) = &self.file else { return };
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let now = Timestamp::from_millisecond(now.as_millis() as i64).unwrap_or_default();
        // A full disk is no reason to stop serving
        let _ = writeln!(file.lock().unwrap_or_else(PoisonError::into_inner), "{now:.3} {line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_a_client_does_not_read_is_bounded() {
        let log = Log::default();
        for _ in 0..10 * MAX_WAITING {
            log.send(std::future::pending());
        }
        assert_eq!(Arc::strong_count(&log.waiting), MAX_WAITING + 1);
    }

    #[test]
    fn the_file_has_a_line_for_each_message_and_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vartani.log");
        std::fs::write(&path, "before\n").unwrap();
        let log = Log::open(Some(&path)).unwrap();
        log.done("textDocument/hover", Duration::from_micros(1250), "answered");
        log.warn("something");
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3, "{text}");
        assert!(lines[1].ends_with("Z textDocument/hover: answered after 1.2 ms"), "{text}");
        assert!(lines[2].ends_with("warning: something"), "{text}");
        assert!(Log::open(Some(folder.path())).is_err(), "a folder is no log");
    }
}
