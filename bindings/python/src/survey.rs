//! Sums over batches, as `vartani survey` makes them of JSON Lines.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use serde_json::json;

use super::batch::{Days, all, days};
use super::newsrooms::{READERS, newsroom};
use ::vartani::diagnostics::survey::{ArticleCounts, Counts, Row};
use ::vartani::files::export::{Fields, read_line};
use ::vartani::newsroom::Newsroom;
use ::vartani::reading::DateHints;
use ::vartani::text::Format;

/// Texts or None, one for each article.
type Texts = Option<Vec<Option<String>>>;

/// Sums over batches of texts: what they spell, how often, where and when, and what rules mark in them.
///
/// `config` is the path of a vartani.toml.
///
/// >>> survey = vartani.Survey()
/// >>> survey.add(["मास्को में बर्फ़ गिरी।"])
/// >>> survey.add(["मास्को शांत है।", None], desks=["विदेश", None])
/// >>> other = vartani.survey_counts(["मास्को में बर्फ़ गिरी।"])
/// >>> survey.merge(other)
/// >>> rows = zip(*survey.counts().values())
/// >>> [(row[3], row[5], row[6]) for row in rows if row[0] == "name"]
/// [('मास्को', '', 2), ('मास्को', 'विदेश', 1)]
#[pyclass(frozen, module = "vartani")]
pub struct Survey {
    newsroom: Arc<Newsroom>,
    counts: Mutex<Counts>,
}

#[pymethods]
impl Survey {
    #[new]
    #[pyo3(signature = (config=None))]
    fn new(config: Option<String>) -> PyResult<Survey> {
        Ok(Survey { newsroom: newsroom(config)?, counts: Mutex::default() })
    }

    /// Adds texts, plain or HTML; `titles`, `ids`, `dates` and `desks` are theirs, with None where there is none.
    #[pyo3(signature = (texts, *, titles=None, ids=None, dates=None, desks=None))]
    fn add<'py>(
        &self,
        py: Python<'py>,
        texts: Vec<Option<String>>,
        titles: Texts,
        ids: Texts,
        dates: Days<'py>,
        desks: Texts,
    ) -> PyResult<()> {
        let count = texts.len();
        let (titles, ids) = (all("titles", titles, count)?, all("ids", ids, count)?);
        let (dates, desks) = (days(dates, count)?, all("desks", desks, count)?);
        py.detach(|| {
            let mut lent = READERS.lend();
            let columns = texts.into_iter().zip(titles).zip(ids).zip(dates).zip(desks);
            for ((((text, title), id), date), desk) in columns {
                let line = json!({ "title": title, "text": text, "date": date, "desk": desk });
                let export = read_line(&line.to_string(), Fields::default(), 1);
                for item in export.items {
                    let (name, hints) = (id.as_deref().unwrap_or_default(), DateHints::default());
                    let reader = lent.of(&self.newsroom);
                    let article = ArticleCounts::read(item.html, Format::Html, reader, hints, name, None);
                    self.lock().add(&article);
                }
            }
        });
        Ok(())
    }

    /// Adds sums that `counts` or `survey_counts` returned, here or elsewhere.
    fn merge(&self, counts: &Bound<'_, PyDict>) -> PyResult<()> {
        let rows = rows(counts)?;
        let mut sums = self.lock();
        for row in rows {
            sums.add_row(row)
                .map_err(|fault| PyValueError::new_err(format!("no sum of a survey: {fault:?}")))?;
        }
        Ok(())
    }

    /// The sums: the columns of a table as lists, in the order of their keys.
    ///
    /// The columns are `kind`, `item`, `word`, `spelling`, `month`, `desk`, `uses`, `articles`, `first` and `example`. Rows with the
    /// same first six are one: add up `uses` and `articles`, take the least `first` and the greatest `example`.
    fn counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        columns(py, &self.lock())
    }
}

impl Survey {
    fn lock(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The sums over one batch: `Survey(config).add(texts, …)` and its `counts()`.
///
/// >>> counts = vartani.survey_counts(["मास्को में बर्फ़ गिरी।"], dates=["2025-03-12"], desks=["विदेश"])
/// >>> rows = list(zip(*counts.values()))
/// >>> [row[:8] for row in rows if row[0] == "name"]
/// [('name', 'moscow', 'मॉस्को', 'मास्को', '2025-03', 'विदेश', 1, 1)]
#[pyfunction]
#[pyo3(signature = (texts, *, titles=None, ids=None, dates=None, desks=None, config=None))]
pub fn survey_counts<'py>(
    py: Python<'py>,
    texts: Vec<Option<String>>,
    titles: Texts,
    ids: Texts,
    dates: Days<'py>,
    desks: Texts,
    config: Option<String>,
) -> PyResult<Bound<'py, PyDict>> {
    let survey = Survey::new(config)?;
    survey.add(py, texts, titles, ids, dates, desks)?;
    survey.counts(py)
}

fn columns<'py>(py: Python<'py>, counts: &Counts) -> PyResult<Bound<'py, PyDict>> {
    let columns = PyDict::new(py);
    let rows: Vec<Row> = counts.rows().collect();
    macro_rules! columns {
        ($($name:ident: $value:expr),* $(,)?) => {
            $(columns.set_item(stringify!($name), rows.iter().map($value).collect::<Vec<_>>())?;)*
        };
    }
    columns! {
        kind: |row| row.kind.word(),
        item: |row| &row.item,
        word: |row| &row.word,
        spelling: |row| &row.spelling,
        month: |row| &row.month,
        desk: |row| &row.desk,
        uses: |row| row.uses,
        articles: |row| row.articles,
        first: |row| row.first.as_deref(),
        example: |row| row.example.as_deref(),
    }
    Ok(columns)
}

/// The rows of columns.
///
/// # Errors
/// `ValueError` or `KeyError`: a column is missing, or they are not as long as each other, or one holds something else.
fn rows(columns: &Bound<'_, PyDict>) -> PyResult<Vec<Row>> {
    let listed = columns.iter().map(|(name, values)| Ok((name.extract()?, pythonize::depythonize(&values)?)));
    let columns: Vec<(String, Vec<serde_json::Value>)> = listed.collect::<PyResult<_>>()?;
    let length = columns.first().map_or(0, |(_, values)| values.len());
    if columns.iter().any(|(_, values)| values.len() != length) {
        return Err(PyValueError::new_err("the columns have different lengths"));
    }
    let row = |at: usize| {
        let row: serde_json::Map<String, serde_json::Value> =
            columns.iter().map(|(name, values)| (name.clone(), values[at].clone())).collect();
        serde_json::from_value(row.into()).map_err(|fault| PyValueError::new_err(fault.to_string()))
    };
    (0..length).map(row).collect()
}
