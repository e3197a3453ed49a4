//! What `check` prints: one small file per format.

mod checked;
mod concise;
mod diff;
mod docx_comments;
mod github;
mod gitlab;
mod human;
mod json;
mod rdjson;
mod sarif;
mod source_line;
mod statistics;
mod wrap;
mod xml;

pub use checked::{Checked, Count, Report};
pub use docx_comments::comments;

use super::arguments::{Check, Format};
use crate::newsroom::Locale;

/// The report that was asked for; `locale` is that of what is said of all articles together.
pub fn report(arguments: &Check, locale: Locale) -> Box<dyn Report + Send> {
    match arguments.format {
        _ if arguments.diff => Box::new(diff::Diff),
        _ if arguments.statistics => Box::new(statistics::Statistics::new(locale)),
        Format::Human => Box::new(human::Human::new(arguments, locale)),
        Format::DocxComments => Box::new(docx_comments::DocxComments),
        Format::Concise => Box::new(concise::Concise),
        Format::Json => Box::new(json::Json),
        Format::Github => Box::new(github::Github),
        Format::Gitlab => Box::new(gitlab::Gitlab::default()),
        Format::Rdjson => Box::new(rdjson::Rdjson::default()),
        Format::Checkstyle => Box::new(xml::Checkstyle::default()),
        Format::Junit => Box::new(xml::Junit::default()),
        Format::Sarif => Box::new(sarif::Sarif::new(locale)),
    }
}
