//! Requests and answers, as `editors/web/src/types.ts` describes their parts. All offsets count UTF-16 code units.

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// What JavaScript asks.
#[derive(Debug, Deserialize)]
#[serde(tag = "call", rename_all = "camelCase")]
pub enum Request {
    /// Takes a newsroom, a language and a day.
    Configure(Options),
    /// Opens a document, or opens it anew.
    Open { id: String, text: String, options: DocumentOptions },
    /// Edits a document, one edit after another.
    Edit { id: String, edits: Vec<TextEdit> },
    /// What is wrong in a document.
    Diagnostics { id: String },
    /// What is known of a place.
    Hover { id: String, offset: usize },
    /// What may stand at a caret.
    Complete { id: String, offset: usize },
    /// The edits of all safe fixes.
    Fix { id: String },
    /// Closes a document.
    Close { id: String },
}

/// What a newsroom decided, and for whom.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Options {
    pub config: Option<NamedText>,
    pub actors: Vec<NamedText>,
    pub dictionary: Option<String>,
    pub locale: Option<Locale>,
    #[serde(deserialize_with = "date")]
    pub today: Option<Date>,
}

/// The language of messages.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    Hi,
    En,
}

/// A file of a newsroom.
#[derive(Debug, Default, Deserialize)]
pub struct NamedText {
    pub name: String,
    pub text: String,
}

/// How a document is read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DocumentOptions {
    pub format: Format,
    #[serde(deserialize_with = "date")]
    pub dateline: Option<Date>,
    pub name: String,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    #[default]
    Plain,
    Markdown,
    Html,
}

/// `start..end` is replaced by `insert`.
#[derive(Debug, Deserialize, Serialize)]
pub struct TextEdit {
    pub start: usize,
    pub end: usize,
    pub insert: String,
}

/// What JavaScript is told: a result, or why there is none.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer<'a> {
    Result(Outcome<'a>),
    Error(String),
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Outcome<'a> {
    Faults(Vec<Fault>),
    Changes(Changes<'a>),
    Card(Option<Card>),
    Completions(Vec<Completion>),
    Edits(Vec<TextEdit>),
    Closed(()),
}

#[derive(Debug, Serialize)]
pub struct Fault {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub message: String,
}

/// The marks of a document, as they differ from those that were told before.
#[derive(Debug, Serialize)]
pub struct Changes<'a> {
    pub version: u32,
    /// Where text was replaced, one replacement after another: each moves what stands behind it.
    pub replaced: Vec<Replaced>,
    pub marks: Vec<Mark<'a>>,
}

/// `start..end` was replaced by so much.
#[derive(Debug, Serialize)]
pub struct Replaced {
    pub start: usize,
    pub end: usize,
    pub inserted: usize,
}

impl Replaced {
    /// What an edit replaces.
    pub fn by(edit: &TextEdit) -> Replaced {
        Replaced { start: edit.start, end: edit.end, inserted: edit.insert.encode_utf16().count() }
    }
}

/// A mark, or marks that were told before.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Mark<'a> {
    /// So many of those that were told come next; of a negative number, so many are gone. Those that nobody names are
    /// gone too.
    Told(i64),
    New(Diagnostic<'a>),
}

#[derive(Debug, Serialize)]
pub struct Diagnostic<'a> {
    pub rule: String,
    pub severity: &'static str,
    pub message: String,
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub related: Vec<Related>,
    pub fixes: Vec<Fix>,
}

#[derive(Debug, Serialize)]
pub struct Related {
    pub start: usize,
    pub end: usize,
    pub message: String,
}

#[derive(Debug, Serialize)]
pub struct Fix {
    pub title: String,
    pub safe: bool,
    pub edits: Vec<TextEdit>,
}

#[derive(Debug, Serialize)]
pub struct Card {
    pub start: usize,
    pub end: usize,
    pub markdown: String,
}

#[derive(Debug, Serialize)]
pub struct Completion {
    pub label: String,
    pub detail: String,
    pub edit: TextEdit,
}

/// An ISO date; none for an empty text.
fn date<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(value)?.filter(|text| !text.is_empty());
    let wrong = |text: &str| D::Error::custom(format!("{text:?} is no date such as 2025-03-12"));
    text.map(|text| text.parse().map_err(|_| wrong(&text))).transpose()
}
