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
pub use self::json::Fields;

/// The articles of a file, if it is an export: a feed by its content, JSON if `fields` say what in it is prose.
pub fn read(name: &Path, text: &str, fields: Fields<'_>) -> Option<Export> {
    let ending = ending(name);
    match ending.as_str() {
        "json" | "jsonl" | "ndjson" if !fields.prose.is_empty() => {
            Some(json::read(text, fields, ending != "json"))
        }
        "rss" | "atom" | "xml" if feed::is_one(text) => Some(feed::read(text)),
        _ => None,
    }
}

/// The article of one line of JSON Lines, counted from 1; or what is wrong with it.
pub fn read_line(line: &str, fields: Fields<'_>, number: usize) -> Export {
    let mut export = Export::default();
    json::read_line(&mut export, line, line, fields, number);
    export
}

/// Whether a file is JSON Lines by its name.
pub fn is_lines(name: &Path) -> bool {
    matches!(ending(name).as_str(), "jsonl" | "ndjson")
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
