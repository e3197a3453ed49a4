//! vartani as a Python module: batches of texts go in, lists of dicts come out.
//!
//! Nothing is kept between calls but newsrooms and readers, which remember the words they met. While texts are read, other threads of
//! Python run. Offsets count characters, as Python does.

mod batch;
mod newsrooms;
mod survey;

use pyo3::prelude::*;
use pyo3::types::PyList;
use pythonize::pythonize;
use serde::Serialize;

use ::vartani::diagnostics::{OutputDiagnostic, Snapshot};
use ::vartani::ide::inspect;
use ::vartani::newsroom::Locale;
use batch::{Batch, Days};

/// Hindi news copy, checked, read and counted in batches of texts.
///
/// >>> import vartani
/// >>> [found] = vartani.check(["बैठक 31 अप्रैल को होगी।"], locale="en")
/// >>> found[0]["rule"], found[0]["text"]
/// ('date/impossible', '31 अप्रैल')
#[pymodule]
fn vartani(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_function(wrap_pyfunction!(check, module)?)?;
    module.add_function(wrap_pyfunction!(read, module)?)?;
    module.add_function(wrap_pyfunction!(names, module)?)?;
    module.add_class::<survey::Survey>()?;
    module.add_function(wrap_pyfunction!(survey::survey_counts, module)?)
}

/// What rules mark in each text.
///
/// `format` is "plain", "markdown" or "html"; `dates` are the days on which the texts were written, as dates or "2025-03-12"; `config`
/// is the path of a vartani.toml; `locale` is "hi" or "en". Returns for each text a list of dicts: `rule`, `severity`,
/// `message`, `start`, `end`, `text`, `field`, `related` and `fixes`.
///
/// >>> texts = ["मॉस्को में बैठक हुई। मास्को शांत है।", "सब ठीक है।"]
/// >>> [[found["text"] for found in of_text] for of_text in vartani.check(texts)]
/// [['मास्को'], []]
/// >>> [found] = vartani.check(["मंत्री ने ने कहा।"])[0]
/// >>> found["fixes"][0]["edits"]
/// [{'start': 9, 'end': 12, 'insert': ''}]
#[pyfunction]
#[pyo3(signature = (texts, *, format="plain", dates=None, config=None, locale="hi"))]
fn check<'py>(
    py: Python<'py>,
    texts: Vec<String>,
    format: &str,
    dates: Days<'py>,
    config: Option<String>,
    locale: &str,
) -> PyResult<Bound<'py, PyList>> {
    let locale = match locale {
        "hi" => Locale::Hi,
        "en" => Locale::En,
        _ => return Err(batch::wrong("locale", locale, "\"hi\" or \"en\"")),
    };
    let diagnostics = |snapshot: &Snapshot| {
        let offset = characters(snapshot);
        let shown = snapshot.diagnostics().iter().filter(|found| found.is_shown);
        value(
            &shown
                .map(|found| OutputDiagnostic::of(found, &snapshot.text, locale, &offset))
                .collect::<Vec<_>>(),
        )
    };
    told(py, Batch::new(texts, format, dates, config)?, diagnostics)
}

/// What is understood of each text: dateline, times, actors, and names that are in no gazetteer.
///
/// Arguments are those of `check`. Returns for each text a list of dicts as `vartani inspect` prints them; spans count characters.
///
/// >>> [of_text] = vartani.read(["नई दिल्ली, 12 मार्च 2025 (भाषा)। नरेंद्र मोदी कल पटना जाएँगे।"])
/// >>> [one["text"] for one in of_text if one["kind"] == "actor"]
/// ['नई दिल्ली', 'नरेंद्र मोदी', 'पटना']
/// >>> [(one["text"], one["start"]) for one in of_text if one["kind"] == "time"][-1]
/// ('कल', '2025-03-13')
#[pyfunction]
#[pyo3(signature = (texts, *, format="plain", dates=None, config=None))]
fn read<'py>(
    py: Python<'py>,
    texts: Vec<String>,
    format: &str,
    dates: Days<'py>,
    config: Option<String>,
) -> PyResult<Bound<'py, PyList>> {
    let lines = |snapshot: &Snapshot| {
        let mut lines = value(&inspect::lines(snapshot));
        in_characters(&mut lines, &characters(snapshot));
        lines
    };
    told(py, Batch::new(texts, format, dates, config)?, lines)
}

/// The names in each text.
///
/// Arguments are those of `check`. Returns for each text a list of dicts in the order of the text: `text`, as it is written; `name`, as it is
/// preferred; `id` of the actor, None for a name in no gazetteer that is written in several ways; `start` and `end`.
///
/// >>> vartani.names(["मास्को में बर्फ़ गिरी।"])
/// [[{'id': 'moscow', 'text': 'मास्को', 'name': 'मॉस्को', 'start': 0, 'end': 6}]]
#[pyfunction]
#[pyo3(signature = (texts, *, format="plain", dates=None, config=None))]
fn names<'py>(
    py: Python<'py>,
    texts: Vec<String>,
    format: &str,
    dates: Days<'py>,
    config: Option<String>,
) -> PyResult<Bound<'py, PyList>> {
    #[derive(Serialize)]
    struct Name<'a> {
        id: Option<&'a str>,
        text: &'a str,
        name: &'a str,
        start: usize,
        end: usize,
    }
    let names = |snapshot: &Snapshot| {
        let offset = characters(snapshot);
        let lines = inspect::lines(snapshot);
        let name = |line: &inspect::Line<'_>| {
            let (id, text, name, span) = match *line {
                inspect::Line::Actor { id, text, name, span, .. } => (Some(id), text, name, span),
                inspect::Line::Name { text, span, preferred, .. } => (None, text, preferred, span),
                _ => return None,
            };
            Some(value(&Name { id, text, name, start: offset(span.start), end: offset(span.end) }))
        };
        lines.iter().filter_map(name).collect()
    };
    told(py, Batch::new(texts, format, dates, config)?, names)
}

/// Reads a batch while other threads run, then tells what `tell` says of each text.
fn told<'py>(
    py: Python<'py>,
    batch: Batch,
    tell: impl Fn(&Snapshot) -> serde_json::Value + Send + Sync,
) -> PyResult<Bound<'py, PyList>> {
    let told = py.detach(|| batch.each(|snapshot| tell(&snapshot)));
    let told: Vec<Bound<'py, PyAny>> =
        told.iter().map(|of_text| Ok(pythonize(py, of_text)?)).collect::<PyResult<_>>()?;
    PyList::new(py, told)
}

fn value(of: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(of).unwrap_or_default()
}

/// From bytes of a text to characters.
fn characters(snapshot: &Snapshot) -> impl Fn(u32) -> usize + '_ {
    |byte| snapshot.lines.width(&snapshot.text, 0..byte as usize).characters as usize
}

/// Makes characters of the bytes of all spans.
fn in_characters(value: &mut serde_json::Value, offset: &impl Fn(u32) -> usize) {
    match value {
        serde_json::Value::Array(all) => all.iter_mut().for_each(|one| in_characters(one, offset)),
        serde_json::Value::Object(all) => {
            for (name, one) in all {
                match (name.as_str(), one.as_u64()) {
                    ("start" | "end", Some(byte)) => *one = offset(byte as u32).into(),
                    _ => in_characters(one, offset),
                }
            }
        }
        _ => {}
    }
}
