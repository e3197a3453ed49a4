//! A batch of texts, and how they are read.

use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::newsrooms::{READERS, newsroom};
use ::vartani::diagnostics::Snapshot;
use ::vartani::newsroom::Newsroom;
use ::vartani::reading::DateHints;
use ::vartani::text::Format;

/// Days as Python gives them: dates, texts or None.
pub type Days<'py> = Option<Vec<Option<Bound<'py, PyAny>>>>;

/// Texts to read, for one newsroom.
pub struct Batch {
    texts: Vec<(String, DateHints)>,
    format: Format,
    newsroom: Arc<Newsroom>,
}

impl Batch {
    /// A batch as it was asked for.
    ///
    /// # Errors
    /// `ValueError`: there is no such format, no such day, not a day for every text, or the configuration cannot be used.
    pub fn new(texts: Vec<String>, format: &str, dates: Days<'_>, config: Option<String>) -> PyResult<Batch> {
        let format = match format {
            "plain" => Format::Plain,
            "markdown" => Format::Markdown,
            "html" => Format::Html,
            _ => return Err(wrong("format", format, "\"plain\", \"markdown\" or \"html\"")),
        };
        let hints = |day: Option<String>| -> PyResult<DateHints> {
            let given = day.map(|day| day.parse().map_err(|_| wrong("dates", &day, "like 2025-03-12")));
            Ok(DateHints { given: given.transpose()?, ..DateHints::default() })
        };
        let days = days(dates, texts.len())?.into_iter().map(hints).collect::<PyResult<Vec<_>>>()?;
        Ok(Batch { texts: texts.into_iter().zip(days).collect(), format, newsroom: newsroom(config)? })
    }

    /// What is told of each text, in order.
    pub fn each<T>(self, tell: impl Fn(Snapshot) -> T) -> Vec<T> {
        let mut lent = READERS.lend();
        let read = |(text, hints): (String, DateHints)| {
            let reader = lent.of(&self.newsroom);
            reader.forget_if_full();
            tell(Snapshot::take(text, self.format, reader, hints))
        };
        self.texts.into_iter().map(read).collect()
    }
}

/// The days of so many texts as `YYYY-MM-DD`, the rest of a datetime left out.
///
/// # Errors
/// `ValueError` if there are more or fewer.
pub fn days(days: Days<'_>, count: usize) -> PyResult<Vec<Option<String>>> {
    let day = |day: Option<Bound<'_, PyAny>>| -> PyResult<Option<String>> {
        let Some(day) = day else { return Ok(None) };
        let written = day.str()?.to_string();
        Ok(Some(written).filter(|written| !written.is_empty() && written != "NaT"))
    };
    all("dates", days, count)?.into_iter().map(day).collect()
}

/// A value for each of so many texts.
///
/// # Errors
/// `ValueError` if there are more or fewer.
pub fn all<T>(name: &str, values: Option<Vec<Option<T>>>, count: usize) -> PyResult<Vec<Option<T>>> {
    let values = values.unwrap_or_else(|| (0..count).map(|_| None).collect());
    if values.len() != count {
        let message = format!("{name} has {} items for {count} texts", values.len());
        return Err(PyValueError::new_err(message));
    }
    Ok(values)
}

/// What is said of an argument that is wrong.
pub fn wrong(name: &str, value: &str, wanted: &str) -> PyErr {
    PyValueError::new_err(format!("{name} must be {wanted}, not {value:?}"))
}
