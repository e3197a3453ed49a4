//! Our own API: what a program asks, and what it is told. `docs/serve.md` describes it; fields are only ever added.

use hyper::body::Bytes;
use serde::{Deserialize, Serialize};

use super::article::{Article, ReadArticle};
use super::newsroom::CurrentNewsroom;
use super::refusal::Refusal;
use crate::diagnostics::OutputDiagnostic;
use crate::files::Trouble;
use crate::newsroom::{Locale, Message};
use crate::text::{Format, Lines};

/// The body of `POST /v1/check`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    text: String,
    format: Option<FormatName>,
    dateline: Option<String>,
    today: Option<String>,
    name: Option<String>,
    locale: Option<Locale>,
    #[serde(default)]
    offsets: Offsets,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum FormatName {
    Plain,
    Markdown,
    Html,
}

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum Offsets {
    /// UTF-16 code units, as JavaScript, Java and C# count.
    #[default]
    #[serde(rename = "utf-16")]
    Utf16,
    /// Characters (Unicode scalar values), as Python counts.
    #[serde(rename = "utf-32")]
    Utf32,
    /// Bytes, as Rust, Go and PHP count.
    #[serde(rename = "utf-8")]
    Utf8,
}

/// A text to check, and how to tell what is found.
pub struct Question {
    article: Article,
    locale: Option<Locale>,
    offsets: Offsets,
}

#[derive(Serialize)]
struct Answer<'a> {
    offsets: Offsets,
    dateline: Option<String>,
    diagnostics: Vec<OutputDiagnostic<'a>>,
    faults: Vec<Fault<'a>>,
}

#[derive(Serialize)]
struct Fault<'a> {
    file: String,
    line: usize,
    column: usize,
    message: &'a str,
}

impl Question {
    /// What a client asks.
    ///
    /// # Errors
    /// It is no JSON, or not what is asked here.
    pub fn parse(body: &Bytes) -> Result<Question, Refusal> {
        let request: Request = serde_json::from_slice(body).map_err(|error| {
            let message = Message::new(
                format!("JSON ठीक नहीं है: {error}"),
                format!("the JSON is not what is expected here: {error}"),
            );
            Refusal::bad("json", message)
        })?;
        let mut article =
            Article::new(request.text)?.written(request.dateline.as_deref(), request.today.as_deref())?;
        if let Some(name) = request.name {
            article = article.named(name)?;
        }
        let format = request.format.map(|format| match format {
            FormatName::Plain => Format::Plain,
            FormatName::Markdown => Format::Markdown,
            FormatName::Html => Format::Html,
        });
        let article = match format {
            Some(format) => article.in_format(format),
            None => article,
        };
        Ok(Question { article, locale: request.locale, offsets: request.offsets })
    }

    /// Reads the article and tells what was found, as JSON; takes its time. `locale` is for those who asked for none.
    ///
    /// # Errors
    /// As [`Article::read`].
    pub fn answer(self, newsroom: &CurrentNewsroom, locale: Option<Locale>) -> Result<Vec<u8>, Refusal> {
        let ReadArticle { snapshot, troubles } = self.article.read(newsroom)?;
        let locale = self.locale.or(locale).or(snapshot.newsroom.config.locale).unwrap_or_default();
        let place = Place { text: &snapshot.text, lines: &snapshot.lines, offsets: self.offsets };
        let offset = |byte| place.offset(byte);
        let shown = snapshot.diagnostics().iter().filter(|found| found.is_shown);
        let faults: Vec<Message> = troubles.iter().map(Trouble::message).collect();
        let answer = Answer {
            offsets: self.offsets,
            dateline: snapshot.dateline.date.map(|date| date.to_string()),
            diagnostics: shown
                .map(|found| OutputDiagnostic::of(found, &snapshot.text, locale, offset))
                .collect(),
            faults: troubles
                .iter()
                .zip(&faults)
                .map(|(trouble, told)| fault(trouble, told, locale))
                .collect(),
        };
        serde_json::to_vec(&answer).map_err(|_| Refusal::fault())
    }
}

/// Where things stand in a text, as its client counts.
struct Place<'a> {
    text: &'a str,
    lines: &'a Lines,
    offsets: Offsets,
}

impl Place<'_> {
    fn offset(&self, byte: u32) -> usize {
        let byte = byte as usize;
        let width = || self.lines.width(self.text, 0..byte);
        match self.offsets {
            Offsets::Utf8 => byte,
            Offsets::Utf16 => (width().characters + width().supplementary) as usize,
            Offsets::Utf32 => width().characters as usize,
        }
    }
}

/// A fault in a file of the newsroom. Its place is the first where the file as a whole cannot be read.
fn fault<'a>(trouble: &Trouble, told: &'a Message, locale: Locale) -> Fault<'a> {
    let (line, column) = trouble.fault().map_or((1, 1), |fault| (fault.line, fault.column));
    Fault { file: trouble.path.display().to_string(), line, column, message: told.in_locale(locale) }
}
