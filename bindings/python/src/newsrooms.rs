//! Newsrooms by the path of their configuration, read once, and readers for all threads.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use ::vartani::files::{Newsrooms, STDIN};
use ::vartani::newsroom::Newsroom;
use ::vartani::reading::ReaderPool;

/// Readers while no thread uses them.
pub static READERS: LazyLock<ReaderPool> = LazyLock::new(ReaderPool::default);

static NEWSROOMS: LazyLock<Mutex<HashMap<Option<PathBuf>, Arc<Newsroom>>>> = LazyLock::new(Mutex::default);

/// The newsroom of a configuration; without one, what ships. A configuration is read once in a process.
///
/// # Errors
/// `ValueError`: it cannot be used, and why.
pub fn newsroom(config: Option<String>) -> PyResult<Arc<Newsroom>> {
    let config = config.map(PathBuf::from);
    let mut known = NEWSROOMS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(newsroom) = known.get(&config) {
        return Ok(newsroom.clone());
    }
    let newsroom = match &config {
        None => Arc::new(Newsroom::shipped(vartani::newsroom::Config::default())),
        Some(path) => {
            let mut newsrooms = Newsrooms::new(Some(path));
            let newsroom = newsrooms.of(Path::new(STDIN));
            let troubles = newsrooms.troubles();
            let said: Vec<String> = troubles.iter().map(|trouble| trouble.message().en).collect();
            newsroom.filter(|_| said.is_empty()).ok_or_else(|| PyValueError::new_err(said.join("\n")))?
        }
    };
    known.insert(config, newsroom.clone());
    Ok(newsroom)
}
