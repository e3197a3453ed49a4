//! A text that a client sends, read with the newsroom.

use std::path::{Component, Path};

use jiff::civil::Date;

use super::newsroom::{CurrentNewsroom, ForReading};
use super::refusal::Refusal;
use crate::diagnostics::Snapshot;
use crate::files::{Trouble, today};
use crate::newsroom::{Message, ValueError};
use crate::reading::DateHints;
use crate::reading::dateline::date_in_file_name;
use crate::text::Format;

/// Maximum length of a text, in UTF-16 code units.
pub const MAX_TEXT: usize = 500_000;

/// Maximum length of the name of an article, in bytes.
const MAX_NAME: usize = 1024;

/// A text and what is known of it.
#[derive(Debug, Default)]
pub struct Article {
    text: String,
    format: Format,
    name: String,
    dateline: Option<Date>,
    today: Option<Date>,
}

/// An article that has been read.
pub struct ReadArticle {
    pub snapshot: Snapshot,
    /// What is wrong in the files of the newsroom.
    pub troubles: std::sync::Arc<[Trouble]>,
}

impl Article {
    /// A text.
    ///
    /// # Errors
    /// It is too long.
    pub fn new(text: String) -> Result<Article, Refusal> {
        let is_too_long = text.len() > MAX_TEXT && text.encode_utf16().count() > MAX_TEXT;
        if is_too_long {
            Err(Refusal::text_too_long(MAX_TEXT))
        } else {
            Ok(Article { text, ..Article::default() })
        }
    }

    /// Gives it the name of a file below the folder that is served; its ending says the format.
    ///
    /// # Errors
    /// No file below the folder is called so.
    pub fn named(mut self, name: String) -> Result<Article, Refusal> {
        let path = Path::new(&name);
        let is_below = path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        if !is_below || name.len() > MAX_NAME || name.contains(['\0', '\\']) {
            let message = Message::new(
                "name फ़ोल्डर के भीतर की फ़ाइल का नाम हो, जैसे desh/khabar.md",
                "name must be that of a file below the folder, such as desh/khabar.md",
            );
            return Err(Refusal::bad("name", message));
        }
        let ending = path.extension().and_then(|ending| ending.to_str());
        self.format = ending.and_then(Format::of_extension).unwrap_or(self.format);
        self.name = name;
        Ok(self)
    }

    /// Says how it is marked up.
    pub fn in_format(self, format: Format) -> Article {
        Article { format, ..self }
    }

    /// Says on which day it is written, where it does not say so itself, and which day it is; `None` for that of the clock.
    ///
    /// # Errors
    /// One of them is no day.
    pub fn written(self, dateline: Option<&str>, today: Option<&str>) -> Result<Article, Refusal> {
        Ok(Article { dateline: day(dateline)?, today: day(today)?, ..self })
    }

    /// Reads it; takes its time.
    ///
    /// # Errors
    /// The configuration of the newsroom is broken.
    pub fn read(self, newsroom: &CurrentNewsroom) -> Result<ReadArticle, Refusal> {
        let name = Path::new(&self.name);
        let ForReading { newsroom, readers, troubles } = newsroom.of(name).ok_or_else(Refusal::fault)?;
        let file_name = name.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let hints = DateHints {
            given: self.dateline,
            file_name: date_in_file_name(file_name),
            today: Some(self.today.unwrap_or_else(|| today(&newsroom))),
        };
        let mut readers = readers.lend();
        let snapshot = Snapshot::take(self.text, self.format, readers.of(&newsroom), hints);
        Ok(ReadArticle { snapshot, troubles })
    }
}

fn day(text: Option<&str>) -> Result<Option<Date>, Refusal> {
    let parse = |text: &str| {
        text.parse().map_err(|_| Refusal::bad("date", ValueError::Day(text.to_owned()).message()))
    };
    text.map(parse).transpose()
}
