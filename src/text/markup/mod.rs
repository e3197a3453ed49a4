//! Which part of a document is prose: one reader per format.
//!
//! A reader turns markup into blocks and never fails. Code, link targets, attributes and scripts are
//! not prose; a word split by emphasis is one word.

mod chat;
mod front_matter;
mod html;
mod markdown;
mod page;
pub(super) mod plain;
#[cfg(test)]
mod tests;
mod values;

use super::Article;

/// How a document is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text: a line is a paragraph.
    #[default]
    Plain,
    /// CommonMark with tables, footnotes and front matter.
    Markdown,
    /// HTML.
    Html,
}

impl Format {
    /// The format of a file by the ending of its name, without the dot, in any case.
    /// `None` for endings that are no articles.
    pub fn of_extension(extension: &str) -> Option<Format> {
        Some(match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Format::Plain,
            "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
            "html" | "htm" | "xhtml" => Format::Html,
            _ => return None,
        })
    }
}

pub(super) fn parse(text: &str, format: Format) -> Article {
    match format {
        Format::Plain => plain::parse(text),
        Format::Markdown => markdown::parse(text),
        Format::Html => html::parse(text),
    }
}
