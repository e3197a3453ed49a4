//! Exports that hold several articles: feeds (RSS, Atom) and the JSON of a CMS.
//!
//! Every item is an article by itself. It is read as a page of HTML that is made of its fields, and what is found in that
//! finds its way back to the file.

mod feed;
mod found;
mod item;
mod json;

use std::path::Path;

pub use self::found::Export;
pub use self::item::Item;

/// The articles of a file, if it is an export: a feed by its content, JSON if `fields` say what in it is prose.
pub fn read(name: &Path, text: &str, fields: &[String]) -> Option<Export> {
    let ending = ending(name);
    match ending.as_str() {
        "json" | "jsonl" | "ndjson" if !fields.is_empty() => Some(json::read(text, fields, ending != "json")),
        "rss" | "atom" | "xml" if feed::is_one(text) => Some(feed::read(text)),
        _ => None,
    }
}

/// Whether a file is called as exports are that are read in folders.
pub fn is_called_one(name: &Path, fields: &[String]) -> bool {
    match ending(name).as_str() {
        "rss" | "atom" => true,
        "json" | "jsonl" | "ndjson" => !fields.is_empty(),
        _ => false,
    }
}

fn ending(name: &Path) -> String {
    name.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}
