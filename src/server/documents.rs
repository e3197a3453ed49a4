//! The documents that a client has open, kept in step with it change by change.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use ropey::Rope;
use rustc_hash::FxHashMap;
use tokio::sync::watch;
use tower_lsp::lsp_types::{Position, TextDocumentContentChangeEvent, Url};

use super::position::Encoding;
use crate::diagnostics::Snapshot;
use crate::newsroom::Message;
use crate::text::Format;

/// Whether a document is read: whatever is open is an article, except configurations and actor files.
pub fn is_article(uri: &Url) -> bool {
    !uri.path().ends_with(".toml")
}

/// All open documents. Every method takes the lock, does its work and lets go; nothing awaits inside.
#[derive(Default)]
pub struct Documents {
    open: Mutex<FxHashMap<Url, Document>>,
    epochs: AtomicU64,
}

/// One open document.
pub struct Document {
    /// The text, as the client has it.
    pub rope: Rope,
    /// How it is marked up.
    pub format: Format,
    /// The client's version of it.
    pub version: i32,
    /// Rises with changes of the text and of what it is read for; a snapshot of an older one is stale. No
    /// two documents have the same one, nor has one that is closed and opened again.
    pub epoch: u64,
    /// Where and when the writer last typed: byte offset of the end of the change.
    pub typed: Option<(usize, Instant)>,
    snapshots: watch::Sender<Option<DocumentSnapshot>>,
}

/// A change of a client that has lost count of what is open.
#[derive(Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// The document is not open.
    NotOpen(Url),
    /// The document has this version, or a later one, already.
    Late {
        /// The document.
        uri: Url,
        /// The version that the change makes.
        version: i32,
        /// The version that the document has.
        after: i32,
    },
}

impl ChangeError {
    /// What is wrong with it, in both languages.
    pub fn message(&self) -> Message {
        match self {
            ChangeError::NotOpen(uri) => Message::new(
                format!("{uri} बदली गई, पर खुली नहीं है"),
                format!("{uri} was changed but is not open"),
            ),
            ChangeError::Late { uri, version, after } => Message::new(
                format!("{uri}: संस्करण {after} के बाद {version} आया; यह बदलाव छोड़ दिया गया"),
                format!("{uri}: version {version} after {after}; the change is left out"),
            ),
        }
    }
}

impl fmt::Display for ChangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl std::error::Error for ChangeError {}

/// A snapshot of a document with what it is a snapshot of.
#[derive(Clone)]
pub struct DocumentSnapshot {
    /// See [`Document::epoch`].
    pub epoch: u64,
    /// See [`Document::version`].
    pub version: i32,
    /// The snapshot.
    pub snapshot: Arc<Snapshot>,
}

/// What an analysis needs of a document.
pub struct DocumentText {
    /// The text; a rope is cheap to copy.
    pub rope: Rope,
    /// See [`Document::format`].
    pub format: Format,
    /// See [`Document::version`].
    pub version: i32,
    /// See [`Document::epoch`].
    pub epoch: u64,
}

impl Documents {
    fn lock(&self) -> MutexGuard<'_, FxHashMap<Url, Document>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next_epoch(&self) -> u64 {
        self.epochs.fetch_add(1, Ordering::Relaxed)
    }

    /// Opens a document; one that is open already begins anew with this text.
    pub fn open(&self, uri: Url, language: &str, version: i32, text: &str) {
        let mut open = self.lock();
        let epoch = self.next_epoch();
        let format = format_of(language, &uri);
        let rope = Rope::from_str(text);
        match open.get_mut(&uri) {
            Some(document) => {
                (document.rope, document.format, document.version, document.epoch) =
                    (rope, format, version, epoch);
                document.typed = None;
            }
            None => {
                let snapshots = watch::Sender::new(None);
                open.insert(uri, Document { rope, format, version, epoch, typed: None, snapshots });
            }
        }
    }

    /// Applies changes in order.
    ///
    /// # Errors
    /// Where the client has lost count; the document is left as it was.
    pub fn change(
        &self,
        uri: &Url,
        version: i32,
        changes: &[TextDocumentContentChangeEvent],
        encoding: Encoding,
    ) -> Result<(), ChangeError> {
        let mut open = self.lock();
        let document = open.get_mut(uri).ok_or_else(|| ChangeError::NotOpen(uri.clone()))?;
        if version <= document.version {
            return Err(ChangeError::Late { uri: uri.clone(), version, after: document.version });
        }
        for change in changes {
            let end = apply(&mut document.rope, change, encoding);
            document.typed = Some((end, Instant::now()));
        }
        document.version = version;
        document.epoch = self.next_epoch();
        Ok(())
    }

    /// Closes a document.
    pub fn close(&self, uri: &Url) -> bool {
        self.lock().remove(uri).is_some()
    }

    /// What an analysis needs, if the document is open.
    pub fn copy(&self, uri: &Url) -> Option<DocumentText> {
        let open = self.lock();
        let Document { rope, format, version, epoch, .. } = open.get(uri)?;
        Some(DocumentText { rope: rope.clone(), format: *format, version: *version, epoch: *epoch })
    }

    /// Keeps a snapshot, unless the document has moved on or a newer one is kept.
    pub fn keep(&self, uri: &Url, shot: DocumentSnapshot) -> bool {
        let open = self.lock();
        let Some(document) = open.get(uri).filter(|document| document.epoch == shot.epoch) else {
            return false;
        };
        document.snapshots.send_replace(Some(shot));
        true
    }

    /// The epoch of a document as it is now, and the snapshots to come.
    pub fn watch(&self, uri: &Url) -> Option<(u64, watch::Receiver<Option<DocumentSnapshot>>)> {
        let open = self.lock();
        open.get(uri).map(|document| (document.epoch, document.snapshots.subscribe()))
    }

    /// Whether the latest snapshot of a document is of what it is now.
    pub fn is_read(&self, uri: &Url) -> bool {
        let open = self.lock();
        open.get(uri).is_some_and(|document| {
            document.snapshots.borrow().as_ref().is_some_and(|shot| shot.epoch == document.epoch)
        })
    }

    /// The latest snapshots of all documents, by address.
    pub fn all_latest(&self) -> Vec<(Url, Arc<Snapshot>)> {
        let open = self.lock();
        let latest = |(uri, document): (&Url, &Document)| {
            let shot = document.snapshots.borrow().clone()?;
            Some((uri.clone(), shot.snapshot))
        };
        let mut all: Vec<_> = open.iter().filter_map(latest).collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all
    }

    /// Where and when the writer last typed in a document.
    pub fn typed(&self, uri: &Url) -> Option<(usize, Instant)> {
        self.lock().get(uri)?.typed
    }

    /// Makes every snapshot stale: what documents are read for has changed. The documents to read anew.
    pub fn touch_all(&self) -> Vec<Url> {
        let mut open = self.lock();
        open.values_mut().for_each(|document| document.epoch = self.next_epoch());
        open.keys().cloned().collect()
    }

    /// The addresses of all documents.
    pub fn all(&self) -> Vec<Url> {
        self.lock().keys().cloned().collect()
    }

    /// Whether a document is open.
    pub fn is_open(&self, uri: &Url) -> bool {
        self.lock().contains_key(uri)
    }

    /// The text of a document.
    pub fn text(&self, uri: &Url) -> Option<String> {
        self.lock().get(uri).map(|document| document.rope.to_string())
    }
}

/// Applies a change and returns the byte at which it ends. A place outside the document is its nearest
/// place inside; a change without a range is the whole text.
fn apply(rope: &mut Rope, change: &TextDocumentContentChangeEvent, encoding: Encoding) -> usize {
    let Some(range) = change.range else {
        *rope = Rope::from_str(&change.text);
        return change.text.len();
    };
    let (a, b) = (char_at(rope, range.start, encoding), char_at(rope, range.end, encoding));
    let (start, end) = (a.min(b), a.max(b));
    rope.remove(start..end);
    rope.insert(start, &change.text);
    rope.char_to_byte(start) + change.text.len()
}

/// The character at a client's position.
fn char_at(rope: &Rope, position: Position, encoding: Encoding) -> usize {
    let line = position.line as usize;
    if line >= rope.len_lines() {
        return rope.len_chars();
    }
    let text = rope.line(line).to_string();
    let text = text.trim_end_matches(['\n', '\r']);
    let byte = encoding.byte(text, position.character as usize);
    rope.byte_to_char(rope.line_to_byte(line) + byte)
}

/// How a document is marked up, by its language and, where that is none of ours, by its name.
fn format_of(language: &str, uri: &Url) -> Format {
    match language {
        "markdown" => Format::Markdown,
        "html" | "xhtml" => Format::Html,
        "plaintext" | "text" => Format::Plain,
        _ => uri
            .path()
            .rsplit_once('.')
            .and_then(|(_, ending)| Format::of_extension(ending))
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use tower_lsp::lsp_types::Range;

    use super::*;

    fn uri() -> Url {
        Url::parse("untitled:Untitled-1").unwrap()
    }

    fn change(start: (u32, u32), end: (u32, u32), text: &str) -> TextDocumentContentChangeEvent {
        let position = |(line, character)| Position { line, character };
        let range = Some(Range { start: position(start), end: position(end) });
        TextDocumentContentChangeEvent { range, range_length: None, text: text.into() }
    }

    #[test]
    fn changes_follow_each_other_in_utf16() {
        let documents = Documents::default();
        documents.open(uri(), "plaintext", 1, "दिल्ली 😀 में\r\nबैठक हुई।");
        let changes = [change((0, 7), (0, 9), "मुंबई"), change((1, 0), (1, 4), "सभा")];
        assert_eq!(documents.change(&uri(), 2, &changes, Encoding::Utf16), Ok(()));
        assert_eq!(documents.text(&uri()).unwrap(), "दिल्ली मुंबई में\r\nसभा हुई।");
    }

    #[test]
    fn what_makes_no_sense_is_survived() {
        let documents = Documents::default();
        assert!(
            documents.change(&uri(), 1, &[], Encoding::Utf16).unwrap_err().to_string().contains("not open")
        );
        documents.open(uri(), "plaintext", 5, "अ");
        assert!(documents.change(&uri(), 5, &[change((0, 0), (0, 0), "x")], Encoding::Utf16).is_err());
        let wild = [change((9, 9), (3, 3), "।"), change((0, 99), (0, 0), "आ")];
        assert_eq!(documents.change(&uri(), 6, &wild, Encoding::Utf16), Ok(()));
        assert_eq!(documents.text(&uri()).unwrap(), "आ");
        assert!(documents.close(&uri()) && !documents.close(&uri()));
    }

    #[test]
    fn a_stale_snapshot_is_not_kept() {
        use crate::newsroom::{Config, Newsroom};
        use crate::reading::{DateHints, Reader};
        let documents = Documents::default();
        documents.open(uri(), "plaintext", 1, "अ");
        let epoch = documents.copy(&uri()).unwrap().epoch;
        let mut reader = Reader::new(Arc::new(Newsroom::shipped(Config::default())));
        let snapshot = Arc::new(Snapshot::take("अ".into(), Format::Plain, &mut reader, DateHints::default()));
        let shot = DocumentSnapshot { epoch, version: 1, snapshot };
        assert!(documents.keep(&uri(), shot.clone()));
        documents.touch_all();
        assert!(!documents.keep(&uri(), shot));
    }
}
